//! `chancery new-report`: a report to begin with, of the records of one kind.

use std::path::PathBuf;

use super::exit::Exit;
use super::{edits, options::LanguageOptions, terminal::Terminal};
use crate::diag::path_text;
use crate::edit::{Snapshot, messages, rename};
use crate::load::Workspace;
use crate::schema::Kind;
use crate::starter;

/// Begin a report: its definition and its template, which print the records of one kind with their sources
///
/// It can be made at once, and changed as you like. Components of the house and fixed words that the workspace lacks are added.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The name of the report, which is also that of its folder below templates/.
    name: String,
    /// The kind of record that is printed; without it, the first one of which there are records.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let folder = PathBuf::from("templates").join(&args.name);
    if rename::accept(&args.name).is_err() {
        terminal.refuse(&messages::NOT_A_REPORT_NAME, &vec![("name", args.name.as_str().into())]);
        return Exit::Unusable;
    }
    if workspace.root.join(&folder).symlink_metadata().is_ok() {
        terminal.refuse(&messages::REPORT_TAKEN, &vec![("path", path_text(&folder).into())]);
        return Exit::Unusable;
    }
    let snapshot = Snapshot::of(workspace);
    terminal.diagnose(&snapshot.result.unread, &snapshot.result.files);
    let kind = match kind(args, &snapshot, terminal) {
        Ok(kind) => kind,
        Err(exit) => return exit,
    };
    let planned = starter::new_report(&args.name, kind, &snapshot);
    let exit = edits::make(&planned, &snapshot.workspace.root, terminal);
    if exit == Exit::Done {
        planned.iter().for_each(|change| terminal.say(path_text(&change.path)));
        let values = vec![
            ("path", path_text(&folder).into()),
            ("kind", kind.name.as_str().into()),
            ("name", args.name.as_str().into()),
        ];
        terminal.inform(&messages::REPORT_BEGUN, &values);
    }
    exit
}

/// Finds the kind that is printed.
fn kind<'s>(args: &Args, snapshot: &'s Snapshot, terminal: &Terminal) -> Result<&'s Kind, Exit> {
    match &args.kind {
        Some(name) => super::kinds::find(name, &snapshot.result.store.schemas, terminal),
        None => starter::kind_of_report(snapshot).ok_or_else(|| {
            terminal.refuse(&messages::NO_OWN_KIND, &vec![]);
            Exit::Unusable
        }),
    }
}
