//! What is searched: the words of each version, and those of the records that it prints. Each record stands once, however many documents
//! print it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fold::Fold;
use super::listing::Version;
use super::printed::Printed;
use crate::record::{Language, Node, Record, text};
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
    pub fn take(&mut self, version: &Version<'_>, printed: &[&Printed], fold: &Fold) -> Found {
        let own = version.files.iter().map(|file| file.text("title").to_owned());
        let types = version.release.record.root.get("type");
        let types = types.into_iter().flat_map(Node::entries).filter_map(|entry| entry.value.text());
        let all: Vec<String> = own.chain([version.release.reference()]).chain(types.map(str::to_owned)).collect();
        let mut records: Vec<usize> = Vec::new();
        let named = printed.iter().flat_map(|printed| printed.named());
        let named = named.filter_map(|id| version.store.records.get(id));
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
