//! Fields of any names (`additionalProperties` with a schema) hold what other fields hold: claims, texts that cite, texts to be
//! translated. Whatever looks at a record looks into them too.

use crate::fixture::Fixture;

/// The workspace of wells, whose wells have layers, remarks and names by which people call them.
fn fixture(fields: &str) -> Fixture {
    let fixture = Fixture::foreign();
    let described = |name: &str, schema: &str| {
        format!(
            "    \"{name}\": {{\n      \"title\": \"{name}\", \"x-title\": {{\"ru\": \"{name}\"}}, \"description\": \"By name.\", \
             \"x-description\": {{\"ru\": \"По имени.\"}},\n      \"type\": \"object\", \"additionalProperties\": {schema}\n    }},\n"
        )
    };
    let definition = |name: &str| format!("{{\"$ref\": \"definitions.schema.json#/definitions/{name}\"}}");
    let layer = format!("{{\"anyOf\": [{}, {}]}}", definition("quantity"), definition("claimed"));
    let added = [
        described("layers", &layer),
        described("remarks", &definition("prose")),
        described("called", &definition("text")).replace("\"type\"", "\"x-translate\": true, \"type\""),
    ];
    let before = "    \"village\": {\n      \"title\": \"Village\"";
    fixture.replace("data/schema/well.schema.json", before, &format!("{}{before}", added.concat()));
    fixture.replace("data/wells/first-well.yaml", "sources:", &format!("{fields}\nsources:"));
    fixture.replace("templates/ledger/report.yaml", "story, sources", "story, layers, remarks, called, sources");
    fixture
}

fn codes(fixture: &Fixture) -> Vec<String> {
    let run = fixture.run(&["check", "--message-format", "json"]);
    let diagnostics = run.output.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let errors = diagnostics.filter(|diagnostic| diagnostic["severity"] == "error");
    errors.map(|diagnostic| format!("{} {}", diagnostic["code"], diagnostic["line"]).replace('"', "")).collect()
}

#[test]
fn a_claim_that_there_is_not_is_found_in_a_field_of_any_name() {
    assert_eq!(codes(&fixture("layers:\n  clay: {claim: no-such-claim}")), ["reference-unknown 10"]);
}

#[test]
fn a_claim_of_another_form_is_found_in_a_field_of_any_name() {
    let fixture = fixture("layers:\n  clay: {claim: second-depth}");
    fixture.replace("data/claims/second-depth.yaml", "value: 21", "value: deep");
    assert!(codes(&fixture).iter().any(|code| code.starts_with("quantity-")), "{:?}", codes(&fixture));
}

#[test]
fn a_citation_of_no_source_is_found_in_a_field_of_any_name() {
    assert_eq!(codes(&fixture("remarks:\n  water: {en: \"Cold [@nowhere].\"}")), ["reference-unknown 10"]);
}

#[test]
fn a_missing_translation_is_found_in_a_field_of_any_name() {
    let fixture = fixture("called:\n  children: {en: \"The Hole\"}");
    assert_eq!(codes(&fixture), [""; 0]);
    fixture.replace("data/settings.yaml", "[en]", "[en, kk]");
    let found = codes(&fixture);
    assert!(found.contains(&"translation-missing 10".to_owned()), "{found:?}");
}

#[test]
fn a_page_prints_what_stands_in_fields_of_any_name() {
    let fixture =
        fixture("layers:\n  clay: {claim: second-depth}\n  sand: 3\nremarks:\n  water: {en: \"Cold [@gazette].\"}");
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    let page: serde_json::Value = serde_json::from_str(&run.output).expect("the page is JSON");
    let wells = page["sets"]["wells"].as_array().expect("a list");
    let well = wells.iter().find(|well| well["id"] == "first-well").expect("the well");
    assert_eq!(well["layers"]["sand"]["number"], 3.0);
    assert_eq!(well["layers"]["clay"]["number"], 21.0);
    assert_eq!(well["remarks"]["water"]["blocks"][0]["type"], "paragraph");
    assert!(page["claims"].get("second-depth").is_some(), "the claim stands in the register");
    fixture.replace("templates/ledger/report.yaml", "layers,", "layers.sand,");
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    assert!(run.output.contains("\"sand\"") && !run.output.contains("\"clay\""), "{}", run.errors);
}
