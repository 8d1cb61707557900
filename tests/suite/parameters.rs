//! What a report declares for the person who asks for it: which records get a document, and what can be set.

use crate::fixture::Fixture;
use crate::fixture::cards::few_cards;

/// A workspace whose ledger can be narrowed to a village, to deep wells, and to a time.
fn narrowed() -> Fixture {
    let fixture = Fixture::foreign();
    fixture.write(
        "templates/slips/report.yaml",
        r#"type: {en: "Slips"}
template: slips.typ
file: slips
languages: [en]
parameters:
  village: {type: record, kind: village, label: {en: "Village"}}
  from: {type: date, label: {en: "Dug from"}}
  told: {type: flag, label: {en: "With a story only"}}
  order: {type: choice, choices: {old: {en: "oldest first"}, new: {en: "newest first"}}, default: old, label: {en: "Order"}}
sets:
  wells:
    kind: well
    where: >-
      (!has(set.village) || self.village == set.village) && (!has(set.from) || !before(self.dug, set.from))
      && (!set.told || has(self.story)) && set.order in ['old', 'new']
    show: [name]
"#,
    );
    fixture.write(
        "templates/slips/slips.typ",
        "#set document(title: \"x\")\n#let page = json(\"/page.json\")\n#for it in page.document.selection [#it.label]\n#for it in page.sets.wells [#it.name ]\n",
    );
    fixture
}

/// Returns the names of the wells that the page has, and what it says was set.
fn page(fixture: &Fixture, set: &[&str]) -> (Vec<String>, String) {
    let set = if set.is_empty() { Vec::new() } else { [&["--set"], set].concat() };
    let run = fixture.run(&[&["preview-data", "slips", "--out", "-"], set.as_slice()].concat());
    assert_eq!(run.code, 0, "{}", run.errors);
    let page: serde_json::Value = serde_json::from_str(&run.output).expect("JSON");
    let wells = page["sets"]["wells"].as_array().expect("wells").iter();
    let names = wells.map(|well| well["name"].as_str().expect("a name").to_owned()).collect();
    (names, page["document"]["selection"].to_string())
}

#[test]
fn what_is_set_narrows_the_document_and_stands_on_it() {
    let fixture = narrowed();
    assert_eq!(page(&fixture, &[]).0, ["First Well", "Second Well"]);
    let (names, selection) = page(&fixture, &["village=upper", "told=true"]);
    assert_eq!(names, ["First Well"]);
    let said = r#"[{"label":"Village","value":"Upper Nowhere"},{"label":"With a story only","value":null}]"#;
    assert_eq!(selection, said);
    assert_eq!(page(&fixture, &["from=2000"]).0, ["Second Well"]);
    assert_eq!(page(&fixture, &["told=false", "order=new"]).1, r#"[{"label":"Order","value":"newest first"}]"#);
}

#[test]
fn documents_of_different_settings_have_different_files() {
    let fixture = narrowed();
    for set in [&[][..], &["--set", "village=lower"], &["--set", "told=true", "from=1999-05"]] {
        let run = fixture.run(&[&["report", "slips"], set].concat());
        assert_eq!(run.code, 0, "{}", run.errors);
    }
    let names: Vec<String> = fixture.files("out").into_iter().map(|(name, _)| name).collect();
    let expected = [
        "2001-02-03_slips_en.pdf",
        "2001-02-03_slips_from-1999-05_told_en.pdf",
        "2001-02-03_slips_village-lower_en.pdf",
        "manifest.json",
    ];
    assert_eq!(names, expected);
}

#[test]
fn what_cannot_be_set_is_refused_with_what_can() {
    let fixture = narrowed();
    for (set, words) in [
        ("depth=3", "“depth” cannot be set for the report “slips”; what can: village, from, told, order"),
        ("village=middle", "village=middle cannot be set: write the id of a village"),
        ("from=spring", "from=spring cannot be set: write a date"),
        ("told=yes", "told=yes cannot be set: write true or false"),
        ("order=odd", "order=odd cannot be set: write one of old, new"),
        ("order", "write name=value"),
    ] {
        let run = fixture.run(&["report", "slips", "--set", set]);
        assert_eq!(run.code, 2, "{set}");
        assert!(run.errors.contains(words), "{set}: {}", run.errors);
    }
    let run = fixture.run(&["report", "ledger", "--set", "village=upper"]);
    assert!(run.errors.contains("nothing can be set for the report “ledger”"), "{}", run.errors);
    let run = fixture.run(&["list", "reports"]);
    let help = fixture.run(&["report", "slips", "--help"]);
    assert_eq!(help.code, 0, "{}", help.errors);
    assert!(help.output.contains("Usage: chancery report"), "{}", help.output);
    for line in ["--set village=<village>  Village", "--set told=true|false", "--set order=old|new  Order"] {
        assert!(run.output.contains(line) && help.output.contains(line), "{} {}", run.output, help.output);
    }
}

#[test]
fn a_report_is_made_only_of_the_records_that_its_filter_lets_through() {
    let fixture = few_cards();
    fixture.replace(
        "templates/card/report.yaml",
        "for-each: [well]\n",
        "for-each: [well]\nonly: \"has(self.story)\"\n",
    );
    let run = fixture.run(&["report", "card"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert_eq!(run.output.lines().count(), 1, "{}", run.output);
    let run = fixture.run(&["report", "card", "second-well"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("the report “card” makes no document of “second-well”"), "{}", run.errors);
    fixture.replace("templates/card/report.yaml", "has(self.story)", "self.nothing == 1");
    let run = fixture.run(&["report", "card"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("the filter `only` of the report “card” gives no answer for “"), "{}", run.errors);
    fixture.replace("templates/card/report.yaml", "self.nothing == 1", "self.nothing ==");
    assert_eq!(fixture.run(&["check"]).code, 1, "a filter that cannot be read is a fault of the report");
}

#[test]
fn a_report_about_several_kinds_has_for_each_its_own_fields_and_sets() {
    let fixture = few_cards();
    let definition = "type: {en: \"Card\"}\ntemplate: card.typ\nfile: card\nfor-each: [village, well]\n\
                      only: \"self.id in ['upper', 'first-well']\"\nsubject: [name, depth, wells.name]\n\
                      languages: [en]\nsets:\n  others:\n    kind: well\n    for: [well]\n\
                      \x20   where: \"self.village == subject.village\"\n    show: [name]\n";
    fixture.write("templates/card/report.yaml", definition);
    fixture.write("templates/card/card.typ", "#let page = json(\"/page.json\")\n#page.document.subject-kind\n");
    let data = |subject: &str| {
        let run = fixture.run(&["preview-data", "card", subject]);
        assert_eq!(run.code, 0, "{}", run.errors);
        let data: serde_json::Value = serde_json::from_str(&fixture.read("templates/page.json")).expect("JSON");
        data
    };
    let village = data("upper");
    assert_eq!(village["document"]["subject-kind"], "village");
    assert!(village["subject"].get("depth").is_none() && village["subject"]["wells"].is_array(), "{village}");
    assert!(village["sets"].get("others").is_none(), "{village}");
    let well = data("first-well");
    assert!(well["subject"]["depth"].is_object() && well["subject"].get("wells").is_none(), "{well}");
    assert!(well["sets"]["others"].is_array(), "{well}");
    let run = fixture.run(&["report", "card"]);
    assert_eq!((run.code, run.output.lines().count()), (0, 2), "{}", run.errors);
    let run = fixture.run(&["report", "card", "nowhere"]);
    assert!(run.errors.contains("there is no village, well “nowhere”"), "{}", run.errors);
    // What none of the kinds has is a fault; so is a kind that `for-each` does not name.
    fixture.replace("templates/card/report.yaml", "wells.name]", "wells.name, colour]");
    assert!(fixture.run(&["check"]).errors.contains("report-field"));
    fixture.replace("templates/card/report.yaml", ", colour]", "]");
    fixture.replace("templates/card/report.yaml", "for: [well]", "for: [wells]");
    assert!(fixture.run(&["check"]).errors.contains("report-subject"));
}

#[test]
fn a_report_that_is_not_built_is_made_when_it_is_asked_for() {
    let fixture = few_cards();
    let built = |fixture: &Fixture| {
        let run = fixture.run(&["build", "--plan"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        run.output.matches("card").count()
    };
    assert!(built(&fixture) > 0);
    fixture.replace("templates/card/report.yaml", "languages: [en]\n", "languages: [en]\nbuild: false\n");
    assert_eq!(built(&fixture), 0);
    assert_eq!(fixture.run(&["report", "card"]).code, 0);
}

#[test]
fn exact_numbers_are_added_up_and_others_are_in_no_row() {
    let fixture = Fixture::foreign();
    fixture.replace("data/wells/first-well.yaml", "\"~40\"", "40");
    fixture.replace(
        "templates/ledger/report.yaml",
        "  by-village:\n    of: wells\n",
        "  by-village:\n    of: wells\n    sum: depth\n",
    );
    let count = |fixture: &Fixture| {
        let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        let page: serde_json::Value = serde_json::from_str(&run.output).expect("JSON");
        page["counts"]["by-village"].clone()
    };
    let second = fixture.read("data/wells/second-well.yaml");
    let depth = second.lines().find_map(|line| line.strip_prefix("depth: ")).expect("a depth").to_owned();
    fixture.replace("data/wells/second-well.yaml", &format!("depth: {depth}"), "depth: 2");
    let both = count(&fixture);
    assert_eq!((&both["number"], &both["outside"]["number"]), (&42.into(), &0.into()));
    let running: Vec<i64> =
        both["rows"].as_array().expect("rows").iter().filter_map(|row| row["running"]["number"].as_i64()).collect();
    assert_eq!(running.last(), Some(&42), "{both}");
    fixture.replace("data/wells/second-well.yaml", "depth: 2", "depth: \">2\"");
    let one = count(&fixture);
    assert_eq!((&one["number"], &one["outside"]["number"]), (&40.into(), &1.into()), "{one}");
}

#[test]
fn the_data_of_a_document_stand_beside_it_as_tables() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["report", "ledger", "--with-data"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let files = fixture.files("out");
    let (_, bytes) = files.iter().find(|(name, _)| name == "2001-02-03_ledger_en_wells.csv").expect("a table");
    let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8"));
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    assert_eq!(head, ["id", "name", "village.name", "dug", "depth", "story", "sources"]);
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows.len(), 2);
    let first = rows.iter().find(|row| row[0] == "first-well").expect("the well");
    assert_eq!(first[1..4], ["First Well", "Upper Nowhere", "1999-05"]);
    assert!(first[5].starts_with("The first well was dug by nobody"), "{first:?}");
    assert!(files.iter().any(|(name, _)| name == "2001-02-03_ledger_en_by-village.csv"));
}
