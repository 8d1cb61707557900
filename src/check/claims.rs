//! A value that rests on a claim is checked as the field that uses it would be; a claim that a field rests on gives a value.

use super::{references, shape};
use crate::diag::{Diagnostic, codes};
use crate::holdings::{Holdings, claimed, preferred};
use crate::record::{Entry, Node, Record, Value};
use crate::schema::{CLAIM, Object, Shape};

/// Checks the claims that a record rests on.
pub fn check(record: &Record, holdings: &Holdings) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    object(record, &record.root, &holdings.kind(record).object, holdings, &mut faults);
    faults
}

fn object(record: &Record, node: &Node, object: &Object, holdings: &Holdings, faults: &mut Vec<Diagnostic>) {
    for entry in node.entries() {
        if let Some(field) = object.fields.get(&*entry.key) {
            value(record, entry, &entry.value, &field.shape, holdings, faults);
        }
    }
}

fn value(
    record: &Record,
    entry: &Entry,
    node: &Node,
    shape: &Shape,
    holdings: &Holdings,
    faults: &mut Vec<Diagnostic>,
) {
    match (shape, &node.value) {
        (Shape::Claimable(inner), _) => {
            let claim = claimed(node).and_then(|id| holdings.records.get(id)).filter(|r| r.kind == CLAIM);
            if let Some(claim) = claim {
                faults.extend(candidates(record, entry, claim, inner, holdings));
            }
        }
        (Shape::Object(inner), _) => object(record, node, inner, holdings, faults),
        (Shape::List { items, .. }, Value::List(nodes)) => {
            nodes.iter().for_each(|node| value(record, entry, node, items, holdings, faults));
        }
        _ => {}
    }
}

fn candidates(record: &Record, entry: &Entry, claim: &Record, shape: &Shape, holdings: &Holdings) -> Vec<Diagnostic> {
    if preferred(claim).and_then(|candidate| candidate.get("value")).is_none() {
        let values = vec![("claim", claim.id.clone()), ("field", entry.key.to_string())];
        let place = record.place(entry.value.span);
        return vec![Diagnostic::error(codes::CLAIM_WITHOUT_VALUE, place, values)];
    }
    let candidates = claim.root.get("candidates").map(Node::items).unwrap_or_default();
    let mut faults = Vec::new();
    for node in candidates.iter().filter_map(|candidate| candidate.get("value")) {
        faults.extend(shape::check_value(node, claim.file, shape, &entry.key, holdings));
        faults.extend(value_references(claim, node, shape, holdings));
    }
    faults
}

/// Checks the references inside a candidate's value, which only the using field knows to be references.
fn value_references(claim: &Record, node: &Node, shape: &Shape, holdings: &Holdings) -> Vec<Diagnostic> {
    match (shape, &node.value) {
        (Shape::Reference(reference), _) => references::one(claim, node, reference, holdings).into_iter().collect(),
        (Shape::List { items, .. }, Value::List(nodes)) => {
            nodes.iter().flat_map(|node| value_references(claim, node, items, holdings)).collect()
        }
        (Shape::Object(object), Value::Map(entries)) => {
            let known = entries.iter().filter_map(|e| Some((&e.value, object.fields.get(&*e.key)?)));
            known.flat_map(|(node, field)| value_references(claim, node, &field.shape, holdings)).collect()
        }
        _ => Vec::new(),
    }
}
