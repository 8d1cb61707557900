//! Silences: a comment `# silence code: reason` puts a warning to rest for the field or entry on the line below it, or on its own line.
//!
//! What was silenced says why, in the file, where the next editor reads it. A silence that puts nothing to rest is itself told.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::nearest::hint;
use crate::diag::{Diagnostic, FileId, Files, Place, Severity, codes};
use crate::record::{Node, Record, Span, Value};
use crate::schema::Schemas;

/// Begins the comment.
const MARK: &str = "# silence ";

/// A silence as it was written.
struct Silence<'t> {
    code: &'t str,
    reason: &'t str,
    place: Place,
    /// The bytes that it speaks of: a line, and all of a field or an entry that begins on it.
    covers: Range<usize>,
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
    let holds = |file: &FileId| files.text(*file).contains(MARK);
    let mut marked: BTreeMap<FileId, Vec<&Node>> = files.ids().filter(holds).map(|file| (file, Vec::new())).collect();
    if marked.is_empty() {
        return;
    }
    for record in records {
        if let Some(roots) = marked.get_mut(&record.file) {
            roots.push(&record.root);
        }
    }
    let mut silences: Vec<Silence<'_>> =
        marked.iter().flat_map(|(file, roots)| of_file(*file, files.text(*file), roots)).collect();
    let mut spoken: HashMap<(FileId, &str), Vec<usize>> = HashMap::new();
    for (at, silence) in silences.iter().enumerate() {
        spoken.entry((silence.place.file, silence.code)).or_default().push(at);
    }
    diagnostics.retain(|diagnostic| {
        let Some(place) = diagnostic.place.as_ref().filter(|_| diagnostic.severity != Severity::Error) else {
            return true;
        };
        let candidates = spoken.get(&(place.file, diagnostic.code())).map_or(&[][..], Vec::as_slice);
        let covering = candidates.iter().find(|at| silences[**at].covers.contains(&place.range.start));
        covering.inspect(|at| silences[**at].used = true).is_none()
    });
    diagnostics.extend(silences.iter().filter_map(|silence| fault(silence, schemas, complete)));
}

/// Returns the silences of a file that holds these records.
fn of_file<'t>(file: FileId, text: &'t str, roots: &[&Node]) -> Vec<Silence<'t>> {
    if roots.is_empty() {
        return Vec::new();
    }
    let lines = Lines::of(text);
    let mut texts = Vec::new();
    roots.iter().for_each(|root| scalars(root, &mut texts));
    let within_text = |at: usize| {
        let after = texts.partition_point(|span: &Span| span.range().start <= at);
        after > 0 && texts[after - 1].range().contains(&at)
    };
    let mut silences: Vec<Silence<'t>> = text
        .match_indices(MARK)
        .filter_map(|(at, _)| {
            let line = lines.around(at);
            let before = &text[line.start..at];
            let comment = (before.is_empty() || before.ends_with([' ', '\t'])) && !within_text(at);
            let words = text[at + MARK.len()..line.end].trim();
            let (code, reason) = words.split_once(':').unwrap_or((words, ""));
            let covers = if before.trim().is_empty() { lines.holding_after(at) } else { line };
            let place = Place { file, range: at..at + MARK.len() + words.len() };
            comment.then(|| Silence { code: code.trim(), reason: reason.trim(), place, covers, used: false })
        })
        .collect();
    roots.iter().for_each(|root| widen(root, &mut silences));
    silences
}

/// Where lines begin and end, and which of them hold more than a comment.
struct Lines {
    all: Vec<Range<usize>>,
    holding: Vec<Range<usize>>,
}

impl Lines {
    fn of(text: &str) -> Self {
        let mut start = 0;
        let all: Vec<Range<usize>> = text
            .split_inclusive('\n')
            .map(|line| {
                let range = start..start + line.trim_end_matches(['\n', '\r']).len();
                start += line.len();
                range
            })
            .collect();
        let holds = |line: &&Range<usize>| {
            let words = text[(*line).clone()].trim_start();
            !words.is_empty() && !words.starts_with('#')
        };
        let holding = all.iter().filter(holds).cloned().collect();
        Self { all, holding }
    }

    fn around(&self, at: usize) -> Range<usize> {
        let after = self.all.partition_point(|line| line.start <= at);
        self.all[..after].last().cloned().unwrap_or(at..at)
    }

    /// Returns the next line that holds more than a comment; an empty one at the end of the file.
    fn holding_after(&self, at: usize) -> Range<usize> {
        let after = self.holding.partition_point(|line| line.start <= at);
        self.holding.get(after).cloned().unwrap_or(at..at)
    }
}

/// Collects the places of all scalars, in the order of the file: what looks like a silence within them is text.
fn scalars(node: &Node, spans: &mut Vec<Span>) {
    match &node.value {
        Value::Scalar(_) => spans.push(node.span),
        Value::List(items) => items.iter().for_each(|item| scalars(item, spans)),
        Value::Map(entries) => entries.iter().for_each(|entry| scalars(&entry.value, spans)),
        Value::Unread => {}
    }
}

/// Widens silences to the whole field or entry that begins on their line, the outermost first.
fn widen(node: &Node, silences: &mut [Silence<'_>]) {
    match &node.value {
        Value::Scalar(_) | Value::Unread => {}
        Value::List(items) => {
            for item in items {
                reach(item.span, silences);
                widen(item, silences);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                reach(entry.key_span.to(entry.value.span), silences);
                widen(&entry.value, silences);
            }
        }
    }
}

/// Widens the silences whose line a span begins on.
fn reach(span: Span, silences: &mut [Silence<'_>]) {
    let Range { start, end } = span.range();
    let after = silences.partition_point(|silence| silence.covers.start <= start);
    // Several silences one above the other speak of one line.
    for silence in silences[..after].iter_mut().rev() {
        if !silence.covers.contains(&start) {
            break;
        }
        silence.covers.end = silence.covers.end.max(end);
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
