//! What a message says: the same in plain text and in HTML.

use serde_json::{Value as Json, json};

use super::super::messages;
use crate::diag::{Arg, Locale, Message};
use crate::html::{self, Templates};
use crate::record::Language;
use crate::select::reference_name;

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
            subject = format!("{subject} ({})", messages::PART_OF.format(&values, locale));
        }
        let templates =
            Templates::new(&[("body.txt", include_str!("body.txt")), ("body.html", include_str!("body.html"))]);
        let all = [(
            "it",
            html::data(json!({
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
            })),
        )];
        Self { subject, plain: templates.fill("body.txt", &all) + "\n", html: templates.fill("body.html", &all) }
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
    let reference = reference_name(text("reference"), text("revision"));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn note(recall: &Json) -> Json {
        let document = |version: &str, since: Json| {
            json!({
                "reference": "NOW-2001-007", "version": version, "title": "Wells <of> Nowhere", "lang": "en", "file": "wells.pdf",
                "sha256": "abc", "copy": 3, "replaces": {"reference": "NOW-2001-007", "version": "v01"}, "amends": null, "since": since,
            })
        };
        let facts = json!([{"label": "First Well", "title": "Depth", "old": "40", "new": null}]);
        json!({
            "document": {"markings": [{"text": "Open"}]},
            "delivery": {"recall": recall, "documents": [
                document("v02", json!({"version": "v01", "facts": facts})), document("v03", json!({"version": "v02", "facts": []})),
            ]},
        })
    }

    fn body(note: &Json, attached: &[usize], apart: &[usize], part: (usize, usize)) -> Body {
        Body::new(About { note, attached, apart, part, language: Language::En })
    }

    #[test]
    fn plain_text_and_html_say_what_comes_what_it_replaces_and_what_changed() {
        let body = body(&note(&Json::Null), &[0], &[1], (1, 2));
        assert_eq!(body.subject, "OPEN · Documents: 2 (NOW-2001-007 v02, NOW-2001-007 v03) (message 1 of 2)");
        assert_eq!(
            body.plain,
            "OPEN

The following documents are attached, with a note on their versions and check values.

NOW-2001-007 v02 · copy No. 3
Wells <of> Nowhere
Replaces NOW-2001-007 v01
wells.pdf
SHA-256 abc
Changed since your copy, v01:
  - First Well, Depth: 40 → –

The following documents are too large for a message and reach you in a folder.

NOW-2001-007 v03 · copy No. 3
Wells <of> Nowhere
Replaces NOW-2001-007 v01
wells.pdf
SHA-256 abc
Changed since your copy, v02: nothing of substance

This message was generated by the registry; a reply reaches its sender.

OPEN
"
        );
        assert!(
            body.html.contains("Wells &lt;of&gt; Nowhere") && body.html.contains("<li>First Well, Depth: 40 → –</li>"),
            "{}",
            body.html
        );
    }

    #[test]
    fn a_recall_says_why_and_what_to_do() {
        let body = body(&note(&"a depth is wrong".into()), &[0], &[], (1, 1));
        assert_eq!(body.subject, "OPEN · Recall of NOW-2001-007 v02");
        for said in ["are called back.", "Reason: a depth is wrong", "return or destroy every copy"] {
            assert!(body.plain.contains(said) && body.html.contains(said), "{said} in\n{}", body.plain);
        }
    }
}
