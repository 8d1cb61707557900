//! A JSON object on a line for each diagnostic. Lines and columns are counted from 1, columns in characters; bytes from 0.

use serde_json::{Value, json};

use super::spot::{Spot, path, path_of};
use crate::diag::fix::advice::Advice;
use crate::diag::{Diagnostic, Edit, FileId, Files, Fix, Locale};

/// Returns the diagnostics, an object and a line each.
pub fn render(diagnostics: &[Diagnostic], files: &Files, locale: Locale) -> String {
    diagnostics.iter().map(|diagnostic| one(diagnostic, files, locale).to_string() + "\n").collect()
}

fn one(diagnostic: &Diagnostic, files: &Files, locale: Locale) -> Value {
    let advice = Advice::of(diagnostic, files, locale);
    let spot = diagnostic.place.as_ref().map(|place| Spot::at(files, place));
    let fix = diagnostic.place.as_ref().zip(diagnostic.fix.as_ref());
    let related: Vec<Value> = diagnostic
        .related
        .iter()
        .map(|(place, label)| {
            let mut value = json!({"message": label.words(locale), "file": path(files, place.file)});
            position(&mut value, Some(Spot::at(files, place)));
            value
        })
        .collect();
    let mut value = json!({
        "code": diagnostic.code(),
        "severity": diagnostic.severity.name(),
        "message": diagnostic.sentence(locale),
        "instruction": advice.as_ref().map(|advice| &advice.instruction),
        "file": path_of(diagnostic, files),
    });
    position(&mut value, spot);
    value["related"] = related.into();
    value["repair"] = fix.map(|(place, fix)| mending(fix, place.file, files)).into();
    value["corrected"] = advice.map(|advice| advice.lines).unwrap_or_default().into();
    value
}

/// Adds where something begins and ends; nothing is known of a fault that is in no file.
fn position(value: &mut Value, spot: Option<Spot>) {
    value["line"] = spot.map(|spot| spot.start.line).into();
    value["column"] = spot.map(|spot| spot.start.column).into();
    value["end_line"] = spot.map(|spot| spot.end.line).into();
    value["end_column"] = spot.map(|spot| spot.end.column).into();
}

fn mending(fix: &Fix, file: FileId, files: &Files) -> Value {
    let edit = |edit: &Edit| {
        let mut value = json!({"start": edit.range.start, "end": edit.range.end});
        position(&mut value, Some(Spot::of(files, file, &edit.range)));
        value["text"] = edit.text.as_str().into();
        value
    };
    json!({"certain": fix.is_automatic(), "edits": fix.edits.iter().map(edit).collect::<Vec<_>>()})
}
