//! What stands between the values of a file: comments, blank lines, dashes and the marks between documents.
//!
//! Everything that is no key and no scalar is looked at here, letter by letter. Whatever is neither blank nor a sign that records use
//! (a tag, an anchor, a directive) ends the work: the file then keeps the form it has, so that nothing unknown is ever lost.

use std::ops::Range;

use crate::record::{Node, Value};

/// Something between values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark<'t> {
    /// Its first byte.
    pub at: usize,
    /// What it is.
    pub sign: Sign<'t>,
    /// Characters before it on its line.
    pub column: usize,
    /// Whether nothing but blanks stands before it on its line.
    pub alone: bool,
}

/// What stands between values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign<'t> {
    /// A comment, from its `#` to its last letter.
    Comment(&'t str),
    /// An empty line.
    Blank,
    /// The dash of an entry of a list.
    Dash,
    /// `---` or `...`.
    Boundary,
}

/// Returns the marks of a text in their order.
///
/// # Errors
/// Returns the place of the first sign that records do not use.
pub fn marks<'t>(text: &'t str, documents: &[Node]) -> Result<Vec<Mark<'t>>, Range<usize>> {
    let mut leaves = Vec::new();
    documents.iter().try_for_each(|document| gather(text, document, &mut leaves))?;
    let mut scan = Scan { text, at: 0, line: Line::Empty, block: Block::None, marks: Vec::new() };
    for leaf in leaves.into_iter().filter(|leaf| !leaf.is_empty()) {
        scan.gap(leaf.start)?;
        scan.pass(leaf.end);
    }
    scan.gap(text.len())?;
    Ok(scan.marks)
}

/// Gathers the bytes of every key and scalar, in the order of the file.
fn gather(text: &str, node: &Node, leaves: &mut Vec<Range<usize>>) -> Result<(), Range<usize>> {
    match &node.value {
        Value::Unreadable => return Err(node.span.range()),
        Value::Scalar(_) if is_bare_block(text, node) => {}
        Value::Scalar(_) => leaves.push(node.span.range().start..end(text, node)),
        Value::List(items) => items.iter().try_for_each(|item| gather(text, item, leaves))?,
        Value::Map(entries) => {
            for entry in entries {
                leaves.push(entry.key_span.range());
                gather(text, &entry.value, leaves)?;
            }
        }
    }
    Ok(())
}

/// Returns where a value ends; the blanks after a block of text are not part of it.
pub fn end(text: &str, node: &Node) -> usize {
    let span = node.span.range();
    if is_bare_block(text, node) {
        return span.start + 1;
    }
    let bytes = text.get(span.clone()).unwrap_or_default();
    span.end - (bytes.len() - bytes.trim_end_matches([' ', '\t', '\n', '\r']).len())
}

/// Returns whether a value is a block without a line of text; its bytes begin with those of its sign.
fn is_bare_block(text: &str, node: &Node) -> bool {
    let is_sign = |bytes: &str| bytes.starts_with(['|', '>']);
    let is_empty = node.text().is_some_and(|words| words.chars().all(|letter| letter == '\n'));
    is_empty && text.get(node.span.range()).is_some_and(is_sign)
}

/// What the line holds so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Empty,
    Taken,
}

/// Whether empty lines belong to a block of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    None,
    /// After `|` or `>`; `keep` after `|+` or `>+`.
    Opened {
        keep: bool,
    },
    /// After the text of a block that keeps its last line breaks.
    Ended,
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    line: Line,
    block: Block,
    marks: Vec<Mark<'t>>,
}

impl<'t> Scan<'t> {
    /// Goes over a key or scalar.
    fn pass(&mut self, end: usize) {
        self.at = end;
        self.line = Line::Taken;
        self.block = match self.block {
            Block::Opened { keep: true } => Block::Ended,
            _ => Block::None,
        };
    }

    /// Reads what stands before a byte.
    fn gap(&mut self, end: usize) -> Result<(), Range<usize>> {
        if self.text.get(self.at..end).is_none() {
            return Err(end..end);
        }
        while let Some(letter) = self.text[self.at..end].chars().next() {
            match letter {
                '\n' | '\r' => self.line_break(),
                ' ' | '\t' | '\u{feff}' => self.at += letter.len_utf8(),
                '#' => self.comment(end)?,
                '|' | '>' => self.header(end)?,
                '-' | '.' if self.boundary(end) => {}
                '-' | '?' | ':' | ',' | '[' | ']' | '{' | '}' => self.structure(letter),
                _ => return Err(self.at..self.at + letter.len_utf8()),
            }
        }
        Ok(())
    }

    fn line_break(&mut self) {
        if self.line == Line::Empty && self.block == Block::None {
            self.mark(Sign::Blank);
        }
        self.at += if self.text[self.at..].starts_with("\r\n") { 2 } else { 1 };
        self.line = Line::Empty;
    }

    fn comment(&mut self, end: usize) -> Result<(), Range<usize>> {
        let rest = &self.text[self.at..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        if self.at + length > end {
            return Err(self.at..end);
        }
        if self.line == Line::Empty {
            self.block = Block::None;
        }
        self.mark(Sign::Comment(rest[..length].trim_end()));
        self.at += length;
        self.line = Line::Taken;
        Ok(())
    }

    fn header(&mut self, end: usize) -> Result<(), Range<usize>> {
        let rest = &self.text[self.at + 1..end];
        let length = rest.find(|c: char| !(c.is_ascii_digit() || c == '+' || c == '-')).unwrap_or(rest.len());
        if !rest[length..].starts_with([' ', '\t', '\n', '\r']) && !rest[length..].is_empty() {
            return Err(self.at..self.at + 1);
        }
        self.block = Block::Opened { keep: rest[..length].contains('+') };
        self.at += 1 + length;
        self.line = Line::Taken;
        Ok(())
    }

    fn boundary(&mut self, end: usize) -> bool {
        let before = self.text[..self.at].trim_end_matches('\u{feff}');
        let rest = &self.text[self.at..end];
        let Some(after) = rest.strip_prefix("---").or_else(|| rest.strip_prefix("...")) else { return false };
        let is = (before.is_empty() || before.ends_with(['\n', '\r'])) && after.chars().next().is_none_or(is_blank);
        if is {
            self.mark(Sign::Boundary);
            self.at += 3;
            self.line = Line::Taken;
            self.block = Block::None;
        }
        is
    }

    fn structure(&mut self, letter: char) {
        if letter == '-' {
            self.mark(Sign::Dash);
        }
        self.at += 1;
        self.line = Line::Taken;
    }

    fn mark(&mut self, sign: Sign<'t>) {
        let start = self.text[..self.at].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let column = self.text[start..self.at].chars().filter(|c| *c != '\u{feff}').count();
        self.marks.push(Mark { at: self.at, sign, column, alone: self.line == Line::Empty });
    }
}

fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sign_that_records_do_not_use_ends_the_work_at_its_place() {
        for (text, at) in [("- !mine", 2), ("# note\n%YAML 1.2", 7), ("- *x", 2), ("- |x", 2)] {
            assert_eq!(marks(text, &[]).map_err(|range| range.start), Err(at), "{text}");
        }
    }

    #[test]
    fn marks_are_reported_with_their_places() {
        let marks = marks("\u{feff}# a \r\n\r\n--- # b\n  -\n", &[]).expect("known signs");
        let found: Vec<_> = marks.iter().map(|mark| (mark.sign, mark.column, mark.alone)).collect();
        assert_eq!(
            found,
            [
                (Sign::Comment("# a"), 0, true),
                (Sign::Blank, 0, true),
                (Sign::Boundary, 0, true),
                (Sign::Comment("# b"), 4, false),
                (Sign::Dash, 2, true),
            ]
        );
    }
}
