//! Rules for `build` in the settings: reports, languages, editions and records that there are.

use super::nearest::hint;
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::load::Unreadable;
use crate::record::{Language, Node};
use crate::report::{BuildRule, Report, Settings};
use crate::store::Store;

/// Checks what the settings want built.
pub fn check(
    settings: &Settings,
    reports: &[Report],
    root: &Node,
    file: FileId,
    store: &Store,
    unread: &Unreadable,
) -> Vec<Diagnostic> {
    let written = root.get("build").map(Node::items).unwrap_or_default();
    let rules = settings.build.iter().flatten().zip(written);
    rules.flat_map(|(rule, node)| Names { rule, node, file }.unknown(settings, reports, store, unread)).collect()
}

/// The names in a rule, and where they stand.
struct Names<'a> {
    rule: &'a BuildRule,
    node: &'a Node,
    file: FileId,
}

impl Names<'_> {
    fn unknown(&self, settings: &Settings, reports: &[Report], store: &Store, unread: &Unreadable) -> Vec<Diagnostic> {
        let editions: Vec<&str> = settings.editions.iter().map(|edition| edition.id.as_str()).collect();
        let mut faults = self.missing("editions", self.rule.editions.as_deref(), &editions);
        let Some(report) = reports.iter().find(|report| report.name == self.rule.report) else {
            let known: Vec<&str> = reports.iter().map(|report| report.name.as_str()).collect();
            faults.extend(self.missing("report", Some(std::slice::from_ref(&self.rule.report)), &known));
            return faults;
        };
        let codes = |languages: &[Language]| languages.iter().map(|language| language.code().to_owned()).collect();
        let languages: Option<Vec<String>> = self.rule.languages.as_deref().map(codes);
        let known: Vec<&str> = report.languages.iter().map(|language| language.code()).collect();
        faults.extend(self.missing("languages", languages.as_deref(), &known));
        // A report that is one document has no records to name; then none is known.
        let of_kind = |kind: &'_ String| store.records.of_kind(kind).map(|record| record.id.as_str());
        let mut known: Vec<&str> = report.for_each.iter().flat_map(of_kind).collect();
        // What could not be read is there.
        let subjects = self.rule.subjects.as_deref().unwrap_or_default();
        known.extend(subjects.iter().map(String::as_str).filter(|id| unread.contains(id)));
        faults.extend(self.missing("subjects", self.rule.subjects.as_deref(), &known));
        faults
    }

    /// Returns a fault for each name of a field that is not known.
    fn missing(&self, field: &str, names: Option<&[String]>, known: &[&str]) -> Vec<Diagnostic> {
        let value = self.node.get(field);
        let items = value.map(Node::items).unwrap_or_default();
        let unknown = names.into_iter().flatten().enumerate().filter(|(_, name)| !known.contains(&name.as_str()));
        let fault = |(at, name): (usize, &String)| {
            let node = items.get(at).or(value).unwrap_or(self.node);
            let place = Place { file: self.file, range: node.span.range() };
            let values = vec![("value", name.as_str().into()), ("hint", hint(name, known.iter().copied()))];
            Diagnostic::new(codes::BUILD_UNKNOWN, place, values)
        };
        unknown.map(fault).collect()
    }
}
