//! The one walk over page data: every value with the record that it stands in and the way to it from there. What is read as a whole, a
//! date, a number, a text, is one value.

use std::fmt::Write;

use serde_json::{Map, Value as Json};

/// A step of the way to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// To a field.
    Name(&'a str),
    /// To an entry of a list, counted from 0.
    Place(usize),
}

/// Where a value stands.
#[derive(Debug, Clone, Default)]
pub struct Standing<'a> {
    /// The nearest record above it, where there is one.
    pub record: Option<&'a str>,
    /// The way from that record, or from the document.
    pub path: Vec<Step<'a>>,
}

impl Standing<'_> {
    /// Returns the way in words: `sessions.1.title`, places counted from 1.
    pub fn field(&self) -> String {
        self.path.iter().fold(String::new(), |mut field, step| {
            if !field.is_empty() {
                field.push('.');
            }
            let _ = match step {
                Step::Name(name) => write!(field, "{name}"),
                Step::Place(at) => write!(field, "{}", at + 1),
            };
            field
        })
    }

    /// Returns the name of the first field of the way.
    pub fn top(&self) -> Option<&str> {
        match self.path.first()? {
            Step::Name(name) => Some(name),
            Step::Place(_) => None,
        }
    }
}

/// Visits every value of page data, those that hold others before what they hold; `visit` says whether to go on into the value.
///
/// Records of a list are known by their ids and not by their places.
pub fn walk<'a>(data: &'a Json, visit: &mut dyn FnMut(&Standing<'a>, &'a Json) -> bool) {
    step(data, &mut Standing::default(), visit);
}

fn step<'a>(value: &'a Json, standing: &mut Standing<'a>, visit: &mut dyn FnMut(&Standing<'a>, &'a Json) -> bool) {
    if let Some(id) = id(value) {
        // A record begins here, and its fields are known by their own names.
        let mut own = Standing { record: Some(id), path: Vec::new() };
        return inside(value, &mut own, visit);
    }
    inside(value, standing, visit);
}

fn inside<'a>(value: &'a Json, standing: &mut Standing<'a>, visit: &mut dyn FnMut(&Standing<'a>, &'a Json) -> bool) {
    if is_places(value) || !visit(standing, value) {
        return;
    }
    match value {
        Json::Array(items) => {
            let of_records = items.iter().all(|item| id(item).is_some());
            for (at, item) in items.iter().enumerate() {
                if of_records {
                    step(item, standing, visit);
                    continue;
                }
                standing.path.push(Step::Place(at));
                step(item, standing, visit);
                standing.path.pop();
            }
        }
        Json::Object(fields) => {
            // Where a link leads is printed nowhere.
            for (name, field) in fields.iter().filter(|(name, _)| *name != "to") {
                standing.path.push(Step::Name(name));
                step(field, standing, visit);
                standing.path.pop();
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Returns the id of a record.
pub fn id(value: &Json) -> Option<&str> {
    value.get("id")?.as_str()
}

/// Returns whether a value only says at which places of a list something stands that is printed there.
pub fn is_places(value: &Json) -> bool {
    let Json::Object(fields) = value else { return false };
    fields.get("at").is_some_and(Json::is_array) && fields.keys().all(|name| name == "at" || name == "groups")
}

/// Returns whether an object is one value that people read as a whole: a date, a number, a text. A record is none, whatever its fields are
/// called.
pub fn is_value(fields: &Map<String, Json>) -> bool {
    !fields.contains_key("id") && ["edtf", "text", "blocks"].iter().any(|field| fields.contains_key(*field))
}

/// Returns the words of a long text, with a space between its paragraphs and entries of lists.
pub fn spoken(json: &Json) -> String {
    match json {
        Json::Object(fields) => match fields.get("text").or_else(|| fields.get("body")) {
            Some(Json::String(text)) => text.clone(),
            Some(body) => spoken(body),
            None => ["blocks", "items"].iter().find_map(|field| fields.get(*field)).map(joined).unwrap_or_default(),
        },
        Json::Array(parts) if parts.iter().any(is_paragraph) => joined(json),
        Json::Array(parts) => parts.iter().map(spoken).collect(),
        _ => String::new(),
    }
}

fn joined(json: &Json) -> String {
    let parts: Vec<String> = json.as_array().into_iter().flatten().map(spoken).collect();
    parts.join(" ")
}

fn is_paragraph(json: &Json) -> bool {
    json.get("type") == Some(&"paragraph".into())
}

/// Returns the paragraphs of a long text, each with its words and the sources that it cites.
pub fn paragraphs(text: &Json) -> Vec<(String, Vec<&str>)> {
    let mut found = Vec::new();
    walk(text, &mut |_, value| {
        if is_paragraph(value) {
            found.push((spoken(value), cited(value)));
        }
        !is_paragraph(value)
    });
    found
}

fn cited(paragraph: &Json) -> Vec<&str> {
    let mut found = Vec::new();
    walk(paragraph, &mut |_, value| {
        if value.get("type") == Some(&"cite".into()) {
            let ids = value["sources"].as_array().into_iter().flatten().filter_map(Json::as_str);
            ids.for_each(|id| {
                if !found.contains(&id) {
                    found.push(id);
                }
            });
        }
        true
    });
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_is_named_by_the_record_above_it_and_the_way_from_there() {
        let data = json!({
            "document": {"title": "T"},
            "sets": {"wells": [{"id": "first", "parts": [{"depth": 3}], "deep": [{"at": [0], "groups": [{"at": [0]}]}], "dug": {"edtf": "2001"}, "village": {"id": "upper", "name": "U"}}]},
        });
        let mut found = Vec::new();
        walk(&data, &mut |standing, value| {
            let whole = value.as_object().is_some_and(is_value);
            if whole || !(value.is_object() || value.is_array()) {
                found.push((standing.record.map(str::to_owned), standing.field()));
            }
            !whole
        });
        let of = |record: &str, field: &str| (Some(record.to_owned()), field.to_owned());
        assert_eq!(
            found,
            [
                (None, "document.title".to_owned()),
                of("first", "id"),
                of("first", "parts.1.depth"),
                of("first", "dug"),
                of("upper", "id"),
                of("upper", "name"),
            ]
        );
    }

    #[test]
    fn a_paragraph_has_its_own_sources() {
        let paragraph = |words: &str, source: &str| json!({"type": "paragraph", "body": [{"type": "strong", "body": [{"type": "text", "text": words}]}, {"type": "cite", "sources": [source, source]}]});
        let text = json!({"blocks": [paragraph("One.", "a"), {"type": "list", "items": [[paragraph("Two.", "b")]]}]});
        assert_eq!(paragraphs(&text), [("One.".to_owned(), vec!["a"]), ("Two.".to_owned(), vec!["b"])]);
    }
}
