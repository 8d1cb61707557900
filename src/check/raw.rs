//! What stands in the file for a value: the bytes as written, and where a part of it stands.

use std::ops::Range;

/// Returns the words at a range, or nothing where it does not fit.
pub fn of<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default()
}

/// Returns the rest of the line after a value.
pub fn rest_of_line<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.end..).and_then(|rest| rest.split(['\n', '\r']).next()).unwrap_or_default()
}

/// Finds where a word of a value stands in the file; the whole value where it is written with escapes.
pub fn place_of(text: &str, range: &Range<usize>, word: &str, after: usize) -> Range<usize> {
    let found = text.get(range.start + after..range.end).and_then(|raw| raw.find(word));
    found.map_or_else(|| range.clone(), |at| range.start + after + at..range.start + after + at + word.len())
}

/// Finds where a part of a value stands in the file: the first line of the part, counted among its likes. The whole value where it is
/// written in another way there.
pub fn place_within(text: &str, range: &Range<usize>, value: &str, part: &Range<usize>) -> Range<usize> {
    let (before, from) = (value.get(..part.start).unwrap_or_default(), value.get(part.clone()).unwrap_or_default());
    let word = from.lines().next().unwrap_or_default().trim_end();
    let likes = of(text, range).match_indices(word);
    let place = likes.map(|(at, _)| range.start + at).nth(before.matches(word).count());
    place.filter(|_| !word.is_empty()).map_or_else(|| range.clone(), |start| start..start + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_value_is_found_among_its_likes() {
        let file = "story:\n  en: |\n    One `a`, two.\n    Then `a` again.\n";
        let (range, value) = (14..file.len(), "One `a`, two.\nThen `a` again.\n");
        let second = place_within(file, &range, value, &(19..22));
        assert_eq!((second.clone(), &file[second]), (42..45, "`a`"));
        assert_eq!(place_within(file, &range, value, &(0..value.len())), 19..32);
        assert_eq!(place_within(file, &range, "Not there.", &(0..3)), range);
    }
}
