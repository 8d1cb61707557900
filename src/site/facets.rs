//! Facets: the records of some kinds that a document is about. Which kinds, the settings say; nothing here knows any of them.

use super::listing::Version;
use super::printed::Printed;
use crate::record::Record;

/// Returns the records of a kind that a version is about, in the order of their kind: the subject itself where it is of the kind; else those
/// that it refers to and that are printed with it; where there are none, as for a report about everything, those that are printed at all.
pub fn about<'v>(version: &Version<'v>, kind: &str, printed: &[&Printed]) -> Vec<&'v Record> {
    let store = version.store;
    let of_kind = |id: &str| store.records.get(id).filter(|record| record.kind == kind);
    let mut found: Vec<&Record> = Vec::new();
    match version.subject {
        Some(subject) if subject.kind == kind => found.push(subject),
        subject => {
            if let Some(subject) = subject {
                store.each_reference(subject, &mut |node, _| found.extend(node.text().and_then(of_kind)));
            }
            found.extend(printed.iter().flat_map(|printed| printed.subject.keys()).filter_map(|id| of_kind(id)));
            if found.is_empty() {
                found.extend(printed.iter().flat_map(|printed| printed.sets.keys()).filter_map(|id| of_kind(id)));
            }
        }
    }
    found.sort_by(|a, b| store.natural_order(a, b));
    found.dedup_by(|a, b| a.id == b.id);
    found
}
