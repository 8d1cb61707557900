//! Bands: counts, and records of sets, that stand in a row, as far as there is room for them.

use indexmap::IndexMap;

use super::tally::Tally;
use crate::record::Record;
use crate::report::{Band, Report};

/// What stands in a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'v> {
    /// A count, by its name.
    Count(&'v str),
    /// A record, by its set and its place there.
    Record(&'v str, usize),
}

/// Returns what stands in a band: of what it names, what the document has and tells. A count goes before a set of the same name.
pub fn fill<'v>(
    band: &'v Band,
    report: &Report,
    sets: &IndexMap<&'v str, Vec<&'v Record>>,
    counts: &IndexMap<&'v str, Option<Tally>>,
) -> Vec<Told<'v>> {
    let told = |name: &'v String| -> Vec<Told<'v>> {
        if report.counts.contains_key(name) {
            return counts.get(name.as_str()).and_then(Option::as_ref).map(|_| Told::Count(name)).into_iter().collect();
        }
        (0..sets.get(name.as_str()).map_or(0, Vec::len)).map(|at| Told::Record(name, at)).collect()
    };
    band.of.iter().flat_map(told).take(band.first.unwrap_or(usize::MAX)).collect()
}
