//! The command line: arguments, one file per command, the terminal. The only room that prints.

mod changes;
mod check;
mod coverage;
mod explain;
mod fix;
mod fmt;
mod import;
mod list;
mod messages;
mod new;
mod options;
mod paths;
mod preview_data;
mod remove;
mod rename;
mod report;
mod schema;
mod show;
mod terminal;
mod translations;
mod usage_ru;
mod watch;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::diag::Locale;
use crate::diag::output::Format;
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The data or a template has faults; nothing was written.
    Faults,
    /// Wrong use, or the program could not do its work.
    Unusable,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Faults => Self::from(1),
            Exit::Unusable => Self::from(2),
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
    Fmt(fmt::Args),
    Explain(explain::Args),
    Fix(fix::Args),
    New(new::Args),
    Rename(rename::Args),
    Remove(remove::Args),
    Report(report::Args),
    List(list::Args),
    Show(show::Args),
    Import(import::Args),
    Coverage(coverage::Args),
    PreviewData(preview_data::Args),
    Schema(schema::Args),
}

impl Command {
    /// Returns where the command speaks, in the language and form it was asked to.
    fn terminal(&self) -> Terminal {
        let speech = match self {
            Self::Check(args) => return Terminal::new(args.speech.locale(), args.message_format.into()),
            Self::Explain(args) => &args.speech,
            Self::Fix(args) => &args.speech,
            Self::New(args) => &args.speech,
            Self::Rename(args) => &args.speech,
            Self::Remove(args) => &args.speech,
            Self::List(args) => &args.speech,
            Self::Schema(args) => &args.speech,
            Self::Show(args) => &args.speech,
            Self::Fmt(args) => &args.speech,
            Self::Import(args) => &args.speech,
            Self::Coverage(args) => &args.speech,
            Self::Report(args) => return Terminal::new(args.speech.locale(), Format::Human),
            Self::PreviewData(args) => return Terminal::new(args.speech.locale(), Format::Human),
        };
        Terminal::new(speech.locale(), Format::Human)
    }
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return misused(&error).into(),
    };
    let terminal = arguments.command.terminal();
    let workspace = workspace::find(arguments.root);
    // Codes are explained wherever somebody asks.
    if let Command::Explain(args) = &arguments.command {
        return explain::run(args, workspace.ok(), &terminal).into();
    }
    let exit = match workspace {
        Ok(workspace) => match arguments.command {
            Command::Explain(args) => explain::run(&args, Some(workspace), &terminal),
            Command::Check(args) => check::run(&args, workspace, &terminal),
            Command::Fmt(args) => fmt::run(&args, workspace, &terminal),
            Command::Fix(args) => fix::run(&args, &workspace, &terminal),
            Command::New(args) => new::run(&args, workspace, &terminal),
            Command::Rename(args) => rename::run(&args, workspace, &terminal),
            Command::Remove(args) => remove::run(&args, workspace, &terminal),
            Command::Report(args) => report::run(&args, workspace, &terminal),
            Command::List(args) => list::run(&args, workspace, &terminal),
            Command::Show(args) => show::run(&args, workspace, &terminal),
            Command::Import(args) => import::run(&args, &workspace, &terminal),
            Command::Coverage(args) => coverage::run(&args, workspace, &terminal),
            Command::PreviewData(args) => preview_data::run(&args, workspace, &terminal),
            Command::Schema(args) => schema::run(&args, workspace, &terminal),
        },
        Err(message) => {
            terminal.refuse_as(&message);
            Exit::Unusable
        }
    };
    exit.into()
}

/// Tells wrong use, or shows the help that was asked for.
fn misused(error: &clap::Error) -> Exit {
    let arguments: Vec<String> = std::env::args().collect();
    match usage_ru::in_russian(error).filter(|_| usage_ru::is_for_russian(&arguments)) {
        Some(words) => {
            Terminal::new(Locale::Ru, Format::Human).complain(&words);
            Exit::Unusable
        }
        None => error.exit(),
    }
}
