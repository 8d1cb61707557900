//! `chancery import --translations`: a list that comes back from a translator; shown first, put into the records when asked.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::terminal::Terminal;
use crate::atomic_write;
use crate::check::{self, CheckResult};
use crate::coverage::messages;
use crate::coverage::translator::{
    self, Change, Columns, Line, OUR_TRANSLATION, Refusal, Taken, TranslationList, Unusable,
};
use crate::diag::{self, Diagnostic, FileId, Place, any_error, messages as common};
use crate::import::{self, Fault, Table};
use crate::load::{self, Overlay, Workspace};

/// What a run of the command speaks of and to whom.
pub struct TranslationCommand<'a> {
    /// The file of the table.
    pub path: &'a Path,
    /// The table.
    pub table: &'a Table,
    /// Whether the records are to be written.
    pub write: bool,
    /// The workspace.
    pub workspace: &'a Workspace,
    /// What it says before anything is put in; it may have faults.
    pub before: &'a CheckResult,
    /// Where the command speaks.
    pub terminal: &'a Terminal,
}

impl TranslationCommand<'_> {
    /// Shows what a list comes to; puts the translations into the records where that is asked for and nothing is wrong.
    pub fn run(&self) -> Exit {
        let mut sheet = sheet(self.table);
        let columns = match Columns::of(&sheet) {
            Ok(columns) => columns,
            Err(unusable) => return self.unusable(unusable),
        };
        let damaged = self.table.damage_of(columns.translation, columns.original, columns.language);
        if !damaged.is_empty() {
            return super::import::refuse(self.path, &self.table.view, &damaged, self.terminal);
        }
        let unfit = self.unfit(&mut sheet, columns.translation);
        let mut taken = translator::take(self.before, &sheet, &columns);
        let files = taken.files(self.before);
        let overlay: Overlay = files.iter().map(|(path, text)| (path.clone(), Some(text.as_str().into()))).collect();
        let after = check::check(load::load_over(self.workspace.clone(), &overlay));
        let proof = translator::prove(self.before, &after, &taken);
        for path in &proof.spoilt {
            let spoilt = taken.spoilt(self.before, path);
            taken.refused.extend(spoilt);
        }
        self.preview(&taken, unfit.len());
        let mut told_files = after.files.clone();
        let file = told_files.add(self.path.to_path_buf(), self.table.view.as_str().into());
        let mut told: Vec<Diagnostic> =
            self.table.remarks.iter().chain(&unfit).map(|fault| fault.diagnostic(file)).collect();
        told.extend(taken.refused.iter().map(|refusal| self.told(refusal, &columns, file)));
        let table_faulty = any_error(&told);
        let harmful = any_error(&proof.new);
        told.extend(proof.new.into_iter().map(|fault| self.joined(fault, &after, &taken, columns.translation, file)));
        diag::sort(&mut told, &told_files);
        self.terminal.diagnose(&told, &told_files);
        match (table_faulty, harmful) {
            (true, _) => self.close(&import::messages::NOT_WRITTEN_FAULTS, 0, Exit::Faults),
            (false, true) => self.close(&messages::FAULTY, 0, Exit::Faults),
            (false, false) if files.is_empty() => self.close(&messages::NOTHING_TO_WRITE, 0, Exit::Done),
            (false, false) if !self.write => self.close(&import::messages::NOT_WRITTEN, files.len(), Exit::Done),
            (false, false) => self.put(files.into_iter().collect()),
        }
    }

    fn put(&self, files: Vec<(PathBuf, String)>) -> Exit {
        let number = files.len();
        let whole: Vec<(PathBuf, String)> =
            files.into_iter().map(|(path, text)| (self.workspace.root.join(path), text)).collect();
        match atomic_write::write_all(&whole) {
            Ok(()) => self.close(&import::messages::WRITTEN, number, Exit::Done),
            Err(error) => self.terminal.unwritten(&error),
        }
    }

    fn close(&self, message: &diag::Message, files: usize, exit: Exit) -> Exit {
        let files = import::files(files, self.terminal.locale());
        self.terminal.say("");
        self.terminal.tell(message, &vec![("files", files.into())]);
        exit
    }

    fn unusable(&self, Unusable { entry, values, columns }: Unusable) -> Exit {
        let fault = match columns {
            Some((column, first)) => self.table.fault_of_columns(column, first, entry),
            None => self.table.fault_of_headings(entry, values),
        };
        super::import::refuse(self.path, &self.table.view, &[fault], self.terminal)
    }

    /// Returns the faults of translations that are no words; their rows leave the list.
    fn unfit(&self, sheet: &mut TranslationList, column: usize) -> Vec<Fault> {
        let mut faults = Vec::new();
        sheet.lines.retain(|line| {
            let fault = self.table.unfit(&self.table.rows[line.row], column);
            let fits = fault.is_none();
            faults.extend(fault);
            fits
        });
        faults
    }

    /// Returns a fault of a record with the cells of the list that changed the record.
    fn joined(&self, fault: Diagnostic, after: &CheckResult, taken: &Taken, column: usize, file: FileId) -> Diagnostic {
        const SHOWN: usize = 3;
        let Some(place) = fault.place.clone() else { return fault };
        let path = after.files.path(place.file);
        let here = after.store.records.iter().filter(|record| record.file == place.file);
        let ids: Vec<&str> = here
            .filter(|record| record.root.span.range().contains(&place.range.start))
            .map(|record| record.id.as_str())
            .collect();
        let of_place = |change: &&Change| {
            self.before.files.path(change.file) == path && (ids.is_empty() || ids.contains(&change.record.as_str()))
        };
        let cells = taken.changes.iter().filter(of_place).take(SHOWN);
        let cells = cells.filter_map(|change| self.table.rows[change.row].cell(column));
        let places: Vec<Place> = cells.map(|cell| Place { file, range: cell.range.clone() }).collect();
        places.into_iter().fold(fault, |fault, place| fault.with_related(place, &messages::PUT_IN))
    }

    fn told(&self, refusal: &Refusal, columns: &Columns, file: FileId) -> Diagnostic {
        let row = &self.table.rows[refusal.row];
        self.table.fault_of_cell(row, columns.translation, refusal.entry, refusal.values.clone()).diagnostic(file)
    }

    /// Shows the first translations at their places, and the numbers.
    fn preview(&self, taken: &Taken, unfit: usize) {
        const SHOWN: usize = 10;
        let language = common::language(taken.language.code());
        let purpose = import::messages::FOR_TRANSLATIONS.of(vec![("language", language.into())]);
        let path = self.path.display().to_string();
        self.terminal.say(import::head(self.table, &path, purpose, self.terminal.locale()));
        let values = vec![
            ("changes", taken.changes.len().into()),
            ("language", language.into()),
            ("refused", (taken.refused.len() + unfit).into()),
            ("empty", taken.empty.into()),
            ("there", taken.there.into()),
        ];
        self.terminal.tell(&messages::TALLY, &values);
        for change in taken.changes.iter().take(SHOWN) {
            let path = self.before.files.path(change.file).to_string_lossy().replace('\\', "/");
            self.terminal.say(format!("\n{path}  {} {}", change.record, change.pointer));
            self.terminal.say(format!("  {}: {}", taken.language, change.translation.replace('\n', "\n      ")));
            if change.ours.is_some() {
                self.terminal.say(format!("  {OUR_TRANSLATION}: +{}", taken.language));
            }
        }
        if taken.changes.len() > SHOWN {
            self.terminal.say("");
            self.terminal.tell(&messages::AND_MORE, &vec![("number", (taken.changes.len() - SHOWN).into())]);
        }
    }
}

/// Returns a table as a list of translations.
fn sheet(table: &Table) -> TranslationList {
    let line = |(row, of): (usize, &import::Row)| Line { number: of.number, row, cells: table.words_of_row(of) };
    TranslationList { headings: table.words_of_headings(), lines: table.rows.iter().enumerate().map(line).collect() }
}
