//! What differs between languages and Typst cannot make: dates, numbers, order of names. Patterns of dates are ours, because library
//! formats are not the official ones.

pub mod dates;
pub mod numbers;

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::record::Language;

/// The collator of a language.
pub struct Collator(CollatorBorrowed<'static>);

impl Collator {
    /// Creates the collator of a language.
    pub fn of(language: Language) -> Self {
        let preferences: CollatorPreferences = match language.code().parse::<icu_locale::Locale>() {
            Ok(locale) => (&locale).into(),
            Err(_) => CollatorPreferences::default(),
        };
        let collator = icu_collator::Collator::try_new(preferences, CollatorOptions::default());
        Self(collator.expect("the collation data is compiled in"))
    }

    /// Orders two names.
    pub fn order(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_follows_the_alphabet_of_the_language() {
        let sorted = |language, mut names: Vec<&'static str>| {
            let collator = Collator::of(language);
            names.sort_by(|a, b| collator.order(a, b));
            names
        };
        assert_eq!(sorted(Language::Ru, vec!["Ж", "Ё", "Е", "Я", "А"]), ["А", "Е", "Ё", "Ж", "Я"]);
        assert_eq!(sorted(Language::Kk, vec!["Б", "Ә", "А", "Қ", "К"]), ["А", "Ә", "Б", "К", "Қ"]);
        assert_eq!(sorted(Language::Tk, vec!["K", "Ž", "D", "Ç", "B", "J"]), ["B", "Ç", "D", "J", "Ž", "K"]);
    }
}
