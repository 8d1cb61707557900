//! What a value is called and what one would look like: the words and examples of messages.

use crate::diag::{Message, messages};
use crate::record::node::Meaning;
use crate::record::{Node, Value};
use crate::schema::{Field, Shape};
use crate::written::inline::inline;

/// Returns what stands there, in a word.
pub fn found(node: &Node) -> &'static Message {
    let quoted = matches!(&node.value, Value::Scalar(scalar) if !scalar.plain);
    match (&node.value, node.meaning()) {
        (Value::List(_), _) => &messages::IS_LIST,
        (Value::Map(_), _) => &messages::IS_FIELDS,
        (_, Some(Meaning::Integer(_) | Meaning::Number(_))) => &messages::IS_NUMBER,
        (_, Some(Meaning::Truth(_))) => &messages::IS_TRUTH,
        (_, Some(Meaning::Null)) => &messages::IS_NOTHING,
        _ if quoted => &messages::IS_QUOTED,
        _ => &messages::IS_TEXT,
    }
}

/// Returns what a shape expects, in a word.
pub fn expected(shape: &Shape) -> &'static Message {
    match shape {
        Shape::Text { .. } | Shape::Address => &messages::IS_TEXT,
        Shape::Choice(_) => &messages::IS_WORD,
        Shape::Integer { .. } => &messages::IS_INTEGER,
        Shape::Number | Shape::Quantity => &messages::IS_NUMBER,
        Shape::Bool => &messages::IS_TRUTH,
        Shape::Date => &messages::IS_DATE,
        Shape::Marking => &messages::IS_MARKING,
        Shape::Reference(_) => &messages::IS_REFERENCE,
        Shape::Localized { .. } => &messages::IS_LOCALIZED,
        Shape::List { .. } => &messages::IS_LIST,
        Shape::Object(_) | Shape::Map(_) => &messages::IS_FIELDS,
        Shape::MaybeClaim(inner) => expected(inner),
        Shape::Any => &messages::IS_VALUE,
    }
}

/// Returns a line as it could stand in a record: with the example that the schema gives of the field, or else one of its shape.
pub fn example(name: &str, field: Option<&Field>) -> String {
    format!("{name}: {}", example_of(field))
}

/// Returns a line as it could stand in a record, of the shape that its value must have.
pub fn example_of_shape(name: &str, shape: &Shape) -> String {
    format!("{name}: {}", value(Some(shape)))
}

fn example_of(field: Option<&Field>) -> String {
    let shown = field.and_then(|field| field.examples.iter().find_map(inline));
    shown.unwrap_or_else(|| value(field.map(|field| &field.shape)))
}

fn value(shape: Option<&Shape>) -> String {
    match shape {
        Some(Shape::Integer { .. } | Shape::Number | Shape::Quantity) => "12".to_owned(),
        Some(Shape::Bool) => "true".to_owned(),
        Some(Shape::Date) => "2022-03-03".to_owned(),
        Some(Shape::Choice(words)) => words.first().cloned().unwrap_or_default(),
        Some(Shape::Localized { .. }) => "{en: \"…\"}".to_owned(),
        Some(Shape::List { items, .. }) => format!("[{}]", value(Some(items))),
        Some(Shape::Text { .. }) => "\"…\"".to_owned(),
        Some(Shape::Address) => "\"https://…\"".to_owned(),
        Some(Shape::Object(object)) => {
            let required = object.required.iter().map(|key| format!("{key}: {}", example_of(object.fields.get(key))));
            format!("{{{}}}", required.collect::<Vec<_>>().join(", "))
        }
        Some(Shape::MaybeClaim(inner)) => value(Some(inner)),
        _ => "…".to_owned(),
    }
}
