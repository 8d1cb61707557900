//! Values of another form than their schema wants, reported in the words of the slip that usually leads there.

use super::walk::{Walk, is_compound};
use crate::check::{describe, letters, raw};
use crate::diag::{Applicability, Edit, Fix, codes, messages};
use crate::record::{Entry, Node, Value};
use crate::schema::{Object, Shape};
use crate::written::quote::quoted;

impl Walk<'_> {
    /// Reports a value of another form.
    pub fn wrong_type(&mut self, node: &Node, field: &str, shape: &Shape) {
        let shape = shape.inner();
        let range = node.span.range();
        let words = raw::of(self.text, &range);
        match (shape, &node.value) {
            (Shape::List { items, .. }, Value::Scalar(_)) if !is_compound(items) => {
                let round = words.strip_prefix('(').and_then(|words| words.strip_suffix(')'));
                let edits = match round {
                    Some(inner) => vec![Edit::new(range, format!("[{inner}]"))],
                    None => brackets_around(words, &range),
                };
                let fix = Fix::new(edits, Applicability::automatic_if(round.is_none() && !words.contains([',', ';'])));
                let values = vec![("field", field.into()), ("hint", (&messages::LIST_BRACKETS).into())];
                self.fault(codes::LIST_MEANT, node.span, values, Some(fix));
            }
            (Shape::List { items, .. }, Value::Map(entries)) if is_one_of(items, entries) => {
                let fix = self.as_entry(node);
                let hint = if words.starts_with('{') { &messages::LIST_BRACKETS } else { &messages::LIST_HYPHEN };
                let values = vec![("field", field.into()), ("hint", hint.into())];
                self.fault(codes::LIST_MEANT, node.span, values, fix);
            }
            (Shape::Localized { .. }, Value::Scalar(_)) => {
                let code = if letters::is_cyrillic(words) { "ru" } else { "en" };
                let text = format!("{{{code}: {}}}", quoted(node.text().unwrap_or_default()));
                let fix = (!words.contains('\n')).then(|| Fix::suggested(vec![Edit::new(range, text)]));
                self.fault(codes::LANGUAGE_MEANT, node.span, vec![("field", field.into())], fix);
            }
            (shape, Value::List(items)) if !is_compound(shape) && !items.is_empty() => {
                let one = items.first().filter(|_| items.len() == 1 && !words.contains('\n') && words.starts_with('['));
                let hint = if one.is_some() { &messages::TAKE_BRACKETS_OFF } else { &messages::KEEP_ONE };
                let edit = |one: &Node| Edit::new(range.clone(), raw::of(self.text, &one.span.range()));
                // Brackets around free text may belong to it.
                let free = |one: &Node| {
                    matches!(shape, Shape::Text { pattern: None })
                        && matches!(&one.value, Value::Scalar(scalar) if scalar.plain)
                };
                let fix = one.map(|one| Fix::new(vec![edit(one)], Applicability::automatic_if(!free(one))));
                let values = vec![("field", field.into()), ("hint", hint.into())];
                self.fault(codes::ONE_MEANT, node.span, values, fix);
            }
            (Shape::Text { .. } | Shape::Address, Value::Map(entries))
                if entries.len() == 1 && !words.contains(['\n', '{']) =>
            {
                let fix = Fix::automatic(vec![Edit::new(range, quoted(words))]);
                self.fault(codes::COLON_IN_TEXT, node.span, vec![("key", field.into())], Some(fix));
            }
            _ => {
                let values = vec![
                    ("field", field.into()),
                    ("expected", describe::expected(shape).into()),
                    ("found", describe::found(node).into()),
                    (
                        "hint",
                        messages::WRITE_EXAMPLE.of(vec![("example", describe::example_of_shape(field, shape).into())]),
                    ),
                ];
                self.fault(codes::TYPE_WRONG, node.span, values, None);
            }
        }
    }

    /// Returns the fix that makes an entry of a list of fields that stand alone.
    fn as_entry(&self, node: &Node) -> Option<Fix> {
        let range = node.span.range();
        let words = raw::of(self.text, &range);
        if words.starts_with('{') {
            return (!words.contains('\n')).then(|| Fix::suggested(brackets_around(words, &range)));
        }
        let first = node.entries().first()?.key_span.range().start;
        let before = first.checked_sub(2)?..first;
        (raw::of(self.text, &before) == "  ").then(|| Fix::suggested(vec![Edit::new(before, "- ")]))
    }
}

/// Returns whether fields are those of one entry of a list.
fn is_one_of(items: &Shape, entries: &[Entry]) -> bool {
    let fields = |object: &Object| entries.iter().all(|entry| object.fields.contains_key(&*entry.key));
    matches!(items.inner(), Shape::Object(object) if fields(object))
}

fn brackets_around(words: &str, range: &std::ops::Range<usize>) -> Vec<Edit> {
    if words.contains('\n') {
        return Vec::new();
    }
    vec![Edit::new(range.start..range.start, "["), Edit::new(range.end..range.end, "]")]
}
