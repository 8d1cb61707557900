//! Plain words that programs read as something else than text: YAML 1.1 still lives in editors, scripts and spreadsheets.

use super::context::ScalarCheck;
use crate::check::raw;
use crate::diag::{Diagnostic, Edit, Fix, codes, messages};
use crate::schema::Shape;
use crate::written::plain::{Misreading, misreading};
use crate::written::quote::quoted;

/// Checks free text.
pub fn text(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    lost_as_comment(scalar, written).or_else(|| word(scalar, written))
}

/// Checks a plain word that is meant as text.
pub fn word(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let reading = match misreading(written).filter(|_| scalar.is_plain())? {
        Misreading::True => &messages::READ_AS_TRUE,
        Misreading::False => &messages::READ_AS_FALSE,
        Misreading::Nothing => &messages::READ_AS_NOTHING,
        Misreading::Date => &messages::READ_AS_DATE,
        Misreading::Time => &messages::READ_AS_TIME,
        Misreading::Number => &messages::READ_AS_NUMBER,
    };
    let values = vec![("value", written.into()), ("reading", reading.into()), ("field", scalar.site.field.into())];
    Some(scalar.fault(codes::TEXT_MISREAD, values).with_fix(scalar.in_quotes()))
}

/// Reports a word that is neither true nor false.
pub fn truth(scalar: &ScalarCheck<'_>, written: &str) -> Diagnostic {
    let meant = match written.trim().to_lowercase().as_str() {
        "yes" | "y" | "on" | "true" | "1" | "да" | "истина" => "true",
        "no" | "n" | "off" | "false" | "0" | "нет" | "ложь" => "false",
        _ => return scalar.wrong(&Shape::Bool),
    };
    let value = if scalar.is_plain() { written.into() } else { messages::QUOTED.of(vec![("value", written.into())]) };
    let values = vec![("field", scalar.site.field.into()), ("value", value)];
    let fix = Fix::automatic(vec![Edit::new(scalar.range(), meant)]);
    scalar.fault(codes::TRUTH_WORD, values).with_fix(fix)
}

/// Returns the fault of a text whose end was read as a comment: a number sign after a space, and no space after it.
fn lost_as_comment(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let rest = raw::rest_of_line(scalar.source, &scalar.range());
    let lost =
        rest.trim_start_matches([' ', '\t']).strip_prefix('#').filter(|lost| !lost.starts_with([' ', '\t', '!']))?;
    if !scalar.is_plain() || lost.is_empty() || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let range = scalar.range().start..scalar.range().end + rest.trim_end().len();
    let whole = raw::of(scalar.source, &range);
    let fix = (!whole.contains('\n')).then(|| Fix::automatic(vec![Edit::new(range.clone(), quoted(whole))]));
    let values = vec![("field", scalar.site.field.into()), ("value", written.into())];
    Some(scalar.fault_at(codes::TEXT_AFTER_HASH, range, values).with_fix(fix))
}

/// Reports a text of which only question marks are left.
pub fn lost(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    let marks = written.contains('?') && written.chars().all(|c| c == '?' || c.is_whitespace());
    marks.then(|| scalar.fault(codes::TEXT_LOST, vec![("field", scalar.site.field.into())]))
}

/// Reports a backslash that makes a tab or a line break of the letter behind it, as in the path of a file.
pub fn escapes(scalar: &ScalarCheck<'_>, written: &str) -> Option<Diagnostic> {
    if !written.contains(['\t', '\n']) || scalar.is_plain() {
        return None;
    }
    let words = raw::of(scalar.source, &scalar.range());
    let inner = words.strip_prefix('"')?.strip_suffix('"').filter(|inner| !inner.contains('\n'))?;
    let at = escape_at(inner)?;
    let start = scalar.range().start + 1 + at;
    let others = inner.contains("\\\\") || inner.contains("\\\"");
    let doubled = format!("\"{}\"", inner.replace('\\', "\\\\"));
    let fix = (!others).then(|| Fix::suggested(vec![Edit::new(scalar.range(), doubled)]));
    Some(scalar.fault_at(codes::BACKSLASH_READ, start..start + 2, vec![]).with_fix(fix))
}

/// Finds a backslash with `t`, or one with `n` after a colon, between double quotes; of two backslashes the second is one that was meant.
fn escape_at(inner: &str) -> Option<usize> {
    let mut escaped = false;
    let mut before = ' ';
    for (at, c) in inner.char_indices() {
        if escaped && (c == 't' || c == 'n' && before == ':') {
            return Some(at - 1);
        }
        escaped = c == '\\' && !escaped;
        if !escaped {
            before = c;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_those_of_paths() {
        for (inner, at) in [("C:\\new\\table", Some(2)), ("a\\tb", Some(1)), ("one\\ntwo", None), ("C:\\\\third", None)]
        {
            assert_eq!(escape_at(inner), at, "{inner}");
        }
    }
}
