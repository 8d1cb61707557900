//! The engine knows no word of the plan: another plan, other kinds and another report are made by the same program.

use crate::fixture::Fixture;
use crate::fixture::reference::compare_text;

#[test]
fn foreign_workspace_is_checked_and_made() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(run.output, "…/out/2001-02-03_ledger_en.pdf\n");
    let names: Vec<String> = fixture.files("out").into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["2001-02-03_ledger_en.pdf", "manifest.json"]);
}

#[test]
fn foreign_page_holds_what_the_report_shows() {
    let run = Fixture::foreign().run(&["preview-data", "ledger", "--out", "-"]);
    let page: serde_json::Value = serde_json::from_str(&run.output).expect("the page is JSON");
    let wells = &page["sets"]["wells"];
    assert_eq!(wells[0]["name"], "Second Well");
    assert_eq!(wells[0]["depth"]["text"], "21", "the preferred candidate of the claim");
    assert_eq!(wells[0]["depth-claim"], "second-depth");
    assert_eq!(wells[1]["dug"]["long"], "May\u{a0}1999");
    assert_eq!(wells[1]["story"]["blocks"][0]["body"][1]["type"], "emphasis");
    assert_eq!(page["sets"]["villages"][1]["wells"][0]["name"], "First Well", "found by those that refer to it");
    assert_eq!(page["counts"]["by-village"]["number"], 2);
    assert_eq!(page["counts"]["by-village"]["rows"][0]["number"], 1);
    assert_eq!(page["sources"]["gazette"]["key"], "GAZETTE");
    assert_eq!(page["claims"]["second-depth"]["preferred"], 2);
}

#[test]
fn a_report_needs_no_sets_where_its_subject_says_all() {
    let fixture = Fixture::foreign();
    fixture.write("templates/card/card.typ", "#set document(title: \"x\")\n#json(\"/page.json\").subject.name\n");
    let card =
        "type: {en: \"Card\"}\ntemplate: card.typ\nfile: card\nfor-each: [well]\nsubject: [name]\nlanguages: [en]\n";
    for sets in ["", "sets: {}\n"] {
        fixture.write("templates/card/report.yaml", &format!("{card}{sets}"));
        let run = fixture.run(&["preview-data", "card", "first-well", "--out", "-"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{sets}");
        let page: serde_json::Value = serde_json::from_str(&run.output).expect("the page is JSON");
        assert_eq!(page["subject"]["name"], "First Well");
    }
    fixture.write("templates/card/report.yaml", &card.replace("subject: [name]\n", ""));
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.errors.matches("error[").count(), 1, "{}", run.errors);
    assert!(run.errors.contains("error[field-missing]") && run.errors.contains("“sets”"), "{}", run.errors);
}

#[test]
fn foreign_page_and_manifest_are_as_before() {
    let fixture = Fixture::foreign();
    let page = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    assert_eq!(fixture.run(&["report", "ledger"]).code, 0);
    let (_, manifest) = fixture.files("out").pop().expect("a manifest");
    let mut manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("JSON");
    // They change with every change of the program.
    for changing in ["action", "program"] {
        assert!(manifest["documents"][0]["made-from"][changing].take().is_string());
    }
    let manifest = serde_json::to_string_pretty(&manifest).expect("JSON") + "\n";
    let compared = [("ledger-page.json", page.output), ("manifest.json", manifest)];
    let faults: Vec<_> = compared
        .into_iter()
        .filter(|(name, text)| std::panic::catch_unwind(|| compare_text(name, text)).is_err())
        .collect();
    assert!(faults.is_empty(), "{:?}", faults.iter().map(|(name, _)| name).collect::<Vec<_>>());
}
