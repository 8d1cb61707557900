//! Release: a version of a document goes out. What may not go out is refused with every reason at once; what does is made as it is released,
//! and the register gets a record of it that is never changed again.

mod messages;
mod objections;
mod past;
mod plan;
mod rebuild;
mod record;

use crate::check::Checked;
use crate::diag::{Diagnostic, Files};
use crate::driver::{self, Document, Failed, PlanError, Timings, Typesetter};
use crate::edit::Change;
use crate::record::Record;
use crate::render::Form;

pub use messages::*;
pub use objections::{Origin, unconfirmed};
pub use past::{Past, Unmade};
pub use rebuild::{Registered, rebuild, registered};
pub use record::with_status;

/// A release that is ready to be written.
#[derive(Debug)]
pub struct Prepared {
    /// The documents, each with the place of its edition among those of the settings.
    pub documents: Vec<(usize, Document)>,
    /// The register record with its page data, and the requests that have another status now.
    pub changes: Vec<Change>,
}

/// Why nothing is released.
#[derive(Debug)]
pub enum Refused {
    /// The documents cannot be planned.
    Plan(PlanError),
    /// What stands against it.
    Faults(Failed),
}

/// Makes everything that a request asks for as it is released, in every edition that may see it.
///
/// # Errors
/// Returns everything that stands against it.
pub fn prepare(
    checked: &Checked,
    request: &Record,
    typesetter: &Typesetter,
    origin: Origin<'_>,
) -> Result<Prepared, Refused> {
    let views = driver::views(checked).map_err(Refused::Plan)?;
    let (editions, jobs) = plan::jobs(&views, request).map_err(Refused::Plan)?;
    let mut faults = objections::of_request(checked, request);
    faults.extend(objections::of_origin(request, origin));
    let mut pages = Vec::new();
    for job in &jobs {
        match driver::page(job) {
            Ok(page) => {
                faults.extend(objections::of_page(&page, job, request, checked));
                faults.extend(objections::of_bound(job, request));
                pages.push(page);
            }
            Err(found) => faults.extend(found),
        }
    }
    let mut files = checked.files.clone();
    let made = driver::make(checked, typesetter, &jobs, &Timings::default(), Form::Pdf, || {});
    let made = made.map_err(|failed| {
        faults.extend(failed.diagnostics);
        files = failed.files;
    });
    match made {
        Ok(made) if faults.is_empty() => {
            let documents: Vec<(usize, Document)> = editions.into_iter().zip(made).collect();
            let changes = record::changes(checked, request, origin.commit, &jobs, &pages, &documents);
            Ok(Prepared { documents, changes })
        }
        _ => Err(Refused::Faults(told_once(faults, files))),
    }
}

/// Returns the faults sorted and each once: the same text can stand against several documents.
fn told_once(mut faults: Vec<Diagnostic>, files: Files) -> Failed {
    crate::diag::sort(&mut faults, &files);
    faults.dedup();
    Failed { diagnostics: faults, files }
}
