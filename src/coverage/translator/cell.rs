//! The words of a cell of a list, and why they cannot be taken.

use crate::diag::{Code, MessageArgs};

/// Why a row is not put in: the entry, and the values of the case.
pub type Doubt = (&'static Code, MessageArgs);

/// Returns a text without what a spreadsheet adds: other line ends, spaces at the end of lines.
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Returns the beginning of a text, on one line.
pub fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 60;
    let text = text.replace('\n', " ");
    match text.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
