//! A source, as a person finds it.

use serde::Serialize;

use crate::record::Node;
use crate::record::text::in_language;
use crate::record::{Language, Record};
use crate::store::Store;

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title, or what it is where it has none.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read.
    pub address: Option<String>,
}

impl Source {
    /// Describes the source of an id; one that is not there has nothing but its id.
    pub fn of(id: &str, store: &Store, language: Language) -> Self {
        let record = store.records.get(id);
        let text = |fields: &[&str]| {
            fields.iter().find_map(|field| words(record?.root.get(field)?, language)).map(str::to_owned)
        };
        Self {
            id: id.to_owned(),
            title: text(&["title", "described"]),
            publisher: text(&["publisher"]),
            address: text(&["address", "mirror", "original"]),
        }
    }
}

/// Returns the words of a text, whether it is one per language or one alone.
pub fn words(node: &Node, language: Language) -> Option<&str> {
    in_language(node, language).map(|(_, text)| text).or_else(|| node.text())
}

/// Returns what a record is called.
pub fn label<'r>(record: &'r Record, store: &Store, language: Language) -> &'r str {
    record.root.get(&store.kind(record).label).and_then(|node| words(node, language)).unwrap_or(&record.id)
}
