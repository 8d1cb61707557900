//! The lines of a file that say some words.

use super::seen::{holds, seen};
use crate::diag::{Files, Place};

/// The most lines over which words are looked for.
const MOST: usize = 4;

/// Returns the first and the last line of a place, counted from 1: those that say the words, or, where no few lines do, all of them.
pub fn of(place: &Place, words: &str, files: &Files) -> (usize, usize) {
    let line = |byte: usize| files.position(place.file, byte).line;
    let text = files.words(place.file, place.range.clone());
    let end = place.range.start + text.trim_end().len();
    let (first, last) = (line(place.range.start), line(end.saturating_sub(1).max(place.range.start)));
    let says = |from: usize, to: usize| {
        let lines = files.words(place.file, files.span_of_lines(place.file, from, to));
        holds(&seen(lines), words)
    };
    for more in 0..MOST {
        if let Some(from) = (first..=last.saturating_sub(more)).find(|from| says(*from, from + more)) {
            return (from, from + more);
        }
    }
    (first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_that_say_the_words_are_named() {
        let mut files = Files::default();
        let text = "id: a\nnote: >-\n  One two\n  three four\n  five.\n";
        let file = files.add("a.yaml".into(), text.into());
        let place = Place { file, range: 6..text.len() };
        assert_eq!(of(&place, "five", &files), (5, 5));
        assert_eq!(of(&place, "two three", &files), (3, 4));
        assert_eq!(of(&place, "2011", &files), (2, 5));
    }
}
