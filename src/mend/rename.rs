//! Rename: a record gets another id, and everything that names it follows, in one go or not at all.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use super::mentions::{self, Spot, templates};
use super::survey::{FormSort, Survey, Told};
use super::{Change, Refusal};
use crate::diag::{Edit, FileId, Place, repair};
use crate::format;
use crate::load::yaml;
use crate::record::Record;
use crate::record::id::{is_device, is_id};
use crate::schema::{Kind, REPORT, SETTINGS};

/// A record under its new id.
#[derive(Debug)]
pub struct Renamed {
    /// The files that change.
    pub changes: Vec<Change>,
    /// At how many places the id stood, its own among them.
    pub places: usize,
    /// Lines of templates that hold the old id in quotes; they are not changed.
    pub templates: Vec<Spot>,
    /// Lines of comments that hold the old id; they are not changed.
    pub comments: Vec<Spot>,
}

/// Refuses a text that cannot be the id of a record.
///
/// # Errors
/// Returns why it cannot.
pub fn accept(id: &str) -> Result<(), Refusal> {
    match () {
        () if !is_id(id) => Err(Refusal::NotAnId(id.to_owned())),
        () if is_device(id) => Err(Refusal::Device(id.to_owned())),
        () => Ok(()),
    }
}

/// Finds the record to be changed; every file must be readable, because any may name it.
pub(super) fn found<'s>(id: &str, survey: &'s Survey) -> Result<&'s Record, Refusal> {
    let records = &survey.verdict.holdings.records;
    let Some(record) = records.get(id) else {
        let near = crate::check::nearest(id, records.iter().map(|record| record.id.as_str()));
        return Err(Refusal::Unknown(id.to_owned(), near.map(str::to_owned)));
    };
    if records.iter().filter(|other| other.id == id).count() > 1 {
        return Err(Refusal::Twice(id.to_owned()));
    }
    if !survey.unread.is_empty() {
        let files = survey.verdict.files.clone();
        return Err(Refusal::Unread(Told { diagnostics: survey.unread.clone(), files }));
    }
    Ok(record)
}

/// Plans another id for a record; writes nothing.
///
/// # Errors
/// Returns why it cannot be done as a whole.
pub fn rename(id: &str, new: &str, survey: &Survey) -> Result<Renamed, Refusal> {
    let record = found(id, survey)?;
    accept(new)?;
    if new == id {
        return Err(Refusal::Same(id.to_owned()));
    }
    if survey.verdict.holdings.records.get(new).is_some() {
        return Err(Refusal::Taken(new.to_owned()));
    }
    let files = &survey.verdict.files;
    let spots = |places: &[Place]| {
        let mut spots: Vec<Spot> = places.iter().map(|place| Spot::of(place, files)).collect();
        spots.dedup();
        spots
    };
    let mentions = mentions::of(record, survey);
    if !mentions.unclear.is_empty() {
        return Err(Refusal::Unclear(id.to_owned(), spots(&mentions.unclear)));
    }
    if mentions.also_a_word && !mentions.filters.is_empty() {
        return Err(Refusal::Filter(id.to_owned(), spots(&mentions.filters)));
    }
    let templates = templates::naming(id, &survey.workspace.templates());
    let in_use = words_in_use(id, survey);
    if !in_use.is_empty() {
        return Err(Refusal::Template(id.to_owned(), in_use));
    }
    let own =
        own_place(record, survey).ok_or_else(|| Refusal::Unclear(id.to_owned(), spots(&[record.place_of("id")])))?;
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    let places: Vec<Place> = std::iter::once(own).chain(mentions.places).chain(mentions.filters).collect();
    for place in &places {
        edits.entry(place.file).or_default().push(Edit::new(place.range.clone(), written(new, place, survey)));
    }
    let kinds = kinds(survey);
    let mut changes: Vec<Change> =
        edits.into_iter().filter_map(|(file, edits)| change(file, edits, kinds.get(&file).copied(), survey)).collect();
    let file_name = file_name(record, new, survey);
    for change in changes.iter_mut().filter(|change| change.path == files.path(record.file)) {
        change.renamed.clone_from(&file_name);
    }
    match survey.new_errors(&changes) {
        Some(told) => Err(Refusal::Worse(told)),
        None => Ok(Renamed { changes, places: places.len(), templates, comments: comments(id, survey) }),
    }
}

/// Returns the lines of templates that print a fixed word of documents; none for what is no such word.
pub(super) fn words_in_use(id: &str, survey: &Survey) -> Vec<Spot> {
    if !survey.verdict.holdings.words().any(|term| term.id == id) {
        return Vec::new();
    }
    let folder = survey.workspace.templates();
    let mut spots = [templates::naming(id, &folder), templates::building(id, &folder)].concat();
    spots.sort();
    spots.dedup();
    spots
}

/// Returns the lines of comments that hold an id with a hyphen in it; a single word can mean anything there.
fn comments(id: &str, survey: &Survey) -> Vec<Spot> {
    let files = &survey.verdict.files;
    let mut spots = Vec::new();
    for file in files.ids().filter(|file| id.contains('-') && files.text(*file).contains(id)) {
        let text = files.text(file);
        for comment in yaml::comments(text).unwrap_or_default() {
            // A comment is a piece of the text: it begins as far in it as its bytes lie behind the first.
            let at = comment.as_ptr() as usize - text.as_ptr() as usize;
            if mentions::occurrences(comment, id).next().is_some() {
                spots.push(Spot::of(&Place { file, range: at..at }, files));
            }
        }
    }
    spots.dedup();
    spots
}

/// Returns the place of the id in the record's own `id`.
fn own_place(record: &Record, survey: &Survey) -> Option<Place> {
    let node = record.root.get("id")?;
    let range = node.span.range();
    let words = survey.verdict.files.words(record.file, range.clone());
    let found = mentions::occurrences(words, &record.id).next()?;
    Some(Place { file: record.file, range: range.start + found.start..range.start + found.end })
}

/// Returns the id as it is written at a place: in quotes where it would be read as a number or a word of YAML without them.
fn written(new: &str, place: &Place, survey: &Survey) -> String {
    let text = survey.verdict.files.text(place.file);
    let quote = |side: Option<char>| side.is_some_and(|c| matches!(c, '"' | '\''));
    let (before, after) = (text[..place.range.start].chars().last(), text[place.range.end..].chars().next());
    let plain = !quote(before) && !quote(after) && !matches!(before, Some('@')) && after != Some('/');
    if plain && is_misread(new) { format!("\"{new}\"") } else { new.to_owned() }
}

/// Returns whether programs read an id without quotes as something else.
fn is_misread(id: &str) -> bool {
    let number =
        id.starts_with(|c: char| c.is_ascii_digit()) && id.chars().all(|c| c.is_ascii_hexdigit() || "xo-".contains(c));
    number || matches!(id, "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null")
}

fn change(file: FileId, mut edits: Vec<Edit>, kind: Option<&Kind>, survey: &Survey) -> Option<Change> {
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup();
    let files = &survey.verdict.files;
    let before = files.text(file);
    let after = format::kept(before, repair::apply(before, &edits)?, kind);
    Some(Change::of_text(files.path(file), Arc::from(files.text(file)), after))
}

/// Returns the kind that each file takes its form from; schemas have none.
fn kinds(survey: &Survey) -> HashMap<FileId, &Kind> {
    let holdings = &survey.verdict.holdings;
    let records = holdings.records.iter().map(|record| (record.file, holdings.kind(record)));
    let forms = survey.forms.iter().filter_map(|form| {
        let name = match form.sort {
            FormSort::Report => REPORT,
            FormSort::Settings => SETTINGS,
            FormSort::Schema => return None,
        };
        Some((form.file, holdings.schemas.get(name)?))
    });
    records.chain(forms).collect()
}

/// Returns the new path of the record's file, where the file is called like the record and holds nothing else.
fn file_name(record: &Record, new: &str, survey: &Survey) -> Option<PathBuf> {
    let path = survey.verdict.files.path(record.file);
    let alone = survey.verdict.holdings.records.iter().filter(|other| other.file == record.file).count() == 1;
    let called = path.file_stem().is_some_and(|stem| stem.to_string_lossy() == record.id);
    let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
    (alone && called).then(|| path.with_file_name(format!("{new}.{ending}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_yaml_reads_otherwise_are_written_in_quotes() {
        assert!(["2001", "1e3", "0x1f", "no", "2022-03"].into_iter().all(is_misread));
        assert!(["s1", "2nd-well", "nobody"].into_iter().all(|id| !is_misread(id)));
    }
}
