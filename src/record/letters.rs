//! Letters and signs of texts: which alphabet a letter is of, what nobody sees, and where a letter was lost on the way.

/// An alphabet of the languages of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Latin, with the letters that languages add.
    Latin,
    /// Cyrillic, with the letters that languages add.
    Cyrillic,
}

impl Script {
    /// Returns the alphabet of a letter; signs and letters of other alphabets have none.
    pub fn of(letter: char) -> Option<Self> {
        match letter {
            'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' => Some(Self::Latin),
            'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => Some(Self::Cyrillic),
            _ => None,
        }
    }
}

/// Returns whether nobody sees a character that changes a word: zero width, soft hyphen, direction marks, a stray byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// Returns whether a character is a dash that is taken for a hyphen.
pub fn is_dash(c: char) -> bool {
    matches!(c, '‐' | '‑' | '–' | '—' | '−')
}

/// Returns the number of a character as Unicode writes it.
pub fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Returns whether `?` stands in a word where a letter was: before a letter, or as a word of nothing else. Between a small letter and a
/// capital it ends a question whose space is missing, unless the text comes from a `narrow` encoding, which lacks letters.
pub fn has_lost(word: &str, narrow: bool) -> bool {
    if is_address(word) {
        return false;
    }
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let only = inside.chars().filter(|c| *c == '?').count() > 1 && inside.chars().all(|c| c == '?');
    let asks = |at: usize| {
        let (before, after) = (word[..at].trim_end_matches('?'), &word[at + 1..]);
        before.ends_with(char::is_lowercase) && after.starts_with(char::is_uppercase)
    };
    let mut marks = word.match_indices('?').filter(|(at, _)| word[at + 1..].starts_with(char::is_alphabetic));
    only || marks.any(|(at, _)| narrow || !asks(at))
}

/// Returns whether a word is an address of the web, where `?` begins the question to the server.
fn is_address(word: &str) -> bool {
    let Some((before, after)) = word.split_once('?') else { return false };
    before.contains("://") || before.contains("www.") || (before.contains(['/', '.']) && after.contains('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_lost_sees_questions_within_words_and_not_behind_them() {
        for word in ["?аза?стан", "То?икистон", "T?rkmenistan", "???", "«??»,", "(?аза?стан)"]
        {
            assert!(has_lost(word, false) && has_lost(word, true), "{word}");
        }
        for word in ["терең?", "(why?)", "?", "https://example.org/?page=құдық", "пример.рф/а?b=c"] {
            assert!(!has_lost(word, false) && !has_lost(word, true), "{word}");
        }
        for word in ["Why?Because", "Кто?Никто", "what??Nothing"] {
            assert!(!has_lost(word, false) && has_lost(word, true), "{word}");
        }
        assert!(has_lost("ТО?ИКИСТОН", false), "capitals on both sides");
    }

    #[test]
    fn script_is_that_of_every_language_of_records() {
        for word in ["Türkmenistanyň", "Oʻzbekiston", "Qazaqstan"] {
            assert!(word.chars().filter(|c| *c != 'ʻ').all(|c| Script::of(c) == Some(Script::Latin)), "{word}");
        }
        for word in ["Қазақстан", "Ҷумҳурии", "Кыргызстандын", "әңгіме"] {
            assert!(word.chars().all(|c| Script::of(c) == Some(Script::Cyrillic)), "{word}");
        }
    }
}
