//! What a page gathers on its way: the sources it cites, the claims it rests on, the markings of everything it prints.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::record::marking::Marking;
use crate::store::Store;

/// Sources, claims and markings that a page met.
#[derive(Debug, Default)]
pub struct Registers {
    /// The sources, by id.
    pub sources: Map<String, Json>,
    /// The claims, by id.
    pub claims: Map<String, Json>,
    /// By scheme, the highest marking of the records and fields that were printed.
    markings: BTreeMap<String, Marking>,
}

impl Registers {
    /// Notes the marking of something that is printed.
    pub fn mark(&mut self, marking: Option<Marking>) {
        let Some(marking) = marking else { return };
        match self.markings.get_mut(&marking.scheme) {
            Some(highest) if highest.rank >= marking.rank => {}
            Some(highest) => *highest = marking,
            None => _ = self.markings.insert(marking.scheme.clone(), marking),
        }
    }

    /// Returns the highest marking of every scheme that was met, no lower than the least; the scheme of the least comes first, the
    /// others follow by id. The order of printing does not matter.
    pub fn highest(&self, least: Option<Marking>) -> Vec<Marking> {
        let mut all = Self { markings: self.markings.clone(), ..Self::default() };
        let own = least.as_ref().map(|marking| marking.scheme.clone());
        all.mark(least);
        let mut markings: Vec<Marking> = all.markings.into_values().collect();
        markings.sort_by_key(|marking| Some(&marking.scheme) != own.as_ref());
        markings
    }

    /// Returns the registers in the order of their records.
    pub fn ordered(mut self, store: &Store) -> Self {
        let sort = |map: Map<String, Json>| -> Map<String, Json> {
            let mut entries: Vec<(String, Json)> = map.into_iter().collect();
            entries.sort_by(|(a, _), (b, _)| match (store.records.get(a), store.records.get(b)) {
                (Some(a), Some(b)) => store.natural_order(a, b),
                _ => a.cmp(b),
            });
            entries.into_iter().collect()
        };
        self.sources = sort(self.sources);
        self.claims = sort(self.claims);
        self
    }
}
