//! The languages of texts, by the names that people give them in headings.

use crate::record::Language;

/// Names of languages as headings are compared: the code, English, Russian, the language itself.
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

/// Returns the language that a part of a heading names; the part is folded as headings are compared.
pub fn named(part: &str) -> Option<Language> {
    let part = ["на ", "in "].iter().find_map(|word| part.strip_prefix(word)).unwrap_or(part);
    let part = [" язык", " языке", " language", " яз"].iter().find_map(|word| part.strip_suffix(word)).unwrap_or(part);
    NAMES.iter().find(|(_, names)| names.contains(&part)).map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::super::normalize::fold;
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
            assert_eq!(named(&fold(name)), Some(language), "{name}");
        }
        assert_eq!(named("x"), None);
    }
}
