//! What the lines of a ledger come to: who holds which copy of what, and what nobody knows.

use std::collections::HashMap;

use super::entry::{Entry, Purpose, Step};

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
    /// Whether the recipient was told that the document is called back.
    pub recalled: bool,
}

impl Holding {
    /// Returns what became of it.
    pub fn standing(&self) -> Standing {
        let standing = self.sent();
        if self.recalled && matches!(standing, Standing::Held | Standing::Uncertain) {
            Standing::Recalled
        } else {
            standing
        }
    }

    /// Returns what became of it, whatever came afterwards.
    fn sent(&self) -> Standing {
        match self.last.step {
            Step::Delivered | Step::Accepted | Step::SettledAsSent => Standing::Held,
            Step::Attempt | Step::Uncertain => Standing::Uncertain,
            Step::Deferred => Standing::Deferred,
            Step::Refused | Step::Bounced => Standing::Failed,
            Step::SettledAsUnsent => Standing::Unsent,
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
        let at = match self.places.get(&key) {
            Some(&at) => {
                self.all[at].last = entry.clone();
                self.all[at].attempts += attempts;
                at
            }
            None => {
                let at = self.all.len();
                self.places.insert(key, at);
                self.of_recipient.entry(entry.recipient.clone()).or_default().push(at);
                self.all.push(Holding { last: entry.clone(), attempts, recalled: false });
                at
            }
        };
        if entry.step != Step::Attempt {
            self.settle(entry);
        }
        if entry.purpose == Purpose::Recall && self.all[at].standing() == Standing::Held {
            for &place in &self.of_recipient[&entry.recipient] {
                let holding = &mut self.all[place];
                holding.recalled |= holding.last.purpose.is_document() && holding.last.document == entry.document;
            }
        }
    }

    /// What became of one document of a message became of all: where the process died between their lines, one of them says it.
    fn settle(&mut self, entry: &Entry) {
        for &place in self.of_recipient.get(&entry.recipient).map(Vec::as_slice).unwrap_or_default() {
            let last = &mut self.all[place].last;
            if last.delivery == entry.delivery && last.step == Step::Attempt {
                (last.step, last.at) = (entry.step, entry.at.clone());
                last.result.clone_from(&entry.result);
            }
        }
    }

    /// Returns all of them.
    pub fn iter(&self) -> impl Iterator<Item = &Holding> {
        self.all.iter()
    }

    /// Returns the documents of a recipient.
    pub fn of_recipient<'h>(&'h self, recipient: &str) -> impl Iterator<Item = &'h Holding> + use<'h> {
        self.sent(recipient, Purpose::Document)
    }

    /// Returns the notice of recall of a document that a recipient was sent last.
    pub fn recall_of(&self, recipient: &str, document: &str) -> Option<&Holding> {
        self.sent(recipient, Purpose::Recall).filter(|holding| holding.last.document == document).last()
    }

    fn sent<'h>(&'h self, recipient: &str, purpose: Purpose) -> impl Iterator<Item = &'h Holding> + use<'h> {
        let places = self.of_recipient.get(recipient).map(Vec::as_slice).unwrap_or_default();
        places.iter().map(|&at| &self.all[at]).filter(move |holding| holding.last.purpose == purpose)
    }

    /// Returns the highest number of a copy of a document in a language that was given out.
    pub fn last_copy(&self, document: &str, edition: &str, language: &str) -> u32 {
        let is = |entry: &Entry| entry.document == document && entry.edition == edition && entry.language == language;
        self.all.iter().filter(|holding| is(&holding.last)).filter_map(|holding| holding.last.copy).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::Channel;
    use super::*;

    fn entry(step: Step, purpose: Purpose) -> Entry {
        Entry {
            at: String::new(),
            step,
            purpose,
            delivery: format!("{purpose:?}"),
            recipient: "clerk".to_owned(),
            document: "a-v01".to_owned(),
            version: "v01".to_owned(),
            edition: "public".to_owned(),
            language: "en".to_owned(),
            sha256: String::new(),
            copy: Some(3),
            channel: Channel::Mail,
            result: None,
        }
    }

    #[test]
    fn the_last_step_says_what_became_of_a_delivery() {
        use Standing::{Deferred, Failed, Held, Uncertain, Unsent};
        let mut holdings = Holdings::default();
        for (step, standing) in [
            (Step::Attempt, Uncertain),
            (Step::Deferred, Deferred),
            (Step::Attempt, Uncertain),
            (Step::Uncertain, Uncertain),
            (Step::SettledAsUnsent, Unsent),
            (Step::Attempt, Uncertain),
            (Step::Accepted, Held),
            (Step::Bounced, Failed),
        ] {
            holdings.note(&entry(step, Purpose::Document));
            let all: Vec<_> = holdings.of_recipient("clerk").collect();
            assert_eq!((all.len(), all[0].standing()), (1, standing), "{step:?}");
        }
        assert_eq!(holdings.iter().next().unwrap().attempts, 3);
        assert_eq!(holdings.last_copy("a-v01", "public", "en"), 3);
    }

    #[test]
    fn what_became_of_one_document_of_a_message_became_of_all() {
        let other = |step| Entry { document: "b-v01".to_owned(), ..entry(step, Purpose::Document) };
        let mut holdings = Holdings::default();
        holdings.note(&entry(Step::Attempt, Purpose::Document));
        holdings.note(&other(Step::Attempt));
        holdings.note(&entry(Step::Accepted, Purpose::Document));
        assert!(holdings.of_recipient("clerk").all(|holding| holding.standing() == Standing::Held));
        holdings.note(&other(Step::Attempt));
        assert_eq!(
            holdings.iter().filter(|holding| holding.standing() == Standing::Uncertain).count(),
            1,
            "another attempt is open"
        );
    }

    #[test]
    fn what_is_called_back_is_held_no_more_once_the_notice_is_there() {
        let mut holdings = Holdings::default();
        holdings.note(&entry(Step::Delivered, Purpose::Document));
        holdings.note(&entry(Step::Attempt, Purpose::Recall));
        let standing = |holdings: &Holdings| holdings.of_recipient("clerk").next().unwrap().standing();
        assert_eq!(standing(&holdings), Standing::Held);
        holdings.note(&entry(Step::Accepted, Purpose::Recall));
        assert_eq!(standing(&holdings), Standing::Recalled);
        assert_eq!(holdings.recall_of("clerk", "a-v01").unwrap().standing(), Standing::Held);
        assert!(holdings.recall_of("clerk", "b-v01").is_none());
    }
}
