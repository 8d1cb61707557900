//! The nearest of the names that would have been right.

use super::fold::fold;

/// The longest word that is compared; a longer one is no slip of a name.
const LONGEST: usize = 80;

/// Returns the name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<(String, &str)> = names.into_iter().map(|name| (fold(name), name)).collect();
    among(word, names.iter().map(|(folded, name)| (folded.as_str(), *name)))
}

/// Returns the name nearest to a mistyped one, among names that stand beside what is compared of them.
pub fn among<'a, 'f>(word: &str, names: impl IntoIterator<Item = (&'f str, &'a str)>) -> Option<&'a str> {
    let word = fold(word);
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let most = (length / 3).max(1);
    let near = names
        .into_iter()
        // Names whose lengths are further apart than the bound cannot be near; a letter has at most four bytes.
        .filter(|(folded, _)| folded.len() <= 4 * LONGEST && folded.chars().count().abs_diff(length) <= most)
        .map(|(folded, name)| (strsim::damerau_levenshtein(&word, folded), name))
        .min_by_key(|(distance, name)| (*distance, *name))?;
    (near.0 <= most).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_a_slip_and_not_another_word() {
        assert_eq!(nearest("Vilage", ["village", "dug"]), Some("village"));
        assert_eq!(nearest("xyz", ["village"]), None);
        assert_eq!(nearest(&"x".repeat(100_000), ["village"]), None);
    }
}
