//! The order of records where nothing else is said.

use std::cmp::Ordering;

use crate::record::Node;

/// Orders ids as people count: s9 before s10.
pub fn id_order(a: &str, b: &str) -> Ordering {
    let key = |id: &str| {
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let number = id[letters.len()..].parse::<u64>().unwrap_or_default();
        (letters, number)
    };
    key(a).cmp(&key(b)).then_with(|| a.cmp(b))
}

/// Orders scalars: numbers by size, all else by text.
pub fn scalar_order(a: &Node, b: &Node) -> Ordering {
    let number = |n: &Node| n.text().and_then(|t| t.parse::<f64>().ok());
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        _ => id_order(a.text().unwrap_or_default(), b.text().unwrap_or_default()),
    }
}
