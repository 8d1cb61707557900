//! Records by the names that people know them by, in any language.

use std::cell::RefCell;
use std::collections::HashMap;

use super::fold::fold;
use crate::holdings::Holdings;
use crate::record::{Node, Record, Value};
use crate::schema::Reference;

/// What a name leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// One record.
    One(String),
    /// Several records.
    Several(Vec<String>),
    /// None.
    None,
}

/// The records of a workspace by name; each kind is read when it is first asked for.
pub struct Labels<'h> {
    holdings: &'h Holdings,
    kinds: RefCell<HashMap<String, HashMap<String, Vec<String>>>>,
}

impl<'h> Labels<'h> {
    /// Creates the register; nothing is read yet.
    pub fn new(holdings: &'h Holdings) -> Self {
        Self { holdings, kinds: RefCell::default() }
    }

    /// Finds the record that a reference may name by these words.
    pub fn find(&self, name: &str, reference: &Reference) -> Found {
        let name = fold(name);
        let mut ids: Vec<String> = Vec::new();
        for kind in self.kinds_of(reference) {
            let mut kinds = self.kinds.borrow_mut();
            let names = kinds.entry(kind.to_owned()).or_insert_with(|| self.names(kind));
            ids.extend(names.get(&name).into_iter().flatten().cloned());
        }
        ids.sort();
        match ids.as_slice() {
            [] => Found::None,
            [_] => Found::One(ids.remove(0)),
            _ => Found::Several(ids),
        }
    }

    /// Returns whether a reference may name the record of this id.
    pub fn is_id(&self, id: &str, reference: &Reference) -> bool {
        let record = self.holdings.records.get(id);
        record.is_some_and(|record| reference.kinds.is_empty() || reference.kinds.contains(&record.kind))
    }

    /// Returns the id or name nearest to a mistyped one.
    pub fn nearest(&self, name: &str, reference: &Reference) -> Option<String> {
        let records = || self.kinds_of(reference).into_iter().flat_map(|kind| self.holdings.records.of_kind(kind));
        let names = records().flat_map(|record| self.names_of(record));
        let all: Vec<String> = records().map(|record| record.id.clone()).chain(names).collect();
        super::nearest::nearest(name, all.iter().map(String::as_str)).map(str::to_owned)
    }

    fn kinds_of<'a>(&'a self, reference: &'a Reference) -> Vec<&'a str> {
        if reference.kinds.is_empty() {
            return self.holdings.schemas.iter().map(|kind| kind.name.as_str()).collect();
        }
        reference.kinds.iter().map(String::as_str).collect()
    }

    fn names(&self, kind: &str) -> HashMap<String, Vec<String>> {
        let mut names: HashMap<String, Vec<String>> = HashMap::new();
        for record in self.holdings.records.of_kind(kind) {
            for name in self.names_of(record) {
                let ids = names.entry(fold(&name)).or_default();
                if !ids.contains(&record.id) {
                    ids.push(record.id.clone());
                }
            }
        }
        names
    }

    /// Returns the names of a record in every language.
    fn names_of(&self, record: &Record) -> Vec<String> {
        let label = &self.holdings.kind(record).label;
        let Some(node) = record.root.get(label) else { return Vec::new() };
        let text = |node: &Node| node.text().map(str::to_owned);
        match &node.value {
            Value::Map(entries) => entries.iter().filter_map(|entry| text(&entry.value)).collect(),
            _ => text(node).into_iter().collect(),
        }
    }
}
