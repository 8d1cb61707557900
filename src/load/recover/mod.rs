//! Recovery: what people do to YAML by hand, read as they meant it.
//!
//! A parser stops at the first sign it does not expect and speaks of it in its own words. This room goes through the lines before the
//! parser does, knows the slips of hand that break a file or silently change it, reports each at its place, and mends it for reading,
//! so that the rest of the file is checked as if it were right. Places are always those of the file as it was written ([`OffsetMap`]).
//!
//! The [`scanner`] goes down the lines; what it asks gets the lines and the ledger, and returns what to read next:
//!
//! ```text
//! scanner ─► indents, hyphens, colons, braces, conflict, value ─► block, flow, quote, plain ─► pairs, notes ─► neighbours, names ─► lines, ledger
//! ```
//!
//! It knows lines, indents, quotes and brackets, and nothing of fields and records.

mod block;
mod braces;
mod characters;
mod colons;
mod conflict;
mod flow;
mod hyphens;
mod indents;
mod ledger;
mod levels;
mod limits;
mod lines;
mod names;
mod neighbours;
mod next;
mod notes;
mod offsets;
mod pairs;
mod plain;
mod quote;
mod quoting;
mod recovered;
mod scanner;
mod signs;
mod value;

use std::borrow::Cow;

use ledger::Ledger;
pub use limits::{MAX_DEPTH, MAX_FAULTS, line_too_long};
use lines::Lines;
pub use offsets::OffsetMap;
pub use recovered::{PLACEHOLDER, Recovered};
use scanner::Scanner;

use crate::diag::FileId;

/// Goes through the lines of a text and mends what can be understood.
pub fn recover(written: &str, file: FileId) -> Recovered<'_> {
    let text = with_common_breaks(written);
    let mut ledger = Ledger::new(file);
    characters::control(&text, &mut ledger);
    Scanner::new(Lines::new(&text), &mut ledger).scan();
    let Ledger { edits, faults, incomplete, .. } = ledger;
    Recovered::new(written, edits, faults, incomplete)
}

/// Returns the text with `\n` for each lone `\r`, the line break of machines long gone, which the parser knows: the places stay the same.
fn with_common_breaks(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let is_lone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| is_lone(at)) {
        return Cow::Borrowed(text);
    }
    let one = |(at, c): (usize, char)| if c == '\r' && is_lone(at) { '\n' } else { c };
    Cow::Owned(text.char_indices().map(one).collect())
}

#[cfg(test)]
mod tests;
