//! The messages of a recipient.

use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::distribution::Distribution;
use super::messages;
use super::notes::Noted;
use crate::distribute::mail::{self, About, Body, Composed, Letter, Unwritable};
use crate::distribute::{self, Due, State};
use crate::ledger::{Channel, Entry, Step};

/// A message to a recipient, and what the ledger says of each document that it carries.
pub struct Posting {
    /// The message.
    pub composed: Composed,
    /// The address.
    pub to: String,
    /// The steps, without the one that is taken.
    pub entries: Vec<Entry>,
}

/// What a recipient is sent.
pub struct Post<'a> {
    /// The messages.
    pub postings: Vec<Posting>,
    /// What no message carries; the note is the same.
    pub apart: Option<Noted<'a>>,
}

/// Puts the messages of a recipient together.
pub fn post<'a>(
    noted: Noted<'a>,
    distribution: &Distribution<'_>,
    from: &str,
    channel: Channel,
    terminal: &Terminal,
) -> Result<Post<'a>, Exit> {
    let recipient = &distribution.plan.recipients[noted.at];
    let Some(to) = recipient.address() else { return Ok(Post { postings: Vec::new(), apart: None }) };
    let (note, purpose) = (noted.note.bytes.len() as u64, noted.purpose());
    let (mut all, mut apart): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for group in deliveries(&noted.due) {
        let sizes: Vec<u64> = group.iter().map(|&at| noted.due[at].part.bytes.len() as u64).collect();
        let split = mail::split(note, &sizes, recipient.largest_message());
        all.extend(split.messages.iter().map(|message| message.iter().map(|&at| group[at]).collect()));
        apart.extend(split.too_large.iter().map(|&at| group[at]));
    }
    let count = all.len();
    let mut postings = Vec::new();
    for (at, attached) in all.into_iter().enumerate() {
        let last = at + 1 == count;
        let spoken_of = if last { apart.as_slice() } else { &[] };
        let part = (at + 1, count);
        let body = Body::new(About {
            note: &noted.page,
            attached: &attached,
            apart: spoken_of,
            part,
            language: noted.language,
        });
        let carried: Vec<Due<'_>> = attached.iter().map(|&at| noted.due[at].clone()).collect();
        let delivery = distribute::delivery(&noted.recipient, purpose, &carried);
        let name = recipient.name(noted.language);
        let letter = Letter { from, to, name, moment: &distribution.moment, delivery: &delivery };
        // A notice of recall has no documents with it.
        let files = attached.iter().map(|&at| &noted.due[at].part);
        let parts: Vec<&distribute::Part> =
            std::iter::once(&noted.note).chain(files.filter(|part| !part.bytes.is_empty())).collect();
        let composed = mail::compose(&letter, body, &parts).map_err(|why| unwritable(&why, terminal))?;
        let step = (channel, Step::Attempt, purpose);
        let entry = |due| distribute::entry(due, &noted.recipient, &composed.id, &distribution.moment, step);
        let entries = carried.iter().map(entry).collect();
        postings.push(Posting { composed, to: to.to_owned(), entries });
    }
    let kept: Vec<Due<'a>> = apart.iter().map(|&at| noted.due[at].clone()).collect();
    let apart = (!kept.is_empty()).then_some(Noted { due: kept, ..noted });
    Ok(Post { postings, apart })
}

/// Returns documents by the message that is to carry them: what is sent once more goes as it went, so that it has the same Message-ID and is
/// known to be the same.
fn deliveries(due: &[Due<'_>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
    for (at, due) in due.iter().enumerate() {
        let of = match &due.line.state {
            State::Uncertain(delivery) | State::Failed(delivery, _) => Some(delivery.as_str()),
            _ => None,
        };
        match groups.iter_mut().find(|(known, _)| *known == of) {
            Some((_, group)) => group.push(at),
            None => groups.push((of, vec![at])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Says why a message cannot be written.
pub fn unwritable(why: &Unwritable, terminal: &Terminal) -> Exit {
    match why {
        Unwritable::Address(text) => terminal.refuse(&messages::NO_ADDRESS, &vec![("address", text.as_str().into())]),
        Unwritable::Message(reason) => {
            terminal.refuse(&messages::NO_MESSAGE, &vec![("reason", reason.as_str().into())])
        }
    }
    Exit::Unusable
}
