//! `chancery remove`: a record goes, when nothing points to it.

use super::exit::Exit;
use super::{edits, options::LanguageOptions, terminal::Terminal};
use crate::edit::{self, Snapshot, remove};
use crate::load::Workspace;

/// Remove a record that nothing points to
///
/// While something points to it, the lines that do are named and nothing is removed. A file with several records keeps the others.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the record.
    id: String,
    /// Write nothing; only show what would be removed.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let snapshot = Snapshot::of(workspace);
    let planned = match remove::remove(&args.id, &snapshot) {
        Ok(planned) => planned,
        Err(refusal) => return edits::refused(&refusal, terminal),
    };
    edits::show(&planned, terminal);
    if !args.dry_run && edits::make(&planned, &snapshot.workspace.root, terminal) == Exit::Unusable {
        return Exit::Unusable;
    }
    let message = if args.dry_run { &edit::messages::WOULD_REMOVE } else { &edit::messages::REMOVED };
    terminal.inform(message, &vec![("id", args.id.as_str().into())]);
    Exit::Done
}
