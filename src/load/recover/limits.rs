//! The limits of recovery: what is beyond them is no file that a person wrote, or nothing that a person reads.

use crate::diag::{Diagnostic, FileId, Place, codes};

/// More faults of writing in one file than anybody reads.
pub const MAX_FAULTS: usize = 200;

/// More edits in one fix than anybody wants to see; there are shorter ways to write them.
pub const MAX_EDITS_PER_FIX: usize = 100;

/// More lists within lists than a record has; the parser reads no further.
pub const MAX_DEPTH: usize = 64;

/// A longer line is none that a person wrote; a text of many pages in one paragraph has half of it.
const MAX_LINE_BYTES: usize = 100_000;

/// Reports the first line that is longer than any that a person writes.
pub fn line_too_long(text: &str, file: FileId) -> Option<Diagnostic> {
    let mut start = 0;
    let long = text.split('\n').find(|line| {
        start += line.len() + 1;
        line.len() > MAX_LINE_BYTES
    })?;
    let start = start - 1 - long.len();
    Some(Diagnostic::new(
        codes::LINE_TOO_LONG,
        Place { file, range: start..start },
        vec![("limit", MAX_LINE_BYTES.into())],
    ))
}
