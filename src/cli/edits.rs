//! Changes of files as a person sees them before and after they are made: a diff per file, and why one is not made.

use std::path::Path;

use super::exit::Exit;
use super::terminal::Terminal;
use crate::diag::path_text;
use crate::diff::diff;
use crate::edit::references::Location;
use crate::edit::{Change, Refusal, change};

/// Shows what changes, file by file.
pub fn show(changes: &[Change], terminal: &Terminal) {
    for change in changes {
        let (old, new) = (path_text(&change.path), path_text(change.target()));
        let nothing = || "/dev/null".to_owned();
        terminal.say(format!("--- {}", change.before.as_ref().map_or_else(nothing, |_| old)));
        terminal.say(format!("+++ {}", change.after.as_ref().map_or_else(nothing, |_| new)));
        let text = |side: &Option<std::sync::Arc<str>>| side.as_deref().unwrap_or_default().to_owned();
        terminal.say(diff(&text(&change.before), &text(&change.after)));
    }
}

/// Says what forbids the changes; returns whether anything does.
fn obstructed(changes: &[Change], root: &Path, terminal: &Terminal) -> bool {
    let blocker = changes.iter().find_map(|change| change.blocker(root));
    if let Some((path, blocker)) = blocker {
        terminal.refuse(blocker.words(), &vec![("path", path_text(path).into())]);
    }
    blocker.is_some()
}

/// Makes the changes, all of them or none; says why where it cannot be done.
pub fn make(changes: &[Change], root: &Path, terminal: &Terminal) -> Exit {
    if obstructed(changes, root, terminal) {
        return Exit::Unusable;
    }
    match change::write(root, changes) {
        Ok(()) => Exit::Done,
        Err(error) => terminal.unwritten(&error),
    }
}

/// Says why nothing is changed.
pub fn refused(refusal: &Refusal, terminal: &Terminal) -> Exit {
    let diagnosed = refusal.diagnosed();
    if let Some(diagnosed) = diagnosed {
        terminal.diagnose(&diagnosed.diagnostics, &diagnosed.files);
    }
    let (message, values) = refusal.words();
    terminal.refuse(message, &values);
    list(refusal.locations(), terminal);
    if diagnosed.is_some() || !refusal.locations().is_empty() { Exit::Faults } else { Exit::Unusable }
}

/// Lists lines of files for a person to look at.
pub fn list(spots: &[Location], terminal: &Terminal) {
    spots.iter().for_each(|spot| terminal.complain(&format!("  {spot}")));
}
