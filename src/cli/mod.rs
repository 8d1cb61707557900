//! The command line: arguments, one file per command, the terminal. The only room that prints.

mod build;
mod bundles;
mod changes;
mod check;
mod clock;
mod command;
mod compare;
mod coverage;
mod distribute;
mod edits;
mod exit;
mod explain;
mod file_watch;
mod fix;
mod fmt;
mod import;
mod init;
mod kinds;
mod ledger;
mod list;
mod manifest;
mod messages;
mod new;
mod new_report;
mod options;
mod output;
mod pack;
mod paths;
mod preview_data;
mod progress;
mod release;
mod remove;
mod rename;
mod report;
mod schema;
mod show;
mod sign;
mod signers;
mod site;
mod table;
mod terminal;
mod trace;
mod translations;
mod trust_messages;
mod unmade;
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

/// Returns the name of the report whose help is asked for: `report anniversary --help`.
fn helped(error: &clap::Error, arguments: &[String]) -> Option<String> {
    let mut words = arguments.iter().skip_while(|word| *word != "report").skip(1);
    let asked = error.kind() == clap::error::ErrorKind::DisplayHelp;
    words.find(|word| !word.starts_with('-')).filter(|_| asked).cloned()
}

/// Shows the help of the command, and of a report what its definition says.
fn help_of_report(error: &clap::Error, name: &str, arguments: &[String]) -> Exit {
    let _ = error.print();
    let root = arguments.windows(2).find(|pair| pair[0] == "--root").map(|pair| PathBuf::from(&pair[1]));
    let locale = if usage_ru::is_for_russian(arguments) { Locale::Ru } else { Locale::En };
    let terminal = Terminal::new(locale, Format::Human);
    if let Ok(workspace) = workspace::find(root) {
        let result = workspace::result(workspace);
        if let Some(report) = result.reports.iter().find(|report| report.name == name) {
            terminal.say("");
            list::one_report(report, &terminal);
        }
    }
    Exit::Done
}

/// Reports wrong use, or shows the help that was asked for.
fn misused(error: &clap::Error) -> Exit {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(name) = helped(error, &arguments) {
        return help_of_report(error, &name, &arguments);
    }
    match usage_ru::in_russian(error).filter(|_| usage_ru::is_for_russian(&arguments)) {
        Some(words) => {
            Terminal::new(Locale::Ru, Format::Human).complain(&words);
            Exit::Unusable
        }
        None => error.exit(),
    }
}
