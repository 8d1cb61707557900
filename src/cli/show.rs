//! `chancery show`: a record, where it stands, and what refers to it.

use super::list::label;
use super::{Exit, speech::Speech, terminal::Terminal, verdict};
use crate::check::Verdict;
use crate::diag::phrases;
use crate::load::Workspace;
use crate::record::Record;

/// Show a record, the file it stands in, and every record that refers to it
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the record.
    id: String,
    #[command(flatten)]
    pub(super) speech: Speech,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let verdict = verdict(workspace);
    let Some(record) = verdict.holdings.records.get(&args.id) else {
        terminal.refuse(&phrases::NO_RECORD, &vec![("id", args.id.as_str().into())]);
        return Exit::Broken;
    };
    let position = verdict.files.position(record.file, record.root.span.range().start);
    let path = verdict.files.path(record.file).display().to_string();
    terminal.say(format!("{} {} ({path}:{})", record.kind, record.id, position.line));
    terminal.say("");
    terminal.say(text(record, &verdict).trim_end());
    let referring = verdict.holdings.referring(&record.id);
    if !referring.is_empty() {
        terminal.say("");
        terminal.tell(&phrases::REFERRED_BY, &vec![]);
    }
    for other in referring {
        let name = label(other, &verdict.holdings.kind(other).label);
        terminal.say(format!("  {} {}  {name}", other.kind, other.id));
    }
    Exit::Done
}

/// Returns the record as it is written.
fn text<'a>(record: &Record, verdict: &'a Verdict) -> &'a str {
    verdict.files.words(record.file, record.root.span.range())
}
