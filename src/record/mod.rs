//! Records: the things the whole house speaks of. This room knows trees of values with places, ids, dates, quantities, languages and
//! markings. It looks only at the ground floor.

pub mod edtf;
pub mod id;
pub mod language;
pub mod letters;
pub mod link;
mod made;
pub mod markdown;
pub mod marking;
pub mod nearest;
pub mod node;
pub mod quantity;
pub mod suppression;
pub mod text;

use std::collections::HashMap;

use crate::diag::{FileId, Place};
use edtf::Date;
pub use language::Language;
use marking::Marking;
pub use node::{Entry, Node, Scalar, Span, Value};

/// A record as it was read: a tree with places, its kind, its file.
#[derive(Debug, Clone)]
pub struct Record {
    /// The id, as written in the record.
    pub id: String,
    /// The name of its kind.
    pub kind: String,
    /// The file it stands in.
    pub file: FileId,
    /// Its fields.
    pub root: Node,
    /// Whether lines of it could not be read, so that a field may be missing for that reason alone.
    pub incomplete: bool,
}

impl Record {
    /// Returns the marking that the record carries.
    pub fn marking(&self) -> Option<Marking> {
        self.root.get("marking").and_then(Node::text).map(Marking::from)
    }

    /// Returns the date that a field of a system kind gives; its schema says that it is one.
    pub fn date(&self, field: &str) -> Option<Date> {
        Date::parse(self.root.get(field)?.text()?).ok()
    }

    /// Returns the place of a span in this record's file.
    pub fn place(&self, span: Span) -> Place {
        Place { file: self.file, range: span.range() }
    }

    /// Returns the place of a field, or of the whole record's id where the field is absent.
    pub fn place_of(&self, field: &str) -> Place {
        let entry = self.root.entry(field).or_else(|| self.root.entry("id"));
        self.place(entry.map_or(self.root.span, |e| e.key_span.to(e.value.span)))
    }
}

/// All records of a workspace, found by id or by kind; the order is that of kind and id and never that of the disk.
#[derive(Debug, Clone, Default)]
pub struct Records {
    all: Vec<Record>,
    by_id: HashMap<String, usize>,
}

impl Records {
    /// Takes the records in and sorts them; of two records with one id the first of the sorted order is found.
    pub fn new(mut all: Vec<Record>) -> Self {
        all.sort_by(|a, b| (&a.kind, &a.id, a.file).cmp(&(&b.kind, &b.id, b.file)));
        let mut by_id = HashMap::with_capacity(all.len());
        for (at, record) in all.iter().enumerate() {
            by_id.entry(record.id.clone()).or_insert(at);
        }
        Self { all, by_id }
    }

    /// Returns every record, ordered by kind and id.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        self.all.iter()
    }

    /// Returns all of them, in the order of reading.
    pub fn as_slice(&self) -> &[Record] {
        &self.all
    }

    /// Returns how many there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Returns the record of an id.
    pub fn get(&self, id: &str) -> Option<&Record> {
        self.by_id.get(id).map(|&at| &self.all[at])
    }

    /// Returns the records of a kind, ordered by id.
    pub fn of_kind(&self, kind: &str) -> std::slice::Iter<'_, Record> {
        let start = self.all.partition_point(|record| record.kind.as_str() < kind);
        let count = self.all[start..].partition_point(|record| record.kind == kind);
        self.all[start..start + count].iter()
    }
}
