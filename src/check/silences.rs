//! Silences: a comment `# silence code: reason` puts a warning to rest for the line below it, or for its own line.
//!
//! What was silenced says why, in the file, where the next editor reads it. A silence that puts nothing to rest is itself told.

use super::nearest::hint;
use crate::diag::{Diagnostic, FileId, Files, Place, Severity, codes};
use crate::record::{Node, Record, Value};
use crate::schema::Schemas;

/// Begins the comment.
const MARK: &str = "# silence ";

/// A silence as it was written.
struct Silence<'t> {
    code: &'t str,
    reason: &'t str,
    place: Place,
    /// The line that it speaks of, counted from 1.
    line: usize,
    used: bool,
}

/// Takes out what is silenced and adds the faults of the silences themselves.
///
/// `complete` says that every rule was asked: only then is a silence known to be of no use.
pub fn settle<'a>(
    diagnostics: &mut Vec<Diagnostic>,
    records: impl Iterator<Item = &'a Record>,
    files: &Files,
    schemas: &Schemas,
    complete: bool,
) {
    let mut silences: Vec<Silence<'_>> = Vec::new();
    let mut last = None;
    for record in records {
        let text = files.text(record.file);
        if text.contains(MARK) && last != Some(record.file) {
            silences.extend(of_file(record.file, files).filter(|silence| !within_text(&record.root, silence)));
        }
        last = Some(record.file);
    }
    if silences.is_empty() {
        return;
    }
    diagnostics.retain(|diagnostic| !silences.iter_mut().any(|silence| silence.covers(diagnostic, files)));
    diagnostics.extend(silences.iter().filter_map(|silence| fault(silence, schemas, complete)));
}

impl Silence<'_> {
    /// Returns whether it puts a fault to rest; where its reason is missing, that is told instead.
    fn covers(&mut self, diagnostic: &Diagnostic, files: &Files) -> bool {
        let Some(place) = &diagnostic.place else { return false };
        let covered = diagnostic.severity != Severity::Error
            && diagnostic.code() == self.code
            && place.file == self.place.file
            && files.position(place.file, place.range.start).line == self.line;
        self.used |= covered;
        covered
    }
}

fn of_file(file: FileId, files: &Files) -> impl Iterator<Item = Silence<'_>> {
    let text = files.text(file);
    text.match_indices(MARK).filter_map(move |(at, _)| {
        let before = &text[text[..at].rfind('\n').map_or(0, |n| n + 1)..at];
        let comment = before.is_empty() || before.ends_with([' ', '\t']);
        let words = text[at + MARK.len()..].split(['\n', '\r']).next().unwrap_or_default().trim();
        let (code, reason) = words.split_once(':').unwrap_or((words, ""));
        let number = files.position(file, at).line;
        let line = if before.trim().is_empty() { next_line(text, number) } else { number };
        let place = Place { file, range: at..at + MARK.len() + words.len() };
        comment.then(|| Silence { code: code.trim(), reason: reason.trim(), place, line, used: false })
    })
}

/// Returns the number of the next line that holds more than a comment.
fn next_line(text: &str, number: usize) -> usize {
    let holds = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let after = text.lines().skip(number).position(holds);
    after.map_or(0, |lines| number + lines + 1)
}

/// Returns whether the words stand within a text and are no comment at all.
fn within_text(node: &Node, silence: &Silence<'_>) -> bool {
    let at = silence.place.range.start;
    match &node.value {
        Value::Scalar(_) => node.span.range().contains(&at),
        Value::List(items) => items.iter().any(|item| within_text(item, silence)),
        Value::Map(entries) => entries.iter().any(|entry| within_text(&entry.value, silence)),
        Value::Unread => false,
    }
}

fn fault(silence: &Silence<'_>, schemas: &Schemas, complete: bool) -> Option<Diagnostic> {
    let entry = codes::find(silence.code);
    let rule = schemas.iter().flat_map(|kind| &kind.rules).find(|rule| rule.code == silence.code);
    let severity = entry.map(|entry| entry.severity).or(rule.map(|rule| rule.severity));
    let values = || vec![("code", silence.code.into())];
    let place = silence.place.clone();
    match severity {
        None => {
            let rules = schemas.iter().flat_map(|kind| &kind.rules).map(|rule| rule.code.as_str());
            let known: Vec<&str> = codes::all().map(|entry| entry.name).chain(rules).collect();
            let values = vec![("code", silence.code.into()), ("hint", hint(silence.code, known))];
            Some(Diagnostic::new(codes::SILENCE_UNKNOWN, place, values))
        }
        Some(Severity::Error) => Some(Diagnostic::new(codes::SILENCE_OF_ERROR, place, values())),
        _ if silence.reason.is_empty() => Some(Diagnostic::new(codes::SILENCE_WITHOUT_REASON, place, values())),
        _ if silence.used || !complete => None,
        _ => Some(Diagnostic::new(codes::SILENCE_UNUSED, place, values())),
    }
}
