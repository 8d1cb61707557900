//! The folders that documents are written to.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::terminal::Terminal;
use crate::diag::{messages, path_text};
use crate::driver::{self, Views};
use crate::emit::{OutputFolder, Part};
use crate::load::Workspace;

/// Returns the folder for the documents of an edition below that of all.
pub fn folder(out: &Path, views: &Views<'_>) -> PathBuf {
    let own = views.folder();
    if own.as_os_str().is_empty() { out.to_path_buf() } else { out.join(own) }
}

/// Takes hold of the folder for documents of an edition.
///
/// # Errors
/// Says that the folder belongs to the records, holds another edition or cannot be written to, and returns how the command ends.
pub fn hold(
    out: &Path,
    edition: &str,
    part: Part,
    workspace: &Workspace,
    terminal: &Terminal,
) -> Result<OutputFolder, Exit> {
    let path = || path_text(out);
    if workspace.is_input(out) {
        terminal.refuse(&messages::OUT_IS_INPUT, &vec![("path", path().into())]);
        return Err(Exit::Unusable);
    }
    if let Some(other) = driver::other_edition(out, edition) {
        let values = vec![("path", path().into()), ("other", other.into()), ("edition", edition.into())];
        terminal.refuse(&messages::OTHER_EDITION, &values);
        return Err(Exit::Unusable);
    }
    let waiting = |holder: &str| {
        terminal.refuse(&messages::FOLDER_HELD, &vec![("path", path().into()), ("holder", holder.into())]);
    };
    OutputFolder::hold(out, part, waiting).map_err(|error| terminal.unwritten(&error))
}
