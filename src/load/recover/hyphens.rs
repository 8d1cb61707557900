//! Hyphens: what begins an entry of a list, what was typed in the place of one, and where one is missing.

use super::characters::{is_odd_space, space_name};
use super::indents::Indents;
use super::ledger::Ledger;
use super::levels::{Kind, Level, Open};
use super::lines::Line;
use crate::diag::{Edit, Fix, codes};

/// Returns the line behind the hyphen that begins its entry, mending what was meant as one.
pub fn behind<'t>(ledger: &mut Ledger, indents: &Indents, line: Line<'t>) -> Option<Line<'t>> {
    let length = length(ledger, indents, line)?;
    let rest = &line.rest()[length..];
    let blank = |c: &char| *c == ' ' || is_odd_space(*c);
    let gap: usize = rest.chars().take_while(blank).map(char::len_utf8).sum();
    // A hyphen without its space is read with one.
    let missing = usize::from(gap == 0 && !rest.is_empty());
    let columns = 1 + rest.chars().take_while(blank).count() + missing;
    Some(Line { body: line.body + length + gap, column: line.column + columns, ..line })
}

/// Returns the length of the hyphen that begins an entry, mending what was meant as one.
fn length(ledger: &mut Ledger, indents: &Indents, line: Line<'_>) -> Option<usize> {
    let (at, rest) = (line.body, line.rest());
    let first = rest.chars().next()?;
    let after = &rest[first.len_utf8()..];
    if first == '-' && (after.is_empty() || after.starts_with(' ')) {
        return Some(1);
    }
    if first == '-'
        && let Some(odd) = after.chars().next().filter(|c| is_odd_space(*c))
    {
        let range = at + 1..at + 1 + odd.len_utf8();
        let fix = Fix::automatic(vec![Edit::new(range.clone(), " ")]);
        ledger.diagnose(codes::SPACE_INVISIBLE, range, vec![("what", space_name(odd))], fix);
        return Some(1);
    }
    if !is_expected(indents, line.column) {
        return None;
    }
    if first == '-' {
        after.chars().next().filter(|c| c.is_alphabetic() || matches!(c, '"' | '\'' | '{' | '['))?;
        let fix = Fix::automatic(vec![Edit::new(at + 1..at + 1, " ")]);
        ledger.diagnose(codes::DASH_WITHOUT_SPACE, at..at + 1, vec![], fix);
        return Some(1);
    }
    let sign = matches!(first, '–' | '—' | '−' | '‑' | '•' | '·' | '‣' | '▪' | '*')
        && after.starts_with([' ', '\u{a0}', '\t']);
    if !sign {
        return None;
    }
    let space = after.chars().next().map_or(0, char::len_utf8);
    let range = at..at + first.len_utf8();
    let fix = Fix::automatic(vec![Edit::new(range.start..range.end + space, "- ")]);
    ledger.diagnose(codes::DASH_LOOK_ALIKE, range, vec![("sign", first.to_string().into())], fix);
    Some(first.len_utf8())
}

/// Returns whether an entry can begin at a column.
fn is_expected(indents: &Indents, column: usize) -> bool {
    let here = indents.levels.at(column).map(|level| level.kind);
    let begins = indents.open == Open::Block && !(here == Some(Kind::Fields) && column > 0);
    (begins || here == Some(Kind::Entries)) && indents.levels.last().is_some()
}

/// Reports a field that begins an entry of a list without its hyphen; returns the column at which it stands with one.
pub fn missing(ledger: &mut Ledger, indents: &mut Indents, line: Line<'_>, colon: usize) -> Option<usize> {
    let inside = indents.open == Open::Block && indents.is_inside(line.column);
    if !inside || !line.is_indented_by_spaces() {
        return None;
    }
    let entries = line.lines.entry_follows(line.body, line.column)?;
    let edits = vec![Edit::new(line.start + entries.min(line.body - line.start)..line.body, "- ")];
    let name = line.lines.text()[line.body..colon].trim();
    ledger.diagnose(codes::DASH_MISSING, line.body..colon, vec![("key", name.into())], Fix::suggested(edits));
    indents.enter(ledger, line, Level { column: entries, kind: Kind::Entries });
    indents.open = Open::Block;
    Some(entries + 2)
}

/// Reports a list that stands below a field with a value of its own, and passes it over; returns where the line after it begins.
pub fn without_name(ledger: &mut Ledger, indents: &Indents, line: Line<'_>) -> Option<usize> {
    let column = line.column;
    let field = indents.levels.last().filter(|level| level.kind == Kind::Fields && level.column <= column)?;
    let listed = (field.column..=column).any(|column| indents.levels.has(Level { column, kind: Kind::Entries }));
    if !line.is_entry() || indents.open == Open::Block || listed {
        return None;
    }
    let inside = |below: &Line<'_>| below.column > column || below.column == column && below.is_entry();
    let mut below = line.lines.lines_from(line.next_start());
    let next = below.find(|below| !below.is_blank() && !inside(below));
    let next = next.map_or(line.lines.text().len(), |next| next.start);
    ledger.diagnose_without_fix(codes::NAME_MISSING, line.words(), vec![], vec![Edit::new(line.start..next, "")]);
    ledger.incomplete = true;
    Some(next)
}
