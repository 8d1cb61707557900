//! The record of a release, and what else changes in the workspace with it.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::check::Checked;
use crate::digest;
use crate::driver::{self, Document};
use crate::edit::Change;
use crate::format;
use crate::page::Page;
use crate::record::{Node, Record};
use crate::schema::{RELEASE, REQUEST};
use crate::select::{Job, Status, Version};

/// Returns the record of a release with its page data, and the requests whose status changes.
pub fn changes(
    checked: &Checked,
    request: &Record,
    commit: &str,
    jobs: &[Job<'_>],
    pages: &[Page],
    documents: &[(usize, Document)],
) -> Vec<Change> {
    let text = |field: &str| request.root.get(field).and_then(Node::text);
    let version = Version::written(request).map_or(1, |version| version.number);
    let id = format!("{}-v{version:02}", text("reference").unwrap_or(&request.id).to_lowercase());
    let released = driver::releases(&checked.store, text("report").unwrap_or_default(), text("subject"));
    let Some(job) = jobs.first() else { return Vec::new() };
    let entry = |((job, page), (_, made)): ((&Job<'_>, &Page), &(usize, Document))| {
        json!({
            "language": job.language.code(),
            "edition": job.view.edition().id,
            "file": made.document.file_name,
            "title": made.document.title,
            "pages": made.finished.pages,
            "sha256": made.finished.sha256,
            "page-data": digest::of(page.data.to_string()),
            "marking": page.document.levels.iter().map(|level| level.marking.to_string()).collect::<Vec<_>>(),
        })
    };
    let documents: Vec<Json> = jobs.iter().zip(pages).zip(documents).map(entry).collect();
    let fields = [
        ("id", Some(Json::from(id.as_str()))),
        ("request", Some(request.id.as_str().into())),
        ("report", text("report").map(Json::from)),
        ("type", Some(job.report.type_name.to_json())),
        ("subject", text("subject").map(Json::from)),
        ("reference", text("reference").map(Json::from)),
        ("revision", text("revision").map(Json::from)),
        ("version", Some(version.into())),
        ("date", Some(request.date("date").unwrap_or(job.view.day()).to_string().into())),
        ("as-of", Some(job.view.day().to_string().into())),
        (
            if amends(request) { "amends" } else { "supersedes" },
            released.last().map(|last| last.record.id.as_str().into()),
        ),
        ("commit", Some(commit.into())),
        ("program", Some(driver::program().into())),
        ("documents", Some(documents.into())),
    ];
    let json: Json = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    let file = |path: PathBuf, text: String| Change { path, before: None, after: Some(text.into()), renamed: None };
    let kind = checked.store.schemas.get(RELEASE);
    let record = format::made(&[Node::of_json(&json)], kind);
    let mut changes = vec![file(PathBuf::from(format!("data/register/{id}.yaml")), record)];
    changes.extend(jobs.iter().zip(pages).map(|(job, page)| {
        let path = driver::page_data_file(&id, &job.view.edition().id, job.language.code());
        file(path, page.data.to_string())
    }));
    changes.extend(statuses(checked, request));
    changes
}

/// Returns whether a version stands beside the one before: in the manner of the United Nations, Corr. corrects and Add. adds to a document
/// that stays, where Rev. takes its place.
fn amends(request: &Record) -> bool {
    let revision = request.root.get("revision").and_then(Node::text);
    revision.is_some_and(|revision| ["Corr.", "Add."].iter().any(|word| revision.starts_with(word)))
}

/// Returns the changes of status: the request is released, and those that it takes the place of are superseded.
fn statuses(checked: &Checked, request: &Record) -> Vec<Change> {
    let same = |other: &&Record| {
        ["report", "subject"].iter().all(|field| {
            let text = |record: &'_ Record| record.root.get(field).and_then(|node| node.text().map(str::to_owned));
            text(other) == text(request)
        })
    };
    let is_out = |other: &&Record| Version::written(other).is_some_and(|version| version.status == Status::Released);
    let others = checked.store.records.of_kind(REQUEST).filter(same).filter(is_out).filter(|_| !amends(request));
    let mut all: Vec<(&Record, Status)> = others.map(|other| (other, Status::Superseded)).collect();
    all.push((request, Status::Released));
    with_status(checked, &all)
}

/// Returns the changes of files that give requests another status.
pub fn with_status(checked: &Checked, all: &[(&Record, Status)]) -> Vec<Change> {
    // Several requests can stand in one file; they change it together.
    let mut changes: Vec<Change> = Vec::new();
    let mut edits: Vec<(&Record, std::ops::Range<usize>, Status)> = Vec::new();
    for &(record, status) in all {
        let Some(node) = record.root.get("status") else { continue };
        edits.push((record, node.span.range(), status));
    }
    // From the end, so that the places before stay what they are.
    edits.sort_by_key(|(record, range, _)| (record.file, std::cmp::Reverse(range.start)));
    for (record, range, status) in edits {
        let path = checked.files.path(record.file);
        let at = changes.iter().position(|change| change.path == path).unwrap_or_else(|| {
            let before: Arc<str> = checked.files.text(record.file).into();
            changes.push(Change::of_text(path, Arc::clone(&before), before));
            changes.len() - 1
        });
        let mut text = changes[at].after.as_deref().unwrap_or_default().to_owned();
        text.replace_range(range, status.name());
        changes[at].after = Some(text.into());
    }
    changes
}
