//! Letters of a translation: those of another alphabet, and those that only look right. Lost ones are found where the table is read.
//!
//! Words that stand in the original too, such as names and abbreviations, are taken as they are.

use crate::diag::{Code, MessageArgs, codes::tables as words};
use crate::record::Language;
use crate::record::letters::{Script, is_invisible, name};

use super::messages;

/// Returns what is wrong with the letters of a translation.
pub fn fault(text: &str, original: &str, language: Language) -> Option<(&'static Code, MessageArgs)> {
    if let Some(c) = text.chars().find(|c| is_invisible(*c) || c.is_control() && *c != '\n') {
        return Some((words::TRANSLATION_INVISIBLE, vec![("name", name(c).into())]));
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
        return Some((words::TRANSLATION_MIXED, vec![("word", (*word).into())]));
    }
    let alphabet = if is_written_in_latin(language) { &messages::LATIN } else { &messages::CYRILLIC };
    let other = |word: &str| {
        let language = crate::diag::messages::language(language.code());
        let values = vec![("word", word.into()), ("language", language.into()), ("alphabet", alphabet.into())];
        (words::TRANSLATION_ALPHABET, values)
    };
    if is_written_in_latin(language) {
        return own.iter().find(|word| has(word, is_cyrillic)).map(|word| other(word));
    }
    // An abbreviation in Latin letters may stay; words may not, where nothing is in Cyrillic.
    let word = own.iter().find(|word| has(word, is_latin) && word.chars().any(char::is_lowercase))?;
    (!has(&plain, is_cyrillic)).then(|| other(word))
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

    fn found(text: &str, original: &str, language: Language) -> Option<&'static Code> {
        fault(text, original, language).map(|(entry, _)| entry)
    }

    #[test]
    fn another_alphabet_is_reported_unless_the_original_has_the_word() {
        assert_eq!(found("Қазақстан", "Kazakhstan", Language::Uz), Some(words::TRANSLATION_ALPHABET));
        assert_eq!(found("Qazaqstan", "Kazakhstan", Language::Kk), Some(words::TRANSLATION_ALPHABET));
        assert_eq!(found("UNODC", "УНП ООН", Language::Kk), None);
        assert_eq!(found("Wi-Fi туралы [@s01]", "About Wi-Fi [@s01]", Language::Kk), None);
        assert_eq!(found("Oʻzbekiston", "Uzbekistan", Language::Uz), None);
        assert_eq!(found("Türkmenistanyň suwy", "Water", Language::Tk), None);
    }

    #[test]
    fn look_alikes_within_a_word_are_reported() {
        assert_eq!(found("құдық кoлодец", "well", Language::Kk), Some(words::TRANSLATION_MIXED));
        assert_eq!(found("quduq сuvi", "well", Language::Uz), Some(words::TRANSLATION_MIXED));
        assert_eq!(found("АКИpress хабары", "АКИpress reports", Language::Kk), None);
        assert_eq!(found("quduq\u{200b}", "well", Language::Uz), Some(words::TRANSLATION_INVISIBLE));
    }
}
