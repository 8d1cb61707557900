//! Why a recipient is not sent a document.

use super::messages;
use crate::diag::Arg;
use crate::record::Language;
use crate::record::edtf::Date;
use crate::record::marking::Marking;
use crate::select::Status;

/// Why a recipient is not sent a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No version of it went out; in which state the next one is.
    NotReleased(Option<Status>),
    /// It was called back.
    Withdrawn,
    /// Its request says that another took its place, and none is there.
    Superseded,
    /// Nobody said how much the recipient may see.
    NoHighest,
    /// It carries a marking that the recipient may not see.
    TooHigh(Marking),
    /// It prints records that the recipient may not see as they are marked now; which.
    PrintsTooHigh(Vec<String>),
    /// It does not exist in the edition that the recipient is sent.
    NoEdition(String),
    /// It exists in none of the languages of the recipient; in which it does.
    NoLanguage(Vec<String>),
    /// The recipient receives documents from a later day on.
    NotYet(Date),
    /// The recipient receives documents no more.
    NoMore(Date),
}

impl Reason {
    /// Returns its name, for other programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotReleased(_) => "not-released",
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
            Self::NoHighest => "no-highest",
            Self::TooHigh(_) => "too-high",
            Self::PrintsTooHigh(_) => "prints-too-high",
            Self::NoEdition(_) => "no-edition",
            Self::NoLanguage(_) => "no-language",
            Self::NotYet(_) => "not-yet",
            Self::NoMore(_) => "no-more",
        }
    }

    /// Returns it in words.
    pub fn words(&self) -> Arg {
        match self {
            Self::NotReleased(Some(status)) => messages::NOT_RELEASED_YET.of(vec![("status", status.name().into())]),
            Self::NotReleased(None) => (&messages::NOT_RELEASED).into(),
            Self::Withdrawn => (&messages::WITHDRAWN).into(),
            Self::Superseded => (&messages::SUPERSEDED).into(),
            Self::NoHighest => (&messages::NO_HIGHEST).into(),
            Self::TooHigh(marking) => messages::TOO_HIGH.of(vec![("marking", marking.to_string().into())]),
            Self::PrintsTooHigh(records) => messages::PRINTS_TOO_HIGH.of(vec![("records", records.join(", ").into())]),
            Self::NoEdition(edition) => messages::NOT_IN_EDITION.of(vec![("edition", edition.as_str().into())]),
            Self::NoLanguage(known) => messages::IN_NO_LANGUAGE.of(vec![("known", known.join(", ").into())]),
            Self::NotYet(day) => messages::NOT_YET.of(vec![("day", day.to_string().into())]),
            Self::NoMore(day) => messages::NO_MORE.of(vec![("day", day.to_string().into())]),
        }
    }
}

/// Returns why a language was taken, in words: it is the first of the recipient's, or those before it do not exist.
pub fn of_language(passed: &[Language]) -> Arg {
    if passed.is_empty() {
        return (&messages::FIRST_LANGUAGE).into();
    }
    let passed: Vec<&str> = passed.iter().map(|language| language.code()).collect();
    messages::LATER_LANGUAGE.of(vec![("passed", passed.join(", ").into())])
}
