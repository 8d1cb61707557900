//! Texts that a schema marks with `x-translate` exist in every language of the workspace.

use crate::diag::{Diagnostic, codes, phrases};
use crate::holdings::Holdings;
use crate::record::{Entry, Language, Node, Record, Value};
use crate::schema::{Object, Shape};

/// Checks all records.
pub fn check(holdings: &Holdings, languages: &[Language]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for record in holdings.records.iter() {
        object(record, &record.root, &holdings.kind(record).object, languages, &mut faults);
    }
    faults
}

fn object(record: &Record, node: &Node, object: &Object, languages: &[Language], faults: &mut Vec<Diagnostic>) {
    for entry in node.entries() {
        let Some(field) = object.fields.get(&*entry.key) else { continue };
        if field.translate {
            faults.extend(missing(record, entry, &field.shape, languages));
        }
        nested(record, &entry.value, &field.shape, languages, faults);
    }
}

fn nested(record: &Record, node: &Node, shape: &Shape, languages: &[Language], faults: &mut Vec<Diagnostic>) {
    match (shape, &node.value) {
        (Shape::Object(inner), Value::Map(_)) => object(record, node, inner, languages, faults),
        (Shape::List { items, .. }, Value::List(nodes)) => {
            nodes.iter().for_each(|node| nested(record, node, items, languages, faults));
        }
        _ => {}
    }
}

fn missing(record: &Record, entry: &Entry, shape: &Shape, languages: &[Language]) -> Vec<Diagnostic> {
    let texts = matches!(shape, Shape::Localized { .. }) && matches!(entry.value.value, Value::Map(_));
    let absent = languages.iter().filter(|language| texts && entry.value.get(language.code()).is_none());
    let fault = |language: &Language| {
        let values = vec![
            ("field", entry.key.as_ref().into()),
            ("language", phrases::language(language.code()).into()),
            ("code", language.code().into()),
        ];
        Diagnostic::new(codes::TRANSLATION_MISSING, record.place(entry.key_span), values)
    };
    absent.map(fault).collect()
}
