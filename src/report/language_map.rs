//! A text per language, as definitions and settings hold it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::record::Language;

/// A text per language.
#[derive(Debug, Clone, Default, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct LanguageMap(BTreeMap<String, String>);

impl LanguageMap {
    /// Returns the text in a language.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(language.code()).map(String::as_str)
    }
}
