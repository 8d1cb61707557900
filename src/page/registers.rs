//! What a document is marked with: the highest marking of each scheme among everything it prints.

use std::collections::BTreeMap;

use super::project::Listener;
use crate::record::marking::Marking;

/// By scheme, the highest marking of the records and fields that were printed.
#[derive(Debug, Clone, Default)]
pub struct Registers(BTreeMap<String, Marking>);

impl Listener<'_> for Registers {
    fn marking(&mut self, marking: Marking) {
        match self.0.get_mut(&marking.scheme) {
            Some(highest) if highest.rank >= marking.rank => {}
            Some(highest) => *highest = marking,
            None => _ = self.0.insert(marking.scheme.clone(), marking),
        }
    }
}

impl Registers {
    /// Returns the highest marking of every scheme that was met, no lower than the least; the scheme of the least comes first, the
    /// others follow by id. The order of printing does not matter.
    pub fn highest(&self, least: Option<Marking>) -> Vec<Marking> {
        let mut all = self.clone();
        let own = least.as_ref().map(|marking| marking.scheme.clone());
        least.into_iter().for_each(|marking| all.marking(marking));
        let mut markings: Vec<Marking> = all.0.into_values().collect();
        markings.sort_by_key(|marking| Some(&marking.scheme) != own.as_ref());
        markings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marking(scheme: &str, rank: usize) -> Marking {
        Marking { scheme: scheme.to_owned(), level: rank.to_string(), rank }
    }

    #[test]
    fn every_scheme_keeps_its_highest_whatever_the_order() {
        let met = [marking("light", 1), marking("paper", 1), marking("light", 2), marking("paper", 0)];
        let all = [marking("paper", 1), marking("light", 2)];
        let mut forward = Registers::default();
        met.iter().cloned().for_each(|marking| forward.marking(marking));
        assert_eq!(forward.highest(Some(marking("paper", 0))), all);
        let mut backward = Registers::default();
        met.iter().rev().cloned().for_each(|marking| backward.marking(marking));
        assert_eq!(backward.highest(Some(marking("paper", 0))), all);
        assert_eq!(backward.highest(Some(marking("paper", 2)))[0], marking("paper", 2), "never below what was asked");
    }
}
