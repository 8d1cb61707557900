//! Lists that a report chooses out of others: entries of a list of the record that is printed, of its subject, or records of a set.

use serde::Deserialize;

use crate::rule::Filter;

/// A list that is chosen for each record that is printed.
#[derive(Debug, Clone, Deserialize)]
pub struct List {
    /// What it is chosen out of: the path to a list, or the name of a set.
    pub of: String,
    /// Where that stands.
    #[serde(default)]
    pub from: Whence,
    /// The filter; it sees the record as `self` and the entry as `it`.
    #[serde(rename = "where")]
    pub filter: Option<Filter>,
    /// So many entries are chosen, the first for which the filter holds; without it all.
    pub first: Option<usize>,
    /// The fields of the entries by which they are grouped, the groups of the first one by the second.
    #[serde(default)]
    pub by: Vec<String>,
}

/// Where the entries stand that a list is chosen out of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whence {
    /// In the record that is printed, or in one that its path leads to.
    #[default]
    Own,
    /// In a list of the subject.
    Subject,
    /// Among the sets.
    Sets,
}

/// A band: counts, and records of sets, that stand in a row.
#[derive(Debug, Clone, Deserialize)]
pub struct Band {
    /// Counts and sets in their order; those that the document does not have, and counts that are not told, have no place. A count
    /// goes before a set of the same name.
    pub of: Vec<String>,
    /// So many things stand in it, the first ones; without it all.
    pub first: Option<usize>,
}
