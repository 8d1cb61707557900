//! Rules for `site` in the settings: kinds of records that there are.

use super::nearest::hint;
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::record::Node;
use crate::report::Settings;
use crate::schema::Schemas;

/// Checks the kinds by which documents are filtered.
pub fn check(settings: &Settings, root: &Node, file: FileId, schemas: &Schemas) -> Vec<Diagnostic> {
    let value = root.get("site").and_then(|site| site.get("facets"));
    let items = value.map(Node::items).unwrap_or_default();
    let unknown = settings.site.facets.iter().enumerate().filter(|(_, kind)| schemas.get(kind).is_none());
    let fault = |(at, kind): (usize, &String)| {
        let node = items.get(at).or(value).unwrap_or(root);
        let place = Place { file, range: node.span.range() };
        let known = schemas.iter().map(|kind| kind.name.as_str());
        Diagnostic::new(codes::FACET_UNKNOWN, place, vec![("value", kind.as_str().into()), ("hint", hint(kind, known))])
    };
    unknown.map(fault).collect()
}
