//! `chancery remove`: a record goes, when nothing points to it.

use super::{Exit, changes, speech::Speech, terminal::Terminal};
use crate::load::Workspace;
use crate::mend::{Survey, remove, words};

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
    pub(super) speech: Speech,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let survey = Survey::of(workspace);
    let planned = match remove::remove(&args.id, &survey) {
        Ok(planned) => planned,
        Err(refusal) => return changes::refused(&refusal, terminal),
    };
    changes::show(&planned, terminal);
    if !args.dry_run && changes::make(&planned, &survey.workspace.root, terminal) == Exit::Broken {
        return Exit::Broken;
    }
    let phrase = if args.dry_run { &words::WOULD_REMOVE } else { &words::REMOVED };
    terminal.tell(phrase, &vec![("id", args.id.as_str().into())]);
    Exit::Done
}
