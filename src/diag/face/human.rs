//! Diagnostics as a person reads them: rustc's manner, through its own renderer, good without colour and at 80 columns.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diag::files::Files;
use crate::diag::phrases;
use crate::diag::{Diagnostic, Phrase, Place, Severity, Tongue};

/// The width of a terminal that nobody has widened.
const WIDTH: usize = 80;

/// A line longer than this is shown only around the place.
const LONGEST: usize = 4000;

/// Returns all diagnostics as text, followed by a line that counts them.
pub fn render(diagnostics: &[Diagnostic], files: &Files, tongue: Tongue, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&one(diagnostic, files, tongue, &renderer));
        out.push_str("\n\n");
    }
    out.push_str(&count(diagnostics, tongue));
    out.push('\n');
    out
}

fn one(diagnostic: &Diagnostic, files: &Files, tongue: Tongue, renderer: &Renderer) -> String {
    let level = level(diagnostic.severity, tongue);
    let lead = phrases::severity(diagnostic.severity).words(tongue).chars().count() + diagnostic.code().len() + 4;
    let sentence = wrapped(&diagnostic.sentence(tongue), lead);
    let title = level.primary_title(&sentence).id(diagnostic.code());
    let excerpts: Vec<Excerpt<'_>> =
        snippets(diagnostic).map(|(place, label)| Excerpt::new(files, place, label, tongue)).collect();
    let mut group = match &diagnostic.place {
        Some(_) => Group::with_title(title),
        None => Group::with_title(title).element(Origin::path(phrases::WORKSPACE.words(tongue))),
    };
    for excerpt in &excerpts {
        group = group.element(excerpt.snippet());
    }
    let help = help(diagnostic, files, tongue);
    if let Some(help) = &help {
        group = group.element(Level::HELP.with_name(phrases::HELP.words(tongue)).message(help));
    }
    renderer.render(&[group])
}

fn level(severity: Severity, tongue: Tongue) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(phrases::severity(severity).words(tongue))
}

/// Returns the instruction and, where there is one, the corrected line to copy.
fn help(diagnostic: &Diagnostic, files: &Files, tongue: Tongue) -> Option<String> {
    let lead = phrases::HELP.words(tongue).chars().count() + 7;
    let mut help = wrapped(&diagnostic.instruction(tongue)?, lead);
    let corrected = diagnostic.place.as_ref().zip(diagnostic.repair.as_ref());
    let lines = corrected.and_then(|(place, repair)| repair.corrected(files.text(place.file)));
    let short = |(_, lines): &&(usize, Vec<std::borrow::Cow<'_, str>>)| lines.iter().all(|line| line.len() <= LONGEST);
    for line in lines.iter().filter(short).flat_map(|(_, lines)| lines) {
        help.push('\n');
        help.push_str(line);
    }
    Some(help)
}

/// The lines around a place: a long file is not handed over whole for each of its faults.
struct Excerpt<'a> {
    path: String,
    text: &'a str,
    first_line: usize,
    range: std::ops::Range<usize>,
    label: Option<&'a str>,
}

impl<'a> Excerpt<'a> {
    fn new(files: &'a Files, place: &Place, label: Option<&'static Phrase>, tongue: Tongue) -> Self {
        let text = files.text(place.file);
        let range = within(text, place.range.clone());
        let first = files.position(place.file, range.start).line;
        // A place of many lines shows its first one; the rest would push everything else off the screen.
        let lines = files.span_of_lines(place.file, first, first);
        let end = range.end.min(lines.end.max(range.start));
        let lines = if lines.len() > LONGEST { shortened(text, lines, &range) } else { lines };
        let end = end.min(lines.end.max(range.start));
        Self {
            path: files.path(place.file).to_string_lossy().into_owned(),
            text: &text[lines.clone()],
            first_line: first,
            range: range.start - lines.start..end - lines.start,
            label: label.map(|label| label.words(tongue)),
        }
    }

    fn snippet(&'a self) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let kind = if self.label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(self.range.clone()).label(self.label);
        Snippet::source(self.text).line_start(self.first_line).path(&self.path).annotation(annotation)
    }
}

/// Returns the diagnostic's own place, then the related ones with their labels.
fn snippets(diagnostic: &Diagnostic) -> impl Iterator<Item = (&Place, Option<&'static Phrase>)> {
    let own = diagnostic.place.iter().map(|place| (place, None));
    own.chain(diagnostic.related.iter().map(|(place, label)| (place, Some(*label))))
}

/// Returns the part of a very long line that lies around a place.
fn shortened(text: &str, line: std::ops::Range<usize>, place: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let around = place.start.saturating_sub(LONGEST / 4).max(line.start)..line.end.min(place.start + LONGEST / 4);
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

/// Breaks a sentence into lines of the width of a terminal; the first begins after what stands before it.
fn wrapped(sentence: &str, lead: usize) -> String {
    let mut out = String::with_capacity(sentence.len() + 8);
    let mut column = lead;
    for (at, word) in sentence.split(' ').enumerate() {
        let width = word.chars().count();
        if at > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = lead;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out
}

fn count(diagnostics: &[Diagnostic], tongue: Tongue) -> String {
    let parts: Vec<String> = Severity::ALL
        .into_iter()
        .filter_map(|severity| {
            let n = diagnostics.iter().filter(|d| d.severity == severity).count();
            (n > 0).then(|| phrases::counted(severity, n, tongue))
        })
        .collect();
    if parts.is_empty() { phrases::NO_FAULTS.words(tongue).to_owned() } else { parts.join(", ") }
}
