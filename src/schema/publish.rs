//! Publishing: schemas → plain draft-07 files, one a kind, that editors complete from and other validators check with.
//!
//! Ours refer to built-in definitions and use keywords and formats of our own. The published form stands by itself: definitions are
//! copied to where they are used, with the words of the place of use, and what a format means is said as far as draft-07 can say it
//! (a date is a pattern, a text per language an object). English and Russian stand together. Beside draft-07 it uses only
//! `errorMessage` and `patternErrorMessage`, which yaml-language-server shows and every validator passes over.

mod patterns;
mod words;

use serde_json::{Map, Value as Json, json};

use super::read::RawSchema;
use super::system::DEFINITIONS;
use crate::record::{Entry, Node, Value};
use patterns::{ADDRESS, DATE, FILLED, ID, MARKING, QUANTITY};
use words::{Twin, Words};

/// The folder of the published schemas; loading passes it over.
pub const FOLDER: &str = "data/schema/published";

/// The most references of one schema; more than that are a few that multiply each other.
const REFERENCES: usize = 10_000;

/// A schema as it is published.
#[derive(Debug)]
pub struct Published {
    /// The kind of record or form.
    pub kind: String,
    /// The folder of `data/` that holds its records; empty for a form.
    pub folder: String,
    /// The file.
    pub text: String,
}

/// Publishes every schema; `languages` are those in which a text marked with `x-translate` must exist.
pub fn publish(schemas: &[RawSchema], languages: &[String]) -> Vec<Published> {
    let kinds = schemas.iter().filter(|one| one.name != DEFINITIONS.0 && one.root.get("properties").is_some());
    let mut published: Vec<Published> = kinds.map(|schema| one(schema, schemas, languages)).collect();
    published.sort_by(|a, b| a.kind.cmp(&b.kind));
    published
}

/// Returns the path of a published schema in the workspace.
pub fn path(kind: &str) -> String {
    format!("{FOLDER}/{kind}.schema.json")
}

fn one(schema: &RawSchema, schemas: &[RawSchema], languages: &[String]) -> Published {
    let mut press = Publisher { schemas, languages, definitions: Map::new(), depth: 0, left: REFERENCES };
    let folder = schema.root.get("x-folder").and_then(Node::text).unwrap_or_default().to_owned();
    let words = Words::of(&schema.root);
    let body = press.object(&schema.root, &words);
    let mut file = Map::new();
    file.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    file.insert(
        "$comment".into(),
        "Made by `chancery schema` from the schema of the workspace; change that one.".into(),
    );
    words.write(&mut file);
    if folder.is_empty() {
        file.extend(body.into_iter().filter(|(key, _)| !matches!(key.as_str(), "title" | "description")));
    } else {
        // A file holds one record, or a list of them.
        let record = json!({"$ref": "#/definitions/record"});
        file.insert("if".into(), json!({"type": "array"}));
        file.insert("then".into(), json!({"minItems": 1, "items": record}));
        file.insert("else".into(), record);
        press.definitions.insert("record".into(), Json::Object(body));
    }
    if !press.definitions.is_empty() {
        file.insert("definitions".into(), Json::Object(press.definitions));
    }
    let text = serde_json::to_string_pretty(&file).expect("a schema is plain JSON") + "\n";
    Published { kind: schema.name.trim_end_matches(".schema.json").to_owned(), folder, text }
}

struct Publisher<'a> {
    schemas: &'a [RawSchema],
    languages: &'a [String],
    definitions: Map<String, Json>,
    /// Definitions on the way to here; a circle of them, which checking refuses, ends by it.
    depth: usize,
    /// How many references may still be followed.
    left: usize,
}

impl<'a> Publisher<'a> {
    /// Publishes what a value must be, with the words of the place where it is used.
    fn value(&mut self, node: &'a Node, words: &Words) -> Map<String, Json> {
        if let Some(target) = node.get("$ref").and_then(Node::text) {
            return self.referred(target, words);
        }
        if let Some(inner) = node.get("allOf").and_then(|all| all.items().first()) {
            return self.value(inner, &words.over(&Words::of(inner)));
        }
        if let Some(any) = node.get("anyOf") {
            return self.any_of(any, words);
        }
        if let Some(kinds) = node.get("x-ref") {
            let words = words.with_hint(&words::reference(kinds));
            return filled(&words, &words::REFERENCE, [("type", "string".into()), ("pattern", ID.into())]);
        }
        if let Some(choice) = node.get("enum") {
            return with(words, [("enum", choice.to_json())]);
        }
        let text = || json!(["string", "integer"]);
        match node.get("format").and_then(Node::text) {
            // A year alone is a number to YAML.
            Some("edtf") => {
                let years = [("minimum", 1000.into()), ("maximum", 9999.into())];
                let form = [("type", text()), ("pattern", DATE.into())].into_iter().chain(years);
                filled(&words.with_examples(patterns::dates()), &words::DATE, form)
            }
            Some("quantity") => {
                let form = [("type", json!(["number", "string"])), ("pattern", QUANTITY.into()), ("minimum", 0.into())];
                filled(&words.with_examples(patterns::quantities()), &words::QUANTITY, form)
            }
            Some("uri") => filled(words, &words::ADDRESS, [("type", "string".into()), ("pattern", ADDRESS.into())]),
            Some("marking") => filled(words, &words::MARKING, [("type", "string".into()), ("pattern", MARKING.into())]),
            Some("lang-map") => self.localized(node, words),
            _ => self.typed(node, words),
        }
    }

    fn typed(&mut self, node: &'a Node, words: &Words) -> Map<String, Json> {
        let kind = node.get("type").and_then(Node::text);
        let plain = |message| filled(words, message, constraints(node));
        match kind {
            Some("string") if node.get("pattern").and_then(Node::text) == Some(ID) => plain(&words::REFERENCE),
            Some("string") if node.get("pattern").is_some() => plain(&words::FORM),
            Some("string") => {
                let mut map = plain(&words::TEXT);
                map.insert("pattern".into(), FILLED.into());
                map.insert("patternErrorMessage".into(), words::EMPTY.both());
                map
            }
            Some("integer") => plain(&words::WHOLE),
            Some("number") => plain(&words::NUMBER),
            Some("boolean") => plain(&words::TRUTH),
            Some("array") => {
                let mut map = plain(&words::LIST);
                if let Some(items) = node.get("items") {
                    map.insert("items".into(), Json::Object(self.value(items, &Words::of(items))));
                }
                map
            }
            Some("object") => self.object(node, words),
            // Anything but nothing.
            _ => with(words, [("type", json!(["string", "number", "boolean", "array", "object"]))]),
        }
    }

    fn object(&mut self, node: &'a Node, words: &Words) -> Map<String, Json> {
        let mut map = with(words, constraints(node));
        if let Some(rest) = node.get("additionalProperties").filter(|rest| matches!(rest.value, Value::Map(_))) {
            map.insert("additionalProperties".into(), Json::Object(self.value(rest, &Words::of(rest))));
        }
        let fields = self.fields(node, &Words::clone);
        if !fields.is_empty() {
            map.insert("properties".into(), Json::Object(fields));
        }
        map
    }

    fn fields(&mut self, node: &'a Node, called: &dyn Fn(&Words) -> Words) -> Map<String, Json> {
        let fields = node.get("properties").map(Node::entries).unwrap_or_default();
        let field = |entry: &'a Entry| {
            let words = called(&Words::of(&entry.value));
            (entry.key.to_string(), Json::Object(self.value(&entry.value, &words)))
        };
        fields.iter().map(field).collect()
    }

    fn localized(&mut self, node: &'a Node, words: &Words) -> Map<String, Json> {
        let mut map = with(words, constraints(node));
        // An example of a language fits no field.
        let fields = self.fields(node, &Words::without_examples);
        let languages: Vec<String> = fields.keys().cloned().collect();
        map.insert("properties".into(), Json::Object(fields));
        let needed: Vec<&String> =
            self.languages.iter().filter(|code| words.translate && languages.contains(code)).collect();
        map.insert("errorMessage".into(), words::localized(&languages, &needed).both());
        if !needed.is_empty() {
            map.insert("required".into(), json!(needed));
        }
        map
    }

    /// Publishes the one choice that records have: a value, or the claim that holds it.
    fn any_of(&mut self, any: &'a Node, words: &Words) -> Map<String, Json> {
        let mut shapes = Vec::new();
        for (place, node) in any.items().iter().enumerate() {
            // The value is called as the field is; the claim keeps its own words.
            let words = if place == 0 { words.untranslated().over(&Words::of(node)) } else { Words::of(node) };
            shapes.push(Json::Object(self.value(node, &words)));
        }
        with(&words.without_examples(), [("anyOf", Json::Array(shapes))])
    }

    /// Copies a definition to where it is used. The texts per language inside it stay where they are and are referred to, so that the
    /// file does not repeat them for every field.
    fn referred(&mut self, target: &'a str, words: &Words) -> Map<String, Json> {
        let Some((file, name)) = target.split_once("#/definitions/") else { return Map::new() };
        let schemas = self.schemas;
        let found = schemas.iter().find(|other| other.name == file);
        let Some(node) = found.and_then(|other| other.root.get("definitions")?.get(name)) else { return Map::new() };
        if self.depth > 16 || self.left == 0 {
            return Map::new();
        }
        self.left -= 1;
        self.depth += 1;
        let own = Words::of(node);
        let words = if explains_its_form(node) { words.joined(&own) } else { words.over(&own) };
        let mut map = self.value(node, &words);
        let key = if file == DEFINITIONS.0 { name.to_owned() } else { format!("{}-{name}", kind_of(file)) };
        if node.get("format").and_then(Node::text) == Some("lang-map") && plain_name(&key) {
            if !self.definitions.contains_key(&key) {
                let definition = self.value(node, &own);
                self.definitions.insert(key.clone(), Json::Object(definition));
            }
            let fields = map.get_mut("properties").and_then(Json::as_object_mut);
            for (field, value) in fields.into_iter().flatten().filter(|(field, _)| plain_name(field)) {
                *value = json!({"$ref": format!("#/definitions/{key}/properties/{field}")});
            }
        }
        self.depth -= 1;
        map
    }
}

/// Returns whether a definition describes a way of writing that a person must know wherever it is used.
fn explains_its_form(node: &Node) -> bool {
    let format = |node: &Node| node.get("format").and_then(Node::text).map(str::to_owned);
    let languages = node.get("properties").map(Node::entries).unwrap_or_default();
    let long = languages.iter().any(|language| format(&language.value).as_deref() == Some("markdown"));
    long || matches!(format(node).as_deref(), Some("edtf" | "quantity"))
}

/// Returns words, then constraints, then what an editor says when they are not kept.
fn filled(words: &Words, message: &Twin, form: impl IntoIterator<Item = (&'static str, Json)>) -> Map<String, Json> {
    let mut map = with(words, form);
    map.insert("errorMessage".into(), message.both());
    map
}

fn with(words: &Words, form: impl IntoIterator<Item = (&'static str, Json)>) -> Map<String, Json> {
    let mut map = Map::new();
    words.write(&mut map);
    map.extend(form.into_iter().map(|(key, value)| (key.to_owned(), value)));
    map
}

/// Returns the keywords that mean the same to everybody.
fn constraints(node: &Node) -> Vec<(&'static str, Json)> {
    const SHARED: &[&str] = &[
        "type",
        "minLength",
        "pattern",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "required",
        "additionalProperties",
    ];
    let found = |key: &&'static str| {
        let value = node.get(key)?;
        // A schema for other fields is itself to be published.
        (*key != "additionalProperties" || value.text().is_some()).then(|| (*key, value.to_json()))
    };
    SHARED.iter().filter_map(found).collect()
}

fn kind_of(file: &str) -> &str {
    file.trim_end_matches(".schema.json")
}

/// Returns whether a name can stand in a reference as it is.
fn plain_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Scalar, Span};

    fn node(json: &Json) -> Node {
        let scalar = |text: String, plain| Value::Scalar(Scalar { text: text.into(), plain });
        let value = match json {
            Json::String(text) => scalar(text.clone(), false),
            Json::Array(items) => Value::List(items.iter().map(node).collect()),
            Json::Object(map) => {
                let entry = |(key, value): (&String, &Json)| Entry {
                    key: key.as_str().into(),
                    key_span: Span::default(),
                    value: node(value),
                };
                Value::Map(map.iter().map(entry).collect())
            }
            other => scalar(other.to_string(), true),
        };
        Node { value, span: Span::default() }
    }

    /// Publishes the kind `well` with these fields.
    fn well(fields: &Json) -> Json {
        let definitions: Json = serde_json::from_str(DEFINITIONS.1).expect("the definitions are JSON");
        let root = json!({
            "title": "Well", "x-title": {"ru": "Колодец"}, "type": "object", "x-folder": "wells",
            "additionalProperties": false, "required": ["id"], "properties": fields
        });
        let raw = |name: &str, root: &Json| RawSchema { name: name.to_owned(), file: None, root: node(root) };
        let schemas = [raw(DEFINITIONS.0, &definitions), raw("well.schema.json", &root)];
        let published = publish(&schemas, &["en".to_owned(), "ru".to_owned()]);
        assert_eq!(published.len(), 1);
        serde_json::from_str(&published[0].text).expect("a published schema is JSON")
    }

    fn field(schema: &Json) -> Json {
        well(&json!({"it": schema}))["definitions"]["record"]["properties"]["it"].clone()
    }

    fn definition(name: &str) -> Json {
        json!([{"$ref": format!("definitions.schema.json#/definitions/{name}")}])
    }

    #[test]
    fn titles_and_descriptions_stand_in_both_languages() {
        let one = json!({
            "title": "Depth", "x-title": {"ru": "Глубина"}, "type": "integer", "minimum": 1,
            "description": "How deep it is.", "x-description": {"ru": "Какой он глубины."}
        });
        let one = field(&one);
        assert_eq!(one["title"], "Depth / Глубина");
        assert_eq!(one["description"], "How deep it is. / Какой он глубины.");
        assert_eq!(one["minimum"], 1);
        assert_eq!(well(&json!({"it": {"type": "string"}}))["title"], "Well / Колодец");
    }

    #[test]
    fn a_date_keeps_the_words_of_its_field_and_the_form_of_all_dates() {
        let one = field(&json!({"description": "When it was dug.", "allOf": definition("date")}));
        assert!(one["description"].as_str().is_some_and(|d| d.starts_with("When it was dug. A date")), "{one}");
        assert_eq!((&one["pattern"], &one["type"]), (&json!(DATE), &json!(["string", "integer"])));
        assert_eq!(one["examples"][0], "2022-03-03", "the examples of the definition");
    }

    #[test]
    fn a_text_needs_the_languages_of_the_workspace_where_it_is_translated() {
        let text = |translate: bool| {
            field(&json!({"description": "Its name.", "allOf": definition("text"), "x-translate": translate}))
        };
        assert_eq!(text(true)["required"], json!(["en", "ru"]));
        assert_eq!(text(false).get("required"), None);
        assert_eq!(text(true)["properties"]["kk"]["$ref"], "#/definitions/text/properties/kk");
        assert_eq!(text(true)["description"], "Its name.");
    }

    #[test]
    fn a_claim_stands_beside_the_value() {
        let any = json!([definition("quantity")[0], definition("claimed")[0]]);
        let one = field(&json!({"description": "How deep.", "anyOf": any}));
        assert_eq!(one["description"], "How deep.");
        assert_eq!(one["anyOf"][0]["pattern"], QUANTITY);
        assert_eq!(one["anyOf"][1]["required"], json!(["claim"]));
    }

    #[test]
    fn examples_are_offered_and_a_lone_one_is_not_written_by_itself() {
        let with = |examples: Json| field(&json!({"type": "integer", "examples": examples}));
        assert_eq!(with(json!([3, 12]))["examples"], json!([3, 12]));
        assert_eq!(with(json!([3]))["allOf"], json!([{"examples": [3]}]));
        assert_eq!(with(json!([{"en": "Well"}])).get("allOf"), None, "an editor would write it as one word");
    }

    #[test]
    fn a_reference_says_which_records_it_names() {
        let one =
            field(&json!({"description": "Where.", "x-ref": ["village", "town"], "x-description": {"ru": "Где."}}));
        assert_eq!(
            one["description"],
            "Where. The id of a record of the kind village or town. / Где. Идентификатор записи вида village или town."
        );
        assert_eq!(one["pattern"], ID);
    }

    #[test]
    fn definitions_in_a_circle_come_to_an_end() {
        let circle =
            json!({"definitions": {"a": {"type": "array", "items": {"$ref": "a.schema.json#/definitions/a"}}}});
        let root = json!({"properties": {"it": {"$ref": "a.schema.json#/definitions/a"}}});
        let raw = |name: &str, root: &Json| RawSchema { name: name.to_owned(), file: None, root: node(root) };
        assert_eq!(publish(&[raw("a.schema.json", &circle), raw("b.schema.json", &root)], &[]).len(), 1);
    }
}
