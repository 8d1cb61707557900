//! The command line: arguments, one file per command, the terminal. The only room that prints.

mod build;
mod changes;
mod check;
mod command;
mod compare;
mod coverage;
mod edits;
mod exit;
mod explain;
mod file_watch;
mod fix;
mod fmt;
mod import;
mod init;
mod kinds;
mod list;
mod manifest;
mod messages;
mod new;
mod new_report;
mod options;
mod output;
mod paths;
mod preview_data;
mod progress;
mod release;
mod remove;
mod rename;
mod report;
mod schema;
mod show;
mod table;
mod terminal;
mod translations;
mod usage_ru;
mod verify;
mod watch;
mod worker;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::diag::Locale;
use crate::diag::output::Format;
use command::Command;
use exit::Exit;
use terminal::Terminal;

/// Checks sourced records and makes briefing notes and summaries of them.
///
/// Records are YAML files under data/, one fact sheet each, with their sources. Templates under templates/ say which records a report
/// prints and how it looks. The program checks all records first; only when nothing is wrong does it make documents.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    after_help = "Exit codes: 0 done · 1 the data or a template has faults, what is wrong is named · 2 wrong use or broken environment"
)]
struct Arguments {
    /// The workspace: the folder that holds data/, templates/ and fonts/.
    ///
    /// Without it, the folder you are in or the nearest one above it.
    #[arg(long, global = true, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// The language of messages: en or ru. Where --lang is no language of documents, it is short for this.
    #[arg(long, global = true, value_name = "CODE", value_parser = options::locale)]
    message_lang: Option<Locale>,
    #[command(subcommand)]
    command: Command,
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return misused(&error).into(),
    };
    let task = arguments.command.task();
    let locale = task.locale.or(arguments.message_lang).unwrap_or_default();
    let terminal = Terminal::new(locale, task.format);
    (task.run)(arguments.root, &terminal).into()
}

/// Reports wrong use, or shows the help that was asked for.
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
