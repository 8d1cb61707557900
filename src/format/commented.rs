//! The tree of a file with its comments and blank lines where they belong. Made by the next room, ordered and written by the
//! ones after it.

use crate::record::{Scalar, suppression};

/// A document of a file.
#[derive(Debug, Default)]
pub struct CommentedDocument<'t> {
    /// Lines for the programs that read the file, such as the address of its schema; they stay first.
    pub modelines: Vec<&'t str>,
    /// Comments at its head, parted from its first field by an empty line.
    pub head: Vec<Line<'t>>,
    /// Its value; a file may hold comments and nothing else.
    pub root: Option<Item<'t>>,
    /// Comments at its foot.
    pub foot: Vec<Line<'t>>,
}

/// A value with its name, if it is a field, and what is written about it.
#[derive(Debug)]
pub struct Item<'t> {
    /// The lines above it.
    pub above: Vec<Line<'t>>,
    /// The name of the field; `None` for an entry of a list.
    pub key: Option<&'t str>,
    /// The value.
    pub body: Body<'t>,
    /// The comment at the end of its line.
    pub beside: Option<&'t str>,
}

/// A value.
#[derive(Debug)]
pub enum Body<'t> {
    /// Nothing was written.
    Nothing,
    /// A word, number or text.
    Scalar(&'t Scalar),
    /// Entries, and the comments after the last one.
    List(Vec<Item<'t>>, Vec<Line<'t>>),
    /// Fields, and the comments after the last one.
    Map(Vec<Item<'t>>, Vec<Line<'t>>),
}

/// A line without a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'t> {
    /// Empty.
    Blank,
    /// A comment.
    Comment(&'t str),
}

impl<'t> Item<'t> {
    /// Creates an item whose value is not known yet.
    pub fn new(above: Vec<Line<'t>>, key: Option<&'t str>) -> Self {
        Self { above, key, body: Body::Nothing, beside: None }
    }

    /// Adds a comment at the end of the line; one that stands there already goes above.
    pub fn put_beside(&mut self, comment: &'t str) {
        if let Some(before) = self.beside.replace(comment) {
            self.above.push(Line::Comment(before));
        }
    }

    /// Returns whether a warning about the value is put to rest.
    pub fn is_suppressed(&self) -> bool {
        self.above.iter().copied().chain(self.beside.map(Line::Comment)).any(|line| line.is_suppression())
    }

    /// Returns whether the comment beside the value may be the rest of its text, as in `Session #3`.
    pub fn may_be_cut_off(&self) -> bool {
        let comment = self.beside.and_then(|comment| comment.strip_prefix('#')).unwrap_or_default();
        // With a colon in it, the whole line would be read as a field within the text.
        let has_colon = comment.trim_end().ends_with(':') || comment.contains(": ");
        !comment.is_empty() && !comment.starts_with([' ', '\t', '!', '#']) && !has_colon
    }

    /// Returns whether a comment stands above or beside the value or within it.
    pub fn is_commented(&self) -> bool {
        self.beside.is_some() || has_comment(&self.above) || self.body.is_commented()
    }
}

impl Line<'_> {
    /// Returns whether it puts a warning to rest, on its own line or the one below it.
    pub fn is_suppression(&self) -> bool {
        matches!(self, Self::Comment(comment) if suppression::is_suppression(comment))
    }
}

impl<'t> Body<'t> {
    /// Returns the fields or entries.
    pub fn items(&self) -> &[Item<'t>] {
        match self {
            Self::Nothing | Self::Scalar(_) => &[],
            Self::List(items, _) | Self::Map(items, _) => items,
        }
    }

    /// Returns the comments after the last field or entry.
    pub fn foot(&self) -> &[Line<'t>] {
        match self {
            Self::Nothing | Self::Scalar(_) => &[],
            Self::List(_, foot) | Self::Map(_, foot) => foot,
        }
    }

    /// Returns whether a comment stands within the value.
    pub fn is_commented(&self) -> bool {
        has_comment(self.foot()) || self.items().iter().any(Item::is_commented)
    }
}

fn has_comment(lines: &[Line<'_>]) -> bool {
    lines.iter().any(|line| matches!(line, Line::Comment(_)))
}

/// Returns lines without the empty ones before the first comment.
pub fn without_first_blanks<'a, 't>(lines: &'a [Line<'t>]) -> &'a [Line<'t>] {
    let start = lines.iter().position(|line| *line != Line::Blank).unwrap_or(lines.len());
    &lines[start..]
}

/// Returns lines without the empty ones after the last comment.
pub fn without_last_blanks<'a, 't>(lines: &'a [Line<'t>]) -> &'a [Line<'t>] {
    let end = lines.iter().rposition(|line| *line != Line::Blank).map_or(0, |at| at + 1);
    &lines[..end]
}
