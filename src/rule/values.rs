//! The values of the records of a store as CEL sees them, each made once and shared by all who evaluate, and an index of their fields.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cel::Value as Cel;
use cel::objects::KeyRef;

use super::filter::{Pin, Relation};
use super::value;
use crate::record::Record;
use crate::store::Store;

/// Records that were asked for, each turned into a map once, and the indexes over fields that filters compare.
#[derive(Debug)]
pub struct Values {
    store: Arc<Store>,
    maps: Mutex<HashMap<String, Cel>>,
    indexes: Mutex<HashMap<(String, String), Arc<Index>>>,
}

/// The records of a kind by a field, as positions among the records of the kind.
#[derive(Debug, Default)]
struct Index {
    /// By text, those whose field is the text.
    is: HashMap<String, Vec<usize>>,
    /// By text, those whose field is a list that holds the text.
    holds: HashMap<String, Vec<usize>>,
    /// Those without the field.
    absent: Vec<usize>,
    /// Those whose field is no list.
    no_list: Vec<usize>,
}

impl Values {
    /// Creates it over a store, without any record.
    pub fn new(store: &Arc<Store>) -> Self {
        Self { store: Arc::clone(store), maps: Mutex::default(), indexes: Mutex::default() }
    }

    /// Returns the store.
    pub fn store(&self) -> &Arc<Store> {
        &self.store
    }

    /// Returns a record as a map. One that is not of the store, such as a draft, is turned each time.
    pub fn record(&self, record: &Record) -> Cel {
        if !self.store.records.get(&record.id).is_some_and(|own| std::ptr::eq(own, record)) {
            return value::of_record(record, &self.store);
        }
        // A panic while a record is turned leaves the others as they are.
        let known = self.maps.lock().unwrap_or_else(PoisonError::into_inner).get(&record.id).cloned();
        known.unwrap_or_else(|| {
            let map = value::of_record(record, &self.store);
            self.maps.lock().unwrap_or_else(PoisonError::into_inner).insert(record.id.clone(), map.clone());
            map
        })
    }

    /// Returns the positions of the records of a kind for which a comparison can hold or gives no answer; `texts` are what the field
    /// is compared with. In order.
    pub(super) fn worth_asking(&self, kind: &str, pin: &Pin, texts: &[String]) -> Vec<usize> {
        let index = self.index(kind, &pin.field);
        let found = |map: &HashMap<String, Vec<usize>>| -> Vec<usize> {
            texts.iter().filter_map(|text| map.get(text)).flatten().copied().collect()
        };
        let mut positions = match pin.relation {
            Relation::Is => found(&index.is),
            Relation::Holds => [found(&index.holds), index.no_list.clone()].concat(),
        };
        if !pin.guarded {
            positions.extend(&index.absent);
        }
        positions.sort_unstable();
        positions.dedup();
        positions
    }

    fn index(&self, kind: &str, field: &str) -> Arc<Index> {
        let key = (kind.to_owned(), field.to_owned());
        let mut indexes = self.indexes.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(indexes.entry(key).or_insert_with(|| Arc::new(self.index_of(kind, field))))
    }

    fn index_of(&self, kind: &str, field: &str) -> Index {
        let mut index = Index::default();
        for (position, record) in self.store.records.of_kind(kind).enumerate() {
            let Cel::Map(map) = self.record(record) else { continue };
            match map.get(&KeyRef::String(field)) {
                None => index.absent.push(position),
                Some(Cel::String(text)) => {
                    index.is.entry(text.to_string()).or_default().push(position);
                    index.no_list.push(position);
                }
                Some(Cel::List(items)) => {
                    for item in items.iter() {
                        if let Cel::String(text) = item {
                            index.holds.entry(text.to_string()).or_default().push(position);
                        }
                    }
                }
                Some(_) => index.no_list.push(position),
            }
        }
        index
    }
}
