//! A filled list → changes of files. Each row is looked at for itself: what is in doubt is refused with its reason.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use super::super::alphabet;
use super::super::owners::{self, Owner};
use super::super::texts::{self, Text};
use super::cell::{Doubt, shortened, tidy};
use super::insert::insert;
use super::origin;
use super::own_translation::{self, Ours};
use super::translation_list::{Columns, Line, TranslationList};
use crate::check::CheckResult;
use crate::diag::codes::tables as words;
use crate::diag::{Code, Edit, FileId, MessageArgs, fix, path_text};
use crate::format;
use crate::record::{Language, Record, markdown};
use crate::schema::{Kind, TERM};

/// What a filled list comes to.
#[derive(Debug)]
pub struct Taken {
    /// The language.
    pub language: Language,
    /// The translations that can be put in, in the order of the table.
    pub changes: Vec<Change>,
    /// The rows of which something is to be reported, and which are not put in.
    pub refused: Vec<Refusal>,
    /// How many rows have no translation.
    pub empty: usize,
    /// How many translations stand in the records already.
    pub there: usize,
}

/// A translation that can be put in.
#[derive(Debug)]
pub struct Change {
    /// The row, as the [`TranslationList`] counts it.
    pub row: usize,
    /// The kind of record.
    pub kind: String,
    /// The id of the record.
    pub record: String,
    /// The text, as a JSON pointer.
    pub pointer: String,
    /// The file it stands in.
    pub file: FileId,
    /// The original.
    pub original: String,
    /// The translation.
    pub translation: String,
    /// What says that the wording is ours.
    pub ours: Option<Ours>,
    edit: Edit,
}

/// A row that is not put in.
#[derive(Debug)]
pub struct Refusal {
    /// The row, as the [`TranslationList`] counts it.
    pub row: usize,
    /// Why.
    pub code: &'static Code,
    /// The values of the reason.
    pub values: MessageArgs,
}

/// Looks at every row of a filled list.
pub fn take(result: &CheckResult, list: &TranslationList, columns: &Columns) -> Taken {
    let owners = owners::all(result);
    let by_name = owners.iter().map(|owner| ((owner.record.kind.as_str(), owner.record.id.as_str()), owner));
    // Of two records with one id the first one counts, as everywhere.
    let by_name: HashMap<_, _> = by_name.collect::<Vec<_>>().into_iter().rev().collect();
    let fixed = result.store.words().map(|term| term.id.as_str()).collect();
    let mut reader = RowReader { result, columns, by_name, fixed, seen: HashMap::new() };
    let mut taken = Taken { language: columns.language, changes: Vec::new(), refused: Vec::new(), empty: 0, there: 0 };
    for line in &list.lines {
        match reader.row(line) {
            Ok(Outcome::Change(change)) => taken.changes.push(*change),
            Ok(Outcome::There) => taken.there += 1,
            Ok(Outcome::Empty) => taken.empty += 1,
            Err((code, mut values)) => {
                values.push(("kind", line.cell(columns.kind).into()));
                values.push(("record", line.cell(columns.record).into()));
                values.push(("pointer", line.cell(columns.pointer).into()));
                if !values.iter().any(|(name, _)| *name == "language") {
                    values.push(("language", columns.language.code().into()));
                }
                taken.refused.push(Refusal { row: line.row, code, values });
            }
        }
    }
    taken
}

impl Taken {
    /// Returns why a translation is not put into a file that would then say something else than it should.
    pub fn spoilt(&self, result: &CheckResult, path: &str) -> Vec<Refusal> {
        let inside = self.changes.iter().filter(|change| shown(result, change.file) == path);
        inside
            .map(|change| Refusal {
                row: change.row,
                code: words::TRANSLATION_BY_HAND,
                values: vec![("path", path.into())],
            })
            .collect()
    }

    /// Returns the files with the translations in them, by path; every other byte stays as it is, but a file that had the stable form
    /// has it afterwards.
    pub fn files(&self, result: &CheckResult) -> BTreeMap<PathBuf, String> {
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        for change in &self.changes {
            let ours = change.ours.as_ref().map(|ours| ours.edit.clone());
            edits.entry(change.file).or_default().extend(std::iter::once(change.edit.clone()).chain(ours));
        }
        let kind = |change: &Change| result.store.schemas.get(&change.kind);
        let kinds: HashMap<FileId, Option<&Kind>> = self.changes.iter().map(|one| (one.file, kind(one))).collect();
        let edited = edits.into_iter().filter_map(|(file, mut edits)| {
            edits.sort_by_key(|edit| edit.range.start);
            let before = result.files.text(file);
            let after = fix::apply(before, &edits)?;
            let kind = kinds.get(&file).copied().flatten();
            Some((result.files.path(file).to_path_buf(), format::kept(before, after, kind)))
        });
        edited.collect()
    }
}

enum Outcome {
    Change(Box<Change>),
    There,
    Empty,
}

struct RowReader<'d> {
    result: &'d CheckResult,
    columns: &'d Columns,
    by_name: HashMap<(&'d str, &'d str), &'d Owner<'d>>,
    /// The ids of the fixed words of documents.
    fixed: HashSet<&'d str>,
    /// The row in which a text was translated, as the person sees it.
    seen: HashMap<(FileId, usize), usize>,
}

impl<'d> RowReader<'d> {
    fn row(&mut self, line: &Line) -> Result<Outcome, Doubt> {
        let columns = self.columns;
        let translation = tidy(line.cell(columns.translation));
        if translation.is_empty() {
            return Ok(Outcome::Empty);
        }
        let owner: &'d Owner<'d> = self
            .by_name
            .get(&(line.cell(columns.kind), line.cell(columns.record)))
            .copied()
            .ok_or((words::TRANSLATION_RECORD_GONE, vec![]))?;
        let texts = texts::of(&owner.record.root, owner.object);
        let pointer = line.cell(columns.pointer);
        let text =
            texts.into_iter().find(|text| text.pointer == pointer).ok_or((words::TRANSLATION_TEXT_GONE, vec![]))?;
        let original = origin::of(line, columns, |from| text.get(from))?;
        self.content(&text, original, &translation)?;
        if let Some(there) = text.node.get(columns.language.code()) {
            let there = there.text().unwrap_or_default().trim_end();
            let other = || Err((words::TRANSLATION_EXISTS, vec![("text", shortened(there).into())]));
            return if there == translation { Ok(Outcome::There) } else { other() };
        }
        self.change(line, owner, &text, original, translation)
    }

    /// Refuses a translation that is wrong in itself.
    fn content(&self, text: &Text<'_>, original: &str, translation: &str) -> Result<(), Doubt> {
        if let Some(doubt) = alphabet::fault(translation, original, self.columns.language) {
            return Err(doubt);
        }
        if !text.markdown {
            let one_line = !translation.contains('\n') || original.contains('\n');
            let value = || vec![("value", shortened(translation).into())];
            return if one_line { Ok(()) } else { Err((words::TEXT_LINE_BREAK, value())) };
        }
        let (blocks, refused) = markdown::parse(translation);
        if let Some(refused) = refused.into_iter().next() {
            let word = shortened(translation.get(refused.range).unwrap_or_default());
            return Err((words::TRANSLATION_MARKDOWN, vec![("word", word.into())]));
        }
        let cited = |blocks: &[markdown::Block]| -> BTreeSet<String> {
            markdown::citations(blocks).into_iter().map(|(id, _)| id).collect()
        };
        let (own, given) = (cited(&blocks), cited(&markdown::parse(original).0));
        let differing: Vec<&str> = own.symmetric_difference(&given).map(String::as_str).collect();
        let Some(first) = differing.first() else { return Ok(()) };
        // A source of the original is the example, where it has one.
        let first = given.first().map_or(*first, String::as_str);
        let values = vec![("names", differing.join(", ").into()), ("source", first.into())];
        Err((words::TRANSLATION_CITATIONS, values))
    }

    fn change(
        &mut self,
        line: &Line,
        owner: &Owner<'_>,
        text: &Text<'_>,
        original: &str,
        translation: String,
    ) -> Result<Outcome, Doubt> {
        let record = &owner.record;
        let place = (record.file, text.node.span.range().start);
        if let Some(earlier) = self.seen.get(&place) {
            return Err((words::TRANSLATION_TWICE, vec![("row", (*earlier).into())]));
        }
        let file = self.result.files.text(record.file);
        let edit = insert(file, text.node, self.columns.language, &translation).filter(|_| !record.incomplete);
        let by_hand = || (words::TRANSLATION_BY_HAND, vec![("path", shown(self.result, record.file).into())]);
        let edit = edit.ok_or_else(by_hand)?;
        let ours = self.ours(record, &text.pointer).map_err(|_| by_hand())?;
        self.seen.insert(place, line.number);
        Ok(Outcome::Change(Box::new(Change {
            row: line.row,
            kind: record.kind.clone(),
            record: record.id.clone(),
            pointer: text.pointer.clone(),
            file: record.file,
            original: original.to_owned(),
            translation,
            ours,
            edit,
        })))
    }
}

impl RowReader<'_> {
    /// Returns what says that the wording is ours. The fixed words of documents always are.
    fn ours(&self, record: &Record, pointer: &str) -> Result<Option<Ours>, own_translation::Uncertain> {
        let store = &self.result.store;
        let Some(kind) = store.schemas.get(&record.kind) else { return Ok(None) };
        if self.fixed.contains(record.id.as_str()) && record.kind == TERM {
            return Ok(None);
        }
        own_translation::of(self.result.files.text(record.file), &record.root, kind, pointer, self.columns.language)
    }
}

/// Returns the path of a file as people write it.
fn shown(result: &CheckResult, file: FileId) -> String {
    path_text(result.files.path(file))
}
