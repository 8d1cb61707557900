//! Records as CEL sees them: maps of their fields, claims settled, references as ids, dates as text.

use std::collections::HashMap;

use cel::Value as Cel;

use crate::record::node::Meaning;
use crate::record::{Entry, Node, Record, Value};
use crate::schema::{Object, Shape};
use crate::store::{Settled, Store, Typed};

/// Returns a record as a map.
pub fn of_record(record: &Record, store: &Store) -> Cel {
    fields(&record.root, &store.kind(record).object, store)
}

fn fields(node: &Node, object: &Object, store: &Store) -> Cel {
    let known = |entry: &Entry| {
        let field = object.fields.get(&*entry.key)?;
        let Settled { node, shape, .. } = store.settle(&entry.value, &field.shape)?;
        Some((entry.key.to_string(), of_node(node, shape, store)))
    };
    node.entries().iter().filter_map(known).collect::<HashMap<String, Cel>>().into()
}

/// Returns a value as CEL sees it.
pub fn of_node(node: &Node, shape: &Shape, store: &Store) -> Cel {
    match Typed::of(node, shape) {
        Typed::Null => Cel::Null,
        Typed::Text(text) | Typed::Address(text) | Typed::Reference(_, text) => text.into(),
        Typed::Marking(marking) => marking.to_string().into(),
        Typed::Integer(number) => Cel::Int(number),
        Typed::Number(number) => Cel::Float(number),
        Typed::Bool(truth) => truth.into(),
        Typed::Date(_) => node.text().unwrap_or_default().into(),
        Typed::Quantity(quantity) => Cel::Float(quantity.amount),
        Typed::List(items, shape) => items.iter().map(|item| of_node(item, shape, store)).collect::<Vec<_>>().into(),
        Typed::Object(object) => fields(node, object, store),
        Typed::Map(entries, shape) => named(entries, |node| {
            let settled = store.settle(node, shape);
            settled.map_or(Cel::Null, |settled| of_node(settled.node, settled.shape, store))
        }),
        Typed::Localized { .. } => named(node.entries(), loose),
        // What rests on a claim is settled by the field that holds it; an entry of a list has no field of its own.
        Typed::Claim(..) => {
            let settled = store.settle(node, shape);
            settled.map_or(Cel::Null, |settled| of_node(settled.node, settled.shape, store))
        }
        Typed::Any | Typed::Misfit => loose(node),
    }
}

fn named(entries: &[Entry], value: impl Fn(&Node) -> Cel) -> Cel {
    entries.iter().map(|entry| (entry.key.to_string(), value(&entry.value))).collect::<HashMap<_, _>>().into()
}

/// Returns a value of no known shape by what it means in YAML.
fn loose(node: &Node) -> Cel {
    match (&node.value, node.meaning()) {
        (Value::List(items), _) => items.iter().map(loose).collect::<Vec<_>>().into(),
        (Value::Map(entries), _) => named(entries, loose),
        (_, Some(Meaning::Integer(number))) => Cel::Int(number),
        (_, Some(Meaning::Number(number))) => Cel::Float(number),
        (_, Some(Meaning::Truth(truth))) => truth.into(),
        (_, Some(Meaning::Text(text))) => text.into(),
        (_, Some(Meaning::Null) | None) => Cel::Null,
    }
}
