//! The form of a noun after a whole number, by the plural rules of Unicode (CLDR). The ground floor: it looks into nothing of ours.

/// A form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// After one; in Russian also after 21, 31 and so on.
    One,
    /// After two to four, in languages that have such a form.
    Few,
    /// After all other whole numbers, in languages that tell them from broken ones.
    Many,
    /// In all other places.
    Other,
}

/// Returns the form after a number in a language, by its code of ISO 639-1. Languages in which a noun does not change after a number have one.
pub fn after(number: usize, language: &str) -> Plural {
    match (language, number % 10, number % 100) {
        ("en", ..) if number == 1 => Plural::One,
        ("ru", 1, rest) if rest != 11 => Plural::One,
        ("ru", 2..=4, rest) if !(12..=14).contains(&rest) => Plural::Few,
        ("ru", ..) => Plural::Many,
        _ => Plural::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_the_language() {
        for (number, russian) in [
            (0, Plural::Many),
            (1, Plural::One),
            (2, Plural::Few),
            (5, Plural::Many),
            (11, Plural::Many),
            (14, Plural::Many),
            (21, Plural::One),
            (44, Plural::Few),
            (112, Plural::Many),
            (121, Plural::One),
        ] {
            assert_eq!(after(number, "ru"), russian, "{number}");
        }
        assert_eq!([after(1, "en"), after(21, "en"), after(1, "kk")], [Plural::One, Plural::Other, Plural::Other]);
    }
}
