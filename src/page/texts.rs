//! Every text of page data, with the record that it stands in.

use indexmap::IndexMap;
use serde_json::Value as Json;

use super::walk::walk;

/// Returns the texts of page data in their order, each with the id of the record that it stands in; fixed words stand in none.
pub fn texts(data: &Json) -> Vec<(Option<&str>, &str)> {
    let mut found = Vec::new();
    walk(data, &mut |standing, value| {
        found.extend(value.as_str().map(|text| (standing.record, text)));
        true
    });
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
