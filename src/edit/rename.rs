//! Rename: a record gets another id, and everything that names it follows, in one go or not at all.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use super::references::{self, Location, templates};
use super::snapshot::{Diagnosed, FormSort, Snapshot};
use super::{Change, Refusal};
use crate::diag::{Edit, FileId, Place, fix};
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
    pub templates: Vec<Location>,
    /// Lines of comments that hold the old id; they are not changed.
    pub comments: Vec<Location>,
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
pub(super) fn found<'s>(id: &str, snapshot: &'s Snapshot) -> Result<&'s Record, Refusal> {
    let records = &snapshot.result.store.records;
    let Some(record) = records.get(id) else {
        let near = crate::check::nearest(id, records.iter().map(|record| record.id.as_str()));
        return Err(Refusal::Unknown(id.to_owned(), near.map(str::to_owned)));
    };
    if records.iter().filter(|other| other.id == id).count() > 1 {
        return Err(Refusal::Twice(id.to_owned()));
    }
    if !snapshot.result.unread.is_empty() {
        let (diagnostics, files) = (snapshot.result.unread.clone(), snapshot.result.files.clone());
        return Err(Refusal::Unreadable(Diagnosed { diagnostics, files }));
    }
    Ok(record)
}

/// Plans another id for a record; writes nothing.
///
/// # Errors
/// Returns why it cannot be done as a whole.
pub fn rename(id: &str, new: &str, snapshot: &Snapshot) -> Result<Renamed, Refusal> {
    let record = found(id, snapshot)?;
    accept(new)?;
    if new == id {
        return Err(Refusal::Same(id.to_owned()));
    }
    if snapshot.result.store.records.get(new).is_some() {
        return Err(Refusal::Taken(new.to_owned()));
    }
    let files = &snapshot.result.files;
    let spots = |places: &[Place]| {
        let mut spots: Vec<Location> = places.iter().map(|place| Location::of(place, files)).collect();
        spots.dedup();
        spots
    };
    let references = references::of(record, snapshot);
    if !references.unclear.is_empty() {
        return Err(Refusal::Unclear(id.to_owned(), spots(&references.unclear)));
    }
    if references.also_a_word && !references.filters.is_empty() {
        return Err(Refusal::Filter(id.to_owned(), spots(&references.filters)));
    }
    let templates = templates::naming(id, &snapshot.workspace.templates());
    let in_use = words_in_use(id, snapshot);
    if !in_use.is_empty() {
        return Err(Refusal::Template(id.to_owned(), in_use));
    }
    let own =
        own_place(record, snapshot).ok_or_else(|| Refusal::Unclear(id.to_owned(), spots(&[record.place_of("id")])))?;
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    let places: Vec<Place> = std::iter::once(own).chain(references.places).chain(references.filters).collect();
    for place in &places {
        edits.entry(place.file).or_default().push(Edit::new(place.range.clone(), written(new, place, snapshot)));
    }
    let kinds = kinds(snapshot);
    let mut changes: Vec<Change> = edits
        .into_iter()
        .filter_map(|(file, edits)| change(file, edits, kinds.get(&file).copied(), snapshot))
        .collect();
    let file_name = file_name(record, new, snapshot);
    for change in changes.iter_mut().filter(|change| change.path == files.path(record.file)) {
        change.renamed.clone_from(&file_name);
    }
    match snapshot.new_errors(&changes) {
        Some(diagnosed) => Err(Refusal::Worse(diagnosed)),
        None => Ok(Renamed { changes, places: places.len(), templates, comments: comments(id, snapshot) }),
    }
}

/// Returns the lines of templates that print a fixed word of documents; none for what is no such word.
pub(super) fn words_in_use(id: &str, snapshot: &Snapshot) -> Vec<Location> {
    if !snapshot.result.store.words().any(|term| term.id == id) {
        return Vec::new();
    }
    let folder = snapshot.workspace.templates();
    let mut spots = [templates::naming(id, &folder), templates::building(id, &folder)].concat();
    spots.sort();
    spots.dedup();
    spots
}

/// Returns the lines of comments that hold an id with a hyphen in it; a single word can mean anything there.
fn comments(id: &str, snapshot: &Snapshot) -> Vec<Location> {
    let files = &snapshot.result.files;
    let mut spots = Vec::new();
    for file in files.ids().filter(|file| id.contains('-') && files.text(*file).contains(id)) {
        let text = files.text(file);
        for comment in yaml::comments(text).unwrap_or_default() {
            // A comment is a piece of the text: it begins as far in it as its bytes lie behind the first.
            let at = comment.as_ptr() as usize - text.as_ptr() as usize;
            if references::occurrences(comment, id).next().is_some() {
                spots.push(Location::of(&Place { file, range: at..at }, files));
            }
        }
    }
    spots.dedup();
    spots
}

/// Returns the place of the id in the record's own `id`.
fn own_place(record: &Record, snapshot: &Snapshot) -> Option<Place> {
    let node = record.root.get("id")?;
    let range = node.span.range();
    let words = snapshot.result.files.words(record.file, range.clone());
    let found = references::occurrences(words, &record.id).next()?;
    Some(Place { file: record.file, range: range.start + found.start..range.start + found.end })
}

/// Returns the id as it is written at a place: in quotes where it would be read as a number or a word of YAML without them.
fn written(new: &str, place: &Place, snapshot: &Snapshot) -> String {
    let text = snapshot.result.files.text(place.file);
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

fn change(file: FileId, mut edits: Vec<Edit>, kind: Option<&Kind>, snapshot: &Snapshot) -> Option<Change> {
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup();
    let files = &snapshot.result.files;
    let before = files.text(file);
    let after = format::kept(before, fix::apply(before, &edits)?, kind);
    Some(Change::of_text(files.path(file), Arc::from(files.text(file)), after))
}

/// Returns the kind that each file takes its form from; schemas have none.
fn kinds(snapshot: &Snapshot) -> HashMap<FileId, &Kind> {
    let store = &snapshot.result.store;
    let records = store.records.iter().map(|record| (record.file, store.kind(record)));
    let forms = snapshot.forms.iter().filter_map(|form| {
        let name = match form.sort {
            FormSort::Report => REPORT,
            FormSort::Settings => SETTINGS,
            FormSort::Schema => return None,
        };
        Some((form.file, store.schemas.get(name)?))
    });
    records.chain(forms).collect()
}

/// Returns the new path of the record's file, where the file is called like the record and holds nothing else.
fn file_name(record: &Record, new: &str, snapshot: &Snapshot) -> Option<PathBuf> {
    let path = snapshot.result.files.path(record.file);
    let alone = snapshot.result.store.records.iter().filter(|other| other.file == record.file).count() == 1;
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
