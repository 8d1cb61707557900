//! Lines: a text, and where its lines begin, stand and end.

use std::ops::Range;

use super::names;
use crate::diag::lines::line_start;

/// A text, to be read by lines.
#[derive(Debug, Clone, Copy)]
pub struct Lines<'t> {
    text: &'t str,
}

/// A line, from the first blank to the line break.
#[derive(Debug, Clone, Copy)]
pub struct Line<'t> {
    /// The text that it is one of.
    pub lines: Lines<'t>,
    /// Where it begins.
    pub start: usize,
    /// Where its body begins: behind the blanks, and behind the hyphens that were read.
    pub body: usize,
    /// Where it ends, before its line break.
    pub end: usize,
    /// The column at which the body is read.
    pub column: usize,
}

impl<'t> Lines<'t> {
    /// Creates the lines of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text }
    }

    /// Returns the text.
    pub fn text(self) -> &'t str {
        self.text
    }

    /// Returns where the line of a byte begins.
    pub fn start_of_line(self, at: usize) -> usize {
        line_start(self.text, at)
    }

    /// Returns where the line of a byte ends, before its line break.
    pub fn end_of_line(self, at: usize) -> usize {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |found| at + found);
        if self.text[at..end].ends_with('\r') { end - 1 } else { end }
    }

    /// Returns where the line after this one begins.
    pub fn next_line(self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |found| at + found + 1)
    }

    /// Returns the line that begins here; behind the end of the text, an empty one.
    pub fn line(self, start: usize) -> Line<'t> {
        let start = start.min(self.text.len());
        let end = self.end_of_line(start);
        let blanks = self.text[start..end].bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
        Line { lines: self, start, body: start + blanks, end, column: blanks }
    }

    /// Returns every line from the one that begins here.
    pub fn lines_from(self, start: usize) -> impl Iterator<Item = Line<'t>> {
        let mut next = start;
        std::iter::from_fn(move || {
            let line = (next < self.text.len()).then(|| self.line(next))?;
            next = line.next_start();
            Some(line)
        })
    }
}

impl<'t> Line<'t> {
    /// Returns where the line after it begins.
    pub fn next_start(self) -> usize {
        self.lines.next_line(self.end)
    }

    /// Returns all of it.
    pub fn whole(self) -> &'t str {
        &self.lines.text[self.start..self.end]
    }

    /// Returns what stands before its body.
    pub fn indent(self) -> &'t str {
        &self.lines.text[self.start..self.body]
    }

    /// Returns its body.
    pub fn rest(self) -> &'t str {
        &self.lines.text[self.body..self.end]
    }

    /// Returns where its body stands, without blanks at its end.
    pub fn words(self) -> Range<usize> {
        self.body..self.body + self.rest().trim_end().len()
    }

    /// Returns what to show of its indent: where there is none, the first letter.
    pub fn shown_indent(self) -> Range<usize> {
        let letter = self.lines.text[self.start..].chars().next().map_or(0, char::len_utf8);
        if self.body > self.start { self.start..self.body } else { self.start..self.start + letter }
    }

    /// Returns whether nothing but spaces stands before its body.
    pub fn is_indented_by_spaces(self) -> bool {
        self.indent().bytes().all(|b| b == b' ')
    }

    /// Returns whether it holds nothing.
    pub fn is_blank(self) -> bool {
        self.body == self.end
    }

    /// Returns whether it holds nothing but a comment.
    pub fn is_comment(self) -> bool {
        self.rest().starts_with('#')
    }

    /// Returns where the colon after the name of its field stands.
    pub fn colon(self) -> Option<usize> {
        names::colon(self.rest()).map(|colon| self.body + colon)
    }

    /// Returns whether it begins with a field.
    pub fn is_field(self) -> bool {
        !self.is_entry() && self.colon().is_some()
    }

    /// Returns whether it begins with a hyphen.
    pub fn is_entry(self) -> bool {
        self.rest().starts_with("- ")
    }
}
