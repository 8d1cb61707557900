//! Markings: how widely a document may be shown. The schemes are records; here stand only their levels in order.

/// A level of a scheme: `scheme/level`, with its rank from the bottom of the scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    /// The id of the scheme.
    pub scheme: String,
    /// The id of the level.
    pub level: String,
    /// Its place from the lowest, counted from 0.
    pub rank: usize,
}

/// The schemes of a workspace with their levels, the lowest first.
#[derive(Debug, Clone, Default)]
pub struct Schemes(Vec<(String, Vec<String>)>);

impl Schemes {
    /// Creates the table of schemes.
    pub fn new(schemes: Vec<(String, Vec<String>)>) -> Self {
        Self(schemes)
    }

    /// Returns the marking that `scheme/level` names.
    pub fn find(&self, text: &str) -> Option<Marking> {
        let (scheme, level) = text.split_once('/')?;
        let (_, levels) = self.0.iter().find(|(id, _)| id == scheme)?;
        let rank = levels.iter().position(|id| id == level)?;
        Some(Marking { scheme: scheme.to_owned(), level: level.to_owned(), rank })
    }

    /// Returns every marking as text.
    pub fn all(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().flat_map(|(scheme, levels)| levels.iter().map(move |level| format!("{scheme}/{level}")))
    }
}
