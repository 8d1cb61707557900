//! The languages of documents.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language in which records hold texts and documents are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, in the usage of the United Nations.
    En,
    /// Russian.
    Ru,
    /// Kazakh.
    Kk,
    /// Kyrgyz.
    Ky,
    /// Tajik.
    Tg,
    /// Turkmen.
    Tk,
    /// Uzbek in Latin letters.
    Uz,
}

impl Language {
    /// Every language, in the order in which a fallback is looked for.
    pub const ALL: [Self; 7] = [Self::En, Self::Ru, Self::Kk, Self::Ky, Self::Tg, Self::Tk, Self::Uz];

    /// Returns the two-letter code of ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Kk => "kk",
            Self::Ky => "ky",
            Self::Tg => "tg",
            Self::Tk => "tk",
            Self::Uz => "uz",
        }
    }

    /// Returns the English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Russian",
            Self::Kk => "Kazakh",
            Self::Ky => "Kyrgyz",
            Self::Tg => "Tajik",
            Self::Tk => "Turkmen",
            Self::Uz => "Uzbek",
        }
    }

    /// Returns the language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

impl Serialize for Language {
    /// Writes a language as its code.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("{code} is no language")))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
