//! What stands in the file for a value: the bytes as written, and how a text is written in quotes.

use std::ops::Range;

/// Returns the words at a range, or nothing where it does not fit.
pub fn of<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default()
}

/// Returns the rest of the line after a value.
pub fn rest_of_line<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.end..).and_then(|rest| rest.split(['\n', '\r']).next()).unwrap_or_default()
}

/// Returns a text in straight double quotes.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Finds where a word of a value stands in the file; the whole value where it is written with escapes.
pub fn place_of(text: &str, range: &Range<usize>, word: &str, after: usize) -> Range<usize> {
    let found = text.get(range.start + after..range.end).and_then(|raw| raw.find(word));
    found.map_or_else(|| range.clone(), |at| range.start + after + at..range.start + after + at + word.len())
}
