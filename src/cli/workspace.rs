//! The workspace that a command works in, and what the checks find in it.

use std::path::PathBuf;

use super::exit::Exit;
use super::options::system;
use super::terminal::Terminal;
use crate::check::{CheckResult, Checked, check};
use crate::diag::{Arg, Diagnostic, Severity, messages, path_text};
use crate::driver::{self, Expected, PlanError, Stage, Timings, Views};
use crate::load::{self, Workspace};

/// Finds the workspace: the one that was named, or the nearest one from the current folder upwards. All its folders are there.
///
/// # Errors
/// Returns why there is none, or which of its folders is missing.
pub fn find(root: Option<PathBuf>) -> Result<Workspace, Arg> {
    let workspace = match root {
        Some(root) if Workspace::is(&root) => Workspace { root },
        Some(root) => return Err(messages::NO_WORKSPACE.of(vec![("path", path_text(root).into())])),
        None => {
            let here =
                std::env::current_dir().map_err(|error| messages::NO_FOLDER.of(vec![("reason", system(&error))]))?;
            Workspace::find(&here).ok_or_else(|| Arg::from(&messages::NO_WORKSPACE_HERE))?
        }
    };
    match workspace.missing() {
        Some(folder) => Err(missing(&workspace, folder)),
        None => Ok(workspace),
    }
}

/// Returns that a folder of a workspace is missing.
pub fn missing(workspace: &Workspace, folder: &str) -> Arg {
    messages::FOLDER_MISSING.of(vec![("path", path_text(workspace.root.join(folder)).into())])
}

/// Loads and checks a workspace.
pub fn result(workspace: Workspace) -> CheckResult {
    check(load::load(workspace))
}

/// Loads and checks a workspace to show what is in it: whatever could not be read is reported, because it is not among what is shown.
pub fn shown(workspace: Workspace, terminal: &Terminal) -> CheckResult {
    let result = result(workspace);
    terminal.diagnose(&result.unread, &result.files);
    result
}

/// Returns how a command ends that showed what is in a workspace.
pub fn exit(result: &CheckResult) -> Exit {
    if result.unread.is_empty() { Exit::Done } else { Exit::Faults }
}

/// Loads and checks a workspace; where anything is wrong, reports it and gives the exit. Where an edition is made that may not see
/// everything, warnings are not reported, because they quote what its readers may not see.
///
/// # Errors
/// Returns how the command ends where no document can be made.
pub fn checked(
    workspace: Workspace,
    edition: Option<&str>,
    timings: &Timings,
    terminal: &Terminal,
) -> Result<Checked, Exit> {
    let loaded = timings.stage(Stage::Load, || load::load(workspace));
    let result = timings.stage(Stage::Check, || check(loaded));
    let checked = result.checked();
    terminal.diagnose(&weighty(&result, checked.as_ref(), edition), &result.files);
    checked.ok_or(Exit::Faults)
}

/// Returns the faults that somebody who makes documents of an edition is to hear of.
pub fn weighty(result: &CheckResult, checked: Option<&Checked>, edition: Option<&str>) -> Vec<Diagnostic> {
    let made = checked.and_then(|checked| checked.settings.edition(edition));
    let quiet = made.is_some_and(|edition| edition.highest.is_some());
    // Notes are for those who look after the records, not for those who print them.
    let least = if quiet { Severity::Error } else { Severity::Warning };
    result.diagnostics.iter().filter(|fault| fault.severity <= least).cloned().collect()
}

/// Plans all documents over views, and does something with them.
pub fn planned<'c>(
    views: Result<Vec<Views<'c>>, PlanError>,
    terminal: &Terminal,
    work: impl for<'v> FnOnce(&'v [Views<'c>], Vec<Expected<'v>>) -> Exit,
) -> Exit {
    let refuse = |error: &PlanError| {
        terminal.refuse_as(&error.words());
        Exit::Unusable
    };
    let views = match views {
        Ok(views) => views,
        Err(error) => return refuse(&error),
    };
    match driver::expected(&views) {
        Ok(documents) => work(&views, documents),
        Err(error) => refuse(&error),
    }
}
