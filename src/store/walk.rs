//! The one walk over a value and its schema: every value once, those that hold others before what they hold.
//!
//! What a claim holds is not entered: it has a record of its own. A visitor that wants it walks the candidates with the shape it is
//! given.

use super::typed::Typed;
use crate::record::{Entry, Node};
use crate::schema::{Field, Object, Shape};

/// A step of the way from a record to a value.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// To a field of an object.
    Field {
        /// What was written.
        entry: &'a Entry,
        /// What the schema says of it.
        field: &'a Field,
        /// The fields that it is one of.
        object: &'a Object,
    },
    /// To an entry of a list, counted from 0.
    Item(usize),
    /// To a field of any name.
    Name(&'a Entry),
}

/// A value on the walk.
#[derive(Debug)]
pub struct Visit<'a, 'w> {
    /// The value as written.
    pub node: &'a Node,
    /// What it is.
    pub value: Typed<'a>,
    /// The way from the root of the walk.
    pub path: &'w [Step<'a>],
}

impl<'a> Visit<'a, '_> {
    /// Returns the nearest written field that the value stands in.
    pub fn entry(&self) -> Option<&'a Entry> {
        self.path.iter().rev().find_map(|step| match step {
            Step::Field { entry, .. } | Step::Name(entry) => Some(*entry),
            Step::Item(_) => None,
        })
    }

    /// Returns the nearest field of a schema that the value stands in.
    pub fn field(&self) -> Option<&'a Field> {
        self.path.iter().rev().find_map(|step| match step {
            Step::Field { field, .. } => Some(*field),
            Step::Item(_) | Step::Name(_) => None,
        })
    }

    /// Returns whether the value is itself that of a field, and not an entry of a list within it.
    pub fn is_field(&self) -> bool {
        !matches!(self.path.last(), None | Some(Step::Item(_)))
    }

    /// Returns the way as a JSON pointer.
    pub fn pointer(&self) -> String {
        self.path.iter().fold(String::new(), |pointer, step| match step {
            Step::Field { entry, .. } | Step::Name(entry) => {
                format!("{pointer}/{}", entry.key.replace('~', "~0").replace('/', "~1"))
            }
            Step::Item(place) => format!("{pointer}/{place}"),
        })
    }
}

/// Visits the values of the fields of an object, such as the root of a record.
pub fn walk<'a>(node: &'a Node, object: &'a Object, visit: &mut dyn FnMut(&Visit<'a, '_>)) {
    Walker { path: Vec::new(), visit }.object(node, object);
}

/// Visits a value of a shape and what it holds.
pub fn walk_value<'a>(node: &'a Node, shape: &'a Shape, visit: &mut dyn FnMut(&Visit<'a, '_>)) {
    Walker { path: Vec::new(), visit }.value(node, shape);
}

struct Walker<'a, 'v> {
    path: Vec<Step<'a>>,
    visit: &'v mut dyn FnMut(&Visit<'a, '_>),
}

impl<'a> Walker<'a, '_> {
    fn object(&mut self, node: &'a Node, object: &'a Object) {
        for entry in node.entries() {
            if let Some(field) = object.fields.get(&*entry.key) {
                self.step(Step::Field { entry, field, object }, &entry.value, &field.shape);
            }
        }
    }

    fn value(&mut self, node: &'a Node, shape: &'a Shape) {
        let visit = Visit { node, value: Typed::of(node, shape), path: &self.path };
        (self.visit)(&visit);
        match visit.value {
            Typed::List(items, shape) => {
                items.iter().enumerate().for_each(|(place, item)| self.step(Step::Item(place), item, shape));
            }
            Typed::Object(object) => self.object(node, object),
            Typed::Map(entries, shape) => {
                entries.iter().for_each(|entry| self.step(Step::Name(entry), &entry.value, shape));
            }
            Typed::Null
            | Typed::Text(_)
            | Typed::Address(_)
            | Typed::Integer(_)
            | Typed::Number(_)
            | Typed::Bool(_)
            | Typed::Date(_)
            | Typed::Quantity(_)
            | Typed::Marking(_)
            | Typed::Reference(..)
            | Typed::Localized { .. }
            | Typed::Claim(..)
            | Typed::Any
            | Typed::Misfit => {}
        }
    }

    fn step(&mut self, step: Step<'a>, node: &'a Node, shape: &'a Shape) {
        self.path.push(step);
        self.value(node, shape);
        self.path.pop();
    }
}
