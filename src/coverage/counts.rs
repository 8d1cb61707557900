//! What is counted, what is missing, and what was asked about.

use std::collections::BTreeSet;

use super::messages;
use crate::diag::Message;
use crate::record::Language;

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// A text of a record or of a report's definition in a language.
    Translation,
    /// A fixed word of documents in a language.
    Word,
    /// Words in a language that stand for a picture.
    AltText,
    /// Narrative about a record that a report prints.
    Text,
    /// The sources of a record, or of a part of it that has sources of its own.
    Source,
    /// A wording that is our own translation, until a source confirms it.
    Unconfirmed,
}

impl Category {
    /// Everything that can be missing, in the order in which it is shown.
    pub const ALL: [Self; 6] =
        [Self::Translation, Self::Word, Self::AltText, Self::Text, Self::Source, Self::Unconfirmed];

    /// Returns the name by which machines know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Translation => "translation",
            Self::Word => "word",
            Self::AltText => "alt-text",
            Self::Text => "text",
            Self::Source => "source",
            Self::Unconfirmed => "unconfirmed",
        }
    }

    /// Returns its heading.
    pub fn heading(self) -> &'static Message {
        match self {
            Self::Translation => &messages::TRANSLATIONS,
            Self::Word => &messages::WORDS,
            Self::AltText => &messages::ALT_TEXTS,
            Self::Text => &messages::TEXTS,
            Self::Source => &messages::SOURCES,
            Self::Unconfirmed => &messages::UNCONFIRMED,
        }
    }
}

/// What is asked about; without a name everything.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The report.
    pub report: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// Whether languages count in which nothing is made.
    pub all_languages: bool,
}

impl Scope {
    /// Returns the languages asked about; `made` are those in which something is made.
    pub fn languages(&self, made: &BTreeSet<Language>) -> Vec<Language> {
        match self.language {
            Some(language) => vec![language],
            // Where neither settings nor reports can be read, nobody knows what is made.
            None if self.all_languages || made.is_empty() => Language::ALL.to_vec(),
            None => Language::ALL.into_iter().filter(|language| made.contains(language)).collect(),
        }
    }
}

/// How much of something is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many are there.
    pub present: usize,
    /// How many there could be.
    pub total: usize,
}

impl Tally {
    /// Returns the share in whole per cent: 100 only where nothing is missing, 0 only where nothing is there.
    pub fn percent(self) -> Option<usize> {
        let share = (self.present * 100).checked_div(self.total)?;
        Some(if self.present > 0 { share.max(1) } else { share })
    }

    /// Takes another in.
    pub fn add(&mut self, other: Self) {
        self.present += other.present;
        self.total += other.total;
    }
}

/// How much is there of one thing, in one language, for one report and kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is counted.
    pub what: Category,
    /// The language, for what has one.
    pub language: Option<Language>,
    /// The report; nothing for all records, printed or not.
    pub report: Option<String>,
    /// The kind of record.
    pub kind: String,
    /// The numbers.
    pub tally: Tally,
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What is missing.
    pub what: Category,
    /// The language, for what has one.
    pub language: Option<Language>,
    /// The reports that print it.
    pub reports: Vec<String>,
    /// The kind of record.
    pub kind: String,
    /// The id of the record.
    pub record: String,
    /// The field, as a JSON pointer; empty for the record as a whole.
    pub field: String,
    /// The file, relative to the workspace.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// Whether the schema demands the field in every language of a release.
    pub required: bool,
    /// Whether a report or the workspace is made in the language.
    pub release: bool,
}

/// What there is and what is missing, in an order that depends on the records alone.
#[derive(Debug)]
pub struct Coverage {
    /// What was asked about.
    pub scope: Scope,
    /// The languages that were counted.
    pub languages: Vec<Language>,
    /// The names of the reports.
    pub reports: Vec<String>,
    /// The numbers.
    pub rows: Vec<Row>,
    /// Everything that is missing.
    pub missing: Vec<Missing>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_those_in_which_something_is_made_unless_others_are_asked_about() {
        let made = BTreeSet::from([Language::Ru, Language::En]);
        let asked = |language, all_languages| Scope { report: None, language, all_languages }.languages(&made);
        assert_eq!(asked(None, false), [Language::En, Language::Ru]);
        assert_eq!(asked(None, true), Language::ALL);
        assert_eq!(asked(Some(Language::Kk), false), [Language::Kk]);
        assert_eq!(Scope::default().languages(&BTreeSet::new()), Language::ALL);
    }

    #[test]
    fn percent_is_whole_only_where_nothing_is_missing() {
        let percent = |present, total| Tally { present, total }.percent();
        assert_eq!(
            [percent(999, 1000), percent(1, 1000), percent(0, 3), percent(3, 3)],
            [Some(99), Some(1), Some(0), Some(100)]
        );
        assert_eq!(percent(0, 0), None);
    }
}
