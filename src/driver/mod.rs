//! The chain: what was asked for → documents. The one room that knows all stages and lets each work once.

mod faults;
mod plan;
mod timings;
mod withheld;
mod workers;

use std::path::{Path, PathBuf};

use faults::SharedFaults;
pub use plan::{BuildRequest, PlanError, Views, plan};
pub use timings::{Stage, Timings};
pub use withheld::withheld;

use crate::check::Checked;
use crate::diag::{Diagnostic, Files};
use crate::digest;
use crate::emit::{self, Digests, Manifest, ManifestEntry, Output, WriteError};
use crate::page::{self, Document, Page};
use crate::render::{RenderFault, Rendered, Renderer};
use crate::select::{self, Job};

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
pub fn page(job: &Job<'_>) -> Result<Page, Vec<Diagnostic>> {
    timed(job, &Timings::default())
}

fn timed(job: &Job<'_>, timings: &Timings) -> Result<Page, Vec<Diagnostic>> {
    let selection = timings.stage(Stage::Select, || select::select(job))?;
    Ok(timings.stage(Stage::Page, || page::page(job, &selection)))
}

/// Makes all documents, on as many threads as there are processors, in the order of the jobs.
///
/// # Errors
/// Returns all faults of all documents; then none of them is to be written.
pub fn make(checked: &Checked, renderer: &Renderer, jobs: &[Job<'_>], timings: &Timings) -> Result<Vec<Made>, Failed> {
    let results = workers::each(jobs, |job| one(renderer, job, timings));
    let (mut made, mut failed) = (Vec::new(), Failed { diagnostics: Vec::new(), files: checked.files.clone() });
    let mut template = SharedFaults::default();
    for (result, job) in results.into_iter().zip(jobs) {
        match result {
            Ok(document) => made.push(document),
            Err(Fault::Data(faults)) => failed.diagnostics.extend(faults),
            Err(Fault::Render(faults)) => {
                for fault in faults {
                    match fault {
                        RenderFault::Template(fault) => template.add(fault, job.name()),
                        RenderFault::Misfit(misfit) => failed.diagnostics.push(faults::does_not_fit(misfit, job)),
                    }
                }
            }
        }
    }
    failed.diagnostics.extend(template.diagnostics(&mut failed.files));
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

fn one(renderer: &Renderer, job: &Job<'_>, timings: &Timings) -> Result<Made, Fault> {
    let page = timed(job, timings).map_err(Fault::Data)?;
    let template = format!("{}/{}", job.report.name, job.report.template);
    let rendered = timings.stage(Stage::Render, || renderer.render(&page, &template)).map_err(Fault::Render)?;
    if let Some(limit) = page.document.limit.filter(|limit| rendered.body_pages > *limit) {
        return Err(Fault::Data(vec![faults::too_long(&page, rendered.body_pages, limit, job)]));
    }
    let page_data = digest::of(page.data.to_string());
    Ok(Made { document: page.document, rendered, page_data })
}

/// Returns the other edition whose documents lie in a folder. A folder is handed on with its manifest, which names them.
pub fn other_edition(folder: &Path, own: &str) -> Option<String> {
    Manifest::of(folder).other_edition(own).map(str::to_owned)
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
        edition: made.document.edition.clone(),
        title: made.document.title.clone(),
        pages: made.rendered.pages,
        bytes: made.rendered.pdf.len(),
        sha256: digest::of(&made.rendered.pdf),
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
