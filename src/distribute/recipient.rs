//! Who receives documents.

use serde::Deserialize;

use crate::record::edtf::Date;
use crate::record::marking::Marking;
use crate::record::text::in_language;
use crate::record::{Language, Node, Record};
use crate::report::{Report, Settings};
use crate::schema::{DISTRIBUTION_LIST, RECIPIENT};
use crate::store::Store;

/// How documents reach a recipient.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// A folder that somebody hands over.
    #[default]
    Folder,
    /// Mail.
    Mail,
}

/// Documents that are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Want {
    /// The report.
    pub report: String,
    /// The subjects; without it all.
    pub subjects: Option<Vec<String>>,
}

/// A recipient, as its record says it.
#[derive(Debug, Clone)]
pub struct Recipient<'r> {
    /// The record.
    pub record: &'r Record,
    /// Its own wants, and those of its lists.
    pub wants: Vec<Want>,
    written: Written,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Written {
    languages: Option<Vec<Language>>,
    #[serde(default)]
    wants: Vec<Want>,
    #[serde(default)]
    lists: Vec<String>,
    edition: Option<String>,
    highest: Option<Vec<Marking>>,
    #[serde(default)]
    channel: Way,
    address: Option<String>,
    largest_message: Option<u64>,
    from: Option<Date>,
    until: Option<Date>,
}

/// The most that a message has where nobody says more, in megabytes: what most servers take.
const LARGEST_MESSAGE: u64 = 10;

impl<'r> Recipient<'r> {
    /// Reads a recipient whose record its schema found right.
    fn read(record: &'r Record, store: &'r Store) -> Option<Self> {
        let mut written: Written = serde_json::from_value(record.root.to_json()).ok()?;
        let mut wants = std::mem::take(&mut written.wants);
        for list in written.lists.iter().filter_map(|id| store.records.get(id)) {
            let of_list = list.root.get("wants").map(Node::to_json).and_then(|json| serde_json::from_value(json).ok());
            let of_list: Vec<Want> = of_list.filter(|_| list.kind == DISTRIBUTION_LIST).unwrap_or_default();
            wants.extend(of_list);
        }
        Some(Self { record, wants, written })
    }

    /// Returns its id.
    pub fn id(&self) -> &'r str {
        &self.record.id
    }

    /// Returns what it is called in a language.
    pub fn name(&self, language: Language) -> &'r str {
        let name = self.record.root.get("name").and_then(|node| in_language(node, language));
        name.map_or(self.record.id.as_str(), |(_, text)| text)
    }

    /// Returns its languages, the preferred one first; none where it did not say.
    pub fn languages(&self) -> Option<&[Language]> {
        self.written.languages.as_deref()
    }

    /// Returns the languages in which a report can be made for it, each once: its own, where it did not say those of the workspace, then those of
    /// the report.
    pub fn languages_of(&self, report: &Report, settings: &Settings) -> Vec<Language> {
        let own = self.languages().unwrap_or(&settings.languages);
        let mut all: Vec<Language> = Vec::new();
        for language in own.iter().chain(&report.languages) {
            if report.languages.contains(language) && !all.contains(language) {
                all.push(*language);
            }
        }
        all
    }

    /// Returns the edition that it is sent; none for the first that it may see.
    pub fn edition(&self) -> Option<&str> {
        self.written.edition.as_deref()
    }

    /// Returns the highest levels that it may see; none where nobody said.
    pub fn highest(&self) -> Option<&[Marking]> {
        self.written.highest.as_deref()
    }

    /// Returns how documents reach it.
    pub fn way(&self) -> Way {
        self.written.channel
    }

    /// Returns its address.
    pub fn address(&self) -> Option<&str> {
        self.written.address.as_deref()
    }

    /// Returns the most bytes that a message to it has.
    pub fn largest_message(&self) -> u64 {
        self.written.largest_message.unwrap_or(LARGEST_MESSAGE) * 1_000_000
    }

    /// Returns the first and the last day on which it receives documents.
    pub fn period(&self) -> (Option<Date>, Option<Date>) {
        (self.written.from, self.written.until)
    }

    /// Returns whether it wants a document.
    pub fn wants(&self, report: &str, subject: Option<&str>) -> bool {
        let is_named = |subjects: &Vec<String>| subject.is_some_and(|id| subjects.iter().any(|named| named == id));
        self.wants.iter().any(|want| want.report == report && want.subjects.as_ref().is_none_or(is_named))
    }
}

/// Returns all recipients, by id.
pub fn recipients(store: &Store) -> Vec<Recipient<'_>> {
    store.records.of_kind(RECIPIENT).filter_map(|record| Recipient::read(record, store)).collect()
}
