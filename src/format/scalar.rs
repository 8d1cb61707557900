//! One value → its words in the file: plain, in quotes, or as a block of lines. The text read back is the same, letter by letter.

use super::form::Style;
use crate::record::Scalar;
use crate::record::node::Meaning;
use crate::written::plain;
use crate::written::quote::{by_number, must_be_escaped, quoted};

/// A line holds no more characters, comments aside.
pub const LINE_COLUMNS: usize = 120;

/// Long text is wrapped before this column.
const WRAP_COLUMNS: usize = 100;

/// However deep it stands, wrapped text has at least this many columns.
const MIN_WRAP_COLUMNS: usize = 40;

/// A value in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// On the line of its name.
    Line(String),
    /// A block below it.
    Block {
        /// The sign after the name.
        header: &'static str,
        /// The lines, not yet indented.
        lines: Vec<String>,
    },
}

/// Writes a value for which there are so many columns; the lines of a block are indented by so many.
pub fn write(scalar: &Scalar, style: Style, columns: usize, indent: usize) -> Written {
    let Meaning::Text(text) = scalar.meaning() else { return Written::Line(scalar.text.to_string()) };
    if is_plain(scalar, text, style) {
        return Written::Line(text.to_owned());
    }
    let quoted = quoted(text);
    let fits = quoted.chars().count() <= columns;
    if !may_be_block(text) || (fits && !text.contains('\n')) {
        return Written::Line(quoted);
    }
    let (body, clipped) = text.strip_suffix('\n').map_or((text, false), |body| (body, true));
    let one_line = !body.contains('\n') && style != Style::Markdown;
    if one_line && !(clipped && indent + body.chars().count() <= LINE_COLUMNS) {
        let lines = wrapped(body, WRAP_COLUMNS.saturating_sub(indent).max(MIN_WRAP_COLUMNS));
        return match (lines.len(), clipped) {
            (1, false) => Written::Line(quoted),
            (1, true) => Written::Block { header: "|", lines },
            (_, false) => Written::Block { header: ">-", lines },
            (_, true) => Written::Block { header: ">", lines },
        };
    }
    let lines = body.split('\n').map(str::to_owned).collect();
    Written::Block { header: if clipped { "|" } else { "|-" }, lines }
}

/// Returns the words of a value on one line, however long.
pub fn one_line(scalar: &Scalar, style: Style) -> String {
    match scalar.meaning() {
        Meaning::Text(text) if !is_plain(scalar, text, style) => quoted(text),
        _ => scalar.text.to_string(),
    }
}

/// Returns the words of a value among others on one line, unless it needs lines of its own.
pub fn inline(scalar: &Scalar, style: Style) -> Option<String> {
    let words = one_line(scalar, style);
    let has_lines = scalar.text.contains('\n') && may_be_block(&scalar.text);
    let is_misread = !words.starts_with('"') && words.contains([',', '[', ']', '{', '}']);
    (!has_lines && !is_misread).then_some(words)
}

/// Returns the name of a field as it is written; what nobody sees in a name is shown.
pub fn key(name: &str) -> String {
    if plain::is_word(name) {
        return name.to_owned();
    }
    let is_odd =
        |letter: char| matches!(letter, '\u{200c}' | '\u{200d}') || letter.is_whitespace() && !letter.is_ascii();
    quoted(name).chars().map(|letter| if is_odd(letter) { by_number(letter) } else { letter.to_string() }).collect()
}

fn is_plain(scalar: &Scalar, text: &str, style: Style) -> bool {
    match style {
        Style::Free | Style::Markdown => false,
        Style::Word => plain::is_word(text),
        Style::Code => plain::is_word(text) && !text.contains(char::is_uppercase),
        Style::Date => plain::is_word(text) || plain::is_date(text),
        Style::Number => scalar.plain && plain::is_writable(text),
        Style::Loose => scalar.plain && (plain::is_word(text) || plain::is_date(text)),
    }
}

/// Returns whether a block of lines can hold the text: nothing to escape, no blank at the end of a line, and a first line that shows
/// the indentation.
pub fn may_be_block(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    !body.is_empty()
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.split('\n').all(|line| !line.ends_with(' '))
        && body.chars().all(|letter| letter == '\n' || !must_be_escaped(letter))
}

/// Breaks a text at single spaces, so that folding the lines gives it back.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for piece in pieces(text) {
        let added = piece.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + added <= width => {
                line.push(' ');
                line.push_str(piece);
                length += 1 + added;
            }
            _ => {
                lines.push(piece.to_owned());
                length = added;
            }
        }
    }
    lines
}

/// Parts a text at its single spaces; several spaces in a row stay within a piece.
fn pieces(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let single = |at: usize| {
        // A line that begins like a comment or an entry of a list would look like one.
        let next = bytes.get(at + 1).is_some_and(|byte| !b" #-".contains(byte));
        bytes[at] == b' ' && bytes[at - 1] != b' ' && next
    };
    let breaks: Vec<usize> = (1..bytes.len()).filter(|at| single(*at)).collect();
    let starts = std::iter::once(0).chain(breaks.iter().map(|at| at + 1));
    starts.zip(breaks.iter().copied().chain([text.len()])).map(|(start, end)| &text[start..end]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(text: &str) -> Written {
        write(&Scalar { text: text.into(), plain: false }, Style::Free, LINE_COLUMNS - 4, 4)
    }

    #[test]
    fn long_text_is_wrapped_at_single_spaces_only() {
        let text = format!("{} {}  {}", "a".repeat(60), "b".repeat(60), "c".repeat(60));
        let lines = vec!["a".repeat(60), format!("{}  {}", "b".repeat(60), "c".repeat(60))];
        assert_eq!(free(&text), Written::Block { header: ">-", lines });
    }

    #[test]
    fn long_text_that_lines_cannot_hold_stays_in_quotes() {
        let long = "word ".repeat(40);
        for text in
            [long.clone(), format!(" {}", long.trim()), format!("{long}\tend"), "x".repeat(200), format!("{long}\nend")]
        {
            assert!(matches!(free(&text), Written::Line(_)), "{text:?}");
        }
    }

    #[test]
    fn text_with_lines_keeps_them() {
        let lines = vec!["one".to_owned(), String::new(), "  two".to_owned()];
        assert_eq!(free("one\n\n  two\n"), Written::Block { header: "|", lines: lines.clone() });
        assert_eq!(free("one\n\n  two"), Written::Block { header: "|-", lines });
        assert_eq!(free("one\n\n"), Written::Line("\"one\\n\\n\"".to_owned()));
        assert_eq!(free("\n"), Written::Line("\"\\n\"".to_owned()));
    }
}
