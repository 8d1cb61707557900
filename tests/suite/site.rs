//! The index of released documents: what an edition may show and nothing else, each file as it was released, found whatever the script.

use std::fs;

use serde_json::Value as Json;

use crate::fixture::planted::CANARY;
use crate::fixture::{APPROVED, Fixture, repository};

const FILE: &str = "2001-02-03_NOW-2001-007_ledger_en_v01-released.pdf";

/// A workspace of another plan with two editions, from which two versions went out and one of another document.
fn released() -> Fixture {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/settings.yaml",
        "languages: [en]\nas-of: 2001-02-03\nmarking: paper/open\nsite:\n  facets: [village]\neditions:\n  - id: internal\n  - id: open\n    highest: {paper: open}\n",
    );
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    fixture.commit();
    release(&fixture, "wells-1");
    let second = APPROVED.replace("wells-1", "wells-2").replace("version: 1", "version: 2\nrevision: Rev.1");
    fixture.write("data/requests/wells-2.yaml", &second);
    fixture.commit();
    release(&fixture, "wells-2");
    fixture
}

fn release(fixture: &Fixture, request: &str) {
    let run = fixture.run(&["release", request]);
    assert_eq!(run.code, 0, "{}", run.errors);
    fixture.commit();
}

/// Makes an index of an edition, and returns all its files by their names.
fn made(fixture: &Fixture, edition: &str, folder: &str) -> Vec<(String, Vec<u8>)> {
    let run = fixture.run(&["site", "--to", folder, "--edition", edition]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.output);
    all(fixture, folder)
}

fn all(fixture: &Fixture, folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(fixture.path(folder)).into_iter().flatten().flatten() {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files.extend(all(fixture, &name));
        } else {
            files.push((name, fs::read(entry.path()).expect("a file")));
        }
    }
    files.sort();
    files
}

/// Returns what the script searches.
fn index(fixture: &Fixture, folder: &str) -> Json {
    let text = fixture.read(&format!("{folder}/index.js"));
    let json = text.strip_prefix("window.CHANCERY_INDEX = ").and_then(|rest| rest.strip_suffix(";\n"));
    serde_json::from_str(json.expect("the index is a script")).expect("JSON")
}

#[test]
fn versions_are_listed_with_their_files_and_lead_to_each_other() {
    let fixture = released();
    let files = made(&fixture, "internal", "site");
    let page = fixture.read("site/index.html");
    assert!(page.contains("<html lang=\"en\">") && page.contains("noindex"), "{page}");
    for words in [
        "Wells of Nowhere",
        "NOW-2001-007&#x2f;Rev.1",
        "Ledger of wells",
        "3\u{a0}February\u{a0}2001",
        "OPEN",
        "1\u{a0}page",
        FILE,
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let (current, earlier) = page.split_once("Superseded and withdrawn").expect("both lists");
    assert!(current.contains("v02-released") && !current.contains("v01-released"), "{current}");
    assert!(earlier.contains("v01-released") && earlier.contains("Superseded</span>"), "{earlier}");
    let document = fixture.read("site/now-2001-007.html");
    assert!(document.contains("Replaced by: <a href=\"now-2001-007.html#v02\">"), "{document}");
    assert!(document.contains("Replaces: <a href=\"now-2001-007.html#v01\">"), "{document}");
    let russian = fixture.read("site/index-ru.html");
    assert!(russian.contains("<html lang=\"ru\">") && russian.contains("Действующие документы"), "{russian}");
    assert!(russian.contains("lang=\"en\">Wells of Nowhere"), "a title says in which language it is: {russian}");
    let released = fs::read(fixture.path("released").join(FILE)).expect("the document");
    assert!(files.contains(&(format!("site/documents/{FILE}"), released.clone())), "the file as it was released");
    assert!(document.contains(&chancery::digest::of(&released)), "its check value");
    let table = fixture.read("site/register.csv");
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.lines().next().is_some_and(|line| line.ends_with(",village")), "{table}");
    for (name, bytes) in &files {
        assert!(name.is_ascii() && name.len() < 120, "{name}");
        if [".html", ".js", ".css"].iter().any(|ending| name.ends_with(ending)) {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("http://") && !text.contains("https://"), "{name} leads out of the folder");
        }
    }
}

#[test]
fn kinds_of_another_plan_are_filters_and_names_are_searched() {
    let fixture = released();
    made(&fixture, "internal", "site");
    let page = fixture.read("site/index.html");
    assert!(page.contains("name=\"about-village\"") && page.contains("<option value=\"lower\">"), "{page}");
    let index = index(&fixture, "site");
    assert_eq!(index["fields"], serde_json::json!(["status", "type", "about-village", "year", "language"]));
    let first = &index["versions"][0];
    assert_eq!(first["values"], serde_json::json!([["current"], ["ledger"], ["lower", "upper"], ["2001"], ["en"]]));
    assert_eq!(first["text"], " wells of nowhere now 2001 007 rev 1 ledger");
    let words: Vec<&str> = index["records"].as_array().expect("records").iter().filter_map(Json::as_str).collect();
    assert!(words.contains(&" first well"), "{words:?}");
}

#[test]
fn the_same_documents_give_the_same_bytes_and_the_folder_is_replaced_as_a_whole() {
    let fixture = released();
    let first = made(&fixture, "internal", "site");
    let again = made(&fixture, "internal", "site");
    assert_eq!(first, again);
    let run = fixture.run(&["site", "--to", "site", "--edition", "open"]);
    assert_eq!(run.code, 2, "another edition");
    assert!(run.errors.contains("holds the index of the edition “internal”"), "{}", run.errors);
    fixture.write("site/mine.txt", "x");
    for folder in ["site", "data", "templates/ledger", "released"] {
        assert_eq!(fixture.run(&["site", "--to", folder]).code, 2, "{folder}");
    }
    assert_eq!(fixture.read("site/mine.txt"), "x");
    let left = fs::read_dir(fixture.path("")).expect("a folder").flatten();
    let left: Vec<_> = left.filter(|entry| entry.file_name().to_string_lossy().starts_with(".chancery-")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn files_that_are_missing_or_others_are_all_named_and_nothing_is_written() {
    let fixture = released();
    let second = FILE.replace("_v01-", "_v02-");
    assert!(fixture.path("released").join(&second).is_file());
    fs::remove_file(fixture.path("released").join(FILE)).expect("it was there");
    fixture.write(&format!("released/{second}"), "another");
    let run = fixture.run(&["site", "--to", "site"]);
    assert_eq!(run.code, 1, "{}", run.errors);
    assert!(run.errors.contains(&format!("missing: {FILE}")), "{}", run.errors);
    assert!(run.errors.contains(&format!("another check value: {second}")), "{}", run.errors);
    assert!(!fixture.path("site").exists());
    let run = fixture.run(&["site", "--to", "site", "--lang", "ru", "--from", "nowhere"]);
    assert!(run.errors.contains("нет файла:"), "{}", run.errors);
    assert_eq!(fixture.run(&["site", "--to", "site", "--edition", "none"]).code, 2);
    fixture.replace("data/settings.yaml", "[village]", "[castle]");
    // Whoever only checks is told as well.
    for command in [&["check"][..], &["site", "--to", "site"]] {
        let run = fixture.run(command);
        assert!(run.code == 1 && run.errors.contains("error[facet-unknown]"), "{command:?}: {}", run.errors);
    }
    fixture.replace("data/settings.yaml", "[castle]", "[vilage]");
    assert!(fixture.run(&["check"]).errors.contains("Did you mean “village”?"));
    assert!(!fixture.path("site").exists());
}

#[test]
fn a_withdrawn_version_is_said_to_be_one() {
    let fixture = released();
    fixture.replace("data/requests/wells-2.yaml", "status: released", "status: withdrawn");
    made(&fixture, "internal", "site");
    let page = fixture.read("site/now-2001-007.html");
    assert!(page.contains("No version of this document is current."), "{page}");
    assert!(page.contains("Withdrawn</span>") && page.contains("Superseded</span>"), "{page}");
    // A request on the way to the next version says nothing of the one that went out.
    fixture.replace("data/requests/wells-2.yaml", "status: withdrawn", "status: draft");
    fixture.replace("data/requests/wells-2.yaml", "version: 2", "version: 3");
    made(&fixture, "internal", "site");
    assert_eq!(index(&fixture, "site")["versions"][0]["values"][0], serde_json::json!(["current"]));
}

#[test]
fn what_an_edition_may_not_see_is_nowhere_in_its_index() {
    let fixture = released();
    let secret = |name: &str| name.replace("Well", CANARY);
    // A closed well with a closed request, released where all may be seen; and a well that was open when it went out.
    fixture.write(
        "data/wells/third-well.yaml",
        &secret("id: third-well\nname: {en: \"Well\"}\nvillage: lower\ndug: 2000\ndepth: 9\nmarking: paper/closed\nsources: [gazette]\n"),
    );
    let request = APPROVED.replace("wells-1", "wells-3").replace("007", "008").replace("version: 1", "version: 3");
    fixture.write("data/requests/wells-3.yaml", &format!("{request}marking: paper/closed\nto: {{en: \"{CANARY}\"}}\n"));
    fixture.commit();
    release(&fixture, "wells-3");
    let holds = |files: &[(String, Vec<u8>)], word: &str| {
        let word = word.to_lowercase();
        files.iter().any(|(name, bytes)| {
            name.to_lowercase().contains(&word) || String::from_utf8_lossy(bytes).to_lowercase().contains(&word)
        })
    };
    let internal = made(&fixture, "internal", "internal");
    assert!(holds(&internal, CANARY) && holds(&internal, "NOW-2001-008"), "the canary sings where it may");
    let open = made(&fixture, "open", "open");
    assert!(holds(&open, "NOW-2001-007"), "what is open is listed");
    assert!(
        !holds(&open, CANARY) && !holds(&open, "now-2001-008") && !holds(&open, "third-well"),
        "what is closed is not"
    );
    // What is marked higher after it went out takes with it every version that prints it; only whoever makes the index is told.
    let first = fixture.read("data/wells/first-well.yaml");
    fixture.replace("data/wells/first-well.yaml", "sources:", "marking: paper/closed\nsources:");
    let run = fixture.run(&["site", "--to", "open", "--edition", "open"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    for told in [
        "versions left out",
        ": 2\n",
        "  NOW-2001-007 v01: it prints first-well\n",
        "NOW-2001-007/Rev.1 v02: it prints",
    ] {
        assert!(run.output.contains(told), "{told} in {}", run.output);
    }
    let open = all(&fixture, "open");
    assert!(!holds(&open, "first well") && !holds(&open, "first-well"), "neither a name nor an id");
    assert!(!holds(&open, "_ledger_") && !holds(&open, "NOW-2001-007"), "no document and no page of one");
    assert!(fixture.read("open/index.html").contains("No document has been released."));
    let internal = made(&fixture, "internal", "internal");
    assert!(holds(&internal, "first well"), "who may see it is shown it");
    // So does a source.
    fixture.write("data/wells/first-well.yaml", &first);
    assert!(holds(&made(&fixture, "open", "open"), "_ledger_"), "as it was");
    let gazette = fixture.read("data/sources/gazette.yaml");
    fixture.write("data/sources/gazette.yaml", &format!("{}\nmarking: paper/closed\n", gazette.trim_end()));
    let run = fixture.run(&["site", "--to", "open", "--edition", "open", "--lang", "ru"]);
    assert!(run.output.contains("пропущено версий: 2") && run.output.contains("gazette"), "{}", run.output);
    assert!(!holds(&all(&fixture, "open"), "_ledger_"));
    fixture.write("data/sources/gazette.yaml", &gazette);
    fixture.replace("data/requests/wells-1.yaml", "reference:", "marking: paper/closed\nreference:");
    let run = fixture.run(&["site", "--to", "open", "--edition", "open"]);
    assert!(run.output.contains("  NOW-2001-007 v01: its request\n"), "{}", run.output);
    let open = all(&fixture, "open");
    assert!(!holds(&open, "v01-released") && holds(&open, "v02-released"));
}

#[test]
fn an_index_without_documents_says_so() {
    let fixture = Fixture::shipped();
    let files = made(&fixture, "public", "site");
    assert!(files.iter().any(|(name, _)| name == "site/index.html"));
    assert!(fixture.read("site/index.html").contains("No document has been released."));
    assert!(repository().join("src/site/site.js").is_file());
}
