//! Suppressions: a comment `# allow code: reason` puts a warning to rest for the field or entry on the line below it, or on its own line.
//!
//! What was suppressed says why, in the file, where the next editor reads it. A suppression that puts nothing to rest is itself reported.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::nearest::nearest;
use crate::diag::{Diagnostic, Edit, FileId, Files, Fix, Place, Severity, codes, messages};
use crate::record::suppression::{self, Mark};
use crate::record::{Node, Record, Span, Value};
use crate::schema::Schemas;

/// A suppression as it was written.
struct Suppression<'t> {
    code: &'t str,
    /// Where the code begins.
    at: usize,
    reason: &'t str,
    /// Whether the comment may as well be an ordinary remark.
    is_ordinary: bool,
    place: Place,
    /// The bytes that it speaks of: a line, and all of a field or an entry that begins on it.
    covers: Range<usize>,
    used: bool,
}

/// Takes out what is suppressed and adds the faults of the suppressions themselves.
///
/// `complete` says that every rule was asked: only then is a suppression known to be of no use.
pub fn settle<'a>(
    diagnostics: &mut Vec<Diagnostic>,
    records: impl Iterator<Item = &'a Record>,
    files: &Files,
    schemas: &Schemas,
    complete: bool,
) {
    let holds = |file: &FileId| suppression::marks(files.text(*file)).next().is_some();
    let mut marked: BTreeMap<FileId, Vec<&Node>> = files.ids().filter(holds).map(|file| (file, Vec::new())).collect();
    if marked.is_empty() {
        return;
    }
    for record in records {
        if let Some(roots) = marked.get_mut(&record.file) {
            roots.push(&record.root);
        }
    }
    let mut suppressions: Vec<Suppression<'_>> =
        marked.iter().flat_map(|(file, roots)| of_file(*file, files.text(*file), roots)).collect();
    let mut spoken: HashMap<(FileId, &str), Vec<usize>> = HashMap::new();
    for (at, suppression) in suppressions.iter().enumerate() {
        // A suppression without its colon is reported as that, and puts to rest what it names.
        let code = suppression.code.split_whitespace().next().unwrap_or_default();
        spoken.entry((suppression.place.file, code)).or_default().push(at);
    }
    diagnostics.retain(|diagnostic| {
        let Some(place) = diagnostic.place.as_ref().filter(|_| diagnostic.severity != Severity::Error) else {
            return true;
        };
        let candidates = spoken.get(&(place.file, diagnostic.code())).map_or(&[][..], Vec::as_slice);
        let covering = candidates.iter().find(|at| suppressions[**at].covers.contains(&place.range.start));
        covering.inspect(|at| suppressions[**at].used = true).is_none()
    });
    diagnostics.extend(suppressions.iter().filter_map(|suppression| fault(suppression, schemas, complete)));
}

/// Returns the suppressions of a file that holds these records.
fn of_file<'t>(file: FileId, text: &'t str, roots: &[&Node]) -> Vec<Suppression<'t>> {
    if roots.is_empty() {
        return Vec::new();
    }
    let lines = Lines::of(text);
    let mut texts = Vec::new();
    // What looks like a suppression within a text is text.
    roots.iter().for_each(|root| root.each_scalar(&mut |node| texts.push(node.span)));
    let within_text = |at: usize| {
        let after = texts.partition_point(|span: &Span| span.range().start <= at);
        after > 0 && texts[after - 1].range().contains(&at)
    };
    let mut suppressions: Vec<Suppression<'t>> = suppression::marks(text)
        .filter_map(|Mark { start: at, end, is_ordinary }| {
            let line = lines.around(at);
            let before = &text[line.start..at];
            let comment = (before.is_empty() || before.ends_with([' ', '\t'])) && !within_text(at);
            let behind = &text[end..line.end];
            let words = behind.trim();
            let from = line.end - behind.trim_start().len();
            let (code, reason) = words.split_once(':').unwrap_or((words, ""));
            let covers = if before.trim().is_empty() { lines.holding_after(at) } else { line };
            let place = Place { file, range: at..from + words.len() };
            let (code, reason) = (code.trim(), reason.trim());
            comment.then_some(Suppression { code, at: from, reason, is_ordinary, place, covers, used: false })
        })
        .collect();
    roots.iter().for_each(|root| widen(root, &mut suppressions));
    suppressions
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

/// Widens suppressions to the whole field or entry that begins on their line, the outermost first.
fn widen(node: &Node, suppressions: &mut [Suppression<'_>]) {
    match &node.value {
        Value::Scalar(_) | Value::Unreadable => {}
        Value::List(items) => {
            for item in items {
                reach(item.span, suppressions);
                widen(item, suppressions);
            }
        }
        Value::Map(entries) => {
            for entry in entries {
                reach(entry.key_span.to(entry.value.span), suppressions);
                widen(&entry.value, suppressions);
            }
        }
    }
}

/// Widens the suppressions whose line a span begins on.
fn reach(span: Span, suppressions: &mut [Suppression<'_>]) {
    let Range { start, end } = span.range();
    let after = suppressions.partition_point(|suppression| suppression.covers.start <= start);
    // Several suppressions one above the other speak of one line.
    for suppression in suppressions[..after].iter_mut().rev() {
        if !suppression.covers.contains(&start) {
            break;
        }
        suppression.covers.end = suppression.covers.end.max(end);
    }
}

/// Returns how much the fault of a code weighs, be it of the register or of a rule.
fn severity(code: &str, schemas: &Schemas) -> Option<Severity> {
    let rule = || schemas.iter().flat_map(|kind| &kind.rules).find(|rule| rule.code == code);
    codes::find(code).map(|entry| entry.severity).or_else(|| rule().map(|rule| rule.severity))
}

/// Reports a code that does not exist: by its slip, or by the colon that is missing behind it. A remark is none: “allow for rounding”.
fn unknown(suppression: &Suppression<'_>, schemas: &Schemas) -> Option<Diagnostic> {
    let place = suppression.place.clone();
    if let Some((code, gap)) = without_colon(suppression).filter(|(code, _)| severity(code, schemas).is_some()) {
        let start = suppression.at + code.len();
        let fix = Fix::automatic(vec![Edit::new(start..start + gap, ": ")]);
        return Some(
            Diagnostic::new(codes::SUPPRESSION_WITHOUT_COLON, place, vec![("code", code.into())]).with_fix(fix),
        );
    }
    let rules = schemas.iter().flat_map(|kind| &kind.rules).map(|rule| (rule.code.as_str(), rule.severity));
    let known = codes::all().map(|entry| (entry.name, entry.severity)).chain(rules);
    let suppressible = known.filter(|(_, severity)| *severity != Severity::Error).map(|(code, _)| code);
    let code = suppression.code.split_whitespace().next().unwrap_or_default();
    let near = nearest(code, suppressible);
    // A code is one word with hyphens, and a colon follows.
    let may_be_code =
        code == suppression.code && !suppression.reason.is_empty() && (near.is_some() || code.contains('-'));
    if suppression.is_ordinary && !may_be_code {
        return None;
    }
    let hint = match near {
        Some(name) => messages::DID_YOU_MEAN.of(vec![("name", name.into())]),
        None => (&messages::LIST_OF_CODES).into(),
    };
    Some(Diagnostic::new(codes::SUPPRESSION_UNKNOWN, place, vec![("code", suppression.code.into()), ("hint", hint)]))
}

/// Returns the first word of a suppression and how many bytes stand between it and the reason, where these are no colon.
fn without_colon<'t>(suppression: &Suppression<'t>) -> Option<(&'t str, usize)> {
    let (code, rest) = suppression.code.split_once([' ', '\t'])?;
    let reason = rest.trim_start_matches([' ', '\t', '-', '–', '—', '=', ',', ';', '.']);
    (!reason.is_empty()).then(|| (code, suppression.code.len() - code.len() - reason.len()))
}

fn fault(suppression: &Suppression<'_>, schemas: &Schemas, complete: bool) -> Option<Diagnostic> {
    let values = || vec![("code", suppression.code.into())];
    let place = suppression.place.clone();
    match severity(suppression.code, schemas) {
        None => unknown(suppression, schemas),
        Some(Severity::Error) => Some(Diagnostic::new(codes::SUPPRESSION_OF_ERROR, place, values())),
        _ if suppression.reason.is_empty() => Some(Diagnostic::new(codes::SUPPRESSION_WITHOUT_REASON, place, values())),
        _ if suppression.used || !complete => None,
        _ => Some(Diagnostic::new(codes::SUPPRESSION_UNUSED, place, values())),
    }
}
