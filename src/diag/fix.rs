//! Repairs: what would mend a fault, as edits of bytes. Shown as corrected lines, and made by `fix` where there is one right answer.

pub mod advice;

use std::ops::Range;

use super::lines::line_start;

/// New text for a range of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to be replaced; an empty range inserts.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// What would mend a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in the order of the file, none over another.
    pub edits: Vec<Edit>,
    /// Who may make it.
    pub applicability: Applicability,
}

/// Who may make a fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applicability {
    /// There is one right answer, so that `chancery fix` may make it.
    Automatic,
    /// A person must look at it.
    Suggested,
}

impl Applicability {
    /// Returns that a fix may be made by itself, if there is one right answer.
    pub fn automatic_if(certain: bool) -> Self {
        if certain { Self::Automatic } else { Self::Suggested }
    }
}

impl Edit {
    /// Creates an edit.
    pub fn new(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }
}

impl Fix {
    /// Creates a fix.
    pub fn new(edits: Vec<Edit>, applicability: Applicability) -> Self {
        Self { edits, applicability }
    }

    /// Returns a fix that has one right answer.
    pub fn automatic(edits: Vec<Edit>) -> Self {
        Self::new(edits, Applicability::Automatic)
    }

    /// Returns a fix that a person must look at.
    pub fn suggested(edits: Vec<Edit>) -> Self {
        Self::new(edits, Applicability::Suggested)
    }

    /// Returns whether there is one right answer.
    pub fn is_automatic(&self) -> bool {
        self.applicability == Applicability::Automatic
    }

    /// Returns the lines that the fix changes, as they are afterwards, with the number of the first, counted from 1.
    ///
    /// Returns `None` where the edits do not fit the text.
    pub fn corrected<'t>(&self, text: &'t str) -> Option<(usize, Vec<std::borrow::Cow<'t, str>>)> {
        let (first, last) = (self.edits.first()?, self.edits.last()?);
        let start = line_start(text, first.range.start);
        let end = text.get(last.range.end..)?.find('\n').map_or(text.len(), |at| last.range.end + at);
        let moved: Vec<Edit> = self.edits.iter().map(|edit| edit.moved(start)).collect();
        let mended = apply(text.get(start..end)?, &moved)?;
        let line = text[..start].matches('\n').count() + 1;
        let lines = mended.split('\n').map(|line| line.trim_end_matches('\r').to_owned().into()).collect();
        Some((line, lines))
    }
}

impl Edit {
    fn moved(&self, back: usize) -> Self {
        Self { range: self.range.start - back..self.range.end - back, text: self.text.clone() }
    }
}

/// Applies edits that are in order; `None` where they lie over each other or do not fit the text.
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut out = String::with_capacity(text.len() + edits.iter().map(|edit| edit.text.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start)?);
        out.push_str(&edit.text);
        at = edit.range.end.max(edit.range.start);
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apply_makes_edits_in_order_and_refuses_overlaps() {
        let edits = [Edit::new(0..1, "A"), Edit::new(2..2, "-")];
        assert_eq!(apply("abc", &edits).as_deref(), Some("Ab-c"));
        assert_eq!(apply("abc", &[Edit::new(0..2, ""), Edit::new(1..3, "")]), None);
        assert_eq!(apply("é", &[Edit::new(1..2, "")]), None, "not inside a letter");
    }

    #[test]
    fn corrected_gives_whole_lines() {
        let fix = Fix::automatic(vec![Edit::new(5..6, "X")]);
        assert_eq!(fix.corrected("a\nb: c\nd"), Some((2, vec!["b: X".into()])));
    }
}
