//! `chancery import`: a table → new records, or translations for those there are; shown first, written when asked.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{table, terminal::Terminal, translations};
use crate::atomic_write;
use crate::check::CheckResult;
use crate::diag::{self, Diagnostic, Files, Message, Place, Severity, any_error, path_text};
use crate::import::{self, Draft, ImportOptions, Plan, Table, messages};
use crate::load::Workspace;
use crate::schema::Kind;

/// Read records or translations from a table: .xlsx or .csv
///
/// The first row holds the names of fields: keys, paths such as title.ru, or titles of the schema with the language in brackets. Each row
/// below is a record. With --translations the table is a list that `coverage --untranslated` wrote and a translator filled. Without --write
/// nothing is written: the command shows what it would write. Nothing is ever overwritten, and where anything is wrong, nothing is written
/// at all.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The table: an Excel workbook (.xlsx) or CSV.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The kind of the records, for example event.
    #[arg(long, value_name = "KIND", required_unless_present = "translations")]
    kind: Option<String>,
    /// Read the translations of a filled list.
    #[arg(long, conflicts_with_all = ["kind", "skip", "id_from"])]
    translations: bool,
    /// The sheet of the workbook, where several hold something.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The heading of a column to leave out; give it several times for several.
    #[arg(long, value_name = "HEADING")]
    skip: Vec<String>,
    /// The field with Latin letters to make ids of, where no column gives them.
    #[arg(long, value_name = "FIELD")]
    id_from: Option<String>,
    /// Write the records, or the translations into them.
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let result = super::workspace::result(workspace.clone());
    let Some(name) = &args.kind else {
        let table = match table::table(&args.file, args.sheet.as_deref(), terminal) {
            Ok(table) => table,
            Err(exit) => return exit,
        };
        let (path, before) = (&args.file, &result);
        return translations::TranslationCommand {
            path,
            table: &table,
            write: args.write,
            workspace,
            before,
            terminal,
        }
        .run();
    };
    let Some(kind) = kind(&result, name) else {
        let known: Vec<&str> = result.store.schemas.iter().map(|kind| kind.name.as_str()).collect();
        let values = vec![("kind", name.as_str().into()), ("known", known.join(", ").into())];
        terminal.refuse(&messages::NO_KIND_OF_RECORD, &values);
        return Exit::Unusable;
    };
    let table = match table::table(&args.file, args.sheet.as_deref(), terminal) {
        Ok(table) => table,
        Err(exit) => return exit,
    };
    let exists = |path: &Path| workspace.root.join(path).symlink_metadata().is_ok();
    let options = ImportOptions {
        kind,
        store: &result.store,
        skip: &args.skip,
        id_from: args.id_from.as_deref(),
        exists: &exists,
    };
    let plan = import::plan(&table, &options);
    ImportCommand { args, terminal, result: &result }.decide(workspace.clone(), &table, &plan, kind)
}

fn kind<'v>(result: &'v CheckResult, name: &str) -> Option<&'v Kind> {
    result.store.schemas.iter().find(|kind| kind.name == name || kind.folder == name)
}

/// What a run of the command speaks of and to whom.
struct ImportCommand<'a> {
    args: &'a Args,
    terminal: &'a Terminal,
    result: &'a CheckResult,
}

impl ImportCommand<'_> {
    /// Shows the plan; writes the records where that is asked for and nothing is wrong.
    fn decide(&self, workspace: Workspace, table: &Table, plan: &Plan<'_>, kind: &Kind) -> Exit {
        let root = workspace.root.clone();
        let mut files = self.result.files.clone();
        let file = files.add(self.args.file.clone(), table.view.as_str().into());
        let mut diagnosed: Vec<Diagnostic> = plan.faults.iter().map(|fault| fault.diagnostic(file)).collect();
        let mut of_table = any_error(&diagnosed);
        if any_error(&self.result.diagnostics) {
            diagnosed.push(import::workspace_faulty(errors(&self.result.diagnostics)).diagnostic(file));
        } else if !any_error(&diagnosed) {
            diagnosed.extend(self.preflight(workspace, table, plan, file));
            of_table = true;
        }
        let wrong = any_error(&diagnosed);
        let made_of = self.args.id_from.as_deref();
        let path = path_text(&self.args.file);
        self.terminal.say(import::preview(plan, table, &path, &kind.name, made_of, self.terminal.locale()));
        self.diagnose(diagnosed, &files);
        self.terminal.say("");
        let files = import::files(plan.drafts.len(), self.terminal.locale());
        let say = |message: &Message| self.terminal.inform(message, &vec![("files", files.as_str().into())]);
        match (wrong, self.args.write) {
            (true, _) => {
                say(if of_table { &messages::NOT_WRITTEN_FAULTS } else { &messages::NOT_WRITTEN_WORKSPACE });
                Exit::Faults
            }
            (false, false) => {
                say(&messages::NOT_WRITTEN);
                Exit::Done
            }
            (false, true) => match write(&root, &plan.drafts) {
                Ok(()) => {
                    say(&messages::WRITTEN);
                    Exit::Done
                }
                Err(error) => self.terminal.unwritten(&error),
            },
        }
    }

    /// Returns what the checks say of the new records, at the cells that they came from.
    fn preflight(&self, workspace: Workspace, table: &Table, plan: &Plan<'_>, file: diag::FileId) -> Vec<Diagnostic> {
        let tried = import::preflight(workspace, plan, table, &self.result.diagnostics);
        let placed = tried.into_iter().map(|tried| {
            let place = tried.range.map(|range| Place { file, range }).or(tried.diagnostic.place);
            Diagnostic { place, related: Vec::new(), ..tried.diagnostic }
        });
        placed.collect()
    }

    fn diagnose(&self, mut diagnostics: Vec<Diagnostic>, files: &Files) {
        diag::sort(&mut diagnostics, files);
        self.terminal.diagnose(&diagnostics, files);
    }
}

fn errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}

fn write(root: &Path, drafts: &[Draft]) -> Result<(), atomic_write::WriteError> {
    let files: Vec<(PathBuf, String)> =
        drafts.iter().map(|draft| (root.join(&draft.path), draft.text.clone())).collect();
    atomic_write::create_all(&files)
}
