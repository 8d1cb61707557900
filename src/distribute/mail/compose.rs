//! A message, put together.

use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use chrono::DateTime;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};

use super::super::package::Part;
use super::super::plan::Moment;
use super::body::Body;
use crate::digest;

/// What is written to whom.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// The sender: an address, or a name with an address in angle brackets.
    pub from: &'a str,
    /// The address of the recipient.
    pub to: &'a str,
    /// The name of the recipient.
    pub name: &'a str,
    /// When it is written.
    pub moment: &'a Moment,
    /// Its Message-ID, without brackets: the same for the same documents, whenever they are sent.
    pub id: &'a str,
}

/// A message that is ready to be sent.
#[derive(Debug, Clone)]
pub struct Composed {
    /// The sender's bare address.
    pub from: String,
    /// The message.
    pub bytes: Vec<u8>,
}

/// Why a message cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritable {
    /// This is no address.
    Address(String),
    /// The parts do not make a message.
    Message(String),
}

/// Reads an address, with or without a name.
///
/// # Errors
/// Returns the text where it is none.
pub fn address(text: &str) -> Result<Mailbox, Unwritable> {
    text.parse().map_err(|_| Unwritable::Address(text.to_owned()))
}

/// Returns the Message-ID of a message that carries something.
///
/// # Errors
/// Returns the sender where it is no address.
pub fn message_id(delivery: &str, from: &str) -> Result<String, Unwritable> {
    Ok(format!("{delivery}.chancery@{}", address(from)?.email.domain()))
}

/// Puts a message together. What the body lists comes first among what is attached.
///
/// # Errors
/// Returns the address that is none.
pub fn compose(letter: &Letter<'_>, body: Body, parts: &[&Part]) -> Result<Composed, Unwritable> {
    let from = address(letter.from)?;
    let to = Mailbox::new(Some(letter.name.to_owned()), address(letter.to)?.email);
    let id = letter.id;
    let sender = from.email.to_string();
    // Nothing of it is left to chance: the borders of its parts follow from what it carries.
    let border = |which: &str| digest::of(format!("{which} {id}"))[..40].to_owned();
    let bodies = MultiPart::alternative()
        .boundary(border("bodies"))
        .singlepart(SinglePart::plain(body.plain))
        .singlepart(SinglePart::html(body.html));
    let mut all = MultiPart::mixed().boundary(border("parts")).multipart(bodies);
    for part in parts {
        all = all.singlepart(Attachment::new(part.name.clone()).body(part.bytes.clone(), kind(&part.name)));
    }
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(body.subject)
        .date(time(letter.moment))
        .message_id(Some(format!("<{id}>")))
        // Nobody's holiday notice is an answer to it (RFC 3834).
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .multipart(all)
        .map_err(|error| Unwritable::Message(error.to_string()))?;
    Ok(Composed { from: sender, bytes: message.formatted() })
}

fn kind(name: &str) -> ContentType {
    let is_pdf = Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let kind = if is_pdf { "application/pdf" } else { "application/octet-stream" };
    ContentType::parse(kind).expect("a type of content")
}

fn time(moment: &Moment) -> std::time::SystemTime {
    let seconds = DateTime::parse_from_rfc3339(&moment.text).map_or(0, |time| time.timestamp());
    UNIX_EPOCH + Duration::from_secs(seconds.max(0) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::edtf::Date;

    fn written() -> Composed {
        let moment = Moment { text: "2001-02-03T04:05:06Z".to_owned(), day: Date::parse("2001-02-03").unwrap() };
        let letter = Letter {
            from: "Канцелярия <office@wells.example>",
            to: "clerk@upper.example",
            name: "Clerk, of Upper Village",
            moment: &moment,
            id: "abc@wells.example",
        };
        let body = Body {
            subject: "ОТКРЫТО · Колодцы (NOW-2001-007 v01), and a tail that makes the line longer than one line is"
                .to_owned(),
            plain: "Ёмкость\n".to_owned(),
            html: "<p>Ёмкость</p>".to_owned(),
        };
        let note = Part { name: "Записка.pdf".to_owned(), bytes: (0..=255).collect() };
        compose(&letter, body, &[&note]).unwrap()
    }

    #[test]
    fn messages_are_plain_ascii_in_short_lines_and_the_same_each_time() {
        let composed = written();
        assert!(composed.bytes.is_ascii());
        assert!(composed.bytes.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
        assert_eq!(composed.bytes, written().bytes);
    }

    #[test]
    fn what_is_no_address_is_told() {
        assert_eq!(address("nobody").unwrap_err(), Unwritable::Address("nobody".to_owned()));
        assert!(address("a@b.example\r\nBcc: c@d.example").is_err());
    }
}
