//! Schemas are checked before anything is checked by them: against the meta-schema of draft-07, and for keywords that nobody obeys.

use crate::diag::{Diagnostic, Place, codes};
use crate::schema::{self, DEFINITIONS, RawSchema, Schemas};

/// Understands all schemas.
pub fn understand(raw: &[RawSchema]) -> (Schemas, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut kinds = Vec::new();
    for one in raw {
        faults.extend(against_meta_schema(one));
        if one.name == DEFINITIONS.0 || one.root.get("properties").is_none() {
            continue;
        }
        let (kind, refused) = schema::read(one, raw);
        faults.extend(refused);
        kinds.push(kind);
    }
    (Schemas::new(kinds), faults)
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
