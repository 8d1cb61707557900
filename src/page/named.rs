//! What page data name of the records, wherever they do: as a record, by its id as a source, as a row of a count, as a fact that changed.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::bound::bound;
use super::walk::{Step, walk};

/// Returns the records that page data name, and the fields of them whose values they print: `(record, None)` and `(record, Some(field))`.
pub fn named(data: &Json) -> BTreeSet<(&str, Option<&str>)> {
    let mut found = BTreeSet::new();
    walk(data, &mut |standing, value| {
        if let Some(record) = standing.record {
            found.insert((record, None));
            let is_said = matches!(value, Json::String(_) | Json::Number(_) | Json::Bool(_));
            if let (true, Some(Step::Name(field))) = (is_said, standing.path.first()) {
                found.insert((record, Some(*field)));
            }
        }
        let by_id = match (value, standing.path.as_slice()) {
            (Json::String(id), [.., Step::Name("sources"), Step::Place(_)]) => Some(id.as_str()),
            (Json::Object(fact), [Step::Name("changes"), ..]) => fact.get("record").and_then(Json::as_str),
            // What is no record is called by its key.
            (Json::Object(row), [Step::Name("counts"), ..]) if row.get("label") != row.get("key") => {
                row.get("key").and_then(Json::as_str)
            }
            _ => None,
        };
        found.extend(by_id.map(|id| (id, None)));
        // Documents that are bound name theirs as they do by themselves.
        standing.record.is_some() || standing.top() != Some("bound")
    });
    bound(data).for_each(|own| found.extend(named(own)));
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_record_is_named_wherever_it_stands() {
        let cite = json!({"blocks": [{"type": "paragraph", "body": [{"type": "cite", "sources": ["cited"]}]}]});
        let data = json!({
            "document": {"title": "T"},
            "subject": {"id": "well", "depth": 3, "dug": null, "parts": [{"deep": "x"}], "note": cite},
            "counts": {"all": {"label": "All", "rows": [{"key": "lower", "label": "Lower"}, {"key": "2001", "label": "2001"}]}},
            "sources": {"listed": {"id": "listed", "key": "L"}},
            "claims": {"claim": {"id": "claim", "number": 4}},
            "changes": {"facts": [{"record": "gone", "field": "depth", "sources": ["behind"]}]},
        });
        let found = named(&data);
        let records: Vec<&str> = found.iter().filter(|(_, field)| field.is_none()).map(|(record, _)| *record).collect();
        assert_eq!(records, ["behind", "cited", "claim", "gone", "listed", "lower", "well"]);
        let pack = json!({"document": {"title": "T"}, "bound": [{"template": "x", "item": 0, "data": data}]});
        assert_eq!(named(&pack), found, "what a pack binds is named by the pack");
        let fields: Vec<&str> = found.iter().filter(|(record, _)| *record == "well").filter_map(|(_, f)| *f).collect();
        assert_eq!(fields, ["depth", "id", "note", "parts"]);
    }
}
