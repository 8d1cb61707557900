//! The data of a document as tables, for those who go on working with them: each set as it is shown, each divided count as it is drawn.

use indexmap::IndexSet;
use serde_json::Value as Json;

use super::changes::words;
use crate::report::Report;

/// A table with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of the set or of the count.
    pub name: String,
    /// The rows; the first is the head.
    pub rows: Vec<Vec<String>>,
}

/// Returns the tables of a document, those of sets first. Dates stand as in the records (EDTF), several values of a cell behind semicolons;
/// a value that is not there is an empty cell, which is not zero.
pub fn tables(report: &Report, data: &Json) -> Vec<Table> {
    // A set that is for other subjects is no table of this document.
    let there = report.sets.iter().filter(|(name, _)| data["sets"][name.as_str()].is_array());
    let sets = there.map(|(name, set)| {
        let head = std::iter::once("id".to_owned()).chain(set.show.iter().cloned()).collect();
        let records = data["sets"][name].as_array().into_iter().flatten();
        let row = |record: &Json| {
            std::iter::once("id").chain(set.show.iter().map(String::as_str)).map(|path| cell(record, path)).collect()
        };
        Table { name: name.clone(), rows: std::iter::once(head).chain(records.map(row)).collect() }
    });
    let divided = report.counts.keys().filter(|name| data["counts"][name.as_str()]["rows"].is_array());
    sets.chain(divided.map(|name| count(name, &data["counts"][name.as_str()]))).collect()
}

fn count(name: &str, count: &Json) -> Table {
    let texts = |list: &Json, field: &str| -> Vec<String> {
        list.as_array().into_iter().flatten().map(|entry| words(entry.get(field)).unwrap_or_default()).collect()
    };
    let rows = || count["rows"].as_array().into_iter().flatten();
    let keys = if count["columns"].is_array() {
        texts(&count["columns"], "key")
    } else {
        // Rows that choose their cells have a column for each that one of them has.
        let chosen: IndexSet<String> = rows().flat_map(|row| texts(&row["cells"], "key")).collect();
        chosen.into_iter().collect()
    };
    let cells = |row: &Json| {
        let (own, numbers) = (texts(&row["cells"], "key"), texts(&row["cells"], "number"));
        let number = |(at, key): (usize, &String)| {
            let at = if count["columns"].is_array() { Some(at) } else { own.iter().position(|of| of == key) };
            at.and_then(|at| numbers.get(at)).cloned().unwrap_or_default()
        };
        keys.iter().enumerate().map(number).collect::<Vec<_>>()
    };
    let row = |row: &Json| {
        let own = ["key", "label"].map(|field| words(row.get(field)).unwrap_or_default()).to_vec();
        [own, cells(row), vec![words(row.get("number")).unwrap_or_default()]].concat()
    };
    let head = [vec!["key".to_owned(), "label".to_owned()], keys.clone(), vec!["all".to_owned()]];
    Table { name: name.to_owned(), rows: std::iter::once(head.concat()).chain(rows().map(row)).collect() }
}

/// Returns the words under a path. Entries of a list stand in their order, one that says nothing too, so that two columns of one list have
/// the same entry at the same place.
fn cell(value: &Json, path: &str) -> String {
    let mut found = Vec::new();
    gather(value, path, &mut found);
    if found.iter().all(String::is_empty) { String::new() } else { found.join("; ") }
}

fn gather(value: &Json, path: &str, found: &mut Vec<String>) {
    match (value, path.split_once('.').unwrap_or((path, ""))) {
        (Json::Array(items), _) => items.iter().for_each(|item| gather(item, path, found)),
        (value, ("", _)) => found.push(words(Some(value)).unwrap_or_default()),
        (value, (step, rest)) => gather(&value[step], rest, found),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn sets_and_divided_counts_are_tables() {
        let report: Report = serde_json::from_value(json!({
            "type": {"en": "x"}, "template": "x.typ", "file": "x", "languages": ["en"],
            "sets": {"wells": {"kind": "well", "show": ["name", "dug", "villages.name"]}},
            "counts": {"all": {"of": "wells", "label": {"en": "x"}, "definition": {"en": "x"}},
                       "by": {"of": "wells", "label": {"en": "x"}, "definition": {"en": "x"}},
                       "most": {"of": "wells", "label": {"en": "x"}, "definition": {"en": "x"}},
                       "few": {"of": "wells", "label": {"en": "x"}, "definition": {"en": "x"}}},
        }))
        .expect("a report");
        let wells = json!([
            {"id": "a", "name": "A, old", "dug": {"edtf": "1999-05", "long": "May 1999"}, "villages": [{"id": "u", "name": "U"}, {"id": "l", "name": {"text": "Л", "lang": "ru"}}, {"id": "n"}, {"id": "v", "name": "U"}]},
            {"id": "b", "name": "B", "dug": null, "villages": null},
        ]);
        let by = json!({"columns": [{"key": "deep"}], "rows": [{"key": "u", "label": "U", "number": 2, "cells": [{"number": 0}]}]});
        let most = json!({"rows": [
            {"key": "u", "label": "U", "number": 5, "cells": [{"key": "deep", "number": 3}, {"key": "dry", "number": 2}]},
            {"key": "l", "label": "L", "number": 2, "cells": [{"key": "dry", "number": 2}]},
        ]});
        let data =
            json!({"sets": {"wells": wells}, "counts": {"all": {"number": 2}, "by": by, "most": most, "few": null}});
        let rows = |rows: &[&[&str]]| rows.iter().map(|row| row.iter().map(|c| (*c).to_owned()).collect()).collect();
        let wells = rows(&[
            &["id", "name", "dug", "villages.name"],
            &["a", "A, old", "1999-05", "U; Л; ; U"],
            &["b", "B", "", ""],
        ]);
        let by = rows(&[&["key", "label", "deep", "all"], &["u", "U", "0", "2"]]);
        let most =
            rows(&[&["key", "label", "deep", "dry", "all"], &["u", "U", "3", "2", "5"], &["l", "L", "", "2", "2"]]);
        let expected =
            [("wells", wells), ("by", by), ("most", most)].map(|(name, rows)| Table { name: name.to_owned(), rows });
        assert_eq!(tables(&report, &data), expected);
    }
}
