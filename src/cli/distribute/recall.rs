//! `chancery recall`: calls a document back from those who hold it.

use super::super::exit::Exit;
use super::super::options::LanguageOptions;
use super::super::{edits, terminal::Terminal, workspace};
use super::book::look;
use super::choice::{Choice, recipients};
use super::distribution::prepare;
use super::notes::Saying;
use super::ways::{Ways, go_out, ready};
use super::{messages, resume, show};
use crate::check::Checked;
use crate::distribute::{self, RECALL_NOTICE};
use crate::driver::{self, Release, Timings};
use crate::ledger::{Holdings, Purpose};
use crate::load::Workspace;
use crate::record::Node;
use crate::release;
use crate::schema::RELEASE;
use crate::select::Status;

/// Call a document back
///
/// Without --to, --eml or --send: lists who holds it by the ledger. With one of them its request is withdrawn, so that it goes out no more, and
/// exactly those who hold it, or may hold it, are told, in their language.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The document: the reference for all of its versions, or the id of a release for one: ctb-2022-014-v01.
    document: String,
    /// Why, in the words that its holders read.
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    ways: Ways,
    #[command(flatten)]
    choice: Choice,
    /// Write JSON, for other programs.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    match recalled(args, workspace, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn recalled(args: &Args, workspace: Workspace, terminal: &Terminal) -> Result<Exit, Exit> {
    let path = args.choice.ledger(&workspace);
    let checked = workspace::checked(workspace, None, &Timings::default(), terminal)?;
    let recipients = recipients(&checked, &args.choice.recipients, terminal)?;
    let releases = releases(&args.document, &checked);
    if releases.is_empty() {
        terminal.refuse(&messages::NO_SUCH_DOCUMENT, &vec![("document", args.document.as_str().into())]);
        return Err(Exit::Unusable);
    }
    let (editions, places) = distribute::distinct(distribute::editions(&checked, &recipients));
    let moment = args.choice.moment();
    let plan = |holdings: &Holdings| {
        let (plan, gone) = distribute::recall(&releases, recipients.clone(), holdings);
        (prepare(&args.choice, &checked, plan, (&editions, places.clone(), &moment)), gone)
    };
    let (distribution, gone) = plan(&look(&path, terminal)?);
    for id in gone.iter().filter(|_| args.choice.recipients.is_empty()) {
        terminal.refuse(&messages::HOLDER_IS_GONE, &vec![("recipient", id.as_str().into())]);
    }
    if !args.ways.are_taken() {
        show::plan(&distribution, args.json, terminal);
        return Ok(Exit::Done);
    }
    let mut ledger = ready(&args.ways, &path, &checked, terminal)?;
    withdraw(&releases, &checked, terminal)?;
    if let Some(resume) = args.ways.resume {
        resume::settle(resume, (Purpose::Recall, &distribution.plan), &moment, &mut ledger, terminal)?;
    }
    let saying = Saying { report: RECALL_NOTICE, recall: Some(&args.reason) };
    go_out(
        &args.ways,
        args.choice.now.is_some(),
        saying,
        |holdings| Ok(plan(holdings).0),
        &checked,
        &mut ledger,
        terminal,
    )
}

/// Returns the versions that are meant.
fn releases<'c>(name: &str, checked: &'c Checked) -> Vec<Release<'c>> {
    let records = checked.store.records.of_kind(RELEASE);
    let text = |record: &'c crate::record::Record, field: &str| record.root.get(field).and_then(Node::text);
    let named = records.filter(|record| record.id == name || text(record, "reference") == Some(name));
    let of = |record: &'c crate::record::Record| {
        let all = driver::releases(&checked.store, text(record, "report").unwrap_or_default(), text(record, "subject"));
        all.into_iter().find(|release| release.record.id == record.id)
    };
    named.filter_map(of).collect()
}

/// Enters in the requests that their versions are withdrawn.
fn withdraw(releases: &[Release<'_>], checked: &Checked, terminal: &Terminal) -> Result<(), Exit> {
    let mut open = Vec::new();
    for release in releases {
        match release.request(&checked.store) {
            Some((_, version)) if version.status == Status::Withdrawn => {}
            Some((request, _)) => open.push((request, Status::Withdrawn)),
            // The request asks for a later version by now; this one is superseded when that goes out.
            None => terminal.refuse(&messages::NOT_WITHDRAWN, &vec![("document", release.record.id.as_str().into())]),
        }
    }
    match edits::make(&release::with_status(checked, &open), &checked.workspace.root, terminal) {
        Exit::Done => Ok(()),
        exit => Err(exit),
    }
}
