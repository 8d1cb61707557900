//! The comment that puts a warning to rest, as it begins: `# allow code: reason`.

/// How such a comment begins; the first is the one to be written, the other was, and is still read.
const MARKS: [&str; 2] = ["# allow ", "# silence "];

/// Where such a comment may begin in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where it begins.
    pub start: usize,
    /// Where what it says begins.
    pub end: usize,
    /// Whether the word can also begin an ordinary remark: “allow for rounding”.
    pub is_ordinary: bool,
}

/// Returns where such comments may begin in a text, in its order.
pub fn marks(text: &str) -> impl Iterator<Item = Mark> {
    text.match_indices("# ").filter_map(|(start, _)| {
        let mark = MARKS.into_iter().find(|mark| text[start..].starts_with(mark))?;
        Some(Mark { start, end: start + mark.len(), is_ordinary: mark == MARKS[0] })
    })
}

/// Returns whether a comment is such a one.
pub fn is_suppression(comment: &str) -> bool {
    MARKS.iter().any(|mark| comment.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_by_either_word_in_the_order_of_the_text() {
        let found: Vec<(usize, usize, bool)> =
            marks("# silence a: b\n# allows c\n## allow d: e\n").map(|m| (m.start, m.end, m.is_ordinary)).collect();
        assert_eq!(found, [(0, 10, false), (27, 35, true)]);
        assert!(is_suppression("# allow a: b") && is_suppression("# silence a: b") && !is_suppression("# allowed"));
    }
}
