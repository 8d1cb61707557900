//! `chancery fix`: fixes what has one right answer.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::{edits, options::LanguageOptions, paths::PathFilter, terminal::Terminal};
use crate::diag::{any_error, path_text};
use crate::edit::{self, fix};
use crate::load::Workspace;

/// Fix what has one right answer, and show what was changed
///
/// Tabs, no-break spaces, curly quotes, look-alike letters, missing spaces, text that needs quotes, dates in another order: whatever can be
/// meant in one way only. Everything else in the files stays as it is. Faults that need a person are reported as `chancery check` reports them.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders to fix; without them, all.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; only show what would be changed.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let wanted = PathFilter::of(&args.paths, workspace);
    let fixed = fix::fix(workspace, &|path| wanted.holds(path));
    edits::show(&fixed.changes, terminal);
    if !args.dry_run && edits::make(&fixed.changes, &workspace.root, terminal) == Exit::Unusable {
        return Exit::Unusable;
    }
    let diagnosed = wanted.within(&fixed.result.diagnostics, &fixed.result.files);
    terminal.diagnose_but_notes(&diagnosed, &fixed.result.files);
    let of_path = |path: &Path| vec![("path", path_text(path).into())];
    fixed.blocked.iter().for_each(|(path, blocker)| terminal.refuse(blocker.words(), &of_path(path)));
    fixed.harmed.iter().for_each(|path| terminal.refuse(&edit::messages::LEFT_WORSE, &of_path(path)));
    fixed.unsettled.iter().for_each(|path| terminal.refuse(&edit::messages::UNSETTLED, &of_path(path)));
    let nowhere = wanted.refuse_nowhere(&fixed.result.files, &diagnosed, terminal);
    let counts = vec![("repairs", fixed.fixes.into()), ("files", fixed.changes.len().into())];
    let closing = match fixed.fixes {
        0 => &edit::messages::NOTHING_TO_REPAIR,
        _ if args.dry_run => &edit::messages::WOULD_REPAIR,
        _ => &edit::messages::REPAIRED,
    };
    terminal.inform(closing, &counts);
    let left = any_error(&diagnosed) || !fixed.blocked.is_empty() || !fixed.unsettled.is_empty();
    match left {
        true => Exit::Faults,
        false if nowhere => Exit::Unusable,
        false => Exit::Done,
    }
}
