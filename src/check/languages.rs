//! The language that a mistyped name of one means.

use super::{letters, nearest::nearest};
use crate::record::Language;

/// Returns the language that a name means, be it mistyped, in capitals, or the word for it.
pub fn meant(name: &str) -> Option<Language> {
    let exact = Language::from_code(name).or_else(|| Language::from_code(&letters::latin(name)?));
    let by_word = || Language::ALL.into_iter().find(|language| language.name().eq_ignore_ascii_case(name));
    let near = || Language::from_code(nearest(name, Language::ALL.map(Language::code))?);
    exact.or_else(by_word).or_else(near).or_else(|| before_equals(name))
}

/// Returns the language that stands before an equals sign in a name: `en = "Text"`.
pub fn before_equals(name: &str) -> Option<Language> {
    let (language, _) = name.split_once('=')?;
    Language::from_code(language.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meant_is_the_language_of_a_slip() {
        for name in ["en", "EN", "eng", "еn", "English", "en = \"Veres\""] {
            assert_eq!(meant(name), Some(Language::En), "{name}");
        }
        for name in ["village", "Jr.", "de", "title = x"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
