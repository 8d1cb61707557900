//! The survey: every place where something should be is visited once, and counted as there or missing.

use std::collections::{BTreeMap, BTreeSet};

use super::counts::{Category, Coverage, Missing, Row, Scope, Tally};
use super::owners::{self, Owner};
use super::texts::{self, OUR_TRANSLATION, Text};
use super::usage::{Printed, roots};
use crate::check::CheckResult;
use crate::diag::path_text;
use crate::page::Tree;
use crate::record::{Language, Node, Record};
use crate::report::{Set, Settings};
use crate::schema::{CLAIM, Kind, MARKING_SCHEME, Object, REPORT, SETTINGS, SOURCE, Shape, TERM};
use crate::store::{Typed, walk};

/// The field of words that stand for a picture; a fixed word serves where its id has this part.
const ALT: &str = "alt";

/// Looks through a workspace.
pub fn survey(result: &CheckResult, scope: &Scope) -> Coverage {
    let settings = owners::settings(result);
    let mut counter = GapCounter::new(result, scope, settings.as_ref());
    for owner in owners::all(result) {
        counter.texts(&owner);
        if let Some(record) = result.store.records.get(&owner.record.id) {
            counter.sources(record, owner.object);
            counter.unconfirmed(&owner);
        }
    }
    counter.narratives(settings.as_ref());
    counter.finish()
}

struct GapCounter<'v> {
    result: &'v CheckResult,
    scope: &'v Scope,
    printed: Printed,
    /// The ids of the terms that are fixed words of documents.
    words: BTreeSet<&'v str>,
    /// The languages in which something is made.
    release: BTreeSet<Language>,
    /// The languages that are counted.
    languages: Vec<Language>,
    tallies: BTreeMap<(Category, Option<usize>, String, Option<Language>), Tally>,
    missing: Vec<Missing>,
}

/// A place where something should be.
struct Point<'p> {
    what: Category,
    language: Option<Language>,
    record: &'p Record,
    field: String,
    /// The byte that is shown.
    byte: usize,
    reports: Vec<usize>,
    required: bool,
}

impl<'v> GapCounter<'v> {
    fn new(result: &'v CheckResult, scope: &'v Scope, settings: Option<&Settings>) -> Self {
        let made = result.reports.iter().flat_map(|report| report.languages.iter().copied());
        let release: BTreeSet<Language> =
            made.chain(settings.map(|settings| settings.languages.clone()).unwrap_or_default()).collect();
        let languages = scope.languages(&release);
        Self {
            result,
            scope,
            printed: Printed::new(result, settings),
            words: result.store.words().map(|term| term.id.as_str()).collect(),
            release,
            languages,
            tallies: BTreeMap::new(),
            missing: Vec::new(),
        }
    }

    /// Counts the texts of a record in every language, and the fields for words that stand for a picture.
    fn texts(&mut self, owner: &Owner<'_>) {
        let record: &Record = &owner.record;
        for text in texts::of(&record.root, owner.object) {
            if stays(record, &text) {
                continue;
            }
            let (what, reports) = self.nature(record, &text);
            for language in self.languages.clone() {
                let present = text.get(language).is_some();
                let point = Point {
                    what,
                    language: Some(language),
                    record,
                    field: text.pointer.clone(),
                    byte: text.at.range().start,
                    reports: reports.clone(),
                    required: text.required(),
                };
                self.enter(point, present);
            }
        }
        self.forms(record);
    }

    /// Returns what a text is, and which reports print it.
    fn nature(&self, record: &Record, text: &Text<'_>) -> (Category, Vec<usize>) {
        let every = || (0..self.result.reports.len()).collect();
        let name = text.pointer.rsplit('/').next().unwrap_or_default();
        match record.kind.as_str() {
            REPORT => {
                let own = self.result.reports.iter().position(|report| report.name == record.id);
                (Category::Translation, own.into_iter().collect())
            }
            SETTINGS => (Category::Translation, every()),
            TERM if text.pointer == "/text" && self.words.contains(record.id.as_str()) => {
                let what =
                    if record.id.split('-').any(|part| part == ALT) { Category::AltText } else { Category::Word };
                (what, every())
            }
            _ => {
                let what = if name == ALT { Category::AltText } else { Category::Translation };
                (what, self.printed.text(record.file, text.node).to_vec())
            }
        }
    }

    /// Counts the forms after a number, for a word that has them in some language.
    fn forms(&mut self, record: &Record) {
        let Some(forms) = record.root.entry("forms").filter(|_| self.words.contains(record.id.as_str())) else {
            return;
        };
        for language in self.languages.clone() {
            let point = Point {
                what: Category::Word,
                language: Some(language),
                record,
                field: "/forms".to_owned(),
                byte: forms.key_span.range().start,
                reports: (0..self.result.reports.len()).collect(),
                required: false,
            };
            self.enter(point, forms.value.get(language.code()).is_some());
        }
    }

    /// Counts the objects whose schema has a list of sources. The fixed words of documents are ours and need none.
    fn sources(&mut self, record: &'v Record, object: &Object) {
        if record.kind == SOURCE || self.words.contains(record.id.as_str()) {
            return;
        }
        self.sources_of(record, &record.root, object, "");
        walk(&record.root, object, &mut |visit| {
            if let Typed::Object(object) = visit.value {
                self.sources_of(record, visit.node, object, &visit.pointer());
            }
        });
    }

    fn sources_of(&mut self, record: &Record, node: &Node, object: &Object, pointer: &str) {
        let mut lists = object.fields.iter().filter(|(_, field)| field.shape.is_list_of(SOURCE)).map(|(name, _)| name);
        let Some(first) = lists.next() else { return };
        let given = |name: &String| node.get(name).is_some_and(|list| !list.items().is_empty());
        let present = given(first) || lists.any(given);
        let at = node.entries().first().map_or(node.span, |entry| entry.key_span);
        let point = Point {
            what: Category::Source,
            language: None,
            record,
            field: format!("{pointer}/{first}"),
            byte: at.range().start,
            reports: self.printed.record(record).to_vec(),
            required: object.required.contains(first),
        };
        self.enter(point, present);
    }

    /// Counts the wordings of records that can say which of them are our own translation.
    fn unconfirmed(&mut self, owner: &Owner<'_>) {
        let record: &Record = &owner.record;
        if !owner.object.fields.contains_key(OUR_TRANSLATION) || self.words.contains(record.id.as_str()) {
            return;
        }
        let ours = record.root.entry(OUR_TRANSLATION);
        let listed = |language: Language| {
            let listed = ours.map(|entry| entry.value.items()).unwrap_or_default();
            listed.iter().any(|item| item.text() == Some(language.code()))
        };
        let worded: BTreeSet<Language> = texts::of(&record.root, owner.object)
            .iter()
            .flat_map(|text| Language::ALL.into_iter().filter(|language| text.get(*language).is_some()))
            .collect();
        for language in self.languages.clone().into_iter().filter(|language| worded.contains(language)) {
            let point = Point {
                what: Category::Unconfirmed,
                language: Some(language),
                record,
                field: format!("/{OUR_TRANSLATION}"),
                byte: ours.map_or(record.root.span, |entry| entry.key_span).range().start,
                reports: self.printed.record(record).to_vec(),
                required: false,
            };
            self.enter(point, !listed(language));
        }
    }

    /// Counts the records about which a report prints narrative that refers to them, where somebody wrote some.
    fn narratives(&mut self, settings: Option<&Settings>) {
        let result = self.result;
        let mut found: BTreeMap<(&str, &str), (&'v Record, bool, Vec<usize>)> = BTreeMap::new();
        let mut enter = |record: &'v Record, name: &str, number: usize| {
            let there = result.store.inverse(&record.id, name).next().is_some();
            let entry = found.entry((&record.kind, &record.id)).or_insert((record, false, Vec::new()));
            entry.1 |= there;
            if entry.2.last() != Some(&number) {
                entry.2.push(number);
            }
        };
        for (number, report) in result.reports.iter().enumerate() {
            for (records, paths) in roots(result, report, settings) {
                let tree = Tree::new(paths);
                for record in records {
                    for name in narrative_names(result, result.store.kind(record), &tree) {
                        enter(record, name, number);
                    }
                }
            }
            // A set chooses narrative for each subject by what it refers to.
            for set in report.sets.values().filter(|set| speaks_of_subject(set)) {
                let subjects = report.for_each.iter().flat_map(|kind| result.store.records.of_kind(kind));
                for subject in subjects.filter(|subject| set.is_for(Some(subject))) {
                    narrative_inverses(result, set, subject).into_iter().for_each(|name| enter(subject, name, number));
                }
            }
        }
        for (record, there, reports) in found.into_values() {
            let byte = record.root.span.range().start;
            let (what, field) = (Category::Text, String::new());
            self.enter(Point { what, language: None, record, field, byte, reports, required: false }, there);
        }
    }

    fn enter(&mut self, point: Point<'_>, present: bool) {
        let names = |number: &usize| self.result.reports[*number].name.as_str();
        if let Some(report) = &self.scope.report
            && !point.reports.iter().any(|number| names(number) == report)
        {
            return;
        }
        let tally = Tally { present: usize::from(present), total: 1 };
        for report in std::iter::once(None).chain(point.reports.iter().copied().map(Some)) {
            let wanted = self.scope.report.as_deref();
            if wanted.is_none() || report.is_some_and(|number| Some(names(&number)) == wanted) {
                let key = (point.what, report, point.record.kind.clone(), point.language);
                self.tallies.entry(key).or_default().add(tally);
            }
        }
        if !present {
            let missing = self.missing(point);
            self.missing.push(missing);
        }
    }

    fn missing(&self, point: Point<'_>) -> Missing {
        let (files, file) = (&self.result.files, point.record.file);
        Missing {
            what: point.what,
            language: point.language,
            reports: point.reports.iter().map(|number| self.result.reports[*number].name.clone()).collect(),
            kind: point.record.kind.clone(),
            record: point.record.id.clone(),
            field: point.field,
            file: path_text(files.path(file)),
            line: files.position(file, point.byte).line,
            required: point.required,
            release: point.language.is_none_or(|language| self.release.contains(&language)),
        }
    }

    /// Sorts what was found: by what is missing, then as records are ordered; languages in their own order.
    fn finish(self) -> Coverage {
        let name = |number: usize| self.result.reports[number].name.clone();
        let rows = self.tallies.into_iter().map(|((what, report, kind, language), tally)| {
            let report = report.map(name);
            Row { what, language, report, kind, tally }
        });
        let mut missing = self.missing;
        missing.sort_by(|a, b| (a.what, &a.kind, &a.record).cmp(&(b.what, &b.kind, &b.record)));
        let reports = self.result.reports.iter().map(|report| report.name.clone()).collect();
        Coverage { scope: self.scope.clone(), languages: self.languages, reports, rows: rows.collect(), missing }
    }
}

/// Returns whether a text stays as it is in every language: the levels of a marking scheme that is not translated, and the spellings
/// that sources use. Claims say in our words what sources say.
fn stays(record: &Record, text: &Text<'_>) -> bool {
    let untranslated = record.root.get("translated").and_then(Node::text) == Some("false");
    let level = record.kind == MARKING_SCHEME && untranslated && text.pointer.starts_with("/levels");
    level || text.quoted && record.kind != CLAIM
}

/// Returns the names by which narrative that a set chooses can refer to a subject.
fn narrative_inverses<'s>(result: &'s CheckResult, set: &Set, subject: &Record) -> Vec<&'s str> {
    let Some(kind) = result.store.schemas.get(&set.kind) else { return Vec::new() };
    if !set.show.iter().any(|field| is_narrative(&kind.object, field)) {
        return Vec::new();
    }
    let mut names = Vec::new();
    kind.object.each_field(&mut |field| {
        let Shape::Reference(reference) = &field.shape else { return };
        let name = reference.inverse.as_deref();
        names.extend(name.filter(|name| result.store.inverse_kind(&subject.kind, name).is_some()));
    });
    names
}

fn speaks_of_subject(set: &Set) -> bool {
    set.filter.as_ref().is_some_and(|filter| filter.speaks_of("subject"))
}

/// Returns whether records must hold long text in a field.
fn is_narrative(object: &Object, name: &String) -> bool {
    let shape = object.fields.get(name).map(|field| &field.shape);
    object.required.contains(name) && matches!(shape, Some(Shape::Localized { markdown: true }))
}

/// Returns the names by which records of a kind are referred to from narrative: records that must hold long text, which is printed.
fn narrative_names<'t>(result: &CheckResult, kind: &Kind, tree: &'t Tree) -> Vec<&'t str> {
    let narrative = |(name, below): (&'t String, &'t Tree)| {
        let referring = result.store.inverse_kind(&kind.name, name)?;
        let shown = below.names().any(|field| is_narrative(&referring.object, field));
        (!kind.object.fields.contains_key(name) && shown).then_some(name.as_str())
    };
    tree.iter().filter_map(narrative).collect()
}
