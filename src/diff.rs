//! What changes between two texts, as people know it from version control. The file looks into nothing of ours.

use similar::TextDiff;

/// Lines shown before and after a change.
const AROUND: usize = 2;

/// Returns every change, each with the number of its first line and a few lines around it.
pub fn diff(before: &str, after: &str) -> String {
    hunks(before, after, usize::MAX)
}

/// Returns the first change only.
pub fn first_difference(before: &str, after: &str) -> String {
    hunks(before, after, 1)
}

fn hunks(before: &str, after: &str, most: usize) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut shown = diff.unified_diff();
    shown.context_radius(AROUND).missing_newline_hint(false);
    shown.iter_hunks().take(most).map(|hunk| hunk.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn difference_shows_lines_and_their_numbers() {
        let before: String = (1..=30).map(|n| format!("{n}\n")).collect();
        let after = before.replace("\n5\n", "\nfive\n").replace("\n20\n", "\n");
        assert_eq!(first_difference(&before, &after), "@@ -3,5 +3,5 @@\n 3\n 4\n-5\n+five\n 6\n 7\n");
        assert_eq!(diff(&before, &after).matches("@@ -").count(), 2);
        assert_eq!(diff(&before, &before), "");
    }
}
