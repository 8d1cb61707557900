//! Paths through records: `places.state.name` walks from a record through its references; `sessions.title` walks through those that
//! refer to it. A path that names no field is found before any record is read.

use std::fmt;

use super::records::{Settled, Store};
use super::typed::Typed;
use crate::record::{Node, Record};
use crate::schema::{Kind, Object, Shape};

/// A path of field names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path(pub Vec<String>);

/// Why a path leads nowhere: the step that fails and the kind it was looked for in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathFault {
    /// The step.
    pub step: String,
    /// The kind.
    pub kind: String,
    /// The steps that would have led on.
    pub known: Vec<String>,
}

/// A value found at the end of a path, with the record it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The value, below its claim.
    pub node: &'a Node,
    /// Its shape.
    pub shape: &'a Shape,
    /// The record it stands in.
    pub record: &'a Record,
}

/// The shape of the year of a date.
const YEAR: &Shape = &Shape::Integer { least: None, most: None };

/// Where a path stands while it is checked.
#[derive(Debug, Clone, Copy)]
pub enum PathStep<'a> {
    /// At records of a kind.
    Kind(&'a Kind),
    /// At a value inside a record.
    Shape(&'a Shape),
}

impl Path {
    /// Reads a path.
    pub fn new(text: &str) -> Self {
        Self(text.split('.').map(str::to_owned).collect())
    }

    /// Checks a path from a kind on.
    ///
    /// # Errors
    /// Returns the first step that names no field.
    pub fn check<'a>(&self, kind: &'a Kind, store: &'a Store) -> Result<PathStep<'a>, PathFault> {
        let mut at = PathStep::Kind(kind);
        let mut inside = kind.name.as_str();
        for step in &self.0 {
            let field = |object: &'a Object| object.fields.get(step).map(|field| PathStep::Shape(&field.shape));
            let (next, object) = match store.enter(at) {
                Entered::Kind(kind) => {
                    inside = &kind.name;
                    let inverse = || store.inverse_kind(&kind.name, step).map(PathStep::Kind);
                    (field(&kind.object).or_else(inverse), Some(&kind.object))
                }
                Entered::Object(object) => (field(object), Some(object)),
                // Several kinds can stand there: a step is right if it is a field of one of them.
                Entered::Kinds(kinds) => {
                    (kinds.iter().find_map(|kind| field(&kind.object)), kinds.first().map(|kind| &kind.object))
                }
                Entered::Names(shape) => (Some(PathStep::Shape(shape)), None),
                Entered::Date if step == "year" => (Some(PathStep::Shape(YEAR)), None),
                Entered::Date | Entered::End => (None, None),
            };
            at = next.ok_or_else(|| PathFault {
                step: step.clone(),
                kind: inside.to_owned(),
                known: object.map(|object| object.fields.keys().cloned().collect()).unwrap_or_default(),
            })?;
        }
        Ok(at)
    }
}

enum Entered<'a> {
    Kind(&'a Kind),
    Kinds(Vec<&'a Kind>),
    Object(&'a Object),
    /// Fields of any names and one shape.
    Names(&'a Shape),
    Date,
    End,
}

impl Store {
    fn enter<'a>(&'a self, step: PathStep<'a>) -> Entered<'a> {
        let shape = match step {
            PathStep::Kind(kind) => return Entered::Kind(kind),
            PathStep::Shape(shape) => shape,
        };
        match shape {
            Shape::Object(object) => Entered::Object(object),
            Shape::Map(inner) => Entered::Names(inner),
            Shape::Date => Entered::Date,
            Shape::MaybeClaim(inner) | Shape::List { items: inner, .. } => self.enter(PathStep::Shape(inner)),
            Shape::Reference(reference) => match reference.kinds.as_slice() {
                [] => Entered::Kinds(self.schemas.iter().collect()),
                [one] => self.schemas.get(one).map_or(Entered::End, Entered::Kind),
                several => Entered::Kinds(several.iter().filter_map(|k| self.schemas.get(k)).collect()),
            },
            Shape::Text { .. }
            | Shape::Address
            | Shape::Choice(_)
            | Shape::Integer { .. }
            | Shape::Number
            | Shape::Bool
            | Shape::Quantity
            | Shape::Marking
            | Shape::Localized { .. }
            | Shape::Any => Entered::End,
        }
    }

    /// Returns every value at the end of a path, in the order of the records.
    pub fn follow<'a>(&'a self, record: &'a Record, path: &[String]) -> Vec<Found<'a>> {
        let mut out = Vec::new();
        self.walk_record(record, path, &mut out);
        out
    }

    /// Returns every value at the end of a path that begins at a value.
    pub fn follow_from<'a>(&'a self, found: &Found<'a>, path: &[String]) -> Vec<Found<'a>> {
        let mut out = Vec::new();
        self.walk_node(found.node, found.shape, found.record, path, &mut out);
        out
    }

    fn walk_record<'a>(&'a self, record: &'a Record, path: &[String], out: &mut Vec<Found<'a>>) {
        let Some((step, rest)) = path.split_first() else { return };
        match self.kind(record).object.fields.get(step) {
            Some(field) => {
                if let Some(node) = record.root.get(step) {
                    self.walk_node(node, &field.shape, record, rest, out);
                }
            }
            None => self.inverse(&record.id, step).for_each(|r| self.walk_record(r, rest, out)),
        }
    }

    fn walk_node<'a>(
        &'a self,
        node: &'a Node,
        shape: &'a Shape,
        record: &'a Record,
        rest: &[String],
        out: &mut Vec<Found<'a>>,
    ) {
        let Some(Settled { node, shape, claim }) = self.settle(node, shape) else { return };
        let record = claim.unwrap_or(record);
        match (Typed::of(node, shape), rest) {
            (Typed::List(nodes, items), _) => {
                nodes.iter().for_each(|node| self.walk_node(node, items, record, rest, out));
            }
            (_, []) => out.push(Found { node, shape, record }),
            (Typed::Date(_), [step]) if step == "year" => out.push(Found { node, shape, record }),
            (Typed::Reference(_, id), _) => {
                if let Some(target) = self.records.get(id) {
                    self.walk_record(target, rest, out);
                }
            }
            (value, [step, rest @ ..]) => {
                if let (Some(shape), Some(node)) = (value.field_shape(step), node.get(step)) {
                    self.walk_node(node, shape, record, rest, out);
                }
            }
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("."))
    }
}
