//! `chancery new`: the scaffold of a record, with every field explained.

use std::path::PathBuf;

use super::exit::Exit;
use super::{edits, options::LanguageOptions, terminal::Terminal};
use crate::diag::path_text;
use crate::edit::scaffold::{Scaffold, needed};
use crate::edit::{self, Change, Refusal, Snapshot, rename};
use crate::load::Workspace;

/// Begin a record: a file with every field of its kind, explained in comments
///
/// Required fields come first and have blanks to fill in; the others follow as comments with an example. `chancery check` names what is
/// still blank. Without --id, the scaffold is printed and no file is written.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record, for example event; `chancery list` shows the kinds.
    kind: String,
    /// The id of the record, which is also the name of its file.
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let snapshot = Snapshot::of(workspace);
    terminal.diagnose(&snapshot.result.unread, &snapshot.result.files);
    let store = &snapshot.result.store;
    let kind = match super::kinds::find(&args.kind, &store.schemas, terminal) {
        Ok(kind) => kind,
        Err(exit) => return exit,
    };
    let id = args.id.as_deref().unwrap_or_default();
    if args.id.is_some()
        && let Err(refusal) = rename::accept(id)
    {
        return edits::refused(&refusal, terminal);
    }
    if args.id.is_some() && store.records.get(id).is_some() {
        return edits::refused(&Refusal::Taken(id.to_owned()), terminal);
    }
    let languages = snapshot.languages();
    let needed = needed(kind, &snapshot);
    let scaffold = Scaffold { kind, id, languages: &languages, needed: &needed, locale: terminal.locale() };
    let text = scaffold.text();
    if args.id.is_none() {
        terminal.say(text.trim_end());
        return Exit::Done;
    }
    let path = PathBuf::from("data").join(&kind.folder).join(format!("{id}.yaml"));
    let values = vec![("path", path_text(&path).into())];
    let change = Change { path, before: None, after: Some(text.into()), renamed: None };
    let exit = edits::make(&[change], &snapshot.workspace.root, terminal);
    if exit == Exit::Done {
        terminal.inform(&edit::messages::BEGUN, &values);
    }
    exit
}
