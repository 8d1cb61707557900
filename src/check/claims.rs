//! A value that rests on a claim is checked as the field that uses it would be; a claim that a field rests on gives a value.

use super::guesses::Guesses;
use super::{references, shape};
use crate::diag::{Diagnostic, Files, codes};
use crate::holdings::{Holdings, claimed, preferred};
use crate::load::Unread;
use crate::record::{Entry, Node, Record, Value};
use crate::schema::{CLAIM, Object, Shape};

/// Checks the claims that a record rests on.
pub fn check(
    record: &Record,
    holdings: &Holdings,
    files: &Files,
    unread: &Unread,
    guesses: &Guesses,
) -> Vec<Diagnostic> {
    let mut advocate = Advocate { record, holdings, files, unread, guesses, faults: Vec::new() };
    advocate.object(&record.root, &holdings.kind(record).object);
    advocate.faults
}

struct Advocate<'a> {
    record: &'a Record,
    holdings: &'a Holdings,
    files: &'a Files,
    unread: &'a Unread,
    guesses: &'a Guesses,
    faults: Vec<Diagnostic>,
}

impl Advocate<'_> {
    fn object(&mut self, node: &Node, object: &Object) {
        for entry in node.entries() {
            if let Some(field) = object.fields.get(&*entry.key) {
                self.value(entry, &entry.value, &field.shape);
            }
        }
    }

    fn value(&mut self, entry: &Entry, node: &Node, shape: &Shape) {
        match (shape, &node.value) {
            (Shape::Claimable(inner), _) => {
                let claim = claimed(node).and_then(|id| self.holdings.records.get(id)).filter(|r| r.kind == CLAIM);
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
            let doubted = claim.torn || !listed || self.guesses.touch(claim.file);
            return if doubted { vec![] } else { vec![Diagnostic::new(codes::CLAIM_WITHOUT_VALUE, place, values)] };
        }
        let candidates = claim.root.get("candidates").map(Node::items).unwrap_or_default();
        let mut faults = Vec::new();
        let values = candidates.iter().filter_map(|candidate| candidate.get("value"));
        for node in values.filter(|value| !value.is_nothing()) {
            faults.extend(shape::check_value(node, claim.file, shape, &entry.key, self.holdings, self.files));
            faults.extend(references::of_candidate(claim, node, shape, self.holdings, self.files, self.unread));
        }
        faults
    }
}
