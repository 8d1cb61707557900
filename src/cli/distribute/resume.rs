//! What is settled of deliveries of which nobody knows, or that failed.

use std::io::BufRead as _;

use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::book::unentered;
use super::messages;
use crate::distribute::{Line, Moment, Plan, State};
use crate::ledger::{Holding, Ledger, Standing, Step};

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

/// Enters what a person says of deliveries that are uncertain.
pub fn settle(
    resume: Resume,
    plan: &Plan<'_>,
    moment: &Moment,
    ledger: &mut Ledger,
    terminal: &Terminal,
) -> Result<(), Exit> {
    let mut deliveries: Vec<&str> = Vec::new();
    for line in &plan.lines {
        if let State::Uncertain(delivery) = &line.state
            && !deliveries.contains(&delivery.as_str())
        {
            deliveries.push(delivery);
        }
    }
    for delivery in deliveries {
        let is_it = |holding: &&Holding| holding.last.delivery == delivery && holding.standing() == Standing::Uncertain;
        let open: Vec<Holding> = ledger.holdings().iter().filter(is_it).cloned().collect();
        let Some(first) = open.first() else { continue };
        let step = match resume {
            Resume::Sent => Some(Step::SettledAsSent),
            Resume::Unsent => Some(Step::SettledAsUnsent),
            Resume::Ask => asked(first, terminal),
            Resume::Resend => None,
        };
        if let Some(step) = step {
            let entries: Vec<_> = open.iter().map(|holding| holding.last.then(step, &moment.text, None)).collect();
            ledger.add(&entries).map_err(|error| unentered(&error, terminal))?;
        }
    }
    Ok(())
}

/// Asks about a delivery; no answer leaves it as it is.
fn asked(holding: &Holding, terminal: &Terminal) -> Option<Step> {
    let last = &holding.last;
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
