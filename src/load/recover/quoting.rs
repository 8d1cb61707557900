//! Quotes: where they close, which of them close a text, and the edits that put them right.

use std::ops::Range;

use super::ledger::Ledger;
use super::limits::MAX_EDITS_PER_FIX;
use super::lines::Lines;
use crate::diag::{Applicability, Edit, Fix, codes};

/// Where a quoted text ends.
pub enum End {
    /// Behind its closing quote.
    Closed(usize),
    /// Nowhere; the last line that could belong to it ends here.
    Open(usize),
}

/// Finds the closing quote; a line that is not further in than the field ends the search.
pub fn find_end(lines: Lines<'_>, at: usize, mark: char, column: usize) -> End {
    let bytes = lines.text().as_bytes();
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
                let below = lines.line(here + 1);
                if !below.is_blank() {
                    if below.column <= column {
                        break;
                    }
                    last = below.start;
                }
            }
            _ => {}
        }
        here += 1;
    }
    let text = &lines.text()[at..lines.end_of_line(last)];
    End::Open(at + text.trim_end().len())
}

/// Reports quotes within quotes, and puts the whole text into quotes that it does not hold.
pub fn inner(lines: Lines<'_>, ledger: &mut Ledger, range: Range<usize>, mark: char) {
    let whole = &lines.text()[range.clone()];
    if let Some(dates) = dates(whole, mark) {
        let fix = Fix::suggested(vec![Edit::new(range.clone(), dates)]);
        return ledger.diagnose(codes::DATES_IN_QUOTES, range, vec![], fix);
    }
    let (outer, sure) = roles(whole, mark);
    let words = if outer { &whole[1..whole.len() - 1] } else { whole };
    let certain = sure && !whole.contains('\n');
    let corrected = if words.contains('\'') { in_double(words) } else { format!("'{words}'") };
    let edits = vec![Edit::new(range.clone(), corrected)];
    ledger.diagnose(codes::TEXT_AFTER_QUOTE, range, vec![], Fix::new(edits, Applicability::automatic_if(certain)));
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

/// Returns a text in straight double quotes.
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

/// Reports backslashes between double quotes that mean nothing, those of one text together.
pub fn escapes(lines: Lines<'_>, ledger: &mut Ledger, range: Range<usize>, mark: char) {
    let text = lines.text();
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
        if edits.len() > MAX_EDITS_PER_FIX {
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
        ledger.diagnose(codes::ESCAPE_UNKNOWN, place, values, Fix::new(edits, Applicability::automatic_if(certain)));
    }
}

/// Reports a straight quote without its partner in text without quotes; behind a number it may mean inches.
pub fn lone_quote(ledger: &mut Ledger, at: usize, value: &str) {
    let Some(last) = value.rfind('"').filter(|_| value.bytes().filter(|b| *b == b'"').count() % 2 == 1) else { return };
    if value[..last].ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let range = at + last..at + last + 1;
    let opened = value.chars().next().filter(|_| last + 1 == value.len());
    let partner = match opened {
        Some('“') if !value.contains('”') => Some("”"),
        Some('«') if !value.contains('»') => Some("»"),
        Some('„') if !value.contains(['“', '”']) => Some("“"),
        _ => None,
    };
    let edit = match (opened, partner) {
        (_, Some(partner)) => Some(Edit::new(range.clone(), partner)),
        (Some(_), None) => Some(Edit::new(at..at, "\"")),
        (None, None) => None,
    };
    ledger.note(codes::QUOTE_ALONE, range, vec![], edit.map(|edit| Fix::suggested(vec![edit])));
}

/// Returns the edits that put a text into straight double quotes.
pub fn quoted(at: usize, value: &str) -> Vec<Edit> {
    let special = value.bytes().filter(|b| matches!(b, b'"' | b'\\')).count();
    if special > MAX_EDITS_PER_FIX {
        return vec![Edit::new(at..at + value.len(), in_double(value))];
    }
    let mut edits = vec![Edit::new(at..at, "\"")];
    for (place, c) in value.char_indices().filter(|(_, c)| matches!(c, '"' | '\\')) {
        edits.push(Edit::new(at + place..at + place + 1, format!("\\{c}")));
    }
    edits.push(Edit::new(at + value.len()..at + value.len(), "\""));
    edits
}
