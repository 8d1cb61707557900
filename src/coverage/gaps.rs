//! The worst gaps: places where most is missing, so that somebody knows where to begin.

use std::cmp::Reverse;

use super::counts::{Category, Missing};
use crate::record::Language;

/// A place with everything that is missing there.
#[derive(Debug, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The place, as it was first missed.
    pub place: &'a Missing,
    /// The languages that are missing; none for what has none.
    pub languages: Vec<Language>,
    /// How many of them documents are made in.
    release: usize,
}

/// Returns the gaps of one sort, the worst first: what documents of today lack, what the schema demands, what most reports print, what
/// is missing in most languages. What nothing prints and no schema demands comes last.
pub fn worst(missing: &[Missing], what: Category) -> Vec<Gap<'_>> {
    let mut gaps: Vec<Gap<'_>> = Vec::new();
    for missing in missing.iter().filter(|missing| missing.what == what) {
        match gaps.last_mut().filter(|gap| same_place(gap.place, missing)) {
            Some(gap) => gap.take(missing),
            None => {
                let mut gap = Gap { place: missing, languages: Vec::new(), release: 0 };
                gap.take(missing);
                gaps.push(gap);
            }
        }
    }
    // The sort keeps the order of records among equals.
    gaps.sort_by_key(|gap| {
        let Missing { required, reports, .. } = gap.place;
        let release = if *required || !reports.is_empty() { gap.release } else { 0 };
        Reverse((release, *required, reports.len(), gap.languages.len()))
    });
    gaps
}

impl<'a> Gap<'a> {
    fn take(&mut self, missing: &'a Missing) {
        self.release += usize::from(missing.release);
        self.languages.extend(missing.language);
    }
}

fn same_place(a: &Missing, b: &Missing) -> bool {
    (&a.kind, &a.record, &a.field, &a.file) == (&b.kind, &b.record, &b.field, &b.file)
}
