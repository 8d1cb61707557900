//! The chain: what was asked for → documents. The one room that knows all stages and lets each work once.

mod plan;
mod workers;

use std::path::{Path, PathBuf};

pub use plan::{BuildRequest, PlanError, plan};

use crate::check::Checked;
use crate::diag::{Diagnostic, Files, Place, codes, messages};
use crate::emit::{self, Digests, Manifest, ManifestEntry, Output, WriteError};
use crate::page::{self, Document, Page};
use crate::render::{Misfit, RenderFault, Rendered, Renderer, TemplateFault};
use crate::select::{self, Job};

/// The letters of a text that does not fit its place that are told.
const QUOTED: usize = 60;

/// A finished document.
#[derive(Debug)]
pub struct Made {
    /// What it says of itself.
    pub document: Document,
    /// The PDF.
    pub rendered: Rendered,
    /// The SHA-256 of its page data.
    pub page_data: String,
}

/// Why nothing was made: faults, and the files that they point into.
#[derive(Debug)]
pub struct Failed {
    /// The faults.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of records and templates.
    pub files: Files,
}

/// Makes the page of a document.
///
/// # Errors
/// Returns the diagnostics of filters that fail.
pub fn page(checked: &Checked, job: &Job<'_>) -> Result<Page, Vec<Diagnostic>> {
    let selection = select::select(checked, job)?;
    Ok(page::page(checked, job, &selection))
}

/// Makes all documents, on as many threads as there are processors, in the order of the jobs.
///
/// # Errors
/// Returns all faults of all documents; then none of them is to be written.
pub fn make(checked: &Checked, renderer: &Renderer, jobs: &[Job<'_>]) -> Result<Vec<Made>, Failed> {
    let results = workers::each(jobs, |job| one(checked, renderer, job));
    let (mut made, mut failed) = (Vec::new(), Failed { diagnostics: Vec::new(), files: checked.files.clone() });
    for (result, job) in results.into_iter().zip(jobs) {
        match result {
            Ok(document) => made.push(document),
            Err(Fault::Data(faults)) => failed.diagnostics.extend(faults),
            Err(Fault::Render(faults)) => {
                let told = faults.into_iter().map(|fault| match fault {
                    RenderFault::Template(fault) => told(fault, job, &mut failed.files),
                    RenderFault::Misfit(misfit) => does_not_fit(checked, misfit, job),
                });
                failed.diagnostics.extend(told);
            }
        }
    }
    if failed.diagnostics.is_empty() {
        return Ok(made);
    }
    crate::diag::sort(&mut failed.diagnostics, &failed.files);
    Err(failed)
}

enum Fault {
    Data(Vec<Diagnostic>),
    Render(Vec<RenderFault>),
}

fn one(checked: &Checked, renderer: &Renderer, job: &Job<'_>) -> Result<Made, Fault> {
    let page = page(checked, job).map_err(Fault::Data)?;
    let template = format!("{}/{}", job.report.name, job.report.template);
    let rendered = renderer.render(&page, &template).map_err(Fault::Render)?;
    if let Some(limit) = page.document.limit.filter(|limit| rendered.body_pages > *limit) {
        return Err(Fault::Data(vec![too_long(&page, rendered.body_pages, limit, job)]));
    }
    let page_data = emit::sha256(page.data.to_string().as_bytes());
    Ok(Made { document: page.document, rendered, page_data })
}

/// Turns a fault of a template into a diagnostic that names the document.
fn told(fault: TemplateFault, job: &Job<'_>, files: &mut Files) -> Diagnostic {
    let hint = if fault.hints.is_empty() { (&messages::MEND_TEMPLATE).into() } else { fault.hints.join(" ").into() };
    let values = vec![("document", job.name().into()), ("reason", fault.message.into()), ("hint", hint)];
    let place = fault.text.map(|text| Place { file: files.add(fault.path.into(), text.into()), range: fault.range });
    Diagnostic::new(codes::TEMPLATE_FAULT, place, values)
}

/// Tells a text that does not fit its place, at the record that says it.
fn does_not_fit(checked: &Checked, misfit: Misfit, job: &Job<'_>) -> Diagnostic {
    let record = misfit.record.and_then(|id| checked.store.records.get(&id));
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
fn too_long(page: &Page, pages: usize, limit: usize, job: &Job<'_>) -> Diagnostic {
    let longest = page::longest(&page.data, 3).join(", ");
    let values = vec![
        ("document", job.name().into()),
        ("pages", pages.into()),
        ("limit", limit.into()),
        ("records", longest.into()),
        ("path", format!("templates/{}/report.yaml", job.report.name).into()),
    ];
    Diagnostic::new(codes::DOCUMENT_TOO_LONG, None, values)
}

/// Writes documents and their manifest into a folder; returns the paths.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn write(made: Vec<Made>, renderer: &Renderer, folder: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let (templates, fonts) = renderer.digests();
    let entry = |made: &Made| ManifestEntry {
        file: made.document.file_name.clone(),
        report: made.document.report.clone(),
        subject: made.document.subject.clone(),
        language: made.document.language.code().to_owned(),
        title: made.document.title.clone(),
        pages: made.rendered.pages,
        bytes: made.rendered.pdf.len(),
        sha256: emit::sha256(&made.rendered.pdf),
        made_from: Digests {
            page_data: made.page_data.clone(),
            templates: templates.clone(),
            fonts: fonts.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
        },
    };
    let manifest = Manifest::new(made.iter().map(entry).collect());
    let outputs: Vec<Output> =
        made.into_iter().map(|made| Output { name: made.document.file_name, bytes: made.rendered.pdf }).collect();
    emit::emit(folder, &outputs, &manifest)
}
