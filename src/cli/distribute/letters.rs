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
    /// What no message carries; a message speaks of it, and the note is the same.
    pub apart: Option<Noted<'a>>,
}

/// The documents of a message, by their places.
struct Carried {
    attached: Vec<usize>,
    /// What it speaks of, and what comes by another way.
    apart: Vec<usize>,
    /// The Message-ID of a message that is sent once more.
    known: Option<String>,
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
    let (purpose, all) = (noted.purpose(), carried(&noted, recipient.largest_message()));
    let mut postings = Vec::new();
    for (at, message) in all.iter().enumerate() {
        let (attached, apart) = (message.attached.as_slice(), message.apart.as_slice());
        let part = (at + 1, all.len());
        let body = Body::new(About { note: &noted.page, attached, apart, part, language: noted.language });
        // What it speaks of is there when it is: it has its steps in the ledger.
        let spoken_of: Vec<Due<'_>> = attached.iter().chain(apart).map(|&at| noted.due[at].clone()).collect();
        let id = match &message.known {
            Some(known) => Ok(known.clone()),
            None => mail::message_id(&distribute::delivery(&noted.recipient, purpose, &spoken_of), from),
        };
        let id = id.map_err(|why| unwritable(&why, terminal))?;
        let name = recipient.name(noted.language);
        let letter = Letter { from, to, name, moment: &distribution.moment, id: &id };
        // A notice of recall has no documents with it.
        let files = attached.iter().map(|&at| &noted.due[at].part).filter(|part| !part.bytes.is_empty());
        let parts: Vec<&distribute::Part> = std::iter::once(&noted.note).chain(files).collect();
        let composed = mail::compose(&letter, body, &parts).map_err(|why| unwritable(&why, terminal))?;
        let entry = |(place, due): (usize, &Due<'_>)| {
            let channel = if place < attached.len() { channel } else { Channel::Folder };
            let step = (channel, Step::Attempt, purpose);
            distribute::entry(due, &noted.recipient, &id, &distribution.moment, step)
        };
        let entries = spoken_of.iter().enumerate().map(entry).collect();
        postings.push(Posting { composed, to: to.to_owned(), entries });
    }
    let kept: Vec<Due<'a>> = all.iter().flat_map(|message| &message.apart).map(|&at| noted.due[at].clone()).collect();
    let apart = (!kept.is_empty()).then_some(Noted { due: kept, ..noted });
    Ok(Post { postings, apart })
}

/// Divides what is due among messages that the recipient's server takes.
fn carried(noted: &Noted<'_>, most: u64) -> Vec<Carried> {
    let note = noted.note.bytes.len() as u64;
    let mut all = Vec::new();
    for (known, group) in deliveries(&noted.due) {
        let sizes: Vec<u64> = group.iter().map(|&at| noted.due[at].part.bytes.len() as u64).collect();
        let split = mail::split(note, &sizes, most);
        let places = |message: &[usize]| message.iter().map(|&at| group[at]).collect::<Vec<_>>();
        let last = split.messages.len().saturating_sub(1);
        for (at, message) in split.messages.iter().enumerate() {
            let apart = if at == last { places(&split.too_large) } else { Vec::new() };
            // Of a message that was divided by now, no part is the one that was sent.
            let known = known.clone().filter(|_| split.messages.len() == 1);
            all.push(Carried { attached: places(message), apart, known });
        }
    }
    all
}

/// Returns documents by the message that is to carry them: what is sent once more goes as it went, so that it has the same Message-ID and is
/// known to be the same.
fn deliveries(due: &[Due<'_>]) -> Vec<(Option<String>, Vec<usize>)> {
    let mut groups: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    for (at, due) in due.iter().enumerate() {
        let of = match &due.line.state {
            State::Uncertain(delivery) | State::Failed(delivery, _) => Some(delivery.clone()),
            _ => None,
        };
        match groups.iter_mut().find(|(known, _)| *known == of) {
            Some((_, group)) => group.push(at),
            None => groups.push((of, vec![at])),
        }
    }
    groups
}

/// Says why a message cannot be written.
pub fn unwritable(why: &Unwritable, terminal: &Terminal) -> Exit {
    match why {
        Unwritable::Address(text) => terminal.refuse(&messages::NO_ADDRESS, &vec![("address", text.as_str().into())]),
        Unwritable::Message(reason) => {
            terminal.refuse(&messages::NO_MESSAGE, &vec![("reason", reason.as_str().into())]);
        }
    }
    Exit::Unusable
}
