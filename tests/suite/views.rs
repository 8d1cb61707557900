//! Editions and days: what a reader may not see, and what was not known yet, is nowhere in what is made.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::fixture::Fixture;

/// Gives a workspace an edition that may see everything, and one that may not.
fn add_editions(fixture: &Fixture) {
    fixture.replace(
        "data/settings.yaml",
        "marking: paper/open",
        "marking: paper/open\neditions:\n  - id: internal\n  - id: public\n    highest: {paper: open}",
    );
}

/// The workspace of wells with two editions, and a well that only one of them may see, with all that hangs on it.
fn two_editions() -> Fixture {
    let fixture = Fixture::foreign();
    add_editions(&fixture);
    fixture.write(
        "data/sources/letter.yaml",
        "id: letter\npublisher: {en: \"Canary Letters\"}\ntitle: \"Canary Title\"\nlanguage: [en]\nmarking: paper/closed\n",
    );
    fixture.write(
        "data/wells/hidden-canary.yaml",
        "id: hidden-canary\nname: {en: \"Canary Well\"}\nvillage: upper\ndug: 2000-02-02\ndepth: {claim: canary-depth}\n\
         story:\n  en: |\n    A canary sang [@letter].\nmarking: paper/closed\nsources: [letter, gazette]\n",
    );
    fixture.write(
        "data/claims/canary-depth.yaml",
        "id: canary-depth\nquestion: {en: \"How deep did the canary fall?\"}\nabout: [hidden-canary]\ncandidates:\n  \
         - {value: 77, text: {en: \"Canary depth.\"}, sources: [letter]}\npreferred: 1\nbecause: {en: \"A canary said so.\"}\n",
    );
    fixture.replace(
        "data/wells/first-well.yaml",
        "[@gazette].",
        "[@gazette; @letter].\n\n    The canary knows why [@letter].",
    );
    fixture.replace("data/wells/first-well.yaml", "sources: [gazette]", "sources: [gazette, letter]");
    fixture
}

/// Every file of a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file")))
        .collect()
}

fn preview(fixture: &Fixture, arguments: &[&str]) -> String {
    let run = fixture.run(&[&["preview-data", "ledger", "--out", "-"], arguments].concat());
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{arguments:?}");
    run.output
}

#[test]
fn what_an_edition_may_not_see_is_not_in_its_page() {
    let fixture = two_editions();
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    assert!(run.output.contains("Canary Well") && run.output.contains("canary-depth"), "the internal edition has it");
    let public = preview(&fixture, &["--edition", "public"]);
    assert!(!public.to_lowercase().contains("canary") && !public.contains("letter"), "{public}");
    let page: serde_json::Value = serde_json::from_str(&public).expect("the page is JSON");
    assert_eq!(page["sets"]["wells"].as_array().map(Vec::len), Some(2), "counts and sets agree");
    assert_eq!(page["counts"]["by-village"]["number"], 2.0);
    assert_eq!(page["document"]["markings"][0]["text"], "OPEN");
}

#[test]
fn two_workspaces_that_differ_in_what_an_edition_may_not_see_give_it_the_same_bytes() {
    let with = two_editions();
    let without = two_editions();
    fs::remove_file(without.path("data/wells/hidden-canary.yaml")).expect("it was there");
    fs::remove_file(without.path("data/claims/canary-depth.yaml")).expect("it was there");
    fs::remove_file(without.path("data/sources/letter.yaml")).expect("it was there");
    without.replace(
        "data/wells/first-well.yaml",
        "[@gazette; @letter].\n\n    The canary knows why [@letter].",
        "[@gazette].",
    );
    without.replace("data/wells/first-well.yaml", "sources: [gazette, letter]", "sources: [gazette]");
    let made = |fixture: &Fixture| {
        let run = fixture.run(&["report", "ledger", "--edition", "public"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""));
        (run.output, files(&fixture.path("out/public")))
    };
    assert_eq!(made(&with), made(&without));
}

#[test]
fn an_edition_that_there_is_not_is_told_with_those_there_are() {
    let run = two_editions().run(&["report", "ledger", "--edition", "press"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("“press”") && run.errors.contains("internal, public"), "{}", run.errors);
}

#[test]
fn the_records_that_fall_away_are_noted_for_those_who_look_after_them() {
    let fixture = two_editions();
    fixture.replace("data/wells/second-well.yaml", "sources: [gazette]", "sources: [letter]");
    let run = fixture.run(&["check", "--notes"]);
    assert!(run.errors.contains("record-withheld") || run.output.contains("record-withheld"), "{}", run.errors);
    let public = fixture.run(&["report", "ledger", "--edition", "public"]);
    assert_eq!((public.code, public.errors.as_str()), (0, ""), "a public run names none of them");
}

#[test]
fn on_an_earlier_day_what_came_later_is_not_known() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "data/schema/well.schema.json",
        "\"When it was dug.\"",
        "\"When it was dug.\", \"x-date\": \"begins\"",
    );
    fixture.replace("data/wells/second-well.yaml", "2000-01-02", "2001-01-20");
    let now = preview(&fixture, &[]);
    assert!(now.contains("Second Well") && now.contains("second-depth"));
    let before = preview(&fixture, &["--as-of", "2001-01-10"]);
    assert!(before.contains("First Well") && !before.contains("Second Well"), "{before}");
    assert!(!before.contains("second-depth"), "the claim about it is not known either");
    let deleted = Fixture::foreign();
    fs::remove_file(deleted.path("data/wells/second-well.yaml")).expect("it was there");
    fs::remove_file(deleted.path("data/claims/second-depth.yaml")).expect("it was there");
    assert_eq!(preview(&deleted, &["--as-of", "2001-01-10"]), before, "as if it had never been recorded");
}

#[test]
fn what_rests_on_later_sources_alone_is_not_known() {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/sources/later.yaml",
        "id: later\npublisher: {en: \"Later Gazette\"}\ntitle: \"Later\"\nlanguage: [en]\npublished: 2001-01-20\n",
    );
    fixture.replace("data/wells/first-well.yaml", "sources: [gazette]", "sources: [later]");
    fixture.replace("data/wells/second-well.yaml", "sources: [gazette]", "sources: [gazette, later]");
    let before = preview(&fixture, &["--as-of", "2001-01-10"]);
    assert!(!before.contains("First Well") && before.contains("Second Well") && !before.contains("Later"), "{before}");
}

#[test]
fn documents_of_two_editions_do_not_lie_in_one_folder() {
    let fixture = two_editions();
    assert_eq!(fixture.run(&["report", "ledger", "--out", "shelf"]).code, 0);
    let run = fixture.run(&["report", "ledger", "--edition", "public", "--out", "shelf"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("internal") && run.errors.contains("--out"), "{}", run.errors);
}

#[test]
fn a_version_of_a_claim_marks_the_document_that_prints_it_and_is_in_no_edition_below() {
    let fixture = Fixture::foreign();
    add_editions(&fixture);
    let open = preview(&fixture, &[]);
    fixture.replace(
        "data/claims/second-depth.yaml",
        "{en: \"Twelve metres.\"}, ",
        "{en: \"Twelve metres.\"}, marking: paper/closed, ",
    );
    let page = |edition: &str| {
        serde_json::from_str::<serde_json::Value>(&preview(&fixture, &["--edition", edition])).expect("JSON")
    };
    assert!(open.contains("\"OPEN\"") && !open.contains("\"CLOSED\""));
    let internal = page("internal");
    assert_eq!(internal["document"]["markings"][0]["text"], "CLOSED");
    let public = page("public");
    assert_eq!(public["document"]["markings"][0]["text"], "OPEN");
    let claim = &public["claims"]["second-depth"];
    assert_eq!((claim["candidates"].as_array().map(Vec::len), &claim["preferred"]), (Some(1), &1.into()));
    assert!(!public.to_string().contains("Twelve"), "{public}");
}

#[test]
fn what_may_be_seen_and_is_cited_by_secrets_alone_is_seen_all_the_same() {
    let with = two_editions();
    let loose = "id: loose\npublisher: {en: \"Loose Leaf\"}\ntitle: \"Undated\"\nlanguage: [en]\n";
    with.write("data/sources/loose.yaml", loose);
    with.replace("templates/ledger/report.yaml", "counts:", "  sources: {kind: source, show: [publisher]}\ncounts:");
    with.replace("data/wells/hidden-canary.yaml", "sources: [letter, gazette]", "sources: [letter, loose]");
    let public = preview(&with, &["--edition", "public"]);
    assert!(public.contains("Loose Leaf"), "else one sees that something else cites it");
    assert!(!public.contains("Canary"), "{public}");
}

#[test]
fn warnings_are_told_to_those_who_may_see_everything() {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/wells/hidden.yaml",
        "id: hidden\nname: {en: \"Hidden\"}\nvillage: upper\ndepth: 1\nmarking: paper/closed\nsources: [gazette]\n",
    );
    fixture.replace(
        "data/settings.yaml",
        "marking: paper/open",
        "marking: paper/open\neditions:\n  - id: public\n    highest: {paper: open}\n  - id: internal",
    );
    let told = |arguments: &[&str]| {
        let run = fixture.run(&[&["preview-data", "ledger", "--out", "-"], arguments].concat());
        assert_eq!(run.code, 0);
        run.errors
    };
    assert_eq!((told(&[]), told(&["--edition", "public"])), (String::new(), String::new()));
    assert!(told(&["--edition", "internal"]).contains("well-shallow"));
}
