//! What a page gathers on its way: the sources it cites, the claims it rests on, the markings of everything it prints.

use serde_json::{Map, Value as Json};

use crate::record::marking::Marking;
use crate::record::{Node, Record};
use crate::store::Store;

/// Sources, claims and markings that a page met.
#[derive(Debug, Default)]
pub struct Registers {
    /// The sources, by id.
    pub sources: Map<String, Json>,
    /// The claims, by id.
    pub claims: Map<String, Json>,
    /// The markings of all records and fields that were printed.
    markings: Vec<String>,
}

impl Registers {
    /// Notes that a record is printed.
    pub fn meet(&mut self, record: &Record) {
        self.mark(record.root.get("marking").and_then(Node::text));
    }

    /// Notes the marking of something that is printed.
    pub fn mark(&mut self, marking: Option<&str>) {
        self.markings.extend(marking.map(str::to_owned));
    }

    /// Returns the highest of a marking and those of everything printed in the same scheme; a marking of another scheme raises a
    /// document that is at the bottom of its own.
    pub fn highest(&self, least: Marking, store: &Store) -> Marking {
        self.markings.iter().filter_map(|text| store.schemes.find(text)).fold(least, |highest, own| {
            let higher = if own.scheme == highest.scheme { own.rank > highest.rank } else { highest.rank == 0 };
            if higher { own } else { highest }
        })
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
