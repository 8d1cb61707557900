//! One message for one cause: of two faults at one place, the one that only follows from the other is left out.

use std::collections::HashSet;

use crate::diag::{Arg, Code, Diagnostic, DiagnosticText, FileId, Place, codes};

/// Of two faults at one place: the one that is told, and the one that follows from it.
const FOLLOWS: [(&Code, &Code); 5] = [
    (codes::REFERENCE_UNKNOWN, codes::TEXT_MISREAD),
    (codes::ID_MISSING, codes::VALUE_EMPTY),
    (codes::ID_CASE, codes::PATTERN_MISMATCH),
    (codes::ID_NOT_FILE_NAME, codes::PATTERN_MISMATCH),
    (codes::CLAIM_MEANT, codes::REFERENCE_KIND),
];

/// Returns whether a fault may only say that records are missing.
pub fn follows_from_missing_records(fault: &Diagnostic) -> bool {
    fault.is(codes::MARKING_UNKNOWN)
}

/// Leaves out the faults that follow from others.
pub fn one_fault_each(faults: &mut Vec<Diagnostic>) {
    for (told, following) in FOLLOWS {
        let places: HashSet<Place> = faults.iter().filter(|f| f.is(told)).filter_map(|f| f.place.clone()).collect();
        faults
            .retain(|fault| !(fault.is(following) && fault.place.as_ref().is_some_and(|place| places.contains(place))));
    }
    // A field that stands elsewhere is not missing where it belongs.
    let strayed: Vec<(FileId, Arg)> =
        faults.iter().filter(|fault| fault.is(codes::FIELD_ELSEWHERE)).filter_map(field).collect();
    if !strayed.is_empty() {
        faults.retain(|fault| {
            !fault.is(codes::FIELD_MISSING) || field(fault).is_none_or(|field| !strayed.contains(&field))
        });
    }
    // A word may be looked at as an id and as text: the fault that can mend it is told.
    let hidden = |fault: &&Diagnostic| fault.is(codes::CHARACTER_INVISIBLE) && fault.fix.is_some();
    let mended: HashSet<Place> = faults.iter().filter(hidden).filter_map(|fault| fault.place.clone()).collect();
    faults.retain(|fault| {
        let again = fault.is(codes::CHARACTER_INVISIBLE) && fault.fix.is_none();
        !again || fault.place.as_ref().is_none_or(|place| !mended.contains(place))
    });
}

/// Returns the file and the name of the field that a fault speaks of.
fn field(fault: &Diagnostic) -> Option<(FileId, Arg)> {
    let DiagnosticText::Register(_, values) = &fault.words else { return None };
    let (_, field) = values.iter().find(|(name, _)| *name == "field")?;
    Some((fault.place.as_ref()?.file, field.clone()))
}
