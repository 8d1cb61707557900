//! Quotes: where they close, what stands after them, and what a backslash means between them.

use std::ops::Range;

use super::levels::Open;
use super::pairs;
use super::scribe::Scribe;
use super::value::without_comment;
use super::{MANY, UNREAD};
use crate::diag::{Edit, codes};

/// Where a quoted text ends.
pub enum End {
    /// Behind its closing quote.
    Closed(usize),
    /// Nowhere; the last line that could belong to it ends here.
    Open(usize),
}

/// Reads a quoted text that is a whole value; returns where the next line begins.
pub fn read(scribe: &mut Scribe<'_>, at: usize, mark: char, column: usize, name: &str) -> usize {
    match find_end(scribe, at, mark, column) {
        End::Closed(close) => {
            let end = scribe.end_of_line(close);
            let rest = scribe.text()[close..end].trim_end();
            let clear = rest.is_empty() || (rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#'));
            if clear {
                escapes(scribe, at..close, mark);
            } else if let Some(next) = pairs::field_behind(scribe, at, close, end, column) {
                return next;
            } else if name.is_empty() || !pairs::on_one_line(scribe, at, close, end, column) {
                after(scribe, at, close, end, mark);
            }
            scribe.next_line(end)
        }
        End::Open(stop) => {
            if let Some(next) = outdented(scribe, at, stop, mark, column) {
                return next;
            }
            let one_line = scribe.end_of_line(at) >= stop;
            let edits = vec![closing_edit(scribe.text(), at, stop, mark)];
            if stop == at + 1 {
                // Nobody knows what was to stand there.
                let edits = vec![Edit::new(stop..stop, format!("{UNREAD}{mark}"))];
                scribe.fault_without_repair(codes::QUOTE_NOT_CLOSED, at..stop, vec![], edits);
                return scribe.next_line(stop);
            }
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

/// Tells the rest of a text whose lines stand too far left, and at whose end its quote closes; returns where the next line begins.
fn outdented(scribe: &mut Scribe<'_>, at: usize, stop: usize, mark: char, column: usize) -> Option<usize> {
    /// A text of more lines has lost its quote rather than its indent.
    const FEW: usize = 8;
    let (mut edits, mut shown, mut end) = (Vec::new(), None, stop);
    while edits.len() < FEW {
        let line = scribe.below(end)?;
        end = scribe.end_of_line(line.start);
        let words = scribe.text()[line.body()..end].trim_end();
        if scribe.is_field(line) || scribe.is_entry(line) || words.starts_with(mark) && words.len() > 1 {
            return None;
        }
        shown.get_or_insert(line.body()..line.body() + words.len());
        edits.push(Edit::new(line.start..line.body(), " ".repeat(column + 2)));
        let close = words.find(mark);
        if close.is_some_and(|close| close + 1 < words.len()) {
            return None;
        }
        if close.is_some() {
            scribe.fault(codes::TEXT_OUTDENTED, shown?, vec![], edits, false);
            escapes(scribe, at..line.body() + words.len(), mark);
            return Some(scribe.next_line(end));
        }
    }
    None
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
    if let Some(dates) = dates(whole, mark) {
        let edits = vec![Edit::new(range.clone(), dates)];
        return scribe.fault(codes::DATES_IN_QUOTES, range, vec![], edits, false);
    }
    let (outer, sure) = roles(whole, mark);
    let words = if outer { &whole[1..whole.len() - 1] } else { whole };
    let certain = sure && !whole.contains('\n');
    let mended = if words.contains('\'') { in_double(words) } else { format!("'{words}'") };
    let edits = vec![Edit::new(range.clone(), mended)];
    scribe.fault(codes::TEXT_AFTER_QUOTE, range, vec![], edits, certain);
}

/// Returns the range that two dates in quotes with a dash between them were meant to be.
fn dates(whole: &str, mark: char) -> Option<String> {
    let parts: Vec<&str> = whole.split(mark).take(6).collect();
    let [_, first, dash, second, ""] = parts[..] else { return None };
    let date = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
    };
    let parted = matches!(dash.trim(), "-" | "–" | "—" | "/");
    (parted && date(first) && date(second)).then(|| format!("{first}/{second}"))
}

/// Returns whether the first and the last quote stand around a whole text that has quotes within it, and whether that is sure.
fn roles(whole: &str, mark: char) -> (bool, bool) {
    let mut before = ' ';
    let (mut letters, mut inside) = (whole.chars().peekable(), Vec::new());
    let mut ends = false;
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        if letter == mark {
            let opens = next.is_some_and(char::is_alphanumeric) && !before.is_alphanumeric();
            let closes = !before.is_whitespace() && !next.is_some_and(char::is_alphanumeric);
            let apostrophe = before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
            inside.push(match (opens, closes) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ if apostrophe && mark == '\'' => continue,
                _ => None,
            });
        }
        ends = next.is_none() && letter == mark;
        before = letter;
    }
    let paired = |roles: &[Option<bool>]| {
        roles.len().is_multiple_of(2) && roles.chunks(2).all(|pair| matches!(pair, [Some(true), Some(false)]))
    };
    if !ends || inside.len() < 2 {
        return (false, paired(&inside));
    }
    let between = &inside[1..inside.len() - 1];
    match (paired(between), paired(&inside)) {
        (true, false) => (true, true),
        (false, true) => (false, true),
        // Both, or neither: what the second quote looks like is the best that is known.
        _ => (between.first().is_none_or(|role| *role != Some(false)), between.is_empty()),
    }
}

fn in_double(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns the edit that closes a text; a typographic quote at its end that closes nothing else was meant for the straight one.
pub fn closing_edit(text: &str, start: usize, end: usize, mark: char) -> Edit {
    let inner = text.get(start + 1..end).unwrap_or_default();
    let partners: &[char] = match inner.chars().next_back() {
        Some('”') => &['“', '„'],
        Some('“') => &['„'],
        Some('»') => &['«'],
        Some('’') if mark == '\'' => &['‘', '‚'],
        _ => return Edit::new(end..end, mark.to_string()),
    };
    let quote = inner.chars().next_back().map_or(0, char::len_utf8);
    let from = if inner.contains(partners) { end } else { end - quote };
    Edit::new(from..end, mark.to_string())
}

/// Tells backslashes between double quotes that mean nothing, those of one text together.
pub fn escapes(scribe: &mut Scribe<'_>, range: Range<usize>, mark: char) {
    let text = scribe.text();
    if mark != '"' || !text[range.clone()].contains('\\') {
        return;
    }
    let mut at = range.start + 1;
    let (mut first, mut edits, mut certain) = (None, Vec::new(), true);
    while let Some(found) = text.get(at..range.end).and_then(|rest| rest.find('\\')) {
        let slash = at + found;
        let rest = &text[slash + 1..range.end];
        let Some(next) = rest.chars().next() else { break };
        let digits = match next {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let number = rest.get(1..=digits).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let known = "0abt\tnvfre \"/\\N_LP\n\r".contains(next) || (digits > 0 && number);
        if !known {
            first.get_or_insert(slash..slash + 1 + next.len_utf8());
            edits.push(Edit::new(slash..slash, "\\"));
        }
        if edits.len() > MANY {
            // None of so many means anything, but for those before a quote.
            let doubled = text[range.start + 1..range.end - 1].replace('\\', "\\\\").replace("\\\\\"", "\\\"");
            edits = vec![Edit::new(range.start + 1..range.end - 1, doubled)];
            certain = false;
            break;
        }
        // A letter that means something may be meant as a letter, as in the path of a file.
        certain &= !known || !next.is_ascii_alphanumeric();
        at = slash + 1 + next.len_utf8();
    }
    if let Some(place) = first {
        let values = vec![("escape", text[place.clone()].into())];
        scribe.fault(codes::ESCAPE_UNKNOWN, place, values, edits, certain);
    }
}
