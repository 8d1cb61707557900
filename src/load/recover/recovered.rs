//! What recovery makes of a text: the faults, and the edits with which it is read.

use std::borrow::Cow;
use std::ops::Range;

use super::offsets::OffsetMap;
use crate::diag::{Diagnostic, Edit, fix};

/// Stands in the place of a value that could not be read. No text holds it: it is no character.
pub const PLACEHOLDER: &str = "\u{fdd0}";

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

impl<'t> Recovered<'t> {
    /// Creates it from edits in any order; one that lies over an earlier one is left out.
    pub fn new(written: &'t str, mut edits: Vec<Edit>, faults: Vec<Diagnostic>, incomplete: bool) -> Self {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut end = 0;
        edits.retain(|edit| {
            let apart = end <= edit.range.start;
            if apart {
                end = edit.range.end;
            }
            apart
        });
        Self { written, edits, faults, incomplete }
    }

    /// Passes a range over: every edit within gives way to what is read instead.
    pub fn pass_over(&mut self, range: Range<usize>, instead: &str) {
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
