//! A text as a reader sees it: which sign makes the space, the hyphen or the quotation mark does not matter, nor does the case.

/// Returns a text in the form in which texts are compared. The same words give the same form, however they are typed.
pub fn seen(text: &str) -> String {
    let letters = text.chars().filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'));
    let lower: String = letters.flat_map(char::to_lowercase).map(plain).collect();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let mut seen = String::new();
    for (at, word) in words.iter().enumerate() {
        let between_digits = at > 0 && is_group(word) && words[at - 1].ends_with(|last: char| last.is_ascii_digit());
        if at > 0 && !between_digits {
            seen.push(' ');
        }
        seen.push_str(word);
    }
    seen
}

/// Returns whether a word goes on with the digits of the word before it: 121 000.
fn is_group(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

fn plain(letter: char) -> char {
    match letter {
        '‐' | '‑' | '–' | '—' | '−' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        '’' | '‘' | 'ʻ' | 'ʼ' => '\'',
        'ё' => 'е',
        other => other,
    }
}

/// Returns whether words stand in a text; both are as [`seen`] gives them. A number is not a part of a longer one, and a name begins where a
/// word begins.
pub fn holds(text: &str, words: &str) -> bool {
    let first = words.chars().next();
    let last = words.chars().next_back();
    !words.is_empty()
        && text.match_indices(words).any(|(at, found)| {
            let (before, after) = (&text[..at], &text[at + found.len()..]);
            let joins = |one: Option<char>, other: Option<char>| {
                one.zip(other).is_some_and(|(one, other)| one.is_ascii_digit() && other.is_ascii_digit())
            };
            let in_word = before.chars().next_back().is_some_and(char::is_alphabetic);
            !(joins(before.chars().next_back(), first)
                || joins(last, after.chars().next())
                || in_word && first.is_some_and(char::is_alphabetic))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_that_look_the_same() {
        assert_eq!(seen("30\u{a0}November  2011"), "30 november 2011");
        assert_eq!(seen("121\u{202f}000 людей"), seen("121 000 людей"));
        assert_eq!(seen("Phase 2 2018"), "phase 2 2018");
        assert_eq!(seen("«Путь» Oʻ ‑ ё"), "\"путь\" o' - е");
    }

    #[test]
    fn a_number_is_no_part_of_another_and_a_name_begins_a_word() {
        assert!(holds("in 2011 and", "2011") && !holds("12011", "2011") && !holds("20110", "2011"));
        assert!(holds("узбекистана", "узбекистан") && !holds("astana", "tana") && !holds("a", ""));
    }
}
