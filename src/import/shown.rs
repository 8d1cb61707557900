//! How numbers, long words and names are shown in messages.

use crate::diag::{Arg, LocalizedText};

/// Writes a number as a spreadsheet shows it: with fifteen digits, beyond which it keeps none.
pub fn digits_of(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

/// Returns the beginning of long words, on one line.
pub fn shorten(words: &str) -> String {
    const MAX_CHARS: usize = 60;
    let words = words.trim().replace(['\n', '\r'], " ");
    match words.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// Returns names in quotation marks, as a list.
pub fn quoted(names: &[String]) -> Arg {
    let list = |open: &str, close: &str| {
        let quoted: Vec<String> = names.iter().map(|name| format!("{open}{name}{close}")).collect();
        quoted.join(", ")
    };
    Arg::LocalizedText(LocalizedText { en: list("“", "”"), ru: Some(list("«", "»")) })
}
