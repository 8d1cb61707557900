//! What is searched: the words of each version, and those of the records that it prints. Each record stands once, however many documents
//! print it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::facets::printed_records;
use super::fold::Fold;
use super::listing::Version;
use crate::record::{Language, Node, Record, text};
use crate::schema::{SOURCE, Shape};
use crate::store::{Store, Typed, walk};

/// A text with more letters is no name.
const LONGEST_NAME: usize = 120;

/// The words of all records that are printed.
#[derive(Debug, Default)]
pub struct Words {
    /// The words of each record, folded, in the order in which the records were met.
    pub texts: Vec<String>,
    /// Their places, by id and words.
    places: BTreeMap<(String, String), usize>,
    /// Their places, by the records of a day and id.
    known: BTreeMap<(usize, String), usize>,
}

/// Where a version is found.
#[derive(Debug, Serialize)]
pub struct Found {
    /// Its own words, folded.
    pub text: String,
    /// The places of the records that it prints.
    pub records: Vec<usize>,
}

impl Words {
    /// Takes in what a version printed, and returns where it is found.
    pub fn take(&mut self, version: &Version<'_>, printed: &[&Json], fold: &Fold) -> Found {
        let own = version.files.iter().map(|file| file.text("title").to_owned());
        let types = version.release.record.root.get("type");
        let types = types.into_iter().flat_map(Node::entries).filter_map(|entry| entry.value.text());
        let all: Vec<String> = own.chain([version.reference()]).chain(types.map(str::to_owned)).collect();
        let mut records: Vec<usize> = Vec::new();
        let parts = printed.iter().flat_map(|data| [&data["subject"], &data["sets"]]);
        let named = parts.flat_map(printed_records).filter_map(|(id, fields)| {
            let record = version.store.records.get(id)?;
            is_named(record, fields, version.store).then_some(record)
        });
        for record in named.chain(version.subject) {
            records.push(self.place(record, version.store, fold));
        }
        records.sort_unstable();
        records.dedup();
        Found { text: distinct(&all, fold), records }
    }

    /// Returns the place of a record, which is taken in.
    fn place(&mut self, record: &Record, store: &Store, fold: &Fold) -> usize {
        let texts = &mut self.texts;
        // On another day, a record can have other words; thousands of documents print those of the same.
        let of_day = self.known.entry((std::ptr::from_ref(store).addr(), record.id.clone()));
        *of_day.or_insert_with(|| {
            let text = distinct(&names(record, store), fold);
            *self.places.entry((record.id.clone(), text.clone())).or_insert_with(|| {
                texts.push(text);
                texts.len() - 1
            })
        })
    }
}

/// Returns whether what is printed of a record is one of its names: a report that counts events prints their dates, and not what they are
/// called. Sources stand in a list of their own.
fn is_named(record: &Record, printed: &Map<String, Json>, store: &Store) -> bool {
    let kind = store.kind(record);
    let is_name = |name: &String| {
        let shape = kind.object.fields.get(name).map(|field| field.shape.inner());
        *name == kind.label || matches!(shape, Some(Shape::Localized { markdown: false }))
    };
    record.kind != SOURCE && printed.iter().any(|(name, value)| !value.is_null() && is_name(name))
}

/// Returns what a record is called: its short texts in every language, other spellings among them.
fn names(record: &Record, store: &Store) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    walk(&record.root, &store.kind(record).object, &mut |visit| match visit.value {
        Typed::Localized { markdown: false } => {
            names.extend(
                Language::ALL.into_iter().filter_map(|language| text::exactly(visit.node, language)).map(str::to_owned),
            );
        }
        Typed::Text(text) => names.push(text.to_owned()),
        _ => {}
    });
    names.retain(|name| name.chars().count() <= LONGEST_NAME);
    names
}

/// Returns the words of texts, folded, each once, with a space before each.
fn distinct(texts: &[String], fold: &Fold) -> String {
    let mut out = String::new();
    for word in texts.iter().map(|text| fold.words(text)).collect::<Vec<_>>().iter().flat_map(|text| text.split(' ')) {
        let is_there = out.split(' ').any(|known| known == word);
        if !word.is_empty() && !is_there {
            out.push(' ');
            out.push_str(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_once_whatever_the_script() {
        let texts = ["Hajiyev V.".to_owned(), "Казахстан".to_owned(), "KAZAKHSTAN, Oʻzbek".to_owned()];
        assert_eq!(distinct(&texts, &Fold::new()), " hajiyev v kazakhstan ozbek");
    }
}
