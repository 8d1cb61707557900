//! The store itself: records found by id, claims settled, references followed both ways.

use std::collections::HashMap;
use std::sync::Arc;

use super::claim::{claimed, preferred};
use super::typed::Typed;
use super::walk::walk;
use crate::record::marking::Schemes;
use crate::record::{Node, Record, Records};
use crate::schema::{CLAIM, Kind, Reference, Schemas, Shape, TERM};

/// Records with their schemas.
#[derive(Debug, Default)]
pub struct Store {
    /// The records.
    pub records: Records,
    /// The schemas.
    pub schemas: Arc<Schemas>,
    /// The marking schemes.
    pub schemes: Schemes,
    /// By id and name of the inverse, the ids of the records that refer to it.
    inverses: HashMap<(String, String), Vec<String>>,
}

/// A value below its claim, if it has one.
#[derive(Debug, Clone, Copy)]
pub struct Settled<'a> {
    /// The value itself, or the preferred one of the claim.
    pub node: &'a Node,
    /// The shape of the value.
    pub shape: &'a Shape,
    /// The claim that holds it.
    pub claim: Option<&'a Record>,
}

impl Store {
    /// Takes records and schemas in and follows every reference once.
    pub fn new(records: Records, schemas: Schemas) -> Self {
        let schemes = marking_schemes(&records);
        Self { records, schemas: Arc::new(schemas), schemes, inverses: HashMap::new() }.followed()
    }

    /// Returns a store of some of these records, with the same schemas and marking schemes.
    pub fn with(&self, records: Records) -> Self {
        let (schemas, schemes) = (Arc::clone(&self.schemas), self.schemes.clone());
        Self { records, schemas, schemes, inverses: HashMap::new() }.followed()
    }

    fn followed(mut self) -> Self {
        self.inverses = self.find_inverses();
        self
    }

    /// Returns the kind of a record.
    ///
    /// # Panics
    /// Never for a record of these store: loading drops records whose kind has no schema.
    pub fn kind(&self, record: &Record) -> &Kind {
        self.schemas.get(&record.kind).expect("every loaded record has a schema")
    }

    /// Returns a value below its claim. A claim without preferred value settles nothing.
    pub fn settle<'a>(&'a self, node: &'a Node, shape: &'a Shape) -> Option<Settled<'a>> {
        let Shape::MaybeClaim(inner) = shape else { return Some(Settled { node, shape, claim: None }) };
        let Some(id) = claimed(node) else { return Some(Settled { node, shape: inner, claim: None }) };
        let claim = self.records.get(id).filter(|record| record.kind == CLAIM)?;
        let value = preferred(claim)?.get("value")?;
        Some(Settled { node: value, shape: inner, claim: Some(claim) })
    }

    /// Returns the terms that are fixed words of documents, and not notions of the field.
    pub fn words(&self) -> impl Iterator<Item = &Record> {
        let concept = |term: &Record| term.root.get("concept").is_some_and(|node| node.text() == Some("true"));
        self.records.of_kind(TERM).filter(move |term| !concept(term))
    }

    /// Returns the records that refer to a record under a name, in the order of their kind.
    pub fn inverse(&self, id: &str, name: &str) -> impl Iterator<Item = &Record> {
        let ids = self.inverses.get(&(id.to_owned(), name.to_owned()));
        ids.into_iter().flatten().filter_map(|id| self.records.get(id))
    }

    /// Returns whether some kind refers to this one under a name, and which.
    pub fn inverse_kind(&self, kind: &str, name: &str) -> Option<&Kind> {
        self.schemas.iter().find(|referring| {
            let mut refers = false;
            referring.object.each_shape(&mut |shape| {
                if let Shape::Reference(reference) = shape {
                    let kinds = &reference.kinds;
                    let fits = kinds.is_empty() || kinds.iter().any(|other| other == kind);
                    refers |= fits && reference.inverse.as_deref() == Some(name);
                }
            });
            refers
        })
    }

    /// Calls `each` for every reference of a record with the node that names it.
    pub fn each_reference<'a>(&'a self, record: &'a Record, each: &mut dyn FnMut(&'a Node, &'a Reference)) {
        walk(&record.root, &self.kind(record).object, &mut |visit| match visit.value {
            Typed::Reference(reference, _) => each(visit.node, reference),
            Typed::Claim(id, _) => each(id, claim_reference()),
            _ => {}
        });
    }

    /// Returns the records that refer to a record in any way, by kind and id.
    pub fn referring(&self, id: &str) -> Vec<&Record> {
        let mut out: Vec<&Record> = Vec::new();
        for record in self.records.iter() {
            let mut refers = false;
            self.each_reference(record, &mut |node, _| refers |= node.text() == Some(id));
            if refers {
                out.push(record);
            }
        }
        out
    }

    fn find_inverses(&self) -> HashMap<(String, String), Vec<String>> {
        let mut found: HashMap<(String, String), Vec<&Record>> = HashMap::new();
        for record in self.records.iter() {
            self.each_reference(record, &mut |node, reference| {
                if let (Some(id), Some(name)) = (node.text(), &reference.inverse) {
                    found.entry((id.to_owned(), name.clone())).or_default().push(record);
                }
            });
        }
        let ids = |records| self.in_natural_order(records).into_iter().map(|r| r.id.clone()).collect();
        found.into_iter().map(|(key, records)| (key, ids(records))).collect()
    }
}

fn marking_schemes(records: &Records) -> Schemes {
    let levels = |record: &Record| {
        let levels = record.root.get("levels").map(Node::items).unwrap_or_default();
        levels.iter().filter_map(|level| level.get("id")?.text().map(str::to_owned)).collect()
    };
    Schemes::new(records.of_kind(crate::schema::MARKING_SCHEME).map(|r| (r.id.clone(), levels(r))).collect())
}

/// Returns the reference that a claimed value makes.
pub fn claim_reference() -> &'static Reference {
    static CLAIMED: std::sync::LazyLock<Reference> =
        std::sync::LazyLock::new(|| Reference { kinds: vec![CLAIM.to_owned()], inverse: None, tree: false });
    &CLAIMED
}
