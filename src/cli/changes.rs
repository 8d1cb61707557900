//! Changes of files as a person sees them before and after they are made: a difference per file, and why one is not made.

use super::terminal::Terminal;
use crate::difference::difference;
use crate::mend::Change;

/// Shows what changes, file by file.
pub fn show(changes: &[Change], terminal: &Terminal) {
    for change in changes {
        let (old, new) = (change.path.display().to_string(), change.target().display().to_string());
        let nothing = || "/dev/null".to_owned();
        terminal.say(format!("--- {}", change.before.as_ref().map_or_else(nothing, |_| old)));
        terminal.say(format!("+++ {}", change.after.as_ref().map_or_else(nothing, |_| new)));
        let text = |side: &Option<std::sync::Arc<str>>| side.as_deref().unwrap_or_default().to_owned();
        terminal.say(difference(&text(&change.before), &text(&change.after)));
    }
}

/// Tells what forbids the changes; returns whether anything does.
pub fn obstructed(changes: &[Change], root: &std::path::Path, terminal: &Terminal) -> bool {
    let obstacle = changes.iter().find_map(|change| change.obstacle(root));
    if let Some((path, obstacle)) = obstacle {
        terminal.refuse(obstacle.words(), &vec![("path", path.display().to_string().into())]);
    }
    obstacle.is_some()
}
