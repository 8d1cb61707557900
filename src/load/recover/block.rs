//! Blocks of text: what stands below `|` and `>`, and the lines of it that slipped out.

use std::ops::Range;

use super::ledger::Ledger;
use super::levels::{Kind, Levels};
use super::limits::MAX_EDITS_PER_FIX;
use super::lines::{Line, Lines};
use super::names::{bracket_follows, colon, lacks_colon};
use super::next::Field;
use crate::diag::{Applicability, Edit, Fix, codes};

/// Reads a block of text; returns where the line after it begins, and nothing where the sign begins none.
pub fn read(lines: Lines<'_>, levels: &Levels, ledger: &mut Ledger, at: usize, field: Field<'_>) -> Option<usize> {
    let value = lines.text()[at..field.end].trim_end();
    let head = 1 + value[1..].bytes().take(2).take_while(|b| matches!(b, b'+' | b'-' | b'1'..=b'9')).count();
    let behind = value[head..].trim_start();
    let below = lines.next_line(field.end);
    if behind.is_empty() || behind.starts_with('#') && behind.len() < value.len() - head {
        return Some(pass(lines, levels, ledger, below, field.column));
    }
    let numbered = value[1..head].bytes().any(|b| b.is_ascii_digit());
    // The text below its field, by the first line that holds anything.
    let indent = lines.lines_from(below).find_map(spaces).filter(|found| *found > field.column);
    // A text may begin with > and a number; nothing else begins with these signs.
    let is_block = value.starts_with('|') || head > 1 && !numbered || indent.is_some();
    if behind.len() == value.len() - head || !is_block {
        return None;
    }
    let text = at + value.len() - behind.len();
    let edit = Edit::new(at + head..text, format!("\n{}", " ".repeat(indent.unwrap_or(field.column + 2))));
    let values = vec![("sign", value[..head].into())];
    ledger.diagnose(codes::TEXT_BESIDE_SIGN, at..text + behind.len(), values, Fix::automatic(vec![edit]));
    Some(pass(lines, levels, ledger, below, field.column))
}

/// Returns how many spaces a line begins with; `None` where it is blank.
fn spaces(line: Line<'_>) -> Option<usize> {
    let whole = line.whole();
    (!whole.trim().is_empty()).then(|| whole.bytes().take_while(|b| *b == b' ').count())
}

/// Passes a block of text: every line further in than its field, and those that were meant to be.
fn pass(lines: Lines<'_>, levels: &Levels, ledger: &mut Ledger, start: usize, column: usize) -> usize {
    let mut indent = None;
    let mut slipped = Slipped::default();
    let mut next = start;
    for line in lines.lines_from(start) {
        if ledger.at_limit() {
            break;
        }
        if let Some(found) = spaces(line) {
            if found >= indent.unwrap_or(column + 1) {
                slipped.report(ledger);
                indent.get_or_insert(found);
                next = line.next_start();
                continue;
            }
            let listed = levels.at(found).is_some_and(|level| level.kind == Kind::Entries);
            // Further in than its field and further out than the text stands a slip of either.
            let slip = if found > column { !is_field(line) } else { is_of_text(line, listed, indent) };
            if slip {
                slipped.add(ledger, line, indent.unwrap_or(column + 2));
            } else {
                break;
            }
        }
        next = line.next_start();
    }
    slipped.report(ledger);
    next
}

/// Returns whether a line is rather a field than text: a name in small letters and its colon.
fn is_field(line: Line<'_>) -> bool {
    let body = line.whole().trim_start();
    colon(body).is_some_and(|colon| body[..colon].bytes().all(|b| b.is_ascii_lowercase() || b == b'-'))
}

/// Returns whether a line of several words without a colon stands in the midst of a text.
fn is_note(line: Line<'_>, indent: Option<usize>) -> bool {
    let body = line.whole().trim_start();
    let below = line.lines.below(line.end);
    let goes_on = below.is_some_and(|below| indent == Some(below.column) && !below.is_field());
    goes_on && body.split_whitespace().nth(1).is_some() && colon(body).is_none() && !lacks_colon(body)
}

/// Lines of a text that stand too far left, one after the other.
#[derive(Default)]
struct Slipped {
    edits: Vec<Edit>,
    first: Option<Range<usize>>,
    tabs: bool,
}

impl Slipped {
    fn add(&mut self, ledger: &mut Ledger, line: Line<'_>, indent: usize) {
        if self.edits.len() >= MAX_EDITS_PER_FIX {
            self.report(ledger);
        }
        let (start, whole) = (line.start, line.whole());
        let body = start + whole.len() - whole.trim_start().len();
        if self.first.is_none() {
            self.tabs = whole[..body - start].contains('\t');
            self.first = Some(if self.tabs { start..body } else { body..start + whole.trim_end().len() });
        }
        self.edits.push(Edit::new(start..body, " ".repeat(indent)));
    }

    fn report(&mut self, ledger: &mut Ledger) {
        let Some(first) = self.first.take() else { return };
        // Without a tab, it may also be a note that lost its number sign.
        let fix = Fix::new(std::mem::take(&mut self.edits), Applicability::automatic_if(self.tabs));
        ledger.diagnose(if self.tabs { codes::TAB_INDENT } else { codes::TEXT_OUTDENTED }, first, vec![], fix);
    }
}

/// Returns whether a line at or left of the field of a text is rather one of the text: it has no name and is no short line that lacks its
/// colon. `listed` says that a list of entries stands open at its column.
fn is_of_text(line: Line<'_>, listed: bool, indent: Option<usize>) -> bool {
    /// A line of fewer words may be a field that lacks its colon.
    const SENTENCE_WORDS: usize = 4;
    let body = line.whole().trim_start();
    let first = body.chars().next().unwrap_or(' ');
    let mark = ["---", "...", "<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| body.starts_with(mark));
    let entry = matches!(first, '-' | '–' | '—' | '−' | '•' | '·' | '*') && body[first.len_utf8()..].starts_with(' ');
    if mark || matches!(first, '#' | '{' | '[' | '"' | '\'' | '%') || entry || listed && first == '-' {
        return false;
    }
    if let Some(colon) = colon(body) {
        let words = body[..colon].split_whitespace().take(SENTENCE_WORDS).count();
        return words >= SENTENCE_WORDS - 1 || words > 1 && !first.is_ascii_lowercase();
    }
    let word = body.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let sign = word.trim_start().starts_with([':', '=', ';', '：', '∶', '꞉', '﹕']);
    let few = body.split_whitespace().take(SENTENCE_WORDS).count() < SENTENCE_WORDS;
    let field = bracket_follows(body).is_some() || sign && word.len() < body.len();
    !field && (!few || !first.is_ascii_lowercase() || is_note(line, indent))
}
