//! Records as CEL sees them: maps of their fields, claims settled, references as ids, dates as text.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cel::Value as Cel;

use crate::holdings::{Holdings, Settled};
use crate::record::node::Meaning;
use crate::record::quantity::Quantity;
use crate::record::{Node, Record, Value};
use crate::schema::{Object, Shape};

/// Records that expressions asked for, each turned into a map once.
pub struct Known {
    holdings: Arc<Holdings>,
    maps: Mutex<HashMap<String, Cel>>,
}

impl Known {
    /// Creates it over the holdings, without any record.
    pub fn new(holdings: &Arc<Holdings>) -> Self {
        Self { holdings: Arc::clone(holdings), maps: Mutex::default() }
    }

    /// Returns the holdings.
    pub fn holdings(&self) -> &Holdings {
        &self.holdings
    }

    /// Returns a record of the holdings as a map.
    pub fn record(&self, record: &Record) -> Cel {
        // A panic while a record is turned leaves the others as they are.
        let mut maps = self.maps.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(map) = maps.get(&record.id) {
            return map.clone();
        }
        let map = of_record(record, &self.holdings);
        maps.insert(record.id.clone(), map.clone());
        map
    }
}

/// Returns a record as a map.
pub fn of_record(record: &Record, holdings: &Holdings) -> Cel {
    fields(&record.root, &holdings.kind(record).object, holdings)
}

fn fields(node: &Node, object: &Object, holdings: &Holdings) -> Cel {
    let mut map: HashMap<String, Cel> = HashMap::new();
    for entry in node.entries() {
        let Some(field) = object.fields.get(&*entry.key) else { continue };
        if let Some(Settled { node, shape, .. }) = holdings.settle(&entry.value, &field.shape) {
            map.insert(entry.key.to_string(), of_node(node, shape, holdings));
        }
    }
    map.into()
}

/// Returns a value as CEL sees it.
pub fn of_node(node: &Node, shape: &Shape, holdings: &Holdings) -> Cel {
    match (&node.value, shape) {
        (Value::Scalar(_), _) => scalar(node, shape),
        (Value::List(items), Shape::List { items: shape, .. }) => {
            items.iter().map(|item| of_node(item, shape, holdings)).collect::<Vec<_>>().into()
        }
        (Value::List(items), _) => items.iter().map(|i| of_node(i, &Shape::Any, holdings)).collect::<Vec<_>>().into(),
        (Value::Map(_), Shape::Object(object)) => fields(node, object, holdings),
        (Value::Map(entries), _) => {
            let map: HashMap<String, Cel> =
                entries.iter().map(|e| (e.key.to_string(), of_node(&e.value, &Shape::Any, holdings))).collect();
            map.into()
        }
        (Value::Unread, _) => Cel::Null,
    }
}

fn scalar(node: &Node, shape: &Shape) -> Cel {
    let text = node.text().unwrap_or_default();
    match (shape, node.meaning()) {
        (Shape::Quantity, _) => Quantity::parse(text).map_or(Cel::Null, |q| Cel::Float(q.amount)),
        (Shape::Integer { .. } | Shape::Number | Shape::Any, Some(Meaning::Integer(n))) => Cel::Int(n),
        (Shape::Number | Shape::Any, Some(Meaning::Number(x))) => Cel::Float(x),
        (Shape::Truth | Shape::Any, Some(Meaning::Truth(b))) => b.into(),
        (_, Some(Meaning::Nothing)) => Cel::Null,
        _ => text.into(),
    }
}
