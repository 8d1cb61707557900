//! One message for one cause: what only follows from something else that is reported is left out, and reported when that is mended.
//!
//! Whoever finds faults reports all that he sees and knows nothing of the others; this room settles them, once, when all of them are there.
//! [`rules`] is the list of what follows from what; [`recoveries`] knows the lines that were read by guess.

mod recoveries;
mod rules;

use crate::diag::{Diagnostic, Files};
pub use recoveries::Recoveries;
pub use rules::of_missing_records;

/// Returns the faults of writing and those that were found in what was read, without those that follow from others.
pub fn settle(
    mut written: Vec<Diagnostic>,
    mut found: Vec<Diagnostic>,
    recoveries: &Recoveries,
    files: &Files,
) -> Vec<Diagnostic> {
    rules::of_writing(&mut written, &found, files);
    recoveries.settle(&mut written, &found, files);
    found.retain(|fault| !recoveries.explain(fault, files));
    written.append(&mut found);
    rules::of_records(&mut written, files);
    written
}
