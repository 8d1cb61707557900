//! Letters that were lost or garbled before the table came here. They cannot be brought back, so the table is refused.
//!
//! An encoding without a letter writes `?` for it; a text read in the wrong encoding becomes a row of other letters.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use crate::record::letters::has_lost;

/// What happened to letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// `?` stands for them.
    Lost,
    /// Other letters stand for them.
    Garbled,
}

/// Returns the first damaged word of a text, and what happened to it.
pub fn find(text: &str) -> Option<(Damage, &str)> {
    text.split_ascii_whitespace().find_map(|word| examine(word).map(|damage| (damage, word)))
}

fn examine(word: &str) -> Option<Damage> {
    if word.contains('\u{FFFD}') || (!word.is_ascii() && is_garbled(word)) {
        return Some(Damage::Garbled);
    }
    has_lost(word).then_some(Damage::Lost)
}

fn is_garbled(word: &str) -> bool {
    // The sign of an unreadable letter, itself read in the wrong encoding.
    word.contains("пїЅ")
        || word.contains("ï¿½")
        || was_utf8(word, WINDOWS_1251)
        || was_utf8(word, WINDOWS_1252)
        || was_windows_1251(word)
}

/// Returns whether a word becomes one of other letters when the encoding in which it was wrongly read is taken back.
fn was_utf8(word: &str, wrong: &'static Encoding) -> bool {
    let (bytes, _, lossy) = wrong.encode(word);
    let (mut right, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    !lossy && right > 2 && broken * 2 <= right
}

/// Returns whether a word is Russian read as Western: a row of letters with accents, as no Western word has.
fn was_windows_1251(word: &str) -> bool {
    let accents = |c: char| matches!(c, '\u{C0}'..='\u{FF}');
    word.split(|c| !accents(c)).any(|row| row.chars().count() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn find_sees_letters_that_are_lost() {
        for text in [
            "?аза?стан",
            "То?икистон",
            "T?rkmenistan",
            "село ??? было",
            "????",
            "(?аза?стан)",
            "О?збекистон",
            "«??», село",
        ] {
            assert_eq!(find(text).map(|(damage, _)| damage), Some(Damage::Lost), "{text}");
        }
    }

    #[test]
    fn find_leaves_questions_and_addresses_alone() {
        for text in [
            "Кто вырыл колодец?",
            "Who dug it? Nobody.",
            "«Кто?» — спросили в селе",
            "(?)",
            "?",
            "2015?",
            "2015?/2016?",
            "Really?!",
            "https://example.org/wells?id=3&lang=ru",
            "example.org/wells?id=3",
            "Қазақстан, Тоҷикистон, Türkmenistan, Oʻzbekiston",
            "Ёлка её вьёт; пункт «В»",
            "naïve café, Dvořák, Žižkov, Türkmenabat, Ürümçi",
            "N°5 — 40 °C ± 2",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn find_sees_letters_read_in_the_wrong_encoding() {
        for text in ["РЎС‚Р°С‚СЊСЏ", "Ð¡Ñ‚Ð°Ñ‚ÑŒÑ", "пїЅ", "ï¿½", "село \u{FFFD}", "Êàçàõñòàí", "Ò›Ð°Ð·Ð°Ò›"]
        {
            assert_eq!(find(text).map(|(damage, _)| damage), Some(Damage::Garbled), "{text}");
        }
    }

    #[test]
    fn find_names_the_word() {
        assert_eq!(find("Село То?икистон верхнее"), Some((Damage::Lost, "То?икистон")));
    }
}
