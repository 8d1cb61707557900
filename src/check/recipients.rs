//! Recipients and distribution lists: reports, records and editions that there are.

use super::nearest::hint;
use crate::diag::{Diagnostic, codes};
use crate::load::Unreadable;
use crate::record::{Node, Record};
use crate::report::{Report, Settings};
use crate::schema::{DISTRIBUTION_LIST, RECIPIENT};
use crate::store::Store;

/// Checks who is to receive what.
pub fn check(store: &Store, reports: &[Report], settings: &Settings, unread: &Unreadable) -> Vec<Diagnostic> {
    let editions: Vec<&str> = settings.editions.iter().map(|edition| edition.id.as_str()).collect();
    let mut faults = Vec::new();
    for record in [RECIPIENT, DISTRIBUTION_LIST].into_iter().flat_map(|kind| store.records.of_kind(kind)) {
        faults.extend(record.root.get("edition").and_then(|node| unknown(record, node, &editions)));
        for want in record.root.get("wants").map(Node::items).unwrap_or_default() {
            faults.extend(of_want(record, want, reports, store, unread));
        }
    }
    faults
}

fn of_want(record: &Record, want: &Node, reports: &[Report], store: &Store, unread: &Unreadable) -> Vec<Diagnostic> {
    let Some(named) = want.get("report") else { return Vec::new() };
    let names: Vec<&str> = reports.iter().map(|report| report.name.as_str()).collect();
    let Some(report) = reports.iter().find(|report| Some(report.name.as_str()) == named.text()) else {
        return unknown(record, named, &names).into_iter().collect();
    };
    let of_kind = |kind: &'_ String| store.records.of_kind(kind).map(|record| record.id.as_str());
    let known: Vec<&str> = report.for_each.iter().flat_map(of_kind).collect();
    let subjects = want.get("subjects").map(Node::items).unwrap_or_default().iter();
    // What could not be read is there.
    let are_read = subjects.filter(|node| node.text().is_some_and(|id| !unread.contains(id)));
    are_read.filter_map(|node| unknown(record, node, &known)).collect()
}

fn unknown(record: &Record, node: &Node, known: &[&str]) -> Option<Diagnostic> {
    let name = node.text().filter(|name| !known.contains(name))?;
    let values = vec![("value", name.into()), ("hint", hint(name, known.iter().copied()))];
    Some(Diagnostic::new(codes::RECIPIENT_UNKNOWN, record.place(node.span), values))
}
