//! What the register says of a file, and the file made again from the commit that it names.

use super::plan::jobs;
use crate::check::Checked;
use crate::driver::{self, Failed, PlanError, Timings, Typesetter};
use crate::record::{Node, Record};
use crate::render::{Form, Rendered};
use crate::schema::RELEASE;
use crate::select::{Job, Numbered};

/// A file of a release.
#[derive(Debug, Clone, Copy)]
pub struct Registered<'r> {
    /// The release.
    pub release: &'r Record,
    /// Its entry.
    pub entry: &'r Node,
}

impl<'r> Registered<'r> {
    /// Returns a field of the release.
    pub fn text(&self, field: &str) -> Option<&'r str> {
        self.release.root.get(field).and_then(Node::text)
    }

    /// Returns a field of the entry.
    pub fn said(&self, field: &str) -> Option<&'r str> {
        self.entry.get(field).and_then(Node::text)
    }
}

/// Returns what the register says of a file of a name.
pub fn registered<'r>(checked: &'r Checked, file: &str) -> Option<Registered<'r>> {
    let entries = checked.store.records.of_kind(RELEASE).flat_map(|release| {
        let documents = release.root.get("documents").map(Node::items).unwrap_or_default();
        documents.iter().map(move |entry| Registered { release, entry })
    });
    entries.into_iter().find(|registered| registered.said("file") == Some(file))
}

/// Makes a released file again, or a numbered copy of it, or pictures or words of its pages (`form`); `then` is the workspace as the commit of the
/// release has it. Returns nothing where it asks for no such file.
///
/// # Errors
/// Returns why it cannot be planned or made.
pub fn rebuild(
    then: &Checked,
    registered: Registered<'_>,
    copy: Option<Numbered>,
    (typesetter, form): (&Typesetter, Form),
) -> Result<Option<Rendered>, Result<PlanError, Failed>> {
    let Some(request) = registered.text("request").and_then(|id| then.store.records.get(id)) else { return Ok(None) };
    let views = driver::views(then).map_err(Ok)?;
    let (_, jobs) = jobs(&views, request).map_err(Ok)?;
    let (edition, language) = (registered.said("edition"), registered.said("language"));
    let is_it =
        |job: &&Job<'_>| Some(job.view.edition().id.as_str()) == edition && Some(job.language.code()) == language;
    let Some(job) = jobs.iter().find(is_it) else { return Ok(None) };
    let job = Job { copy, ..job.clone() };
    let made = driver::make(then, typesetter, std::slice::from_ref(&job), &Timings::default(), form, || {});
    Ok(made.map_err(Err)?.pop().map(|made| made.rendered))
}
