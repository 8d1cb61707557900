//! Plain text: what stands without quotes, and what YAML would make of it that nobody meant.

use super::ledger::Ledger;
use super::lines::Lines;
use super::next::{Field, Left};
use super::pairs;
use super::quoting::{lone_quote, quoted};
use super::signs::{CURLY, has_colon, is_text, sign, without_comment};
use crate::diag::{Applicability, Edit, Fix, codes};

/// Reads text without quotes that begins here; returns what it leaves open.
pub fn read(lines: Lines<'_>, ledger: &mut Ledger, at: usize, field: Field<'_>) -> Left {
    let line = lines.text()[at..field.end].trim_end();
    let value = without_comment(line);
    let range = at..at + value.len();
    if let Some(sign) = sign(value) {
        let fix = Fix::new(quoted(at, value), Applicability::automatic_if(is_text(value)));
        ledger.diagnose(codes::SIGN_AT_START, range, vec![("sign", sign.to_string().into())], fix);
        return Left::Closed;
    }
    if !has_colon(value) {
        if not_opened(ledger, at, value) {
            return Left::Closed;
        }
        hidden(ledger, at, line, value);
        let below = lines.line(lines.next_line(field.end));
        if below.is_blank() || below.column <= field.column {
            lone_quote(ledger, at, value);
        }
        return Left::Plain(at);
    }
    let field = Field { end: range.end, ..field };
    if field.name.is_empty() || !fields(lines, ledger, at, field) {
        with_colon(ledger, at, value, field.name);
    }
    Left::Closed
}

/// Reports a text that holds what YAML takes for the end of a name.
fn with_colon(ledger: &mut Ledger, at: usize, value: &str, name: &str) {
    let (range, edits) = (at..at + value.len(), quoted(at, value));
    let curly = |c: &char| CURLY.contains(c);
    let quotes = value.chars().next().filter(curly).zip(value.chars().last().filter(curly));
    if let Some((open, close)) = quotes {
        let values = vec![("quotes", format!("{open} {close}").into())];
        return ledger.diagnose(codes::QUOTES_CURLY, range, values, Fix::automatic(edits));
    }
    // What stands after &word or *word may be more than text, and so may what looks like a field.
    let certain = !value.starts_with(['&', '*']) && !holds_field(value);
    ledger.diagnose(
        codes::COLON_IN_TEXT,
        range,
        vec![("key", name.into())],
        Fix::new(edits, Applicability::automatic_if(certain)),
    );
}

/// Reports a list of ids whose opening bracket is missing; returns whether it did.
fn not_opened(ledger: &mut Ledger, at: usize, value: &str) -> bool {
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
    ledger.diagnose(
        codes::BRACKET_NOT_OPENED,
        range,
        values,
        Fix::new(vec![Edit::new(at..at, "[")], Applicability::automatic_if(certain)),
    );
    true
}

/// Reports a comment behind a text that is rather its end: a number stands after its sign, and a title before it.
fn hidden(ledger: &mut Ledger, at: usize, line: &str, value: &str) {
    let comment = line[value.len()..].trim_start();
    let number = comment.strip_prefix("# ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let title = value.starts_with(|c: char| c.is_uppercase()) && value.ends_with(char::is_alphabetic);
    if number && title {
        let fix = Fix::suggested(quoted(at, line));
        let start = at + line.len() - comment.len();
        ledger.note(codes::COMMENT_OR_TEXT, start..at + line.len(), vec![], Some(fix));
    }
}

/// Reports fields that stand where one text was expected; returns whether it did.
fn fields(lines: Lines<'_>, ledger: &mut Ledger, at: usize, field: Field<'_>) -> bool {
    if pairs::without_braces(lines, ledger, at..field.end, field.name) {
        return true;
    }
    let value = &lines.text()[at..field.end];
    let comma = value.find(": ").and_then(|colon| value[..colon].rfind(", ")).filter(|comma| *comma > 0);
    let quoted = |comma: &usize| pairs::of(&value[comma + 1..]).is_some_and(|pairs| pairs.quoted);
    comma.filter(quoted).is_some_and(|comma| pairs::on_one_line(lines, ledger, at..at + comma, field))
}

/// Returns whether a text holds what may be a field: a name in small letters before its first colon.
fn holds_field(value: &str) -> bool {
    let before = value.split(": ").next().unwrap_or_default();
    let name = before.rsplit(", ").next().unwrap_or_default();
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'));
    is_name && (name.len() < before.len() || value[before.len() + 2..].split(' ').count() == 1)
}
