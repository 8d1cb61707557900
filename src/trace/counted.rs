//! The numbers of a count, and the words that go with them.

use serde_json::Value as Json;

use super::origin::{Counted, Origin, Printed};

/// Notes the figures of a count.
pub fn figures(name: &str, count: &Json, data: &Json, found: &mut Vec<Printed>) {
    let mut add = |part: &'static str, of: Vec<String>, at: &Json, forms: Vec<String>| {
        let records = records(count, at, data);
        let origin = Origin::Count(Counted { name: name.to_owned(), part, of, records });
        found.push(Printed { origin, forms, cited: Vec::new(), bound: None });
    };
    add("total", Vec::new(), &count["at"], with_words(count));
    let words = ["label", "definition"].iter().filter_map(|field| count[*field].as_str());
    add("words", Vec::new(), &Json::Null, words.map(str::to_owned).collect());
    if count["outside"]["number"] != 0 {
        add("outside", Vec::new(), &Json::Null, with_words(&count["outside"]));
    }
    let columns: Vec<String> = count["columns"].as_array().into_iter().flatten().map(called).collect();
    for row in count["rows"].as_array().into_iter().flatten() {
        let own = vec![called(row)];
        add("row", own.clone(), &row["at"], with_words(row));
        add("words", own.clone(), &row["at"], own.clone());
        if row["running"].is_object() {
            add("running", own.clone(), &Json::Null, with_words(&row["running"]));
        }
        for (cell, column) in row["cells"].as_array().into_iter().flatten().zip(&columns) {
            add("cell", vec![called(row), column.clone()], &cell["at"], with_words(cell));
        }
    }
    for column in columns {
        add("words", vec![column.clone()], &Json::Null, vec![column]);
    }
}

/// Returns a number alone, and with what it counts.
fn with_words(number: &Json) -> Vec<String> {
    let text = number["text"].as_str().unwrap_or_default();
    let counted = number["counted"].as_str().map(|words| format!("{text} {words}"));
    std::iter::once(text.to_owned()).chain(counted).collect()
}

/// Returns what a row or a column is called.
fn called(axis: &Json) -> String {
    let label = &axis["label"];
    label.as_str().or_else(|| label["text"].as_str()).unwrap_or_default().to_owned()
}

/// Returns the ids of the records that stand at places of the set of a count.
fn records(count: &Json, at: &Json, data: &Json) -> Vec<String> {
    let set = count["of"].as_str().map(|of| &data["sets"][of]);
    let id = |place: &Json| Some(set?.get(usize::try_from(place.as_u64()?).ok()?)?["id"].as_str()?.to_owned());
    at.as_array().into_iter().flatten().filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_number_of_a_count_names_the_records_that_it_counts() {
        let number = |n: usize, at: &[usize]| json!({"number": n, "text": n.to_string(), "at": at});
        let mut count = number(2, &[0, 1]);
        count["of"] = "wells".into();
        count["counted"] = "wells".into();
        count["outside"] = number(0, &[]);
        count["columns"] = json!([{"label": "dry"}]);
        let mut row = number(1, &[1]);
        row["label"] = "Upper".into();
        row["cells"] = json!([number(1, &[1])]);
        count["rows"] = json!([row]);
        let data = json!({"sets": {"wells": [{"id": "a"}, {"id": "b"}]}});
        let mut found = Vec::new();
        figures("all", &count, &data, &mut found);
        let told: Vec<(&str, String, String, String)> = found
            .iter()
            .filter_map(|printed| match &printed.origin {
                Origin::Count(of) if of.part != "words" => {
                    Some((of.part, of.of.join("/"), of.records.join(","), printed.forms.join("|")))
                }
                _ => None,
            })
            .collect();
        let row =
            |part, of: &str, records: &str, forms: &str| (part, of.to_owned(), records.to_owned(), forms.to_owned());
        assert_eq!(
            told,
            [row("total", "", "a,b", "2|2 wells"), row("row", "Upper", "b", "1"), row("cell", "Upper/dry", "b", "1")]
        );
    }
}
