//! `chancery distribute`: what was released reaches those who are to have it.

mod files;
mod folders;
mod letters;
mod messages;
mod notes;
pub mod recall;
mod resume;
mod send;
mod show;

pub use folders::unentered;

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::{LanguageOptions, system};
use super::release::no_repository;
use super::{clock, terminal::Terminal, workspace};
use crate::check::Checked;
use crate::diag::{Arg, path_text};
use crate::distribute::{self, COVER_NOTE, Covers, Group, Line, Moment, Plan, Recipient, Shelf, Unavailable, Way};
use crate::driver::{Timings, Typesetter};
use crate::ledger::{Broken, Holdings, Ledger, NoLedger};
use crate::load::Workspace;
use crate::render::Limits;
use crate::report::Edition;
use notes::Saying;
use resume::Resume;
use send::{Sender, Sending};

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

/// The ways out.
#[derive(Debug, Clone, clap::Args)]
pub struct Ways {
    /// Write a folder and a ZIP file below this folder for each recipient whose channel is a folder.
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
    /// Write a ready message into this folder for each recipient whose channel is mail.
    #[arg(long, value_name = "FOLDER", requires = "from", conflicts_with = "send")]
    eml: Option<PathBuf>,
    #[command(flatten)]
    sending: Sending,
    /// What is done about messages of which nobody knows whether they were sent.
    #[arg(long, value_name = "HOW")]
    resume: Option<Resume>,
}

/// Who, when, and where it is entered.
#[derive(Debug, Clone, clap::Args)]
pub struct Choice {
    /// Only this recipient; may be given several times.
    #[arg(long = "recipient", value_name = "ID")]
    recipients: Vec<String>,
    /// The folder that documents were released to; without it, released/ in the workspace. What is missing there is made again.
    #[arg(long, value_name = "FOLDER")]
    released: Option<PathBuf>,
    /// The ledger; without it, data/register/deliveries.jsonl.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// When it takes place, as 2022-03-04 or 2022-03-04T09:30:00Z; without it, now.
    #[arg(long, value_name = "TIME", value_parser = clock::moment)]
    now: Option<Moment>,
}

impl Choice {
    /// Returns where the ledger lies.
    pub fn ledger(&self, workspace: &Workspace) -> PathBuf {
        self.ledger.clone().unwrap_or_else(|| Ledger::place(&workspace.root))
    }

    fn moment(&self) -> Moment {
        self.now.clone().unwrap_or_else(clock::now)
    }
}

/// Everything that a distribution is made of.
struct Distribution<'a> {
    checked: &'a Checked,
    plan: Plan<'a>,
    covers: Covers<'a>,
    moment: Moment,
    shelf: Shelf,
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
        resume::settle(resume, &distribution.plan, &moment, &mut ledger, terminal)?;
    }
    let saying = Saying { report: COVER_NOTE, recall: None };
    go_out(&args.ways, args.choice.now.is_some(), saying, plan, &checked, &mut ledger, terminal)
}

/// Opens the ledger for whoever sends, who has it for himself from before he looks into it.
fn ready(ways: &Ways, path: &Path, checked: &Checked, terminal: &Terminal) -> Result<Ledger, Exit> {
    for folder in [&ways.to, &ways.eml].into_iter().flatten().filter(|folder| checked.workspace.is_input(folder)) {
        terminal.refuse(&crate::diag::messages::OUT_IS_INPUT, &vec![("path", path_text(folder).into())]);
        return Err(Exit::Unusable);
    }
    open(path, terminal)
}

/// Writes and sends what is due.
fn go_out<'a>(
    ways: &Ways,
    told: bool,
    saying: Saying<'_>,
    plan: impl Fn(&Holdings) -> Result<Distribution<'a>, Exit>,
    checked: &'a Checked,
    ledger: &mut Ledger,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let workspace = &checked.workspace;
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    let mut exit = Exit::Done;
    if let Some(to) = &ways.to {
        exit = folders::write(&mut plan(ledger.holdings())?, to, saying, ledger, &typesetter, terminal)?;
    }
    let resent = |line: &Line<'_>| resume::is_resent(line, ways.resume);
    if let (Some(eml), Some(from)) = (&ways.eml, &ways.sending.from) {
        let is_due = |line: &Line<'_>| line.state.is_due() || resent(line);
        exit = files::write(&mut plan(ledger.holdings())?, (eml, from), saying, is_due, ledger, &typesetter, terminal)?;
    }
    if ways.sending.send {
        let sender = Sender::new(&ways.sending, told, ways.to.clone(), terminal)?;
        let plan = |ledger: &Ledger| plan(ledger.holdings());
        exit = sender.send(saying, plan, resent, ledger, &typesetter)?;
    }
    Ok(exit)
}

impl Ways {
    /// Returns whether anything is written or sent.
    fn are_taken(&self) -> bool {
        self.to.is_some() || self.eml.is_some() || self.sending.send || self.resume.is_some()
    }
}

impl Distribution<'_> {
    /// Returns the recipients that are due something in a way.
    fn due_by(&self, way: Way, is_due: impl Fn(&Line<'_>) -> bool) -> Vec<usize> {
        let is = |at: &usize| self.plan.recipients[*at].way() == way && self.plan.lines_of(*at).any(&is_due);
        (0..self.plan.recipients.len()).filter(is).collect()
    }
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

fn prepare<'a>(
    choice: &Choice,
    checked: &'a Checked,
    plan: Plan<'a>,
    (editions, places, moment): (&'a [Edition], Vec<Option<usize>>, &Moment),
) -> Distribution<'a> {
    let covers = Covers::new(checked, editions, places, moment);
    let released = choice.released.clone().unwrap_or_else(|| checked.workspace.root.join("released"));
    let shelf = Shelf::new(&checked.workspace.root, released);
    Distribution { checked, plan, covers, moment: moment.clone(), shelf }
}

/// Returns the recipients that are meant.
fn recipients<'c>(checked: &'c Checked, ids: &[String], terminal: &Terminal) -> Result<Vec<Recipient<'c>>, Exit> {
    let mut all = distribute::recipients(&checked.store);
    if let Some(unknown) = ids.iter().find(|id| !all.iter().any(|recipient| recipient.id() == *id)) {
        let known = all.iter().map(Recipient::id).collect::<Vec<_>>().join(", ");
        terminal
            .refuse(&messages::NO_RECIPIENT, &vec![("recipient", unknown.as_str().into()), ("known", known.into())]);
        return Err(Exit::Unusable);
    }
    all.retain(|recipient| ids.is_empty() || ids.iter().any(|id| id == recipient.id()));
    Ok(all)
}

/// Opens the ledger for adding.
pub fn open(path: &Path, terminal: &Terminal) -> Result<Ledger, Exit> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // Where it cannot be made, opening says so.
        let _ = std::fs::create_dir_all(folder);
    }
    let ledger = Ledger::open(path).map_err(|why| no_ledger(path, &why, terminal))?;
    if ledger.was_torn() {
        terminal.refuse(&messages::LEDGER_WAS_TORN, &vec![("path", path_text(path).into())]);
    }
    Ok(ledger)
}

/// Looks into the ledger.
pub fn look(path: &Path, terminal: &Terminal) -> Result<Holdings, Exit> {
    let (entries, _) = Ledger::look(path).map_err(|why| no_ledger(path, &why, terminal))?;
    Ok(Holdings::of(&entries))
}

/// Says why there is no ledger.
pub fn no_ledger(path: &Path, why: &NoLedger, terminal: &Terminal) -> Exit {
    let mut values: crate::diag::MessageArgs = vec![("path", path_text(path).into())];
    match why {
        NoLedger::Held => terminal.refuse(&messages::LEDGER_HELD, &values),
        NoLedger::System(error) => {
            values.push(("reason", system(error)));
            terminal.refuse(&messages::LEDGER_NOT_READ, &values);
        }
        NoLedger::Broken(broken) => {
            values.push(("reason", words_of(*broken)));
            terminal.refuse(&messages::LEDGER_BROKEN, &values);
        }
    }
    Exit::Faults
}

/// Returns where a ledger is broken, in words.
pub fn words_of(broken: Broken) -> Arg {
    let (message, line) = match broken {
        Broken::Unreadable(line) => (&messages::LINE_UNREADABLE, line),
        Broken::Edited(line) => (&messages::LINE_EDITED, line),
        Broken::Moved(line) => (&messages::LINE_MOVED, line),
        Broken::Torn(line) => (&messages::LINE_TORN, line),
    };
    message.of(vec![("line", line.into())])
}

/// Returns the name of the first edition, whose documents lie in the folder itself.
fn first_edition(checked: &Checked) -> &str {
    checked.settings.editions.first().map(|edition| edition.id.as_str()).unwrap_or_default()
}

/// Says why a file is not to be had.
fn unavailable(file: &str, why: Unavailable, terminal: &Terminal) -> Exit {
    let values = vec![("file", file.into())];
    match why {
        Unavailable::NoCommit(error) => no_repository(&error, terminal),
        Unavailable::Faulty => {
            terminal.refuse(&messages::FAULTY_COMMIT, &values);
            Exit::Faults
        }
        Unavailable::Plan(error) => {
            terminal.refuse_as(&error.words());
            Exit::Faults
        }
        Unavailable::Failed(failed) => {
            terminal.diagnose(&failed.diagnostics, &failed.files);
            Exit::Faults
        }
        Unavailable::Other => {
            terminal.refuse(&messages::OTHER_FILE, &values);
            Exit::Faults
        }
    }
}
