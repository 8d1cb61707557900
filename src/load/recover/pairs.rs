//! Fields side by side on one line: what stands between curly braces, and also where the braces were forgotten.

use std::ops::Range;

use super::MANY;
use super::scanner::{Scanner, closing};
use super::value;
use crate::diag::{Edit, codes};

/// Fields one after the other, with commas between them.
pub struct Pairs {
    /// Where each of them stands in the text.
    pub fields: Vec<Range<usize>>,
    /// Whether every value is in quotes.
    pub quoted: bool,
}

/// Returns the fields that a text consists of; `None` where anything else stands in it.
pub fn of(text: &str) -> Option<Pairs> {
    let mut pairs = Pairs { fields: Vec::new(), quoted: true };
    let mut at = 0;
    loop {
        at += blank(&text[at..]);
        let rest = &text[at..];
        let name = name(rest)?;
        let value = name + 1 + blank(&rest[name + 1..]);
        let body = &rest[value..];
        let length = match body.chars().next()? {
            quote @ ('"' | '\'') => closing(body, quote)?,
            _ if value == name + 1 => return None,
            _ => {
                pairs.quoted = false;
                let length = body.find(',').unwrap_or(body.len());
                body[..length].trim_end().len()
            }
        };
        let value = &body[..length];
        if length == 0 || !value.starts_with(['"', '\'']) && (value.contains(": ") || value.contains(['{', '}'])) {
            return None;
        }
        let end = at + rest.len() - body.len() + length;
        pairs.fields.push(at..end);
        at = end + blank(&text[end..]);
        match text[at..].chars().next() {
            None => return Some(pairs),
            Some(',' | ';') if pairs.fields.len() < MANY => at += 1,
            Some(_) => return None,
        }
    }
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// Returns the length of the name of a field that its colon follows.
fn name(text: &str) -> Option<usize> {
    let rest =
        text.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'));
    let length = text.len() - rest.len();
    (text.starts_with(|c: char| c.is_ascii_lowercase()) && rest.starts_with(':')).then_some(length)
}

/// Tells fields without their braces where one value was expected; returns whether it did.
pub fn without_braces(scanner: &mut Scanner<'_>, range: Range<usize>, key: &str) -> bool {
    let value = &scanner.text()[range.clone()];
    let (open, close) = (usize::from(value.starts_with('(')), usize::from(value.ends_with([')', '}'])));
    if open == 1 && !value.ends_with(')') || value.ends_with(')') && open == 0 {
        return false;
    }
    let Some(pairs) = of(&value[open..value.len() - close]) else { return false };
    let one_id = || value.rsplit(' ').next().is_some_and(|word| word.contains('-') && is_id(word));
    if !pairs.quoted && pairs.fields.len() == 1 && !one_id() {
        return false;
    }
    let edits = vec![Edit::new(range.start..range.start + open, "{"), Edit::new(range.end - close..range.end, "}")];
    scanner.fault(codes::BRACES_MISSING, range, vec![("key", key.into())], edits, pairs.quoted);
    true
}

fn is_id(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Tells further fields that stand behind a value on the same line; `from` is where the value ends. Returns whether it did.
pub fn on_one_line(scanner: &mut Scanner<'_>, start: usize, from: usize, end: usize, column: usize) -> bool {
    let rest = &scanner.text()[from..end];
    let gap = blank(rest);
    let behind = rest[gap..].trim_end();
    if !behind.starts_with([',', ';']) {
        return false;
    }
    let Some(pairs) = of(&behind[1..]) else { return false };
    let (mut edits, mut last) = (Vec::new(), from);
    for field in &pairs.fields {
        let at = from + gap + 1 + field.start;
        edits.push(Edit::new(last..at, format!("\n{}", " ".repeat(column))));
        last = from + gap + 1 + field.end;
    }
    scanner.fault(codes::FIELDS_ON_ONE_LINE, start..last, vec![], edits, pairs.quoted);
    true
}

/// Tells a field that stands behind a value, or behind the name of the field that holds it, where a line break was lost; reads it and returns
/// where the next line begins. The value of the first field goes from `start` to `from`.
pub fn field_behind(scanner: &mut Scanner<'_>, start: usize, from: usize, end: usize, column: usize) -> Option<usize> {
    // Each further field is read within the one before: a line of thousands would go too deep.
    if scanner.at_limit() {
        return None;
    }
    let rest = &scanner.text()[from..end];
    let gap = blank(rest);
    let name = name(&rest[gap..]).filter(|_| gap > 0 || from == start)?;
    let (at, colon) = (from + gap, from + gap + name);
    let value = rest[gap + name + 1..].trim();
    let spaced = value.is_empty() || rest[gap + name + 1..].starts_with(' ');
    // Behind a name alone, the field is the first of those further in.
    let inner = if from > start { Some(column) } else { scanner.child_follows(end, column) };
    let column = inner.filter(|_| spaced)?;
    let edits = vec![Edit::new(from..at, format!("\n{}", " ".repeat(column)))];
    let shown = if from > start { start } else { at }..from + rest.trim_end().len();
    scanner.fault(codes::FIELDS_ON_ONE_LINE, shown, vec![], edits, false);
    scanner.open_fields(column);
    let name = &scanner.text()[at..colon];
    Some(value::read(scanner, colon + 1, end, column, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_reads_fields_and_nothing_else() {
        let text = "en: \"A, b\", ru: 'в'; tg: c";
        let pairs = of(text).expect("fields");
        let fields: Vec<&str> = pairs.fields.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(fields, ["en: \"A, b\"", "ru: 'в'", "tg: c"]);
        assert!(!pairs.quoted);
        for text in ["", "A: b", "en: a: b", "en: a, and more", "en: \"a\" b", "see also: b", "http://a.b"] {
            assert!(of(text).is_none(), "{text}");
        }
    }
}
