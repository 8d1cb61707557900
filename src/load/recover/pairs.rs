//! Fields side by side on one line: what stands between curly braces, and also where the braces were forgotten.

use std::ops::Range;

use super::ledger::Ledger;
use super::limits::MAX_EDITS_PER_FIX;
use super::lines::Lines;
use super::names::closing;
use super::next::Field;
use crate::diag::{Applicability, Edit, Fix, codes};

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
            Some(',' | ';') if pairs.fields.len() < MAX_EDITS_PER_FIX => at += 1,
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

/// Reports fields without their braces where one value was expected; returns whether it did.
pub fn without_braces(lines: Lines<'_>, ledger: &mut Ledger, range: Range<usize>, key: &str) -> bool {
    let value = &lines.text()[range.clone()];
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
    ledger.diagnose(
        codes::BRACES_MISSING,
        range,
        vec![("key", key.into())],
        Fix::new(edits, Applicability::automatic_if(pairs.quoted)),
    );
    true
}

fn is_id(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Reports further fields that stand behind the value of one, up to the end of its line; returns whether it did.
pub fn on_one_line(lines: Lines<'_>, ledger: &mut Ledger, value: Range<usize>, field: Field<'_>) -> bool {
    let rest = &lines.text()[value.end..field.end];
    let gap = blank(rest);
    let behind = rest[gap..].trim_end();
    if !behind.starts_with([',', ';']) {
        return false;
    }
    let Some(pairs) = of(&behind[1..]) else { return false };
    let (mut edits, mut last) = (Vec::new(), value.end);
    for pair in &pairs.fields {
        let at = value.end + gap + 1 + pair.start;
        edits.push(Edit::new(last..at, format!("\n{}", " ".repeat(field.column))));
        last = value.end + gap + 1 + pair.end;
    }
    let fix = Fix::new(edits, Applicability::automatic_if(pairs.quoted));
    ledger.diagnose(codes::FIELDS_ON_ONE_LINE, value.start..last, vec![], fix);
    true
}

/// Reports a field that stands behind the value of another, or behind its name alone, where a line break was lost; returns it.
pub fn field_behind<'t>(
    lines: Lines<'t>,
    ledger: &mut Ledger,
    value: Range<usize>,
    field: Field<'_>,
) -> Option<Field<'t>> {
    let Field { end, column, .. } = field;
    // What is no longer reported is not read either: a line may hold thousands.
    if ledger.at_limit() {
        return None;
    }
    let rest = &lines.text()[value.end..end];
    let gap = blank(rest);
    let name = name(&rest[gap..]).filter(|_| gap > 0 || value.is_empty())?;
    let (at, colon) = (value.end + gap, value.end + gap + name);
    let words = &rest[gap + name + 1..];
    let spaced = words.trim().is_empty() || words.starts_with(' ');
    // Behind a name alone, the field is the first of those further in.
    let inner = if value.is_empty() { lines.child_follows(end, column) } else { Some(column) };
    let column = inner.filter(|_| spaced)?;
    let fix = Fix::suggested(vec![Edit::new(value.end..at, format!("\n{}", " ".repeat(column)))]);
    let shown = if value.is_empty() { at } else { value.start }..value.end + rest.trim_end().len();
    ledger.diagnose(codes::FIELDS_ON_ONE_LINE, shown, vec![], fix);
    Some(Field { name: &lines.text()[at..colon], value: colon + 1, end, column })
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
