//! The list for a translator: every text that lacks a language, with its original and what it is.

use std::collections::HashSet;

use super::super::counts::{Category, Scope};
use super::super::survey::survey;
use super::super::texts::{self, Text};
use super::super::{owners, spreadsheet};
use super::fingerprint::fingerprint;
use super::translation_list::COLUMNS;
use crate::check::CheckResult;
use crate::diag::Locale;
use crate::record::Language;

/// What is to be listed.
#[derive(Debug, Clone)]
pub struct ListOptions {
    /// The language to translate into.
    pub language: Language,
    /// The language to translate from, where a text has it.
    pub from: Language,
    /// The report whose texts are wanted; all texts without it.
    pub report: Option<String>,
}

/// A list.
#[derive(Debug)]
pub struct List {
    /// The table as CSV.
    pub csv: String,
    /// How many texts it holds.
    pub number: usize,
}

/// Returns the list, in the order of the records; the fields are described in the language of messages.
pub fn list(result: &CheckResult, options: &ListOptions, locale: Locale) -> List {
    let scope = Scope { report: options.report.clone(), language: Some(options.language), ..Scope::default() };
    let coverage = survey(result, &scope);
    let languages = |what: Category| matches!(what, Category::Translation | Category::Word | Category::AltText);
    let wanted: HashSet<(&str, &str, &str)> = coverage
        .missing
        .iter()
        .filter(|missing| languages(missing.what))
        .map(|missing| (missing.kind.as_str(), missing.record.as_str(), missing.field.as_str()))
        .collect();
    let mut rows = Vec::new();
    for owner in owners::all(result) {
        let record = &owner.record;
        for text in texts::of(&record.root, owner.object) {
            if wanted.contains(&(&record.kind, &record.id, &text.pointer))
                && let Some((from, original)) = original(&text, options)
            {
                rows.push(vec![
                    record.kind.clone(),
                    record.id.clone(),
                    text.pointer.clone(),
                    described(&text, locale),
                    from.code().to_owned(),
                    original.trim_end().to_owned(),
                    String::new(),
                    fingerprint(original),
                ]);
            }
        }
    }
    let [kind, record, pointer, field, from, original, fingerprint] = COLUMNS;
    let headings = [kind, record, pointer, field, from, original, options.language.code(), fingerprint];
    List { number: rows.len(), csv: spreadsheet::table(&headings, rows) }
}

/// Returns what is to be translated: the text in the language asked for, or in the first one there is.
fn original<'t>(text: &'t Text<'_>, options: &ListOptions) -> Option<(Language, &'t str)> {
    let mut languages = std::iter::once(options.from).chain(Language::ALL).filter(|other| *other != options.language);
    languages.find_map(|language| Some((language, text.get(language)?)))
}

fn described(text: &Text<'_>, locale: Locale) -> String {
    let title = text.title().map(|title| title.words(locale)).unwrap_or_default();
    let description = text.field.map(|field| field.description.words(locale)).unwrap_or_default();
    [title, description].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ")
}
