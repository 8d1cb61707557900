//! Facets: the records of some kinds that a document is about. Which kinds, the settings say; nothing here knows any of them.

use serde_json::{Map, Value as Json};

use super::listing::Version;
use crate::record::Record;

/// Returns the records of a kind that a version is about, in the order of their kind: the subject itself where it is of the kind; else those
/// that it refers to and that are printed with it; where there are none, as for a report about everything, those that are printed at all.
pub fn about<'v>(version: &Version<'v>, kind: &str, printed: &[&Json]) -> Vec<&'v Record> {
    let store = version.store;
    let of_kind = |id: &str| store.records.get(id).filter(|record| record.kind == kind);
    let mut found: Vec<&Record> = Vec::new();
    match version.subject {
        Some(subject) if subject.kind == kind => found.push(subject),
        subject => {
            if let Some(subject) = subject {
                store.each_reference(subject, &mut |node, _| found.extend(node.text().and_then(of_kind)));
            }
            let ids = |part| printed.iter().flat_map(move |data| ids(&data[part]));
            found.extend(ids("subject").filter_map(of_kind));
            if found.is_empty() {
                found.extend(ids("sets").filter_map(of_kind));
            }
        }
    }
    found.sort_by(|a, b| store.natural_order(a, b));
    found.dedup_by(|a, b| a.id == b.id);
    found
}

fn ids(part: &Json) -> impl Iterator<Item = &str> {
    printed_records(part).into_iter().map(|(id, _)| id)
}

/// Returns the records in a part of what a document printed: the id of each, and what is printed of it.
pub fn printed_records(part: &Json) -> Vec<(&str, &Map<String, Json>)> {
    let mut records = Vec::new();
    let mut left = vec![part];
    while let Some(part) = left.pop() {
        match part {
            Json::Object(fields) => {
                records.extend(fields.get("id").and_then(Json::as_str).map(|id| (id, fields)));
                left.extend(fields.values());
            }
            Json::Array(items) => left.extend(items),
            _ => {}
        }
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn ids_are_those_of_records_however_deep_they_stand() {
        let part = json!([{"id": "a", "village": {"id": "b", "name": "id"}}, {"wells": [{"id": "c"}]}, {"id": 7}]);
        let mut found: Vec<&str> = ids(&part).collect();
        found.sort_unstable();
        assert_eq!(found, ["a", "b", "c"]);
    }
}
