//! Records as CEL sees them: maps of their fields, claims settled, references as ids, dates as text.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cel::Value as Cel;

use crate::record::node::Meaning;
use crate::record::quantity::Quantity;
use crate::record::{Node, Record, Value};
use crate::schema::{Object, Shape};
use crate::store::{Settled, Store};

/// Records that expressions asked for, each turned into a map once.
pub struct Known {
    store: Arc<Store>,
    maps: Mutex<HashMap<String, Cel>>,
}

impl Known {
    /// Creates it over the store, without any record.
    pub fn new(store: &Arc<Store>) -> Self {
        Self { store: Arc::clone(store), maps: Mutex::default() }
    }

    /// Returns the store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Returns a record of the store as a map.
    pub fn record(&self, record: &Record) -> Cel {
        // A panic while a record is turned leaves the others as they are.
        let mut maps = self.maps.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(map) = maps.get(&record.id) {
            return map.clone();
        }
        let map = of_record(record, &self.store);
        maps.insert(record.id.clone(), map.clone());
        map
    }
}

/// Returns a record as a map.
pub fn of_record(record: &Record, store: &Store) -> Cel {
    fields(&record.root, &store.kind(record).object, store)
}

fn fields(node: &Node, object: &Object, store: &Store) -> Cel {
    let mut map: HashMap<String, Cel> = HashMap::new();
    for entry in node.entries() {
        let Some(field) = object.fields.get(&*entry.key) else { continue };
        if let Some(Settled { node, shape, .. }) = store.settle(&entry.value, &field.shape) {
            map.insert(entry.key.to_string(), of_node(node, shape, store));
        }
    }
    map.into()
}

/// Returns a value as CEL sees it.
pub fn of_node(node: &Node, shape: &Shape, store: &Store) -> Cel {
    match (&node.value, shape) {
        (Value::Scalar(_), _) => scalar(node, shape),
        (Value::List(items), Shape::List { items: shape, .. }) => {
            items.iter().map(|item| of_node(item, shape, store)).collect::<Vec<_>>().into()
        }
        (Value::List(items), _) => items.iter().map(|i| of_node(i, &Shape::Any, store)).collect::<Vec<_>>().into(),
        (Value::Map(_), Shape::Object(object)) => fields(node, object, store),
        (Value::Map(entries), _) => {
            let map: HashMap<String, Cel> =
                entries.iter().map(|e| (e.key.to_string(), of_node(&e.value, &Shape::Any, store))).collect();
            map.into()
        }
        (Value::Unreadable, _) => Cel::Null,
    }
}

fn scalar(node: &Node, shape: &Shape) -> Cel {
    let text = node.text().unwrap_or_default();
    match (shape, node.meaning()) {
        (Shape::Quantity, _) => Quantity::parse(text).map_or(Cel::Null, |q| Cel::Float(q.amount)),
        (Shape::Integer { .. } | Shape::Number | Shape::Any, Some(Meaning::Integer(n))) => Cel::Int(n),
        (Shape::Number | Shape::Any, Some(Meaning::Number(x))) => Cel::Float(x),
        (Shape::Bool | Shape::Any, Some(Meaning::Truth(b))) => b.into(),
        (_, Some(Meaning::Null)) => Cel::Null,
        _ => text.into(),
    }
}
