//! Widths of a terminal: long words are broken over lines, and a long line is cut around what matters in it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Stands for what was cut.
const MORE: char = '…';

/// Returns how many columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Breaks a sentence into lines of a width; the first begins after what stands before it, as do the others.
pub fn wrapped(sentence: &str, lead: usize, columns: usize) -> String {
    let mut out = String::with_capacity(sentence.len() + 8);
    let mut column = lead;
    for (at, word) in sentence.split(' ').enumerate() {
        let width = width(word);
        if at > 0 && column + 1 + width > columns {
            out.push('\n');
            column = lead;
        } else if at > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out
}

/// Returns a corrected line, cut around what was changed in it where it is wider than there are columns.
pub fn around_change(line: &str, written: &str, columns: usize) -> String {
    if width(line) <= columns {
        return line.to_owned();
    }
    let same = |(a, b): &(char, char)| a == b;
    let before = line.chars().zip(written.chars()).take_while(same).count();
    let after = line.chars().rev().zip(written.chars().rev()).take_while(same).count();
    let letters: Vec<char> = line.chars().collect();
    let end = letters.len().saturating_sub(after).max(before);
    window(&letters, before, end, columns)
}

/// Returns the letters around a range that fit the columns, the start of the line among them where it is near.
fn window(letters: &[char], start: usize, end: usize, columns: usize) -> String {
    let wide = |letter: &char| letter.width().unwrap_or(0);
    // Room for what was cut on both sides.
    let room = columns.saturating_sub(2);
    let mut first = start;
    let mut taken = 0;
    // A third of the room shows what stands before the change.
    while first > 0 && taken + wide(&letters[first - 1]) <= room / 3 {
        first -= 1;
        taken += wide(&letters[first]);
    }
    let mut last = first;
    let mut taken = 0;
    while last < letters.len() && taken + wide(&letters[last]) <= room {
        taken += wide(&letters[last]);
        last += 1;
    }
    // What is left of the room goes to the front again.
    while last == letters.len() && first > 0 && taken + wide(&letters[first - 1]) <= room {
        first -= 1;
        taken += wide(&letters[first]);
    }
    let mut out = String::new();
    out.extend((first > 0).then_some(MORE));
    out.extend(&letters[first..last]);
    // A change that is wider than the room shows its end as well.
    if last < end {
        let tail = letters.len().min(end + room / 4);
        let from = last.max(tail.saturating_sub(room / 3));
        out.truncate(out.char_indices().rev().nth(room / 3).map_or(0, |(at, _)| at));
        out.push(MORE);
        out.extend(&letters[from..tail]);
        last = tail;
    }
    out.extend((last < letters.len()).then_some(MORE));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_its_change() {
        let written = format!("story: {} village:lower {}", "слово ".repeat(100), "word ".repeat(100));
        let line = written.replace("village:lower", "village: lower");
        let cut = around_change(&line, &written, 70);
        assert!(cut.contains("village: lower"), "{cut}");
        assert!(cut.starts_with('…') && cut.ends_with('…') && width(&cut) <= 70, "{cut}");
    }

    #[test]
    fn quotes_around_a_long_text_show_at_both_ends() {
        let written = format!("en: {}the end", "Well: the third ".repeat(100));
        let line = format!("en: \"{}the end\"", "Well: the third ".repeat(100));
        let cut = around_change(&line, &written, 70);
        assert!(cut.starts_with("en: \"Well") && cut.ends_with("the end\""), "{cut}");
        assert!(width(&cut) <= 70, "{cut}");
    }

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(width("井戸 ж"), 6);
        assert_eq!(wrapped("井戸 井戸 井戸", 0, 9), "井戸 井戸\n井戸");
    }
}
