//! Ids made of titles, where the person asked for it.

use unicode_normalization::UnicodeNormalization;

use crate::written::numbers::is_scientific;

/// An id is no longer than this; a longer title is cut between words.
const MAX_ID_BYTES: usize = 60;

/// Returns the id that a text makes: lower-case Latin letters, digits and single hyphens. Nothing where it has letters that are not
/// Latin, or none at all, and for a number in scientific form, which stands for another.
pub fn of(text: &str) -> Option<String> {
    if is_scientific(text.trim()) {
        return None;
    }
    let mut id = String::new();
    let mut gap = false;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        let c = match c {
            'ı' => 'i',
            'ø' => 'o',
            'ł' => 'l',
            'đ' => 'd',
            c => c,
        };
        match c {
            c if c.is_ascii_alphanumeric() => {
                if gap && !id.is_empty() {
                    id.push('-');
                }
                gap = false;
                id.push(c);
            }
            // Marks of letters and the apostrophes of Uzbek names belong to the word.
            '\u{300}'..='\u{36F}' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ' => {}
            c if c.is_alphanumeric() => return None,
            _ => gap = true,
        }
    }
    if id.len() > MAX_ID_BYTES {
        let cut = id[..=MAX_ID_BYTES].rfind('-').unwrap_or(MAX_ID_BYTES);
        id.truncate(cut);
    }
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_makes_ids_of_latin_titles_only() {
        for (text, id) in [
            ("The Third Well", Some("the-third-well")),
            ("Oʻzbekiston — 2022 (Türkmenabat)", Some("ozbekiston-2022-turkmenabat")),
            ("  --A--  ", Some("a")),
            ("Третий колодец", None),
            ("Well № третий", None),
            ("…", None),
            ("1.23457E+19", None),
            ("1e5", None),
            ("Well 1e5", Some("well-1e5")),
        ] {
            assert_eq!(of(text).as_deref(), id, "{text}");
        }
        let long = of(&"word ".repeat(40)).unwrap();
        assert!(long.len() <= MAX_ID_BYTES && crate::record::id::is_id(&long), "{long}");
        assert_eq!(of(&"x".repeat(100)).unwrap().len(), MAX_ID_BYTES);
    }
}
