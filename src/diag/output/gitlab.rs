//! A report of GitLab Code Quality, which shows what a merge request adds and takes away.
//!
//! The form: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::spot::{Spot, path_of};
use crate::diag::fix::advice::Advice;
use crate::diag::{Diagnostic, Files, Locale, Severity};
use crate::digest;

/// The path of a fault that is in no file; the form demands one.
const WORKSPACE: &str = ".";

/// Returns the diagnostics as a JSON array.
pub fn render(diagnostics: &[Diagnostic], files: &Files, locale: Locale) -> String {
    let mut prints = Prints::default();
    let issues: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let path = path_of(diagnostic, files).unwrap_or_else(|| WORKSPACE.to_owned());
            let line = diagnostic.place.as_ref().map_or(1, |place| Spot::at(files, place).start.line);
            let mut description = diagnostic.sentence(locale);
            if let Some(advice) = Advice::of(diagnostic, files, locale) {
                description = description + " " + &advice.text();
            }
            json!({
                "description": description,
                "check_name": diagnostic.code(),
                "fingerprint": prints.of(diagnostic, &path),
                "severity": severity(diagnostic.severity),
                "location": {"path": path, "lines": {"begin": line}},
            })
        })
        .collect();
    serde_json::to_string_pretty(&issues).unwrap_or_default() + "\n"
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

/// The fingerprints given so far.
#[derive(Default)]
struct Prints {
    /// How often the same words were reported of the same file.
    seen: HashMap<String, usize>,
}

impl Prints {
    /// Returns what stays the same when lines move and when another language is spoken.
    fn of(&mut self, diagnostic: &Diagnostic, path: &str) -> String {
        let words = format!("{}\0{path}\0{}", diagnostic.code(), diagnostic.sentence(Locale::En));
        let ordinal = self.seen.entry(words.clone()).and_modify(|n| *n += 1).or_insert(1);
        digest::of(format!("{words}\0{ordinal}"))
    }
}
