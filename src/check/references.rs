//! References name records that exist and are of the right kind; citations in texts name sources.

use super::nearest::nearest;
use crate::diag::{Diagnostic, Place, codes};
use crate::holdings::Holdings;
use crate::record::{Node, Record, Value, markdown};
use crate::schema::{Reference, SOURCE, Shape};

/// Checks the references of a record.
pub fn check(record: &Record, holdings: &Holdings) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    holdings.each_reference(record, &mut |node, reference| {
        faults.extend(one(record, node, reference, holdings));
    });
    for entry in record.root.entries() {
        if let Some(field) = holdings.kind(record).object.fields.get(&*entry.key) {
            citations(record, &entry.value, &field.shape, holdings, &mut faults);
        }
    }
    faults
}

/// Checks one reference.
pub fn one(record: &Record, node: &Node, reference: &Reference, holdings: &Holdings) -> Option<Diagnostic> {
    let id = node.text()?;
    let kinds = reference.kinds.join(" or ");
    let values = vec![("value", id.to_owned())];
    let Some(target) = holdings.records.get(id) else {
        let kind = if kinds.is_empty() { "record".to_owned() } else { kinds };
        let values = [values, vec![("kind", kind), ("hint", suggestion(id, reference, holdings))]].concat();
        return Some(Diagnostic::error(codes::REFERENCE_UNKNOWN, record.place(node.span), values));
    };
    let right = reference.kinds.is_empty() || reference.kinds.contains(&target.kind);
    (!right).then(|| {
        let values = [values, vec![("found", target.kind.clone()), ("kind", kinds)]].concat();
        Diagnostic::error(codes::REFERENCE_KIND, record.place(node.span), values)
    })
}

fn suggestion(id: &str, reference: &Reference, holdings: &Holdings) -> String {
    let fits = |record: &&Record| reference.kinds.is_empty() || reference.kinds.contains(&record.kind);
    let ids = holdings.records.iter().filter(fits).map(|record| record.id.as_str());
    match nearest(id, ids) {
        Some(near) => format!("Did you mean “{near}”?"),
        None => match reference.kinds.as_slice() {
            [kind] => format!("`chancery list {kind}` shows those there are; a new one needs a record of its own."),
            _ => "Look it up with `chancery list`; a new one needs a record of its own.".to_owned(),
        },
    }
}

fn citations(record: &Record, node: &Node, shape: &Shape, holdings: &Holdings, faults: &mut Vec<Diagnostic>) {
    match (shape, &node.value) {
        (Shape::Localized { markdown: true }, Value::Map(entries)) => {
            entries.iter().for_each(|entry| faults.extend(cited(record, &entry.value, holdings)));
        }
        (Shape::List { items, .. }, Value::List(nodes)) => {
            nodes.iter().for_each(|node| citations(record, node, items, holdings, faults));
        }
        (Shape::Object(object), Value::Map(entries)) => {
            for entry in entries {
                if let Some(field) = object.fields.get(&*entry.key) {
                    citations(record, &entry.value, &field.shape, holdings, faults);
                }
            }
        }
        _ => {}
    }
}

fn cited(record: &Record, node: &Node, holdings: &Holdings) -> Vec<Diagnostic> {
    let reference = Reference { kinds: vec![SOURCE.to_owned()], inverse: None };
    let (blocks, _) = markdown::parse(node.text().unwrap_or_default());
    let wrong = |id: &str| holdings.records.get(id).is_none_or(|r| r.kind != SOURCE);
    let fault = |id: String| {
        let values =
            vec![("value", id.clone()), ("kind", SOURCE.to_owned()), ("hint", suggestion(&id, &reference, holdings))];
        let place = Place { file: record.file, range: node.span.range() };
        Diagnostic::error(codes::REFERENCE_UNKNOWN, place, values)
    };
    markdown::citations(&blocks).into_iter().filter(|(id, _)| wrong(id)).map(|(id, _)| fault(id)).collect()
}
