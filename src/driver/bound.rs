//! Which documents are bound into another one: those that the list of its subject names, in the same language and edition.

use std::sync::Arc;

use super::{make, register};
use crate::check::Checked;
use crate::diag::{Arg, messages};
use crate::page;
use crate::record::{Node, Record};
use crate::report::Report;
use crate::select::{Bound, Earlier, Job, Status, Version};
use crate::store::{Found, Path};

/// Plans the document of a report about a record, or says why it cannot be made.
type Planned<'p, 'v> = dyn Fn(&Report, Option<&str>) -> Result<Option<Job<'v>>, Arg> + 'p;

/// Returns the documents that one binds, in the order of the list. `sees` says whether the edition sees a record: what it does not see is no part
/// of it. `planned` plans the document of a report about a record.
pub fn bound<'v>(job: &Job<'v>, sees: &dyn Fn(&str) -> bool, planned: &Planned<'_, 'v>) -> Vec<Bound<'v>> {
    let (Some(binds), Some(subject)) = (&job.report.binds, job.subject) else { return Vec::new() };
    let (path, store) = (Path::new(&binds.documents).0, job.view.store());
    let Some((first, rest)) = path.split_first() else { return Vec::new() };
    let one = |item: usize, found: Found<'v>| {
        let text = |field: &str| found.node.get(field).and_then(Node::text);
        let report = job.view.reports().iter().find(|report| Some(report.name.as_str()) == text("report"))?;
        let about = text("subject");
        if !report.for_each.is_empty() && !about.is_some_and(sees) {
            return None;
        }
        let job = if report.binds.is_some() {
            Err((&messages::BINDS_OTHERS).into())
        } else {
            planned(report, about).map(|planned| planned.map(as_it_went_out)).transpose()?
        };
        Some(Bound { place: found.record.place(found.node.span), item, job })
    };
    let items = store.follow(subject, std::slice::from_ref(first)).into_iter().enumerate();
    let named =
        items.flat_map(|(item, entry)| store.follow_from(&entry, rest).into_iter().map(move |found| (item, found)));
    named.filter_map(|(item, found)| one(item, found)).collect()
}

/// Returns a document as the version that went out, where the records still say what that said. Else they are on the way to the next one, and
/// the document says so.
fn as_it_went_out(job: Job<'_>) -> Job<'_> {
    let went_out =
        |request: &Record| Version::written(request).is_some_and(|version| version.status == Status::Released);
    if !job.request.is_some_and(went_out) {
        return job;
    }
    let released = Job { releases: true, ..job.clone() };
    let released = Job { earlier: register::earlier(&released).map(Arc::new), ..released };
    let (store, language) = (job.view.store(), job.language);
    let is_same = |own: &Earlier| {
        make::page(&released).is_ok_and(|page| page::since(&own.data, &page.data, store, language).is_empty())
    };
    if register::own(&released).is_some_and(|own| is_same(&own)) { released } else { job }
}

/// Returns the documents that the list of a record names and that are no part of the document, because its reader may not see what they are
/// about: the report and the subject of each.
pub fn unseen(checked: &Checked, report: &Report, record: &Record, job: &Job<'_>) -> Vec<String> {
    let Some(binds) = &report.binds else { return Vec::new() };
    let named = checked.store.follow(record, &Path::new(&binds.documents).0);
    let is_bound = |found: &Found<'_>| job.bound.iter().any(|bound| bound.place == found.record.place(found.node.span));
    let name = |found: Found<'_>| {
        let text = |field: &str| found.node.get(field).and_then(Node::text);
        [text("report"), text("subject")].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    named.into_iter().filter(|found| !is_bound(found)).map(name).collect()
}
