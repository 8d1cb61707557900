//! The documents of one report, all of them or none.

use std::path::{Path, PathBuf};

use super::action::{Action, entry};
use super::faults::{self, Failed, Fault, Faults};
use super::timings::{Stage, Timings};
use super::typesetter::Typesetter;
use super::workers;
use crate::cache::Entry;
use crate::check::Checked;
use crate::diag::{Diagnostic, Severity};
use crate::emit::{Finished, Manifest, ManifestEntry, OutputFolder, State, WriteError, csv};
use crate::page::{self, Page};
use crate::render::{Form, Rendered};
use crate::select::{self, Job};

/// A finished document.
#[derive(Debug)]
pub struct Document {
    /// What it says of itself.
    pub document: page::Document,
    /// The PDF.
    pub rendered: Rendered,
    /// What the manifest says of it.
    pub finished: Finished,
    /// What is to be said of it although it was made: that it is too long.
    pub warning: Option<Diagnostic>,
}

/// Makes the page of a document.
///
/// # Errors
/// Returns the diagnostics of filters that fail.
pub fn page(job: &Job<'_>) -> Result<Page, Vec<Diagnostic>> {
    timed_page(job, &Timings::default())
}

/// Makes the page of a document and takes the time.
pub fn timed_page(job: &Job<'_>, timings: &Timings) -> Result<Page, Vec<Diagnostic>> {
    let selection = timings.stage(Stage::Select, || select::select(job))?;
    Ok(timings.stage(Stage::Page, || page::page(job, &selection)))
}

/// Makes all documents, as many at the same time as the typesetter says, in the order of the jobs.
///
/// # Errors
/// Returns all faults of all documents; then none of them is to be written.
pub fn make(
    checked: &Checked,
    typesetter: &Typesetter,
    jobs: &[Job<'_>],
    timings: &Timings,
    form: Form,
    mut done: impl FnMut(),
) -> Result<Vec<Document>, Failed> {
    let mut results: Vec<Option<Document>> = jobs.iter().map(|_| None).collect();
    let mut faults = Faults::default();
    workers::each(
        jobs,
        typesetter.threads(),
        |job| one(typesetter, job, form, timings),
        |at, result| {
            done();
            match result {
                Ok(document) => results[at] = Some(document),
                Err(fault) => faults.add(at, fault, &jobs[at]),
            }
        },
    );
    let failed = !faults.is_empty();
    if failed { Err(faults.failed(checked.files.clone())) } else { Ok(results.into_iter().flatten().collect()) }
}

fn one(typesetter: &Typesetter, job: &Job<'_>, form: Form, timings: &Timings) -> Result<Document, Fault> {
    let page = timed_page(job, timings).map_err(Fault::Data)?;
    let mut action = Action::new(&page, job, typesetter);
    action.job.form = form;
    let (rendered, entry) = rendered(typesetter, &action, &page, job, timings)?;
    let finished = action.finished(&entry, typesetter);
    let warning = faults::too_long(&page, &entry, job);
    Ok(Document { document: page.document, rendered, finished, warning })
}

/// Renders a document; one that may go out is no longer than it may be.
pub fn rendered(
    typesetter: &Typesetter,
    action: &Action,
    page: &Page,
    job: &Job<'_>,
    timings: &Timings,
) -> Result<(Rendered, Entry), Fault> {
    let rendered = typesetter.render(&action.job, timings).map_err(Fault::Render)?;
    let entry = entry(&rendered);
    match faults::too_long(page, &entry, job).filter(|told| told.severity == Severity::Error) {
        Some(fault) => Err(Fault::Data(vec![fault])),
        None => Ok((rendered, entry)),
    }
}

/// Returns what the manifest says of a document.
pub fn listed(job: &Job<'_>, file: &str, state: State, finished: Option<Finished>) -> ManifestEntry {
    ManifestEntry {
        file: file.to_owned(),
        state,
        report: job.report.name.clone(),
        subject: job.subject.map(|subject| subject.id.clone()),
        language: job.language.code().to_owned(),
        edition: job.view.edition().id.clone(),
        faults: Vec::new(),
        finished,
    }
}

/// Returns the other edition whose documents lie in a folder. A folder is handed on with its manifest, which names them.
pub fn other_edition(folder: &Path, own: &str) -> Option<String> {
    Manifest::of(folder).other_edition(own).map(str::to_owned)
}

/// Returns what is to be said of documents although they were made.
pub fn warnings(made: &[Document]) -> Vec<Diagnostic> {
    made.iter().filter_map(|made| made.warning.clone()).collect()
}

/// Writes the pictures of documents, which no manifest names; returns the paths.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn write_pictures(made: &[Document], form: Form, folder: &OutputFolder) -> Result<Vec<PathBuf>, WriteError> {
    let mut paths = Vec::new();
    for made in made {
        let name = made.document.file_name.trim_end_matches(".pdf");
        for (at, picture) in made.rendered.pictures.iter().enumerate() {
            paths.push(folder.write(&format!("{name}_{}.{}", at + 1, form.ending()), picture)?);
        }
    }
    Ok(paths)
}

/// Writes the data of documents beside them, each table by itself; returns the paths.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn write_tables(jobs: &[Job<'_>], folder: &OutputFolder) -> Result<Vec<PathBuf>, WriteError> {
    let mut paths = Vec::new();
    for job in jobs {
        // The document was made of the same page, so there is one.
        let Ok(page) = page(job) else { continue };
        let name = page.document.file_name.trim_end_matches(".pdf");
        for table in page::tables(job.report, &page.data) {
            paths.push(folder.write(&format!("{name}_{}.csv", table.name), &csv(&table.rows))?);
        }
    }
    Ok(paths)
}

/// Writes documents and names them in the manifest of a folder; returns the paths.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn write(made: Vec<Document>, folder: &OutputFolder) -> Result<Vec<PathBuf>, WriteError> {
    let mut paths = Vec::new();
    let mut entries = Vec::new();
    for Document { document, rendered, finished, .. } in made {
        paths.push(folder.write(&document.file_name, &rendered.pdf)?);
        entries.push(ManifestEntry {
            file: document.file_name,
            state: State::Current,
            report: document.report,
            subject: document.subject,
            language: document.language.code().to_owned(),
            edition: document.edition,
            faults: Vec::new(),
            finished: Some(finished),
        });
    }
    folder.list(&Manifest::new(entries).merged_with(folder.manifest(), folder.root(), |entry| entry.state))?;
    Ok(paths)
}
