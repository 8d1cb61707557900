//! Who, when, and where it is entered.

use std::path::PathBuf;

use super::super::clock;
use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::messages;
use crate::check::Checked;
use crate::distribute::{self, Moment, Recipient};
use crate::ledger::Ledger;
use crate::load::Workspace;

/// Who, when, and where it is entered.
#[derive(Debug, Clone, clap::Args)]
pub struct Choice {
    /// Only this recipient; may be given several times.
    #[arg(long = "recipient", value_name = "ID")]
    pub recipients: Vec<String>,
    /// The folder that documents were released to; without it, released/ in the workspace. What is missing there is made again.
    #[arg(long, value_name = "FOLDER")]
    pub released: Option<PathBuf>,
    /// The ledger; without it, data/register/deliveries.jsonl.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// When it takes place, as 2022-03-04 or 2022-03-04T09:30:00Z; without it, now.
    #[arg(long, value_name = "TIME", value_parser = clock::moment)]
    pub now: Option<Moment>,
}

impl Choice {
    /// Returns where the ledger lies.
    pub fn ledger(&self, workspace: &Workspace) -> PathBuf {
        self.ledger.clone().unwrap_or_else(|| Ledger::place(&workspace.root))
    }

    /// Returns when it takes place.
    pub fn moment(&self) -> Moment {
        self.now.clone().unwrap_or_else(clock::now)
    }
}

/// Returns the recipients that are meant.
pub fn recipients<'c>(checked: &'c Checked, ids: &[String], terminal: &Terminal) -> Result<Vec<Recipient<'c>>, Exit> {
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
