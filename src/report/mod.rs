//! Reports: the definitions in `templates/<name>/report.yaml`, and the settings of the workspace, in the form of types.
//!
//! The text of both is checked against a built-in schema like any record, so that reading them here cannot fail on a fault of an
//! editor.

mod language_map;
mod list;
mod parameters;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer};

use crate::plural::Plural;
use crate::record::edtf::Date;
use crate::record::marking::Marking;
use crate::record::{Language, Node, Record};
use crate::rule::Filter;
pub use language_map::LanguageMap;
pub use list::{Band, List, Whence};
pub use parameters::{Argument, ArgumentFault, Arguments, Form, Parameter};

/// A report.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Report {
    /// Its name: the folder of its definition.
    #[serde(skip)]
    pub name: String,
    /// The type of document in words.
    #[serde(rename = "type")]
    pub type_name: LanguageMap,
    /// What the documents are for, in a line.
    pub description: Option<LanguageMap>,
    /// The title; without it a document is called like its subject.
    pub title: Option<LanguageMap>,
    /// The title in the running head.
    pub short_title: Option<LanguageMap>,
    /// Keywords of the file.
    pub keywords: Option<LanguageMap>,
    /// The entry template, beside the definition.
    pub template: String,
    /// The type of document in file names.
    pub file: String,
    /// The kinds of records of which one document each is made; none for a report that is one document.
    #[serde(default)]
    pub for_each: Vec<String>,
    /// Which records of these kinds get a document; without it all.
    pub only: Option<Filter>,
    /// The field by which a document calls its subject.
    pub called_by: Option<String>,
    /// The fields of the subject that are printed.
    #[serde(default)]
    pub subject: Vec<String>,
    /// The lists among them of which only the first entries are printed, and how many.
    #[serde(default)]
    pub subject_few: IndexMap<String, usize>,
    /// The lists that are chosen for the subject.
    #[serde(default)]
    pub subject_lists: IndexMap<String, List>,
    /// The languages it is made in.
    pub languages: Vec<Language>,
    /// Whether it is among the documents of a build.
    #[serde(default = "yes")]
    pub build: bool,
    /// The other documents that it binds.
    pub binds: Option<Binds>,
    /// The most pages before the annexes.
    pub limit: Option<usize>,
    /// The period covered.
    pub period: Option<Date>,
    /// What a person may set.
    #[serde(default)]
    pub parameters: IndexMap<String, Parameter>,
    /// The selections; none where the subject says all.
    #[serde(default)]
    pub sets: IndexMap<String, Set>,
    /// The counts.
    #[serde(default)]
    pub counts: IndexMap<String, Count>,
    /// What stands in a row.
    #[serde(default)]
    pub bands: IndexMap<String, Band>,
}

/// What a report binds into one document with its own pages.
#[derive(Debug, Clone, Deserialize)]
pub struct Binds {
    /// The list of the subject whose entries name documents, each by `report` and `subject`.
    pub documents: String,
    /// The list of the recipients of whom each is given a copy with a number and a name.
    pub recipients: Option<String>,
}

/// A named selection of records.
#[derive(Debug, Clone, Deserialize)]
pub struct Set {
    /// The kind.
    pub kind: String,
    /// The kinds of subjects whose documents have it; none for all.
    #[serde(default, rename = "for")]
    pub subjects: Vec<String>,
    /// The filter.
    #[serde(rename = "where")]
    pub filter: Option<Filter>,
    /// The fields to order by.
    #[serde(default)]
    pub order: Vec<String>,
    /// So many of them are kept, the first in that order; without it all.
    pub first: Option<usize>,
    /// How many there must be at least for the set to stand.
    pub least: Option<usize>,
    /// How many there may be at most for the set to stand.
    pub most: Option<Most>,
    /// The fields that are printed.
    pub show: Vec<String>,
    /// The lists among them of which only the first entries are printed, and how many.
    #[serde(default)]
    pub few: IndexMap<String, usize>,
    /// The lists that are chosen for each record.
    #[serde(default)]
    pub lists: IndexMap<String, List>,
}

/// A set that stands where it is small enough.
#[derive(Debug, Clone, Deserialize)]
pub struct Most {
    /// The most records.
    pub number: usize,
    /// The set that stands in its place where it has more, and only then.
    #[serde(rename = "else")]
    pub other: Option<String>,
}

/// A named count.
#[derive(Debug, Clone, Deserialize)]
pub struct Count {
    /// The set.
    pub of: String,
    /// A further filter.
    #[serde(rename = "where")]
    pub filter: Option<Filter>,
    /// The field whose different values are counted.
    pub distinct: Option<String>,
    /// The field whose exact numbers are added up, in place of counting records.
    pub sum: Option<String>,
    /// What divides the count.
    #[serde(default)]
    pub by: Vec<Division>,
    /// Rows that count fewer are left out, and the rows stand by their number; a count without rows that counts fewer is not there.
    pub least: Option<usize>,
    /// What is counted.
    pub label: LanguageMap,
    /// What is counted, as it stands after a number, by language.
    #[serde(default)]
    pub forms: BTreeMap<String, PluralForms>,
    /// What exactly the number means.
    pub definition: LanguageMap,
}

/// The forms of a noun after numbers.
#[derive(Debug, Clone, Deserialize)]
pub struct PluralForms {
    one: Option<String>,
    few: Option<String>,
    many: Option<String>,
    other: String,
}

impl PluralForms {
    /// Returns a form; the last one where the language has no other.
    pub fn get(&self, plural: Plural) -> &str {
        let form = match plural {
            Plural::One => &self.one,
            Plural::Few => &self.few,
            Plural::Many => &self.many,
            Plural::Other => &None,
        };
        form.as_ref().unwrap_or(&self.other)
    }
}

/// A field that divides a count.
#[derive(Debug, Clone, Deserialize)]
pub struct Division {
    /// The field.
    pub field: String,
    /// The set whose records are the rows.
    pub over: Option<String>,
    /// What counts fewer is left out, and the rest stand by their number.
    pub least: Option<usize>,
}

impl Count {
    /// Returns the least that a row counts; without it, every row stands, in the order of what divides the count.
    pub fn least_of_rows(&self) -> Option<usize> {
        self.least.max(self.by.first()?.least)
    }

    /// Returns the least that a cell counts; without it, a row has a cell for every column.
    pub fn least_of_cells(&self) -> Option<usize> {
        self.by.get(1)?.least
    }

    /// Returns whether a number is told: one of a count without rows can be too small.
    pub fn tells(&self, total: usize) -> bool {
        !self.by.is_empty() || self.least.is_none_or(|least| total >= least)
    }
}

/// The settings of a workspace.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Settings {
    /// The languages in which every printed text must exist.
    pub languages: Vec<Language>,
    /// The day up to which information was taken in.
    pub as_of: Date,
    /// The marking of a document that nothing marks higher; that of records without one.
    pub marking: Marking,
    /// Whether a document may carry marks of several schemes.
    #[serde(default = "yes")]
    pub mixed_markings: bool,
    /// The office that issues documents.
    pub office: Option<LanguageMap>,
    /// The editions; never empty.
    #[serde(default = "one_edition")]
    pub editions: Vec<Edition>,
    /// Which documents are built; without it all.
    pub build: Option<Vec<BuildRule>>,
    /// How released documents are found in their index.
    #[serde(default)]
    pub site: Site,
}

/// How released documents are found in their index.
#[derive(Debug, Clone, Default, Deserialize, PartialEq, Eq)]
pub struct Site {
    /// The kinds of records by which they are filtered.
    #[serde(default)]
    pub facets: Vec<String>,
}

/// Documents of a report that are built.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
pub struct BuildRule {
    /// The report.
    pub report: String,
    /// The languages; without it all of the report.
    pub languages: Option<Vec<Language>>,
    /// The editions; without it all.
    pub editions: Option<Vec<String>>,
    /// The records that documents are made of; without it all.
    pub subjects: Option<Vec<String>>,
}

impl BuildRule {
    /// Returns the rule that everything of a report is built.
    pub fn of(report: &str) -> Self {
        Self { report: report.to_owned(), languages: None, editions: None, subjects: None }
    }

    /// Returns whether it asks for documents of an edition.
    pub fn is_for(&self, edition: &str) -> bool {
        self.editions.as_ref().is_none_or(|editions| editions.iter().any(|id| id == edition))
    }
}

/// An edition: who may see how much.
#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
pub struct Edition {
    /// Its name.
    pub id: String,
    /// The highest level of each scheme that may be seen; of a scheme that is not named, nothing. Without it, all may be seen.
    #[serde(default, deserialize_with = "levels")]
    pub highest: Option<Vec<Marking>>,
    /// Whether its documents carry their page data, where not all may be seen in it.
    #[serde(default)]
    pub attach: bool,
}

impl Edition {
    /// Returns whether documents carry their page data as an attachment. Those of an edition in which everything may be seen never do: what
    /// is shown of them to others is what is printed.
    pub fn carries_data(&self) -> bool {
        self.attach && self.highest.is_some()
    }
}

/// Reads levels by scheme.
fn levels<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Marking>>, D::Error> {
    let levels = Option::<BTreeMap<String, String>>::deserialize(deserializer)?;
    Ok(levels.map(|levels| levels.into_iter().map(|(scheme, level)| Marking { scheme, level }).collect()))
}

fn yes() -> bool {
    true
}

/// A workspace that names no editions has one, in which all may be seen.
fn one_edition() -> Vec<Edition> {
    vec![Edition { id: "internal".to_owned(), highest: None, attach: false }]
}

impl Set {
    /// Returns whether the documents about a subject have it.
    pub fn is_for(&self, subject: Option<&Record>) -> bool {
        self.subjects.is_empty() || subject.is_some_and(|subject| self.subjects.contains(&subject.kind))
    }
}

impl Report {
    /// Returns the sets that the documents about a subject have.
    pub fn sets_for(&self, subject: Option<&Record>) -> impl Iterator<Item = (&str, &Set)> {
        self.sets.iter().filter(move |(_, set)| set.is_for(subject)).map(|(name, set)| (name.as_str(), set))
    }

    /// Reads a definition that its schema found right.
    pub fn read(name: &str, root: &Node) -> Option<Self> {
        let report: Self = serde_json::from_value(root.to_json()).ok()?;
        Some(Self { name: name.to_owned(), ..report })
    }
}

impl Settings {
    /// Reads settings that their schema found right.
    pub fn read(root: &Node) -> Option<Self> {
        serde_json::from_value(root.to_json()).ok()
    }

    /// Returns the edition of a name; without one, the first.
    pub fn edition(&self, id: Option<&str>) -> Option<&Edition> {
        self.editions.iter().find(|edition| id.is_none_or(|id| edition.id == id))
    }
}
