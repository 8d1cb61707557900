//! The nearest of the names that would have been right.

/// Returns the name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&word.to_lowercase(), &name.to_lowercase()), name))
        .min_by_key(|(distance, name)| (*distance, *name))?;
    let most = (word.chars().count() / 3).max(1);
    (near.0 <= most).then_some(near.1)
}

/// Returns an instruction that names the nearest name, or all of them where they are few.
pub fn hint<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match nearest(word, names.iter().copied()) {
        Some(name) => format!("Did you mean “{name}”?"),
        None if names.is_empty() => "Remove it.".to_owned(),
        None if names.len() <= 40 => format!("Known here: {}.", names.join(", ")),
        None => "Look the name up with `chancery list`.".to_owned(),
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
