//! Schemas are checked before anything is checked by them: for what their keywords hold, and for keywords that nobody obeys.

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::schema::{self, DEFINITIONS, RawSchema, Schemas};

/// Understands all schemas, on all cores.
pub fn understand(raw: &[RawSchema]) -> (Schemas, Vec<Diagnostic>) {
    let understood = raw.par_iter().map(|one| {
        let is_kind = one.name != DEFINITIONS.0 && one.root.get("properties").is_some();
        let read = is_kind.then(|| schema::read(one, raw));
        read.map_or_else(|| (None, schema::keywords::check(&one.root, one.file)), |(kind, faults)| (Some(kind), faults))
    });
    let (kinds, faults): (Vec<_>, Vec<_>) = understood.unzip();
    (Schemas::new(kinds.into_iter().flatten()), faults.into_iter().flatten().collect())
}
