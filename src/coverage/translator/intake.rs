//! A list that comes back: its translations put into the files, proved against the workspace read with them, and everything that is to
//! be reported. Nothing is written here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::messages;
use super::proof::prove;
use super::table;
use super::take::{Change, Refusal, Taken, take};
use super::translation_list::{Columns, TranslationList, Unusable};
use crate::check::{self, CheckResult};
use crate::diag::{self, Diagnostic, FileId, Files, Place, any_error};
use crate::import::{Fault, Table};
use crate::load::{self, Overlay, Workspace};

/// What a list comes to.
#[derive(Debug)]
pub struct Intake {
    /// Its translations.
    pub taken: Taken,
    /// How many of them are no words.
    pub unfit: usize,
    /// The files with the translations in them, by path in the workspace.
    pub files: BTreeMap<PathBuf, String>,
    /// What is to be reported of the table and of the records, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that it speaks of, the table among them.
    pub shown: Files,
    /// Whether the files may be written.
    pub readiness: Readiness,
}

/// Whether translations may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// They may.
    Ready,
    /// There are none that the records do not have.
    NothingNew,
    /// The table has faults.
    FaultyTable,
    /// The records would have faults that they do not have now.
    FaultyRecords,
}

/// Takes the translations of a table for a workspace; `before` is what the workspace says without them, and it may have faults.
///
/// # Errors
/// Returns why the table is no list of translations, or one whose letters are lost.
pub fn intake(table: &Table, path: &Path, workspace: &Workspace, before: &CheckResult) -> Result<Intake, Vec<Fault>> {
    let mut list = table::list_of(table);
    let columns = Columns::of(&list).map_err(|unusable| vec![fault_of(table, unusable)])?;
    let damaged = table::damage(table, columns.translation, columns.original, columns.language);
    if !damaged.is_empty() {
        return Err(damaged);
    }
    let unfit = unfit(table, &mut list, columns.translation);
    let mut taken = take(before, &list, &columns);
    let files = taken.files(before);
    let overlay: Overlay = files.iter().map(|(path, text)| (path.clone(), Some(text.as_str().into()))).collect();
    let after = check::check(load::load_over(workspace, &overlay));
    let proof = prove(before, &after, &taken);
    for path in &proof.spoilt {
        let spoilt = taken.spoilt(before, path);
        taken.refused.extend(spoilt);
    }
    let mut shown = after.files.clone();
    let file = shown.add(path.to_path_buf(), table.view.as_str().into());
    let mut diagnostics: Vec<Diagnostic> =
        table.remarks.iter().chain(&unfit).map(|fault| fault.diagnostic(file)).collect();
    let refused = |refusal: &Refusal| {
        let row = &table.rows[refusal.row];
        let fault = table::fault_of_cell(table, row, columns.translation, refusal.code, refusal.values.clone());
        fault.diagnostic(file)
    };
    diagnostics.extend(taken.refused.iter().map(refused));
    let readiness = match (any_error(&diagnostics), any_error(&proof.new)) {
        (true, _) => Readiness::FaultyTable,
        (false, true) => Readiness::FaultyRecords,
        (false, false) if files.is_empty() => Readiness::NothingNew,
        (false, false) => Readiness::Ready,
    };
    let origin = Origin { table, before, after: &after, taken: &taken, column: columns.translation, file };
    let new: Vec<Diagnostic> = proof.new.into_iter().map(|fault| origin.joined(fault)).collect();
    diagnostics.extend(new);
    diag::sort(&mut diagnostics, &shown);
    Ok(Intake { taken, unfit: unfit.len(), files, diagnostics, shown, readiness })
}

fn fault_of(table: &Table, Unusable { code, values, columns }: Unusable) -> Fault {
    match columns {
        Some((column, first)) => table::fault_of_columns(table, column, first, code),
        None => table::fault_of_headings(table, code, values),
    }
}

/// Returns the faults of translations that are no words; their rows leave the list.
fn unfit(table: &Table, list: &mut TranslationList, column: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    list.lines.retain(|line| {
        let fault = table::unfit(table, &table.rows[line.row], column);
        let fits = fault.is_none();
        faults.extend(fault);
        fits
    });
    faults
}

/// What the faults of changed records are traced back to.
struct Origin<'a> {
    table: &'a Table,
    before: &'a CheckResult,
    after: &'a CheckResult,
    taken: &'a Taken,
    column: usize,
    file: FileId,
}

impl Origin<'_> {
    /// Returns a fault of a record with the cells of the list that changed the record.
    fn joined(&self, fault: Diagnostic) -> Diagnostic {
        const CELLS_SHOWN: usize = 3;
        let Some(place) = fault.place.clone() else { return fault };
        let path = self.after.files.path(place.file);
        let here = self.after.store.records.iter().filter(|record| record.file == place.file);
        let ids: Vec<&str> = here
            .filter(|record| record.root.span.range().contains(&place.range.start))
            .map(|record| record.id.as_str())
            .collect();
        let of_place = |change: &&Change| {
            self.before.files.path(change.file) == path && (ids.is_empty() || ids.contains(&change.record.as_str()))
        };
        let cells = self.taken.changes.iter().filter(of_place).take(CELLS_SHOWN);
        let cells = cells.filter_map(|change| self.table.rows[change.row].cell(self.column));
        let places: Vec<Place> = cells.map(|cell| Place { file: self.file, range: cell.range.clone() }).collect();
        places.into_iter().fold(fault, |fault, place| fault.with_related(place, &messages::PUT_IN))
    }
}
