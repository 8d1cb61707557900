//! What differs between the page data of two states of a document, by record and field.

use serde_json::Value as Json;

use super::walk::{id, is_places, is_value, spoken};

/// A value that differs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    /// The record that says it, where one does.
    pub record: Option<String>,
    /// The way to the value within the record, or within the document.
    pub field: String,
    /// What it was, if it was there.
    pub old: Option<String>,
    /// What it is, if it is there.
    pub new: Option<String>,
}

/// Returns what differs between two page data, each value of a record once however often it is printed.
pub fn changes(old: &Json, new: &Json) -> Vec<Change> {
    let mut found = Vec::new();
    compare(Some(old), Some(new), None, "", &mut found);
    found
}

fn compare(old: Option<&Json>, new: Option<&Json>, record: Option<&str>, field: &str, found: &mut Vec<Change>) {
    // What is chosen follows from what it is chosen by.
    if old == new || [old, new].into_iter().flatten().any(is_places) {
        return;
    }
    let (before, after) = (old.and_then(id).map(str::to_owned), new.and_then(id).map(str::to_owned));
    // A record begins here, and its fields are known by their own names.
    if before.is_some() && before == after && record != before.as_deref() {
        return compare(old, new, before.as_deref(), "", found);
    }
    match (old, new) {
        (Some(Json::Object(old)), Some(Json::Object(new))) if before == after && !(is_value(old) && is_value(new)) => {
            let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
            names.for_each(|name| compare(old.get(name), new.get(name), record, &join(field, name), found));
        }
        (Some(Json::Array(old)), Some(Json::Array(new))) => lists(old, new, record, field, found),
        _ => add(
            Change { record: record.map(str::to_owned), field: field.to_owned(), old: words(old), new: words(new) },
            found,
        ),
    }
}

/// Compares lists: records by their ids, other entries by their places.
fn lists(old: &[Json], new: &[Json], record: Option<&str>, field: &str, found: &mut Vec<Change>) {
    let id = |json: &Json| id(json).map(str::to_owned);
    let of_records = old.iter().chain(new).all(|entry| id(entry).is_some());
    if !of_records {
        for at in 0..old.len().max(new.len()) {
            compare(old.get(at), new.get(at), record, &join(field, &(at + 1).to_string()), found);
        }
        return;
    }
    let with = |list: &'_ [Json], entry: &Json| list.iter().position(|other| id(other) == id(entry));
    for entry in old {
        compare(Some(entry), with(new, entry).map(|at| &new[at]), record, field, found);
    }
    for entry in new.iter().filter(|entry| with(old, entry).is_none()) {
        compare(None, Some(entry), record, field, found);
    }
    let order = |list: &[Json], other: &[Json]| -> Vec<Option<String>> {
        list.iter().filter(|entry| with(other, entry).is_some()).map(id).collect()
    };
    let (before, after) = (order(old, new), order(new, old));
    if before != after {
        let names = |ids: Vec<Option<String>>| Some(ids.into_iter().flatten().collect::<Vec<_>>().join(", "));
        add(
            Change {
                record: record.map(str::to_owned),
                field: field.to_owned(),
                old: names(before),
                new: names(after),
            },
            found,
        );
    }
}

fn add(change: Change, found: &mut Vec<Change>) {
    // A field that is shown now and has no value says as little as one that was not shown.
    let is_any = change.old.is_some() || change.new.is_some();
    if is_any && !found.contains(&change) {
        found.push(change);
    }
}

fn join(field: &str, name: &str) -> String {
    if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") }
}

/// Returns a value as words: a text as it is, a date as in the record, a record by its id.
pub fn words(json: Option<&Json>) -> Option<String> {
    match json? {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        json @ Json::Object(fields) if fields.contains_key("blocks") => Some(spoken(json)),
        json => {
            let whole = ["id", "edtf", "text"].iter().find_map(|field| json.get(field)?.as_str());
            Some(whole.map_or_else(|| json.to_string(), str::to_owned))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn change(record: Option<&str>, field: &str, old: Option<&str>, new: Option<&str>) -> Change {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Change { record: text(record), field: field.to_owned(), old: text(old), new: text(new) }
    }

    #[test]
    fn values_are_named_by_their_record_and_each_once() {
        let well = |depth: &str| json!({"id": "first", "depth": depth, "village": {"id": "upper", "name": "Upper"}});
        let page =
            |depth: &str| json!({"subject": well(depth), "sets": {"wells": [well(depth)]}, "counts": {"all": 1}});
        let found = changes(&page("40"), &page("41"));
        assert_eq!(found, [change(Some("first"), "depth", Some("40"), Some("41"))]);
        assert_eq!(changes(&page("40"), &page("40")), []);
    }

    #[test]
    fn a_record_with_a_field_called_text_is_no_text() {
        let gap = |text: &str| json!({"gaps": [{"id": "a", "text": text}]});
        assert_eq!(changes(&gap("Day."), &gap("Month.")), [change(Some("a"), "text", Some("Day."), Some("Month."))]);
    }

    #[test]
    fn records_come_go_and_change_places() {
        let list = |ids: &[&str]| json!({"wells": ids.iter().map(|id| json!({"id": id})).collect::<Vec<_>>()});
        assert_eq!(changes(&list(&["a", "b"]), &list(&["b"])), [change(None, "wells", Some("a"), None)]);
        assert_eq!(changes(&list(&["a"]), &list(&["a", "b"])), [change(None, "wells", None, Some("b"))]);
        assert_eq!(
            changes(&list(&["a", "b"]), &list(&["b", "a"])),
            [change(None, "wells", Some("a, b"), Some("b, a"))]
        );
    }

    #[test]
    fn what_is_chosen_is_no_change_of_its_own() {
        let well = |at: &[usize]| json!({"id": "first", "parts": [1, 2], "deep": {"at": at}, "by-depth": [{"at": at}]});
        assert_eq!(changes(&well(&[0]), &well(&[0, 1])), []);
        assert_eq!(
            changes(
                &json!({"id": "first", "parts": [1, 2]}),
                &json!({"id": "first", "parts": [1, 2], "deep": {"at": [0]}})
            ),
            []
        );
    }

    #[test]
    fn a_reference_to_another_record_is_a_change_of_the_field() {
        let well = |village: &str| json!({"id": "first", "village": {"id": village, "name": village}});
        let found = changes(&well("upper"), &well("lower"));
        assert_eq!(found, [change(Some("first"), "village", Some("upper"), Some("lower"))]);
    }

    #[test]
    fn a_date_a_number_and_a_text_are_one_value_each() {
        let date = |edtf: &str, year: i32| json!({"edtf": edtf, "long": "in words", "year": year});
        let count = |number: i32| json!({"number": number, "text": number.to_string()});
        let text = |words: &str| {
            let paragraph = json!({"type": "paragraph", "body": [{"type": "text", "text": words}, {"type": "cite", "sources": ["s1"]}]});
            let list = json!({"type": "list", "items": [[paragraph]]});
            json!({"blocks": [paragraph, list], "lang": "en"})
        };
        let page =
            |edtf: &str, year, n, words: &str| json!({"dug": date(edtf, year), "depth": count(n), "note": text(words)});
        let found = changes(&page("2001-02", 2001, 40, "Deep."), &page("2002", 2002, 41, "Deeper."));
        assert_eq!(
            found,
            [
                change(None, "dug", Some("2001-02"), Some("2002")),
                change(None, "depth", Some("40"), Some("41")),
                change(None, "note", Some("Deep. Deep."), Some("Deeper. Deeper.")),
            ]
        );
    }
}
