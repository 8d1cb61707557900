//! A log in SARIF 2.1.0, which forges and editors read.
//!
//! The form: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::spot::{Spot, path, path_of};
use crate::diag::fix::advice::Advice;
use crate::diag::{Diagnostic, DiagnosticText, Edit, FileId, Files, Fix, Locale, Place};

/// Returns the diagnostics as one log of one run.
pub fn render(diagnostics: &[Diagnostic], files: &Files, locale: Locale) -> String {
    let mut rules: IndexMap<&str, Value> = IndexMap::new();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            rules.entry(diagnostic.code()).or_insert_with(|| rule(diagnostic, locale));
            let index = rules.get_index_of(diagnostic.code());
            result(diagnostic, index, files, locale)
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "language": locale.code(),
                "rules": rules.into_values().collect::<Vec<_>>(),
            }},
            "language": locale.code(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

/// Returns what is known of a code: from the register, or from the rule that gave it.
fn rule(diagnostic: &Diagnostic, locale: Locale) -> Value {
    let (sentence, instruction) = match &diagnostic.words {
        DiagnosticText::Register(entry, _) => {
            (entry.readable(&entry.sentence, locale), entry.readable(&entry.instruction, locale))
        }
        DiagnosticText::Rule { .. } => {
            (diagnostic.sentence(locale), diagnostic.instruction(locale).unwrap_or_default())
        }
    };
    let mut rule = json!({
        "id": diagnostic.code(),
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": format!("{sentence} {instruction}").trim_end()},
        "defaultConfiguration": {"level": diagnostic.severity.name()},
    });
    if !instruction.is_empty() {
        rule["help"] = json!({"text": instruction});
    }
    rule
}

fn result(diagnostic: &Diagnostic, rule: Option<usize>, files: &Files, locale: Locale) -> Value {
    let advice = Advice::of(diagnostic, files, locale);
    let mut message = diagnostic.sentence(locale);
    if let Some(advice) = &advice {
        message = message + "\n" + &advice.text();
    }
    let mut result = json!({
        "ruleId": diagnostic.code(),
        "ruleIndex": rule,
        "level": diagnostic.severity.name(),
        "message": {"text": message},
        "locations": location(diagnostic, files).into_iter().collect::<Vec<_>>(),
    });
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().enumerate().map(|(id, (place, label))| {
            json!({"id": id, "message": {"text": label.words(locale)}, "physicalLocation": physical(place, files)})
        });
        result["relatedLocations"] = related.collect::<Vec<_>>().into();
    }
    if let (Some(place), Some(fix), Some(advice)) = (&diagnostic.place, &diagnostic.fix, advice) {
        result["fixes"] = json!([as_fix(fix, &advice.instruction, place.file, files)]);
    }
    result
}

/// Returns where a fault is; a file that could not be read is named as a whole.
fn location(diagnostic: &Diagnostic, files: &Files) -> Option<Value> {
    let physical = match &diagnostic.place {
        Some(place) => physical(place, files),
        None => json!({"artifactLocation": artifact(&path_of(diagnostic, files)?)}),
    };
    Some(json!({"physicalLocation": physical}))
}

fn physical(place: &Place, files: &Files) -> Value {
    json!({"artifactLocation": artifact(&path(files, place.file)), "region": region(Spot::at(files, place))})
}

fn region(Spot { start, end }: Spot) -> Value {
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

fn as_fix(fix: &Fix, instruction: &str, file: FileId, files: &Files) -> Value {
    let replacement = |edit: &Edit| {
        json!({
            "deletedRegion": region(Spot::of(files, file, &edit.range)),
            "insertedContent": {"text": edit.text},
        })
    };
    let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
    json!({
        "description": {"text": instruction},
        "artifactChanges": [{"artifactLocation": artifact(&path(files, file)), "replacements": replacements}],
    })
}

/// Returns a path as a relative URI.
fn artifact(path: &str) -> Value {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte as char),
            _ => uri.extend([String::from("%"), format!("{byte:02X}")]),
        }
    }
    json!({"uri": uri})
}

#[cfg(test)]
mod tests {
    use super::artifact;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(artifact("data/имя 1.yaml")["uri"], "data/%D0%B8%D0%BC%D1%8F%201.yaml");
    }
}
