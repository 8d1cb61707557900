//! Requests: each is for a report that there is, about a record that the report can be made of.

use super::nearest::hint;
use crate::diag::{Diagnostic, codes};
use crate::record::Record;
use crate::report::Report;
use crate::schema::REQUEST;
use crate::store::Store;

/// Checks all requests against the reports; where a report could not be read, nobody knows what may be asked for.
pub fn check(store: &Store, reports: &[Report]) -> Vec<Diagnostic> {
    store.records.of_kind(REQUEST).filter_map(|request| of_one(request, store, reports)).collect()
}

fn of_one(request: &Record, store: &Store, reports: &[Report]) -> Option<Diagnostic> {
    let asked = request.root.get("report")?.text()?;
    let Some(report) = reports.iter().find(|report| report.name == asked) else {
        let hint = hint(asked, reports.iter().map(|report| report.name.as_str()));
        let values = vec![("report", asked.into()), ("hint", hint)];
        return Some(Diagnostic::new(codes::REQUEST_REPORT, request.place_of("report"), values));
    };
    let subject = request.root.get("subject").and_then(|node| node.text());
    let kinds = report.for_each.as_slice();
    match (kinds, subject) {
        ([], Some(_)) => {
            let values = vec![("report", asked.into())];
            Some(Diagnostic::new(codes::REQUEST_ALONE, request.place_of("subject"), values))
        }
        ([_, ..], _) if !subject.is_some_and(|id| is_of_kind(id, kinds, store)) => {
            let at = if subject.is_some() { "subject" } else { "report" };
            let known = kinds.iter().flat_map(|kind| store.records.of_kind(kind)).map(|record| record.id.as_str());
            let hint = hint(subject.unwrap_or_default(), known);
            let values = vec![("report", asked.into()), ("kind", kinds.join(", ").into()), ("hint", hint)];
            Some(Diagnostic::new(codes::REQUEST_SUBJECT, request.place_of(at), values))
        }
        _ => None,
    }
}

fn is_of_kind(id: &str, kinds: &[String], store: &Store) -> bool {
    store.records.get(id).is_some_and(|record| kinds.contains(&record.kind))
}
