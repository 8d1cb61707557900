//! Diagnostics as a person reads them: rustc's manner, through its own renderer.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Files, Severity};

/// Returns all diagnostics as text, followed by a line that counts them.
pub fn render(diagnostics: &[Diagnostic], files: &Files, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        out.push_str(&one(diagnostic, files, &renderer));
        out.push_str("\n\n");
    }
    out.push_str(&count(diagnostics));
    out.push('\n');
    out
}

fn one(diagnostic: &Diagnostic, files: &Files, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let sentence = diagnostic.sentence();
    let title = level.primary_title(&sentence).id(diagnostic.code());
    let paths: Vec<String> =
        snippets(diagnostic).map(|(place, _)| files.path(place.file).to_string_lossy().into_owned()).collect();
    let mut group = match &diagnostic.place {
        Some(_) => Group::with_title(title),
        None => Group::with_title(title).element(Origin::path("the workspace")),
    };
    for ((place, label), path) in snippets(diagnostic).zip(&paths) {
        let text = files.text(place.file);
        let kind = if label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(within(text, place.range.clone())).label(label);
        group = group.element(Snippet::source(text).path(path).annotation(annotation));
    }
    let instruction = diagnostic.instruction();
    if let Some(instruction) = &instruction {
        group = group.element(Level::HELP.message(instruction));
    }
    renderer.render(&[group])
}

/// Returns the diagnostic's own place, then the related ones with their labels.
fn snippets(diagnostic: &Diagnostic) -> impl Iterator<Item = (&super::Place, Option<&str>)> {
    let own = diagnostic.place.iter().map(|place| (place, None));
    own.chain(diagnostic.related.iter().map(|(place, label)| (place, Some(label.as_str()))))
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

fn count(diagnostics: &[Diagnostic]) -> String {
    let parts: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")]
        .into_iter()
        .filter_map(|(severity, name)| {
            let n = diagnostics.iter().filter(|d| d.severity == severity).count();
            (n > 0).then(|| format!("{n} {name}{}", if n == 1 { "" } else { "s" }))
        })
        .collect();
    if parts.is_empty() { "no faults".to_owned() } else { parts.join(", ") }
}
