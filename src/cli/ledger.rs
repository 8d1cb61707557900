//! `chancery ledger`: what was sent to whom, and whether the ledger is as it was written.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::distribute::{no_ledger, open, words_of};
use super::exit::Exit;
use super::options::{LanguageOptions, system};
use super::{clock, messages, terminal::Terminal};
use crate::diag::{messages as shared, path_text};
use crate::distribute::Moment;
use crate::ledger::{self, Entry, Ledger, Step};
use crate::load::Workspace;

/// Look into the ledger of what was sent
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
    /// The ledger; without it, data/register/deliveries.jsonl.
    #[arg(long, value_name = "FILE", global = true)]
    ledger: Option<PathBuf>,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Show every step, or those of a recipient or a document
    Show {
        /// The id of the recipient.
        #[arg(long, value_name = "ID")]
        recipient: Option<String>,
        /// The id of a release, or the beginning of it: ctb-2022-014.
        #[arg(long, value_name = "ID")]
        document: Option<String>,
        /// Write JSON, for other programs.
        #[arg(long)]
        json: bool,
    },
    /// Say whether the ledger is as it was written, and where not
    Verify {
        /// A digest that was noted earlier, as this command says it: the line must still be there.
        #[arg(long, value_name = "DIGEST")]
        head: Option<String>,
    },
    /// Enter what mail servers report of messages that did not arrive (delivery status notifications)
    ImportDsn {
        /// The reports, as messages in files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// When it is entered, as 2022-03-04 or 2022-03-04T09:30:00Z; without it, now.
        #[arg(long, value_name = "TIME", value_parser = clock::moment)]
        now: Option<Moment>,
    },
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let path = args.ledger.clone().unwrap_or_else(|| Ledger::place(&workspace.root));
    let done = match &args.what {
        What::Show { recipient, document, json } => {
            show(&path, recipient.as_deref(), document.as_deref(), *json, terminal)
        }
        What::Verify { head } => verify(&path, head.as_deref(), terminal),
        What::ImportDsn { files, now } => import(&path, files, now.as_ref(), terminal),
    };
    done.unwrap_or_else(|exit| exit)
}

fn show(
    path: &Path,
    recipient: Option<&str>,
    document: Option<&str>,
    json: bool,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let (entries, _) = Ledger::look(path).map_err(|why| no_ledger(path, &why, terminal))?;
    let document = document.map(str::to_lowercase);
    let is_meant = |entry: &&Entry| {
        recipient.is_none_or(|id| entry.recipient == id)
            && document.as_deref().is_none_or(|id| entry.document.starts_with(id))
    };
    let meant: Vec<&Entry> = entries.iter().filter(is_meant).collect();
    if json {
        terminal.say(serde_json::to_string_pretty(&meant).expect("an entry is plain JSON"));
        return Ok(Exit::Done);
    }
    for entry in meant {
        let copy = entry.copy.map(|number| format!("({number})"));
        let said = entry.result.as_ref().map(|result| format!("· {result}"));
        let step = name(&entry.step);
        let purpose = if entry.purpose.is_document() { None } else { Some(name(&entry.purpose)) };
        let parts = [
            Some(entry.at.clone()),
            purpose,
            Some(step),
            Some(entry.recipient.clone()),
            Some(entry.document.clone()),
            copy,
            Some(entry.language.clone()),
            Some(entry.edition.clone()),
            Some(name(&entry.channel)),
            said,
        ];
        terminal.say(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    Ok(Exit::Done)
}

/// Returns the name of a step, a purpose or a channel, as the ledger writes it.
fn name(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}

fn verify(path: &Path, head: Option<&str>, terminal: &Terminal) -> Result<Exit, Exit> {
    let place = || crate::diag::Arg::from(path_text(path));
    let text = std::fs::read_to_string(path).map_err(|error| {
        terminal.refuse(&shared::NOT_READ, &vec![("path", place()), ("reason", system(&error))]);
        Exit::Unusable
    })?;
    match ledger::read(&text) {
        Ok((_, end)) => {
            // A digest stands in its own line alone: what is quoted elsewhere does not end a line so.
            let is_there = |head: &str| text.lines().any(|line| line.ends_with(&format!("\"hash\":\"{head}\"}}")));
            if let Some(head) = head.filter(|head| !is_there(head)) {
                terminal.inform(&messages::LEDGER_WITHOUT_HEAD, &vec![("path", place()), ("head", head.into())]);
                return Ok(Exit::Faults);
            }
            let values = vec![("path", place()), ("number", end.lines.into()), ("head", end.hash.into())];
            terminal.inform(&messages::LEDGER_IS_WHOLE, &values);
            Ok(Exit::Done)
        }
        Err(((_, end), broken)) => {
            let values = vec![("path", place()), ("reason", words_of(broken)), ("number", end.lines.into())];
            terminal.inform(&messages::LEDGER_IS_BROKEN, &values);
            Ok(Exit::Faults)
        }
    }
}

fn import(path: &Path, files: &[PathBuf], now: Option<&Moment>, terminal: &Terminal) -> Result<Exit, Exit> {
    let mut ledger = open(path, terminal)?;
    let moment = now.cloned().unwrap_or_else(clock::now);
    let mut exit = Exit::Done;
    for file in files {
        let bytes = std::fs::read(file).map_err(|error| {
            terminal.refuse(&shared::NOT_READ, &vec![("path", path_text(file).into()), ("reason", system(&error))]);
            Exit::Unusable
        })?;
        let reports = ledger::reports(&bytes);
        let mut entered = 0;
        for report in reports.iter().filter(|report| report.failed) {
            let is_it = |entry: &Entry| entry.delivery == report.message && entry.step != Step::Bounced;
            let sent = ledger.holdings().iter().map(|holding| &holding.last).filter(|entry| is_it(entry));
            let reason = format!("{}: {}", report.address, report.reason);
            let entries: Vec<Entry> =
                sent.map(|entry| entry.then(Step::Bounced, &moment.text, Some(reason.clone()))).collect();
            entered += entries.len();
            ledger.add(&entries).map_err(|error| super::distribute::unentered(&error, terminal))?;
        }
        let values = vec![("path", path_text(file).into()), ("number", entered.into())];
        if reports.is_empty() {
            terminal.refuse(&messages::NO_NOTIFICATION, &values);
            exit = Exit::Faults;
        } else {
            terminal.inform(&messages::BOUNCES_ENTERED, &values);
        }
    }
    Ok(exit)
}
