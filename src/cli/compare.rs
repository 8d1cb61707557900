//! `chancery compare`: what a change of the records changes in the documents.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::{LanguageOptions, system};
use super::{build, terminal::Terminal};
use crate::atomic_write::{TemporaryFolder, temporary_folder};
use crate::compare::{self, Comparison, DocumentFolder, Standing, messages};
use crate::diag::{Arg, path_text};
use crate::load::Workspace;
use crate::revision::{Checkout, NoCheckout};

/// Show what a change of the records changes in the documents
///
/// Compares the documents of two folders, or of two revisions of the git repository, and writes what differs: each fact with its record and
/// field, before and after, and the pages that look otherwise. Documents of a revision are made in a temporary folder, by this program.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What was before: a folder of documents, or a revision of the repository.
    #[arg(required_unless_present = "base")]
    old: Option<String>,
    /// What came after: a folder of documents, or a revision; without it, the records as they stand.
    #[arg(conflicts_with = "base")]
    new: Option<String>,
    /// Compare the records as they stand with a revision, for example main.
    #[arg(long, value_name = "REVISION", conflicts_with = "old")]
    base: Option<String>,
    /// The folder for what is found: index.html, summary.md and pages/.
    #[arg(long, value_name = "FOLDER")]
    report: PathBuf,
    /// The folder of what was made before, so that a revision is made faster, and in which the page data of both sides are.
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    /// Compare facts only; draw no pages.
    #[arg(long)]
    no_pictures: bool,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// One of the two that are compared, with the temporary folders that go with it.
struct Side {
    documents: DocumentFolder,
    exit: Exit,
    _made: Option<TemporaryFolder>,
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    match compared(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn compared(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    refuse_inputs(args, workspace, terminal)?;
    let old = match (&args.old, &args.base) {
        (_, Some(base)) => revision(base, args, workspace, terminal)?,
        (Some(old), None) => side(old, args, workspace, terminal)?,
        (None, None) => return Err(Exit::Unusable),
    };
    let new = match &args.new {
        Some(new) => side(new, args, workspace, terminal)?,
        None => made(messages::AS_THEY_STAND.words(terminal.locale()), workspace, args, terminal)?,
    };
    let found = compare::compare(&old.documents, &new.documents, &args.report, !args.no_pictures, terminal.locale());
    let found = found.map_err(|error| terminal.unwritten(&error))?;
    say(&found, &args.report, terminal);
    Ok(if old.exit == Exit::Done { new.exit } else { old.exit })
}

/// Refuses a folder for the report that holds something else of the person's.
fn refuse_inputs(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Result<(), Exit> {
    let is_other = workspace.is_input(&args.report) || DocumentFolder::is_one(&args.report);
    if is_other {
        terminal.refuse(&messages::REPORT_IS_INPUT, &vec![("path", path_text(&args.report).into())]);
    }
    if is_other { Err(Exit::Unusable) } else { Ok(()) }
}

/// Understands what a person calls by a path or the name of a revision.
fn side(name: &str, args: &Args, workspace: &Workspace, terminal: &Terminal) -> Result<Side, Exit> {
    let path = Path::new(name);
    if !DocumentFolder::is_one(path) {
        return revision(name, args, workspace, terminal);
    }
    let documents = DocumentFolder { name: name.to_owned(), path: path.to_path_buf(), cache: args.cache.clone() };
    Ok(Side { documents, exit: Exit::Done, _made: None })
}

/// Makes the documents of a revision.
fn revision(name: &str, args: &Args, workspace: &Workspace, terminal: &Terminal) -> Result<Side, Exit> {
    let root = if workspace.root.as_os_str().is_empty() { Path::new(".") } else { &workspace.root };
    let checkout = Checkout::of(root, name).map_err(|error| {
        match error {
            NoCheckout::System(error) => terminal.refuse(&messages::NO_GIT, &vec![("reason", system(&error))]),
            NoCheckout::Git(said) => {
                let reason: Arg = said.lines().last().unwrap_or_default().into();
                terminal.refuse(&messages::NEITHER, &vec![("name", name.into()), ("reason", reason)]);
            }
        }
        Exit::Unusable
    })?;
    let then = Workspace { root: checkout.folder().to_path_buf() };
    if !Workspace::is(&then.root) {
        let values = vec![("name", name.into()), ("path", path_text(root).into())];
        terminal.refuse(&messages::NO_WORKSPACE_THEN, &values);
        return Err(Exit::Unusable);
    }
    made(name, &then, args, terminal)
}

/// Makes the documents of a workspace in a temporary folder.
fn made(name: &str, workspace: &Workspace, args: &Args, terminal: &Terminal) -> Result<Side, Exit> {
    let room = temporary_folder().map_err(|error| {
        terminal.refuse_as(&system(&error));
        Exit::Unusable
    })?;
    terminal.inform(&messages::MAKING, &vec![("name", name.into())]);
    let exit = build::run(&build::Args::quietly(room.path().to_path_buf(), args.cache.clone()), workspace, terminal);
    let documents =
        DocumentFolder { name: name.to_owned(), path: room.path().to_path_buf(), cache: args.cache.clone() };
    // Where single documents fail, the others are compared.
    if DocumentFolder::is_one(room.path()) { Ok(Side { documents, exit, _made: Some(room) }) } else { Err(exit) }
}

fn say(found: &Comparison, report: &Path, terminal: &Terminal) {
    terminal.inform(&messages::COUNTS, &compare::counts(found));
    if found.documents.iter().all(|document| document.standing == Standing::Same) {
        terminal.inform(&messages::NOTHING, &Vec::new());
    }
    let path = |name: &str| Arg::from(path_text(report.join(name)));
    let values = vec![("path", path(compare::PAGE)), ("summary", path(compare::SUMMARY))];
    terminal.inform(&messages::WRITTEN, &values);
}
