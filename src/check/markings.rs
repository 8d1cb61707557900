//! Markings: those that schemas give to fields are levels of a scheme, and no record names another that is marked higher.

use super::nearest::hint;
use crate::diag::{Diagnostic, Place, codes};
use crate::record::Record;
use crate::record::marking::{Level, Marking};
use crate::report::Settings;
use crate::schema::CLAIM;
use crate::store::{Store, Typed, walk};

/// Checks the markings of all fields, and that schemes are not mixed where the settings forbid it.
pub fn check(store: &Store, settings: Option<&Settings>) -> Vec<Diagnostic> {
    let single = settings.filter(|settings| !settings.mixed_markings);
    let mut faults = single.map(|settings| mixed(store, &settings.marking)).unwrap_or_default();
    for kind in store.schemas.iter() {
        kind.object.each_field(&mut |field| {
            let marking = field.marking.as_ref().filter(|marking| store.schemes.level(marking).is_none());
            faults.extend(marking.map(|marking| unknown(marking, None, store)));
        });
    }
    faults
}

/// Returns the fault of a marking that no scheme has.
pub fn unknown(marking: &Marking, place: Option<Place>, store: &Store) -> Diagnostic {
    let known: Vec<String> = store.schemes.all().collect();
    let marking = marking.to_string();
    let hint = hint(&marking, known.iter().map(String::as_str));
    Diagnostic::new(codes::MARKING_UNKNOWN, place, vec![("value", marking.into()), ("hint", hint)])
}

/// Refuses every marking of another scheme than that of the workspace: no document then carries marks of two.
fn mixed(store: &Store, own: &Marking) -> Vec<Diagnostic> {
    if store.schemes.level(own).is_none() {
        return Vec::new();
    }
    let is_other = |marking: &Marking| marking.scheme != own.scheme && store.schemes.level(marking).is_some();
    let fault = |marking: &Marking, place| {
        let values = vec![("value", marking.to_string().into()), ("scheme", own.scheme.as_str().into())];
        Diagnostic::new(codes::MARKING_MIXED, place, values)
    };
    let mut faults = Vec::new();
    for kind in store.schemas.iter() {
        kind.object.each_field(&mut |field| {
            let marking = field.marking.as_ref().filter(|marking| is_other(marking));
            faults.extend(marking.map(|marking| fault(marking, None)));
        });
    }
    for record in store.records.iter() {
        walk(&record.root, &store.kind(record).object, &mut |visit| match &visit.value {
            Typed::Marking(marking) if is_other(marking) => {
                faults.push(fault(marking, Some(record.place(visit.node.span))));
            }
            _ => {}
        });
    }
    faults
}

/// Warns of every record that may be shown more widely than one that it names; an unmarked record has the marking of the workspace.
pub fn named_higher(store: &Store, unmarked: Option<&Marking>) -> Vec<Diagnostic> {
    let level = |record: &Record| -> Option<Level> { store.schemes.level(record.marking().as_ref().or(unmarked)?) };
    let mut faults = Vec::new();
    // What a claim is about does not enter a document by it.
    for record in store.records.iter().filter(|record| record.kind != CLAIM) {
        let own = level(record);
        store.each_reference(record, &mut |node, _| {
            let target = node.text().and_then(|id| store.records.get(id));
            let other = target.filter(|target| target.marking().is_some()).and_then(level);
            let (Some(own), Some(other), Some(target)) = (&own, other, target) else { return };
            if own.marking.scheme == other.marking.scheme && other.rank > own.rank {
                let values = vec![("value", target.id.as_str().into()), ("marking", other.marking.to_string().into())];
                faults.push(Diagnostic::new(codes::REFERENCE_MARKED_HIGHER, record.place(node.span), values));
            }
        });
    }
    faults
}
