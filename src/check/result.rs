//! What checking found, and what may be printed of it.

use std::sync::Arc;

use super::rules::KindRules;
use crate::diag::{self, Diagnostic, Files};
use crate::load::Workspace;
use crate::report::{Report, Settings};
use crate::schema::Kind;
use crate::store::Store;

/// A workspace in which nothing is wrong.
#[derive(Debug)]
pub struct Checked {
    /// Where it lies.
    pub workspace: Workspace,
    /// The texts of its files.
    pub files: Files,
    /// The records.
    pub store: Arc<Store>,
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
pub struct CheckResult {
    /// The records as far as they could be understood.
    pub store: Arc<Store>,
    /// The reports as far as they could be understood.
    pub reports: Vec<Report>,
    /// The texts of the files.
    pub files: Files,
    /// All faults, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Those of them for which something in the workspace is not among the records and reports, or not as it is written.
    pub unread: Vec<Diagnostic>,
    /// Where it lies.
    pub(super) workspace: Workspace,
    /// The settings, if they could be understood.
    pub(super) settings: Option<Settings>,
}

impl CheckResult {
    /// Returns the rules of a kind, to be asked of records that are not there yet.
    pub fn rules_of<'a>(&'a self, kind: &'a Kind) -> KindRules<'a> {
        KindRules::new(kind, &self.store, self.settings.as_ref().map(|settings| settings.as_of))
    }

    /// Returns the checked workspace; `None` where anything is wrong.
    pub fn checked(&self) -> Option<Checked> {
        let settings = self.settings.clone().filter(|_| !diag::any_error(&self.diagnostics))?;
        Some(Checked {
            workspace: self.workspace.clone(),
            files: self.files.clone(),
            store: Arc::clone(&self.store),
            reports: self.reports.clone(),
            settings,
            _proof: Proof,
        })
    }
}
