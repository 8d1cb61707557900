//! The nearest of the names that would have been right.

use crate::diag::{Value, phrases};

/// Returns the name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let most = (word.chars().count() / 3).max(1);
    let near = names
        .into_iter()
        // Lengths further apart than the bound cannot be near: thousands of ids are passed over without a look.
        .filter(|name| name.len().abs_diff(word.len()) <= 2 * most)
        .map(|name| (strsim::damerau_levenshtein(&word, &name.to_lowercase()), name))
        .min_by_key(|(distance, name)| (*distance, *name))?;
    (near.0 <= most).then_some(near.1)
}

/// Returns an instruction that names the nearest name, or all of them where they are few.
pub fn hint<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Value {
    let names: Vec<&str> = names.into_iter().collect();
    match nearest(word, names.iter().copied()) {
        Some(name) => phrases::DID_YOU_MEAN.of(vec![("name", name.into())]),
        None if names.is_empty() => (&phrases::REMOVE_IT).into(),
        None if names.len() <= 40 => phrases::KNOWN_HERE.of(vec![("names", names.join(", ").into())]),
        None => (&phrases::LOOK_IT_UP).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_finds_a_slip_and_not_another_word() {
        assert_eq!(nearest("coutnry", ["country", "count"]), Some("country"));
        assert_eq!(nearest("xyz", ["country"]), None);
    }
}
