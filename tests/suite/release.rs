//! A version goes out: what stands against it is told at once, what goes out is entered, can be made again, and is followed by what changed.

use serde_json::Value as Json;

use crate::fixture::text_layer::{joined, pages};
use crate::fixture::{APPROVED, Fixture, repository};

const FILE: &str = "2001-02-03_NOW-2001-007_ledger_en_v01-released.pdf";

fn workspace() -> Fixture {
    let fixture = Fixture::foreign();
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    fixture.commit();
    fixture
}

/// A workspace from which a version went out, with everything committed.
fn released() -> Fixture {
    let fixture = workspace();
    let run = fixture.run(&["release", "wells-1"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    fixture.commit();
    fixture
}

fn preview(fixture: &Fixture) -> Json {
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    serde_json::from_str(&run.output).expect("the page is JSON")
}

#[test]
fn what_goes_out_is_entered_and_the_request_is_released() {
    let fixture = workspace();
    let run = fixture.run(&["release", "wells-1"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("NOW-2001-007 v01 is released"), "{}", run.output);
    let entry = fixture.read("data/register/now-2001-007-v01.yaml");
    let pdf = std::fs::read(fixture.path("released").join(FILE)).expect("the document");
    for line in [
        format!("sha256: {}", chancery::digest::of(&pdf)),
        format!("commit: {}", fixture.git(&["rev-parse", "HEAD"]).trim()),
        format!("file: \"{FILE}\""),
        "marking: [paper/open]".to_owned(),
    ] {
        assert!(entry.replace('"', "").contains(&line.replace('"', "")), "{line} in\n{entry}");
    }
    assert!(fixture.read("data/requests/wells-1.yaml").contains("status: released"));
    assert_eq!(fixture.run(&["check"]).code, 0, "the register is records like others");
    assert_eq!(fixture.run(&["fmt", "--check", "data/register"]).code, 0, "in the stable form");
    let printed: Json =
        serde_json::from_str(&fixture.read("data/register/now-2001-007-v01/internal-en.json")).expect("JSON");
    assert_eq!(printed["document"]["request"]["status"], "released");
    assert_eq!(printed["document"]["request"]["clearance"], Json::Null, "it went out without its clearance");
}

#[test]
fn everything_that_stands_against_it_is_told_at_once_and_nothing_is_written() {
    let fixture = workspace();
    fixture.replace("data/requests/wells-1.yaml", "status: approved", "status: for-clearance");
    fixture.replace("data/requests/wells-1.yaml", ", date: 2001-02-02}", "}");
    fixture.replace("data/requests/wells-1.yaml", "reference: NOW-2001-007\n", "");
    fixture.replace(
        "data/schema/well.schema.json",
        "\"story\":",
        "\"rough\": {\"type\": \"boolean\", \"x-unfinished\": true}, \"good-for\": {\"type\": \"integer\", \"minimum\": 1, \"x-months-after\": \"dug\"}, \"story\":",
    );
    fixture.replace("data/wells/first-well.yaml", "sources:", "rough: true\nsources:");
    fixture.replace("data/wells/second-well.yaml", "sources:", "good-for: 3\nsources:");
    let before = fixture.git(&["status", "--porcelain"]);
    let run = fixture.run(&["release", "wells-1"]);
    assert_eq!(run.code, 1, "{}", run.errors);
    for reason in [
        "its status is “for-clearance”",
        "it has no reference",
        "the step “approved” of its clearance has no date",
        "files are not committed: data/",
        "it prints “first-well”, which says of itself that it is not finished",
        "it prints “second-well”, which was to be looked at again after 2000-04-02",
    ] {
        let told = run.errors.split_whitespace().collect::<Vec<_>>().join(" ").replace(" │ ", " ");
        assert!(told.contains(reason), "{reason} in\n{}", run.errors);
    }
    assert_eq!(fixture.git(&["status", "--porcelain"]), before);
    assert!(!fixture.path("released").exists() && !fixture.path("data/register").exists());
    // A draft of it is made all the same.
    assert_eq!(fixture.run(&["report", "ledger"]).code, 0);
}

#[test]
fn a_mark_whose_words_nobody_confirmed_stays_in() {
    let fixture = workspace();
    fixture.replace("data/wells/first-well.yaml", "sources:", "marking: paper/closed\nsources:");
    fixture.replace(
        "data/marking-schemes/paper.yaml",
        "text: {en: \"CLOSED\"}, confirmed: [en]",
        "text: {en: \"CLOSED\"}",
    );
    fixture.commit();
    let run = fixture.run(&["release", "wells-1"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("is not confirmed"), "{}", run.errors);
}

#[test]
fn without_a_repository_nothing_goes_out() {
    let fixture = Fixture::foreign();
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    let run = fixture.run_with(&["release", "wells-1"], &[("GIT_CEILING_DIRECTORIES", "/")]);
    assert_eq!(run.code, 2, "{}", run.errors);
    assert!(run.errors.contains("nothing can be released here"), "{}", run.errors);
    let fixture = workspace();
    assert_eq!(fixture.run(&["release", "wells-2"]).code, 2);
}

#[test]
fn a_version_goes_out_once_and_the_next_takes_its_place() {
    let fixture = released();
    let page = preview(&fixture);
    assert_eq!(
        (&page["document"]["request"]["version"], &page["document"]["request"]["status"]),
        (&"v02".into(), &"draft".into())
    );
    assert_eq!(page["document"]["request"]["clearance"], Json::Null, "the clearance was that of the version before");
    assert_eq!(page["changes"]["version"], "v01");
    assert_eq!(page["changes"]["facts"], serde_json::json!([]), "nothing changed yet");
    let run = fixture.run(&["release", "wells-1"]);
    assert!(run.errors.contains("the version v01 went out"), "{}", run.errors);
    let second = APPROVED.replace("wells-1", "wells-2").replace("version: 1", "version: 2\nrevision: Rev.1");
    fixture.write("data/requests/wells-2.yaml", &second);
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    fixture.commit();
    let page = preview(&fixture);
    assert_eq!(page["document"]["request"]["reference"], "NOW-2001-007/Rev.1");
    let facts = page["changes"]["facts"].as_array().expect("facts");
    assert_eq!(facts.len(), 1, "{facts:#?}");
    assert_eq!((&facts[0]["record"], &facts[0]["field"]), (&"first-well".into(), &"depth".into()));
    let run = fixture.run(&["release", "wells-2"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(fixture.read("data/requests/wells-1.yaml").contains("status: superseded"));
    assert!(fixture.read("data/register/now-2001-007-v02.yaml").contains("supersedes: now-2001-007-v01"));
}

#[test]
fn a_correction_stands_beside_what_it_corrects() {
    let fixture = released();
    let second = APPROVED.replace("wells-1", "wells-2").replace("version: 1", "version: 2\nrevision: Corr.1");
    fixture.write("data/requests/wells-2.yaml", &second);
    fixture.commit();
    let run = fixture.run(&["release", "wells-2"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(fixture.read("data/requests/wells-1.yaml").contains("status: released"), "it stays");
    assert!(fixture.read("data/register/now-2001-007-v02.yaml").contains("amends: now-2001-007-v01"));
}

#[test]
fn what_went_out_is_made_again_from_its_commit_whatever_the_records_say_now() {
    let fixture = released();
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    fixture.commit();
    let file = fixture.path("released").join(FILE);
    let file = file.to_str().expect("a path");
    let run = fixture.run(&["verify", file]);
    assert_eq!(run.code, 0, "{} {}", run.output, run.errors);
    assert!(run.output.contains("is what was released"), "{}", run.output);
    let mut bytes = std::fs::read(file).expect("the document");
    bytes.extend(b"%");
    std::fs::write(file, bytes).expect("it can be written");
    let run = fixture.run(&["verify", file]);
    assert_eq!(run.code, 1, "{}", run.errors);
    assert!(run.output.contains("is not the file that was released"), "{}", run.output);
    assert_eq!(fixture.git(&["worktree", "list"]).lines().count(), 1, "nothing is left in the repository");
}

#[test]
fn changes_are_told_since_a_version_a_revision_and_a_day() {
    let fixture = released();
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    fixture.commit();
    for since in [&[][..], &["--since", "v01"], &["--since", "HEAD~1"]] {
        let run = fixture.run(&[&["changes", "ledger"], since].concat());
        assert_eq!(run.code, 0, "{since:?}: {}", run.errors);
        assert!(run.output.contains("facts changed: 1"), "{since:?}: {}", run.output);
        assert!(
            run.output.contains("changed first-well · depth: ") && run.output.contains("[gazette]"),
            "{}",
            run.output
        );
    }
    let run = fixture.run(&["changes", "ledger/en", "--json"]);
    let json: Json = serde_json::from_str(&run.output).expect("JSON");
    assert_eq!(json[0]["facts"][0]["became"], "changed");
    let run = fixture.run(&["changes", "ledger", "--since", "1999-01-01"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("the repository is younger"), "{}", run.errors);
    assert_eq!(fixture.run(&["changes", "ledger", "--since", "v07"]).code, 2);
    assert_eq!(fixture.run(&["changes", "nothing"]).code, 2);
}

#[test]
fn the_register_says_what_went_out_with_its_check_values() {
    let fixture = Fixture::shipped();
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("a file");
    let (_, from) = readme.split_once("```yaml\nid: profile-2022").expect("a request");
    let (request, _) = from.split_once("```").expect("its end");
    fixture.write(
        "data/requests/profile-2022.yaml",
        &format!("id: profile-2022{request}to: {{en: \"Nobody\", ru: \"Никому\"}}\n"),
    );
    fixture.commit();
    // What the readme says of the records as they stand.
    let run = fixture.run(&["release", "profile-2022"]);
    assert_eq!((run.code, run.errors.matches("error[").count()), (1, 1), "{}", run.errors);
    assert!(run.errors.contains("is not confirmed"), "{}", run.errors);
    let scheme = fixture.read("data/marking-schemes/un.yaml").replace("confirmed: [en]", "confirmed: [en, ru]");
    fixture.write("data/marking-schemes/un.yaml", &scheme);
    fixture.commit();
    let run = fixture.run(&["release", "profile-2022"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let run = fixture.run(&["report", "register", "--lang", "en", "--with-data"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    let files = fixture.files("out");
    let (_, pdf) = files.iter().find(|(name, _)| name.ends_with("_en.pdf")).expect("the register");
    let text = joined(&pages(pdf.clone()).join("\n"));
    let entry = fixture.read("data/register/ctb-2022-014-v01.yaml");
    let values: Vec<&str> = entry.lines().filter_map(|line| line.trim().strip_prefix("sha256: ")).collect();
    assert_eq!(values.len(), 4, "two languages, two editions");
    for value in
        values.iter().map(|value| value.trim_matches('"')).chain(["CTB-2022-014", "Kazakhstan", "Казахстан", "Nobody"])
    {
        assert!(text.contains(value), "{value} in {text}");
    }
    assert!(
        files.iter().any(|(name, _)| name.contains("_en_releases.csv")),
        "{:?}",
        files.iter().map(|file| &file.0).collect::<Vec<_>>()
    );
}
