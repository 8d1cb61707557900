//! Neighbours: what the lines below say of the one that is being read.

use super::Scanner;

/// So many lines below are looked at.
const FAR: usize = 50;

/// So many bytes below are looked at.
const WIDE: usize = 10_000;

/// A line that holds more than a comment.
#[derive(Debug, Clone, Copy)]
pub struct Below {
    /// Where it begins.
    pub start: usize,
    /// How many blanks stand before its body.
    pub column: usize,
}

impl Below {
    /// Returns where its body begins.
    pub fn body(self) -> usize {
        self.start + self.column
    }
}

impl Scanner<'_> {
    /// Returns the next line that holds more than a comment; nothing at the end, nor where it is far.
    pub fn below(&self, end: usize) -> Option<Below> {
        let mut start = self.next_line(end);
        while start < self.text.len().min(end + WIDE) {
            let column = self.column_of(start).filter(|column| !self.text[start + column..].starts_with('#'));
            if let Some(column) = column {
                return Some(Below { start, column });
            }
            start = self.next_line(start);
        }
        None
    }

    /// Returns the first of the lines below that `stops`, if it is near.
    fn first_below(&self, mut end: usize, stops: impl Fn(Below) -> bool) -> Option<Below> {
        let far = end + WIDE;
        for _ in 0..FAR {
            let below = self.below(end).filter(|below| below.start < far)?;
            if stops(below) {
                return Some(below);
            }
            end = below.body();
        }
        None
    }

    /// Returns whether a line begins with a field.
    pub fn is_field(&self, line: Below) -> bool {
        !self.is_entry(line) && self.colon(line.body(), self.end_of_line(line.body())).is_some()
    }

    /// Returns whether a line begins with a hyphen.
    pub fn is_entry(&self, line: Below) -> bool {
        self.text[line.body()..].starts_with("- ")
    }

    /// Returns whether a field follows at this column, below what belongs to this line.
    pub(super) fn sibling_follows(&self, end: usize, column: usize) -> bool {
        self.first_below(end, |below| below.column <= column)
            .is_some_and(|below| below.column == column && self.is_field(below))
    }

    /// Returns the column of the field that follows further in, maybe below lines of the text of this one.
    pub fn child_follows(&self, end: usize, column: usize) -> Option<usize> {
        let below = self.below(end).filter(|below| below.column > column)?;
        let outer = || self.first_below(end, |further| further.column < below.column);
        let child = if self.is_field(below) { Some(below) } else { outer().filter(|outer| self.is_field(*outer)) };
        child.map(|child| child.column).filter(|found| *found > column)
    }

    /// Returns whether fields or entries further in follow this line.
    pub(super) fn children_follow(&self, end: usize, column: usize) -> bool {
        let further = |below: Below| below.column > column && self.is_field(below);
        self.below(end).is_some_and(|below| further(below) || below.column >= column && self.is_entry(below))
    }

    /// Returns the column of the entry that follows a field which should begin one itself.
    pub(super) fn entry_follows(&self, end: usize, column: usize) -> Option<usize> {
        let next = self.below(end)?;
        let fields = if self.is_entry(next) { column } else { next.column };
        let below = self.first_below(end, |below| self.is_entry(below) || below.column < fields.min(column))?;
        let fits = below.column + 2 == column && fields == column || below.column == column && fields == column + 2;
        (fits && self.is_entry(below)).then_some(below.column)
    }
}
