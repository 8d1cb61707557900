//! Every expected document is made true to the records: only what changed is rendered, and one that cannot be made keeps no other back.
//!
//! Which records a document read is not tracked. Its page data are computed anew, which is cheap; what is dear stands in the cache under
//! all that decides how it looks. So nothing can be stale.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use super::action::Action;
use super::expected::Expected;
use super::faults::{Failed, Fault, Faults, too_long};
use super::make::{listed, rendered, timed_page};
use super::timings::{Stage, Timings};
use super::typesetter::Typesetter;
use super::workers;
use crate::cache::{Cache, Entry};
use crate::check::Checked;
use crate::diag::Diagnostic;
use crate::emit::{Finished, Manifest, ManifestEntry, OutputFolder, State, WriteError};

/// Where the documents of an edition go.
#[derive(Debug)]
pub struct Folder {
    /// The folder.
    pub out: OutputFolder,
    /// What was made before.
    pub cache: Cache,
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was rendered.
    Made,
    /// It was taken from the cache.
    Restored,
    /// Its file is as it should be.
    Unchanged,
    /// It cannot be made.
    Failed,
}

/// What a build did.
#[derive(Debug)]
pub struct Built {
    /// The documents that nothing asks for any more, with the place of their folder.
    pub withdrawn: Vec<(usize, String)>,
    /// What keeps documents from being made.
    pub failed: Option<Failed>,
    /// What is to be said of documents although they were made, in the order of the plan.
    pub warnings: Vec<Diagnostic>,
}

enum Step {
    Done(Outcome, Box<Finished>, Option<Box<Diagnostic>>),
    Failed(Fault),
    Unwritten(WriteError),
    Skipped,
}

/// Builds documents into the folders of their editions, and lists them there; `is_partial` says that others stand in the manifests which are not
/// meant. `progress` hears of each as soon as it is done.
///
/// # Errors
/// Returns a path that cannot be written; what was written until then is whole, and the next build does the rest.
pub fn build(
    checked: &Checked,
    typesetter: &Typesetter,
    documents: &[Expected<'_>],
    folders: &[Folder],
    is_partial: bool,
    mut progress: impl FnMut(&Expected<'_>, Outcome),
) -> Result<Built, WriteError> {
    let earlier: Vec<Manifest> = folders.iter().map(|folder| folder.out.manifest()).collect();
    let mut entries: Vec<Vec<ManifestEntry>> = folders.iter().map(|_| Vec::new()).collect();
    let mut faults = Faults::default();
    let (mut unwritten, mut warnings) = (None, Vec::new());
    let (stop, timings) = (AtomicBool::new(false), Timings::default());
    let work = |document: &Expected<'_>| {
        if stop.load(Ordering::Relaxed) {
            return Step::Skipped;
        }
        one(document, &folders[document.edition], typesetter, &timings)
    };
    workers::each(documents, typesetter.threads(), work, |at, step| {
        let document = &documents[at];
        let entries = &mut entries[document.edition];
        match step {
            Step::Done(outcome, finished, warning) => {
                warnings.extend(warning.map(|warning| (at, *warning)));
                entries.push(listed(&document.job, &document.file, State::Current, Some(*finished)));
                progress(document, outcome);
            }
            Step::Failed(fault) => {
                entries.push(failed(document, &fault, &earlier[document.edition], &folders[document.edition].out));
                faults.add(at, fault, &document.job);
                progress(document, Outcome::Failed);
            }
            Step::Unwritten(error) => {
                stop.store(true, Ordering::Relaxed);
                unwritten.get_or_insert(error);
            }
            Step::Skipped => {}
        }
    });
    if let Some(error) = unwritten {
        return Err(error);
    }
    let outs: Vec<&OutputFolder> = folders.iter().map(|folder| &folder.out).collect();
    let withdrawn = list(entries, earlier, &outs, is_partial)?;
    let failed = (!faults.is_empty()).then(|| faults.failed(checked.files.clone()));
    warnings.sort_by_key(|(at, _)| *at);
    let warnings = warnings.into_iter().map(|(_, warning)| warning).collect();
    Ok(Built { withdrawn, failed, warnings })
}

fn one(document: &Expected<'_>, folder: &Folder, typesetter: &Typesetter, timings: &Timings) -> Step {
    let job = &document.job;
    let page = match timed_page(job, timings) {
        Ok(page) => page,
        Err(faults) => return Step::Failed(Fault::Data(faults)),
    };
    let action = Action::new(&page, job, typesetter);
    let done = |outcome, entry: &Entry, finished| {
        Step::Done(outcome, Box::new(finished), too_long(&page, entry, job).map(Box::new))
    };
    let write = |bytes: &[u8]| timings.stage(Stage::Emit, || folder.out.write(&document.file, bytes));
    if let Some(found) = action.find(&folder.cache, typesetter) {
        let finished = action.finished(&found.entry, typesetter);
        if folder.out.holds(&document.file, &finished.sha256) {
            return done(Outcome::Unchanged, &found.entry, finished);
        }
        if let Some(pdf) = found.pdf() {
            return match write(&pdf) {
                Ok(_) => done(Outcome::Restored, &found.entry, finished),
                Err(error) => Step::Unwritten(error),
            };
        }
    }
    match rendered(typesetter, &action, &page, job, timings) {
        Ok((rendered, entry)) => {
            folder.cache.keep(&action.key, &entry, action.job.data.as_bytes(), &rendered.pdf);
            match write(&rendered.pdf) {
                Ok(_) => done(Outcome::Made, &entry, action.finished(&entry, typesetter)),
                Err(error) => Step::Unwritten(error),
            }
        }
        Err(fault) => Step::Failed(fault),
    }
}

/// Returns what the manifest says of a document that cannot be made: the file of an earlier build is still there, or none is.
fn failed(document: &Expected<'_>, fault: &Fault, earlier: &Manifest, out: &OutputFolder) -> ManifestEntry {
    let finished = earlier.document(&document.file).and_then(|entry| entry.finished.clone());
    let finished = finished.filter(|finished| out.holds(&document.file, &finished.sha256));
    let state = if out.path(&document.file).is_file() { State::Stale } else { State::Failed };
    ManifestEntry { faults: fault.codes(), ..listed(&document.job, &document.file, state, finished) }
}

/// Writes the manifests; returns the documents that nothing asks for any more.
pub fn list(
    entries: Vec<Vec<ManifestEntry>>,
    earlier: Vec<Manifest>,
    folders: &[&OutputFolder],
    partial: bool,
) -> Result<Vec<(usize, String)>, WriteError> {
    let mut withdrawn = Vec::new();
    for (at, ((entries, earlier), out)) in entries.into_iter().zip(earlier).zip(folders).enumerate() {
        let state = |entry: &ManifestEntry| if partial { entry.state } else { State::Withdrawn };
        let manifest = Manifest::new(entries).merged_with(earlier, out.root(), state);
        let gone = manifest.documents.iter().filter(|entry| entry.state == State::Withdrawn);
        withdrawn.extend(gone.map(|entry| (at, entry.file.clone())));
        out.list(&manifest)?;
    }
    Ok(withdrawn)
}

/// Returns whether the file of a document is not as it should be, without making anything; `out` is the folder of its edition.
pub fn outdated(document: &Expected<'_>, out: &Path, cache: &Cache, typesetter: &Typesetter) -> bool {
    let Ok(page) = timed_page(&document.job, &Timings::default()) else { return true };
    let found = Action::new(&page, &document.job, typesetter).find(cache, typesetter);
    found.is_none_or(|found| !crate::emit::holds(out, &document.file, &found.entry.sha256))
}

/// Moves the files of documents that nothing asks for any more out of a folder; returns where they lie now.
///
/// # Errors
/// Returns a path that cannot be moved.
pub fn prune(out: &OutputFolder, files: &[String], target: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let moved = files.iter().map(|file| out.move_out(file, target)).collect::<Result<Vec<_>, _>>()?;
    let mut manifest = out.manifest();
    manifest.documents.retain(|entry| !files.contains(&entry.file));
    out.list(&manifest)?;
    Ok(moved)
}
