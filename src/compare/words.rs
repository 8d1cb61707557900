//! Words that the page and the summary share.

use super::comparison::{Compared, Comparison, Fact, Standing};
use super::messages;
use crate::diag::{Locale, Message, MessageArgs, messages as common};

/// Returns how a document stands, in a word.
pub fn standing(standing: Standing, locale: Locale) -> &'static str {
    let message = match standing {
        Standing::Added => &messages::ADDED,
        Standing::Gone => &messages::GONE,
        Standing::Changed => &messages::CHANGED,
        Standing::Same => &messages::SAME,
    };
    message.words(locale)
}

/// Returns what was compared, and how many documents stand in which way.
pub fn head(comparison: &Comparison, locale: Locale) -> [String; 2] {
    let between = vec![("old", comparison.old.as_str().into()), ("new", comparison.new.as_str().into())];
    [messages::BETWEEN.format(&between, locale), messages::COUNTS.format(&counts(comparison), locale)]
}

/// Returns how many documents stand in which way.
pub fn counts(comparison: &Comparison) -> MessageArgs {
    vec![
        ("all", comparison.documents.len().into()),
        ("added", comparison.count(Standing::Added).into()),
        ("changed", comparison.count(Standing::Changed).into()),
        ("gone", comparison.count(Standing::Gone).into()),
        ("same", comparison.count(Standing::Same).into()),
    ]
}

/// Returns the record, the field, and the values of a fact.
pub fn cells(fact: &Fact, locale: Locale) -> [String; 4] {
    let or =
        |text: &Option<String>, other: &'static Message| text.clone().unwrap_or_else(|| other.words(locale).to_owned());
    let change = &fact.change;
    [
        or(&change.record, &common::OF_DOCUMENT),
        change.field.clone(),
        or(&change.old, &common::NO_VALUE),
        or(&change.new, &common::NO_VALUE),
    ]
}

/// Returns the documents that a person should look at.
pub fn worth_a_look(comparison: &Comparison) -> impl Iterator<Item = &Compared> {
    comparison.documents.iter().filter(|document| document.standing != Standing::Same || !document.causes.is_empty())
}

/// Returns what is said of a document beside its facts and pages.
pub fn remarks(document: &Compared, with_pictures: bool, locale: Locale) -> Vec<String> {
    let mut remarks: Vec<String> = document.causes.iter().map(|cause| cause.format(locale)).collect();
    if !document.is_known {
        remarks.push(messages::UNKNOWN.words(locale).to_owned());
    }
    if with_pictures && document.standing == Standing::Changed && document.pages.is_empty() {
        remarks.push(messages::LOOKS_THE_SAME.words(locale).to_owned());
    }
    remarks
}
