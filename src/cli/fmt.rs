//! `chancery fmt`: gives the files of records their one stable form.

use std::path::{Path, PathBuf};

use super::{Exit, check::relative, terminal::Terminal};
use crate::diag::{Diagnostic, any_error};
use crate::difference::first_difference;
use crate::disk;
use crate::format::{self, Formatted};
use crate::load::{self, Loaded, Workspace};

/// Give all files of records their one stable form
///
/// Puts the fields in the order of the schema, free text into quotes, and wraps long lines. What the files say never changes, and no
/// comment is lost. With paths, only those files or folders. A file that cannot be read is told and left as it is.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders to format.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; name the files that have another form, and show the first difference.
    #[arg(long)]
    check: bool,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let wanted: Vec<PathBuf> = args.paths.iter().map(|path| relative(path, &workspace)).collect();
    let is_wanted = |path: &Path| wanted.is_empty() || wanted.iter().any(|wanted| path.starts_with(wanted));
    let root = workspace.root.clone();
    let loaded = load::load(workspace);
    let told: Vec<Diagnostic> = loaded
        .diagnostics
        .iter()
        .filter(|fault| fault.place.as_ref().is_none_or(|place| is_wanted(loaded.files.path(place.file))))
        .cloned()
        .collect();
    terminal.diagnose(&told, &loaded.files);
    let formatted = match format::files(&loaded, is_wanted) {
        Ok(formatted) => formatted,
        Err(faults) => {
            terminal.diagnose(&faults, &loaded.files);
            return Exit::Faults;
        }
    };
    if formatted.is_empty() && told.is_empty() {
        terminal.complain("there is no file of records at this place; name one below data/, or a report.yaml");
        return Exit::Broken;
    }
    let refused = tell_refused(&formatted, terminal);
    let changed: Vec<(&Path, &str, &str)> = formatted.iter().filter_map(|one| changed(one, &loaded)).collect();
    let exit = if args.check { compare(&changed, terminal) } else { write(&root, &changed, terminal) };
    if exit == Exit::Done {
        let words = if args.check { "have the stable form" } else { "files read" };
        terminal.say(format!("{} {words}, {} changed", formatted.len(), changed.len()));
    }
    if exit == Exit::Done && (refused || any_error(&told)) { Exit::Faults } else { exit }
}

/// Returns the path of a file that changes, its text as it is and as it should be.
fn changed<'a>(one: &'a Formatted, loaded: &'a Loaded) -> Option<(&'a Path, &'a str, &'a str)> {
    let before = loaded.files.text(one.file);
    let after = one.outcome.as_ref().ok()?;
    (before != after).then_some((&*one.path, before, after))
}

/// Tells which files keep the form they have, and why.
fn tell_refused(formatted: &[Formatted], terminal: &Terminal) -> bool {
    let mut refused = false;
    for one in formatted {
        let Err(refusal) = &one.outcome else { continue };
        refused = true;
        terminal.complain(&format!("“{}” is left as it is: {refusal:?}", one.path.display()));
    }
    refused
}

fn compare(changed: &[(&Path, &str, &str)], terminal: &Terminal) -> Exit {
    let Some((path, before, after)) = changed.first() else { return Exit::Done };
    changed.iter().for_each(|(path, ..)| terminal.say(path.display().to_string()));
    terminal.say(format!("\n{}:\n{}", path.display(), first_difference(before, after)));
    Exit::Faults
}

fn write(root: &Path, changed: &[(&Path, &str, &str)], terminal: &Terminal) -> Exit {
    let files: Vec<(PathBuf, &str)> = changed.iter().map(|(path, _, after)| (root.join(path), *after)).collect();
    match disk::write_all(&files) {
        Ok(()) => {
            changed.iter().for_each(|(path, ..)| terminal.say(path.display().to_string()));
            Exit::Done
        }
        Err(error) => {
            terminal.complain(&error.to_string());
            Exit::Broken
        }
    }
}
