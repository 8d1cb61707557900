//! A request gives a document its official life; the marking of a document is the highest of what it prints.

use crate::fixture::Fixture;

const REQUEST: &str = "id: ask-1
report: ledger
reference: NOW-2001-007
version: 2
status: draft
as-of: 2001-02-01
date: 2001-02-02
to: {en: \"The Well Board\"}
";

fn document(fixture: &Fixture, arguments: &[&str]) -> serde_json::Value {
    let run = fixture.run(&[&["preview-data", "ledger", "--out", "-"], arguments].concat());
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    let page: serde_json::Value = serde_json::from_str(&run.output).expect("the page is JSON");
    page["document"].clone()
}

#[test]
fn a_request_gives_reference_version_dates_and_the_name_of_the_file() {
    let fixture = Fixture::foreign();
    fixture.write("data/requests/ask-1.yaml", REQUEST);
    fixture.write(
        "data/requests/ask-2.yaml",
        "id: ask-2\nreport: ledger\nversion: 1\nstatus: superseded\nas-of: 2000-01-01\n",
    );
    let document = document(&fixture, &[]);
    assert_eq!(document["request"]["reference"], "NOW-2001-007");
    assert_eq!(document["request"]["version"], "v02");
    assert_eq!(document["request"]["to"], "The Well Board");
    assert_eq!(document["as-of"]["edtf"], "2001-02-01");
    assert_eq!(document["date"]["edtf"], "2001-02-02");
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!(run.output, "…/out/2001-02-02_NOW-2001-007_ledger_en_v02-draft.pdf\n");
}

#[test]
fn the_day_asked_for_goes_before_that_of_the_settings() {
    let fixture = Fixture::foreign();
    assert_eq!(document(&fixture, &[])["as-of"]["edtf"], "2001-02-03");
    assert_eq!(document(&fixture, &["--as-of", "2000-06-01"])["as-of"]["edtf"], "2000-06-01");
    assert_eq!(fixture.run(&["report", "ledger", "--as-of", "June"]).code, 2);
}

#[test]
fn a_document_is_marked_as_high_as_what_it_prints() {
    let fixture = Fixture::foreign();
    assert_eq!(document(&fixture, &[])["markings"][0]["text"], "OPEN");
    fixture.replace("data/wells/first-well.yaml", "sources:", "marking: paper/closed\nsources:");
    assert_eq!(document(&fixture, &[])["markings"][0]["text"], "CLOSED");
}

#[test]
fn a_field_can_carry_a_marking_of_its_own() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "data/schema/well.schema.json",
        "\"How it came about.\"",
        "\"How it came about.\", \"x-marking\": \"paper/closed\"",
    );
    assert_eq!(document(&fixture, &[])["markings"][0]["text"], "CLOSED");
    fixture.replace("templates/ledger/report.yaml", "story, ", "");
    assert_eq!(document(&fixture, &[])["markings"][0]["text"], "OPEN", "what is not printed marks nothing");
    fixture.replace("data/schema/well.schema.json", "paper/closed", "paper/clsed");
    assert!(fixture.run(&["check"]).errors.contains("There is no marking “paper/clsed”"));
}

/// A second scheme, and a record of each marked in its own.
fn two_schemes(light: &str) -> Fixture {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/marking-schemes/light.yaml",
        "id: light\nname: {en: \"Lights of Nowhere\"}\ntranslated: false\nplacement: head-right\nlevels:\n  - {id: green, text: {en: \"GREEN\"}}\n  - {id: red, text: {en: \"RED\"}}\n",
    );
    fixture.replace("data/wells/first-well.yaml", "sources:", "marking: paper/closed\nsources:");
    fixture.replace("data/wells/second-well.yaml", "sources:", &format!("marking: light/{light}\nsources:"));
    fixture
}

fn marks(fixture: &Fixture) -> Vec<String> {
    let document = document(fixture, &[]);
    let marks = document["markings"].as_array().expect("a list").iter();
    marks.map(|mark| format!("{} {}", mark["placement"], mark["text"]).replace('"', "")).collect()
}

#[test]
fn a_document_carries_the_highest_mark_of_every_scheme_whatever_the_order() {
    let fixture = two_schemes("red");
    let both = ["head-and-foot CLOSED", "head-right RED"];
    assert_eq!(marks(&fixture), both);
    fixture.replace("templates/ledger/report.yaml", "order: [-dug]", "order: [dug]");
    assert_eq!(marks(&fixture), both, "the order of printing does not matter");
    fixture.replace("data/settings.yaml", "paper/open", "light/green");
    assert_eq!(marks(&fixture), ["head-right RED", "head-and-foot CLOSED"], "the scheme of the settings comes first");
}

#[test]
fn the_lowest_mark_of_another_scheme_replaces_none() {
    assert_eq!(marks(&two_schemes("green")), ["head-and-foot CLOSED", "head-right GREEN"]);
}
