//! `chancery coverage`: what is missing, and the list for a translator; `chancery import --translations` brings it back.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::options::LanguageOptions;
use super::{options::language, terminal::Terminal, workspace};
use crate::atomic_write;
use crate::check::CheckResult;
use crate::coverage::translator::{self, ListOptions};
use crate::coverage::{self, Scope, messages};
use crate::diag::path_text;
use crate::load::Workspace;
use crate::record::Language;

/// Show what is missing: translations, words, narrative, sources, confirmation
///
/// Counts what is there and what is missing, for each language in which something is made, each report and kind of record, and names
/// where to begin. It works on a workspace with faults too. --untranslated writes a list for a translator; `import --translations` reads
/// the filled list.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The form: text for people, json for programs, csv for a spreadsheet; the last two name everything that is missing.
    #[arg(long, value_name = "FORM", default_value_t, value_enum, conflicts_with = "untranslated")]
    format: Format,
    /// Only what this report prints.
    #[arg(long, value_name = "NAME")]
    report: Option<String>,
    /// Only this language.
    #[arg(long, value_name = "CODE", value_parser = language, conflicts_with = "untranslated")]
    language: Option<Language>,
    /// Every language, also those in which the settings and the reports make nothing.
    #[arg(long, conflicts_with_all = ["language", "untranslated"])]
    all_languages: bool,
    /// Write the list of texts that lack this language.
    #[arg(long, value_name = "CODE", value_parser = language, requires = "out")]
    untranslated: Option<Language>,
    /// The language to translate from; where a text lacks it, the first one there is.
    #[arg(long, value_name = "CODE", value_parser = language, requires = "untranslated")]
    from: Option<Language>,
    /// The file to write the list to; it ends with .csv, and must not be there yet.
    #[arg(long, value_name = "FILE", requires = "untranslated")]
    out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// The form of the result.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// For a person.
    #[default]
    Text,
    /// For a program.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let result = workspace::shown(workspace, terminal);
    if let Some(name) = &args.report
        && !result.reports.iter().any(|report| report.name == *name)
    {
        let known: Vec<&str> = result.reports.iter().map(|report| report.name.as_str()).collect();
        terminal
            .refuse(&messages::NO_REPORT, &vec![("report", name.as_str().into()), ("known", known.join(", ").into())]);
        return Exit::Unusable;
    }
    if let (Some(language), Some(out)) = (args.untranslated, &args.out) {
        return list(args, language, out, &result, terminal);
    }
    let scope = Scope { report: args.report.clone(), language: args.language, all_languages: args.all_languages };
    let coverage = coverage::survey(&result, &scope);
    let text = match args.format {
        Format::Text => coverage::text::text(&coverage, terminal.locale()),
        Format::Json => coverage::json::json(&coverage),
        Format::Csv => coverage::spreadsheet::csv(&coverage),
    };
    terminal.say(text.strip_suffix('\n').unwrap_or(&text));
    workspace::exit(&result)
}

fn list(args: &Args, language: Language, out: &Path, result: &CheckResult, terminal: &Terminal) -> Exit {
    let from = args.from.unwrap_or(if language == Language::En { Language::Ru } else { Language::En });
    if from == language {
        terminal.refuse(&messages::SAME_LANGUAGE, &vec![("code", language.code().into())]);
        return Exit::Unusable;
    }
    let path = path_text(out);
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        terminal.refuse(&messages::CSV_ONLY, &vec![("path", path.into())]);
        return Exit::Unusable;
    }
    if out.symlink_metadata().is_ok() {
        let values = vec![("path", path.into()), ("other", path_text(free(out)).into())];
        terminal.refuse(&messages::LIST_TAKEN, &values);
        return Exit::Unusable;
    }
    let options = ListOptions { language, from, report: args.report.clone() };
    let list = translator::list(result, &options, terminal.locale());
    if let Err(error) = atomic_write::create_all(&[(out.to_path_buf(), list.csv)]) {
        return terminal.unwritten(&error);
    }
    let values = vec![("path", path.into()), ("number", list.number.into()), ("code", language.code().into())];
    terminal.inform(&messages::LISTED, &values);
    workspace::exit(result)
}

/// Returns the name of a file beside a list that is there already: `list-2.csv`, or the first free one after it.
fn free(taken: &Path) -> PathBuf {
    let name = taken.file_stem().unwrap_or_default().to_string_lossy();
    let ending = taken.extension().unwrap_or_default().to_string_lossy();
    let other = |number: usize| taken.with_file_name(format!("{name}-{number}.{ending}"));
    (2..1000).map(other).find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| other(1000))
}
