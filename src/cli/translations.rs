//! `chancery import --translations`: a list that comes back from a translator; shown first, put into the records when asked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::{table, terminal::Terminal};
use crate::atomic_write;
use crate::check::CheckResult;
use crate::coverage::messages;
use crate::coverage::translator::{self, Intake, OUR_TRANSLATION, Readiness};
use crate::diag::{self, messages as common, path_text};
use crate::import::{self, Table};
use crate::load::Workspace;

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
        let intake = match translator::intake(self.table, self.path, self.workspace, self.before) {
            Ok(intake) => intake,
            Err(faults) => return table::refuse(self.path, &self.table.view, &faults, self.terminal),
        };
        self.preview(&intake);
        self.terminal.diagnose(&intake.diagnostics, &intake.shown);
        match intake.readiness {
            Readiness::FaultyTable => self.close(&import::messages::NOT_WRITTEN_FAULTS, 0, Exit::Faults),
            Readiness::FaultyRecords => self.close(&messages::FAULTY, 0, Exit::Faults),
            Readiness::NothingNew => self.close(&messages::NOTHING_TO_WRITE, 0, Exit::Done),
            Readiness::Ready if !self.write => {
                self.close(&import::messages::NOT_WRITTEN, intake.files.len(), Exit::Done)
            }
            Readiness::Ready => self.put(intake.files),
        }
    }

    fn put(&self, files: BTreeMap<PathBuf, String>) -> Exit {
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
        self.terminal.inform(message, &vec![("files", files.into())]);
        exit
    }

    /// Shows the first translations at their places, and the numbers.
    fn preview(&self, Intake { taken, unfit, .. }: &Intake) {
        const CHANGES_SHOWN: usize = 10;
        let language = common::language(taken.language.code());
        let purpose = import::messages::FOR_TRANSLATIONS.of(vec![("language", language.into())]);
        let path = path_text(self.path);
        self.terminal.say(import::head(self.table, &path, purpose, self.terminal.locale()));
        let values = vec![
            ("changes", taken.changes.len().into()),
            ("language", language.into()),
            ("refused", (taken.refused.len() + unfit).into()),
            ("empty", taken.empty.into()),
            ("there", taken.there.into()),
        ];
        self.terminal.inform(&messages::TALLY, &values);
        for change in taken.changes.iter().take(CHANGES_SHOWN) {
            let path = path_text(self.before.files.path(change.file));
            self.terminal.say(format!("\n{path}  {} {}", change.record, change.pointer));
            self.terminal.say(format!("  {}: {}", taken.language, change.translation.replace('\n', "\n      ")));
            if change.ours.is_some() {
                self.terminal.say(format!("  {OUR_TRANSLATION}: +{}", taken.language));
            }
        }
        if taken.changes.len() > CHANGES_SHOWN {
            self.terminal.say("");
            self.terminal.inform(&messages::AND_MORE, &vec![("number", (taken.changes.len() - CHANGES_SHOWN).into())]);
        }
    }
}
