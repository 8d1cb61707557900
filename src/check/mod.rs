//! Check: trees → records that are what their schemas say. Every fault at once, one rule a file.
//!
//! [`Checked`] has no public constructor: what holds one knows that nothing unchecked can be printed.

mod causes;
mod citations;
mod claims;
mod guesses;
mod identity;
mod languages;
mod letters;
mod markings;
mod nearest;
mod raw;
mod references;
mod reports;
mod requests;
mod rules;
mod scalar;
mod schemas;
mod shape;
mod silences;
mod terms;
mod translations;
mod unused;

use std::collections::HashSet;
use std::sync::Arc;

use guesses::Guesses;
pub use nearest::nearest;
use rayon::prelude::*;

use crate::diag::{self, Diagnostic, FileId, Files, Severity};
use crate::holdings::Holdings;
use crate::load::{Loaded, Unread, Workspace};
use crate::record::{Record, Records};
use crate::report::{Report, Settings};

/// More faults of one sort in one record than anybody reads.
const MOST: usize = 200;

/// A workspace in which nothing is wrong.
#[derive(Debug)]
pub struct Checked {
    /// Where it lies.
    pub workspace: Workspace,
    /// The texts of its files.
    pub files: Files,
    /// The records.
    pub holdings: Arc<Holdings>,
    /// The reports, by name.
    pub reports: Vec<Report>,
    /// The settings.
    pub settings: Settings,
    /// Forbids making one elsewhere.
    _proof: Proof,
}

#[derive(Debug)]
struct Proof;

/// What checking found.
#[derive(Debug)]
pub struct Verdict {
    /// The records as far as they could be understood.
    pub holdings: Arc<Holdings>,
    /// The reports as far as they could be understood.
    pub reports: Vec<Report>,
    /// The texts of the files.
    pub files: Files,
    /// All faults, sorted.
    pub diagnostics: Vec<Diagnostic>,
    workspace: Workspace,
    settings: Option<Settings>,
}

impl Verdict {
    /// Returns the checked workspace.
    ///
    /// # Errors
    /// Returns the verdict itself where anything is wrong.
    pub fn into_checked(self) -> Result<Checked, Box<Self>> {
        match self {
            Self { settings: Some(settings), .. } if !diag::any_error(&self.diagnostics) => Ok(Checked {
                workspace: self.workspace,
                files: self.files,
                holdings: self.holdings,
                reports: self.reports,
                settings,
                _proof: Proof,
            }),
            other => Err(Box::new(other)),
        }
    }
}

/// Checks a workspace.
pub fn check(loaded: Loaded) -> Verdict {
    let Loaded { workspace, files, schemas, records, reports, settings, mut unread, mut diagnostics } = loaded;
    let (schemas, faults) = schemas::understand(&schemas);
    diagnostics.extend(faults);
    if diagnostics.iter().any(|fault| fault.severity == Severity::Error && is_in_schema(fault, &files)) {
        // What records must be is not known: whatever were told of them would be of the schema's making.
        let holdings = Arc::new(Holdings::new(Records::default(), schemas));
        diag::sort(&mut diagnostics, &files);
        return Verdict { holdings, reports: Vec::new(), files, diagnostics, workspace, settings: None };
    }
    let (records, mut found) = identity::identify(records, &schemas, &files, &mut unread);
    let holdings = Arc::new(Holdings::new(records, schemas));
    let defined = reports.len();
    let guesses = Guesses::of(&diagnostics, &files);
    let (of_records, ((settings, of_settings), (reports, of_reports))) = rayon::join(
        || each_record(&holdings, &files, &unread, &guesses),
        || (reports::settings(settings, &holdings, &files), reports::check(reports, &holdings, &workspace, &files)),
    );
    found.extend(of_records);
    guesses::settle(&mut diagnostics, &found, &guesses, &files);
    found.retain(|fault| !guesses.explain(fault, &files));
    diagnostics.append(&mut found);
    causes::one_fault_each(&mut diagnostics);
    diagnostics.extend(of_settings.into_iter().chain(of_reports));
    if reports.len() == defined {
        diagnostics.extend(requests::check(&holdings, &reports));
    }
    diagnostics.extend(references::circles(&holdings));
    if let Some(settings) = &settings {
        diagnostics.extend(translations::check(&holdings, &settings.languages(), &files));
    }
    diagnostics.extend(markings::check(&holdings));
    diagnostics.extend(markings::named_higher(&holdings, settings.as_ref().map(|s| s.marking.as_str())));
    let words = terms::check(&holdings, &reports, &faulty(&diagnostics));
    diagnostics.extend(words);
    let (broken, unused) = rayon::join(
        || rules_of_the_sound(&holdings, settings.as_ref(), &diagnostics),
        || if diag::any_error(&diagnostics) { Vec::new() } else { unused::check(&holdings, &reports) },
    );
    diagnostics.extend(broken);
    let sound = !diag::any_error(&diagnostics);
    diagnostics.extend(unused.into_iter().filter(|_| sound));
    silences::settle(&mut diagnostics, holdings.records.iter(), &files, &holdings.schemas, sound);
    diag::sort(&mut diagnostics, &files);
    Verdict { holdings, reports, files, diagnostics, workspace, settings }
}

fn is_in_schema(fault: &Diagnostic, files: &Files) -> bool {
    fault.place.as_ref().is_some_and(|place| files.path(place.file).starts_with("data/schema"))
}

/// Checks every record against its schema, its references and its claims.
fn each_record(holdings: &Holdings, files: &Files, unread: &Unread, guesses: &Guesses) -> Vec<Diagnostic> {
    let shapes = || {
        let records = holdings.records.as_slice().par_iter();
        records.flat_map_iter(|record| shape::check(record, holdings, files)).collect::<Vec<_>>()
    };
    let links = || {
        let patience = references::Patience::default();
        let of_one = |record| {
            let references = references::check(record, holdings, files, unread, &patience);
            references.into_iter().chain(claims::check(record, holdings, files, unread, guesses))
        };
        holdings.records.iter().flat_map(of_one).collect::<Vec<_>>()
    };
    let (mut faults, links) = rayon::join(shapes, links);
    faults.extend(links);
    faults
}

/// Returns the files that have errors.
fn faulty(faults: &[Diagnostic]) -> HashSet<FileId> {
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
    errors.filter_map(|fault| Some(fault.place.as_ref()?.file)).collect()
}

/// Asks the rules of schemas: they speak of records as their schemas describe them, so only of those that are so.
fn rules_of_the_sound(holdings: &Arc<Holdings>, settings: Option<&Settings>, so_far: &[Diagnostic]) -> Vec<Diagnostic> {
    let faulty = faulty(so_far);
    let sound = |record: &Record| !faulty.contains(&record.file) && !record.torn;
    let as_of = settings.map(|settings| settings.as_of.0.as_str());
    // A file that could not be read at all has no place: what it holds is missing where a rule asks for it.
    rules::check(holdings, as_of, sound, !diag::any_error(so_far))
}
