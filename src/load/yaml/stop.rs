//! Where a parser stopped: which line is to blame, what is said of it, and how the rest is read without it.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::explain::explained;
use crate::diag::lines::line_range;
use crate::diag::{Diagnostic, Edit, FileId, Message, Place, codes};
use crate::load::recover::{MAX_DEPTH, PLACEHOLDER, Recovered};

/// So many lines above are looked at for the bracket that was not closed.
const MAX_LINES_ABOVE: usize = 64;

/// Why a parser stopped, and where.
pub struct Stop {
    /// Why, in words.
    pub reason: &'static Message,
    /// Whether too much stands within each other: nothing below can be read either.
    pub too_deep: bool,
    /// Where the fault probably is, in the text as it was written.
    pub at: usize,
}

impl Stop {
    /// Creates it from what the parser noticed, and where: brackets are missed long after the line that opened them.
    pub fn new(kind: &ErrorKind, text: &str, at: usize) -> Self {
        let of_brackets =
            matches!(kind, ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator);
        let at = at.min(text.len());
        let at = if of_brackets { bracket_above(text, at).unwrap_or(at) } else { at };
        Self { reason: explained(kind), too_deep: matches!(kind, ErrorKind::RecursionLimitExceeded), at }
    }

    /// Returns the fault.
    pub fn diagnostic(&self, text: &str, file: FileId) -> Diagnostic {
        if self.too_deep {
            let place = Place { file, range: self.at..(self.at + 1).min(text.len()).max(self.at) };
            return Diagnostic::new(codes::YAML_TOO_DEEP, place, vec![("limit", MAX_DEPTH.into())]);
        }
        let line = line_of(text, self.at);
        let words = &text[line.clone()];
        let start = line.start + words.len() - words.trim_start().len();
        let place = Place { file, range: start..start + words.trim().len() };
        Diagnostic::new(codes::YAML_SYNTAX, place, vec![("reason", self.reason.into())])
    }

    /// Returns whether a place is on the same line.
    pub fn shares_line(&self, text: &str, place: &Place) -> bool {
        line_of(text, self.at).contains(&place.range.start) || line_of(text, place.range.start).contains(&self.at)
    }

    /// Returns whether it has the same reason as one before, with nothing but blank lines between the two.
    pub fn repeats(&self, text: &str, before: &Self) -> bool {
        let (above, line) = (line_of(text, before.at), line_of(text, self.at));
        let blank = || text.get(above.end..line.start).is_some_and(|between| between.trim().is_empty());
        before.reason == self.reason && blank()
    }

    /// Passes over the value of its line, or over the whole line; `false` where there is nothing left to pass over.
    pub fn pass_over(&self, recovered: &mut Recovered<'_>) -> bool {
        let line = line_of(recovered.written, self.at);
        let words = &recovered.written[line.clone()];
        let covers = |range: &Range<usize>| range.start <= line.start && range.end >= line.end;
        let passed = recovered.edits.iter().any(|edit| covers(&edit.range) && edit.text.is_empty());
        if words.trim().is_empty() || passed {
            return false;
        }
        let is_here = |edit: &&Edit| line.contains(&edit.range.start);
        let filled = recovered.edits.iter().filter(is_here).any(|edit| edit.text.contains(PLACEHOLDER));
        match value_of(words).filter(|_| !filled) {
            Some(value) => recovered.pass_over(line.start + value..line.end, &format!(" \"{PLACEHOLDER}\"")),
            None => {
                recovered.incomplete = true;
                recovered.pass_over(line, "");
            }
        }
        true
    }
}

/// Returns where the nearest line above begins whose value opens a bracket.
fn bracket_above(text: &str, at: usize) -> Option<usize> {
    let mut line = line_of(text, at);
    for _ in 0..MAX_LINES_ABOVE {
        let words = &text[line.clone()];
        let value = value_of(words).map_or(words, |from| &words[from..]);
        if value.trim_start_matches([' ', '-']).starts_with(['[', '{']) {
            return Some(line.start);
        }
        line = line_of(text, line.start.checked_sub(1)?);
    }
    None
}

/// Returns the line of a byte that holds anything: a parser stops where it noticed, often at the end of nothing.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let mut line = line_range(text, at);
    while line.start > 0 && text[line.clone()].trim().is_empty() {
        line = line_range(text, line.start - 1);
    }
    line
}

/// Returns where the value of a line begins, behind the colon of its name.
fn value_of(line: &str) -> Option<usize> {
    let body = line.trim_start_matches([' ', '-']);
    let name = body.len() - body.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-').len();
    let colon = line.len() - body.len() + name;
    (name > 0 && line[colon..].starts_with(':')).then_some(colon + 1)
}
