//! The line of a byte, for whoever holds a text and no [`Files`](super::Files).

use std::ops::Range;

/// Returns where the line of a byte begins.
pub fn line_start(text: &str, byte: usize) -> usize {
    let before = &text.as_bytes()[..byte.min(text.len())];
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
}

/// Returns the line of a byte, without its `\n`.
pub fn line_range(text: &str, byte: usize) -> Range<usize> {
    let start = line_start(text, byte);
    start..text[start..].find('\n').map_or(text.len(), |length| start + length)
}

/// Returns where each line begins; the number of the line of a byte is how many of them are not behind it.
pub fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_range_of_a_byte_inside_a_letter_a_break_or_behind_the_end_is_its_line() {
        let text = "a\nимя\r\n";
        assert_eq!([0, 1, 2, 3, 8, 9, 10, 99].map(|byte| line_start(text, byte)), [0, 0, 2, 2, 2, 2, 10, 10]);
        assert_eq!(line_starts(text), [0, 2, 10]);
        assert_eq!([1, 3, 9].map(|byte| &text[line_range(text, byte)]), ["a", "имя\r", "имя\r"]);
    }
}
