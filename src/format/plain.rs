//! Which texts may stand without quotes: those that every reader of YAML, old and new, takes for the same text.
//!
//! Readers of YAML 1.1 see a truth value in `NO` and `off`, a number in `0x1F`, `1_000`, `010` and `12:30`, and a day in `2022-03-03`.

use crate::record::Scalar;
use crate::record::edtf::Date;
use crate::record::node::Meaning;

/// Words that some reader takes for nothing, a truth value or a number; compared without regard to case.
const MISREAD: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"];

/// Returns whether a text is one word: an id, a choice, a field, a file name.
pub fn is_word(text: &str) -> bool {
    let digits_first = text.starts_with(|c: char| c.is_ascii_digit());
    let mut letters = text.chars();
    letters.next().is_some_and(|c| c.is_alphabetic() || (digits_first && c.is_ascii_digit()) || c == '_')
        && letters.all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
        && !MISREAD.contains(&text.to_lowercase().as_str())
        && !(digits_first && text.chars().all(|c| c.is_ascii_hexdigit() || "xXoO_.-".contains(c)))
}

/// Returns whether a text is a date that may stand without quotes.
pub fn is_date(text: &str) -> bool {
    let written = |c: char| c.is_ascii_alphanumeric() || "-/.~?%".contains(c);
    text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && text.chars().all(written)
        && is_text_unquoted(text)
        && Date::parse(text).is_ok()
}

/// Returns whether a wrong value, such as `1,200` where a number belongs, can stand as it was written.
pub fn is_writable(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '.'))
        && text.chars().all(|c| c.is_alphanumeric() || "+-.,:/_ '%".contains(c))
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && is_text_unquoted(text)
}

/// Returns whether a text that was read without quotes can be read so again, on one line.
pub fn is_sentence(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.contains(['\n', '\r', '\t'])
        && !text.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
        && !MISREAD.contains(&text.to_lowercase().as_str())
}

/// Returns whether our own reader takes the text without quotes for text.
fn is_text_unquoted(text: &str) -> bool {
    matches!(Scalar { text: text.into(), plain: true }.meaning(), Meaning::Text(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_that_any_reader_takes_for_something_else_is_none() {
        for text in [
            "",
            "NO",
            "no",
            "Yes",
            "y",
            "off",
            "TRUE",
            "null",
            "~",
            "0x1F",
            "1_000",
            "010",
            "12:30",
            "-date",
            "1e3",
            "1.2.3",
            "2022-03-03",
            ".inf",
            "-",
            "-5",
            "- a",
            "a b",
            "a: b",
            "a#",
            "#a",
            "*a",
            "&a",
            "!a",
            "~500",
            ">400",
            "a,b",
            "[a",
            "=",
            "<<",
            "16b",
        ] {
            assert!(!is_word(text), "{text}");
        }
    }

    #[test]
    fn word_of_letters_digits_and_hyphens_is_one() {
        for text in
            ["s01", "tashkent-conf-2022", "un/unclassified", "format.name", "3d-model", "KZ", "да", "main.typ", "x"]
        {
            assert!(is_word(text), "{text}");
        }
    }

    #[test]
    fn date_that_would_become_a_number_keeps_its_quotes() {
        assert!(is_date("2022-03-03/2022-03-04") && is_date("2022-03~") && is_date("../2022-03"));
        assert!(!is_date("2022") && !is_date("3.3.2022") && !is_date("~2022"));
    }
}
