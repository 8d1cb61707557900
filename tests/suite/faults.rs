//! A record with a fault of each kind: every fault is named at its place, nothing is written, an earlier file stays as it was.

use std::fs;

use crate::fixture::Fixture;

const FAULTY: &str = "id: third-wel
nmae: {en: \"Third Well\"}
name: {ru: \"Колодец\"}
village: uper
dug: 3.3.2022
depth: deep
story: {en: \"# Head [@gazete]\"}
marking: paper/secret
sources: []
";

#[test]
fn every_fault_of_a_record_is_named_at_its_place_and_nothing_is_written() {
    let fixture = Fixture::foreign();
    fs::create_dir(fixture.path("out")).expect("a folder");
    fixture.write("out/2001-02-03_ledger_en.pdf", "an earlier file");
    fixture.write("data/wells/third-well.yaml", FAULTY);
    fixture.write("data/wells/broken.yaml", "id: broken\nname: Well: the fourth\n");
    fixture.write(
        "data/wells/fifth-well.yaml",
        "id: first-well\nname: {en: \"Fifth\"}\nvillage: first-well\nsources: [gazette]\n",
    );
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!(run.code, 1);
    for (code, place) in [
        ("id-not-file-name", "data/wells/third-well.yaml:1:5"),
        ("field-unknown", "data/wells/third-well.yaml:2:1"),
        ("translation-missing", "data/wells/third-well.yaml:3:1"),
        ("reference-unknown", "data/wells/third-well.yaml:4:10"),
        ("date-order", "data/wells/third-well.yaml:5:6"),
        ("quantity-invalid", "data/wells/third-well.yaml:6:8"),
        ("markdown-unsupported", "data/wells/third-well.yaml:7:14"),
        ("marking-unknown", "data/wells/third-well.yaml:8:10"),
        ("list-length", "data/wells/third-well.yaml:9:10"),
        ("colon-in-text", "data/wells/broken.yaml:2:7"),
        ("id-twice", "data/wells/fifth-well.yaml:1:5"),
        ("reference-kind", "data/wells/fifth-well.yaml:3:10"),
    ] {
        let told = run.errors.split("\n\n").any(|fault| fault.contains(&format!("[{code}]")) && fault.contains(place));
        assert!(told, "{code} at {place} in:\n{}", run.errors);
    }
    assert!(run.errors.contains("Did you mean “name”?"), "{}", run.errors);
    assert!(run.errors.contains("Did you mean “upper”?"), "{}", run.errors);
    assert_eq!(fixture.files("out"), [("2001-02-03_ledger_en.pdf".to_owned(), b"an earlier file".to_vec())]);
}

#[test]
fn a_fault_in_a_long_text_is_named_at_its_line() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "data/wells/first-well.yaml",
        "    The *first* well was dug by nobody [@gazette].\n",
        "    The `first` well: 2 &lt; 3 [@lost].\n\n    A `first` line [@gazette; @lost].\n",
    );
    let run = fixture.run(&["check", "--message-format", "short"]);
    assert_eq!(run.code, 1);
    let places: Vec<&str> =
        run.output.lines().filter_map(|line| line.strip_prefix("data/wells/first-well.yaml:")).collect();
    for (place, code) in [("8:9", "markdown"), ("8:34", "reference"), ("10:7", "markdown"), ("10:32", "reference")] {
        let told = |line: &&str| line.starts_with(&format!("{place}:")) && line.contains(code);
        assert!(places.iter().any(told), "{place} in {places:#?}");
    }
    assert_eq!(places.len(), 4, "the signs of web pages are Markdown's own: {places:#?}");
}

#[test]
fn a_rule_of_the_schema_is_asked_and_named() {
    let fixture = Fixture::foreign();
    fixture.replace("data/wells/first-well.yaml", "\"~40\"", "501");
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.errors.contains("error[well-too-deep]: No well of the plan is deeper than 500 metres."),
        "{}",
        run.errors
    );
    assert!(run.errors.contains("data/wells/first-well.yaml:5:1"), "{}", run.errors);
}

#[test]
fn a_fault_in_a_template_is_shown_at_its_line_with_the_document() {
    let fixture = Fixture::foreign();
    fixture.replace("templates/ledger/ledger.typ", "well.village.name", "well.village.nome");
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("While making “ledger (en)”"), "{}", run.errors);
    assert!(run.errors.contains("templates/ledger/ledger.typ:7:"), "{}", run.errors);
    assert!(fixture.files("out").is_empty());
}

#[test]
fn a_draft_over_its_limit_is_made_with_a_warning_and_what_is_approved_is_refused() {
    let fixture = Fixture::foreign();
    // The second page has the title, both wells with their lines, and the line of counts.
    fixture.replace("templates/ledger/ledger.typ", "= #ledger", "#pagebreak()\n= #ledger");
    let told = |errors: &str| errors.split_whitespace().collect::<Vec<_>>().join(" ");
    for command in [&["report", "ledger"][..], &["build"]] {
        let run = fixture.run(command);
        assert_eq!(run.code, 0, "{}", run.errors);
        let told = told(&run.errors);
        assert!(told.contains("warning[document-too-long]"), "{told}");
        assert!(told.contains("its limit is 1, and 6 lines are over it"), "{told}");
        assert!(told.contains("First Well (3)") && told.contains("Second Well (2)"), "{told}");
    }
    let request = "id: ask\nreport: ledger\nversion: 1\nstatus: approved\n";
    fixture.write("data/requests/ask.yaml", request);
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("error[document-too-long]"), "{}", run.errors);
}

#[test]
fn a_schema_that_says_more_than_is_obeyed_is_refused() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "data/schema/well.schema.json",
        "\"x-ref\": \"village\"",
        "\"maxLength\": 3, \"x-ref\": \"village\"",
    );
    fixture.replace(
        "data/schema/village.schema.json",
        "\"allOf\": [{\"$ref\": \"definitions.schema.json#/definitions/text\"}]",
        "\"type\": \"string\", \"minLength\": 3",
    );
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 1);
    for keyword in ["maxLength", "minLength"] {
        let told = format!("error[schema-keyword]: The schema uses “{keyword}”");
        assert!(run.errors.contains(&told), "{}", run.errors);
    }
}

#[test]
fn wrong_use_ends_with_two() {
    let fixture = Fixture::foreign();
    for arguments in [
        &["report", "legder"][..],
        &["report", "ledger", "--lang", "ru"],
        &["show", "nobody"],
        &["list", "spoons"],
        &["fly"],
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.errors);
        assert!(!run.errors.is_empty());
    }
}

#[test]
fn a_place_that_holds_no_records_is_told() {
    let fixture = Fixture::foreign();
    for command in ["check", "fix", "fmt"] {
        for path in ["data/wells/frist-well.yaml", "templates/ledger/ledger.typ"] {
            let run = fixture.run(&[command, path]);
            assert_eq!(run.code, 2, "{command} {path}: {}", run.errors);
            assert!(run.errors.contains(&format!("“{path}”: there is no file of records")), "{}", run.errors);
        }
        assert_eq!(fixture.run(&[command, "data/wells"]).code, 0);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_where_it_is_named_and_blames_no_other() {
    let fixture = Fixture::foreign();
    let text = "id: third-well\nname: {en: \"Third Well\", ru: \"\u{1}\"}\nvillage: lower\nsources: [gazette]\n";
    let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xea } else { byte }).collect();
    fs::write(fixture.path("data/wells/third-well.yaml"), bytes).expect("the file can be written");
    fixture.replace(
        "data/schema/village.schema.json",
        "\"type\": \"object\",",
        "\"type\": \"object\", \"x-rules\": [{\"code\": \"third\", \"rule\": \"record('third-well').name.en != ''\", \
         \"message\": {\"en\": \"No.\", \"ru\": \"Нет.\"}}],",
    );
    for (args, code) in [(vec!["check"], 1), (vec!["check", "data/wells"], 1), (vec!["check", "data/villages"], 0)] {
        let run = fixture.run(&args);
        assert_eq!(run.code, code, "{}", run.errors);
        assert_eq!(run.errors.contains("error[file-not-utf8]"), code == 1, "{}", run.errors);
        assert!(!run.errors.contains("rule-failed"), "{}", run.errors);
    }
    assert_eq!(fixture.run(&["fix", "data/wells/third-well.yaml"]).code, 1);
}

#[test]
fn a_broken_schema_is_told_alone() {
    let fixture = Fixture::foreign();
    fixture.write("data/schema/village.schema.json", "{");
    let run = fixture.run(&["check", "--message-format", "short"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.output.lines().count(), 1, "{}", run.output);
    assert!(run.output.starts_with("data/schema/village.schema.json:1:1: error"), "{}", run.output);
}

#[test]
fn the_heaviest_faults_stand_last_for_people() {
    let fixture = Fixture::foreign();
    fixture.write("data/sources/unread.yaml", "id: unread\n");
    fixture.replace("data/wells/first-well.yaml", "\"~40\"", "2");
    let errors = fixture.run(&["check"]).errors;
    let at = |words: &str| errors.rfind(words).unwrap_or_else(|| panic!("{words} in {errors}"));
    assert!(at("warning[") < errors.find("error[").expect("an error"), "{errors}");
}

#[test]
fn wrong_use_is_told_in_russian() {
    let fixture = Fixture::foreign();
    for (args, words) in [
        (vec!["chek", "--lang", "ru"], "команды «chek» нет; возможно, имелось в виду: schema, check."),
        (vec!["import", "a.csv", "--lang=ru"], "не указано: --kind <KIND>"),
        (vec!["check", "--lang", "ru", "--wach"], "неизвестный аргумент «--wach»; возможно, имелось в виду: --watch."),
        (vec!["check", "--lang", "ru", "--message-format", "xml"], "значение «xml» не подходит для «--message-format"),
        (vec!["report", "--message-lang", "ru"], "не указано: <NAME>"),
        (vec!["rename", "a", "--lang", "ru"], "не указано: <NEW>"),
    ] {
        let run = fixture.run(&args);
        assert_eq!(run.code, 2, "{args:?}: {}", run.errors);
        assert!(run.errors.contains(words), "{args:?}: {}", run.errors);
    }
    let help = fixture.run(&["check", "--lang", "ru", "--help"]);
    assert!(help.code == 0 && help.output.contains("--watch"), "{}", help.output);
    assert!(fixture.run(&["chek"]).errors.contains("unrecognized subcommand"));
}
