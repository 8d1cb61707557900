//! What holds texts: the records, and beside them the definitions of reports and the settings, as if they were records.

use std::borrow::Cow;
use std::ffi::OsStr;

use crate::check::CheckResult;
use crate::load;
use crate::record::Record;
use crate::report::Settings;
use crate::schema::{Object, REPORT, SETTINGS};

/// Something that holds texts.
pub struct Owner<'v> {
    /// The record, or what stands for one.
    pub record: Cow<'v, Record>,
    /// Its fields.
    pub object: &'v Object,
}

/// Returns all records, then the definitions of reports, then the settings.
pub fn all(result: &CheckResult) -> Vec<Owner<'_>> {
    let records = result.store.records.iter();
    let held = |record| Owner { record: Cow::Borrowed(record), object: &result.store.kind(record).object };
    let mut owners: Vec<Owner<'_>> = records.map(held).collect();
    let mut defined: Vec<Record> = result.files.ids().filter_map(|file| definition(result, file)).collect();
    defined.sort_by(|a, b| (&a.kind, &a.id).cmp(&(&b.kind, &b.id)));
    for record in defined {
        if let Some(kind) = result.store.schemas.get(&record.kind) {
            owners.push(Owner { record: Cow::Owned(record), object: &kind.object });
        }
    }
    owners
}

/// Returns the settings as far as they could be understood.
pub fn settings(result: &CheckResult) -> Option<Settings> {
    let record = result.files.ids().filter_map(|file| definition(result, file)).find(|r| r.kind == SETTINGS)?;
    Settings::read(&record.root)
}

fn definition(result: &CheckResult, file: crate::diag::FileId) -> Option<Record> {
    let path = result.files.path(file);
    let (kind, id) = if path == std::path::Path::new("data/settings.yaml") {
        (SETTINGS, SETTINGS.to_owned())
    } else if path.starts_with("templates") && path.file_name() == Some(OsStr::new("report.yaml")) {
        let name = path.parent()?.file_name()?.to_string_lossy().into_owned();
        result.reports.iter().find(|report| report.name == name)?;
        (REPORT, name)
    } else {
        return None;
    };
    let root = load::tree(result.files.text(file), file)?;
    Some(Record { id, kind: kind.to_owned(), file, root, incomplete: false })
}
