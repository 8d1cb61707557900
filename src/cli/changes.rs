//! Changes of files as a person sees them before and after they are made: a difference per file, and why one is not made.

use std::path::Path;

use super::{Exit, terminal::Terminal};
use crate::difference::difference;
use crate::mend::mentions::Spot;
use crate::mend::{Change, Refusal, change};

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
fn obstructed(changes: &[Change], root: &Path, terminal: &Terminal) -> bool {
    let obstacle = changes.iter().find_map(|change| change.obstacle(root));
    if let Some((path, obstacle)) = obstacle {
        terminal.refuse(obstacle.words(), &vec![("path", path.display().to_string().into())]);
    }
    obstacle.is_some()
}

/// Makes the changes, all of them or none; tells why where it cannot be done.
pub fn make(changes: &[Change], root: &Path, terminal: &Terminal) -> Exit {
    if obstructed(changes, root, terminal) {
        return Exit::Broken;
    }
    match change::write(root, changes) {
        Ok(()) => Exit::Done,
        Err(error) => terminal.unwritten(&error),
    }
}

/// Tells why nothing is changed.
pub fn refused(refusal: &Refusal, terminal: &Terminal) -> Exit {
    let told = refusal.told();
    if let Some(told) = told {
        terminal.diagnose(&told.diagnostics, &told.files);
    }
    let (phrase, values) = refusal.words();
    terminal.refuse(phrase, &values);
    list(refusal.spots(), terminal);
    if told.is_some() || !refusal.spots().is_empty() { Exit::Faults } else { Exit::Broken }
}

/// Lists lines of files for a person to look at.
pub fn list(spots: &[Spot], terminal: &Terminal) {
    spots.iter().for_each(|spot| terminal.complain(&format!("  {spot}")));
}
