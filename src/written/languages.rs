//! The languages of texts, by the names that people give them.

use crate::record::Language;

/// Names of languages in small letters: the code, English, Russian, the language itself.
const NAMES: [(Language, &[&str]); 7] = [
    (Language::En, &["en", "eng", "english", "английский", "английском", "англ", "анг"]),
    (Language::Ru, &["ru", "rus", "russian", "русский", "русском", "рус"]),
    (Language::Kk, &["kk", "kaz", "kazakh", "казахский", "казахском", "каз", "қазақша", "қазақ тілі", "қазақ"]),
    (
        Language::Ky,
        &[
            "ky",
            "kyr",
            "kyrgyz",
            "киргизский",
            "киргизском",
            "кыргызский",
            "кыргызском",
            "кирг",
            "кыргызча",
            "кыргыз тили",
        ],
    ),
    (Language::Tg, &["tg", "taj", "tajik", "таджикский", "таджикском", "тадж", "тоҷикӣ"]),
    (Language::Tk, &["tk", "tkm", "turkmen", "туркменский", "туркменском", "туркм", "türkmençe", "türkmen dili"]),
    (Language::Uz, &["uz", "uzb", "uzbek", "узбекский", "узбекском", "узб", "oʻzbekcha", "o'zbekcha", "oʻzbek tili"]),
];

/// Returns the language of a name, such as `ru`, `Russian`, `на русском языке` or `тоҷикӣ`.
pub fn named(name: &str) -> Option<Language> {
    let name = name.trim().to_lowercase();
    let name = name.trim_end_matches('.');
    let name = ["на ", "in "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let name = [" язык", " языке", " language", " яз"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_knows_languages_by_their_names() {
        for (name, language) in [
            ("ru", Language::Ru),
            ("Русский", Language::Ru),
            ("на русском языке", Language::Ru),
            ("English", Language::En),
            ("англ.", Language::En),
            ("Қазақша", Language::Kk),
            ("oʻzbekcha", Language::Uz),
            ("in Turkmen", Language::Tk),
        ] {
            assert_eq!(named(name), Some(language), "{name}");
        }
        for name in ["x", "", "de", "german", "на"] {
            assert_eq!(named(name), None, "{name}");
        }
    }

    #[test]
    fn named_knows_the_name_that_the_program_itself_gives() {
        for language in Language::ALL {
            assert_eq!(named(language.code()), Some(language));
            assert_eq!(named(language.name()), Some(language));
        }
    }
}
