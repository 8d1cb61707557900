//! Names as people mean them: capitals, blanks, hyphens and ё make no difference.

use unicode_normalization::UnicodeNormalization;

use crate::record::letters::is_invisible;

/// Returns what is compared of a name.
///
/// Everything that people put between the parts of a name (a point, a colon, a slash, brackets, a comma, a dash between blanks) becomes
/// one point, so that `title.ru`, `Title (ru)` and `Title, ru` are the same.
pub fn normalized(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let (mut blank, mut point) = (false, false);
    let letters: Vec<char> = name.nfc().flat_map(char::to_lowercase).filter(|c| !is_invisible(*c)).collect();
    for (at, &c) in letters.iter().enumerate() {
        let around = |step: isize| at.checked_add_signed(step).and_then(|at| letters.get(at));
        let alone = || [-1, 1].iter().all(|step| around(*step).is_none_or(|c| c.is_whitespace()));
        match c {
            '.' | ',' | ':' | ';' | '/' | '\\' | '>' | '→' | '(' | ')' | '[' | ']' | '|' => point = true,
            '-' | '–' | '—' if alone() => point = true,
            '-' | '_' | '‐' | '‑' => blank = true,
            c if c.is_whitespace() => blank = true,
            c => {
                if !out.is_empty() && (point || blank) {
                    out.push(if point { '.' } else { ' ' });
                }
                (blank, point) = (false, false);
                out.push(if c == 'ё' { 'е' } else { c });
            }
        }
    }
    out.trim_end_matches('*').trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalized_takes_the_ways_of_writing_a_name_as_one() {
        for name in ["title.ru", "Title (RU)", " title,\u{a0}ru ", "TITLE: ru", "Title — ru", "title / ru", "title[ru]"]
        {
            assert_eq!(normalized(name), "title.ru", "{name}");
        }
        for name in ["date-basis", "Date basis", "date_basis", "date\u{a0}basis *", "date\nbasis"] {
            assert_eq!(normalized(name), "date basis", "{name}");
        }
        assert_eq!(normalized("Полёт"), normalized("полет"));
        assert_eq!(normalized("Район\u{200B}"), normalized("Раи\u{306}он"));
        assert_eq!(normalized(" … "), "…");
        assert_eq!(normalized("()"), "");
    }
}
