//! Neighbours: what the lines below say of the one that is being read.

use super::lines::{Line, Lines};
use super::names;

/// So many lines below are looked at.
const MAX_LINES_BELOW: usize = 50;

/// So many bytes below are looked at.
const MAX_BYTES_BELOW: usize = 10_000;

impl<'t> Lines<'t> {
    /// Returns the next line that holds more than a comment; nothing at the end, nor where it is far.
    pub fn below(self, at: usize) -> Option<Line<'t>> {
        let near = |line: &Line<'_>| line.start < at + MAX_BYTES_BELOW;
        self.lines_from(self.next_line(at)).take_while(near).find(|line| !line.is_blank() && !line.is_comment())
    }

    /// Returns the first of the lines below that `stops`, if it is near.
    pub fn first_below(self, at: usize, stops: impl Fn(Line<'t>) -> bool) -> Option<Line<'t>> {
        let mut from = at;
        let next = || {
            let line = self.below(from)?;
            from = line.body;
            Some(line)
        };
        let near = |line: &Line<'_>| line.start < at + MAX_BYTES_BELOW;
        std::iter::from_fn(next).take(MAX_LINES_BELOW).take_while(near).find(|line| stops(*line))
    }

    /// Returns whether a field follows at this column, below what belongs to this line.
    pub fn sibling_follows(self, end: usize, column: usize) -> bool {
        self.first_below(end, |below| below.column <= column)
            .is_some_and(|below| below.column == column && below.is_field())
    }

    /// Returns the column of the field that follows further in, maybe below lines of the text of this one.
    pub fn child_follows(self, end: usize, column: usize) -> Option<usize> {
        let below = self.below(end).filter(|below| below.column > column)?;
        let outer = || self.first_below(end, |further| further.column < below.column);
        let child = if below.is_field() { Some(below) } else { outer().filter(|outer| outer.is_field()) };
        child.map(|child| child.column).filter(|found| *found > column)
    }

    /// Returns whether fields or entries further in follow this line.
    pub fn children_follow(self, end: usize, column: usize) -> bool {
        let child = |below: Line<'_>| if below.is_entry() { below.column >= column } else { below.column > column };
        self.below(end).is_some_and(|below| child(below) && (below.is_entry() || below.is_field()))
    }

    /// Returns the column of the entry that follows a field which should begin one itself.
    pub fn entry_follows(self, end: usize, column: usize) -> Option<usize> {
        let next = self.below(end)?;
        let fields = if next.is_entry() { column } else { next.column };
        let below = self.first_below(end, |below| below.is_entry() || below.column < fields.min(column))?;
        let fits = below.column + 2 == column && fields == column || below.column == column && fields == column + 2;
        (fits && below.is_entry()).then_some(below.column)
    }

    /// Returns whether the next line at the margin that is no comment begins with a field: what stands above it is a stray line of the
    /// record, unless a mark parts the two documents.
    pub fn fields_follow(self, end: usize) -> bool {
        let mark = |line: &Line<'_>| matches!(line.whole().split_whitespace().next(), Some("---" | "..."));
        let at_margin = |line: &Line<'_>| !line.whole().starts_with(' ');
        let below = self.lines_from(self.next_line(end)).take(MAX_LINES_BELOW);
        below
            .take_while(|line| !(mark(line) && at_margin(line)))
            .any(|line| at_margin(&line) && !line.whole().starts_with('#') && names::colon(line.whole()).is_some())
    }
}
