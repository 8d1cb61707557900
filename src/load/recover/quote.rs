//! Texts in quotes that are a whole value, and what stands after them.

use std::ops::Range;

use super::ledger::Ledger;
use super::lines::Lines;
use super::next::{Field, Left, Next};
use super::pairs;
use super::quoting::{End, closing_edit, escapes, find_end, inner};
use super::recovered::PLACEHOLDER;
use super::signs::without_comment;
use crate::diag::{Applicability, Edit, Fix, codes};

/// Reads a quoted text that is a whole value.
pub fn read<'t>(lines: Lines<'t>, ledger: &mut Ledger, at: usize, mark: char, field: Field<'t>) -> Next<'t> {
    let close = match find_end(lines, at, mark, field.column) {
        End::Closed(close) => close,
        End::Open(stop) => {
            let next = outdented(lines, ledger, at..stop, mark, field.column);
            return Next::Line(next.unwrap_or_else(|| open(lines, ledger, at..stop, mark)), Left::Closed);
        }
    };
    let field = Field { end: lines.end_of_line(close), ..field };
    let rest = lines.text()[close..field.end].trim_end();
    if rest.is_empty() || rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#') {
        escapes(lines, ledger, at..close, mark);
    } else if let Some(behind) = pairs::field_behind(lines, ledger, at..close, field) {
        return Next::Field(behind);
    } else if field.name.is_empty() || !pairs::on_one_line(lines, ledger, at..close, field) {
        after(lines, ledger, at..close, field.end, mark);
    }
    Next::Line(lines.next_line(field.end), Left::Closed)
}

/// Reports a text whose quote closes nowhere; returns where the line after it begins.
fn open(lines: Lines<'_>, ledger: &mut Ledger, text: Range<usize>, mark: char) -> usize {
    let Range { start, end } = text;
    if end == start + 1 {
        // Nobody knows what was to stand there.
        let edits = vec![Edit::new(end..end, format!("{PLACEHOLDER}{mark}"))];
        ledger.diagnose_without_fix(codes::QUOTE_NOT_CLOSED, text, vec![], edits);
        return lines.next_line(end);
    }
    let certain = lines.end_of_line(start) >= end && !lines.text()[text.clone()].contains(" #");
    let edits = vec![closing_edit(lines.text(), start, end, mark)];
    ledger.diagnose(
        codes::QUOTE_NOT_CLOSED,
        start..start + 1,
        vec![],
        Fix::new(edits, Applicability::automatic_if(certain)),
    );
    escapes(lines, ledger, text, mark);
    lines.next_line(end)
}

/// Reports the rest of a text whose lines stand too far left, and at whose end its quote closes; returns where the next line begins.
fn outdented(lines: Lines<'_>, ledger: &mut Ledger, text: Range<usize>, mark: char, column: usize) -> Option<usize> {
    /// A text of more lines has lost its quote rather than its indent.
    const MAX_LINES: usize = 8;
    let (mut edits, mut shown, mut end) = (Vec::new(), None, text.end);
    while edits.len() < MAX_LINES {
        let line = lines.below(end)?;
        end = line.end;
        let words = &lines.text()[line.words()];
        if line.is_field() || line.is_entry() || words.starts_with(mark) && words.len() > 1 {
            return None;
        }
        shown.get_or_insert(line.words());
        edits.push(Edit::new(line.start..line.body, " ".repeat(column + 2)));
        let close = words.find(mark);
        if close.is_some_and(|close| close + 1 < words.len()) {
            return None;
        }
        if close.is_some() {
            ledger.diagnose(codes::TEXT_OUTDENTED, shown?, vec![], Fix::suggested(edits));
            escapes(lines, ledger, text.start..line.words().end, mark);
            return Some(lines.next_line(end));
        }
    }
    None
}

/// Reports what stands behind the closing quote: a comma as in JSON, or the rest of a text that has quotes within it.
fn after(lines: Lines<'_>, ledger: &mut Ledger, text: Range<usize>, end: usize, mark: char) {
    let behind = &lines.text()[text.end..end];
    let rest = behind.trim();
    if rest == "," || rest == ";" {
        let comma = text.end + behind.find(rest).unwrap_or(0);
        let fix = Fix::automatic(vec![Edit::new(comma..comma + 1, "")]);
        return ledger.diagnose(codes::COMMA_STRAY, comma..comma + 1, vec![("sign", rest.into())], fix);
    }
    let whole = without_comment(lines.text()[text.start..end].trim_end());
    inner(lines, ledger, text.start..text.start + whole.len(), mark);
}
