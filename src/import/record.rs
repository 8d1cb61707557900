//! A row's values → the fields of a record, in the order of the schema.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::columns::Step;
use crate::record::Language;
use crate::schema::{Object, Shape};

/// A value of a new record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number, a date, true or false: as it is.
    Bare(String),
    /// A word of a choice or an id.
    Word(String),
    /// Free text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Fields in order.
    Fields(Vec<(String, Value)>),
}

/// A value of a row: where it belongs, what it is, and the column it came from.
#[derive(Debug)]
pub struct Filled {
    /// The way to it.
    pub path: Vec<Step>,
    /// The value.
    pub value: Value,
    /// The column.
    pub column: usize,
}

/// Where each value came to stand: the way to it in the record, and its column.
pub type Origins = Vec<(Vec<String>, usize)>;

/// Puts the values of a row together. Entries of a list that the row leaves empty close up.
pub fn assemble(filled: Vec<Filled>, object: &Object) -> (Value, Origins) {
    let mut root = Branch::Fields(IndexMap::new());
    for Filled { path, value, column } in filled {
        root.insert(&path, value, column);
    }
    let mut origins = Vec::new();
    let value = root.finish(&Order::Object(object), &mut Vec::new(), &mut origins);
    (value, origins)
}

/// Values on the way to becoming a record.
enum Branch {
    Leaf(Value, usize),
    Fields(IndexMap<String, Branch>),
    Entries(BTreeMap<usize, Branch>),
}

/// The order in which fields stand.
enum Order<'s> {
    Object(&'s Object),
    Shape(&'s Shape),
    None,
}

impl Branch {
    /// Puts a value in its place. Of two that exclude each other the later one is dropped; the fault is told elsewhere.
    fn insert(&mut self, path: &[Step], value: Value, column: usize) {
        let Some((step, rest)) = path.split_first() else { return };
        let fresh = || match rest.first() {
            None => Self::Leaf(value.clone(), column),
            Some(Step::Field(_)) => Self::Fields(IndexMap::new()),
            Some(Step::Entry(_)) => Self::Entries(BTreeMap::new()),
        };
        let next = match (self, step) {
            (Self::Fields(fields), Step::Field(name)) => fields.entry(name.clone()).or_insert_with(fresh),
            (Self::Entries(entries), Step::Entry(number)) => entries.entry(*number).or_insert_with(fresh),
            _ => return,
        };
        next.insert(rest, value, column);
    }

    fn finish(self, order: &Order<'_>, path: &mut Vec<String>, origins: &mut Origins) -> Value {
        match self {
            Self::Leaf(value, column) => {
                origins.push((path.clone(), column));
                value
            }
            Self::Entries(entries) => {
                let inner = match order {
                    Order::Shape(shape) => match shape.inner() {
                        Shape::List { items, .. } => Order::Shape(items),
                        _ => Order::None,
                    },
                    _ => Order::None,
                };
                let mut values = Vec::new();
                for (at, branch) in entries.into_values().enumerate() {
                    path.push(at.to_string());
                    values.push(branch.finish(&inner, path, origins));
                    path.pop();
                }
                Value::List(values)
            }
            Self::Fields(mut fields) => {
                let mut values = Vec::new();
                for name in order.names(&fields) {
                    let Some(branch) = fields.shift_remove(&name) else { continue };
                    path.push(name.clone());
                    values.push((name.clone(), branch.finish(&order.below(&name), path, origins)));
                    path.pop();
                }
                Value::Fields(values)
            }
        }
    }
}

impl<'s> Order<'s> {
    fn names(&self, fields: &IndexMap<String, Branch>) -> Vec<String> {
        let own = || fields.keys().cloned().collect();
        match self {
            Self::Object(object) => object.fields.keys().cloned().collect(),
            Self::Shape(shape) => match shape.inner() {
                Shape::Object(object) if !fields.contains_key("claim") => object.fields.keys().cloned().collect(),
                Shape::Localized { .. } if !fields.contains_key("claim") => {
                    Language::ALL.map(|language| language.code().to_owned()).into()
                }
                _ => own(),
            },
            Self::None => own(),
        }
    }

    fn below(&self, name: &str) -> Order<'s> {
        let object = match self {
            Self::Object(object) => Some(*object),
            Self::Shape(shape) => match shape.inner() {
                Shape::Object(object) => Some(object),
                Shape::Map(inner) => return Order::Shape(inner),
                _ => None,
            },
            Self::None => None,
        };
        let field = object.and_then(|object| object.fields.get(name));
        field.map_or(Order::None, |field| Order::Shape(&field.shape))
    }
}
