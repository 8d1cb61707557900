//! The command line: arguments, one file per command, the terminal. The only room that prints.

mod check;
mod list;
mod preview_data;
mod report;
mod schema;
mod show;
mod speech;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::check::{Checked, Verdict};
use crate::diag::Severity;
use crate::diag::face::Face;
use crate::load::{self, Workspace};
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The data or a template has faults; nothing was written.
    Faults,
    /// Wrong use, or the program could not do its work.
    Broken,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Faults => Self::from(1),
            Exit::Broken => Self::from(2),
        }
    }
}

/// Checks sourced records and makes briefing notes and summaries of them.
///
/// Records are YAML files under data/, one fact sheet each, with their sources. Templates under templates/ say which records a report
/// prints and how it looks. The program checks all records first; only when nothing is wrong does it make documents.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    after_help = "Exit codes: 0 done · 1 the data or a template has faults, nothing was written · 2 wrong use or broken environment"
)]
struct Arguments {
    /// The workspace: the folder that holds data/, templates/ and fonts/.
    ///
    /// Without it, the folder you are in or the nearest one above it.
    #[arg(long, global = true, value_name = "FOLDER")]
    root: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Report(report::Args),
    List(list::Args),
    Show(show::Args),
    PreviewData(preview_data::Args),
    Schema(schema::Args),
}

impl Command {
    /// Returns where the command speaks, in the language and form it was asked to.
    fn terminal(&self) -> Terminal {
        let speech = match self {
            Self::Check(args) => return Terminal::new(args.speech.tongue(), args.message_format.into()),
            Self::List(args) => &args.speech,
            Self::Schema(args) => &args.speech,
            Self::Show(args) => &args.speech,
            Self::Report(args) => return Terminal::new(args.speech.tongue(), Face::Human),
            Self::PreviewData(args) => return Terminal::new(args.speech.tongue(), Face::Human),
        };
        Terminal::new(speech.tongue(), Face::Human)
    }
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let terminal = arguments.command.terminal();
    let exit = match workspace(arguments.root) {
        Ok(workspace) => match arguments.command {
            Command::Check(args) => check::run(&args, workspace, &terminal),
            Command::Report(args) => report::run(&args, workspace, &terminal),
            Command::List(args) => list::run(&args, workspace, &terminal),
            Command::Show(args) => show::run(&args, workspace, &terminal),
            Command::PreviewData(args) => preview_data::run(&args, workspace, &terminal),
            Command::Schema(args) => schema::run(&args, workspace, &terminal),
        },
        Err(message) => {
            terminal.complain(&message);
            Exit::Broken
        }
    };
    exit.into()
}

fn workspace(root: Option<PathBuf>) -> Result<Workspace, String> {
    if let Some(root) = root {
        let found = Workspace::is(&root).then(|| Workspace { root: root.clone() });
        return found.ok_or_else(|| {
            format!("“{}” is not a workspace: it needs the folders data/, templates/ and fonts/", root.display())
        });
    }
    let here = std::env::current_dir().map_err(|error| format!("the current folder cannot be read: {error}"))?;
    Workspace::find(&here).ok_or_else(|| {
        "there is no workspace here: no folder from this one upwards holds data/, templates/ and fonts/; go there, or name it with \
         --root"
            .to_owned()
    })
}

/// Loads and checks a workspace.
fn verdict(workspace: Workspace) -> Verdict {
    crate::check::check(load::load(workspace))
}

/// Loads and checks a workspace; where anything is wrong, tells it and gives the exit.
fn checked(workspace: Workspace, terminal: &Terminal) -> Result<Checked, Exit> {
    let verdict = verdict(workspace);
    // Notes are for those who look after the records, not for those who print them.
    let weighty = verdict.diagnostics.iter().filter(|fault| fault.severity != Severity::Note).cloned();
    terminal.diagnose(&weighty.collect::<Vec<_>>(), &verdict.files);
    verdict.into_checked().map_err(|_| Exit::Faults)
}
