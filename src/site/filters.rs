//! The fields of the form, and what each version has in them.

use serde::Serialize;

use super::listing::Version;
use super::messages;
use super::model::{Choice, Modeller, VersionModel, Words, language};
use crate::diag::Message;
use crate::driver::Standing;
use crate::locale::Collator;

/// By what documents are filtered.
#[derive(Debug, Clone, Copy)]
pub enum Field<'a> {
    /// How they stand.
    Status,
    /// The type of document.
    Type,
    /// The records of a kind that they are about.
    About(&'a str),
    /// The year of their date.
    Year,
    /// The languages that they exist in.
    Language,
}

/// A field of the form in which one of several is chosen.
#[derive(Debug, Serialize)]
pub struct Filter {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What it says where nothing is chosen.
    pub any: &'static str,
    /// What is chosen at first.
    pub first: &'static str,
    /// What there is to choose.
    pub choices: Vec<Choice>,
}

impl Field<'_> {
    /// Returns the fields of a form.
    pub fn all(facets: &[String]) -> Vec<Field<'_>> {
        let about = facets.iter().map(|kind| Field::About(kind));
        [Field::Status, Field::Type].into_iter().chain(about).chain([Field::Year, Field::Language]).collect()
    }

    /// Returns its name, for programs.
    pub fn name(self) -> String {
        match self {
            Self::Status => "status".to_owned(),
            Self::Type => "type".to_owned(),
            Self::About(kind) => format!("about-{kind}"),
            Self::Year => "year".to_owned(),
            Self::Language => "language".to_owned(),
        }
    }

    /// Returns what a version has in it.
    pub fn choices(self, version: &Version<'_>, model: &VersionModel) -> Vec<Choice> {
        let choice = |value: &str, label: Words| Choice { value: value.to_owned(), label };
        let plain = |text: &str| Words { text: text.to_owned(), lang: None };
        match self {
            Self::Status => vec![choice(model.standing, plain(model.stands))],
            Self::Type => vec![choice(version.text("report"), model.type_name.clone())],
            Self::About(kind) => {
                let own = model.about.iter().filter(|about| about.kind == kind);
                own.flat_map(|about| about.records.iter().cloned()).collect()
            }
            Self::Year => {
                version.year().map(|year| year.to_string()).iter().map(|year| choice(year, plain(year))).collect()
            }
            Self::Language => model.files.iter().map(|file| choice(file.code, plain(&file.language))).collect(),
        }
    }

    /// Returns the field of a form with what the listed versions have in it; nothing where none has anything.
    pub fn filter(self, modeller: &Modeller<'_, '_>, models: &[VersionModel]) -> Option<Filter> {
        let mut choices: Vec<Choice> = Vec::new();
        for choice in modeller.versions.iter().zip(models).flat_map(|(version, model)| self.choices(version, model)) {
            if choices.iter().all(|known| known.value != choice.value) {
                choices.push(choice);
            }
        }
        self.sort(&mut choices, modeller);
        let words = |message: &Message| message.words(modeller.locale).to_owned();
        let label = match self {
            Self::Status => words(&messages::STATUS),
            Self::Type => words(&messages::TYPE),
            Self::About(kind) => {
                models.iter().flat_map(|model| &model.about).find(|about| about.kind == kind)?.title.clone()
            }
            Self::Year => words(&messages::YEAR),
            Self::Language => words(&messages::LANGUAGE),
        };
        let (any, first) = match self {
            Self::Status => (&messages::ANY_STATUS, Standing::Current.name()),
            _ => (&messages::ANY, ""),
        };
        let any = any.words(modeller.locale);
        (!choices.is_empty()).then(|| Filter { name: self.name(), label, any, first, choices })
    }

    /// Sorts choices: standings by weight, years from the newest, records by the field that orders their kind where that is not their name, all
    /// else by what it is called.
    fn sort(self, choices: &mut [Choice], modeller: &Modeller<'_, '_>) {
        let weight = |choice: &Choice| Standing::ALL.into_iter().position(|standing| standing.name() == choice.value);
        let collator = Collator::of(language(modeller.locale));
        let by_name =
            |a: &Choice, b: &Choice| collator.order(&a.label.text, &b.label.text).then_with(|| a.value.cmp(&b.value));
        match self {
            Self::Status => choices.sort_by_key(weight),
            Self::Year => choices.sort_by(|a, b| b.value.cmp(&a.value)),
            Self::Type | Self::Language => choices.sort_by(by_name),
            Self::About(kind) => {
                let store = modeller.versions.first().map(|version| version.store);
                let kind = store.and_then(|store| store.schemas.get(kind));
                let store = store
                    .filter(|_| kind.is_some_and(|kind| kind.order.as_ref().is_some_and(|order| *order != kind.label)));
                choices.sort_by(|a, b| {
                    let record =
                        |choice: &Choice| store.and_then(|store| Some((store, store.records.get(&choice.value)?)));
                    match (record(a), record(b)) {
                        (Some((store, a)), Some((_, b))) => store.natural_order(a, b),
                        _ => by_name(a, b),
                    }
                });
            }
        }
    }
}
