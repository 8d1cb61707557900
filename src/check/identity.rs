//! Every record has a kind and an id: ASCII kebab-case, the same as the file name, once in the workspace.

use std::collections::HashMap;

use super::nearest::hint;
use crate::diag::{Diagnostic, Place, codes};
use crate::load::RawRecord;
use crate::record::{Record, Records};
use crate::schema::Schemas;

/// Gives each record its kind and id; a record without either is reported and left out.
pub fn identify(raw: Vec<RawRecord>, schemas: &Schemas) -> (Records, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut records: Vec<Record> = Vec::new();
    let mut first: HashMap<String, Place> = HashMap::new();
    let mut unknown_folders: Vec<String> = Vec::new();
    for raw in raw {
        let Some(kind) = schemas.of_folder(&raw.folder) else {
            if !unknown_folders.contains(&raw.folder) {
                faults.push(folder_fault(&raw, schemas));
                unknown_folders.push(raw.folder);
            }
            continue;
        };
        let kind = kind.name.clone();
        match id_of(&raw) {
            Err(fault) => faults.push(*fault),
            Ok((id, place)) => {
                faults.extend(name_fault(&raw, &id, &place));
                match first.get(&id) {
                    Some(other) => faults.push(
                        Diagnostic::error(codes::ID_TWICE, place, vec![("id", id.clone())])
                            .with_related(other.clone(), "also used here"),
                    ),
                    None => {
                        first.insert(id.clone(), place);
                    }
                }
                records.push(Record { id, kind, file: raw.file, root: raw.root });
            }
        }
    }
    (Records::new(records), faults)
}

fn folder_fault(raw: &RawRecord, schemas: &Schemas) -> Diagnostic {
    let hint = hint(&raw.folder, schemas.iter().map(|kind| kind.folder.as_str()));
    let place = Place { file: raw.file, range: 0..0 };
    Diagnostic::error(codes::FOLDER_WITHOUT_SCHEMA, place, vec![("folder", raw.folder.clone()), ("hint", hint)])
}

fn id_of(raw: &RawRecord) -> Result<(String, Place), Box<Diagnostic>> {
    let expected = raw.file_name.clone().unwrap_or_else(|| "…".to_owned());
    let place = |span: crate::record::Span| Place { file: raw.file, range: span.range() };
    let start = Place { file: raw.file, range: raw.root.span.range().start..raw.root.span.range().start };
    if raw.root.entries().is_empty() {
        let fault = Diagnostic::error(codes::RECORD_NOT_FIELDS, start, vec![("expected", expected)]);
        return Err(Box::new(fault));
    }
    match raw.root.get("id") {
        Some(node) if node.text().is_some_and(|text| !text.is_empty()) => {
            Ok((node.text().unwrap_or_default().to_owned(), place(node.span)))
        }
        _ => Err(Box::new(Diagnostic::error(codes::ID_MISSING, start, vec![("expected", expected)]))),
    }
}

fn name_fault(raw: &RawRecord, id: &str, place: &Place) -> Option<Diagnostic> {
    let file = raw.file_name.as_ref().filter(|name| *name != id)?;
    let values = vec![("id", id.to_owned()), ("file", file.clone())];
    Some(Diagnostic::error(codes::ID_NOT_FILE_NAME, place.clone(), values))
}
