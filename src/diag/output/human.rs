//! Diagnostics as a person reads them: rustc's options, through its own renderer, good without colour and at 80 columns.

use std::cmp::Reverse;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::cut::{around_change, width, wrapped};
use super::spot::path_of;
use crate::diag::files::{Files, Position};
use crate::diag::fix::advice::Advice;
use crate::diag::messages;
use crate::diag::{Diagnostic, Locale, Message, Place, Severity};

/// The width of a terminal that nobody has widened.
const COLUMNS: usize = 80;

/// What stands before a label below an excerpt, and the colon and space after it, with line numbers of three digits.
const GUTTER_COLUMNS: usize = 8;

/// More than this nobody reads at once.
const FAULTS_SHOWN: usize = 100;

/// A line longer than this is shown only around the place.
const LINE_BYTES: usize = 4000;

/// Returns the diagnostics as text, followed by a line that counts them; of very many, the heaviest.
pub fn render(diagnostics: &[Diagnostic], files: &Files, locale: Locale, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(COLUMNS);
    let mut out = String::new();
    for diagnostic in heaviest(diagnostics) {
        out.push_str(&one(diagnostic, files, locale, &renderer));
        out.push_str("\n\n");
    }
    if diagnostics.len() > FAULTS_SHOWN {
        out.push_str(&messages::MORE_FAULTS.format(&vec![("n", (diagnostics.len() - FAULTS_SHOWN).into())], locale));
        out.push('\n');
    }
    out.push_str(&count(diagnostics, locale));
    out.push('\n');
    out
}

/// Returns as many diagnostics as are shown, the lighter ones left out first; the heaviest come last, where a terminal shows them.
fn heaviest(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    let mut by_weight: Vec<usize> = (0..diagnostics.len()).collect();
    by_weight.sort_by_key(|at| diagnostics[*at].severity);
    by_weight.truncate(FAULTS_SHOWN);
    by_weight.sort_by_key(|at| (Reverse(diagnostics[*at].severity), *at));
    by_weight.into_iter().map(|at| &diagnostics[at])
}

fn one(diagnostic: &Diagnostic, files: &Files, locale: Locale, renderer: &Renderer) -> String {
    let level = level(diagnostic.severity, locale);
    let lead = width(messages::severity(diagnostic.severity).words(locale)) + width(diagnostic.code()) + 4;
    let sentence = wrapped(&diagnostic.sentence(locale), lead, COLUMNS);
    let title = level.primary_title(&sentence).id(diagnostic.code());
    let excerpts: Vec<Excerpt<'_>> =
        snippets(diagnostic).map(|(place, label)| Excerpt::new(files, place, label, locale)).collect();
    let path = path_of(diagnostic, files).unwrap_or_else(|| messages::WORKSPACE.words(locale).to_owned());
    let mut group = match &diagnostic.place {
        Some(_) => Group::with_title(title),
        None => Group::with_title(title).element(Origin::path(path.as_str())),
    };
    for excerpt in &excerpts {
        group = group.element(excerpt.snippet());
    }
    let help = help(diagnostic, files, locale);
    if let Some(help) = &help {
        group = group.element(Level::HELP.with_name(messages::HELP.words(locale)).message(help));
    }
    excerpts.iter().fold(renderer.render(&[group]), |text, excerpt| excerpt.with_column(&text))
}

fn level(severity: Severity, locale: Locale) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(messages::severity(severity).words(locale))
}

/// Returns the instruction and, where there is one, the corrected line to copy.
fn help(diagnostic: &Diagnostic, files: &Files, locale: Locale) -> Option<String> {
    let lead = width(messages::HELP.words(locale)) + GUTTER_COLUMNS;
    let advice = Advice::of(diagnostic, files, locale)?;
    let mut help = wrapped(&advice.instruction, lead, COLUMNS);
    for (at, line) in advice.lines.iter().enumerate() {
        let written = advice.written.get(at).map_or("", String::as_str);
        help.push('\n');
        help.push_str(&around_change(line, written, COLUMNS - lead));
    }
    Some(help)
}

/// The lines around a place: a long file is not handed over whole for each of its faults.
struct Excerpt<'a> {
    path: String,
    text: &'a str,
    range: std::ops::Range<usize>,
    label: Option<&'a str>,
    /// Where the place is.
    position: Position,
}

impl<'a> Excerpt<'a> {
    fn new(files: &'a Files, place: &Place, label: Option<&'static Message>, locale: Locale) -> Self {
        let text = files.text(place.file);
        let range = within(text, place.range.clone());
        let position = files.position(place.file, range.start);
        let first = position.line;
        // A place of many lines shows its first one; the rest would push everything else off the screen.
        let lines = files.span_of_lines(place.file, first, first);
        let end = range.end.min(lines.end.max(range.start));
        let lines = if lines.len() > LINE_BYTES { shortened(text, lines, &range) } else { lines };
        let end = end.min(lines.end.max(range.start));
        Self {
            path: files.path(place.file).to_string_lossy().into_owned(),
            text: &text[lines.clone()],
            range: range.start - lines.start..end - lines.start,
            label: label.map(|label| label.words(locale)),
            position,
        }
    }

    fn snippet(&'a self) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let kind = if self.label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(self.range.clone()).label(self.label);
        Snippet::source(self.text).line_start(self.position.line).path(&self.path).annotation(annotation)
    }

    /// Puts the right column in the place of that which the renderer counted from where a long line was cut.
    fn with_column(&self, text: &str) -> String {
        let Position { line, column } = self.position;
        let counted = self.text[..self.range.start].chars().count() + 1;
        if counted == column {
            return text.to_owned();
        }
        text.replacen(&format!("{}:{line}:{counted}", self.path), &format!("{}:{line}:{column}", self.path), 1)
    }
}

/// Returns the diagnostic's own place, then the related ones with their labels.
fn snippets(diagnostic: &Diagnostic) -> impl Iterator<Item = (&Place, Option<&'static Message>)> {
    let own = diagnostic.place.iter().map(|place| (place, None));
    own.chain(diagnostic.related.iter().map(|(place, label)| (place, Some(*label))))
}

/// Returns the part of a very long line that lies around a place.
fn shortened(text: &str, line: std::ops::Range<usize>, place: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let around = place.start.saturating_sub(LINE_BYTES / 4).max(line.start)..line.end.min(place.start + LINE_BYTES / 4);
    let around = within(text, around);
    around.start..around.end.min(line.end)
}

/// Clips a range to the text and widens it to whole characters, as the renderer wants it.
fn within(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let mut start = range.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

fn count(diagnostics: &[Diagnostic], locale: Locale) -> String {
    let parts: Vec<String> = Severity::ALL
        .into_iter()
        .filter_map(|severity| {
            let n = diagnostics.iter().filter(|d| d.severity == severity).count();
            (n > 0).then(|| messages::counted(severity, n, locale))
        })
        .collect();
    if parts.is_empty() { messages::NO_FAULTS.words(locale).to_owned() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    #[test]
    fn a_place_in_a_long_line_keeps_its_column() {
        let mut files = Files::default();
        let file = files.add("a.yaml".into(), format!("a: 1\nb: {}!{}\n", "жа ".repeat(3000), "x".repeat(9000)).into());
        let start = 5 + 3 + 3000 * 5;
        let fault = Diagnostic::new(codes::LINE_TOO_LONG, Place { file, range: start..start + 1 }, vec![]);
        for colour in [false, true] {
            let shown = render(std::slice::from_ref(&fault), &files, Locale::En, colour);
            assert!(shown.contains("a.yaml:2:9004"), "{shown}");
            assert!(shown.contains('!') && shown.len() < 2000, "{shown}");
        }
    }
}
