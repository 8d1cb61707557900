//! A row's values → the fields of a record.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::columns::Step;
use crate::record::{Node, Value};

/// A value of a row: where it belongs, what it is, and the column it came from.
#[derive(Debug)]
pub struct Filled {
    /// The way to it.
    pub path: Vec<Step>,
    /// The value.
    pub value: Node,
    /// The column.
    pub column: usize,
}

/// Where each value came to stand: the way to it in the record, and its column.
pub type Origins = Vec<(Vec<String>, usize)>;

/// Puts the values of a row together. Entries of a list that the row leaves empty close up.
pub fn assemble(filled: Vec<Filled>) -> (Node, Origins) {
    let mut root = Branch::Fields(IndexMap::new());
    for Filled { path, value, column } in filled {
        root.insert(&path, value, column);
    }
    let mut origins = Vec::new();
    let value = root.finish(&mut Vec::new(), &mut origins);
    (value, origins)
}

/// Values on the way to becoming a record.
enum Branch {
    Leaf(Node, usize),
    Fields(IndexMap<String, Branch>),
    Entries(BTreeMap<usize, Branch>),
}

impl Branch {
    /// Puts a value in its place. Of two that exclude each other the later one is dropped; the fault is reported elsewhere.
    fn insert(&mut self, path: &[Step], value: Node, column: usize) {
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

    fn finish(self, path: &mut Vec<String>, origins: &mut Origins) -> Node {
        let mut below = |branch: Self, step: String| {
            path.push(step);
            let value = branch.finish(path, origins);
            path.pop();
            value
        };
        match self {
            Self::Leaf(value, column) => {
                origins.push((path.clone(), column));
                value
            }
            Self::Entries(entries) => {
                let values = entries.into_values().enumerate().map(|(at, branch)| below(branch, at.to_string()));
                Node::made(Value::List(values.collect()))
            }
            Self::Fields(fields) => {
                Node::of_fields(fields.into_iter().map(|(name, branch)| (name.clone(), below(branch, name))))
            }
        }
    }
}
