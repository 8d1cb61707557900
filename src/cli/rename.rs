//! `chancery rename`: a record gets another id, and everything that names it follows.

use super::exit::Exit;
use super::{edits, options::LanguageOptions, terminal::Terminal};
use crate::edit::{self, Snapshot, rename};
use crate::load::Workspace;

/// Give a record another id; its file and everything that refers to it follow
///
/// References, claims, citations in texts, and the filters of reports and rules are changed together, or nothing is. What is changed is shown.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id that the record has.
    id: String,
    /// The id that it gets.
    new: String,
    /// Write nothing; only show what would be changed.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let snapshot = Snapshot::of(workspace);
    let renamed = match rename::rename(&args.id, &args.new, &snapshot) {
        Ok(renamed) => renamed,
        Err(refusal) => return edits::refused(&refusal, terminal),
    };
    edits::show(&renamed.changes, terminal);
    if !args.dry_run && edits::make(&renamed.changes, &snapshot.workspace.root, terminal) == Exit::Unusable {
        return Exit::Unusable;
    }
    if !renamed.templates.is_empty() {
        terminal.refuse(&edit::messages::LOOK_AT_TEMPLATES, &vec![("id", args.id.as_str().into())]);
        edits::list(&renamed.templates, terminal);
    }
    if !renamed.comments.is_empty() {
        terminal.refuse(&edit::messages::LOOK_AT_COMMENTS, &vec![("id", args.id.as_str().into())]);
        edits::list(&renamed.comments, terminal);
    }
    let values = vec![
        ("old", args.id.as_str().into()),
        ("new", args.new.as_str().into()),
        ("places", renamed.places.into()),
        ("files", renamed.changes.len().into()),
    ];
    terminal.inform(if args.dry_run { &edit::messages::WOULD_RENAME } else { &edit::messages::RENAMED }, &values);
    Exit::Done
}
