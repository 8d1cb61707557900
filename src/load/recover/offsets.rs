//! The way back from the text as it was meant to the text as it was written.

use crate::diag::Edit;

/// Places of the meant text → places of the written one.
#[derive(Debug, Clone, Default)]
pub struct OffsetMap {
    /// Where each unchanged stretch begins: in the meant text, in the written one, and how long it is.
    stretches: Vec<(usize, usize, usize)>,
}

impl OffsetMap {
    /// Creates the way back over edits that are in order.
    pub fn new(edits: &[Edit]) -> Self {
        let mut stretches = Vec::with_capacity(edits.len() + 1);
        let (mut meant, mut written) = (0, 0);
        for edit in edits {
            let length = edit.range.start - written;
            stretches.push((meant, written, length));
            meant += length + edit.text.len();
            written = edit.range.end;
        }
        stretches.push((meant, written, usize::MAX - written));
        Self { stretches }
    }

    /// Returns where the byte stood that now stands here; what was put in stands where it was put.
    pub fn to(&self, byte: usize) -> usize {
        let Some((stretch, next)) = self.stretch(byte) else { return byte };
        let (meant, written, length) = stretch;
        let within = byte - meant;
        if within <= length { written + within } else { next }
    }

    fn stretch(&self, byte: usize) -> Option<((usize, usize, usize), usize)> {
        let at = self.stretches.partition_point(|(meant, ..)| *meant <= byte).checked_sub(1)?;
        let next = self.stretches.get(at + 1).map_or(usize::MAX, |(_, written, _)| *written);
        Some((self.stretches[at], next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::fix::apply;

    #[test]
    fn to_leads_back_over_insertions_and_replacements() {
        let written = "abcdef";
        let edits = [Edit::new(1..1, "XX"), Edit::new(3..5, "Y")];
        assert_eq!(apply(written, &edits).as_deref(), Some("aXXbcYf"));
        let back = OffsetMap::new(&edits);
        assert_eq!([0, 1, 3, 4, 6].map(|at| back.to(at)), [0, 1, 1, 2, 5]);
        assert_eq!([5, 7].map(|at| back.to(at)), [3, 6]);
    }
}
