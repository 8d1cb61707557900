//! The fixed words of documents exist in every language in which a report is made.

use crate::diag::{Diagnostic, codes, phrases};
use crate::holdings::Holdings;
use crate::record::{Language, Record};
use crate::report::Report;

/// Checks the terms against the languages of all reports.
pub fn check(holdings: &Holdings, reports: &[Report]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for term in holdings.words() {
        for report in reports {
            let absent = |language: &Language| term.root.at(&format!("/text/{language}")).is_none();
            faults.extend(report.languages().into_iter().filter(absent).map(|l| fault(term, report, l)));
        }
    }
    faults
}

fn fault(term: &Record, report: &Report, language: Language) -> Diagnostic {
    let values = vec![
        ("report", report.name.as_str().into()),
        ("language", phrases::language(language.code()).into()),
        ("term", term.id.as_str().into()),
        ("code", language.code().into()),
    ];
    Diagnostic::new(codes::WORD_MISSING, term.place_of("text"), values)
}
