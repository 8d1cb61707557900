//! What a document is marked with: the highest marking of each scheme among everything it prints.

use std::collections::BTreeMap;

use super::project::{Listener, Reservation};
use crate::record::marking::Level;

/// What a document is found to print.
#[derive(Debug, Clone, Default)]
pub struct Registers {
    /// By scheme, the highest marking of the records and fields that were printed.
    levels: BTreeMap<String, Level>,
    /// What must be settled before it may go out, each thing once.
    pub reservations: Vec<Reservation>,
}

impl Listener<'_> for Registers {
    fn reserved(&mut self, reservation: Reservation) {
        if !self.reservations.contains(&reservation) {
            self.reservations.push(reservation);
        }
    }

    fn marked(&mut self, level: Level) {
        match self.levels.get_mut(&level.marking.scheme) {
            Some(highest) if highest.rank >= level.rank => {}
            Some(highest) => *highest = level,
            None => _ = self.levels.insert(level.marking.scheme.clone(), level),
        }
    }
}

impl Registers {
    /// Returns the highest marking of every scheme that was met, no lower than the least; the scheme of the least comes first, the
    /// others follow by id. The order of printing does not matter.
    pub fn highest(&self, least: Option<Level>) -> Vec<Level> {
        let mut all = self.clone();
        let own = least.as_ref().map(|level| level.marking.scheme.clone());
        least.into_iter().for_each(|level| all.marked(level));
        let mut levels: Vec<Level> = all.levels.into_values().collect();
        levels.sort_by_key(|level| Some(&level.marking.scheme) != own.as_ref());
        levels
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::marking::Marking;

    fn level(scheme: &str, rank: usize) -> Level {
        Level { marking: Marking { scheme: scheme.to_owned(), level: rank.to_string() }, rank }
    }

    #[test]
    fn every_scheme_keeps_its_highest_whatever_the_order() {
        let met = [level("light", 1), level("paper", 1), level("light", 2), level("paper", 0)];
        let all = [level("paper", 1), level("light", 2)];
        let mut forward = Registers::default();
        met.iter().cloned().for_each(|level| forward.marked(level));
        assert_eq!(forward.highest(Some(level("paper", 0))), all);
        let mut backward = Registers::default();
        met.iter().rev().cloned().for_each(|level| backward.marked(level));
        assert_eq!(backward.highest(Some(level("paper", 0))), all);
        assert_eq!(backward.highest(Some(level("paper", 2)))[0], level("paper", 2), "never below what was asked");
    }
}
