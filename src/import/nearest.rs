//! The nearest of the names that would have been right.

/// The longest word that is compared; a longer one is no slip of a name.
const LONGEST: usize = 80;

/// Returns the name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = super::fold::fold(word);
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let most = (length / 3).max(1);
    let near = names
        .into_iter()
        // Lengths further apart than the bound cannot be near; bytes are at least as far apart as half the letters.
        .filter(|name| name.len() <= 4 * LONGEST && name.len().abs_diff(word.len()) <= 2 * most + 4)
        .map(|name| (strsim::damerau_levenshtein(&word, &super::fold::fold(name)), name))
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
