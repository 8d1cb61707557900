//! The nearest of the names that would have been right, however they are written.

use super::normalize::normalized;
use crate::record;

/// Returns the name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    record::nearest::nearest(&normalized(word), names.into_iter().map(|name| (normalized(name), name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_a_slip_and_not_another_word() {
        assert_eq!(nearest("Vilage", ["village", "dug"]), Some("village"));
        assert_eq!(nearest("xyz", ["village"]), None);
    }
}
