//! One message for one cause: of two faults at one place, the one that only follows from the other is left out.

use std::collections::HashSet;

use crate::diag::{Diagnostic, Entry, Place, codes};

/// Of two faults at one place: the one that is told, and the one that follows from it.
const FOLLOWS: [(&Entry, &Entry); 4] = [
    (codes::ID_MISSING, codes::VALUE_EMPTY),
    (codes::ID_CASE, codes::PATTERN_MISMATCH),
    (codes::ID_NOT_FILE_NAME, codes::PATTERN_MISMATCH),
    (codes::CLAIM_MEANT, codes::REFERENCE_KIND),
];

/// Leaves out the faults that follow from others.
pub fn one_fault_each(faults: &mut Vec<Diagnostic>) {
    for (told, following) in FOLLOWS {
        let places: HashSet<Place> = faults.iter().filter(|f| f.is(told)).filter_map(|f| f.place.clone()).collect();
        faults
            .retain(|fault| !(fault.is(following) && fault.place.as_ref().is_some_and(|place| places.contains(place))));
    }
}
