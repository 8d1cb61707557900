//! Schemas: what a record of each kind is. Read from `data/schema/`, and for the system kinds built in.
//!
//! The language is JSON Schema draft-07, in the closed part that `data/schema/README.md` describes, plus a few keywords of ours. A
//! schema that says more than the checker would obey is refused, so that no rule is ever quietly ignored.

pub mod editor;
pub mod keywords;
pub mod publish;
mod read;
mod shape;

use std::collections::BTreeMap;

pub use read::{RawSchema, read};
pub use shape::{Dating, Field, Object, Reference, Shape};

use crate::diag::{LocalizedText, Place, Severity};

/// The schemas that every workspace has, by file name.
pub const SYSTEM: &[(&str, &str)] = &[
    ("claim.schema.json", include_str!("system/claim.schema.json")),
    ("marking-scheme.schema.json", include_str!("system/marking-scheme.schema.json")),
    ("recipient.schema.json", include_str!("system/recipient.schema.json")),
    ("report.schema.json", include_str!("system/report.schema.json")),
    ("request.schema.json", include_str!("system/request.schema.json")),
    ("settings.schema.json", include_str!("system/settings.schema.json")),
    ("source.schema.json", include_str!("system/source.schema.json")),
    ("term.schema.json", include_str!("system/term.schema.json")),
];

/// Returns whether a kind is built in.
pub fn is_system(kind: &str) -> bool {
    SYSTEM.iter().any(|(name, _)| name.strip_suffix(".schema.json") == Some(kind))
}

/// The definitions that schemas share.
pub const DEFINITIONS: (&str, &str) = ("definitions.schema.json", include_str!("system/definitions.schema.json"));

/// The kind of records that sources are.
pub const SOURCE: &str = "source";
/// The kind of contested points.
pub const CLAIM: &str = "claim";
/// The kind of words and names.
pub const TERM: &str = "term";
/// The kind of marking schemes.
pub const MARKING_SCHEME: &str = "marking-scheme";
/// The kind of requests for documents.
pub const REQUEST: &str = "request";
/// The form of a report's definition.
pub const REPORT: &str = "report";
/// The form of the settings.
pub const SETTINGS: &str = "settings";

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
