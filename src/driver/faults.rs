//! Faults of documents as diagnostics. One of a template that hits many documents is told once, with the first of them and their number.

use std::path::PathBuf;

use indexmap::IndexMap;

use crate::diag::{Arg, Diagnostic, Files, Place, codes, messages};
use crate::page::{self, Page};
use crate::render::{Misfit, TemplateFault};
use crate::select::Job;

/// The letters of a text that does not fit its place that are told.
const QUOTED: usize = 60;

/// The faults of all documents, each with the documents that it hits.
#[derive(Debug, Default)]
pub struct SharedFaults(IndexMap<TemplateFault, Vec<String>>);

impl SharedFaults {
    /// Adds a fault of a document.
    pub fn add(&mut self, fault: TemplateFault, document: String) {
        self.0.entry(fault).or_default().push(document);
    }

    /// Returns the faults as diagnostics; the texts of templates are added to the files.
    pub fn diagnostics(self, files: &mut Files) -> Vec<Diagnostic> {
        self.0.into_iter().map(|(fault, documents)| diagnosed(fault, &documents, files)).collect()
    }
}

/// Tells a text that does not fit its place, at the record that says it.
pub fn does_not_fit(misfit: Misfit, job: &Job<'_>) -> Diagnostic {
    let record = misfit.record.and_then(|id| job.view.store().records.get(&id));
    let place = record.map(|record| match record.root.entry_saying(&misfit.text) {
        Some(field) => record.place(field.key_span),
        None => record.place_of("id"),
    });
    let text = match misfit.text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &misfit.text[..end]),
        None => misfit.text,
    };
    let values = vec![("document", job.name().into()), ("page", misfit.page.into()), ("text", text.into())];
    Diagnostic::new(codes::TEXT_DOES_NOT_FIT, place, values)
}

/// Tells that a document is too long, and whose texts are the longest in it.
pub fn too_long(page: &Page, pages: usize, limit: usize, job: &Job<'_>) -> Diagnostic {
    let longest = page::longest(&page.data, 3).join(", ");
    let values = vec![
        ("document", job.name().into()),
        ("pages", pages.into()),
        ("limit", limit.into()),
        ("records", longest.into()),
    ];
    let path = PathBuf::from(format!("templates/{}/report.yaml", job.report.name));
    Diagnostic::of_file(codes::DOCUMENT_TOO_LONG, &path, values)
}

fn diagnosed(fault: TemplateFault, documents: &[String], files: &mut Files) -> Diagnostic {
    // Typst speaks of switches of its own command line, which nobody here has typed.
    let hints: Vec<&str> = fault.hints.iter().map(String::as_str).filter(|hint| !hint.contains("--")).collect();
    let hint: Arg = if hints.is_empty() { (&messages::MEND_TEMPLATE).into() } else { hints.join(" ").into() };
    let values = vec![("document", named(documents)), ("reason", fault.message.into()), ("hint", hint)];
    let place = fault.text.map(|text| Place { file: files.add(fault.path.into(), text.into()), range: fault.range });
    Diagnostic::new(codes::TEMPLATE_FAULT, place, values)
}

/// Returns the name of the first document, and how many others there are.
fn named(documents: &[String]) -> Arg {
    match documents {
        [first, .., last] => messages::AND_OTHERS.of(vec![
            ("document", first.as_str().into()),
            ("number", (documents.len() - 1).into()),
            ("last", last.as_str().into()),
        ]),
        _ => documents.concat().into(),
    }
}
