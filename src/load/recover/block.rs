//! Blocks of text: what stands below `|` and `>`, and the lines of it that slipped out.

use super::MANY;
use super::levels::Kind;
use super::scanner::{Scanner, bracket_follows};
use crate::diag::{Edit, codes};

/// Reads a block of text; returns where the line after it begins, and nothing where the sign begins none.
pub fn read(scanner: &mut Scanner<'_>, at: usize, end: usize, column: usize) -> Option<usize> {
    let value = scanner.text()[at..end].trim_end();
    let head = 1 + value[1..].bytes().take(2).take_while(|b| matches!(b, b'+' | b'-' | b'1'..=b'9')).count();
    let behind = value[head..].trim_start();
    let below = scanner.next_line(end);
    if behind.is_empty() || behind.starts_with('#') && behind.len() < value.len() - head {
        return Some(pass(scanner, below, column));
    }
    let numbered = value[1..head].bytes().any(|b| b.is_ascii_digit());
    let indent = indent_below(scanner, below, column);
    // A text may begin with > and a number; nothing else begins with these signs.
    let is_block = value.starts_with('|') || head > 1 && !numbered || indent.is_some();
    if behind.len() == value.len() - head || !is_block {
        return None;
    }
    let text = at + value.len() - behind.len();
    let edit = Edit::new(at + head..text, format!("\n{}", " ".repeat(indent.unwrap_or(column + 2))));
    let values = vec![("sign", value[..head].into())];
    scanner.fault(codes::TEXT_BESIDE_SIGN, at..text + behind.len(), values, vec![edit], true);
    Some(pass(scanner, below, column))
}

/// Returns the indent of a text below its field, by the first line that holds anything.
fn indent_below(scanner: &Scanner<'_>, mut at: usize, column: usize) -> Option<usize> {
    while at < scanner.text().len() {
        if let Some(found) = spaces(scanner, at) {
            return (found > column).then_some(found);
        }
        at = scanner.next_line(at);
    }
    None
}

/// Returns how many spaces a line begins with; `None` where it is blank.
fn spaces(scanner: &Scanner<'_>, start: usize) -> Option<usize> {
    let line = &scanner.text()[start..scanner.end_of_line(start)];
    (!line.trim().is_empty()).then(|| line.bytes().take_while(|b| *b == b' ').count())
}

/// Passes a block of text: every line further in than its field, and those that were meant to be.
fn pass(scanner: &mut Scanner<'_>, mut at: usize, column: usize) -> usize {
    let mut indent = None;
    let mut slipped = Slipped::default();
    while at < scanner.text().len() && !scanner.at_limit() {
        let found = spaces(scanner, at);
        match found {
            None => {}
            Some(found) if found >= indent.unwrap_or(column + 1) => {
                slipped.tell(scanner);
                indent.get_or_insert(found);
            }
            // Further in than its field and further out than the text stands a slip of either.
            Some(found)
                if if found > column { !is_field(scanner, at) } else { is_of_text(scanner, at, found, indent) } =>
            {
                slipped.add(scanner, at, indent.unwrap_or(column + 2));
            }
            Some(_) => break,
        }
        at = scanner.next_line(at);
    }
    slipped.tell(scanner);
    at
}

/// Returns whether a line is rather a field than text: a name in small letters and its colon.
fn is_field(scanner: &Scanner<'_>, start: usize) -> bool {
    let end = scanner.end_of_line(start);
    let at = end - scanner.text()[start..end].trim_start().len();
    let name = |colon| scanner.text()[at..colon].bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    scanner.colon(at, end).is_some_and(name)
}

/// Returns whether a line of several words without a colon stands in the midst of a text.
fn is_note(scanner: &Scanner<'_>, start: usize, indent: Option<usize>) -> bool {
    let end = scanner.end_of_line(start);
    let at = end - scanner.text()[start..end].trim_start().len();
    let goes_on = scanner.below(end).is_some_and(|below| indent == Some(below.column) && !scanner.is_field(below));
    let words = scanner.text()[at..end].split_whitespace().take(2).count();
    goes_on && words > 1 && scanner.colon(at, end).is_none() && !scanner.lacks_colon(at, end)
}

/// Lines of a text that stand too far left, one after the other.
#[derive(Default)]
struct Slipped {
    edits: Vec<Edit>,
    first: Option<std::ops::Range<usize>>,
    tabs: bool,
}

impl Slipped {
    fn add(&mut self, scanner: &mut Scanner<'_>, start: usize, indent: usize) {
        if self.edits.len() >= MANY {
            self.tell(scanner);
        }
        let line = &scanner.text()[start..scanner.end_of_line(start)];
        let blank = line.len() - line.trim_start().len();
        if self.first.is_none() {
            self.tabs = line[..blank].contains('\t');
            let shown = if self.tabs { start..start + blank } else { start + blank..start + line.trim_end().len() };
            self.first = Some(shown);
        }
        self.edits.push(Edit::new(start..start + blank, " ".repeat(indent)));
    }

    fn tell(&mut self, scanner: &mut Scanner<'_>) {
        let Some(first) = self.first.take() else { return };
        let edits = std::mem::take(&mut self.edits);
        if self.tabs {
            scanner.fault(codes::TAB_INDENT, first, vec![], edits, true);
        } else {
            // It may also be a note that lost its number sign.
            scanner.fault(codes::TEXT_OUTDENTED, first, vec![], edits, false);
        }
    }
}

/// Returns whether a line at or left of the field of a text is rather one of the text: it has no name and is no short line that lacks its colon.
fn is_of_text(scanner: &Scanner<'_>, start: usize, found: usize, indent: Option<usize>) -> bool {
    /// A line of fewer words may be a field that lacks its colon.
    const SENTENCE: usize = 4;
    let end = scanner.end_of_line(start);
    let at = end - scanner.text()[start..end].trim_start().len();
    let body = &scanner.text()[at..end];
    let first = body.chars().next().unwrap_or(' ');
    let mark = ["---", "...", "<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| body.starts_with(mark));
    let entry = matches!(first, '-' | '–' | '—' | '−' | '•' | '·' | '*') && body[first.len_utf8()..].starts_with(' ');
    let of_list = scanner.level_at(found).is_some_and(|level| level.kind == Kind::Entries);
    if mark || matches!(first, '#' | '{' | '[' | '"' | '\'' | '%') || entry || of_list && first == '-' {
        return false;
    }
    if let Some(colon) = scanner.colon(at, end) {
        let name = &scanner.text()[at..colon];
        let words = name.split_whitespace().take(SENTENCE).count();
        return words >= SENTENCE - 1 || words > 1 && !first.is_ascii_lowercase();
    }
    let word = body.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let sign = word.trim_start().starts_with([':', '=', ';', '：', '∶', '꞉', '﹕']);
    let few = body.split_whitespace().take(SENTENCE).count() < SENTENCE;
    let field = bracket_follows(body).is_some() || sign && word.len() < body.len();
    !field && (!few || !first.is_ascii_lowercase() || is_note(scanner, start, indent))
}
