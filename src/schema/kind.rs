//! Kinds of record, as their schemas describe them.

use std::collections::BTreeMap;

use super::shape::Object;
use crate::diag::{LocalizedText, Place, Severity};

/// A kind of record.
#[derive(Debug)]
pub struct Kind {
    /// Its name: the file name of the schema.
    pub name: String,
    /// The folder of `data/` that holds its records.
    pub folder: String,
    /// The field by which a record is called in lists.
    pub label: String,
    /// The field by which records are ordered where nothing else is said.
    pub order: Option<String>,
    /// What it is called.
    pub title: LocalizedText,
    /// What it is, for a person.
    pub description: LocalizedText,
    /// The fields.
    pub object: Object,
    /// The rules that hold between fields and across references.
    pub rules: Vec<Rule>,
}

/// A rule of a schema, not yet compiled.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The expression in CEL over `self`; true means fine.
    pub expression: String,
    /// The code of the fault.
    pub code: String,
    /// What is wrong; `{path}` stands for the value of the record at the end of a path.
    pub message: LocalizedText,
    /// What to do.
    pub help: Option<LocalizedText>,
    /// How much it weighs.
    pub severity: Severity,
    /// The field at which the fault is shown.
    pub at: Option<String>,
    /// The path to the entries of which it is asked one by one, as `it`; without it, the record is asked.
    pub each: Option<String>,
    /// Where the expression stands in the schema.
    pub place: Option<Place>,
}

/// All kinds of a workspace.
#[derive(Debug, Default)]
pub struct Schemas {
    kinds: BTreeMap<String, Kind>,
}

impl Schemas {
    /// Creates the table from kinds of unique names.
    pub fn new(kinds: impl IntoIterator<Item = Kind>) -> Self {
        Self { kinds: kinds.into_iter().map(|kind| (kind.name.clone(), kind)).collect() }
    }

    /// Returns the kind of a name.
    pub fn get(&self, name: &str) -> Option<&Kind> {
        self.kinds.get(name)
    }

    /// Returns the kind whose records stand in a folder.
    pub fn of_folder(&self, folder: &str) -> Option<&Kind> {
        self.kinds.values().find(|kind| kind.folder == folder)
    }

    /// Returns all kinds of records by name; the forms of reports and settings are not among them.
    pub fn iter(&self) -> impl Iterator<Item = &Kind> {
        self.kinds.values().filter(|kind| !kind.folder.is_empty())
    }
}
