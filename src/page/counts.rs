//! Counts with their words: label, definition, rows called by the names of their records.

use serde_json::{Map, Value as Json, json};

use super::values::{label, number};
use crate::plural;
use crate::record::Language;
use crate::report::Count;
use crate::select::{Axis, Cell, Job, Selection, Tally};

/// Returns all counts of a document.
pub fn all(job: &Job<'_>, selection: &Selection<'_>) -> Map<String, Json> {
    let one = |(name, tally): (&&str, &Option<Tally>)| {
        let count = &job.report.counts[*name];
        ((*name).to_owned(), tally.as_ref().map_or(Json::Null, |tally| self::one(job, count, tally)))
    };
    selection.counts.iter().map(one).collect()
}

fn one(job: &Job<'_>, count: &Count, tally: &Tally) -> Json {
    let language = job.language;
    let mut json = number(tally.total, language);
    json["label"] = count.label.get(language).into();
    json["counted"] = counted(count, tally.total, language);
    json["definition"] = count.definition.get(language).into();
    json["outside"] = number(tally.outside.len(), language);
    json["of"] = count.of.as_str().into();
    json["at"] = tally.counted.as_slice().into();
    if let Some(rows) = &tally.rows {
        json["outside"]["at"] = tally.outside.as_slice().into();
        let mut running = 0;
        json["rows"] = rows
            .keys
            .iter()
            .zip(&tally.cells)
            .zip(&tally.members)
            .map(|((key, (total, cells)), members)| {
                let mut row = number(*total, language);
                row["key"] = key.clone().into();
                row["at"] = members.as_slice().into();
                if count.sum.is_some() {
                    running += total;
                    row["running"] = number(running, language);
                }
                row["counted"] = counted(count, *total, language);
                row["label"] = self::key_label(job, rows, key);
                row["cells"] = cells.iter().map(|cell| self::cell(job, count, tally, cell)).collect();
                row
            })
            .collect();
        // Rows that stand for records are found by their ids.
        if rows.records {
            let place = |(at, key): (usize, &String)| (key.clone(), at.into());
            json["by-id"] = Json::Object(rows.keys.iter().enumerate().map(place).collect());
        }
    }
    // Cells that are chosen say themselves what they count.
    if let Some(columns) = tally.columns.as_ref().filter(|_| count.least_of_cells().is_none()) {
        let column = |key: &String| json!({"key": key, "label": key_label(job, columns, key)});
        json["columns"] = columns.keys.iter().map(column).collect();
    }
    json
}

/// Returns a cell; where the row has not one for each column, with the key of its own.
fn cell(job: &Job<'_>, count: &Count, tally: &Tally, cell: &Cell) -> Json {
    let mut json = number(cell.number, job.language);
    json["at"] = cell.members.as_slice().into();
    if let (Some(columns), Some(_)) = (&tally.columns, count.least_of_cells()) {
        let key = &columns.keys[cell.column];
        json["key"] = key.as_str().into();
        json["label"] = key_label(job, columns, key);
    }
    json
}

/// Returns what is counted, as it stands after a number.
fn counted(count: &Count, number: usize, language: Language) -> Json {
    let form = count.forms.get(language.code()).map(|forms| forms.get(plural::after(number, language.code())));
    form.or_else(|| count.label.get(language)).into()
}

fn key_label(job: &Job<'_>, axis: &Axis, key: &str) -> Json {
    let record = job.view.store().records.get(key).filter(|_| axis.records);
    record.map_or_else(|| key.into(), |record| label(record, job.view.store(), job.language))
}
