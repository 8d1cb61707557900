//! Editions of the settings: each once, with levels that there are, and allowed to see what carries no marking of its own.

use super::markings::unknown;
use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::record::Node;
use crate::record::marking::Marking;
use crate::report::{Edition, Settings};
use crate::store::Store;

/// Checks the editions of the settings.
pub fn check(settings: &Settings, root: &Node, file: FileId, store: &Store) -> Vec<Diagnostic> {
    let written = root.get("editions").map(Node::items).unwrap_or_default();
    let place = |node: &Node| Place { file, range: node.span.range() };
    let mut faults = Vec::new();
    for (at, (edition, node)) in settings.editions.iter().zip(written).enumerate() {
        if settings.editions[..at].iter().any(|other| other.id == edition.id) {
            let values = vec![("edition", edition.id.as_str().into())];
            faults.push(Diagnostic::new(codes::EDITION_TWICE, place(node.get("id").unwrap_or(node)), values));
        }
        let levels = node.get("highest").map(Node::entries).unwrap_or_default();
        // Which of the levels it is that no scheme has; the file has them in another order.
        let strange = edition.highest.iter().flatten().filter(|level| store.schemes.level(level).is_none());
        let written = |marking: &Marking| levels.iter().find(|level| *level.key == *marking.scheme);
        let fault = |marking: &Marking| unknown(marking, written(marking).map(|level| place(&level.value)), store);
        let strange: Vec<Diagnostic> = strange.map(fault).collect();
        if strange.is_empty() && !sees(edition, &settings.marking, store) {
            let values =
                vec![("edition", edition.id.as_str().into()), ("marking", settings.marking.to_string().into())];
            faults.push(Diagnostic::new(codes::EDITION_EMPTY, place(node.get("highest").unwrap_or(node)), values));
        }
        faults.extend(strange);
    }
    faults
}

/// Returns whether an edition may see what carries the marking of the workspace.
fn sees(edition: &Edition, unmarked: &Marking, store: &Store) -> bool {
    let (Some(levels), Some(own)) = (&edition.highest, store.schemes.level(unmarked)) else { return true };
    let highest = levels.iter().find(|level| level.scheme == unmarked.scheme);
    highest.and_then(|level| store.schemes.level(level)).is_some_and(|highest| highest.rank >= own.rank)
}
