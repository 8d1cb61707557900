//! Blocks of text: what stands below `|` and `>`, and the lines of it that slipped out.

use super::MANY;
use super::levels::Kind;
use super::scribe::{Scribe, bracket_follows};
use crate::diag::{Edit, codes};

/// Reads a block of text; returns where the line after it begins, and nothing where the sign begins none.
pub fn read(scribe: &mut Scribe<'_>, at: usize, end: usize, column: usize) -> Option<usize> {
    let value = scribe.text()[at..end].trim_end();
    let head = 1 + value[1..].bytes().take(2).take_while(|b| matches!(b, b'+' | b'-' | b'1'..=b'9')).count();
    let behind = value[head..].trim_start();
    let below = scribe.next_line(end);
    if behind.is_empty() || behind.starts_with('#') && behind.len() < value.len() - head {
        return Some(pass(scribe, below, column));
    }
    let numbered = value[1..head].bytes().any(|b| b.is_ascii_digit());
    let indent = indent_below(scribe, below, column);
    // A text may begin with > and a number; nothing else begins with these signs.
    let is_block = value.starts_with('|') || head > 1 && !numbered || indent.is_some();
    if behind.len() == value.len() - head || !is_block {
        return None;
    }
    let text = at + value.len() - behind.len();
    let edit = Edit::new(at + head..text, format!("\n{}", " ".repeat(indent.unwrap_or(column + 2))));
    let values = vec![("sign", value[..head].into())];
    scribe.fault(codes::TEXT_BESIDE_SIGN, at..text + behind.len(), values, vec![edit], true);
    Some(pass(scribe, below, column))
}

/// Returns the indent of a text below its field, by the first line that holds anything.
fn indent_below(scribe: &Scribe<'_>, mut at: usize, column: usize) -> Option<usize> {
    while at < scribe.text().len() {
        if let Some(found) = spaces(scribe, at) {
            return (found > column).then_some(found);
        }
        at = scribe.next_line(at);
    }
    None
}

/// Returns how many spaces a line begins with; `None` where it is blank.
fn spaces(scribe: &Scribe<'_>, start: usize) -> Option<usize> {
    let line = &scribe.text()[start..scribe.end_of_line(start)];
    (!line.trim().is_empty()).then(|| line.bytes().take_while(|b| *b == b' ').count())
}

/// Passes a block of text: every line further in than its field, and those that were meant to be.
fn pass(scribe: &mut Scribe<'_>, mut at: usize, column: usize) -> usize {
    let mut indent = None;
    let mut slipped = Slipped::default();
    while at < scribe.text().len() && !scribe.is_tired() {
        let found = spaces(scribe, at);
        match found {
            None => {}
            Some(found) if found >= indent.unwrap_or(column + 1) => {
                slipped.tell(scribe);
                indent.get_or_insert(found);
            }
            // Further in than its field and further out than the text stands a slip of either.
            Some(found)
                if if found > column { !is_field(scribe, at) } else { is_of_text(scribe, at, found, indent) } =>
            {
                slipped.add(scribe, at, indent.unwrap_or(column + 2));
            }
            Some(_) => break,
        }
        at = scribe.next_line(at);
    }
    slipped.tell(scribe);
    at
}

/// Returns whether a line is rather a field than text: a name in small letters and its colon.
fn is_field(scribe: &Scribe<'_>, start: usize) -> bool {
    let end = scribe.end_of_line(start);
    let at = end - scribe.text()[start..end].trim_start().len();
    let name = |colon| scribe.text()[at..colon].bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    scribe.colon(at, end).is_some_and(name)
}

/// Returns whether a line of several words without a colon stands in the midst of a text.
fn is_note(scribe: &Scribe<'_>, start: usize, indent: Option<usize>) -> bool {
    let end = scribe.end_of_line(start);
    let at = end - scribe.text()[start..end].trim_start().len();
    let goes_on = scribe.below(end).is_some_and(|below| indent == Some(below.column) && !scribe.is_field(below));
    let words = scribe.text()[at..end].split_whitespace().take(2).count();
    goes_on && words > 1 && scribe.colon(at, end).is_none() && !scribe.lacks_colon(at, end)
}

/// Lines of a text that stand too far left, one after the other.
#[derive(Default)]
struct Slipped {
    edits: Vec<Edit>,
    first: Option<std::ops::Range<usize>>,
    tabs: bool,
}

impl Slipped {
    fn add(&mut self, scribe: &mut Scribe<'_>, start: usize, indent: usize) {
        if self.edits.len() >= MANY {
            self.tell(scribe);
        }
        let line = &scribe.text()[start..scribe.end_of_line(start)];
        let blank = line.len() - line.trim_start().len();
        if self.first.is_none() {
            self.tabs = line[..blank].contains('\t');
            let shown = if self.tabs { start..start + blank } else { start + blank..start + line.trim_end().len() };
            self.first = Some(shown);
        }
        self.edits.push(Edit::new(start..start + blank, " ".repeat(indent)));
    }

    fn tell(&mut self, scribe: &mut Scribe<'_>) {
        let Some(first) = self.first.take() else { return };
        let edits = std::mem::take(&mut self.edits);
        if self.tabs {
            scribe.fault(codes::TAB_INDENT, first, vec![], edits, true);
        } else {
            // It may also be a note that lost its number sign.
            scribe.fault(codes::TEXT_OUTDENTED, first, vec![], edits, false);
        }
    }
}

/// Returns whether a line at or left of the field of a text is rather one of the text: it has no name and is no short line that lacks its colon.
fn is_of_text(scribe: &Scribe<'_>, start: usize, found: usize, indent: Option<usize>) -> bool {
    /// A line of fewer words may be a field that lacks its colon.
    const SENTENCE: usize = 4;
    let end = scribe.end_of_line(start);
    let at = end - scribe.text()[start..end].trim_start().len();
    let body = &scribe.text()[at..end];
    let first = body.chars().next().unwrap_or(' ');
    let mark = ["---", "...", "<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| body.starts_with(mark));
    let entry = matches!(first, '-' | '–' | '—' | '−' | '•' | '·' | '*') && body[first.len_utf8()..].starts_with(' ');
    let of_list = scribe.level_at(found).is_some_and(|level| level.kind == Kind::Entries);
    if mark || matches!(first, '#' | '{' | '[' | '"' | '\'' | '%') || entry || of_list && first == '-' {
        return false;
    }
    if let Some(colon) = scribe.colon(at, end) {
        let name = &scribe.text()[at..colon];
        let words = name.split_whitespace().take(SENTENCE).count();
        return words >= SENTENCE - 1 || words > 1 && !first.is_ascii_lowercase();
    }
    let word = body.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let sign = word.trim_start().starts_with([':', '=', ';', '：', '∶', '꞉', '﹕']);
    let few = body.split_whitespace().take(SENTENCE).count() < SENTENCE;
    let field = bracket_follows(body).is_some() || sign && word.len() < body.len();
    !field && (!few || !first.is_ascii_lowercase() || is_note(scribe, start, indent))
}
