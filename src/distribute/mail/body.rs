//! What a message says: the same in plain text and in HTML.

use serde_json::{Value as Json, json};

use super::super::messages;
use crate::diag::{Arg, Locale, Message};
use crate::html;
use crate::record::Language;

/// What a message says.
#[derive(Debug, Clone)]
pub struct Body {
    /// The subject, the marking first.
    pub subject: String,
    /// Plain text.
    pub plain: String,
    /// HTML.
    pub html: String,
}

/// What a message is about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The page data of the note that goes with it.
    pub note: &'a Json,
    /// The documents that are attached, by their places in the note.
    pub attached: &'a [usize],
    /// Those that come by another way.
    pub apart: &'a [usize],
    /// Which of how many messages it is.
    pub part: (usize, usize),
    /// The language of the note.
    pub language: Language,
}

impl Body {
    /// Writes it.
    pub fn new(about: About<'_>) -> Self {
        let locale = Locale::from_code(about.language.code()).unwrap_or(Locale::En);
        let marking = marking(about.note);
        let subject = [marking.clone(), title(&about, locale)].into_iter().filter(|part| !part.is_empty());
        let mut subject = subject.collect::<Vec<_>>().join(" · ");
        if about.part.1 > 1 {
            let values = vec![("part", about.part.0.into()), ("of", about.part.1.into())];
            subject.push_str(&format!(" ({})", messages::PART_OF.format(&values, locale)));
        }
        let all = json!({
            "lang": if locale == Locale::Ru { "ru" } else { "en" },
            "marking": marking,
            "subject": subject,
            "lead": messages::DOCUMENTS_ATTACHED.words(locale),
            "apart": messages::DOCUMENTS_APART.words(locale),
            "recall": about.note["delivery"]["recall"],
            "recalled": messages::DOCUMENTS_RECALLED.words(locale),
            "reason": messages::RECALL_REASON.words(locale),
            "give_back": messages::GIVE_BACK.words(locale),
            "replaces": messages::REPLACES.words(locale),
            "amends": messages::AMENDS.words(locale),
            "changed": messages::CHANGED_SINCE_YOURS.words(locale),
            "nothing": messages::NOTHING_CHANGED.words(locale),
            "check_value": messages::CHECK_VALUE.words(locale),
            "close": messages::SENT_BY.words(locale),
            "documents": of_places(&about, about.attached, locale),
            "others": of_places(&about, about.apart, locale),
        });
        Self {
            subject,
            plain: html::text(include_str!("body.txt"), &all),
            html: html::page(include_str!("body.html"), &all),
        }
    }
}

/// Returns the markings of the note, which are those of what it covers, in the words of their schemes.
fn marking(note: &Json) -> String {
    let marks = note["document"]["markings"].as_array().map(Vec::as_slice).unwrap_or_default();
    let texts = marks.iter().filter_map(|mark| mark["text"].as_str());
    texts.map(str::to_uppercase).collect::<Vec<_>>().join(" / ")
}

fn documents(note: &Json) -> &[Json] {
    note["delivery"]["documents"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn title(about: &About<'_>, locale: Locale) -> String {
    let named: Vec<usize> = about.attached.iter().chain(about.apart).copied().collect();
    let message = |message: &Message, values| message.format(&values, locale);
    let recalled = about.note["delivery"]["recall"].is_string();
    match (recalled, named.as_slice()) {
        (true, _) => {
            let called = named.iter().map(|&at| called(&documents(about.note)[at])).collect::<Vec<_>>().join(", ");
            message(&messages::RECALL_OF, vec![("documents", called.into())])
        }
        (false, [one]) => {
            let document = &documents(about.note)[*one];
            let values: Vec<(&'static str, Arg)> = vec![
                ("title", document["title"].as_str().unwrap_or_default().into()),
                ("document", called(document).into()),
            ];
            message(&messages::ONE_DOCUMENT, values)
        }
        _ => {
            let called = named.iter().map(|&at| called(&documents(about.note)[at])).collect::<Vec<_>>().join(", ");
            message(&messages::SEVERAL_DOCUMENTS, vec![("number", named.len().into()), ("documents", called.into())])
        }
    }
}

/// Returns the reference and the version: `CTB-2022-014/Rev.1 v02`.
fn called(document: &Json) -> String {
    let text = |field: &str| document[field].as_str();
    let reference = [text("reference"), text("revision")].into_iter().flatten().collect::<Vec<_>>().join("/");
    [Some(reference.as_str()), text("version")].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn of_places(about: &About<'_>, places: &[usize], locale: Locale) -> Json {
    let of_one = |&at: &usize| {
        let document = &documents(about.note)[at];
        let other = |field: &str| document.get(field).filter(|other| other.is_object()).map(called);
        let facts = document["since"]["facts"].as_array().map(Vec::as_slice);
        json!({
            "title": document["title"],
            "lang": document["lang"],
            "called": called(document),
            "file": document["file"],
            "sha256": document["sha256"],
            "copy": document["copy"].as_u64().map(|number| {
                messages::COPY_NUMBER.format(&vec![("number", (number as usize).into())], locale)
            }),
            "replaces": other("replaces"),
            "amends": other("amends"),
            "since": document["since"]["version"],
            "facts": facts.map(|facts| facts.iter().map(fact).collect::<Vec<_>>()),
        })
    };
    places.iter().map(of_one).collect()
}

/// Returns a changed fact in a line: what it is called, what it was, what it is.
fn fact(fact: &Json) -> String {
    let said = |field: &str| fact[field].as_str();
    let name = [said("label"), said("title")].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let values = [said("old"), said("new")].map(|value| value.unwrap_or("–")).join(" → ");
    if name.is_empty() { values } else { format!("{name}: {values}") }
}
