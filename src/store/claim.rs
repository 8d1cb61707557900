//! Claims as values: which claim a value rests on, and which of its candidates is taken.

use crate::record::{Node, Record};

/// Returns the id of the claim that a value rests on.
pub fn claimed(node: &Node) -> Option<&str> {
    match node.entries() {
        [entry] if &*entry.key == "claim" => entry.value.text(),
        _ => None,
    }
}

/// Returns the candidate of a claim that is taken.
pub fn preferred(claim: &Record) -> Option<&Node> {
    let place: usize = claim.root.get("preferred")?.text()?.parse().ok()?;
    claim.root.get("candidates")?.items().get(place.checked_sub(1)?)
}
