//! Coverage as JSON, for programs. The keys and their order stay as they are; new ones may come.
//!
//! ```text
//! version   1
//! scope     report, language: what was asked about; null for everything
//! languages those that were counted
//! counts    what, language, report, kind, present, total; report is null for all records, printed or not, and language for what has none
//! missing   what, language, reports, kind, record, field (JSON pointer), file, line, required
//! ```

use serde_json::{Value, json};

use super::counts::{Coverage, Missing, Row};
use crate::record::Language;

/// Returns coverage as JSON, with a line break at the end.
pub fn json(coverage: &Coverage) -> String {
    let whole = json!({
        "version": 1,
        "scope": {"report": coverage.scope.report, "language": coverage.scope.language.map(Language::code)},
        "languages": coverage.languages.iter().map(|language| language.code()).collect::<Vec<_>>(),
        "counts": coverage.rows.iter().map(row).collect::<Vec<_>>(),
        "missing": coverage.missing.iter().map(missing).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&whole).expect("counts and names are plain JSON") + "\n"
}

fn row(row: &Row) -> Value {
    json!({
        "what": row.what.name(),
        "language": row.language.map(Language::code),
        "report": row.report,
        "kind": row.kind,
        "present": row.tally.present,
        "total": row.tally.total,
    })
}

fn missing(missing: &Missing) -> Value {
    json!({
        "what": missing.what.name(),
        "language": missing.language.map(Language::code),
        "reports": missing.reports,
        "kind": missing.kind,
        "record": missing.record,
        "field": missing.field,
        "file": missing.file,
        "line": missing.line,
        "required": missing.required,
    })
}
