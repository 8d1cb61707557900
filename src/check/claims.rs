//! A value that rests on a claim is checked as the field that uses it would be; a claim that a field rests on gives a value.

use super::recoveries::Recoveries;
use super::{references, shape};
use crate::diag::{Diagnostic, Files, codes};
use crate::load::Unreadable;
use crate::record::{Entry, Node, Record, Value};
use crate::schema::{CLAIM, Object, Shape};
use crate::store::{Store, claimed, preferred};

/// Checks the claims that a record rests on.
pub fn check(
    record: &Record,
    store: &Store,
    files: &Files,
    unread: &Unreadable,
    recoveries: &Recoveries,
) -> Vec<Diagnostic> {
    let mut advocate = ClaimCheck { record, store, files, unread, recoveries, faults: Vec::new() };
    advocate.object(&record.root, &store.kind(record).object);
    advocate.faults
}

struct ClaimCheck<'a> {
    record: &'a Record,
    store: &'a Store,
    files: &'a Files,
    unread: &'a Unreadable,
    recoveries: &'a Recoveries,
    faults: Vec<Diagnostic>,
}

impl ClaimCheck<'_> {
    fn object(&mut self, node: &Node, object: &Object) {
        for entry in node.entries() {
            if let Some(field) = object.fields.get(&*entry.key) {
                self.value(entry, &entry.value, &field.shape);
            }
        }
    }

    fn value(&mut self, entry: &Entry, node: &Node, shape: &Shape) {
        match (shape, &node.value) {
            (Shape::MaybeClaim(inner), _) => {
                let claim = claimed(node).and_then(|id| self.store.records.get(id)).filter(|r| r.kind == CLAIM);
                if let Some(claim) = claim {
                    let found = self.candidates(entry, claim, inner);
                    self.faults.extend(found);
                }
            }
            (Shape::Object(inner), _) => self.object(node, inner),
            (Shape::List { items, .. }, Value::List(nodes)) => {
                nodes.iter().for_each(|node| self.value(entry, node, items));
            }
            _ => {}
        }
    }

    fn candidates(&self, entry: &Entry, claim: &Record, shape: &Shape) -> Vec<Diagnostic> {
        if preferred(claim).and_then(|candidate| candidate.get("value")).is_none() {
            let values = vec![("claim", claim.id.as_str().into()), ("field", entry.key.as_ref().into())];
            let place = self.record.place(entry.value.span);
            // A claim whose file has slips of the hand may well give one.
            let listed = claim.root.get("candidates").is_some_and(|candidates| !candidates.items().is_empty());
            let doubted = claim.incomplete || !listed || self.recoveries.touch(claim.file);
            return if doubted { vec![] } else { vec![Diagnostic::new(codes::CLAIM_WITHOUT_VALUE, place, values)] };
        }
        let candidates = claim.root.get("candidates").map(Node::items).unwrap_or_default();
        let mut faults = Vec::new();
        let values = candidates.iter().filter_map(|candidate| candidate.get("value"));
        for node in values.filter(|value| !value.is_nothing()) {
            faults.extend(shape::check_value(node, claim.file, shape, &entry.key, self.store, self.files));
            faults.extend(references::of_candidate(claim, node, shape, self.store, self.files, self.unread));
        }
        faults
    }
}
