//! `chancery show`: a record, where it stands, and what refers to it.

use super::exit::Exit;
use super::list::label;
use super::{options::LanguageOptions, terminal::Terminal, workspace};
use crate::check::CheckResult;
use crate::diag::{messages, path_text};
use crate::load::Workspace;
use crate::record::Record;

/// Show a record, the file it stands in, and every record that refers to it
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the record.
    id: String,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let result = workspace::shown(workspace, terminal);
    let Some(record) = result.store.records.get(&args.id) else {
        terminal.refuse(&messages::NO_RECORD, &vec![("id", args.id.as_str().into())]);
        return Exit::Unusable;
    };
    let position = result.files.position(record.file, record.root.span.range().start);
    let path = path_text(result.files.path(record.file));
    terminal.say(format!("{} {} ({path}:{})", record.kind, record.id, position.line));
    terminal.say("");
    terminal.say(text(record, &result).trim_end());
    let referring = result.store.referring(&record.id);
    if !referring.is_empty() {
        terminal.say("");
        terminal.inform(&messages::REFERRED_BY, &vec![]);
    }
    for other in referring {
        let name = label(other, &result.store.kind(other).label);
        terminal.say(format!("  {} {}  {name}", other.kind, other.id));
    }
    workspace::exit(&result)
}

/// Returns the record as it is written.
fn text<'a>(record: &Record, result: &'a CheckResult) -> &'a str {
    result.files.words(record.file, record.root.span.range())
}
