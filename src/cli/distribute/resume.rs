//! What is settled of deliveries of which nobody knows, or that failed.

use std::io::BufRead as _;

use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::book::unentered;
use super::messages;
use crate::distribute::{Line, Moment, Plan, State};
use crate::ledger::{Entry, Holding, Ledger, Purpose, Standing, Step};

/// What is done about deliveries of which nobody knows whether they were sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Resume {
    /// Ask about each.
    Ask,
    /// Send each again, with the Message-ID that it had; what failed as well.
    Resend,
    /// Each was sent: enter that.
    Sent,
    /// None was sent: enter that, so that they are due again.
    Unsent,
}

/// Returns whether a line is sent once more.
pub fn is_resent(line: &Line<'_>, resume: Option<Resume>) -> bool {
    resume == Some(Resume::Resend) && matches!(line.state, State::Uncertain(_) | State::Failed(..))
}

/// Enters what a person says of the deliveries to some recipients that are uncertain, whatever version they were of.
pub fn settle(
    resume: Resume,
    (purpose, plan): (Purpose, &Plan<'_>),
    moment: &Moment,
    ledger: &mut Ledger,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let is_meant = |holding: &&Holding| {
        holding.standing() == Standing::Uncertain
            && holding.last.purpose == purpose
            && plan.recipients.iter().any(|recipient| recipient.id() == holding.last.recipient)
    };
    let open: Vec<Entry> = ledger.holdings().iter().filter(is_meant).map(|holding| holding.last.clone()).collect();
    for delivery in open.chunk_by(|a, b| a.delivery == b.delivery) {
        let step = match resume {
            Resume::Sent => Some(Step::SettledAsSent),
            Resume::Unsent => Some(Step::SettledAsUnsent),
            Resume::Ask => asked(&delivery[0], terminal),
            Resume::Resend => None,
        };
        if let Some(step) = step {
            let entries: Vec<Entry> = delivery.iter().map(|entry| entry.then(step, &moment.text, None)).collect();
            ledger.add(&entries).map_err(|error| unentered(&error, terminal))?;
        }
    }
    Ok(())
}

/// Asks about a delivery; no answer leaves it as it is.
fn asked(last: &Entry, terminal: &Terminal) -> Option<Step> {
    let values = vec![
        ("recipient", last.recipient.as_str().into()),
        ("document", last.document.as_str().into()),
        ("at", last.at.as_str().into()),
        ("delivery", last.delivery.as_str().into()),
    ];
    terminal.refuse(&messages::WAS_IT_SENT, &values);
    let mut answer = String::new();
    let (input, _) = super::super::terminal::pipes();
    input.lock().read_line(&mut answer).ok()?;
    match answer.trim().to_lowercase().as_str() {
        "y" | "yes" | "д" | "да" => Some(Step::SettledAsSent),
        "n" | "no" | "н" | "нет" => Some(Step::SettledAsUnsent),
        _ => None,
    }
}
