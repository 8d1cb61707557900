//! Writing: what people do to YAML by hand, read as they meant it.
//!
//! A parser stops at the first sign it does not expect and speaks of it in its own words. This room goes through the lines before the
//! parser does, knows the slips of hand that break a file or silently change it, tells each at its place, and mends it for reading,
//! so that the rest of the file is checked as if it were right. Places are always those of the file as it was written ([`OffsetMap`]).
//!
//! It knows lines, indents, quotes and brackets, and nothing of fields and records.

mod block;
mod characters;
mod conflict;
mod flow;
mod levels;
mod offsets;
mod pairs;
mod quote;
mod scanner;
mod value;

use std::borrow::Cow;

pub use offsets::OffsetMap;
use scanner::Scanner;

use crate::diag::{Diagnostic, Edit, FileId, Place, codes, fix};

/// More faults of writing in one file than anybody reads.
pub const MOST: usize = 200;

/// More edits in one fix than anybody wants to see; there are shorter ways to write them.
const MANY: usize = 100;

/// Stands in the place of a value that could not be read. No text holds it: it is no character.
pub const PLACEHOLDER: &str = "\u{fdd0}";

/// A longer line is none that a person wrote; a text of many pages in one paragraph has half of it.
const LONGEST: usize = 100_000;

/// Tells the first line that is longer than any that a person writes.
pub fn too_long(text: &str, file: FileId) -> Option<Diagnostic> {
    let mut start = 0;
    let long = text.split('\n').find(|line| {
        start += line.len() + 1;
        line.len() > LONGEST
    })?;
    let start = start - 1 - long.len();
    Some(Diagnostic::new(codes::LINE_TOO_LONG, Place { file, range: start..start }, vec![("limit", LONGEST.into())]))
}

/// A text as it was meant.
#[derive(Debug)]
pub struct Recovered<'t> {
    /// The text as it was written.
    pub written: &'t str,
    /// What was changed for reading, in the order of the file.
    pub edits: Vec<Edit>,
    /// What was wrong.
    pub faults: Vec<Diagnostic>,
    /// Whether lines were passed over.
    pub incomplete: bool,
}

/// Goes through the lines of a text and mends what can be understood.
pub fn recover(written: &str, file: FileId) -> Recovered<'_> {
    let lines = with_common_breaks(written);
    let mut scanner = Scanner::new(&lines, file);
    characters::control(&mut scanner);
    scanner.go();
    let incomplete = scanner.incomplete;
    let (mut edits, faults) = scanner.finish();
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut mended = Recovered { written, edits: Vec::new(), faults, incomplete };
    edits.into_iter().for_each(|edit| mended.add(edit));
    mended
}

impl Recovered<'_> {
    /// Adds an edit for reading; one that lies over an earlier one is left out.
    fn add(&mut self, edit: Edit) {
        if self.edits.last().is_none_or(|last| last.range.end <= edit.range.start) {
            self.edits.push(edit);
        }
    }

    /// Passes a range over: every edit within gives way to what is read instead.
    pub fn pass_over(&mut self, range: std::ops::Range<usize>, instead: &str) {
        self.edits.retain(|edit| edit.range.end < range.start || edit.range.start > range.end);
        let at = self.edits.partition_point(|edit| edit.range.start < range.start);
        self.edits.insert(at, Edit::new(range, instead));
    }

    /// Returns the text to be parsed, and the way back from its places.
    pub fn text(&self) -> (Cow<'_, str>, OffsetMap) {
        if self.edits.is_empty() {
            return (Cow::Borrowed(self.written), OffsetMap::default());
        }
        match fix::apply(self.written, &self.edits) {
            Some(text) => (Cow::Owned(text), OffsetMap::new(&self.edits)),
            None => (Cow::Borrowed(self.written), OffsetMap::default()),
        }
    }
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
