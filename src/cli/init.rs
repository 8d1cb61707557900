//! `chancery init`: a small whole workspace to begin with.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::DateTime;

use super::exit::Exit;
use super::options::LanguageOptions;
use super::terminal::Terminal;
use crate::atomic_write::{self, Cause, WriteError};
use crate::diag::path_text;
use crate::edit::messages;
use crate::starter;

/// Begin a workspace: one kind of record, one record, one source, and a report that can be made at once
///
/// Nothing is written over: the folder must be new or empty. The templates of the house, those of the notes that go with documents that are
/// sent or called back, and the fonts, with their licences, come with it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder; without it, the one you are in.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command; it looks for no workspace.
pub fn run(args: &Args, terminal: &Terminal) -> Exit {
    let path = path_text(&args.folder);
    match is_free(&args.folder) {
        Ok(true) => {}
        Ok(false) => {
            terminal.refuse(&messages::NOT_EMPTY, &vec![("path", path.into())]);
            return Exit::Unusable;
        }
        Err(error) => {
            return terminal.unwritten(&WriteError { path: args.folder.clone(), cause: Cause::System(error) });
        }
    }
    let files: Vec<(PathBuf, Vec<u8>)> =
        starter::workspace(&today()).into_iter().map(|(path, bytes)| (args.folder.join(path), bytes)).collect();
    if let Err(error) = atomic_write::create_all(&files) {
        return terminal.unwritten(&error);
    }
    let values = vec![("path", path.into()), ("report", starter::REPORT.into())];
    terminal.inform(&messages::WORKSPACE_BEGUN, &values);
    Exit::Done
}

/// Returns whether a folder is new or empty. Names that begin with a dot are not looked at, as everywhere in a workspace.
fn is_free(folder: &Path) -> std::io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => {
            Ok(entries.all(|e| e.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with('.'))))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Returns the day, as the clock of the machine gives it: nothing that was published later is known yet.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    DateTime::from_timestamp(i64::try_from(seconds).unwrap_or_default(), 0).unwrap_or_default().date_naive().to_string()
}
