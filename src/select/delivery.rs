//! What a document goes out with: a numbered copy has somebody's name on it, and a cover note says what it covers.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::record::edtf::Date;
use crate::record::marking::Marking;
use crate::record::{Node, Record};

/// A numbered copy of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// Its number, from 1.
    pub number: u32,
    /// Who receives it, in words.
    pub recipient: String,
}

/// What a recipient is given, or asked to give back.
#[derive(Debug, Clone)]
pub struct Delivery<'r> {
    /// The documents.
    pub documents: Vec<Delivered<'r>>,
    /// Why they are called back; none where they are given.
    pub recall: Option<String>,
}

/// A document that a recipient is given.
#[derive(Debug, Clone)]
pub struct Delivered<'r> {
    /// Its release.
    pub release: &'r Record,
    /// Its entry there.
    pub entry: &'r Node,
    /// The name of the file.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The number of the copy.
    pub copy: Option<u32>,
    /// What changed since the version that the recipient has.
    pub since: Option<Arc<Since>>,
}

/// What changed since a version.
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    /// The version: `v01`.
    pub version: String,
    /// Its date.
    pub date: Option<Date>,
    /// The facts, as page data have them.
    pub facts: Json,
}

impl Delivery<'_> {
    /// Returns the markings of the documents.
    pub fn markings(&self) -> impl Iterator<Item = Marking> + '_ {
        let of_entry = |delivered: &Delivered<'_>| markings(delivered.entry);
        self.documents.iter().flat_map(of_entry)
    }
}

/// Returns the markings that an entry of a release carries.
pub fn markings(entry: &Node) -> Vec<Marking> {
    let written = entry.get("marking").map(Node::items).unwrap_or_default();
    written.iter().filter_map(Node::text).map(Marking::from).collect()
}
