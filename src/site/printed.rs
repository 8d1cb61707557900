//! Which records a document printed, and of which of them a name: all that the index needs of its page data, which are much longer.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::record::Record;
use crate::schema::{SOURCE, Shape};
use crate::store::Store;

/// The records that a document printed and that the edition may show.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// With its subject, each with whether a name of it is printed.
    pub subject: BTreeMap<String, bool>,
    /// In its sets.
    pub sets: BTreeMap<String, bool>,
}

impl Printed {
    /// Reads page data.
    pub fn of(data: &Json, store: &Store) -> Self {
        Self { subject: mentions(&data["subject"], store), sets: mentions(&data["sets"], store) }
    }

    /// Returns the ids of the records of which a name is printed.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        let all = self.subject.iter().chain(&self.sets);
        all.filter(|(_, is_named)| **is_named).map(|(id, _)| id.as_str())
    }
}

/// Returns the records in a part of what a document printed, however deep they stand.
fn mentions(part: &Json, store: &Store) -> BTreeMap<String, bool> {
    let mut mentions = BTreeMap::new();
    let mut left = vec![part];
    while let Some(part) = left.pop() {
        match part {
            Json::Object(fields) => {
                let record = fields.get("id").and_then(Json::as_str).and_then(|id| store.records.get(id));
                if let Some(record) = record {
                    *mentions.entry(record.id.clone()).or_default() |= is_named(record, fields, store);
                }
                left.extend(fields.values());
            }
            Json::Array(items) => left.extend(items),
            _ => {}
        }
    }
    mentions
}

/// Returns whether what is printed of a record is one of its names: a report that counts events prints their dates, and not what they are
/// called. Sources stand in a list of their own.
fn is_named(record: &Record, printed: &Map<String, Json>, store: &Store) -> bool {
    let kind = store.kind(record);
    let is_name = |name: &String| {
        let shape = kind.object.fields.get(name).map(|field| field.shape.inner());
        *name == kind.label || matches!(shape, Some(Shape::Localized { markdown: false }))
    };
    record.kind != SOURCE && printed.iter().any(|(name, value)| !value.is_null() && is_name(name))
}
