//! Wrong values: one message for one cause, at the place of the cause, with a corrected line that is right.

use crate::fixture::Fixture;

const WELL: &str = "data/wells/third-well.yaml";

/// Returns the faults of a workspace, one a line.
fn told(fixture: &Fixture) -> Vec<String> {
    let run = fixture.run(&["check", "--message-format", "short"]);
    let fault = |line: &&str| line.contains("error[") || line.contains("warning[");
    run.output.lines().filter(fault).map(str::to_owned).collect()
}

/// Returns the faults of a well with these fields.
fn of_well(fields: &str) -> Vec<String> {
    let fixture = Fixture::foreign();
    fixture.write(WELL, fields);
    told(&fixture)
}

#[test]
fn a_wrong_id_is_told_once_and_at_the_record_itself() {
    for (id, code) in [
        ("sеcond-well", "letter-look-alike"),
        ("Second-Well", "id-not-file-name"),
        ("second well", "id-not-file-name"),
        ("second-well.", "id-not-file-name"),
    ] {
        let fixture = Fixture::foreign();
        fixture.replace("data/wells/second-well.yaml", "id: second-well", &format!("id: {id}"));
        let told = told(&fixture);
        assert_eq!(told.len(), 1, "{id}: {told:#?}");
        assert!(told[0].starts_with("data/wells/second-well.yaml:1:5") && told[0].contains(code), "{id}: {told:#?}");
    }
}

#[test]
fn of_an_id_and_a_file_name_only_one_that_can_be_an_id_is_offered() {
    let fixture = Fixture::foreign();
    fixture.write("data/wells/Третий.yaml", "id: third-well\nname: {en: \"T\"}\nvillage: lower\nsources: [gazette]\n");
    let run = fixture.run(&["check"]);
    assert!(run.errors.contains("Rename the file to third-well.yaml."), "{}", run.errors);
    fixture.replace("data/wells/Третий.yaml", "third-well", "Third");
    let run = fixture.run(&["check"]);
    assert!(run.errors.contains("[pattern-mismatch]") && !run.errors.contains("Rename"), "{}", run.errors);
}

#[test]
fn the_rest_of_a_record_without_id_is_checked() {
    for (first, code) in [("ID: third-well\n", "field-unknown"), ("", "id-missing"), ("id:\n", "id-missing")] {
        let told = of_well(&format!("{first}name: {{en: \"T\"}}\nvillage: uper\nsources: [gazette]\n"));
        assert_eq!(told.len(), 2, "{told:#?}");
        assert!(told[0].contains(code) && told[1].contains("reference-unknown"), "{told:#?}");
    }
}

#[test]
fn half_a_period_is_not_mended_without_the_person() {
    for date in ["1999-03-03/", "/1999-03-03", "1999-03-03 -"] {
        let fixture = Fixture::foreign();
        fixture.write(
            WELL,
            &format!("id: third-well\nname: {{en: \"T\"}}\nvillage: lower\ndug: {date}\nsources: [gazette]\n"),
        );
        fixture.run(&["fix"]);
        let told = told(&fixture);
        assert!(told.len() == 1 && told[0].contains("date-invalid"), "{date}: {told:#?}");
    }
}

#[test]
fn a_mistyped_language_is_told_once() {
    for (name, code) in [
        ("{EN: \"Third\"}", "language-unknown"),
        ("{eng: \"Third\"}", "language-unknown"),
        ("{еn: \"Third\"}", "letter-look-alike"),
        ("{en = \"Third\"}", "colon-look-alike"),
        ("{en: Well, the Third}", "comma-in-text"),
    ] {
        let told = of_well(&format!("id: third-well\nname: {name}\nvillage: lower\nsources: [gazette]\n"));
        assert!(told.len() == 1 && told[0].contains(code), "{name}: {told:#?}");
    }
}

#[test]
fn citations_in_another_form_are_told_at_their_place() {
    for (story, place) in [
        ("Deep [@gazette", "4:19"),
        ("Deep (@gazette).", "4:19"),
        ("Deep [gazette].", "4:19"),
        ("Deep [[@gazette]].", "4:19"),
        ("Deep [@ gazette].", "4:19"),
    ] {
        let told = of_well(&format!(
            "id: third-well\nname: {{en: \"T\"}}\nvillage: lower\nstory: {{en: \"{story}\"}}\nsources: [gazette]\n"
        ));
        assert!(told.len() == 1 && told[0].contains("citation-form"), "{story}: {told:#?}");
        assert!(told[0].starts_with(&format!("{WELL}:{place}:")), "{story}: {told:#?}");
    }
}

#[test]
fn what_is_required_can_only_be_filled_in() {
    let fixture = Fixture::foreign();
    for (fields, hint) in [
        ("name: {en: \"T\"}\nvillage:\n", "Fill it in."),
        ("name: {en: \"T\"}\nvillage: lower\ndug:\n", "Fill it in, or remove the line."),
        ("name: {en: \"…\"}\nvillage: lower\n", "Fill it in."),
        ("name: {en: \"T\"}\nvillage: lower\nstory: {en: \"\"}\n", "Fill it in, or remove the entry."),
    ] {
        fixture.write(WELL, &format!("id: third-well\n{fields}sources: [gazette]\n"));
        let run = fixture.run(&["check"]);
        assert!(run.errors.contains("[value-empty]"), "{fields}{}", run.errors);
        assert!(run.errors.contains(&format!("help: {hint}\n")), "{fields}{}", run.errors);
    }
}

#[test]
fn a_number_that_is_told_as_wrong_is_not_offered_again() {
    for (number, code, offered) in [
        ("\"007\"", "number-notation", "depth: 7\n"),
        ("~007", "number-notation", "depth: \"~7\"\n"),
        ("0012.50", "number-notation", "depth: 12.50\n"),
        ("-5", "number-out-of-range", "0 or more"),
    ] {
        let fixture = Fixture::foreign();
        fixture.write(
            WELL,
            &format!("id: third-well\nname: {{en: \"T\"}}\nvillage: lower\ndepth: {number}\nsources: [gazette]\n"),
        );
        let run = fixture.run(&["check"]);
        assert!(run.errors.contains(code) && run.errors.contains(offered), "{number}: {}", run.errors);
    }
}
