//! The keywords of schemas, and what each of them holds. Whoever reads a schema relies on it.
//!
//! For the keywords of JSON Schema it is what the meta-schema of draft-07 says, but that a type is one that records can have and that `items`
//! is one schema; a test asks both.

use std::collections::HashSet;

use crate::diag::{Diagnostic, FileId, Message, Place, codes, messages};
use crate::record::node::Meaning;
use crate::record::{Entry, Node, Value};

/// What a keyword holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Text,
    /// One of the types, or several.
    Type,
    Truth,
    /// A whole number that counts something.
    Count,
    Number,
    List,
    /// Texts, each once.
    Names,
    /// A text, or several.
    TextOrNames,
    /// Fields with texts each.
    NamesOfFields,
    /// Words of messages, by language.
    Words,
    Schema,
    /// Schemas, at least one.
    Schemas,
    /// Fields with a schema each.
    Fields,
    Rules,
    Anything,
}

/// The types that a value can have.
const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// Every keyword; one that is not here is refused where it would have to be obeyed.
const KEYWORDS: [(&str, Holds); 41] = [
    ("$schema", Holds::Text),
    ("$id", Holds::Text),
    ("$ref", Holds::Text),
    ("$comment", Holds::Text),
    ("title", Holds::Text),
    ("description", Holds::Text),
    ("format", Holds::Text),
    ("pattern", Holds::Text),
    ("type", Holds::Type),
    ("enum", Holds::List),
    ("examples", Holds::List),
    ("default", Holds::Anything),
    ("minLength", Holds::Count),
    ("minItems", Holds::Count),
    ("maxItems", Holds::Count),
    ("minProperties", Holds::Count),
    ("minimum", Holds::Number),
    ("maximum", Holds::Number),
    ("uniqueItems", Holds::Truth),
    ("required", Holds::Names),
    ("items", Holds::Schema),
    ("additionalProperties", Holds::Schema),
    ("allOf", Holds::Schemas),
    ("anyOf", Holds::Schemas),
    ("properties", Holds::Fields),
    ("definitions", Holds::Fields),
    ("x-title", Holds::Words),
    ("x-description", Holds::Words),
    ("x-folder", Holds::Text),
    ("x-label", Holds::Text),
    ("x-order", Holds::Text),
    ("x-inverse", Holds::Text),
    ("x-marking", Holds::Text),
    ("x-date", Holds::Text),
    ("x-date-unless", Holds::NamesOfFields),
    ("x-translate", Holds::Truth),
    ("x-unfinished", Holds::Truth),
    ("x-months-after", Holds::Text),
    ("x-tree", Holds::Truth),
    ("x-ref", Holds::TextOrNames),
    ("x-rules", Holds::Rules),
];

/// Returns every keyword that holds something else than it must.
pub fn check(schema: &Node, file: Option<FileId>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let place = |node: &Node| file.map(|file| Place { file, range: node.span.range() });
    if !is_fields(schema) {
        return vec![Diagnostic::new(codes::SCHEMA_INVALID, place(schema), vec![])];
    }
    walk(schema, &mut |entry, reason| {
        let values = vec![("keyword", entry.key.as_ref().into()), ("reason", reason.into())];
        faults.push(Diagnostic::new(codes::SCHEMA_KEYWORD, place(&entry.value), values));
    });
    faults
}

/// Walks through a schema and all schemas in it.
fn walk(schema: &Node, refuse: &mut dyn FnMut(&Entry, &'static Message)) {
    for entry in schema.entries() {
        let Some((_, holds)) = KEYWORDS.iter().find(|(name, _)| *name == &*entry.key) else { continue };
        if let Some(reason) = refused(&entry.value, *holds) {
            refuse(entry, reason);
            continue;
        }
        match holds {
            Holds::Schema => walk(&entry.value, refuse),
            Holds::Schemas => entry.value.items().iter().for_each(|inner| walk(inner, refuse)),
            Holds::Fields => entry.value.entries().iter().for_each(|field| walk(&field.value, refuse)),
            _ => {}
        }
    }
}

/// Returns why a value cannot stand under a keyword.
fn refused(node: &Node, holds: Holds) -> Option<&'static Message> {
    let meaning = node.meaning();
    let (fits, reason) = match holds {
        Holds::Text => (is_text(node), &messages::SCHEMA_TEXT),
        Holds::Type => (is_type(node) || are_texts(node, is_type), &messages::SCHEMA_TYPE),
        Holds::Truth => (is_truth(node), &messages::SCHEMA_TRUTH),
        Holds::Count => (matches!(meaning, Some(Meaning::Integer(0..))), &messages::SCHEMA_COUNT),
        Holds::Number => (matches!(meaning, Some(Meaning::Integer(_) | Meaning::Number(_))), &messages::SCHEMA_NUMBER),
        Holds::List => (matches!(node.value, Value::List(_)), &messages::SCHEMA_LIST),
        Holds::Names => (node.items().is_empty() && is_list(node) || are_texts(node, is_text), &messages::SCHEMA_NAMES),
        Holds::TextOrNames => (is_text(node) || are_texts(node, is_text), &messages::SCHEMA_TEXTS),
        Holds::NamesOfFields => (fields(node, |names| are_texts(names, is_text)), &messages::SCHEMA_NAMES_OF_FIELDS),
        Holds::Words => (fields(node, is_text), &messages::SCHEMA_WORDS),
        Holds::Schema => (is_schema(node), &messages::SCHEMA_SCHEMA),
        Holds::Schemas => (!node.items().is_empty() && node.items().iter().all(is_schema), &messages::SCHEMA_SCHEMAS),
        Holds::Fields => (fields(node, is_schema), &messages::SCHEMA_FIELDS),
        Holds::Rules => (is_list(node) && node.items().iter().all(is_fields), &messages::SCHEMA_RULES),
        Holds::Anything => return None,
    };
    (!fits).then_some(reason)
}

fn is_text(node: &Node) -> bool {
    matches!(node.meaning(), Some(Meaning::Text(_)))
}

fn is_truth(node: &Node) -> bool {
    matches!(node.meaning(), Some(Meaning::Truth(_)))
}

fn is_type(node: &Node) -> bool {
    node.text().is_some_and(|name| is_text(node) && TYPES.contains(&name))
}

fn is_list(node: &Node) -> bool {
    matches!(node.value, Value::List(_))
}

fn is_fields(node: &Node) -> bool {
    matches!(node.value, Value::Map(_))
}

/// Returns whether it describes a value; `true` allows every value, and `false` none.
fn is_schema(node: &Node) -> bool {
    is_fields(node) || is_truth(node)
}

fn fields(node: &Node, fits: fn(&Node) -> bool) -> bool {
    is_fields(node) && node.entries().iter().all(|entry| fits(&entry.value))
}

/// Returns whether it is a list of texts, at least one and each once.
fn are_texts(node: &Node, fits: fn(&Node) -> bool) -> bool {
    let texts: Vec<&str> = node.items().iter().filter(|item| fits(item)).filter_map(Node::text).collect();
    let once: HashSet<&str> = texts.iter().copied().collect();
    !texts.is_empty() && texts.len() == node.items().len() && once.len() == texts.len()
}
