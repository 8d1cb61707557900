//! Values: what stands after a colon or a hyphen, by its first sign.

use super::MANY;
use super::characters::is_odd_space;
use super::levels::Open;
use super::scanner::{Scanner, space};
use super::{block, flow, pairs, quote};
use crate::diag::{Edit, Fix, codes};

/// The quotes of typography.
pub const CURLY: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];

/// Reads the value that begins after a colon or at an entry; `column` is that of its field. Returns where the next line begins.
pub fn read(scanner: &mut Scanner<'_>, from: usize, end: usize, column: usize, name: &str) -> usize {
    let at = gap(scanner, from, end);
    let value = scanner.text()[at..end].trim_end();
    if hashtag(scanner, at, end, value, column) {
        let edits = quoted(scanner, at, value);
        scanner.fault(codes::SIGN_AT_START, at..at + value.len(), vec![("sign", "#".into())], edits, false);
        scanner.leave(Open::Closed);
        return scanner.next_line(at);
    }
    if value.is_empty() || value.starts_with('#') {
        scanner.leave(Open::Block);
        return scanner.next_line(at);
    }
    scanner.leave(Open::Closed);
    if value.starts_with(['|', '>'])
        && let Some(next) = block::read(scanner, at, end, column)
    {
        return next;
    }
    if let Some(next) = another_field(scanner, from, at, end, column) {
        return next;
    }
    match value.chars().next() {
        Some(mark @ ('"' | '\'')) => quote::read(scanner, at, mark, column, name),
        Some('[' | '{') => flow::read(scanner, at, column),
        // A word with & before a value is told by what YAML makes of it; the value is read as it is.
        Some('&') if sign(value).is_none() && value.contains(' ') => {
            read(scanner, at + value.find(' ').unwrap_or_default(), end, column, name)
        }
        _ => {
            plain(scanner, at, end, column, name);
            scanner.next_line(at)
        }
    }
}

/// Reads a value of one word, or none, and the field behind it whose line break was lost; nothing where there is no such field.
fn another_field(scanner: &mut Scanner<'_>, from: usize, at: usize, end: usize, column: usize) -> Option<usize> {
    let value = &scanner.text()[at..end];
    if let next @ Some(_) = pairs::field_behind(scanner, from, from, end, column) {
        return next;
    }
    let word = value.find(' ')?;
    let plain = value[..word].bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'0'..=b'9' | b'-'));
    if plain { pairs::field_behind(scanner, at, at + word, end, column) } else { None }
}

/// Passes the space before a value; a space of another kind is told.
fn gap(scanner: &mut Scanner<'_>, from: usize, end: usize) -> usize {
    let rest = &scanner.text()[from..end];
    let blank = |c: char| matches!(c, ' ' | '\t') || is_odd_space(c);
    let length = rest.len() - rest.trim_start_matches(blank).len();
    let odd = rest[..length].chars().find(|c| is_odd_space(*c));
    if let Some(odd) = odd {
        let range = from..from + length;
        scanner.fault(
            codes::SPACE_INVISIBLE,
            range.clone(),
            vec![("what", space(odd))],
            vec![Edit::new(range, " ")],
            true,
        );
    }
    from + length
}

/// Reads text without quotes.
fn plain(scanner: &mut Scanner<'_>, at: usize, end: usize, column: usize, name: &str) {
    let line = scanner.text()[at..end].trim_end();
    let value = without_comment(line);
    if let Some(sign) = sign(value) {
        let range = at..at + value.len();
        let edits = quoted(scanner, at, value);
        let certain = is_text(value);
        return scanner.fault(codes::SIGN_AT_START, range, vec![("sign", sign.to_string().into())], edits, certain);
    }
    if !has_colon(value) {
        if not_opened(scanner, at, value) {
            return;
        }
        hidden(scanner, at, line, value);
        let below = scanner.next_line(end);
        let goes_on = scanner.column_of(below.min(scanner.text().len())).is_some_and(|found| found > column);
        if !goes_on {
            lone_quote(scanner, at, value);
        }
        return scanner.begin_plain(at);
    }
    if !name.is_empty() && fields(scanner, at, at + value.len(), column, name) {
        return;
    }
    let curly =
        value.chars().next().filter(|c| CURLY.contains(c)).zip(value.chars().last().filter(|c| CURLY.contains(c)));
    let edits = quoted(scanner, at, value);
    let range = at..at + value.len();
    match curly {
        Some((open, close)) => {
            let values = vec![("quotes", format!("{open} {close}").into())];
            scanner.fault(codes::QUOTES_CURLY, range, values, edits, true);
        }
        None => {
            // What stands after &word or *word may be more than text, and so may what looks like a field.
            let certain = !value.starts_with(['&', '*']) && !holds_field(value);
            scanner.fault(codes::COLON_IN_TEXT, range, vec![("key", name.into())], edits, certain);
        }
    }
}

/// Returns whether a value begins with a number sign that is rather a letter of it: no space follows, and no value stands further down.
fn hashtag(scanner: &Scanner<'_>, at: usize, end: usize, value: &str, column: usize) -> bool {
    if !value.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) {
        return false;
    }
    let mut below = scanner.next_line(end).min(scanner.text().len());
    // What follows may stand below empty lines and comments.
    while below < scanner.text().len()
        && scanner.column_of(below).is_none_or(|found| scanner.text()[below + found..].starts_with('#'))
    {
        below = scanner.next_line(below);
    }
    let entries = |found: usize| found == column && scanner.text()[below + found..].starts_with("- ");
    let further = scanner.column_of(below).is_some_and(|found| found > column || entries(found));
    let spaced = scanner.text()[..at].ends_with([' ', '\t']);
    spaced && !further
}

/// Tells a list of ids whose opening bracket is missing; returns whether it did.
fn not_opened(scanner: &mut Scanner<'_>, at: usize, value: &str) -> bool {
    let ids = |list: &str| {
        let is_id =
            |id: &str| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'0'..=b'9'));
        list.split(',').all(|entry| is_id(entry.trim()))
    };
    let Some(list) = value.strip_suffix(']').filter(|list| ids(list)) else { return false };
    // One entry may also be no list at all.
    let certain = list.contains(',');
    let range = at + list.len()..at + value.len();
    let values = vec![("open", "[".into()), ("close", "]".into())];
    scanner.fault(codes::BRACKET_NOT_OPENED, range, values, vec![Edit::new(at..at, "[")], certain);
    true
}

/// Tells a comment behind a text that is rather its end: a number stands after its sign, and a title before it.
fn hidden(scanner: &mut Scanner<'_>, at: usize, line: &str, value: &str) {
    let comment = line[value.len()..].trim_start();
    let number = comment.strip_prefix("# ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let title = value.starts_with(|c: char| c.is_uppercase()) && value.ends_with(char::is_alphabetic);
    if number && title {
        let fix = Fix::likely(quoted(scanner, at, line));
        let start = at + line.len() - comment.len();
        scanner.note(codes::COMMENT_OR_TEXT, start..at + line.len(), vec![], Some(fix));
    }
}

/// Tells a straight quote without its partner in text without quotes; behind a number it may mean inches.
pub fn lone_quote(scanner: &mut Scanner<'_>, at: usize, value: &str) {
    let Some(last) = value.rfind('"').filter(|_| value.bytes().filter(|b| *b == b'"').count() % 2 == 1) else { return };
    if value[..last].ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let range = at + last..at + last + 1;
    let opened = value.chars().next().filter(|_| last + 1 == value.len());
    let partner = match opened {
        Some('“') if !value.contains('”') => Some("”"),
        Some('«') if !value.contains('»') => Some("»"),
        Some('„') if !value.contains(['“', '”']) => Some("“"),
        _ => None,
    };
    let edit = match (opened, partner) {
        (_, Some(partner)) => Some(Edit::new(range.clone(), partner)),
        (Some(_), None) => Some(Edit::new(at..at, "\"")),
        (None, None) => None,
    };
    scanner.note(codes::QUOTE_ALONE, range, vec![], edit.map(|edit| Fix::likely(vec![edit])));
}

/// Tells fields that stand where one text was expected; returns whether it did.
fn fields(scanner: &mut Scanner<'_>, at: usize, end: usize, column: usize, name: &str) -> bool {
    if pairs::without_braces(scanner, at..end, name) {
        return true;
    }
    let value = &scanner.text()[at..end];
    let comma = value.find(": ").and_then(|colon| value[..colon].rfind(", ")).filter(|comma| *comma > 0);
    let quoted = comma.is_some_and(|comma| pairs::of(&value[comma + 1..]).is_some_and(|pairs| pairs.quoted));
    let apart = |comma| pairs::on_one_line(scanner, at, at + comma, end, column);
    comma.filter(|_| quoted).is_some_and(apart)
}

/// Returns whether a text holds what may be a field: a name in small letters before its first colon.
fn holds_field(value: &str) -> bool {
    let before = value.split(": ").next().unwrap_or_default();
    let name = before.rsplit(", ").next().unwrap_or_default();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'));
    is_name && (name.len() < before.len() || value[before.len() + 2..].split(' ').count() == 1)
}

/// Returns whether what begins with a sign is surely text: one word after @ may be an id.
pub fn is_text(value: &str) -> bool {
    let word = value.strip_prefix('@').unwrap_or_default();
    word.is_empty() || !word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
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
        '&' => {
            let (name, text) = rest.split_once(' ').unwrap_or((rest, ""));
            // Nobody anchors a value by a name like that; a text may begin with it.
            let title = name.chars().any(|c| c.is_uppercase() || !c.is_ascii());
            !word(name) || title && text.trim_start().starts_with(char::is_alphanumeric)
        }
        '-' | '?' | ':' => rest.is_empty() || rest.starts_with(' '),
        _ => false,
    };
    misread.then_some(first)
}

/// Returns the edits that put a text into straight double quotes.
pub fn quoted(scanner: &Scanner<'_>, at: usize, value: &str) -> Vec<Edit> {
    debug_assert_eq!(scanner.text().get(at..at + value.len()), Some(value));
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
