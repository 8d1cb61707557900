//! Braces: fields that stand below a line whose braces should hold them.

use super::indents::Indents;
use super::ledger::Ledger;
use super::levels::Open;
use super::limits::MAX_EDITS_PER_FIX;
use super::lines::{Line, Lines};
use super::pairs;
use crate::diag::{Applicability, Edit, Fix, codes};

/// Reports fields below a line whose braces should hold them; returns where the line after them begins.
pub fn below(ledger: &mut Ledger, indents: &Indents, line: Line<'_>, brace: usize) -> Option<usize> {
    let lines = line.lines;
    let apart = lines.text().get(brace + 1..line.start).is_none_or(|between| !between.trim().is_empty());
    if !indents.is_inside(line.column) || indents.open != Open::Closed || apart {
        return None;
    }
    let (mut edits, mut from, mut next, mut quoted) = (Vec::new(), brace, line.start, true);
    let mut range = None;
    for field in lines.lines_from(line.start).take_while(|field| !field.is_blank() && field.column == line.column) {
        let words = &lines.text()[field.words()];
        let Some(pairs) = pairs::of(words).filter(|pairs| pairs.fields.len() == 1) else { break };
        if holds(lines, brace, &words[..words.find(':').unwrap_or_default()]) {
            // It stands there already: these fields belong to another one.
            return None;
        }
        quoted &= pairs.quoted;
        edits.push(Edit::new(from..field.body, ", "));
        from = field.words().end;
        range.get_or_insert(line.body..from);
        next = field.next_start();
        if edits.len() > MAX_EDITS_PER_FIX {
            break;
        }
    }
    edits.push(Edit::new(from..from, "}"));
    ledger.diagnose(codes::FIELD_BELOW_BRACES, range?, vec![], Fix::new(edits, Applicability::automatic_if(quoted)));
    Some(next)
}

/// Returns whether a field stands before a closing brace, on its line.
fn holds(lines: Lines<'_>, brace: usize, name: &str) -> bool {
    let line = &lines.text()[lines.start_of_line(brace)..brace];
    line.match_indices(name)
        .any(|(at, _)| line[..at].ends_with(['{', ' ', ',']) && line[at + name.len()..].starts_with(':'))
}
