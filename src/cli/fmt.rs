//! `chancery fmt`: gives the files of records their one stable form.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{messages, paths::PathFilter, terminal::Terminal};
use crate::atomic_write;
use crate::diag::{any_error, path_text};
use crate::diff::first_difference;
use crate::format::{self, Formatted};
use crate::load::{self, Loaded, Workspace};

/// Give all files of records their one stable form
///
/// Puts the fields in the order of the schema, free text into quotes, and wraps long lines. What the files say never changes, and no
/// comment is lost. With paths, only those files or folders. A file that cannot be read is reported and left as it is.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders to format.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; name the files that have another form, and show the first diff.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// A file that changes: its path, its text as it is and as it should be.
type Change<'a> = (&'a Path, &'a str, &'a str);

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let wanted = PathFilter::of(&args.paths, &workspace);
    let loaded = load::load(workspace);
    let diagnosed = wanted.within(&loaded.diagnostics, &loaded.files);
    terminal.diagnose(&diagnosed, &loaded.files);
    let nowhere = wanted.refuse_nowhere(&loaded.files, &diagnosed, terminal);
    let formatted = match format::files(&loaded, |path| wanted.holds(path)) {
        Ok(formatted) => formatted,
        Err(faults) => {
            terminal.diagnose(&faults, &loaded.files);
            return Exit::Faults;
        }
    };
    let refused: Vec<&Formatted> = formatted.iter().filter(|one| one.outcome.is_err()).collect();
    for one in &refused {
        terminal.refuse(&messages::FORM_LEFT, &vec![("path", path_text(&one.path).into())]);
    }
    let changes: Vec<Change<'_>> = formatted.iter().filter_map(|one| change(one, &loaded)).collect();
    let all = formatted.len() - refused.len();
    let exit = if args.check {
        compare(all, &changes, terminal)
    } else {
        write(all, &changes, &loaded.workspace.root, terminal)
    };
    match exit {
        Exit::Done if !refused.is_empty() || any_error(&diagnosed) => Exit::Faults,
        Exit::Done if nowhere => Exit::Unusable,
        other => other,
    }
}

fn change<'a>(one: &'a Formatted, loaded: &'a Loaded) -> Option<Change<'a>> {
    let before = loaded.files.text(one.file);
    let after = one.outcome.as_ref().ok()?;
    (before != after).then_some((&*one.path, before, after))
}

fn compare(all: usize, changes: &[Change<'_>], terminal: &Terminal) -> Exit {
    changes.iter().for_each(|(path, ..)| terminal.say(path_text(path)));
    let Some((path, before, after)) = changes.first() else {
        terminal.inform(&messages::FORM_STABLE, &vec![("all", all.into())]);
        return Exit::Done;
    };
    terminal.inform(&messages::FORM_OTHER, &vec![("all", all.into()), ("changed", changes.len().into())]);
    terminal.say(format!("{}\n{}", path_text(path), first_difference(before, after).trim_end()));
    Exit::Faults
}

fn write(all: usize, changes: &[Change<'_>], root: &Path, terminal: &Terminal) -> Exit {
    let files: Vec<(PathBuf, &str)> = changes.iter().map(|(path, _, after)| (root.join(path), *after)).collect();
    if let Err(error) = atomic_write::write_all(&files) {
        let reason = super::options::unwritten(&error.cause);
        terminal
            .refuse(&messages::FORM_NOT_WRITTEN, &vec![("path", path_text(&error.path).into()), ("reason", reason)]);
        return Exit::Unusable;
    }
    changes.iter().for_each(|(path, ..)| terminal.say(path_text(path)));
    terminal.inform(&messages::FORM_WRITTEN, &vec![("all", all.into()), ("changed", changes.len().into())]);
    Exit::Done
}
