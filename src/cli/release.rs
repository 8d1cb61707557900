//! `chancery release`: lets a version of a document go out.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::{LanguageOptions, system};
use super::{edits, output, terminal::Terminal, workspace};
use crate::check::Checked;
use crate::diag::{Arg, path_text};
use crate::driver::{self, PlanError, Timings, Typesetter};
use crate::emit::Part;
use crate::ledger;
use crate::load::Workspace;
use crate::record::Node;
use crate::release::{self, Origin, Prepared, Refused};
use crate::render::Limits;
use crate::revision::{self, NoCheckout};
use crate::schema::REQUEST;
use crate::select::Version;

/// The folders of a workspace that documents are made from.
const FOLDERS: [&str; 3] = ["data", "templates", "fonts"];

/// Release a version of a document
///
/// Makes the documents that a request asks for as they go out, in every language and edition, and enters them below data/register/: the commit,
/// the files with their check values, and what they print. The request is then released, and the version before it superseded. What may not
/// go out is refused, with every reason at once, and nothing is written.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of the request.
    request: String,
    /// The folder to write to; without it, released/ in the workspace.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match released(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn released(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    typesetter.warm_up();
    let (commit, uncommitted) = origin(&workspace).map_err(|error| no_repository(&error, terminal))?;
    let checked = workspace::checked(workspace, None, &Timings::default(), terminal)?;
    let mut requests = checked.store.records.of_kind(REQUEST);
    let request = requests.find(|request| request.id == args.request).ok_or_else(|| {
        terminal.refuse(&release::NO_REQUEST, &vec![("request", args.request.as_str().into())]);
        Exit::Unusable
    })?;
    let origin = Origin { commit: &commit, uncommitted: &uncommitted };
    let prepared = release::prepare(&checked, request, &typesetter, origin).map_err(|refused| match refused {
        Refused::Plan(error) => unplanned(&error, terminal),
        Refused::Faults(failed) => {
            terminal.diagnose(&failed.diagnostics, &failed.files);
            Exit::Faults
        }
    })?;
    let values = vec![
        ("document", request.root.get("reference").and_then(Node::text).unwrap_or_default().into()),
        ("version", Version::written(request).map(Version::name).unwrap_or_default().into()),
    ];
    write(args, prepared, &checked, terminal)?;
    terminal.inform(&release::RELEASED, &values);
    Ok(Exit::Done)
}

/// Writes the documents, then what changes in the workspace.
fn write(args: &Args, prepared: Prepared, checked: &Checked, terminal: &Terminal) -> Result<(), Exit> {
    let root = &checked.workspace.root;
    let out = args.out.clone().unwrap_or_else(|| root.join("released"));
    let views = driver::views(checked).map_err(|error| unplanned(&error, terminal))?;
    let mut paths = Vec::new();
    let mut documents = prepared.documents;
    for (edition, views) in views.iter().enumerate() {
        let (own, others): (Vec<_>, Vec<_>) = documents.into_iter().partition(|(at, _)| *at == edition);
        documents = others;
        if own.is_empty() {
            continue;
        }
        let folder = output::folder(&out, views);
        let folder = output::hold(&folder, views.edition(), Part::Whole, &checked.workspace, terminal)?;
        let own: Vec<driver::Document> = own.into_iter().map(|(_, made)| made).collect();
        paths.extend(driver::write(own, &folder).map_err(|error| terminal.unwritten(&error))?);
    }
    match edits::make(&prepared.changes, root, terminal) {
        Exit::Done => {
            paths.extend(prepared.changes.into_iter().map(|change| change.path));
            paths.iter().for_each(|path| terminal.say(path_text(path)));
            Ok(())
        }
        exit => Err(exit),
    }
}

fn unplanned(error: &PlanError, terminal: &Terminal) -> Exit {
    terminal.refuse_as(&error.words());
    Exit::Unusable
}

/// Returns the commit that the files stand at, and those that are not as they were committed.
fn origin(workspace: &Workspace) -> Result<(String, Vec<String>), NoCheckout> {
    let root = if workspace.root.as_os_str().is_empty() { Path::new(".") } else { &workspace.root };
    let mut uncommitted = revision::uncommitted(root, &FOLDERS)?;
    // Who was given what says nothing of what documents are made from.
    uncommitted.retain(|path| !path.ends_with(ledger::PLACE));
    Ok((revision::head(root)?, uncommitted))
}

/// Says that there is no repository.
pub fn no_repository(error: &NoCheckout, terminal: &Terminal) -> Exit {
    let reason: Arg = match error {
        NoCheckout::System(error) => system(error),
        NoCheckout::Git(said) => said.lines().last().unwrap_or_default().into(),
    };
    terminal.refuse(&release::NO_REPOSITORY, &vec![("reason", reason)]);
    Exit::Unusable
}
