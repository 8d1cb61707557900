//! What editors and other validators read: published schemas that are current, stand by themselves and see what they can see, and the
//! settings that lead to them. The real language server is asked by `tests/editors/run`, the real peer by `tests/peer/run`.

use std::fs;

use chancery::load::{self, Workspace};
use chancery::schema::{editor, publish};
use serde_json::{Value, json};

use crate::fixture::{Fixture, repository};

fn schema(fixture: &Fixture, kind: &str) -> Value {
    let text = fs::read_to_string(fixture.path(&publish::path(kind))).expect("a published schema");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn published_files_of_the_shipped_workspace_are_current() {
    let root = repository().display().to_string();
    let run = Fixture::foreign().run(&["--root", &root, "schema", "--check"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "`chancery schema` writes them");
}

#[test]
fn schema_writes_once_tells_what_is_stale_and_puts_it_right() {
    let fixture = Fixture::foreign();
    assert_eq!(fixture.run(&["schema", "--check"]).code, 1, "nothing is there yet");
    let run = fixture.run(&["schema"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("data/schema/published/well.schema.json\n"), "{}", run.output);
    let again = fixture.run(&["schema"]);
    assert_eq!((again.code, again.output.as_str()), (0, ""), "the same bytes");
    assert_eq!(fixture.run(&["schema", "--check"]).code, 0);

    fixture.replace("data/schema/well.schema.json", "\"x-folder\": \"wells\"", "\"x-folder\": \"fountains\"");
    fixture.write("data/schema/published/spoon.schema.json", "{}");
    let run = fixture.run(&["schema", "--check"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("“.vscode/settings.json” is not as the schemas say"), "{}", run.errors);
    assert!(run.errors.contains("“data/schema/published/spoon.schema.json” belongs to no kind"), "{}", run.errors);
    assert_eq!(fixture.run(&["schema"]).code, 0);
    assert!(!fixture.path("data/schema/published/spoon.schema.json").exists());
    assert_eq!(fixture.run(&["schema", "--check"]).code, 0);
}

#[test]
fn schema_keeps_the_settings_of_others_and_refuses_to_lose_any() {
    let fixture = Fixture::foreign();
    fixture.write(editor::SETTINGS_FILE, "{\"files.exclude\": {\"out\": true}}");
    assert_eq!(fixture.run(&["schema"]).code, 0);
    let settings = fs::read_to_string(fixture.path(editor::SETTINGS_FILE)).expect("settings");
    assert!(settings.contains("\"files.exclude\""), "{settings}");
    fixture.write(editor::SETTINGS_FILE, "{\n  // mine\n}");
    let run = fixture.run(&["schema"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("settings.json"), "{}", run.errors);
    assert_eq!(fs::read_to_string(fixture.path(editor::SETTINGS_FILE)).expect("settings"), "{\n  // mine\n}");
}

#[test]
fn schema_refuses_what_checking_would_refuse() {
    let fixture = Fixture::foreign();
    fixture.replace("data/schema/well.schema.json", "\"x-ref\": \"village\"", "\"x-ref\": \"vilage\"");
    let run = fixture.run(&["schema"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("schema-keyword"), "{}", run.errors);
    assert!(!fixture.path("data/schema/published").exists());
}

#[test]
fn published_files_are_no_schemas_of_the_workspace() {
    let fixture = Fixture::foreign();
    assert_eq!(fixture.run(&["schema"]).code, 0);
    fixture.write("data/schema/published/well.schema.json", "{\"properties\": {}, \"x-folder\": \"wells\"}");
    fixture.write("data/schema/published/broken.schema.json", "{");
    let run = fixture.run(&["check"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
}

#[test]
fn published_schemas_stand_by_themselves() {
    for schema in published() {
        let json: Value = serde_json::from_str(&schema.text).expect("JSON");
        assert!(jsonschema::draft7::meta::is_valid(&json), "{}", schema.kind);
        each(&json, &mut |key, value| {
            assert!(!key.starts_with("x-") && key != "format", "{}: {key}", schema.kind);
            if key == "$ref" {
                let pointer = value.as_str().and_then(|target| target.strip_prefix('#'));
                assert!(pointer.and_then(|pointer| json.pointer(pointer)).is_some(), "{}: {value}", schema.kind);
            }
        });
    }
}

#[test]
fn every_file_of_the_shipped_workspace_is_led_to_a_schema() {
    let published = published();
    for entry in fs::read_dir(repository().join("data")).expect("data").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let wanted = if entry.path().is_dir() { format!("data/{name}/**/*.yaml") } else { format!("data/{name}") };
        let led = published.iter().any(|schema| editor::patterns(schema).contains(&wanted));
        assert!(led || name == "schema", "{name}");
    }
    assert!(published.iter().all(|schema| !editor::patterns(schema).is_empty()));
}

#[test]
fn published_schema_sees_what_a_plain_validator_can_see() {
    let fixture = Fixture::foreign();
    assert_eq!(fixture.run(&["schema"]).code, 0);
    let wells = schema(&fixture, "well");
    let validator = jsonschema::draft7::new(&wells).expect("a schema");
    let right = json!({"id": "third-well", "name": {"en": "Third"}, "village": "upper", "sources": ["gazette"]});
    assert!(validator.is_valid(&right));
    assert!(validator.is_valid(&json!([right, right])), "a list of records");
    let with = |field: &str, value: Value| {
        let mut record = right.clone();
        record[field] = value;
        record
    };
    for (field, value) in [
        ("dug", json!("2022-02")),
        ("dug", json!(1999)),
        ("dug", json!("1999-05/2000")),
        ("depth", json!(21)),
        ("depth", json!("~40")),
        ("depth", json!({"claim": "second-depth"})),
    ] {
        assert!(validator.is_valid(&with(field, value.clone())), "{field}: {value}");
    }
    for (field, value) in [
        ("nmae", json!({"en": "Third"})),
        ("name", json!({"ru": "Третий"})),
        ("name", json!({"en": "Third", "rus": "Третий"})),
        ("name", json!({"en": "   "})),
        ("name", json!("Third")),
        ("village", json!("Upper Village")),
        ("dug", json!("3.3.2022")),
        ("dug", json!("2021-02-29")),
        ("dug", json!(215)),
        ("depth", json!("1,200")),
        ("depth", json!({"claim": "second-depth", "value": 1})),
        ("marking", json!("secret")),
        ("sources", json!([])),
        ("sources", json!(["gazette", "gazette"])),
        ("sources", Value::Null),
    ] {
        assert!(!validator.is_valid(&with(field, value.clone())), "{field}: {value}");
    }
    assert!(!validator.is_valid(&json!([])), "a list of no records");
}

fn published() -> Vec<publish::Published> {
    let loaded = load::load(Workspace { root: repository() });
    publish::publish(&loaded.schemas, &["en".to_owned(), "ru".to_owned()])
}

/// Calls `look` for every keyword of a schema, however deep, but not for the names of fields.
fn each(schema: &Value, look: &mut impl FnMut(&str, &Value)) {
    for (key, value) in schema.as_object().into_iter().flatten() {
        look(key, value);
        match (key.as_str(), value) {
            ("properties" | "definitions", Value::Object(named)) => named.values().for_each(|one| each(one, look)),
            ("examples" | "enum", _) => {}
            (_, Value::Array(items)) => items.iter().for_each(|one| each(one, look)),
            _ => each(value, look),
        }
    }
}
