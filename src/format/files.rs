//! The files of a workspace that have a stable form, each with the schema of its kind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::stable::{Refusal, stable};
use crate::diag::{Diagnostic, FileId, Severity};
use crate::load::Loaded;
use crate::schema::{self, Kind, REPORT, RawSchema, SETTINGS, Schemas};

/// A file, and what came of it.
#[derive(Debug)]
pub struct Formatted {
    /// The file.
    pub file: FileId,
    /// Its path, relative to the workspace.
    pub path: PathBuf,
    /// Its text, or why it keeps the form it has.
    pub outcome: Result<String, Refusal>,
}

/// Formats the files of a workspace whose path is wanted, sorted by path. Files with faults of YAML are not among them.
///
/// # Errors
/// Returns the faults of the schemas: without them nobody knows the order of fields.
pub fn files(loaded: &Loaded, wanted: impl Fn(&Path) -> bool) -> Result<Vec<Formatted>, Vec<Diagnostic>> {
    let schemas = understood(&loaded.schemas)?;
    let broken = |file: FileId| {
        let is_here = |fault: &&Diagnostic| fault.place.as_ref().is_some_and(|place| place.file == file);
        loaded.diagnostics.iter().filter(is_here).any(|fault| fault.severity == Severity::Error)
    };
    let formatted = with_kinds(loaded, &schemas)
        .into_iter()
        .map(|(file, kind)| (loaded.files.path(file), file, kind))
        .filter(|(path, file, _)| wanted(path) && !broken(*file))
        .map(|(path, file, kind)| Formatted {
            file,
            path: path.to_path_buf(),
            outcome: stable(loaded.files.text(file), kind),
        });
    let mut formatted: Vec<Formatted> = formatted.collect();
    formatted.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(formatted)
}

/// Returns every file of records, reports and settings with its kind.
fn with_kinds<'a>(loaded: &Loaded, schemas: &'a Schemas) -> BTreeMap<FileId, Option<&'a Kind>> {
    let records = loaded.records.iter().map(|record| (record.file, schemas.of_folder(&record.folder)));
    let reports = loaded.reports.iter().map(|report| (report.file, schemas.get(REPORT)));
    let settings = loaded.settings.iter().map(|(file, _)| (*file, schemas.get(SETTINGS)));
    records.chain(reports).chain(settings).collect()
}

fn understood(raw: &[RawSchema]) -> Result<Schemas, Vec<Diagnostic>> {
    let described = raw.iter().filter(|schema| schema.root.get("properties").is_some());
    let (kinds, faults): (Vec<Kind>, Vec<Vec<Diagnostic>>) = described.map(|one| schema::read(one, raw)).unzip();
    let faults: Vec<Diagnostic> = faults.into_iter().flatten().collect();
    if faults.is_empty() { Ok(Schemas::new(kinds)) } else { Err(faults) }
}
