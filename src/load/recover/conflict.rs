//! Merge conflicts: both sides of a merge between the marks that git leaves.

use super::scanner::Scanner;
use crate::diag::{Edit, codes, messages};

/// Tells a conflict that begins with this line and reads its first side; returns where the lines after it begin.
pub fn told(scanner: &mut Scanner<'_>, start: usize) -> Option<usize> {
    let text = scanner.text();
    let line = line_at(text, start);
    if !is_mark(line, "<<<<<<<") {
        return lone(scanner, start, line);
    }
    let mut at = start + line.len() + 1;
    let (mut divider, mut close) = (None, None);
    while at < text.len() {
        let line = line_at(text, at);
        if divider.is_none() && (is_mark(line, "=======") || is_mark(line, "|||||||")) {
            divider = Some(at);
        } else if is_mark(line, ">>>>>>>") {
            close = Some(at..at + line.len());
            break;
        } else if is_mark(line, "<<<<<<<") {
            break;
        }
        at += line.len() + 1;
    }
    let opening = start..start + line.trim_end().len();
    let mut edits = vec![Edit::new(start..start + line.len(), "")];
    if let (Some(divider), Some(close)) = (divider, &close) {
        edits.push(Edit::new(divider..close.end, ""));
    }
    let end = close.clone();
    scanner.fault_without_repair(codes::MERGE_CONFLICT, opening, vec![], edits);
    if let Some(end) = end.clone() {
        scanner.relate(end, &messages::CONFLICT_END);
    }
    // The first side is read as it stands; the scanner goes on with its lines and jumps over the second one.
    scanner.skip(divider.zip(end).map(|(divider, end)| divider..end.end + 1));
    Some(start + line.len() + 1)
}

/// Tells a mark that was left alone.
fn lone(scanner: &mut Scanner<'_>, start: usize, line: &str) -> Option<usize> {
    let left = ["=======", ">>>>>>>"].iter().any(|mark| is_mark(line, mark));
    if !left {
        return None;
    }
    let range = start..start + line.len();
    let edits = vec![Edit::new(range, "")];
    scanner.fault_without_repair(codes::MERGE_CONFLICT, start..start + line.trim_end().len(), vec![], edits);
    Some(start + line.len() + 1)
}

fn is_mark(line: &str, mark: &str) -> bool {
    line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\r']))
}

fn line_at(text: &str, start: usize) -> &str {
    text[start..].split('\n').next().unwrap_or_default()
}
