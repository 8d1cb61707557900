//! A text per language, as definitions and settings hold it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::record::Language;

/// A text per language.
#[derive(Debug, Clone, Default, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct LanguageMap(BTreeMap<String, String>);

impl LanguageMap {
    /// Returns the texts by the codes of their languages.
    pub fn to_json(&self) -> Json {
        self.0.iter().map(|(language, text)| (language.clone(), Json::from(text.as_str()))).collect()
    }

    /// Returns the text in a language.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(language.code()).map(String::as_str)
    }
}
