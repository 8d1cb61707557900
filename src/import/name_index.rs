//! Records by the names that people know them by, in any language.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::normalize::normalized;
use crate::record::{Node, Record, Value, nearest::nearest};
use crate::schema::Reference;
use crate::store::Store;

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
pub struct NameIndex<'h> {
    store: &'h Store,
    kinds: RefCell<HashMap<String, Rc<Names>>>,
}

/// The names of the records of a kind.
#[derive(Default)]
struct Names {
    /// By the name as it is compared, the ids of those that have it.
    ids: HashMap<String, Vec<String>>,
    /// Every id and name, as it is compared and as it is written.
    all: Vec<(String, String)>,
}

impl<'h> NameIndex<'h> {
    /// Creates the register; nothing is read yet.
    pub fn new(store: &'h Store) -> Self {
        Self { store, kinds: RefCell::default() }
    }

    /// Finds the record that a reference may name by these words.
    pub fn find(&self, name: &str, reference: &Reference) -> Found {
        let name = normalized(name);
        let mut ids: Vec<String> = Vec::new();
        for kind in self.kinds_of(reference) {
            ids.extend(self.names(kind).ids.get(&name).into_iter().flatten().cloned());
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
        let record = self.store.records.get(id);
        record.is_some_and(|record| reference.kinds.is_empty() || reference.kinds.contains(&record.kind))
    }

    /// Returns the id or name nearest to a mistyped one.
    pub fn nearest(&self, name: &str, reference: &Reference) -> Option<String> {
        let kinds: Vec<Rc<Names>> = self.kinds_of(reference).into_iter().map(|kind| self.names(kind)).collect();
        let all = kinds.iter().flat_map(|names| &names.all).map(|(folded, name)| (folded.as_str(), name.as_str()));
        nearest(&normalized(name), all).map(str::to_owned)
    }

    fn kinds_of<'a>(&'a self, reference: &'a Reference) -> Vec<&'a str> {
        if reference.kinds.is_empty() {
            return self.store.schemas.iter().map(|kind| kind.name.as_str()).collect();
        }
        reference.kinds.iter().map(String::as_str).collect()
    }

    fn names(&self, kind: &str) -> Rc<Names> {
        if let Some(names) = self.kinds.borrow().get(kind) {
            return Rc::clone(names);
        }
        let mut names = Names::default();
        for record in self.store.records.of_kind(kind) {
            names.all.push((normalized(&record.id), record.id.clone()));
            for name in self.names_of(record) {
                let folded = normalized(&name);
                let ids = names.ids.entry(folded.clone()).or_default();
                if !ids.contains(&record.id) {
                    ids.push(record.id.clone());
                }
                names.all.push((folded, name));
            }
        }
        let names = Rc::new(names);
        self.kinds.borrow_mut().insert(kind.to_owned(), Rc::clone(&names));
        names
    }

    /// Returns the names of a record in every language.
    fn names_of(&self, record: &Record) -> Vec<String> {
        let label = &self.store.kind(record).label;
        let Some(node) = record.root.get(label) else { return Vec::new() };
        let text = |node: &Node| node.text().map(str::to_owned);
        match &node.value {
            Value::Map(entries) => entries.iter().filter_map(|entry| text(&entry.value)).collect(),
            _ => text(node).into_iter().collect(),
        }
    }
}
