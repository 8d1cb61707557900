//! Every record has a kind and an id: ASCII kebab-case, the same as the file name, once in the workspace.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::letters;
use super::nearest::{hint, nearest};
use crate::diag::{Diagnostic, Files, Place, codes, messages};
use crate::load::{RawRecord, Unreadable};
use crate::record::{Entry, Node, Record, Records, Span, id};
use crate::schema::{Kind, Schemas, Shape};

/// Gives each record its kind and id; a record without either is reported, left out, and noted as one that exists.
pub fn identify(
    raw: Vec<RawRecord>,
    schemas: &Schemas,
    files: &Files,
    unread: &mut Unreadable,
) -> (Records, Vec<Diagnostic>) {
    let mut index =
        IdIndex { files, faults: Vec::new(), misnamed: BTreeMap::new(), first: HashMap::new(), folded: HashMap::new() };
    let mut records: Vec<Record> = Vec::with_capacity(raw.len());
    let mut unknown_folders: HashSet<String> = HashSet::new();
    for raw in raw {
        let Some(kind) = schemas.of_folder(&raw.folder) else {
            if !unknown_folders.contains(&raw.folder) {
                index.faults.push(folder_fault(&raw, schemas));
                unknown_folders.insert(raw.folder);
            }
            continue;
        };
        let Some((id, place)) = index.id_of(&raw, kind) else {
            unread.note(raw.file_name.as_deref());
            continue;
        };
        if raw.file_name.as_ref().is_some_and(|name| *name != id) {
            // What refers to the record by the name of its file is right as soon as the id is.
            unread.note(raw.file_name.as_deref());
        }
        index.enter(&raw, &id, place, kind);
        records.push(Record {
            id,
            kind: kind.name.clone(),
            file: raw.file,
            root: raw.root,
            incomplete: raw.incomplete,
        });
    }
    index.faults.extend(index.misnamed.into_values());
    (Records::new(records), index.faults)
}

/// The ids entered so far.
struct IdIndex<'a> {
    files: &'a Files,
    faults: Vec<Diagnostic>,
    /// By id, its record whose file is not called by it.
    misnamed: BTreeMap<String, Diagnostic>,
    first: HashMap<String, Place>,
    /// By the id in lower-case letters, the first id written so.
    folded: HashMap<String, (String, Place)>,
}

impl IdIndex<'_> {
    fn enter(&mut self, raw: &RawRecord, id: &str, place: Place, kind: &Kind) {
        let lower = id.to_lowercase();
        if let Some(other) = self.first.get(id).cloned() {
            let (here, there) = self.copied(id, place, other);
            let fault = Diagnostic::new(codes::ID_TWICE, here, vec![("id", id.into())]);
            self.faults.push(fault.with_related(there, &messages::ALSO_USED));
        } else if let Some((other, there)) = self.folded.get(&lower).cloned() {
            // The one with capital letters is reported.
            let own = (id.to_owned(), place);
            let (here, there) = if own.0 == lower { ((other, there), own) } else { (own, (other, there)) };
            let values = vec![("id", here.0.into()), ("other", there.0.into())];
            let fault = Diagnostic::new(codes::ID_CASE, here.1, values);
            self.faults.push(fault.with_related(there.1, &messages::ALSO_USED));
        } else {
            self.misnamed.extend(name_fault(raw, id, &place, kind).map(|fault| (id.to_owned(), fault)));
            self.folded.insert(lower, (id.to_owned(), place.clone()));
            self.first.insert(id.to_owned(), place);
        }
    }

    /// Returns the places of two records of one id, first the one to be reported: a file that was copied and not called by its id.
    fn copied(&mut self, id: &str, own: Place, other: Place) -> (Place, Place) {
        if self.misnamed.remove(id).is_some() { (other, own) } else { (own, other) }
    }

    fn id_of(&mut self, raw: &RawRecord, kind: &Kind) -> Option<(String, Place)> {
        let named = raw.file_name.clone().filter(|name| is_id(name, kind));
        let expected = named.clone().unwrap_or_else(|| "…".to_owned());
        let place = |span: Span| Place { file: raw.file, range: span.range() };
        let start = Place { file: raw.file, range: first_line(self.files.text(raw.file), raw.root.span) };
        if raw.root.is_unread() {
            return None;
        }
        if raw.root.entries().is_empty() {
            self.faults.push(Diagnostic::new(codes::RECORD_NOT_FIELDS, start, vec![("expected", expected.into())]));
            return None;
        }
        let written =
            |node: &Node| node.text().filter(|text| !text.is_empty() && !node.is_nothing()).map(str::to_owned);
        match raw.root.entry("id") {
            Some(entry) if entry.value.is_unread() => return None,
            Some(entry) if written(&entry.value).is_some() => {
                return Some((written(&entry.value)?, place(entry.value.span)));
            }
            Some(entry) => self.missing(place(entry.key_span.to(entry.value.span)), expected),
            // A record whose first lines could not be read may well have an id.
            None if raw.incomplete => return None,
            None => match mistyped(raw).filter(|_| kind.object.fields.contains_key("id")) {
                // The name of the field is reported with those of the others.
                Some(entry) => return Some((written(&entry.value)?, place(entry.value.span))),
                None => self.missing(start.clone(), expected),
            },
        }
        // The rest of the record is checked as that of its file.
        named.map(|name| (name, start))
    }

    fn missing(&mut self, place: Place, expected: String) {
        self.faults.push(Diagnostic::new(codes::ID_MISSING, place, vec![("expected", expected.into())]));
    }
}

/// Returns the field that is the id under a mistyped name.
fn mistyped(raw: &RawRecord) -> Option<&Entry> {
    let is_id = |key: &str| key.eq_ignore_ascii_case("id") || letters::latin(key).as_deref() == Some("id");
    let slip = raw.root.entries().first().filter(|entry| nearest(&entry.key, ["id"]).is_some());
    raw.root.entries().iter().find(|entry| is_id(&entry.key)).or(slip)
}

/// Returns whether a name can be an id of a kind.
fn is_id(name: &str, kind: &Kind) -> bool {
    let fits = match kind.object.fields.get("id").map(|field| &field.shape) {
        Some(Shape::Text { pattern: Some(pattern) }) => pattern.is_match(name),
        _ => true,
    };
    fits && id::is_id(name) && !id::is_device(name)
}

/// Reports an id and a file name that differ, with the one of them that can be right.
fn name_fault(raw: &RawRecord, id: &str, place: &Place, kind: &Kind) -> Option<Diagnostic> {
    let file = raw.file_name.as_deref().filter(|name| *name != id)?;
    // Letters that only look Latin are reported by the form of the id.
    if letters::latin(id).as_deref() == Some(file) {
        return None;
    }
    let hint = match (is_id(id, kind), is_id(file, kind)) {
        (true, true) => &messages::RENAME_OR_WRITE_ID,
        (true, false) => &messages::RENAME_FILE,
        (false, true) => &messages::WRITE_ID,
        // The form of the id is reported first.
        (false, false) => return None,
    };
    let values = || vec![("id", id.into()), ("file", file.into())];
    let hint = ("hint", hint.of(values()));
    Some(Diagnostic::new(codes::ID_NOT_FILE_NAME, place.clone(), values().into_iter().chain([hint]).collect()))
}

fn first_line(text: &str, span: Span) -> std::ops::Range<usize> {
    let start = span.range().start;
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    start..start + line.len()
}

fn folder_fault(raw: &RawRecord, schemas: &Schemas) -> Diagnostic {
    let hint = hint(&raw.folder, schemas.iter().map(|kind| kind.folder.as_str()));
    let place = Place { file: raw.file, range: 0..0 };
    Diagnostic::new(codes::FOLDER_WITHOUT_SCHEMA, place, vec![("folder", raw.folder.as_str().into()), ("hint", hint)])
}
