//! A text in quotes as YAML writes it: the text read back is the same, letter by letter.

/// Returns a text in straight double quotes, on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\0' => out.push_str("\\0"),
            letter if !must_be_escaped(letter) => out.push(letter),
            letter => out.push_str(&by_number(letter)),
        }
    }
    out.push('"');
    out
}

/// Returns a letter as its number between double quotes.
pub fn by_number(letter: char) -> String {
    let number = letter as u32;
    if number < 0x100 { format!("\\x{number:02X}") } else { format!("\\u{number:04X}") }
}

/// Returns whether a letter is written by its number: it cannot be seen, turns the direction of reading, or breaks the line in some
/// reader. The no-break space stays as it is, because dates and numbers are full of it, and so do the joiners within words and pictures.
pub fn must_be_escaped(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_keeps_its_letters_and_shows_what_cannot_be_seen() {
        assert_eq!(quoted("Қазақстан: «да»\u{a0}– 4\u{a0}%"), "\"Қазақстан: «да»\u{a0}– 4\u{a0}%\"");
        assert_eq!(quoted("a\"b\\c\td\u{200e}e\u{85}f\u{feff}"), r#""a\"b\\c\td\u200Ee\x85f\uFEFF""#);
    }
}
