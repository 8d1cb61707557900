//! Whether a finished file is what the workspace says, to the byte.

use std::path::Path;

use super::action::Action;
use super::expected::{Expected, expected, views_as_of};
use super::explain::{Why, reasons};
use super::faults::{Failed, Fault, Faults};
use super::make::{rendered, timed_page};
use super::plan::{PlanError, Views};
use super::timings::Timings;
use super::typesetter::Typesetter;
use crate::cache::Cache;
use crate::check::Checked;

/// What a file is found to be.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    /// What the workspace makes.
    Identical,
    /// Something else, and why, as far as the manifest and the cache beside it know.
    Differs(Vec<Why>),
}

/// Makes the views in which a document of a name may have been made: those of today, or those of the day that its name begins with.
///
/// # Errors
/// Returns what is wrong with the settings.
pub fn named<'c>(checked: &'c Checked, file: &str) -> Result<Vec<Views<'c>>, PlanError> {
    let today = views_as_of(checked, None)?;
    let is_there = expected(&today)?.iter().any(|document| document.file == file);
    let day = file.split('_').next().unwrap_or_default();
    if is_there { Ok(today) } else { views_as_of(checked, Some(day)).or(Ok(today)) }
}

/// Makes a document again and compares it with a file.
///
/// # Errors
/// Returns why it cannot be made.
pub fn verify(
    document: &Expected<'_>,
    file: &Path,
    bytes: &[u8],
    cache: &Cache,
    typesetter: &Typesetter,
    checked: &Checked,
) -> Result<Verdict, Failed> {
    let failed = |fault: Fault| {
        let mut faults = Faults::default();
        faults.add(0, fault, &document.job);
        faults.failed(checked.files.clone())
    };
    let page = timed_page(&document.job, &Timings::default()).map_err(Fault::Data).map_err(failed)?;
    let action = Action::new(&page, &document.job, typesetter);
    let (made, _) = rendered(typesetter, &action, &page, &document.job, &Timings::default()).map_err(failed)?;
    if made.pdf == bytes {
        return Ok(Verdict::Identical);
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    Ok(Verdict::Differs(reasons(&document.file, &page, &action, folder, cache, typesetter)))
}
