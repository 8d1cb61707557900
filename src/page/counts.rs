//! Counts with their words: label, definition, rows called by the names of their records.

use serde_json::{Map, Value as Json, json};

use super::values::{label, number};
use crate::plural;
use crate::record::Language;
use crate::report::Count;
use crate::select::{Axis, Job, Selection, Tally};

/// Returns all counts of a document.
pub fn all(job: &Job<'_>, selection: &Selection<'_>) -> Map<String, Json> {
    let one = |(name, tally): (&&str, &Tally)| {
        let count = &job.report.counts[*name];
        ((*name).to_owned(), self::one(job, count, tally))
    };
    selection.counts.iter().map(one).collect()
}

fn one(job: &Job<'_>, count: &Count, tally: &Tally) -> Json {
    let language = job.language;
    let mut json = number(tally.total, language);
    json["label"] = count.label.get(language).into();
    json["counted"] = counted(count, tally.total, language);
    json["definition"] = count.definition.get(language).into();
    json["outside"] = number(tally.outside, language);
    json["of"] = count.of.as_str().into();
    json["at"] = tally.counted.as_slice().into();
    if let Some(rows) = &tally.rows {
        let mut running = 0;
        json["rows"] = rows
            .keys
            .iter()
            .zip(&tally.cells)
            .zip(tally.members.iter().zip(&tally.cell_members))
            .map(|((key, (total, cells)), (members, cell_members))| {
                let mut row = number(*total, language);
                row["key"] = key.clone().into();
                row["at"] = members.as_slice().into();
                if count.sum.is_some() {
                    running += total;
                    row["running"] = number(running, language);
                }
                row["counted"] = counted(count, *total, language);
                row["label"] = self::key_label(job, rows, key);
                let cell = |(n, members): (&usize, &Vec<usize>)| {
                    let mut cell = number(*n, language);
                    cell["at"] = members.as_slice().into();
                    cell
                };
                row["cells"] = cells.iter().zip(cell_members).map(cell).collect();
                row
            })
            .collect();
    }
    if let Some(columns) = &tally.columns {
        let column = |key: &String| json!({"key": key, "label": key_label(job, columns, key)});
        json["columns"] = columns.keys.iter().map(column).collect();
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
