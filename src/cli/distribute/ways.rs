//! The ways out, taken one after the other.

use std::path::{Path, PathBuf};

use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::distribution::Distribution;
use super::notes::Saying;
use super::resume::{self, Resume};
use super::send::{Sender, Sending};
use super::{book, files, folders, messages};
use crate::check::Checked;
use crate::diag::{messages as shared, path_text};
use crate::distribute::Line;
use crate::driver::Typesetter;
use crate::ledger::{Holdings, Ledger};
use crate::render::Limits;

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
    pub resume: Option<Resume>,
}

/// Opens the ledger for whoever sends, who has it for himself from before he looks into it.
pub fn ready(ways: &Ways, path: &Path, checked: &Checked, terminal: &Terminal) -> Result<Ledger, Exit> {
    let mut folders = [&ways.to, &ways.eml].into_iter().flatten();
    if let Some(folder) = folders.find(|folder| checked.workspace.is_input(folder)) {
        terminal.refuse(&shared::OUT_IS_INPUT, &vec![("path", path_text(folder).into())]);
        return Err(Exit::Unusable);
    }
    if ways.resume == Some(Resume::Resend) && !ways.sending.send && ways.eml.is_none() {
        terminal.refuse(&messages::RESENT_HOW, &Vec::new());
        return Err(Exit::Unusable);
    }
    book::open(path, terminal)
}

/// Writes and sends what is due.
pub fn go_out<'a>(
    ways: &Ways,
    told: bool,
    saying: Saying<'_>,
    plan: impl Fn(&Holdings) -> Result<Distribution<'a>, Exit>,
    checked: &'a Checked,
    ledger: &mut Ledger,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let workspace = &checked.workspace;
    // The notes of the next recipients are made while those before are packed: a second worker would hold as much again.
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default()).at_most(1);
    let mut exit = Exit::Done;
    if let Some(to) = &ways.to {
        exit = folders::write(&plan(ledger.holdings())?, to, saying, ledger, &typesetter, terminal)?;
    }
    let resent = |line: &Line<'_>| resume::is_resent(line, ways.resume);
    if let (Some(eml), Some(from)) = (&ways.eml, &ways.sending.from) {
        let is_due = |line: &Line<'_>| line.state.is_due() || resent(line);
        exit = files::write(&plan(ledger.holdings())?, (eml, from), saying, is_due, ledger, &typesetter, terminal)?;
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
    pub fn are_taken(&self) -> bool {
        self.to.is_some() || self.eml.is_some() || self.sending.send || self.resume.is_some()
    }
}
