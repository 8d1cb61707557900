//! Check: trees → records that are what their schemas say. Every fault at once, one rule a file.
//!
//! [`Checked`] has no public constructor: what holds one knows that nothing unchecked can be printed.

mod claims;
mod identity;
mod markings;
mod nearest;
mod references;
mod reports;
mod rules;
mod schemas;
mod shape;
mod translations;
mod words;

use std::sync::Arc;

use crate::diag::{self, Diagnostic, Files};
use crate::holdings::Holdings;
use crate::load::{Loaded, Workspace};
use crate::report::{Report, Settings};

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
    let Loaded { workspace, files, schemas, records, reports, settings, mut diagnostics } = loaded;
    let (schemas, faults) = schemas::understand(&schemas);
    diagnostics.extend(faults);
    let (records, faults) = identity::identify(records, &schemas);
    diagnostics.extend(faults);
    let holdings = Arc::new(Holdings::new(records, schemas));
    for record in holdings.records.iter() {
        diagnostics.extend(shape::check(record, &holdings));
        diagnostics.extend(references::check(record, &holdings));
        diagnostics.extend(claims::check(record, &holdings));
    }
    // Rules and reports speak of records as their schemas describe them: they are asked once the records are so.
    let sound = !diag::any_error(&diagnostics);
    let (settings, faults) = reports::settings(settings, &holdings);
    diagnostics.extend(faults);
    let (reports, faults) = reports::check(reports, &holdings, &workspace);
    diagnostics.extend(faults);
    if let Some(settings) = &settings {
        diagnostics.extend(translations::check(&holdings, &settings.languages()));
    }
    diagnostics.extend(markings::check(&holdings));
    diagnostics.extend(words::check(&holdings, &reports));
    if let Some(settings) = settings.as_ref().filter(|_| sound) {
        diagnostics.extend(rules::check(&holdings, &settings.as_of.0));
    }
    diag::sort(&mut diagnostics, &files);
    Verdict { holdings, reports, files, diagnostics, workspace, settings }
}
