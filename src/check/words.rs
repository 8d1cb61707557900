//! The fixed words of documents exist in every language in which a report is made.

use crate::diag::{Diagnostic, codes};
use crate::holdings::Holdings;
use crate::record::{Language, Record};
use crate::report::Report;
use crate::schema::TERM;

/// Checks the terms against the languages of all reports.
pub fn check(holdings: &Holdings, reports: &[Report]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for term in holdings.records.of_kind(TERM).filter(|term| is_word(term)) {
        for report in reports {
            let absent = |language: &Language| term.root.at(&format!("/text/{language}")).is_none();
            faults.extend(report.languages().into_iter().filter(absent).map(|l| fault(term, report, l)));
        }
    }
    faults
}

/// Returns whether a term is a fixed word of documents, and not a notion of the field.
pub fn is_word(term: &Record) -> bool {
    term.root.get("concept").is_none_or(|node| node.text() != Some("true"))
}

fn fault(term: &Record, report: &Report, language: Language) -> Diagnostic {
    let values = vec![
        ("report", report.name.clone()),
        ("language", language.name().to_owned()),
        ("term", term.id.clone()),
        ("code", language.code().to_owned()),
    ];
    Diagnostic::error(codes::WORD_MISSING, term.place_of("text"), values)
}
