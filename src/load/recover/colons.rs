//! Colons: what was typed in the place of one, and lines that have none.

use std::ops::Range;

use super::characters::is_odd_space;
use super::ledger::Ledger;
use super::lines::Line;
use super::names::bracket_follows;
use super::notes;
use crate::diag::{Applicability, Edit, Fix, codes};
use crate::record::letters::{is_invisible, name as name_of};

/// A field whose colon was understood.
pub struct Named {
    /// Its name.
    pub name: Range<usize>,
    /// Where its value begins.
    pub value: usize,
}

/// A line that lacks its colon, taken apart.
struct Parts<'t> {
    line: Line<'t>,
    /// Its words, without blanks at their end.
    words: &'t str,
    /// The word that it begins with.
    name: &'t str,
    /// How many blanks stand behind the name.
    gap: usize,
    /// What stands behind those.
    rest: &'t str,
    /// The sign that was typed for the colon.
    sign: Option<char>,
}

impl<'t> Parts<'t> {
    fn of(line: Line<'t>) -> Self {
        let words = line.rest().trim_end();
        let behind = words.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let (name, rest) = (&words[..words.len() - behind.len()], behind.trim_start());
        let gap = behind.len() - rest.len();
        let sign = rest.chars().next().filter(|c| {
            let dash = matches!(c, '-' | '–' | '—') && gap > 0 && rest[c.len_utf8()..].starts_with(' ');
            matches!(c, '：' | '∶' | '꞉' | '﹕' | ';' | '=' | '܃') || dash && name.is_ascii()
        });
        Self { line, words, name, gap, rest, sign }
    }

    /// Returns where the words stand.
    fn range(&self) -> Range<usize> {
        self.line.words()
    }

    /// Returns where the name stands.
    fn named(&self) -> Range<usize> {
        self.line.body..self.line.body + self.name.len()
    }

    /// Returns whether it is rather a sentence than a field.
    fn is_sentence(&self) -> bool {
        let several = self.words.split_whitespace().take(3).count() == 3;
        let colon = self.gap == 0 && self.rest.starts_with(':');
        let begins = |c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_ascii();
        several && self.sign.is_none() && !colon && self.words.starts_with(begins)
    }
}

/// Reports a line that has no colon, or another sign in its place; returns the field that it was meant as.
pub fn missing(ledger: &mut Ledger, line: Line<'_>) -> Option<Named> {
    let parts = Parts::of(line);
    if notes::foreign(ledger, parts.words, parts.range()) {
        return None;
    }
    if parts.is_sentence() {
        notes::stray(ledger, parts.range());
        return None;
    }
    if parts.name.is_empty() {
        notes::unreadable(ledger, parts.range());
        return None;
    }
    if let Some(sign) = parts.sign {
        return Some(look_alike(ledger, &parts, sign));
    }
    if parts.rest.starts_with(':') {
        return Some(without_space(ledger, &parts));
    }
    left_out(ledger, &parts)
}

/// Reports a sign that was typed for the colon.
fn look_alike(ledger: &mut Ledger, parts: &Parts<'_>, sign: char) -> Named {
    let (name, range) = (parts.named(), parts.range());
    let value = range.end - parts.rest[sign.len_utf8()..].trim_start().len();
    let edits = vec![Edit::new(name.end..value, ": ")];
    let values = vec![("key", parts.name.into()), ("sign", sign.to_string().into())];
    // A dash may also part words of a text that was never meant as a field.
    let certain = bracket_follows(parts.words).is_some() || !matches!(sign, '-' | '–' | '—');
    let shown = name.end..name.end + parts.gap + sign.len_utf8();
    ledger.diagnose(codes::COLON_LOOK_ALIKE, shown, values, Fix::new(edits, Applicability::automatic_if(certain)));
    Named { name, value }
}

/// Reports a colon with no space behind it, or with one that nobody sees.
fn without_space(ledger: &mut Ledger, parts: &Parts<'_>) -> Named {
    let name = parts.named();
    let behind = name.end + parts.gap + 1;
    let odd = parts.line.lines.text()[behind..parts.line.end].chars().next().filter(|c| is_invisible(*c));
    if let Some(odd) = odd {
        let range = behind..behind + odd.len_utf8();
        let values = vec![("what", name_of(odd).into()), ("word", parts.name.into())];
        let edits = vec![Edit::new(range.clone(), " ")];
        let value = range.end;
        ledger.diagnose(codes::CHARACTER_INVISIBLE, range, values, Fix::automatic(edits));
        return Named { name, value };
    }
    let edits = vec![Edit::new(name.end..behind, ": ")];
    let values = vec![("key", parts.name.into())];
    ledger.diagnose(codes::COLON_WITHOUT_SPACE, behind - 1..behind, values, Fix::automatic(edits));
    Named { name, value: behind }
}

/// Reports a name with no sign at all between it and its value.
fn left_out(ledger: &mut Ledger, parts: &Parts<'_>) -> Option<Named> {
    let (line, name) = (parts.line, parts.named());
    let written = line.body - line.start;
    let children = line.lines.children_follow(line.end, written);
    // Before a bracket, only the colon can be missing.
    let bracket = bracket_follows(parts.words).is_some();
    let edits = vec![Edit::new(name.end..name.end, ":")];
    if parts.gap + parts.rest.len() == 0 && children && parts.name.is_ascii() {
        ledger.diagnose(codes::COLON_MISSING, parts.range(), vec![], Fix::automatic(edits));
        return Some(Named { name, value: line.end });
    }
    if parts.gap > 0 && children && !bracket && !parts.rest.starts_with(['"', '\'', '|', '>']) {
        notes::stray(ledger, parts.range());
        return None;
    }
    if parts.gap > 0 && parts.name.is_ascii() {
        ledger.diagnose(
            codes::COLON_MISSING,
            parts.range(),
            vec![],
            Fix::new(edits, Applicability::automatic_if(bracket)),
        );
        let value = name.end + parts.gap;
        return Some(Named { name, value });
    }
    notes::unreadable(ledger, parts.range());
    None
}

/// Reports characters within the name of a field that nobody sees.
pub fn invisible_in_name(ledger: &mut Ledger, text: &str, range: Range<usize>) {
    let written = &text[range.clone()];
    if written.is_ascii() {
        return;
    }
    let odd = |c: char| is_invisible(c) || is_odd_space(c);
    let Some(first) = written.chars().find(|c| odd(*c)) else { return };
    let seen: String = written.chars().filter(|c| !odd(*c)).collect();
    let values = vec![("what", name_of(first).into()), ("word", seen.trim().into())];
    let edits = vec![Edit::new(range.clone(), seen)];
    ledger.diagnose(codes::CHARACTER_INVISIBLE, range, values, Fix::automatic(edits));
}
