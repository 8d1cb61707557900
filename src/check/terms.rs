//! The fixed words of documents exist in every language in which a report is made.

use std::collections::{BTreeMap, HashSet};

use crate::diag::{Diagnostic, FileId, codes, messages};
use crate::record::{Language, Record};
use crate::report::Report;
use crate::store::Store;

/// Checks the terms against the languages of all reports; a term in a file that has other faults may lack its wording for their sake.
pub fn check(store: &Store, reports: &[Report], faulty: &HashSet<FileId>) -> Vec<Diagnostic> {
    let mut wanted: BTreeMap<Language, &Report> = BTreeMap::new();
    for report in reports {
        report.languages.iter().for_each(|&language| _ = wanted.entry(language).or_insert(report));
    }
    let sound = store.words().filter(|term| !faulty.contains(&term.file));
    let of_term = |term: &'_ Record| {
        let absent = |language: &Language| term.root.at(&format!("/text/{language}")).is_none();
        let missing = wanted.iter().filter(|(language, _)| absent(language));
        missing.map(|(language, report)| fault(term, report, *language)).collect::<Vec<_>>()
    };
    sound.flat_map(of_term).collect()
}

fn fault(term: &Record, report: &Report, language: Language) -> Diagnostic {
    let values = vec![
        ("report", report.name.as_str().into()),
        ("language", messages::language(language.code()).into()),
        ("term", term.id.as_str().into()),
        ("code", language.code().into()),
    ];
    Diagnostic::new(codes::WORD_MISSING, term.place_of("text"), values)
}
