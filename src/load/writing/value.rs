//! Values: what stands after a colon or a hyphen, by its first sign.

use super::characters::is_odd_space;
use super::flow;
use super::levels::Open;
use super::quote;
use super::scribe::{Scribe, space};
use crate::diag::{Edit, codes};

/// The quotes of typography.
pub const CURLY: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];

/// More signs in one text than are each replaced by itself.
const MANY: usize = 100;

/// Reads the value that begins after a colon or at an entry; `column` is that of its field. Returns where the next line begins.
pub fn read(scribe: &mut Scribe<'_>, from: usize, end: usize, column: usize, name: &str) -> usize {
    let at = gap(scribe, from, end);
    let value = scribe.text()[at..end].trim_end();
    if value.is_empty() || value.starts_with('#') {
        scribe.leave(Open::Block);
        return scribe.next_line(at);
    }
    scribe.leave(Open::Closed);
    match value.chars().next() {
        Some(mark @ ('"' | '\'')) => quote::read(scribe, at, mark, column),
        Some('[' | '{') => flow::read(scribe, at, column),
        Some('|' | '>') if is_header(value) => block(scribe, end, column),
        // A word with & before a value is told by what YAML makes of it; the value is read as it is.
        Some('&') if sign(value).is_none() && value.contains(' ') => {
            read(scribe, at + value.find(' ').unwrap_or_default(), end, column, name)
        }
        _ => {
            plain(scribe, at, end, name);
            scribe.next_line(at)
        }
    }
}

/// Passes the space before a value; a space of another kind is told.
fn gap(scribe: &mut Scribe<'_>, from: usize, end: usize) -> usize {
    let rest = &scribe.text()[from..end];
    let blank = |c: char| matches!(c, ' ' | '\t') || is_odd_space(c);
    let length = rest.len() - rest.trim_start_matches(blank).len();
    let odd = rest[..length].chars().find(|c| is_odd_space(*c));
    if let Some(odd) = odd {
        let range = from..from + length;
        scribe.fault(
            codes::SPACE_INVISIBLE,
            range.clone(),
            vec![("what", space(odd))],
            vec![Edit::new(range, " ")],
            true,
        );
    }
    from + length
}

/// Returns whether a sign begins a block of text: alone on its line but for how the block ends.
fn is_header(value: &str) -> bool {
    let header = value.split(" #").next().unwrap_or_default().trim_end();
    header.len() <= 3 && header[1..].bytes().all(|b| matches!(b, b'+' | b'-' | b'1'..=b'9'))
}

/// Passes a block of text: every line further in than its field.
fn block(scribe: &mut Scribe<'_>, end: usize, column: usize) -> usize {
    let mut at = scribe.next_line(end);
    while at < scribe.text().len() {
        // At the outermost level a block may stand at the margin only when nothing else could.
        let inside = scribe.column_of(at).is_none_or(|found| found > column);
        if !inside {
            break;
        }
        at = scribe.next_line(at);
    }
    at
}

/// Reads text without quotes.
fn plain(scribe: &mut Scribe<'_>, at: usize, end: usize, name: &str) {
    let line = scribe.text()[at..end].trim_end();
    let value = without_comment(line);
    if let Some(sign) = sign(value) {
        let range = at..at + value.len();
        let edits = quoted(scribe, at, value);
        return scribe.fault(codes::SIGN_AT_START, range, vec![("sign", sign.to_string().into())], edits, true);
    }
    if !has_colon(value) {
        return scribe.leave(Open::Plain);
    }
    let curly =
        value.chars().next().filter(|c| CURLY.contains(c)).zip(value.chars().last().filter(|c| CURLY.contains(c)));
    let edits = quoted(scribe, at, value);
    let range = at..at + value.len();
    match curly {
        Some((open, close)) => {
            let values = vec![("quotes", format!("{open} {close}").into())];
            scribe.fault(codes::QUOTES_CURLY, range, values, edits, true);
        }
        None => {
            // What stands after &word or *word may be more than text.
            let certain = !value.starts_with(['&', '*']);
            scribe.fault(codes::COLON_IN_TEXT, range, vec![("key", name.into())], edits, certain);
        }
    }
}

/// Returns a line without its comment; a number sign with no space after it is rather part of the text.
pub fn without_comment(line: &str) -> &str {
    line[..comment(line, line.len()).unwrap_or(line.len())].trim_end()
}

/// Returns where a comment begins in the first bytes of a text; what stands behind them only says whether it is one.
pub fn comment(text: &str, length: usize) -> Option<usize> {
    let begins = |at: &usize| text[at + 2..].chars().next().is_none_or(|c| matches!(c, ' ' | '\r' | '\n'));
    text[..length].match_indices(" #").map(|(at, _)| at).find(begins)
}

/// Returns whether a text holds what YAML takes for the end of a name.
fn has_colon(value: &str) -> bool {
    value.ends_with(':') || value.contains(": ") || value.contains(":\t")
}

/// Returns the sign at the start of a text that YAML reads as something else.
pub fn sign(value: &str) -> Option<char> {
    let first = value.chars().next()?;
    let rest = &value[first.len_utf8()..];
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let misread = match first {
        '%' | '@' | '`' | '!' | '|' | '>' | ']' | '}' | ',' => true,
        // A lone *word or &word is told by what YAML makes of it.
        '*' => !word(rest),
        '&' => !word(rest.split(' ').next().unwrap_or_default()),
        '-' | '?' | ':' => rest.is_empty() || rest.starts_with(' '),
        _ => false,
    };
    misread.then_some(first)
}

/// Returns the edits that put a text into straight double quotes.
pub fn quoted(scribe: &Scribe<'_>, at: usize, value: &str) -> Vec<Edit> {
    debug_assert_eq!(scribe.text().get(at..at + value.len()), Some(value));
    let special = value.bytes().filter(|b| matches!(b, b'"' | b'\\')).count();
    if special > MANY {
        let whole = format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
        return vec![Edit::new(at..at + value.len(), whole)];
    }
    let mut edits = vec![Edit::new(at..at, "\"")];
    for (place, c) in value.char_indices().filter(|(_, c)| matches!(c, '"' | '\\')) {
        edits.push(Edit::new(at + place..at + place + 1, format!("\\{c}")));
    }
    edits.push(Edit::new(at + value.len()..at + value.len(), "\""));
    edits
}
