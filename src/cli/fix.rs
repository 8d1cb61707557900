//! `chancery fix`: repairs what has one right answer.

use std::path::{Path, PathBuf};

use super::{Exit, changes, speech::Speech, terminal::Terminal, wanted::Wanted};
use crate::diag::any_error;
use crate::load::Workspace;
use crate::mend::{fix, words};

/// Repair what has one right answer, and show what was changed
///
/// Tabs, no-break spaces, curly quotes, look-alike letters, missing spaces, text that needs quotes, dates in another order: whatever can be
/// meant in one way only. Everything else in the files stays as it is. Faults that need a person are told as `chancery check` tells them.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders to repair; without them, all.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write nothing; only show what would be changed.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    pub(super) speech: Speech,
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let wanted = Wanted::of(&args.paths, workspace);
    let fixed = fix::fix(workspace, &|path| wanted.holds(path));
    changes::show(&fixed.changes, terminal);
    if !args.dry_run && changes::make(&fixed.changes, &workspace.root, terminal) == Exit::Broken {
        return Exit::Broken;
    }
    let told = wanted.told(&fixed.verdict.diagnostics, &fixed.verdict.files);
    terminal.diagnose(&told, &fixed.verdict.files);
    let of_path = |path: &Path| vec![("path", path.display().to_string().into())];
    fixed.blocked.iter().for_each(|(path, obstacle)| terminal.refuse(obstacle.words(), &of_path(path)));
    fixed.harmed.iter().for_each(|path| terminal.refuse(&words::LEFT_WORSE, &of_path(path)));
    fixed.unsettled.iter().for_each(|path| terminal.refuse(&words::UNSETTLED, &of_path(path)));
    let nowhere = wanted.refuse_nowhere(&fixed.verdict.files, &told, terminal);
    let counts = vec![("repairs", fixed.repairs.into()), ("files", fixed.changes.len().into())];
    let closing = match fixed.repairs {
        0 => &words::NOTHING_TO_REPAIR,
        _ if args.dry_run => &words::WOULD_REPAIR,
        _ => &words::REPAIRED,
    };
    terminal.tell(closing, &counts);
    let left = any_error(&told) || !fixed.blocked.is_empty() || !fixed.unsettled.is_empty();
    match left {
        true => Exit::Faults,
        false if nowhere => Exit::Broken,
        false => Exit::Done,
    }
}
