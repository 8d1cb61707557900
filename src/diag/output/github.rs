//! Workflow commands of GitHub Actions, which show a fault beside its line in a pull request.
//!
//! The form and its escapes: <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>.

use super::spot::{Spot, path_of};
use crate::diag::fix::advice::Advice;
use crate::diag::{Diagnostic, Files, Locale, Severity};

/// Returns the diagnostics, a command and a line each.
pub fn render(diagnostics: &[Diagnostic], files: &Files, locale: Locale) -> String {
    diagnostics.iter().map(|diagnostic| one(diagnostic, files, locale) + "\n").collect()
}

fn one(diagnostic: &Diagnostic, files: &Files, locale: Locale) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties: Vec<(&str, String)> = Vec::new();
    properties.extend(path_of(diagnostic, files).map(|path| ("file", path)));
    if let Some(place) = &diagnostic.place {
        let Spot { start, end } = Spot::at(files, place);
        let numbers = [("line", start.line), ("col", start.column), ("endLine", end.line), ("endColumn", end.column)];
        properties.extend(numbers.map(|(name, number)| (name, number.to_string())));
    }
    properties.push(("title", diagnostic.code().to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let mut message = diagnostic.sentence(locale);
    if let Some(advice) = Advice::of(diagnostic, files, locale) {
        message = message + "\n" + &advice.text();
    }
    format!("::{command} {}::{}", properties.join(","), data(&message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn signs_of_the_form_are_escaped() {
        assert_eq!(data("100 %\r\na: b, c"), "100 %25%0D%0Aa: b, c");
        assert_eq!(property("100 %\r\na: b, c"), "100 %25%0D%0Aa%3A b%2C c");
    }
}
