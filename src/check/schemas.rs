//! Schemas are checked before anything is checked by them: against the meta-schema of draft-07, and for keywords that nobody obeys.

use rayon::prelude::*;

use crate::diag::{Diagnostic, Place, codes};
use crate::schema::{self, DEFINITIONS, RawSchema, Schemas};

/// Understands all schemas, on all cores.
pub fn understand(raw: &[RawSchema]) -> (Schemas, Vec<Diagnostic>) {
    let understood = raw.par_iter().map(|one| {
        let mut faults = against_meta_schema(one);
        let is_kind = one.name != DEFINITIONS.0 && one.root.get("properties").is_some();
        let kind = is_kind.then(|| schema::read(one, raw)).map(|(kind, refused)| {
            faults.extend(refused);
            kind
        });
        (kind, faults)
    });
    let (kinds, faults): (Vec<_>, Vec<_>) = understood.unzip();
    (Schemas::new(kinds.into_iter().flatten()), faults.into_iter().flatten().collect())
}

fn against_meta_schema(raw: &RawSchema) -> Vec<Diagnostic> {
    let Some(file) = raw.file else { return Vec::new() };
    let json = raw.root.to_json();
    let place = |pointer: &str| {
        let node = raw.root.at(pointer).unwrap_or(&raw.root);
        Place { file, range: node.span.range() }
    };
    let meta = jsonschema::draft7::meta::validator();
    meta.iter_errors(&json)
        .map(|error| {
            let at = place(error.instance_path().as_str());
            Diagnostic::new(codes::SCHEMA_INVALID, at, vec![("reason", error.to_string().into())])
        })
        .collect()
}
