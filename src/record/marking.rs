//! Markings: how widely a document may be shown. The schemes are records; here stand only their levels in order.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// A marking as it is written: `scheme/level`. Whether there is such a scheme, and where the level stands in it, [`Schemes`] know.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Marking {
    /// The id of the scheme.
    pub scheme: String,
    /// The id of the level; empty where none is written, which no scheme has.
    pub level: String,
}

/// A level that a scheme has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The scheme and the id of the level.
    pub marking: Marking,
    /// Its place from the lowest, counted from 0.
    pub rank: usize,
}

/// The schemes of a workspace with their levels, the lowest first.
#[derive(Debug, Clone, Default)]
pub struct Schemes(Vec<(String, Vec<String>)>);

/// How high a marking may be, by scheme; a scheme that is not named is above it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ceiling(BTreeMap<String, usize>);

impl Ceiling {
    /// Creates it from the highest level of each scheme; one that no scheme has allows nothing.
    pub fn new(highest: &[Marking], schemes: &Schemes) -> Self {
        let rank = |marking: &Marking| Some((marking.scheme.clone(), schemes.level(marking)?.rank));
        Self(highest.iter().filter_map(rank).collect())
    }

    /// Returns whether a marking is no higher. One that no scheme has is above everything.
    pub fn allows(&self, marking: &Marking, schemes: &Schemes) -> bool {
        let level = schemes.level(marking);
        level.is_some_and(|level| self.0.get(&marking.scheme).is_some_and(|&most| level.rank <= most))
    }
}

impl From<&str> for Marking {
    fn from(text: &str) -> Self {
        let (scheme, level) = text.split_once('/').unwrap_or((text, ""));
        Self { scheme: scheme.to_owned(), level: level.to_owned() }
    }
}

impl From<String> for Marking {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl fmt::Display for Marking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.scheme, self.level)
    }
}

impl Schemes {
    /// Creates the table of schemes.
    pub fn new(schemes: Vec<(String, Vec<String>)>) -> Self {
        Self(schemes)
    }

    /// Returns the level that a marking names, where its scheme has it.
    pub fn level(&self, marking: &Marking) -> Option<Level> {
        let (_, levels) = self.0.iter().find(|(id, _)| *id == marking.scheme)?;
        let rank = levels.iter().position(|id| *id == marking.level)?;
        Some(Level { marking: marking.clone(), rank })
    }

    /// Returns every marking as text.
    pub fn all(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().flat_map(|(scheme, levels)| levels.iter().map(move |level| format!("{scheme}/{level}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ceiling_allows_what_is_no_higher_in_the_schemes_that_it_names() {
        let levels = |id: &str| (id.to_owned(), ["low", "middle", "high"].map(str::to_owned).to_vec());
        let schemes = Schemes::new(vec![levels("clay"), levels("ink")]);
        let ceiling = Ceiling::new(&["clay/middle".into(), "ink/none".into()], &schemes);
        let allowed = |text: &str| ceiling.allows(&text.into(), &schemes);
        assert_eq!((allowed("clay/low"), allowed("clay/middle"), allowed("clay/high")), (true, true, false));
        assert_eq!((allowed("ink/low"), allowed("clay/none"), allowed("wax/low")), (false, false, false));
    }

    #[test]
    fn a_marking_is_a_level_only_where_its_scheme_has_it() {
        let schemes = Schemes::new(vec![("clay".to_owned(), vec!["dry".to_owned(), "wet".to_owned()])]);
        let rank = |text: &str| schemes.level(&text.into()).map(|level| level.rank);
        assert_eq!((rank("clay/dry"), rank("clay/wet")), (Some(0), Some(1)));
        assert_eq!((rank("clay"), rank("clay/"), rank("wet"), rank("clay/wet/wet")), (None, None, None, None));
        assert_eq!(Marking::from("clay/wet").to_string(), "clay/wet");
    }
}
