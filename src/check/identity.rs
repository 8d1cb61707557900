//! Every record has a kind and an id: ASCII kebab-case, the same as the file name, once in the workspace.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::letters;
use super::nearest::hint;
use crate::diag::{Diagnostic, Edit, Files, Place, Repair, codes, phrases};
use crate::load::{RawRecord, Unread};
use crate::record::{Record, Records, Span};
use crate::schema::Schemas;

/// Gives each record its kind and id; a record without either is reported, left out, and noted as one that exists.
pub fn identify(
    raw: Vec<RawRecord>,
    schemas: &Schemas,
    files: &Files,
    unread: &mut Unread,
) -> (Records, Vec<Diagnostic>) {
    let mut registry = Registry {
        files,
        faults: Vec::new(),
        misnamed: BTreeMap::new(),
        first: HashMap::new(),
        folded: HashMap::new(),
    };
    let mut records: Vec<Record> = Vec::with_capacity(raw.len());
    let mut unknown_folders: HashSet<String> = HashSet::new();
    for raw in raw {
        let Some(kind) = schemas.of_folder(&raw.folder) else {
            if !unknown_folders.contains(&raw.folder) {
                registry.faults.push(folder_fault(&raw, schemas));
                unknown_folders.insert(raw.folder);
            }
            continue;
        };
        let Some((id, place)) = registry.id_of(&raw) else {
            unread.note(raw.file_name.as_deref());
            continue;
        };
        registry.enter(&raw, &id, place);
        records.push(Record { id, kind: kind.name.clone(), file: raw.file, root: raw.root, torn: raw.torn });
    }
    registry.faults.extend(registry.misnamed.into_values());
    (Records::new(records), registry.faults)
}

/// Leaves out that an id with capital letters has the wrong form, where it is told that another differs from it in them only.
pub fn one_fault_an_id(faults: &mut Vec<Diagnostic>) {
    let cases: HashSet<Place> =
        faults.iter().filter(|f| f.is(codes::ID_CASE)).filter_map(|fault| fault.place.clone()).collect();
    let told = |fault: &Diagnostic| fault.place.as_ref().is_some_and(|place| cases.contains(place));
    faults.retain(|fault| !(fault.is(codes::PATTERN_MISMATCH) && told(fault)));
}

/// The ids entered so far.
struct Registry<'a> {
    files: &'a Files,
    faults: Vec<Diagnostic>,
    /// By id, its record whose file is not called by it.
    misnamed: BTreeMap<String, Diagnostic>,
    first: HashMap<String, Place>,
    /// By the id in lower-case letters, the first id written so.
    folded: HashMap<String, (String, Place)>,
}

impl Registry<'_> {
    fn enter(&mut self, raw: &RawRecord, id: &str, place: Place) {
        let lower = id.to_lowercase();
        if let Some(other) = self.first.get(id).cloned() {
            let (here, there) = self.copied(id, place, other);
            let fault = Diagnostic::new(codes::ID_TWICE, here, vec![("id", id.into())]);
            self.faults.push(fault.with_related(there, &phrases::ALSO_USED));
        } else if let Some((other, there)) = self.folded.get(&lower).cloned() {
            // The one with capital letters is told.
            let own = (id.to_owned(), place);
            let (here, there) = if own.0 == lower { ((other, there), own) } else { (own, (other, there)) };
            let values = vec![("id", here.0.into()), ("other", there.0.into())];
            let fault = Diagnostic::new(codes::ID_CASE, here.1, values);
            self.faults.push(fault.with_related(there.1, &phrases::ALSO_USED));
        } else {
            self.misnamed.extend(Self::name_fault(raw, id, &place).map(|fault| (id.to_owned(), fault)));
            self.folded.insert(lower, (id.to_owned(), place.clone()));
            self.first.insert(id.to_owned(), place);
        }
    }

    /// Returns the places of two records of one id, first the one to be told: a file that was copied and not called by its id.
    fn copied(&mut self, id: &str, own: Place, other: Place) -> (Place, Place) {
        if self.misnamed.remove(id).is_some() { (other, own) } else { (own, other) }
    }

    fn id_of(&mut self, raw: &RawRecord) -> Option<(String, Place)> {
        let expected = raw.file_name.clone().unwrap_or_else(|| "…".to_owned());
        let place = |span: Span| Place { file: raw.file, range: span.range() };
        let start = Place { file: raw.file, range: first_line(self.files.text(raw.file), raw.root.span) };
        if raw.root.is_unread() {
            return None;
        }
        if raw.root.entries().is_empty() {
            self.faults.push(Diagnostic::new(codes::RECORD_NOT_FIELDS, start, vec![("expected", expected.into())]));
            return None;
        }
        match raw.root.get("id") {
            Some(node) if node.is_unread() => None,
            Some(node) if node.text().is_some_and(|text| !text.is_empty()) => {
                Some((node.text().unwrap_or_default().to_owned(), place(node.span)))
            }
            // A record whose first lines could not be read may well have an id.
            None if raw.torn => None,
            _ => {
                self.faults.push(Self::without_id(raw, start, expected));
                None
            }
        }
    }

    fn without_id(raw: &RawRecord, start: Place, expected: String) -> Diagnostic {
        let disguised = raw.root.entries().iter().find(|entry| letters::latin(&entry.key).as_deref() == Some("id"));
        if let Some(entry) = disguised {
            let place = Place { file: raw.file, range: entry.key_span.range() };
            let letters = letters::foreign(&entry.key);
            let values = vec![("word", entry.key.as_ref().into()), ("letters", letters.into())];
            let repair = Repair::certain(vec![Edit::new(place.range.clone(), "id")]);
            return Diagnostic::new(codes::LETTER_LOOK_ALIKE, place, values).with_repair(repair);
        }
        Diagnostic::new(codes::ID_MISSING, start, vec![("expected", expected.into())])
    }

    fn name_fault(raw: &RawRecord, id: &str, place: &Place) -> Option<Diagnostic> {
        let file = raw.file_name.as_ref().filter(|name| *name != id)?;
        // Letters that only look Latin are told by the form of the id.
        if letters::latin(id).as_deref() == Some(file) {
            return None;
        }
        let values = vec![("id", id.into()), ("file", file.as_str().into())];
        Some(Diagnostic::new(codes::ID_NOT_FILE_NAME, place.clone(), values))
    }
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
