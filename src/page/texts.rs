//! Every text of page data, with the record that it stands in.

use indexmap::IndexMap;
use serde_json::Value as Json;

/// Returns the texts of page data in their order, each with the id of the record that it stands in; fixed words stand in none.
pub fn texts(data: &Json) -> Vec<(Option<&str>, &str)> {
    let mut found = Vec::new();
    gather(data, None, &mut found);
    found
}

/// Returns the records of page data that say the most, the longest first.
pub fn longest(data: &Json, most: usize) -> Vec<&str> {
    let mut lengths: IndexMap<&str, usize> = IndexMap::new();
    for (record, text) in texts(data) {
        if let Some(record) = record {
            *lengths.entry(record).or_default() += text.chars().count();
        }
    }
    lengths.sort_by(|_, a, _, b| b.cmp(a));
    lengths.into_keys().take(most).collect()
}

fn gather<'a>(value: &'a Json, record: Option<&'a str>, found: &mut Vec<(Option<&'a str>, &'a str)>) {
    match value {
        Json::String(text) => found.push((record, text)),
        Json::Array(items) => items.iter().for_each(|item| gather(item, record, found)),
        Json::Object(fields) => {
            let own = fields.get("id").and_then(Json::as_str).or(record);
            // Where a link leads is printed nowhere.
            let printed = fields.iter().filter(|(name, _)| *name != "to");
            printed.for_each(|(_, field)| gather(field, own, found));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{longest, texts};

    #[test]
    fn a_text_belongs_to_the_nearest_record_above_it() {
        let page = json!({
            "words": {"date": "Date"},
            "subject": {"id": "a", "title": {"text": "Title", "lang": "ru"}, "person": {"id": "b", "family": "Family"}},
        });
        let of = |wanted: &str| texts(&page).into_iter().find(|(_, text)| *text == wanted).map(|(record, _)| record);
        assert_eq!(of("Date"), Some(None));
        assert_eq!(of("Title"), Some(Some("a")));
        assert_eq!(of("Family"), Some(Some("b")));
        assert_eq!(longest(&page, 1), ["a"]);
        assert_eq!(
            texts(&json!({"address": {"to": "https://a.org/", "text": "https://a.org"}})),
            [(None, "https://a.org")]
        );
    }
}
