//! Schemas speak to people: every field has a title and an explanation in both languages and an example that is right, and every rule
//! says in both languages what is wrong and what to do.

use std::collections::BTreeSet;
use std::fs;

use chancery::record::edtf::Date;
use chancery::rule::Expression;
use chancery::schema::{DEFINITIONS, SYSTEM};
use serde_json::{Map, Value};

use crate::fixture::repository;

/// A schema with its kind and the folder of the workspace whose records it speaks of.
struct Schema {
    kind: String,
    workspace: &'static str,
    root: Value,
}

/// Returns every schema there is: built-in, shipped, and of the other plan.
fn schemas() -> Vec<Schema> {
    let schema = |name: &str, workspace, text: &str| Schema {
        kind: name.trim_end_matches(".schema.json").to_owned(),
        workspace,
        root: serde_json::from_str(text).unwrap_or_else(|fault| panic!("{name}: {fault}")),
    };
    let mut all: Vec<Schema> =
        SYSTEM.iter().chain([&DEFINITIONS]).map(|(name, text)| schema(name, "data", text)).collect();
    for workspace in ["data", "tests/foreign/data", "src/starter/workspace/data"] {
        let folder = fs::read_dir(repository().join(workspace).join("schema")).expect("a folder of schemas");
        for path in folder.flatten().map(|entry| entry.path()).filter(|p| p.extension().is_some_and(|e| e == "json")) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            all.push(schema(&name, workspace, &fs::read_to_string(&path).expect("a schema")));
        }
    }
    assert!(all.len() > 20, "the schemas are found");
    all
}

/// Calls `each` for every list of fields of a schema, at any depth, with the path to it.
fn each_object<'a>(path: &str, node: &'a Value, each: &mut dyn FnMut(&str, &'a Map<String, Value>)) {
    let Some(node) = node.as_object() else { return };
    for fields in ["properties", "definitions"].iter().filter_map(|key| node.get(*key)?.as_object()) {
        each(path, fields);
        fields.iter().for_each(|(name, field)| each_object(&format!("{path}.{name}"), field, each));
    }
    for key in ["items", "additionalProperties"] {
        node.get(key).into_iter().for_each(|inner| each_object(path, inner, each));
    }
    for key in ["allOf", "anyOf"] {
        node.get(key).and_then(Value::as_array).into_iter().flatten().for_each(|inner| each_object(path, inner, each));
    }
}

fn words(node: &Value) -> [&str; 4] {
    ["/title", "/x-title/ru", "/description", "/x-description/ru"]
        .map(|pointer| node.pointer(pointer).and_then(Value::as_str).unwrap_or_default())
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| ('а'..='я').contains(&c) || ('А'..='Я').contains(&c))
}

#[test]
fn every_kind_and_field_has_title_and_description_in_both_languages() {
    let mut fields = 0;
    for schema in schemas() {
        let check = |path: &str, node: &Value| {
            let [title, title_ru, description, description_ru] = words(node);
            assert!(!title.is_empty() && !is_russian(title), "{path}: the title “{title}”");
            assert!(is_russian(title_ru), "{path}: the Russian title “{title_ru}”");
            assert!(description.ends_with('.'), "{path}: “{description}”");
            assert!(is_russian(description_ru) && description_ru.ends_with('.'), "{path}: “{description_ru}”");
            assert!(title.chars().count() <= 30 && title_ru.chars().count() <= 30, "{path}: a title is short");
        };
        check(&schema.kind, &schema.root);
        assert!(jsonschema::draft7::meta::is_valid(&schema.root), "{} is a schema of draft-07", schema.kind);
        each_object(&schema.kind, &schema.root, &mut |path, object| {
            fields += object.len();
            object.iter().for_each(|(name, field)| check(&format!("{path}.{name}"), field));
        });
    }
    assert!(fields > 200, "{fields} fields were seen");
}

#[test]
fn titles_are_unique_within_one_object() {
    for schema in schemas() {
        each_object(&schema.kind, &schema.root, &mut |path, object| {
            for pointer in ["/title", "/x-title/ru"] {
                let titles: BTreeSet<&str> = object.values().filter_map(|f| f.pointer(pointer)?.as_str()).collect();
                assert_eq!(titles.len(), object.len(), "{path}: {pointer}");
            }
        });
    }
}

#[test]
fn every_rule_speaks_both_languages_and_of_fields_that_exist() {
    let all = schemas();
    for schema in &all {
        let rules = schema.root.get("x-rules").and_then(Value::as_array);
        for rule in rules.into_iter().flatten() {
            let word = |pointer: &str| rule.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
            let name = format!("{}: {}", schema.kind, word("/code"));
            assert!(
                word("/code").chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word("/code").is_empty(),
                "{name}"
            );
            assert!(Expression::compile(word("/rule")).is_ok(), "{name}: {}", word("/rule"));
            assert!(["", "error", "warning", "note"].contains(&word("/severity")), "{name}");
            for at in ["/at", "/each"].map(word).into_iter().filter(|at| !at.is_empty()) {
                assert!(follows(&all, schema, at), "{name}: at {at}");
            }
            for text in ["/message", "/help"] {
                let (en, ru) = (word(&format!("{text}/en")), word(&format!("{text}/ru")));
                assert!(en.ends_with('.') && ru.ends_with('.') && is_russian(ru), "{name}: {text}");
                assert_eq!(placeholders(en), placeholders(ru), "{name}: {text}");
                for path in placeholders(en) {
                    // `it` is the entry at the end of `each`.
                    let whole = match path.strip_prefix("it") {
                        Some(rest) if rest.is_empty() || rest.starts_with('.') => format!("{}{rest}", word("/each")),
                        _ => path.to_owned(),
                    };
                    assert!(follows(&all, schema, &whole), "{name}: {{{path}}}");
                }
            }
        }
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// Returns whether a dotted path leads from a kind to a field, over references.
fn follows(all: &[Schema], schema: &Schema, path: &str) -> bool {
    leads(all, &schema.root, path)
}

/// Returns whether a path leads from a value on: into its fields, its entries, the record it refers to.
fn leads(all: &[Schema], value: &Value, path: &str) -> bool {
    let value = value.pointer("/anyOf/0").unwrap_or(value);
    let value = value.get("items").unwrap_or(value);
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    if let Some(field) = value["properties"].get(name) {
        return rest.is_none_or(|rest| leads(all, field, rest));
    }
    let kinds = match &value["x-ref"] {
        Value::String(kind) => vec![kind.as_str()],
        kinds => kinds.as_array().into_iter().flatten().filter_map(Value::as_str).collect(),
    };
    let referred = |kind: &&str| all.iter().find(|s| s.kind == **kind).is_some_and(|s| leads(all, &s.root, path));
    !kinds.is_empty() && kinds.iter().all(referred)
}

#[test]
fn every_example_is_what_its_field_asks_for() {
    let definitions: Value = serde_json::from_str(DEFINITIONS.1).expect("JSON");
    let mut examples = 0;
    for schema in schemas() {
        let records = records(schema.workspace);
        each_object(&schema.kind, &schema.root, &mut |path, object| {
            for (name, field) in object {
                let valid = validator(field, &definitions);
                for example in field.get("examples").and_then(Value::as_array).into_iter().flatten() {
                    examples += 1;
                    assert!(valid.is_valid(example), "{path}.{name}: {example}");
                    facts(&format!("{path}.{name}"), field, example, &definitions, &records);
                }
            }
        });
    }
    assert!(examples > 200, "{examples} examples were seen");
}

fn validator(field: &Value, definitions: &Value) -> jsonschema::Validator {
    let mut whole = field.clone();
    whole["definitions"] = definitions["definitions"].clone();
    let local = whole.to_string().replace("definitions.schema.json#", "#");
    let local = serde_json::from_str(&local).expect("JSON");
    jsonschema::draft7::new(&local).unwrap_or_else(|fault| panic!("{fault}"))
}

/// Checks what JSON Schema does not: that dates are dates, and that what is referred to is a record.
fn facts(path: &str, schema: &Value, example: &Value, definitions: &Value, records: &BTreeSet<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|target| target.rsplit('/').next()) {
        return facts(path, &definitions["definitions"][name], example, definitions, records);
    }
    if schema["format"] == "edtf" {
        let text = example.as_str().map_or(example.to_string(), str::to_owned);
        assert!(Date::parse(&text).is_ok() || example.is_object(), "{path}: {text}");
    }
    if let (false, Some(id)) = (schema["x-ref"].is_null(), example.as_str()) {
        assert!(records.contains(id), "{path}: there is no record “{id}”");
    }
    for inner in ["allOf", "anyOf"].iter().filter_map(|key| schema[*key].as_array()).flatten() {
        facts(path, inner, example, definitions, records);
    }
    for item in example.as_array().into_iter().flatten() {
        facts(path, &schema["items"], item, definitions, records);
    }
    for (name, value) in example.as_object().into_iter().flatten() {
        facts(&format!("{path}.{name}"), &schema["properties"][name], value, definitions, records);
    }
}

/// Returns the ids of a workspace, which are the names of its files.
fn records(workspace: &str) -> BTreeSet<String> {
    let folders = fs::read_dir(repository().join(workspace)).expect("a workspace").flatten();
    let files = folders.filter_map(|folder| fs::read_dir(folder.path()).ok()).flatten().flatten();
    files.filter_map(|file| Some(file.path().file_stem()?.to_string_lossy().into_owned())).collect()
}

/// A schema that uses every keyword of JSON Schema that ours obey.
const EVERY_KEYWORD: &str = r#"{
  "$schema": "http://json-schema.org/draft-07/schema#", "$id": "pond", "$comment": "Wet.", "title": "Pond", "description": "A pond.",
  "type": "object", "required": ["id"], "minProperties": 1, "additionalProperties": false,
  "definitions": {"word": {"type": "string"}},
  "properties": {
    "id": {"type": "string", "minLength": 1, "pattern": "^[a-z]+$", "default": "x", "examples": ["x"]},
    "kind": {"enum": ["round", "square"]},
    "day": {"type": ["string", "integer"], "format": "edtf"},
    "depth": {"type": "integer", "minimum": 0, "maximum": 9},
    "names": {"type": "array", "items": {"$ref": "pond.schema.json#/definitions/word"}, "minItems": 1, "maxItems": 3, "uniqueItems": true},
    "one": {"allOf": [{"type": "string"}]},
    "any": {"anyOf": [{"type": "string"}, {"type": "integer"}]}
  }
}"#;

/// Calls `each` with every keyword of a schema and the schemas in it, as pointers.
fn each_keyword(at: &str, schema: &Value, each: &mut dyn FnMut(String)) {
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        each(format!("{at}/{keyword}"));
        match (keyword.as_str(), value) {
            ("items" | "additionalProperties", inner) => each_keyword(&format!("{at}/{keyword}"), inner, each),
            ("allOf" | "anyOf", Value::Array(all)) => {
                all.iter().enumerate().for_each(|(n, inner)| each_keyword(&format!("{at}/{keyword}/{n}"), inner, each));
            }
            ("properties" | "definitions", Value::Object(fields)) => {
                fields.iter().for_each(|(name, inner)| each_keyword(&format!("{at}/{keyword}/{name}"), inner, each));
            }
            _ => {}
        }
    }
}

/// Returns whether our reader finds nothing wrong with the types of the keywords.
fn keywords_hold_what_they_must(schema: &Value) -> bool {
    let text = serde_json::to_string(schema).expect("JSON");
    let file = chancery::diag::Files::default().add("pond.schema.json".into(), text.as_str().into());
    let root = chancery::load::yaml::read(&text, file).documents.remove(0);
    chancery::schema::keywords::check(&root, Some(file)).is_empty()
}

#[test]
fn a_keyword_of_the_wrong_type_is_refused_where_the_meta_schema_refuses_it() {
    let whole: Value = serde_json::from_str(EVERY_KEYWORD).expect("a schema");
    assert!(keywords_hold_what_they_must(&whole) && jsonschema::draft7::meta::is_valid(&whole));
    let values = [
        serde_json::json!(null),
        true.into(),
        7.into(),
        (-1).into(),
        1.5.into(),
        "x".into(),
        "object".into(),
        serde_json::json!([]),
        serde_json::json!(["x"]),
        serde_json::json!(["string", "string"]),
        serde_json::json!([7]),
        serde_json::json!({}),
        serde_json::json!({"x": 7}),
        serde_json::json!([{}]),
        serde_json::json!({"x": {}}),
    ];
    let (mut pointers, mut refused) = (Vec::new(), 0);
    each_keyword("", &whole, &mut |pointer| pointers.push(pointer));
    for pointer in &pointers {
        for value in &values {
            // One schema for all entries is what records need, and where the meta-schema stands is nobody's matter.
            if pointer.ends_with("/items") && value.is_array() || pointer == "/$schema" && value.is_string() {
                continue;
            }
            let mut spoiled = whole.clone();
            *spoiled.pointer_mut(pointer).expect("the keyword") = value.clone();
            let valid = jsonschema::draft7::meta::is_valid(&spoiled);
            assert_eq!(keywords_hold_what_they_must(&spoiled), valid, "{pointer}: {value}");
            refused += usize::from(!valid);
        }
    }
    assert!(pointers.len() > 30 && refused > 300, "{} {refused}", pointers.len());
}

#[test]
fn the_keywords_of_every_schema_hold_what_they_must() {
    for schema in schemas() {
        assert!(keywords_hold_what_they_must(&schema.root), "{}", schema.kind);
    }
}
