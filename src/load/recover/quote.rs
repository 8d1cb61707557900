//! Quotes: where they close, what stands after them, and what a backslash means between them.

use std::ops::Range;

use super::levels::Open;
use super::pairs;
use super::scanner::Scanner;
use super::value::without_comment;
use super::{MANY, PLACEHOLDER};
use crate::diag::{Edit, codes};

/// Where a quoted text ends.
pub enum End {
    /// Behind its closing quote.
    Closed(usize),
    /// Nowhere; the last line that could belong to it ends here.
    Open(usize),
}

/// Reads a quoted text that is a whole value; returns where the next line begins.
pub fn read(scanner: &mut Scanner<'_>, at: usize, mark: char, column: usize, name: &str) -> usize {
    match find_end(scanner, at, mark, column) {
        End::Closed(close) => {
            let end = scanner.end_of_line(close);
            let rest = scanner.text()[close..end].trim_end();
            let clear = rest.is_empty() || (rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#'));
            if clear {
                escapes(scanner, at..close, mark);
            } else if let Some(next) = pairs::field_behind(scanner, at, close, end, column) {
                return next;
            } else if name.is_empty() || !pairs::on_one_line(scanner, at, close, end, column) {
                after(scanner, at, close, end, mark);
            }
            scanner.next_line(end)
        }
        End::Open(stop) => {
            if let Some(next) = outdented(scanner, at, stop, mark, column) {
                return next;
            }
            let one_line = scanner.end_of_line(at) >= stop;
            let edits = vec![closing_edit(scanner.text(), at, stop, mark)];
            if stop == at + 1 {
                // Nobody knows what was to stand there.
                let edits = vec![Edit::new(stop..stop, format!("{PLACEHOLDER}{mark}"))];
                scanner.fault_without_repair(codes::QUOTE_NOT_CLOSED, at..stop, vec![], edits);
                return scanner.next_line(stop);
            }
            let hidden = scanner.text()[at..stop].contains(" #");
            scanner.fault(codes::QUOTE_NOT_CLOSED, at..at + 1, vec![], edits, one_line && !hidden);
            escapes(scanner, at..stop, mark);
            scanner.leave(Open::Closed);
            scanner.next_line(stop)
        }
    }
}

/// Finds the closing quote; a line that is not further in than the field ends the search.
pub fn find_end(scanner: &Scanner<'_>, at: usize, mark: char, column: usize) -> End {
    let bytes = scanner.text().as_bytes();
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
                match scanner.column_of(next.min(bytes.len())) {
                    Some(found) if found <= column => break,
                    Some(_) => last = next,
                    None => {}
                }
            }
            _ => {}
        }
        here += 1;
    }
    let text = &scanner.text()[at..scanner.end_of_line(last)];
    End::Open(at + text.trim_end().len())
}

/// Tells the rest of a text whose lines stand too far left, and at whose end its quote closes; returns where the next line begins.
fn outdented(scanner: &mut Scanner<'_>, at: usize, stop: usize, mark: char, column: usize) -> Option<usize> {
    /// A text of more lines has lost its quote rather than its indent.
    const FEW: usize = 8;
    let (mut edits, mut shown, mut end) = (Vec::new(), None, stop);
    while edits.len() < FEW {
        let line = scanner.below(end)?;
        end = scanner.end_of_line(line.start);
        let words = scanner.text()[line.body()..end].trim_end();
        if scanner.is_field(line) || scanner.is_entry(line) || words.starts_with(mark) && words.len() > 1 {
            return None;
        }
        shown.get_or_insert(line.body()..line.body() + words.len());
        edits.push(Edit::new(line.start..line.body(), " ".repeat(column + 2)));
        let close = words.find(mark);
        if close.is_some_and(|close| close + 1 < words.len()) {
            return None;
        }
        if close.is_some() {
            scanner.fault(codes::TEXT_OUTDENTED, shown?, vec![], edits, false);
            escapes(scanner, at..line.body() + words.len(), mark);
            return Some(scanner.next_line(end));
        }
    }
    None
}

/// Tells text behind the closing quote: a comma as in JSON, or the rest of a text that has quotes within it.
fn after(scanner: &mut Scanner<'_>, at: usize, close: usize, end: usize, mark: char) {
    let rest = scanner.text()[close..end].trim();
    if rest == "," || rest == ";" {
        let comma = close + scanner.text()[close..end].find(rest).unwrap_or(0);
        let range = comma..comma + 1;
        let edits = vec![Edit::new(range.clone(), "")];
        return scanner.fault(codes::COMMA_STRAY, range, vec![("sign", rest.into())], edits, true);
    }
    let whole = without_comment(scanner.text()[at..end].trim_end());
    inner(scanner, at..at + whole.len(), mark);
}

/// Tells quotes within quotes, and puts the whole text into quotes that it does not hold.
pub fn inner(scanner: &mut Scanner<'_>, range: Range<usize>, mark: char) {
    let whole = &scanner.text()[range.clone()];
    if let Some(dates) = dates(whole, mark) {
        let edits = vec![Edit::new(range.clone(), dates)];
        return scanner.fault(codes::DATES_IN_QUOTES, range, vec![], edits, false);
    }
    let (outer, sure) = roles(whole, mark);
    let words = if outer { &whole[1..whole.len() - 1] } else { whole };
    let certain = sure && !whole.contains('\n');
    let mended = if words.contains('\'') { in_double(words) } else { format!("'{words}'") };
    let edits = vec![Edit::new(range.clone(), mended)];
    scanner.fault(codes::TEXT_AFTER_QUOTE, range, vec![], edits, certain);
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
pub fn escapes(scanner: &mut Scanner<'_>, range: Range<usize>, mark: char) {
    let text = scanner.text();
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
        scanner.fault(codes::ESCAPE_UNKNOWN, place, values, edits, certain);
    }
}
