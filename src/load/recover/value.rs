//! Values: what stands after a colon or a hyphen, by its first sign.

use super::characters::{is_odd_space, space_name};
use super::ledger::Ledger;
use super::levels::Levels;
use super::lines::Lines;
use super::next::{Field, Left, Next};
use super::quoting::quoted;
use super::signs::sign;
use super::{block, flow, pairs, plain, quote};
use crate::diag::{Edit, Fix, codes};

/// Reads the value of a field, or of an entry.
pub fn read<'t>(lines: Lines<'t>, levels: &Levels, ledger: &mut Ledger, mut field: Field<'t>) -> Next<'t> {
    loop {
        let at = behind_gap(lines, ledger, field);
        let value = lines.text()[at..field.end].trim_end();
        let next = lines.next_line(at);
        if is_hashtag(lines, at, value, field) {
            let fix = Fix::suggested(quoted(at, value));
            ledger.diagnose(codes::SIGN_AT_START, at..at + value.len(), vec![("sign", "#".into())], fix);
            return Next::Line(next, Left::Closed);
        }
        if value.is_empty() || value.starts_with('#') {
            return Next::Line(next, Left::Block);
        }
        if value.starts_with(['|', '>'])
            && let Some(next) = block::read(lines, levels, ledger, at, field)
        {
            return Next::Line(next, Left::Closed);
        }
        if let Some(behind) = another_field(lines, ledger, at, field) {
            return Next::Field(behind);
        }
        match value.chars().next() {
            Some(mark @ ('"' | '\'')) => return quote::read(lines, ledger, at, mark, field),
            Some('[' | '{') => return flow::read(lines, ledger, at, field),
            // A word with & before a value is reported by what YAML makes of it; the value is read as it is.
            Some('&') if sign(value).is_none() && value.contains(' ') => {
                field.value = at + value.find(' ').unwrap_or_default();
            }
            _ => return Next::Line(next, plain::read(lines, ledger, at, field)),
        }
    }
}

/// Reads a value of one word, or none, and the field behind it whose line break was lost; nothing where there is no such field.
fn another_field<'t>(lines: Lines<'t>, ledger: &mut Ledger, at: usize, field: Field<'_>) -> Option<Field<'t>> {
    let behind = pairs::field_behind(lines, ledger, field.value..field.value, field);
    if behind.is_some() {
        return behind;
    }
    let value = &lines.text()[at..field.end];
    let word = value.find(' ')?;
    let plain = value[..word].bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'0'..=b'9' | b'-'));
    if plain { pairs::field_behind(lines, ledger, at..at + word, field) } else { None }
}

/// Passes the space before a value; a space of another kind is reported.
fn behind_gap(lines: Lines<'_>, ledger: &mut Ledger, field: Field<'_>) -> usize {
    let rest = &lines.text()[field.value..field.end];
    let blank = |c: char| matches!(c, ' ' | '\t') || is_odd_space(c);
    let range = field.value..field.end - rest.trim_start_matches(blank).len();
    let at = range.end;
    if let Some(odd) = lines.text()[range.clone()].chars().find(|c| is_odd_space(*c)) {
        let fix = Fix::automatic(vec![Edit::new(range.clone(), " ")]);
        ledger.diagnose(codes::SPACE_INVISIBLE, range, vec![("what", space_name(odd))], fix);
    }
    at
}

/// Returns whether a value begins with a number sign that is rather a letter of it: no space follows, and no value stands further down.
fn is_hashtag(lines: Lines<'_>, at: usize, value: &str, field: Field<'_>) -> bool {
    let word = value.strip_prefix('#').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    if !word || !lines.text()[..at].ends_with([' ', '\t']) {
        return false;
    }
    // What follows may stand below empty lines and comments.
    let mut below = lines.lines_from(lines.next_line(field.end));
    let below = below.find(|below| !below.is_blank() && !below.is_comment());
    !below.is_some_and(|below| below.column > field.column || below.column == field.column && below.is_entry())
}
