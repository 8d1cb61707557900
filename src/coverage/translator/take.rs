//! A filled list → changes of files. Each row is looked at for itself: what is in doubt is refused with its reason.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;

use super::super::holders::{self, Holder};
use super::super::texts::{self, Text};
use super::super::{alphabet, phrases};
use super::{Line, Sheet, Unusable, fingerprint, insert::insert};
use crate::check::Verdict;
use crate::diag::{Edit, FileId, Phrase, Values, repair};
use crate::record::{Language, markdown};

/// What a filled list comes to.
#[derive(Debug)]
pub struct Taken {
    /// The language.
    pub language: Language,
    /// The translations that can be put in, in the order of the table.
    pub changes: Vec<Change>,
    /// The rows that are refused.
    pub refused: Vec<Refusal>,
    /// How many rows have no translation.
    pub empty: usize,
    /// How many translations stand in the records already.
    pub there: usize,
}

/// A translation that can be put in.
#[derive(Debug)]
pub struct Change {
    /// The line of the table.
    pub line: usize,
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
    edit: Edit,
}

/// A row that is refused.
#[derive(Debug)]
pub struct Refusal {
    /// The line of the table.
    pub line: usize,
    /// The kind of record, as the row says.
    pub kind: String,
    /// The id of the record, as the row says.
    pub record: String,
    /// The pointer, as the row says.
    pub pointer: String,
    /// Why.
    pub reason: &'static Phrase,
    /// The values of the reason.
    pub values: Values,
}

/// Looks at every row of a filled list.
///
/// # Errors
/// Returns why the table is no such list.
pub fn take(verdict: &Verdict, sheet: &Sheet) -> Result<Taken, Unusable> {
    let columns = Columns::of(sheet)?;
    let holders = holders::all(verdict);
    let by_name = holders.iter().map(|holder| ((holder.record.kind.as_str(), holder.record.id.as_str()), holder));
    // Of two records with one id the first one counts, as everywhere.
    let by_name: HashMap<_, _> = by_name.collect::<Vec<_>>().into_iter().rev().collect();
    let mut desk = Desk { verdict, columns: &columns, by_name, seen: HashMap::new() };
    let mut taken = Taken { language: columns.language, changes: Vec::new(), refused: Vec::new(), empty: 0, there: 0 };
    for line in &sheet.lines {
        match desk.row(line) {
            Ok(Outcome::Change(change)) => taken.changes.push(*change),
            Ok(Outcome::There) => taken.there += 1,
            Ok(Outcome::Empty) => taken.empty += 1,
            Err((reason, values)) => {
                let cell = |column: usize| line.cells.get(column).cloned().unwrap_or_default();
                let (kind, record, pointer) = (cell(columns.kind), cell(columns.record), cell(columns.pointer));
                taken.refused.push(Refusal { line: line.number, kind, record, pointer, reason, values });
            }
        }
    }
    Ok(taken)
}

impl Taken {
    /// Returns the files with the translations in them, by path; every other byte stays as it is.
    pub fn files(&self, verdict: &Verdict) -> BTreeMap<PathBuf, String> {
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        self.changes.iter().for_each(|change| edits.entry(change.file).or_default().push(change.edit.clone()));
        let edited = edits.into_iter().filter_map(|(file, mut edits)| {
            edits.sort_by_key(|edit| edit.range.start);
            let text = repair::apply(verdict.files.text(file), &edits)?;
            Some((verdict.files.path(file).to_path_buf(), text))
        });
        edited.collect()
    }
}

/// Where the cells of a row stand.
struct Columns {
    kind: usize,
    record: usize,
    pointer: usize,
    from: usize,
    fingerprint: usize,
    translation: usize,
    language: Language,
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Self, Unusable> {
        let [kind, record, pointer, _, from, _, fingerprint] = super::COLUMNS;
        let codes: BTreeSet<Language> =
            sheet.headings.iter().filter_map(|heading| Language::from_code(&heading.to_ascii_lowercase())).collect();
        let mut codes = codes.into_iter();
        let (Some(language), None) = (codes.next(), codes.next()) else {
            return Err(Unusable(&phrases::NO_LANGUAGE, vec![]));
        };
        Ok(Self {
            kind: sheet.column(kind)?,
            record: sheet.column(record)?,
            pointer: sheet.column(pointer)?,
            from: sheet.column(from)?,
            fingerprint: sheet.column(fingerprint)?,
            translation: sheet.column(language.code())?,
            language,
        })
    }
}

enum Outcome {
    Change(Box<Change>),
    There,
    Empty,
}

type Doubt = (&'static Phrase, Values);

struct Desk<'d> {
    verdict: &'d Verdict,
    columns: &'d Columns,
    by_name: HashMap<(&'d str, &'d str), &'d Holder<'d>>,
    /// The line on which a text was translated.
    seen: HashMap<(FileId, usize), usize>,
}

impl<'d> Desk<'d> {
    fn row(&mut self, line: &Line) -> Result<Outcome, Doubt> {
        let cell = |column: usize| line.cells.get(column).map(|cell| cell.trim()).unwrap_or_default();
        let translation = tidy(cell(self.columns.translation));
        if translation.is_empty() {
            return Ok(Outcome::Empty);
        }
        let holder: &'d Holder<'d> = self
            .by_name
            .get(&(cell(self.columns.kind), cell(self.columns.record)))
            .copied()
            .ok_or((&phrases::RECORD_GONE, vec![]))?;
        let texts = texts::of(&holder.record.root, holder.object);
        let pointer = cell(self.columns.pointer);
        let text = texts.into_iter().find(|text| text.pointer == pointer).ok_or((&phrases::PLACE_GONE, vec![]))?;
        let from = Language::from_code(cell(self.columns.from));
        let original = from.and_then(|from| text.get(from)).ok_or((&phrases::CHANGED, vec![]))?.trim_end();
        if fingerprint(original) != cell(self.columns.fingerprint) {
            return Err((&phrases::CHANGED, vec![]));
        }
        self.content(&text, original, &translation)?;
        if let Some(there) = text.node.get(self.columns.language.code()) {
            let there = there.text().unwrap_or_default().trim_end();
            let other = || Err((&phrases::EXISTS, vec![("text", shortened(there).into())]));
            return if there == translation { Ok(Outcome::There) } else { other() };
        }
        self.change(line.number, holder, &text, original, translation)
    }

    /// Refuses a translation that is wrong in itself.
    fn content(&self, text: &Text<'_>, original: &str, translation: &str) -> Result<(), Doubt> {
        if let Some(doubt) = alphabet::fault(translation, original, self.columns.language) {
            return Err(doubt);
        }
        if !text.markdown {
            let one_line = !translation.contains('\n') || original.contains('\n');
            return if one_line { Ok(()) } else { Err((&phrases::ONE_LINE, vec![])) };
        }
        let (blocks, unsupported) = markdown::parse(translation);
        if let Some((_, range)) = unsupported.into_iter().next() {
            let word = shortened(translation.get(range).unwrap_or_default());
            return Err((&phrases::MARKDOWN, vec![("word", word.into())]));
        }
        let cited = |blocks: &[markdown::Block]| -> BTreeSet<String> {
            markdown::citations(blocks).into_iter().map(|(id, _)| id).collect()
        };
        let (own, given) = (cited(&blocks), cited(&markdown::parse(original).0));
        let differing: Vec<&str> = own.symmetric_difference(&given).map(String::as_str).collect();
        let doubt = || Err((&phrases::CITATIONS, vec![("names", differing.join(", ").into())]));
        if differing.is_empty() { Ok(()) } else { doubt() }
    }

    fn change(
        &mut self,
        line: usize,
        holder: &Holder<'_>,
        text: &Text<'_>,
        original: &str,
        translation: String,
    ) -> Result<Outcome, Doubt> {
        let record = &holder.record;
        let place = (record.file, text.node.span.range().start);
        if let Some(earlier) = self.seen.get(&place) {
            return Err((&phrases::TWICE, vec![("line", (*earlier).into())]));
        }
        let file = self.verdict.files.text(record.file);
        let edit = insert(file, text.node, self.columns.language, &translation).filter(|_| !record.torn);
        let edit = edit.ok_or((&phrases::NO_ROOM, vec![]))?;
        self.seen.insert(place, line);
        Ok(Outcome::Change(Box::new(Change {
            line,
            kind: record.kind.clone(),
            record: record.id.clone(),
            pointer: text.pointer.clone(),
            file: record.file,
            original: original.to_owned(),
            translation,
            edit,
        })))
    }
}

/// Returns a translation without what a spreadsheet adds: other line ends, spaces at the end of lines.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn shortened(text: &str) -> String {
    const LENGTH: usize = 60;
    let text = text.replace('\n', " ");
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
