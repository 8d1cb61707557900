//! A value that rests on a claim is checked as the field that uses it would be; a claim that a field rests on gives a value.

use super::derived::Recoveries;
use super::{references, shape};
use crate::diag::{Diagnostic, Files, codes};
use crate::load::Unreadable;
use crate::record::{Entry, Node, Record};
use crate::schema::{CLAIM, Shape};
use crate::store::{Store, Typed, preferred, walk};

/// Checks the claims that a record rests on.
pub fn check(
    record: &Record,
    store: &Store,
    files: &Files,
    unread: &Unreadable,
    recoveries: &Recoveries,
) -> Vec<Diagnostic> {
    let check = ClaimCheck { record, store, files, unread, recoveries };
    let mut faults = Vec::new();
    walk(&record.root, &store.kind(record).object, &mut |visit| {
        if let (Typed::Claim(id, shape), Some(entry)) = (&visit.value, visit.entry()) {
            let claim = id.text().and_then(|id| store.records.get(id)).filter(|claim| claim.kind == CLAIM);
            faults.extend(claim.into_iter().flat_map(|claim| check.candidates(entry, claim, shape)));
        }
    });
    faults
}

struct ClaimCheck<'a> {
    record: &'a Record,
    store: &'a Store,
    files: &'a Files,
    unread: &'a Unreadable,
    recoveries: &'a Recoveries,
}

impl ClaimCheck<'_> {
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
