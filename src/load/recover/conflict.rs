//! Merge conflicts: both sides of a merge between the marks that git leaves.

use std::ops::Range;

use super::ledger::Ledger;
use super::lines::Lines;
use crate::diag::lines::line_range;
use crate::diag::{Edit, codes, messages};

/// A conflict that was reported.
pub struct Conflict {
    /// Where the lines after its first mark begin.
    pub next: usize,
    /// The lines of its second side: the first one is read as it stands.
    pub skipped: Option<Range<usize>>,
}

/// Reports a conflict that begins with this line.
pub fn read(lines: Lines<'_>, ledger: &mut Ledger, start: usize) -> Option<Conflict> {
    let text = lines.text();
    if !text[start..].starts_with(['<', '=', '>']) {
        return None;
    }
    let line = line_range(text, start);
    let shown = start..start + text[line.clone()].trim_end().len();
    let next = lines.next_line(line.end);
    let is = |mark| is_mark(&text[line.clone()], mark);
    if is("=======") || is(">>>>>>>") {
        // A mark that was left alone.
        ledger.diagnose_without_fix(codes::MERGE_CONFLICT, shown, vec![], vec![Edit::new(line, "")]);
        return Some(Conflict { next, skipped: None });
    }
    if !is("<<<<<<<") {
        return None;
    }
    let (divider, close) = marks_below(lines, next);
    let second = divider.zip(close.clone());
    let mut edits = vec![Edit::new(line, "")];
    edits.extend(second.clone().map(|(divider, close)| Edit::new(divider..close.end, "")));
    ledger.diagnose_without_fix(codes::MERGE_CONFLICT, shown, vec![], edits);
    if let Some(close) = close {
        ledger.relate(close, &messages::CONFLICT_END);
    }
    Some(Conflict { next, skipped: second.map(|(divider, close)| divider..lines.next_line(close.end)) })
}

/// Returns where the second side of a conflict begins, and where the mark stands that closes it.
fn marks_below(lines: Lines<'_>, next: usize) -> (Option<usize>, Option<Range<usize>>) {
    let text = lines.text();
    let mut divider = None;
    for start in lines.lines_from(next).map(|line| line.start) {
        let range = line_range(text, start);
        let is = |mark| is_mark(&text[range.clone()], mark);
        if divider.is_none() && (is("=======") || is("|||||||")) {
            divider = Some(start);
        } else if is(">>>>>>>") {
            return (divider, Some(range));
        } else if is("<<<<<<<") {
            break;
        }
    }
    (divider, None)
}

fn is_mark(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\r']))
}
