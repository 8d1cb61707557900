//! Quotes: where they close, what stands after them, and what a backslash means between them.

use std::ops::Range;

use super::levels::Open;
use super::scribe::Scribe;
use super::value::without_comment;
use crate::diag::{Edit, codes};

/// Where a quoted text ends.
pub enum End {
    /// Behind its closing quote.
    Closed(usize),
    /// Nowhere; the last line that could belong to it ends here.
    Open(usize),
}

/// Reads a quoted text that is a whole value; returns where the next line begins.
pub fn read(scribe: &mut Scribe<'_>, at: usize, mark: char, column: usize) -> usize {
    match find_end(scribe, at, mark, column) {
        End::Closed(close) => {
            let end = scribe.end_of_line(close);
            let rest = scribe.text()[close..end].trim_end();
            let clear = rest.is_empty() || (rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#'));
            if clear {
                escapes(scribe, at..close, mark);
            } else {
                after(scribe, at, close, end, mark);
            }
            scribe.next_line(end)
        }
        End::Open(stop) => {
            let one_line = scribe.end_of_line(at) >= stop;
            let edits = vec![Edit::new(stop..stop, mark.to_string())];
            let hidden = scribe.text()[at..stop].contains(" #");
            scribe.fault(codes::QUOTE_NOT_CLOSED, at..at + 1, vec![], edits, one_line && !hidden);
            escapes(scribe, at..stop, mark);
            scribe.leave(Open::Closed);
            scribe.next_line(stop)
        }
    }
}

/// Finds the closing quote; a line that is not further in than the field ends the search.
pub fn find_end(scribe: &Scribe<'_>, at: usize, mark: char, column: usize) -> End {
    let bytes = scribe.text().as_bytes();
    let mark = mark as u8;
    let mut here = at + 1;
    // The line that the text goes up to; its end is looked for only where no quote closes.
    let mut last = at;
    while here < bytes.len() {
        match bytes[here] {
            b'\\' if mark == b'"' => here += 1,
            b'\'' if mark == b'\'' && bytes.get(here + 1) == Some(&b'\'') => here += 1,
            byte if byte == mark => return End::Closed(here + 1),
            b'\n' => {
                let next = here + 1;
                match scribe.column_of(next.min(bytes.len())) {
                    Some(found) if found <= column => break,
                    Some(_) => last = next,
                    None => {}
                }
            }
            _ => {}
        }
        here += 1;
    }
    let text = &scribe.text()[at..scribe.end_of_line(last)];
    End::Open(at + text.trim_end().len())
}

/// Tells text behind the closing quote: a comma as in JSON, or the rest of a text that has quotes within it.
fn after(scribe: &mut Scribe<'_>, at: usize, close: usize, end: usize, mark: char) {
    let rest = scribe.text()[close..end].trim();
    if rest == "," || rest == ";" {
        let comma = close + scribe.text()[close..end].find(rest).unwrap_or(0);
        let range = comma..comma + 1;
        let edits = vec![Edit::new(range.clone(), "")];
        return scribe.fault(codes::COMMA_STRAY, range, vec![("sign", rest.into())], edits, true);
    }
    let whole = without_comment(scribe.text()[at..end].trim_end());
    inner(scribe, at..at + whole.len(), mark);
}

/// Tells quotes within quotes, and puts the whole text into quotes that it does not hold.
pub fn inner(scribe: &mut Scribe<'_>, range: Range<usize>, mark: char) {
    let whole = &scribe.text()[range.clone()];
    let between = whole.strip_prefix(mark).and_then(|text| text.strip_suffix(mark)).filter(|text| text.contains(mark));
    let words = between.unwrap_or(whole);
    let one_line = !whole.contains('\n');
    let mended = if words.contains('\'') { in_double(words) } else { format!("'{words}'") };
    let edits = vec![Edit::new(range.clone(), mended)];
    scribe.fault(codes::TEXT_AFTER_QUOTE, range, vec![], edits, one_line);
}

fn in_double(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Tells backslashes between double quotes that mean nothing.
pub fn escapes(scribe: &mut Scribe<'_>, range: Range<usize>, mark: char) {
    let text = scribe.text();
    if mark != '"' || !text[range.clone()].contains('\\') {
        return;
    }
    let mut at = range.start + 1;
    while !scribe.is_tired()
        && let Some(found) = text.get(at..range.end).and_then(|rest| rest.find('\\'))
    {
        let slash = at + found;
        let rest = &text[slash + 1..range.end];
        let Some(next) = rest.chars().next() else { return };
        let digits = match next {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let number = rest.get(1..=digits).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let known = "0abt\tnvfre \"/\\N_LP\n\r".contains(next) || (digits > 0 && number);
        if !known {
            let place = slash..slash + 1 + next.len_utf8();
            let values = vec![("escape", text[place.clone()].into())];
            scribe.fault(codes::ESCAPE_UNKNOWN, place, values, vec![Edit::new(slash..slash, "\\")], true);
        }
        at = slash + 1 + next.len_utf8();
    }
}
