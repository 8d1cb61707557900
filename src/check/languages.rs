//! The language that a mistyped name of one means.

use super::{letters, nearest::nearest};
use crate::record::Language;
use crate::written::languages::named;

/// Returns the language that a name means, be it mistyped, in letters that only look right, or the word for it.
pub fn meant(name: &str) -> Option<Language> {
    let alike = || named(&letters::latin(name)?);
    let near = || Language::from_code(nearest(name, Language::ALL.map(Language::code))?);
    named(name).or_else(alike).or_else(near).or_else(|| before_equals(name))
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
        for name in ["en", "EN", "eng", "еn", "English", "английский", "en = \"Veres\""] {
            assert_eq!(meant(name), Some(Language::En), "{name}");
        }
        for name in ["village", "Jr.", "de", "title = x"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
