//! Compare: two folders of documents → what differs, for the person who clears a change of the records: facts, pages, documents that came
//! and went.
//!
//! It looks at what was made, not at how: at the manifests, at the page data in the caches beside them, and at the pages of the files
//! themselves. So a folder from an archive can be compared whose templates and program are gone.

mod comparison;
mod documents;
mod facts;
mod html;
mod markdown;
pub mod messages;
mod pages;
mod words;

use std::path::Path;

use rayon::prelude::*;

use crate::atomic_write::{self, Cause, WriteError};
use crate::diag::Locale;
use comparison::PICTURES;
pub use comparison::{Compared, Comparison, Fact, PAGE, PageDifference, SUMMARY, Standing};
pub use documents::DocumentFolder;
use documents::{Made, Pair, pairs};
pub use words::counts;

/// Compares two folders and writes a report: a page that opens in a browser, its pictures, and a summary in Markdown.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn compare(
    old: &DocumentFolder,
    new: &DocumentFolder,
    report: &Path,
    with_pictures: bool,
    locale: Locale,
) -> Result<Comparison, WriteError> {
    let pictures = report.join(PICTURES);
    let folder = if with_pictures { pictures.as_path() } else { report };
    std::fs::create_dir_all(folder)
        .map_err(|error| WriteError { path: folder.to_path_buf(), cause: Cause::System(error) })?;
    let judged = |pair: &Pair| judge(pair, old, new, with_pictures.then_some(pictures.as_path()));
    let documents: Vec<Compared> = pairs(old, new).par_iter().map(judged).collect::<Result<_, _>>()?;
    let facts = facts::gathered(&documents);
    let comparison = Comparison { old: old.name.clone(), new: new.name.clone(), documents, facts };
    atomic_write::put(&report.join(SUMMARY), markdown::summary(&comparison, locale).as_bytes())?;
    atomic_write::put(&report.join(PAGE), html::page(&comparison, locale).as_bytes())?;
    pages::remove_others(&pictures, &comparison);
    Ok(comparison)
}

fn judge(
    pair: &Pair,
    old: &DocumentFolder,
    new: &DocumentFolder,
    pictures: Option<&Path>,
) -> Result<Compared, WriteError> {
    let (before, after) = (pair.old.as_ref(), pair.new.as_ref());
    let bytes = |made: Option<&Made>| made.and_then(Made::bytes);
    let (old_pdf, new_pdf) = (bytes(before), bytes(after));
    let standing = match (&old_pdf, &new_pdf) {
        (None, Some(_)) => Standing::Added,
        (Some(_), None) => Standing::Gone,
        (old, new) if old == new => Standing::Same,
        _ => Standing::Changed,
    };
    let mut compared = Compared {
        name: pair.name.clone(),
        title: after.or(before).map(Made::title).unwrap_or_default(),
        standing,
        causes: documents::troubles(before, after),
        changes: Vec::new(),
        is_known: true,
        pages: Vec::new(),
    };
    if let (Standing::Changed, Some(before), Some(after)) = (standing, before, after) {
        compared.causes.extend(documents::causes(before, after));
        match facts::changes(before, old, after, new) {
            Some(changes) => compared.changes = changes,
            None => compared.is_known = false,
        }
        if let (Some(folder), Some(old_pdf), Some(new_pdf)) = (pictures, old_pdf, new_pdf) {
            compared.pages = pages::differing(old_pdf, new_pdf, &after.stem(), folder)?;
        }
    }
    Ok(compared)
}
