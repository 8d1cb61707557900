//! References: every place of a workspace where the id of a record stands, with its bytes.
//!
//! Where an id stands is known from the schemas: references, claims and what their candidates refer to, citations in texts, markings
//! of a scheme, the subject of a request. Filters and rules name records in quotes; templates name fixed words.

mod comparison;
pub mod templates;

use std::collections::HashSet;
use std::ops::Range;
use std::path::PathBuf;

use super::snapshot::{FormSort, Snapshot};
use crate::diag::{FileId, Files, Place, path_text};
use crate::record::{Entry, Node, Record, markdown};
use crate::schema::{CLAIM, MARKING_SCHEME, Object, REPORT, REQUEST, SETTINGS, Shape};
use crate::store::{Store, Typed, Visit, walk, walk_value};
use comparison::Fields;

/// Everything found about an id.
#[derive(Debug, Default)]
pub struct References {
    /// Where it stands as the id of a record.
    pub places: Vec<Place>,
    /// Where it stands in quotes within filters and rules.
    pub filters: Vec<Place>,
    /// Values that name it and are written so that it cannot be replaced.
    pub unclear: Vec<Place>,
    /// Whether the same word stands in records for something else.
    pub also_a_word: bool,
}

/// A line of a file, for a person to look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The path in the workspace.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
}

impl Location {
    /// Returns the line of a place.
    pub fn of(place: &Place, files: &Files) -> Self {
        let line = files.position(place.file, place.range.start).line;
        Self { path: files.path(place.file).to_path_buf(), line }
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", path_text(&self.path), self.line)
    }
}

/// Finds every mention of a record; its own `id` is not among them.
pub fn of(record: &Record, snapshot: &Snapshot) -> References {
    let store = &snapshot.result.store;
    let scheme = record.kind == MARKING_SCHEME;
    let mut finder = ReferenceFinder {
        store,
        files: &snapshot.result.files,
        id: &record.id,
        scheme,
        file: record.file,
        fields: Fields::of(store),
        used: HashSet::new(),
        found: References::default(),
    };
    for other in store.records.iter() {
        finder.file = other.file;
        let fields = &store.kind(other).object.fields;
        for entry in other.root.entries() {
            match &*entry.key {
                // Its own id is the business of whoever changes it.
                "id" => {}
                "subject" if other.kind == REQUEST => finder.reference(&entry.value),
                name => fields
                    .get(name)
                    .into_iter()
                    .for_each(|field| walk_value(&entry.value, &field.shape, &mut |visit| finder.visit(visit))),
            }
        }
    }
    finder.unused_claims();
    for form in &snapshot.forms {
        finder.file = form.file;
        match form.sort {
            FormSort::Schema => finder.schema(&form.root),
            FormSort::Report => finder.form(&form.root, REPORT),
            FormSort::Settings => finder.form(&form.root, SETTINGS),
        }
    }
    let mut found = finder.found;
    for places in [&mut found.places, &mut found.filters, &mut found.unclear] {
        places.sort_by_key(|place| (place.file, place.range.start));
        places.dedup();
    }
    found
}

struct ReferenceFinder<'a> {
    store: &'a Store,
    files: &'a Files,
    id: &'a str,
    /// Whether the id is that of a marking scheme.
    scheme: bool,
    /// The file that is gone through.
    file: FileId,
    fields: Fields<'a>,
    /// The claims that fields rest on.
    used: HashSet<&'a str>,
    found: References,
}

impl ReferenceFinder<'_> {
    fn object(&mut self, node: &Node, object: &Object) {
        walk(node, object, &mut |visit| self.visit(visit));
    }

    fn visit(&mut self, visit: &Visit<'_, '_>) {
        let node = visit.node;
        match visit.value {
            Typed::Reference(..) => self.reference(node),
            Typed::Marking(_) => self.marking(node),
            Typed::Text(text) | Typed::Address(text) => self.found.also_a_word |= text == self.id,
            Typed::Any => self.found.also_a_word |= node.text() == Some(self.id),
            Typed::Localized { markdown: true } => node.entries().iter().for_each(|entry| self.cited(entry)),
            Typed::Claim(claim, shape) => {
                self.reference(claim);
                self.candidates(claim.text().unwrap_or_default(), shape);
            }
            Typed::Localized { markdown: false }
            | Typed::Null
            | Typed::Integer(_)
            | Typed::Number(_)
            | Typed::Bool(_)
            | Typed::Date(_)
            | Typed::Quantity(_)
            | Typed::List(..)
            | Typed::Object(_)
            | Typed::Map(..)
            | Typed::Misfit => {}
        }
    }

    /// Goes through the candidates of a claim, which take their shape from the field that rests on it.
    fn candidates(&mut self, claim: &str, shape: &Shape) {
        let store = self.store;
        let Some(claim) = store.records.get(claim).filter(|record| record.kind == CLAIM) else { return };
        self.used.insert(&claim.id);
        let here = std::mem::replace(&mut self.file, claim.file);
        let candidates = claim.root.get("candidates").map(Node::items).unwrap_or_default();
        let values = candidates.iter().filter_map(|one| one.get("value"));
        values.for_each(|node| walk_value(node, shape, &mut |visit| self.visit(visit)));
        self.file = here;
    }

    /// Goes through the candidates of claims that no field rests on: what shape they have is not known, but a claim about the record
    /// means it by its id.
    fn unused_claims(&mut self) {
        let store = self.store;
        for claim in store.records.of_kind(CLAIM) {
            if self.used.contains(claim.id.as_str()) {
                continue;
            }
            let about = claim.root.get("about").map(Node::items).unwrap_or_default();
            if about.iter().any(|node| node.text() == Some(self.id)) {
                self.file = claim.file;
                let candidates = claim.root.get("candidates").map(Node::items).unwrap_or_default();
                for value in candidates.iter().filter_map(|one| one.get("value")) {
                    self.reference(value);
                    value.items().iter().for_each(|item| self.reference(item));
                }
            }
        }
    }

    fn reference(&mut self, node: &Node) {
        if node.text() == Some(self.id) {
            self.take(node, 1, |_, _| true);
        }
    }

    fn marking(&mut self, node: &Node) {
        let level = node.text().and_then(|text| text.strip_prefix(self.id));
        if self.scheme && level.is_some_and(|level| level.starts_with('/')) {
            self.take(node, 1, |_, after| after.starts_with('/'));
        }
    }

    fn cited(&mut self, entry: &Entry) {
        let Some(text) = entry.value.text().filter(|text| text.contains(self.id)) else { return };
        let (blocks, _) = markdown::parse(text);
        let count = markdown::citations(&blocks).iter().filter(|(id, _)| id == self.id).count();
        let cites = |before: &str, _: &str| {
            before.rfind('[').is_some_and(|open| before[open..].starts_with("[@") && !before[open..].contains(']'))
        };
        self.take(&entry.value, count, cites);
    }

    fn form(&mut self, root: &Node, name: &str) {
        let store = self.store;
        if let Some(kind) = store.schemas.get(name) {
            self.object(root, &kind.object);
        }
        let editions = root.get("editions").map(Node::items).unwrap_or_default();
        editions.iter().filter_map(|edition| edition.get("highest")).for_each(|levels| self.scheme_of_levels(levels));
        self.quoted(root);
    }

    /// An edition names the scheme of a level by its field.
    fn scheme_of_levels(&mut self, levels: &Node) {
        let named = levels.entries().iter().filter(|entry| self.scheme && *entry.key == *self.id);
        self.found.places.extend(named.map(|entry| Place { file: self.file, range: entry.key_span.range() }));
    }

    fn schema(&mut self, node: &Node) {
        for entry in node.entries() {
            match &*entry.key {
                "x-marking" => self.marking(&entry.value),
                "x-rules" => {
                    let rules = entry.value.items().iter().filter_map(|rule| rule.get("rule"));
                    rules.for_each(|rule| self.quoted(rule));
                }
                "enum" => self.found.also_a_word |= entry.value.items().iter().any(|word| word.text() == Some(self.id)),
                _ => self.schema(&entry.value),
            }
        }
        node.items().iter().for_each(|item| self.schema(item));
    }

    /// Finds the id in quotes within the texts of a tree.
    fn quoted(&mut self, node: &Node) {
        node.items().iter().for_each(|item| self.quoted(item));
        node.entries().iter().for_each(|entry| self.quoted(&entry.value));
        let Some(text) = node.text() else { return };
        let count = ['\'', '"'].map(|quote| text.matches(&format!("{quote}{}{quote}", self.id)).count()).iter().sum();
        let before = self.found.places.len();
        let closes = |after: &str| after.trim_start_matches('\\').starts_with(['\'', '"']);
        self.take(node, count, |before, after| before.ends_with(['\'', '"']) && closes(after));
        let filters = self.found.places.split_off(before);
        let range = node.span.range();
        let words = self.files.words(self.file, range.clone());
        let means_it = |place: &Place| {
            let (start, end) = (place.range.start - range.start, place.range.end - range.start);
            !self.fields.holds_words(&words[..start], &words[end..])
        };
        self.found.filters.extend(filters.into_iter().filter(means_it));
    }

    /// Takes the places of the id within a value as it is written: as many as are meant, or none and the value is unclear.
    fn take(&mut self, node: &Node, count: usize, fits: impl Fn(&str, &str) -> bool) {
        if count == 0 {
            return;
        }
        let range = node.span.range();
        let words = self.files.words(self.file, range.clone());
        let places: Vec<Range<usize>> = occurrences(words, self.id)
            .filter(|found| fits(&words[..found.start], &words[found.end..]))
            .map(|found| range.start + found.start..range.start + found.end)
            .collect();
        let place = |range| Place { file: self.file, range };
        if places.len() == count {
            self.found.places.extend(places.into_iter().map(place));
        } else {
            self.found.unclear.push(place(range));
        }
    }
}

/// Returns where a word stands by itself, and not as part of a longer id.
pub fn occurrences<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(word)
        .map(|(at, _)| at..at + word.len())
        .filter(move |range| !text[..range.start].ends_with(part) && !text[range.end..].starts_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occurrences_are_whole_ids() {
        let found: Vec<_> = occurrences("s1, s12, a-s1, 's1' s1-b s1", "s1").collect();
        assert_eq!(found, [0..2, 16..18, 25..27]);
    }
}
