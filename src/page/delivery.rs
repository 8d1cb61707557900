//! What a cover note says of the documents that it goes with.

use serde_json::{Value as Json, json};

use super::document::marking_json;
use super::values;
use crate::record::{Node, Record};
use crate::select::{Delivered, Delivery, Job, markings, version_name};

/// Returns the documents as a template reads them, in their order.
pub fn delivery(covered: &Delivery<'_>, job: &Job<'_>) -> Json {
    json!({
        "recall": covered.recall,
        "documents": covered.documents.iter().map(|delivered| document(delivered, job)).collect::<Json>(),
    })
}

fn document(delivered: &Delivered<'_>, job: &Job<'_>) -> Json {
    let (store, language) = (job.view.store(), job.language);
    let Delivered { release, entry, .. } = delivered;
    let said = |field: &str| entry.get(field).and_then(Node::text);
    let level = |marking| Some(marking_json(&store.schemes.level(&marking)?, store, language));
    let since = delivered.since.as_ref().map(|since| {
        let date = since.date.map(|date| values::date(date, language));
        json!({"version": since.version, "date": date, "facts": since.facts})
    });
    let mut json = named(release, job);
    let more = json!({
        "title": said("title"),
        "lang": said("language"),
        "edition": said("edition"),
        "pages": said("pages"),
        "file": delivered.file,
        "sha256": delivered.sha256,
        "copy": delivered.copy,
        "markings": markings(entry).into_iter().filter_map(level).collect::<Json>(),
        "replaces": other(release, "supersedes", job),
        "amends": other(release, "amends", job),
        "since": since,
    });
    if let (Json::Object(all), Json::Object(more)) = (&mut json, more) {
        all.extend(more);
    }
    json
}

/// Returns what a version is called: type, reference, version, dates.
fn named(release: &Record, job: &Job<'_>) -> Json {
    let text = |field: &str| release.root.get(field).and_then(Node::text);
    let date = |field: &str| release.date(field).map(|date| values::date(date, job.language));
    let type_name = release.root.get("type").map(|node| values::localized(node, false, job.language).0);
    json!({
        "release": release.id,
        "type": type_name,
        "reference": text("reference"),
        "revision": text("revision"),
        "version": text("version").and_then(|number| number.parse::<u32>().ok()).map(version_name),
        "date": date("date"),
        "as-of": date("as-of"),
    })
}

fn other(release: &Record, field: &str, job: &Job<'_>) -> Option<Json> {
    let id = release.root.get(field)?.text()?;
    job.view.store().records.get(id).map(|other| named(other, job))
}
