//! Letters of a translation: those that were lost on the way, those of another alphabet, and those that only look right.
//!
//! Words that stand in the original too, such as names and abbreviations, are taken as they are.

use crate::diag::{Phrase, Values};
use crate::record::Language;
use crate::record::letters::{Script, has_lost, is_invisible, name};

use super::phrases;

/// Returns what is wrong with the letters of a translation.
pub fn fault(text: &str, original: &str, language: Language) -> Option<(&'static Phrase, Values)> {
    if let Some(c) = text.chars().find(|c| is_invisible(*c) || c.is_control() && *c != '\n') {
        return Some((&phrases::INVISIBLE, vec![("name", name(c).into())]));
    }
    let words = || text.split_whitespace().filter(|word| !is_address(word) && !original.contains(word));
    if let Some(word) = words().find(|word| word.contains('\u{fffd}') || has_lost(word)) {
        return Some((&phrases::LETTERS_LOST, vec![("word", word.into())]));
    }
    let plain = without_citations(text);
    let known: Vec<&str> = parts(original).collect();
    let own: Vec<&str> = plain
        .split_whitespace()
        .filter(|word| !is_address(word))
        .flat_map(parts)
        .filter(|p| !known.contains(p))
        .collect();
    if let Some(word) = own.iter().find(|word| has(word, is_latin) && has(word, is_cyrillic)) {
        return Some((&phrases::MIXED, vec![("word", (*word).into())]));
    }
    let other = || {
        let name = crate::diag::phrases::language(language.code());
        move |word: &str| (&phrases::OTHER_ALPHABET, vec![("word", word.into()), ("language", name.into())])
    };
    if is_written_in_latin(language) {
        return own.iter().find(|word| has(word, is_cyrillic)).map(|word| other()(word));
    }
    // An abbreviation in Latin letters may stay; words may not, where nothing is in Cyrillic.
    let word = own.iter().find(|word| has(word, is_latin) && word.chars().any(char::is_lowercase))?;
    (!has(&plain, is_cyrillic)).then(|| other()(word))
}

/// Returns whether records hold a language in Latin letters.
fn is_written_in_latin(language: Language) -> bool {
    matches!(language, Language::En | Language::Tk | Language::Uz)
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains("www.")
}

/// Returns a text without its citations, whose ids are in Latin letters.
fn without_citations(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find("[@") {
        out.push_str(&rest[..open]);
        rest = rest[open..].find(']').map_or("", |close| &rest[open + close + 1..]);
    }
    out + rest
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty())
}

fn has(word: &str, letter: impl Fn(char) -> bool) -> bool {
    word.chars().any(letter)
}

fn is_latin(c: char) -> bool {
    Script::of(c) == Some(Script::Latin)
}

fn is_cyrillic(c: char) -> bool {
    Script::of(c) == Some(Script::Cyrillic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, original: &str, language: Language) -> Option<&'static Phrase> {
        fault(text, original, language).map(|(phrase, _)| phrase)
    }

    #[test]
    fn letters_that_were_lost_are_told() {
        for text in ["?аза?стан", "О?збекистон суви", "???", "\u{fffd}удук"] {
            assert_eq!(found(text, "Kazakhstan", Language::Kk), Some(&phrases::LETTERS_LOST), "{text}");
        }
        assert_eq!(found("Құдық қанша терең?", "How deep is the well?", Language::Kk), None);
        assert_eq!(found("https://example.org/?page=құдық қараңыз", "See", Language::Kk), None);
    }

    #[test]
    fn another_alphabet_is_told_unless_the_original_has_the_word() {
        assert_eq!(found("Қазақстан", "Kazakhstan", Language::Uz), Some(&phrases::OTHER_ALPHABET));
        assert_eq!(found("Qazaqstan", "Kazakhstan", Language::Kk), Some(&phrases::OTHER_ALPHABET));
        assert_eq!(found("UNODC", "УНП ООН", Language::Kk), None);
        assert_eq!(found("Wi-Fi туралы [@s01]", "About Wi-Fi [@s01]", Language::Kk), None);
        assert_eq!(found("Oʻzbekiston", "Uzbekistan", Language::Uz), None);
        assert_eq!(found("Türkmenistanyň suwy", "Water", Language::Tk), None);
    }

    #[test]
    fn look_alikes_within_a_word_are_told() {
        assert_eq!(found("құдық кoлодец", "well", Language::Kk), Some(&phrases::MIXED));
        assert_eq!(found("quduq сuvi", "well", Language::Uz), Some(&phrases::MIXED));
        assert_eq!(found("АКИpress хабары", "АКИpress reports", Language::Kk), None);
        assert_eq!(found("quduq\u{200b}", "well", Language::Uz), Some(&phrases::INVISIBLE));
    }
}
