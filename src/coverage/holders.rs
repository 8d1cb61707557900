//! What holds texts: the records, and beside them the definitions of reports and the settings, as if they were records.

use std::borrow::Cow;
use std::ffi::OsStr;

use crate::check::Verdict;
use crate::load;
use crate::record::Record;
use crate::report::Settings;
use crate::schema::{Object, REPORT, SETTINGS};

/// Something that holds texts.
pub struct Holder<'v> {
    /// The record, or what stands for one.
    pub record: Cow<'v, Record>,
    /// Its fields.
    pub object: &'v Object,
}

/// Returns all records, then the definitions of reports, then the settings.
pub fn all(verdict: &Verdict) -> Vec<Holder<'_>> {
    let records = verdict.holdings.records.iter();
    let held = |record| Holder { record: Cow::Borrowed(record), object: &verdict.holdings.kind(record).object };
    let mut holders: Vec<Holder<'_>> = records.map(held).collect();
    let mut defined: Vec<Record> = verdict.files.ids().filter_map(|file| definition(verdict, file)).collect();
    defined.sort_by(|a, b| (&a.kind, &a.id).cmp(&(&b.kind, &b.id)));
    for record in defined {
        if let Some(kind) = verdict.holdings.schemas.get(&record.kind) {
            holders.push(Holder { record: Cow::Owned(record), object: &kind.object });
        }
    }
    holders
}

/// Returns the settings as far as they could be understood.
pub fn settings(verdict: &Verdict) -> Option<Settings> {
    let record = verdict.files.ids().filter_map(|file| definition(verdict, file)).find(|r| r.kind == SETTINGS)?;
    Settings::read(&record.root)
}

fn definition(verdict: &Verdict, file: crate::diag::FileId) -> Option<Record> {
    let path = verdict.files.path(file);
    let (kind, id) = if path == std::path::Path::new("data/settings.yaml") {
        (SETTINGS, SETTINGS.to_owned())
    } else if path.starts_with("templates") && path.file_name() == Some(OsStr::new("report.yaml")) {
        let name = path.parent()?.file_name()?.to_string_lossy().into_owned();
        verdict.reports.iter().find(|report| report.name == name)?;
        (REPORT, name)
    } else {
        return None;
    };
    let root = load::tree(verdict.files.text(file), file)?;
    Some(Record { id, kind: kind.to_owned(), file, root, torn: false })
}
