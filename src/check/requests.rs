//! Documents that records name, by report and subject: those that requests ask for, and those that a report binds. Each is of a report that
//! there is, about a record that the report can be made of.

use super::nearest::hint;
use crate::diag::{Diagnostic, codes, messages};
use crate::record::{Node, Record};
use crate::report::Report;
use crate::schema::REQUEST;
use crate::store::{Path, Store};

/// Checks all of them against the reports; where a report could not be read, nobody knows what may be asked for.
pub fn check(store: &Store, reports: &[Report]) -> Vec<Diagnostic> {
    let asked = store.records.of_kind(REQUEST).map(|request| (request, &request.root));
    let mut faults: Vec<Diagnostic> =
        asked.filter_map(|(record, named)| of_one(record, named, store, reports)).collect();
    for (record, named) in bound(store, reports) {
        faults.extend(of_one(record, named, store, reports).or_else(|| twice_bound(record, named, reports)));
    }
    faults
}

/// Returns the entries that name the documents which reports bind, with their records.
fn bound<'a>(store: &'a Store, reports: &'a [Report]) -> Vec<(&'a Record, &'a Node)> {
    let mut entries = Vec::new();
    for report in reports {
        let Some(path) = report.binds.as_ref().map(|binds| Path::new(&binds.documents).0) else { continue };
        let subjects = report.for_each.iter().flat_map(|kind| store.records.of_kind(kind));
        let found = subjects.flat_map(|subject| store.follow(subject, &path));
        entries.extend(found.map(|found| (found.record, found.node)));
    }
    entries
}

fn of_one(record: &Record, named: &Node, store: &Store, reports: &[Report]) -> Option<Diagnostic> {
    let text = |field: &str| named.get(field).and_then(Node::text);
    let place = |field: &str| {
        let entry = named.entry(field).or_else(|| named.entry("id"));
        record.place(entry.map_or(named.span, |entry| entry.key_span.to(entry.value.span)))
    };
    let asked = text("report")?;
    let Some(report) = reports.iter().find(|report| report.name == asked) else {
        let hint = hint(asked, reports.iter().map(|report| report.name.as_str()));
        let values = vec![("report", asked.into()), ("hint", hint)];
        return Some(Diagnostic::new(codes::REQUEST_REPORT, place("report"), values));
    };
    let subject = text("subject");
    let kinds = report.for_each.as_slice();
    match (kinds, subject) {
        ([], Some(_)) => {
            let values = vec![("report", asked.into())];
            Some(Diagnostic::new(codes::REQUEST_ALONE, place("subject"), values))
        }
        ([_, ..], _) if !subject.is_some_and(|id| is_of_kind(id, kinds, store)) => {
            let at = if subject.is_some() { "subject" } else { "report" };
            let known = kinds.iter().flat_map(|kind| store.records.of_kind(kind)).map(|record| record.id.as_str());
            let hint = hint(subject.unwrap_or_default(), known);
            let values = vec![("report", asked.into()), ("kind", kinds.join(", ").into()), ("hint", hint)];
            Some(Diagnostic::new(codes::REQUEST_SUBJECT, place(at), values))
        }
        _ => None,
    }
}

/// Returns the fault of a document that is to be bound and binds others itself.
fn twice_bound(record: &Record, named: &Node, reports: &[Report]) -> Option<Diagnostic> {
    let node = named.get("report")?;
    let report = reports.iter().find(|report| Some(report.name.as_str()) == node.text())?;
    report.binds.as_ref()?;
    let values = vec![("reason", (&messages::BINDS_OTHERS).into())];
    Some(Diagnostic::new(codes::DOCUMENT_UNBOUND, record.place(node.span), values))
}

fn is_of_kind(id: &str, kinds: &[String], store: &Store) -> bool {
    store.records.get(id).is_some_and(|record| kinds.contains(&record.kind))
}
