//! `chancery distribute`: what was released reaches those who are to have it.

mod book;
mod choice;
mod distribution;
mod files;
mod folders;
mod letters;
mod messages;
mod notes;
pub mod recall;
mod resume;
mod send;
mod show;
mod ways;

pub use book::{no_ledger, open, unentered, words_of};

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{terminal::Terminal, workspace};
use crate::check::Checked;
use crate::distribute::{self, COVER_NOTE, Group, Moment, Plan, Recipient};
use crate::driver::Timings;
use crate::ledger::{Holdings, Purpose};
use crate::load::Workspace;
use book::look;
use choice::{Choice, recipients};
use distribution::prepare;
use notes::Saying;
use ways::{Ways, go_out, ready};

/// Send released documents to their recipients
///
/// Without --to, --eml or --send: says who is to have which document in which language, what each has already, and what is refused and why.
/// Only released versions go out, and to nobody what is marked above its highest level. What was sent is entered in the ledger.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    ways: Ways,
    #[command(flatten)]
    choice: Choice,
    /// Only this document: the reference, or report/subject; may be given several times.
    #[arg(long = "document", value_name = "NAME")]
    documents: Vec<String>,
    /// Write JSON, for other programs.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match distributed(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn distributed(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    let path = args.choice.ledger(&workspace);
    let checked = workspace::checked(workspace, None, &Timings::default(), terminal)?;
    let recipients = recipients(&checked, &args.choice.recipients, terminal)?;
    let (editions, places) = distribute::distinct(distribute::editions(&checked, &recipients));
    let moment = args.choice.moment();
    let plan = |holdings: &Holdings| {
        let plan = planned(&args.documents, &checked, recipients.clone(), holdings, &moment, terminal)?;
        Ok(prepare(&args.choice, &checked, plan, (&editions, places.clone(), &moment)))
    };
    if !args.ways.are_taken() {
        show::plan(&plan(&look(&path, terminal)?)?, args.json, terminal);
        return Ok(Exit::Done);
    }
    let mut ledger = ready(&args.ways, &path, &checked, terminal)?;
    if let Some(resume) = args.ways.resume {
        let distribution = plan(ledger.holdings())?;
        resume::settle(resume, (Purpose::Document, &distribution.plan), &moment, &mut ledger, terminal)?;
    }
    let saying = Saying { report: COVER_NOTE, recall: None };
    go_out(&args.ways, args.choice.now.is_some(), saying, plan, &checked, &mut ledger, terminal)
}

/// Plans the documents that are meant.
fn planned<'a>(
    documents: &[String],
    checked: &'a Checked,
    recipients: Vec<Recipient<'a>>,
    holdings: &Holdings,
    moment: &Moment,
    terminal: &Terminal,
) -> Result<Plan<'a>, Exit> {
    let mut groups = distribute::groups(&checked.store);
    let is_named = |group: &Group<'_>, name: &String| {
        group.name() == *name || group.releases.iter().any(|release| release.text("reference") == Some(name))
    };
    if let Some(name) = documents.iter().find(|name| !groups.iter().any(|group| is_named(group, name))) {
        terminal.refuse(&messages::NO_SUCH_DOCUMENT, &vec![("document", name.as_str().into())]);
        return Err(Exit::Unusable);
    }
    groups.retain(|group| documents.is_empty() || documents.iter().any(|name| is_named(group, name)));
    Ok(distribute::plan(checked, &groups, recipients, holdings, moment))
}
