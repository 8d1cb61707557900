//! A snapshot: the workspace read and checked, with the trees of the files that are no records.

use crate::check::{CheckResult, check};
use crate::diag::{Diagnostic, FileId, Files, Severity};
use crate::load::{Loaded, Overlay, Reader, Workspace};
use crate::record::Node;

use super::change::Change;

/// What a file that holds no record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormSort {
    /// The schema of a kind.
    Schema,
    /// The definition of a report.
    Report,
    /// The settings.
    Settings,
}

/// A file that holds no record.
#[derive(Debug)]
pub struct Form {
    /// What it is.
    pub sort: FormSort,
    /// The file.
    pub file: FileId,
    /// Its tree.
    pub root: Node,
}

/// A workspace, read and checked.
#[derive(Debug)]
pub struct Snapshot {
    /// Where it lies.
    pub workspace: Workspace,
    /// The records, and what is wrong.
    pub result: CheckResult,
    /// Schemas of the workspace, reports and settings.
    pub forms: Vec<Form>,
    reader: Reader,
}

/// Faults with the texts that they point into.
#[derive(Debug)]
pub struct Diagnosed {
    /// The faults.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts.
    pub files: Files,
}

impl Snapshot {
    /// Reads and checks a workspace.
    pub fn of(workspace: Workspace) -> Self {
        let reader = Reader::new(workspace.clone());
        let loaded = reader.load(&Overlay::new());
        let forms = forms(&loaded);
        Self { workspace, result: check(loaded), forms, reader }
    }

    /// Reads the workspace as it would be with other texts.
    pub fn load_over(&self, overlay: &Overlay) -> Loaded {
        self.reader.load(overlay)
    }

    /// Returns the languages of the workspace; English where its settings name none.
    pub fn languages(&self) -> Vec<String> {
        let settings = self.forms.iter().find(|form| form.sort == FormSort::Settings);
        let named = settings.and_then(|form| form.root.get("languages")).map(Node::items).unwrap_or_default();
        let named: Vec<String> = named.iter().filter_map(Node::text).map(str::to_owned).collect();
        if named.is_empty() { vec!["en".to_owned()] } else { named }
    }

    /// Returns the errors that the workspace would have after changes and does not have now.
    pub fn new_errors(&self, changes: &[Change]) -> Option<Diagnosed> {
        let mut overlay = Overlay::new();
        changes.iter().for_each(|change| change.overlay_on(&mut overlay));
        let after = check(self.load_over(&overlay));
        let mut before: Vec<&str> = errors(&self.result).map(Diagnostic::code).collect();
        let mut new = Vec::new();
        for fault in errors(&after) {
            match before.iter().position(|code| *code == fault.code()) {
                Some(at) => drop(before.swap_remove(at)),
                None => new.push(fault.clone()),
            }
        }
        (!new.is_empty()).then_some(Diagnosed { diagnostics: new, files: after.files })
    }
}

fn errors(result: &CheckResult) -> impl Iterator<Item = &Diagnostic> {
    result.diagnostics.iter().filter(|fault| fault.severity == Severity::Error)
}

fn forms(loaded: &Loaded) -> Vec<Form> {
    let own = |file: FileId| !loaded.files.path(file).starts_with("chancery");
    let schemas = loaded.schemas.iter().filter_map(|schema| Some((FormSort::Schema, schema.file?, &schema.root)));
    let reports = loaded.reports.iter().map(|report| (FormSort::Report, report.file, &report.root));
    let settings = loaded.settings.iter().map(|(file, root)| (FormSort::Settings, *file, root));
    let all = schemas.chain(reports).chain(settings).filter(|(_, file, _)| own(*file));
    all.map(|(sort, file, root)| Form { sort, file, root: root.clone() }).collect()
}
