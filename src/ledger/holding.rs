//! What the lines of a ledger come to: who holds which copy of what, and what nobody knows.

use std::collections::HashMap;

use super::entry::{Entry, Step};

/// What became of a delivery of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The recipient has it, as far as anybody can know.
    Held,
    /// An attempt has no result.
    Uncertain,
    /// The server asked to come again.
    Deferred,
    /// The server refuses it, or it was given back.
    Failed,
    /// It was not sent.
    Unsent,
    /// The recipient was told that it is called back.
    Recalled,
}

/// A delivery of a document, with its last step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The last step.
    pub last: Entry,
    /// How often it was attempted.
    pub attempts: usize,
}

impl Holding {
    /// Returns what became of it.
    pub fn standing(&self) -> Standing {
        match self.last.step {
            Step::Delivered | Step::Accepted | Step::SettledAsSent => Standing::Held,
            Step::Attempt | Step::Uncertain => Standing::Uncertain,
            Step::Deferred => Standing::Deferred,
            Step::Refused | Step::Bounced => Standing::Failed,
            Step::SettledAsUnsent => Standing::Unsent,
            Step::Recalled => Standing::Recalled,
        }
    }
}

/// All deliveries, in the order of their first steps.
#[derive(Debug, Clone, Default)]
pub struct Holdings {
    all: Vec<Holding>,
    /// By delivery, recipient and document.
    places: HashMap<(String, String, String), usize>,
    /// By recipient.
    of_recipient: HashMap<String, Vec<usize>>,
}

impl Holdings {
    /// Creates them from the lines of a ledger.
    pub fn of(entries: &[Entry]) -> Self {
        let mut holdings = Self::default();
        entries.iter().for_each(|entry| holdings.note(entry));
        holdings
    }

    /// Takes a step into account.
    pub fn note(&mut self, entry: &Entry) {
        let key = (entry.delivery.clone(), entry.recipient.clone(), entry.document.clone());
        let attempts = usize::from(entry.step == Step::Attempt);
        match self.places.get(&key) {
            Some(&at) => {
                self.all[at].last = entry.clone();
                self.all[at].attempts += attempts;
            }
            None => {
                self.places.insert(key, self.all.len());
                self.of_recipient.entry(entry.recipient.clone()).or_default().push(self.all.len());
                self.all.push(Holding { last: entry.clone(), attempts });
            }
        }
    }

    /// Returns all of them.
    pub fn iter(&self) -> impl Iterator<Item = &Holding> {
        self.all.iter()
    }

    /// Returns those of a recipient.
    pub fn of_recipient<'h>(&'h self, recipient: &str) -> impl Iterator<Item = &'h Holding> + use<'h> {
        let places = self.of_recipient.get(recipient).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|&at| &self.all[at])
    }

    /// Returns the highest number of a copy of a document in a language that was given out.
    pub fn last_copy(&self, document: &str, edition: &str, language: &str) -> u32 {
        let is = |entry: &Entry| entry.document == document && entry.edition == edition && entry.language == language;
        self.all.iter().filter(|holding| is(&holding.last)).filter_map(|holding| holding.last.copy).max().unwrap_or(0)
    }
}
