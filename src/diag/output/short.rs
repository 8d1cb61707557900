//! A line for each diagnostic: `file:line:column: severity[code]: sentence instruction`.

use super::spot::{Spot, path_of};
use crate::diag::fix::advice::Advice;
use crate::diag::{Diagnostic, Files, Locale, messages};

/// Returns the diagnostics, a line each.
pub fn render(diagnostics: &[Diagnostic], files: &Files, locale: Locale) -> String {
    diagnostics.iter().map(|diagnostic| one(diagnostic, files, locale) + "\n").collect()
}

fn one(diagnostic: &Diagnostic, files: &Files, locale: Locale) -> String {
    let path = path_of(diagnostic, files).unwrap_or_else(|| messages::WORKSPACE.words(locale).to_owned());
    let at = diagnostic.place.as_ref().map(|place| Spot::at(files, place).start);
    let at = at.map(|start| format!(":{}:{}", start.line, start.column)).unwrap_or_default();
    let severity = messages::severity(diagnostic.severity).words(locale);
    let advice = Advice::of(diagnostic, files, locale).map(|advice| format!(" {}", advice.text())).unwrap_or_default();
    let line = format!("{path}{at}: {severity}[{}]: {}{advice}", diagnostic.code(), diagnostic.sentence(locale));
    // A corrected line keeps its indent where it stands alone, not here.
    line.split('\n').map(str::trim_start).collect::<Vec<_>>().join(" ")
}
