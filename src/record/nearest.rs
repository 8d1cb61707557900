//! The nearest of the names that would have been right.

/// The longest word that is compared; a longer one is no slip of a name.
const LONGEST: usize = 80;

/// Returns how many letters of a word may be wrong so that it is still a slip; nothing for a word that is no slip of a name.
pub fn slips(word: &str) -> Option<usize> {
    let length = word.chars().take(LONGEST + 1).count();
    (length <= LONGEST).then_some((length / 3).max(1))
}

/// Returns the name nearest to a mistyped one, if one is near enough to be meant. The word, and what stands before each name, are written
/// in the one way in which they are compared.
pub fn nearest<'a, S: AsRef<str>>(word: &str, names: impl IntoIterator<Item = (S, &'a str)>) -> Option<&'a str> {
    let most = slips(word)?;
    let length = word.chars().count();
    let near = names
        .into_iter()
        // Names whose lengths are further apart than the bound cannot be near; a letter has at most four bytes.
        .filter(|(compared, _)| compared.as_ref().len() <= 4 * (LONGEST + most))
        .filter(|(compared, _)| compared.as_ref().chars().count().abs_diff(length) <= most)
        .map(|(compared, name)| (strsim::damerau_levenshtein(word, compared.as_ref()), name))
        .min_by_key(|(distance, name)| (*distance, *name))?;
    (near.0 <= most).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_a_slip_and_not_another_word() {
        let near = |word: &str| nearest(word, [("country", "Country"), ("count", "Count")]);
        assert_eq!(near("coutnry"), Some("Country"));
        assert_eq!(near("xyz"), None);
        assert_eq!(nearest(&"x".repeat(100_000), [("x".repeat(100_001), "x")]), None);
    }
}
