//! What a report chooses out of lists, sets in a row and leaves out: definitions, page data, and what is said of wrong ones.

use serde_json::{Value as Json, json};

use crate::fixture::Fixture;

/// A workspace whose wells were looked at, some of the times without a certain day, and a card for each well.
fn cards(lists: &str) -> Fixture {
    let fixture = Fixture::foreign();
    fixture.replace("data/schema/well.schema.json", "    \"marking\": {\n", &format!("{LOOKS}    \"marking\": {{\n"));
    let looks = "looks:
  - {on: 1999-06-01, by: {text: A}, state: dry}
  - {on: 2000-03, by: {text: B}, state: wet}
  - {on: XXXX-05-05, by: {text: A}, state: wet}
  - {on: 2000-04-01~, by: {text: A}, state: dry}
  - {on: {claim: look-day}, by: {text: B}, state: dry}
  - {on: 2000-02-02, by: {text: A}, state: dry}
"
    .replace("by: {text: A}", "by: A")
    .replace("by: {text: B}", "by: B");
    fixture.write("data/wells/first-well.yaml", &(fixture.read("data/wells/first-well.yaml") + &looks));
    let day = "id: look-day\nquestion: {en: \"When was it looked at?\"}\nabout: [first-well]\ncandidates:\n  \
               - {value: 2000-01-05, text: {en: \"In winter.\"}, sources: [gazette]}\n  \
               - {value: 2005-01-05, text: {en: \"Later.\"}, sources: [gazette]}\n\
               preferred: 1\nbecause: {en: \"It is written so.\"}\n";
    fixture.write("data/claims/look-day.yaml", day);
    let card = "type: {en: \"Card\"}\ntemplate: card.typ\nfile: card\nfor-each: [village]\n\
                subject: [name, wells.name, wells.looks.on, wells.looks.by, wells.looks.state]\nlanguages: [en]\n";
    fixture.write("templates/card/card.typ", "#set document(title: \"x\")\n#json(\"/page.json\").subject.name\n");
    fixture.write("templates/card/report.yaml", &format!("{card}{lists}"));
    fixture
}

const LOOKS: &str = r##"    "looks": {
      "title": "Looks", "x-title": {"ru": "Осмотры"},
      "description": "When it was looked at.", "x-description": {"ru": "Когда его осматривали."},
      "type": "array", "minItems": 1,
      "examples": [[{"on": "2000-01-01", "by": "A", "state": "dry"}]],
      "items": {
        "type": "object", "additionalProperties": false,
        "properties": {
          "on": {
            "title": "On", "x-title": {"ru": "День"}, "description": "When.", "x-description": {"ru": "Когда."},
            "anyOf": [{"$ref": "definitions.schema.json#/definitions/date"}, {"$ref": "definitions.schema.json#/definitions/claimed"}],
            "examples": ["2000-01-01"]
          },
          "by": {
            "title": "By", "x-title": {"ru": "Кто"}, "description": "Who.", "x-description": {"ru": "Кто."},
            "type": "string", "minLength": 1, "examples": ["A"]
          },
          "state": {
            "title": "State", "x-title": {"ru": "Состояние"}, "description": "How it was.", "x-description": {"ru": "Каким он был."},
            "type": "string", "enum": ["dry", "wet"], "examples": ["dry"]
          },
          "marking": {
            "title": "Marking", "x-title": {"ru": "Отметка"}, "description": "Its marking.", "x-description": {"ru": "Его отметка."},
            "allOf": [{"$ref": "definitions.schema.json#/definitions/marking"}], "examples": ["paper/open"]
          }
        }
      }
    },
"##;

const IN_2000: &str =
    "subject-lists:\n  in-2000: {of: wells.looks, where: \"has(it.on) && between(it.on, '2000', '2000')\"}\n";

fn card(fixture: &Fixture, edition: &[&str]) -> Json {
    let run = fixture.run(&[&["preview-data", "card", "upper", "--out", "-"], edition].concat());
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    serde_json::from_str(&run.output).expect("JSON")
}

#[test]
fn a_list_is_chosen_by_what_is_certain_and_said_by_its_places_beside_the_other() {
    let fixture = cards(IN_2000);
    let page = card(&fixture, &[]);
    let well = &page["subject"]["wells"][0];
    assert_eq!(well["in-2000"], json!({"at": [1, 4, 5]}), "no unknown year, nothing approximate; what the claim says");
    assert_eq!(well["looks"].as_array().map(Vec::len), Some(6));
    fixture.replace("data/claims/look-day.yaml", "preferred: 1", "preferred: 2");
    assert_eq!(card(&fixture, &[])["subject"]["wells"][0]["in-2000"], json!({"at": [1, 5]}));
    // The other well was never looked at.
    let run = fixture.run(&["preview-data", "card", "lower", "--out", "-"]);
    let page: Json = serde_json::from_str(&run.output).expect("JSON");
    assert_eq!(
        (&page["subject"]["wells"][0]["looks"], &page["subject"]["wells"][0]["in-2000"]),
        (&json!(null), &json!({"at": []}))
    );
}

#[test]
fn what_an_edition_may_not_see_is_not_chosen() {
    let fixture = cards(IN_2000);
    fixture.replace(
        "data/settings.yaml",
        "marking: paper/open",
        "marking: paper/open\neditions:\n  - id: internal\n  - id: public\n    highest: {paper: open}",
    );
    fixture.replace("data/wells/first-well.yaml", "{on: 2000-03, by: B", "{marking: paper/closed, on: 2000-03, by: B");
    let well = |edition: &[&str]| card(&fixture, edition)["subject"]["wells"][0].clone();
    assert_eq!(well(&[])["in-2000"], json!({"at": [1, 4, 5]}));
    let public = well(&["--edition", "public"]);
    assert_eq!(public["looks"].as_array().map(Vec::len), Some(5));
    assert_eq!(public["in-2000"], json!({"at": [3, 4]}));
}

#[test]
fn a_list_keeps_its_first_entries_of_those_that_are_printed() {
    let fixture = cards(&format!("subject-few: {{wells.looks: 5}}\n{}", IN_2000.replace("{of", "{first: 2, of")));
    assert_eq!(card(&fixture, &[])["subject"]["wells"][0]["in-2000"], json!({"at": [1, 4]}));
    fixture.replace("templates/card/report.yaml", "wells.looks: 5", "wells.looks: 3");
    assert_eq!(card(&fixture, &[])["subject"]["wells"][0]["in-2000"], json!({"at": [1]}));
}

#[test]
fn entries_stand_in_groups() {
    let fixture = cards(
        "subject-lists:\n  by-state: {of: wells.looks, by: [state, by]}\n  by-year: {of: wells.looks, by: [on.year], first: 2}\n",
    );
    let page = card(&fixture, &[]);
    let expected = json!([
        {"at": [0, 3, 4, 5], "groups": [{"at": [0, 3, 5]}, {"at": [4]}]},
        {"at": [1, 2], "groups": [{"at": [1]}, {"at": [2]}]},
    ]);
    assert_eq!(page["subject"]["wells"][0]["by-state"], expected);
    assert_eq!(page["subject"]["wells"][0]["by-year"], json!([{"at": [0]}, {"at": [1]}]));
}

#[test]
fn a_record_of_a_set_has_what_belongs_to_it_of_the_subject_and_of_other_sets() {
    let fixture = cards("");
    fixture.replace("templates/card/report.yaml", "for-each: [village]", "for-each: [well]");
    fixture.replace(
        "templates/card/report.yaml",
        "subject: [name, wells.name, wells.looks.on, wells.looks.by, wells.looks.state]\nlanguages: [en]\n",
        "subject: [name, looks.on]\nlanguages: [en]\nsets:\n  wells: {kind: well, order: [name], show: [name]}\n  \
         villages:\n    kind: village\n    order: [name]\n    show: [name]\n    lists:\n      \
         own: {of: wells, from: sets, where: \"it.village == self.id\"}\n      \
         wet: {of: looks, from: subject, where: \"it.state == 'wet' && self.id == 'upper'\"}\n      \
         dry: {of: looks, from: subject, where: \"it.state == 'dry'\", by: [by]}\n",
    );
    let run = fixture.run(&["preview-data", "card", "first-well", "--out", "-"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    let page: Json = serde_json::from_str(&run.output).expect("JSON");
    let dry = json!([{"at": [0, 3, 5]}, {"at": [4]}]);
    let village = |id: &str, name: &str, own: usize, wet: &[usize]| json!({"id": id, "name": name, "own": {"at": [own]}, "wet": {"at": wet}, "dry": dry});
    assert_eq!(
        page["sets"]["villages"],
        json!([village("lower", "Lower Nowhere", 1, &[]), village("upper", "Upper Nowhere", 0, &[1, 2])])
    );
    // What is chosen is no fact of its own, and no words.
    let traced = fixture.run(&["trace", "Upper Nowhere", "--report", "card", "first-well"]);
    assert!(!traced.output.contains("own"), "{}", traced.output);
}

#[test]
fn a_band_has_what_the_document_has_and_tells_as_far_as_there_is_room() {
    let fixture = Fixture::foreign();
    let count = |name: &str, least: usize| {
        format!("  {name}: {{of: wells, least: {least}, label: {{en: \"wells\"}}, definition: {{en: \"wells\"}}}}\n")
    };
    let bands = "bands:\n  row: {of: [many, villages, few], first: 3}\n  all: {of: [villages, few]}\n";
    let text = fixture.read("templates/ledger/report.yaml") + &count("many", 3) + &count("few", 2) + bands;
    fixture.write("templates/ledger/report.yaml", &text);
    let page = |fixture: &Fixture| -> Json {
        serde_json::from_str(&fixture.run(&["preview-data", "ledger", "--out", "-"]).output).expect("JSON")
    };
    let village = |at: usize| json!({"set": "villages", "at": at});
    let row = json!([village(0), village(1), {"count": "few"}]);
    assert_eq!(page(&fixture)["bands"], json!({"row": row, "all": row}));
    // Where more is told, the last has no room.
    fixture.replace("templates/ledger/report.yaml", "least: 3", "least: 1");
    assert_eq!(page(&fixture)["bands"]["row"], json!([{"count": "many"}, village(0), village(1)]));
    // A count goes before a set of its name, also one that is not told.
    fixture.replace("templates/ledger/report.yaml", "  many: {of: wells, least: 1", "  villages: {of: wells, least: 3");
    fixture.replace("templates/ledger/report.yaml", "[many, villages, few]", "[villages, few]");
    assert_eq!(page(&fixture)["bands"]["row"], json!([{"count": "few"}]));
}

#[test]
fn a_row_of_a_count_is_found_by_the_id_of_its_record() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "templates/ledger/report.yaml",
        "by: [{field: village, over: villages}]",
        "by: [{field: village, over: villages}]\n    least: 1",
    );
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    let page: Json = serde_json::from_str(&run.output).expect("JSON");
    let count = &page["counts"]["by-village"];
    for (id, place) in count["by-id"].as_object().expect("places") {
        assert_eq!(count["rows"][place.as_u64().expect("a place") as usize]["key"], *id);
    }
    assert_eq!(count["by-id"].as_object().map(serde_json::Map::len), Some(2));
    fixture.replace("templates/ledger/report.yaml", "{field: village, over: villages}", "{field: dug.year}");
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    let page: Json = serde_json::from_str(&run.output).expect("JSON");
    assert!(page["counts"]["by-village"].get("by-id").is_none(), "years are no records");
}

#[test]
fn a_set_with_too_few_records_does_not_stand_and_nothing_in_its_place() {
    let fixture = Fixture::foreign();
    let sets = |fixture: &Fixture| -> Vec<String> {
        let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
        let page: Json = serde_json::from_str(&run.output).expect("JSON");
        page["sets"].as_object().expect("sets").keys().cloned().collect()
    };
    let all = "  all-wells: {kind: well, least: 2, most: {number: 2, else: wells}, show: [name]}\n";
    fixture.replace("templates/ledger/report.yaml", "sets:\n", &format!("sets:\n{all}"));
    assert_eq!(sets(&fixture), ["all-wells", "villages"]);
    fixture.replace("templates/ledger/report.yaml", "least: 2", "least: 3");
    assert_eq!(sets(&fixture), ["villages"]);
    fixture.replace("templates/ledger/report.yaml", "number: 2", "number: 1");
    assert_eq!(sets(&fixture), ["wells", "villages"]);
}

#[test]
fn a_level_of_a_scheme_is_printed_in_its_words() {
    let fixture = Fixture::foreign();
    fixture.replace("data/wells/first-well.yaml", "village: upper\n", "village: upper\nmarking: paper/closed\n");
    fixture.replace(
        "templates/ledger/report.yaml",
        "dug, depth, story, sources]",
        "dug, depth, story, marking, sources]",
    );
    let run = fixture.run(&["preview-data", "ledger", "--out", "-"]);
    let page: Json = serde_json::from_str(&run.output).expect("JSON");
    let closed = json!({"marking": "paper/closed", "text": "CLOSED", "lang": "en"});
    assert_eq!(page["sets"]["wells"][1]["marking"], closed);
    assert_eq!(page["sets"]["wells"][0]["marking"], json!(null));
}

#[test]
fn wrong_lists_and_bands_are_told_at_their_place() {
    let lists = |list: &str| format!("subject-lists:\n  chosen: {list}\n");
    for (wrong, code, words) in [
        (lists("{of: wells.look}"), "report-list", "wells.look"),
        (lists("{of: wells.name}"), "report-list", "wells.name"),
        (lists("{of: wells.sources}"), "report-list", "wells.sources"),
        (lists("{of: wells.looks, by: [sate]}"), "report-field", "“state”"),
        (lists("{of: wells.looks, where: \"it.\"}"), "rule-invalid", ""),
        (lists("{of: looks, from: sets}"), "report-set", "looks"),
        (lists("{of: wells.looks, from: subject}"), "report-list", "wells.looks"),
        (lists("{of: wells.looks, from: set}"), "value-not-allowed", "sets"),
        (lists("{of: wells.looks, first: 0}"), "number-out-of-range", "0"),
        (lists("{of: wells.looks}").replace("chosen", "story"), "report-name", "story"),
        (lists("{of: wells.looks}").replace("chosen", "depth-claim"), "report-name", "depth-claim"),
        (lists("{of: wells.looks}").replace("chosen", "id"), "report-name", "“id”"),
        ("bands: {row: {of: [wells]}}\n".to_owned(), "report-band", "wells"),
    ] {
        let run = cards(&wrong).run(&["check"]);
        assert!(run.errors.contains(&format!("error[{code}]")), "{wrong}{}", run.errors);
        assert!(run.errors.contains(words) && run.errors.matches("error[").count() == 1, "{wrong}{}", run.errors);
        assert!(run.errors.contains("templates/card/report.yaml"), "{wrong}{}", run.errors);
    }
}

#[test]
fn a_filter_of_a_list_that_gives_no_answer_is_told_with_the_record() {
    let fixture = cards("subject-lists:\n  chosen: {of: wells.looks, where: \"it.none == 'x'\"}\n");
    let run = fixture.run(&["preview-data", "card", "upper", "--out", "-"]);
    assert!(run.errors.contains("error[filter-failed]") && run.errors.contains("upper"), "{}", run.errors);
}
