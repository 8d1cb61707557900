//! Which texts may stand without quotes: those that every reader of YAML, old and new, takes for the same text.
//!
//! Readers of YAML 1.1 see a truth value in `NO` and `off`, a number in `0x1F`, `1_000`, `010` and `12:30`, and a day in `2022-03-03`.

use crate::record::Scalar;
use crate::record::edtf::Date;
use crate::record::node::Meaning;

/// Words that some reader takes for nothing, a truth value or a number; compared without regard to case.
const MISREAD: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"];

/// What some program reads in a word without quotes that is meant as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misreading {
    /// True.
    True,
    /// False.
    False,
    /// Nothing at all.
    Nothing,
    /// A day of the calendar.
    Date,
    /// A time of day, or a number that counts by sixty.
    Time,
    /// A number.
    Number,
}

/// Returns what some program reads in a word without quotes; `None` for a word that is text to all.
pub fn misreading(written: &str) -> Option<Misreading> {
    const MAX_WORD_BYTES: usize = 5;
    let first = written.chars().next()?;
    if written.len() <= MAX_WORD_BYTES && (first.is_ascii_alphabetic() || first == '~') {
        return match written.to_ascii_lowercase().as_str() {
            "yes" | "on" | "y" | "true" => Some(Misreading::True),
            "no" | "off" | "n" | "false" => Some(Misreading::False),
            "null" | "~" => Some(Misreading::Nothing),
            _ => None,
        };
    }
    if !(first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) {
        return None;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = written.split('-').collect();
    if parts.len() == 3 && parts[0].len() == 4 && parts.iter().all(|part| digits(part)) {
        return Some(Misreading::Date);
    }
    let body = written.trim_start_matches(['+', '-']);
    let sixty: Vec<&str> = body.split(':').collect();
    if sixty.len() > 1 && sixty.iter().all(|part| digits(part)) {
        return Some(Misreading::Time);
    }
    let based = ["0x", "0o", "0b"]
        .iter()
        .any(|base| body.strip_prefix(base).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_hexdigit())));
    let special = matches!(body.to_ascii_lowercase().as_str(), ".inf" | ".nan");
    let number =
        body.replace('_', "").parse::<f64>().is_ok() && body.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    (based || special || number).then_some(Misreading::Number)
}

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
    fn misreading_is_what_older_programs_take_for_something_else() {
        for text in [
            "NO",
            "yes",
            "On",
            "n",
            "null",
            "~",
            "2022",
            "010",
            "1_000",
            "12:30",
            "0x1F",
            "1e3",
            ".5",
            "2022-03-03",
            "-5",
            "+7",
            ".inf",
        ] {
            assert!(misreading(text).is_some() && !is_word(text), "{text}");
        }
        for text in ["Norway", "UN", "nothing", "3.3.2022", "1.2.3", "first-well", "2022-03", "s01", "-", "A1"] {
            assert!(misreading(text).is_none(), "{text}");
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
