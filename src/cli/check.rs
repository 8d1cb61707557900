//! `chancery check`: every fault of the workspace at once.

use std::path::PathBuf;
use std::time::Duration;

use super::exit::Exit;
use super::file_watch::FileWatch;
use super::options::{LanguageOptions, MessageFormat};
use super::paths::PathFilter;
use super::{terminal::Terminal, workspace};
use crate::check;
use crate::diag::{Diagnostic, Locale, Severity, any_error, messages};
use crate::driver;
use crate::edit;
use crate::load::{self, Loaded, Reader, Workspace};

/// Long enough for an editor that writes, renames and touches a file, and then formats it.
const SETTLED: Duration = Duration::from_millis(100);

/// Check all records and report definitions, and report every fault at its place
///
/// With paths, only faults in those files or folders are reported; the whole workspace is read all the same, because records refer to each
/// other.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files or folders to report the faults of.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Check again whenever a file is saved, until Ctrl-C.
    #[arg(long)]
    watch: bool,
    /// Show the notes as well, which are only counted otherwise; the forms for programs always hold them.
    #[arg(long)]
    notes: bool,
    /// The form in which faults are reported.
    #[arg(long, value_name = "FORM", default_value_t, value_enum)]
    pub(super) message_format: MessageFormat,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    if args.watch {
        follow(args, workspace, terminal)
    } else {
        once(args, workspace, || load::load(workspace.clone()), terminal).0
    }
}

/// Checks again and again, as files are saved.
fn follow(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let broken = |reason| {
        terminal.refuse(&edit::messages::CANNOT_WATCH, &vec![("reason", reason)]);
        Exit::Unusable
    };
    let mut watch = match FileWatch::over(&workspace.root) {
        Ok(watch) => watch,
        Err(reason) => return broken(reason),
    };
    let reader = Reader::new(workspace.clone());
    for n in 1_usize.. {
        let (_, diagnosed) = once(args, workspace, || reader.load_anew(), terminal);
        if terminal.is_for_people() {
            let values = vec![("n", n.into()), ("counts", counted(&diagnosed, terminal.locale()).into())];
            terminal.inform(&edit::messages::CHECKED, &values);
        }
        if let Err(reason) = watch.wait(SETTLED) {
            return broken(reason);
        }
    }
    Exit::Done
}

/// Returns how many faults of each weight there are, in words.
fn counted(diagnosed: &[Diagnostic], locale: Locale) -> String {
    let of = |severity| diagnosed.iter().filter(|fault| fault.severity == severity).count();
    let some = Severity::ALL.into_iter().filter(|severity| of(*severity) > 0);
    let counts: Vec<String> = some.map(|severity| messages::counted(severity, of(severity), locale)).collect();
    if counts.is_empty() { messages::NO_FAULTS.words(locale).to_owned() } else { counts.join(", ") }
}

/// Checks, and says what is wrong.
fn once(
    args: &Args,
    workspace: &Workspace,
    load: impl FnOnce() -> Loaded,
    terminal: &Terminal,
) -> (Exit, Vec<Diagnostic>) {
    // While it is watched, a folder may go.
    if let Some(folder) = workspace.missing() {
        terminal.refuse_as(&workspace::missing(workspace, folder));
        return (Exit::Unusable, Vec::new());
    }
    let wanted = PathFilter::of(&args.paths, workspace);
    let result = check::check(load());
    let mut found = result.diagnostics.clone();
    found.extend(result.checked().iter().flat_map(driver::withheld));
    let diagnosed = wanted.within(&found, &result.files);
    if terminal.is_for_people() && !args.notes {
        terminal.diagnose_but_notes(&diagnosed, &result.files);
    } else {
        terminal.report(&diagnosed, &result.files);
    }
    let nowhere = wanted.refuse_nowhere(&result.files, &diagnosed, terminal);
    let exit = match any_error(&diagnosed) {
        true => Exit::Faults,
        false if nowhere => Exit::Unusable,
        false => Exit::Done,
    };
    if exit == Exit::Done && terminal.is_for_people() {
        let (records, reports) = (result.store.records.iter().count(), result.reports.len());
        let values = vec![("records", records.into()), ("reports", reports.into())];
        let message = if diagnosed.is_empty() { &messages::ALL_RIGHT } else { &messages::NO_ERRORS };
        terminal.inform(message, &values);
    }
    // To take a large workspace apart takes time, and nobody need wait for it.
    rayon::spawn(move || drop(result));
    (exit, diagnosed)
}
