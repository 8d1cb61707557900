//! Brackets: lists and fields between `[ ]` and `{ }`, over one line or several.

mod quotes;
mod way;
mod words;

use way::Way;

use super::ledger::Ledger;
use super::limits::MAX_DEPTH;
use super::lines::Lines;
use super::next::{Field, Left, Next};
use super::pairs;
use super::quoting::quoted;
use super::signs::without_comment;
use crate::diag::{Edit, Fix, codes, messages};

/// Reads brackets that are a whole value.
pub fn read<'t>(lines: Lines<'t>, ledger: &mut Ledger, at: usize, field: Field<'_>) -> Next<'t> {
    let mut way = Way::new(lines, ledger, at, field.column);
    go(&mut way);
    let (end, closed) = (way.at, way.open.is_empty());
    let mut left = Left::Closed;
    if closed {
        if lines.text()[at..].starts_with('{') && end > at {
            left = Left::Brace(end - 1);
        }
        let field = Field { end: lines.end_of_line(end), ..field };
        if let Some(behind) = pairs::field_behind(lines, ledger, at..end, field) {
            return Next::Field(behind);
        }
        behind(lines, ledger, at, end);
    }
    Next::Line(lines.next_line(end.min(lines.text().len())), left)
}

/// Goes through the brackets, to the one that closes the first or to where they were forgotten.
fn go(way: &mut Way<'_, '_>) {
    while let Some(byte) = way.lines.text().as_bytes().get(way.at).copied() {
        if way.ledger.at_limit() || way.open.len() > MAX_DEPTH {
            return way.give_up();
        }
        match byte {
            b'\n' if way.leaves() && !way.goes_on() => return way.not_closed(),
            b' ' | b'\t' | b'\n' | b'\r' => {
                way.at += 1;
                continue;
            }
            b'#' if way.after_space() => {
                way.noted.get_or_insert(way.at);
                way.at = way.lines.end_of_line(way.at);
                continue;
            }
            _ => way.noted = None,
        }
        match byte {
            b'[' | b'{' => way.opens(byte),
            b']' | b'}' => {
                way.closes(byte);
                if way.open.is_empty() {
                    return;
                }
            }
            b',' => way.comma(),
            b';' if way.finished.is_some() => way.comma_like(';'),
            b':' if way.finished.is_some() => way.colon(),
            b'"' | b'\'' => way.quote(byte as char),
            _ => way.word(),
        }
    }
    way.not_closed();
}

/// Reports what stands behind the closing bracket.
fn behind(lines: Lines<'_>, ledger: &mut Ledger, at: usize, end: usize) {
    let stop = lines.end_of_line(end);
    let rest = without_comment(lines.text()[end..stop].trim_end());
    let words = rest.trim_start();
    if words.is_empty() || (words.starts_with('#') && words.len() < rest.len()) || words.starts_with(':') {
        return;
    }
    let range = stop.min(end + rest.len() - words.len())..end + rest.len();
    if words == "," || words == ";" {
        let edits = vec![Edit::new(range.clone(), "")];
        return ledger.diagnose(codes::COMMA_STRAY, range, vec![("sign", words.into())], Fix::automatic(edits));
    }
    if words.chars().all(|c| matches!(c, ']' | '}')) {
        let edits = vec![Edit::new(range.clone(), "")];
        let values = vec![("reason", (&messages::EXTRA_BRACKET).into())];
        return ledger.diagnose(codes::YAML_SYNTAX, range, values, Fix::automatic(edits));
    }
    let whole = without_comment(lines.text()[at..stop].trim_end());
    if whole.contains('\n') {
        return;
    }
    let sign = whole.chars().next().unwrap_or('[').to_string();
    let edits = quoted(at, whole);
    ledger.diagnose(codes::SIGN_AT_START, at..at + whole.len(), vec![("sign", sign.into())], Fix::automatic(edits));
}
