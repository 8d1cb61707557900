//! `chancery coverage`: what is missing, and the way to a translator and back.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::speech::Speech;
use super::{Exit, report::language, terminal::Terminal, verdict};
use crate::check::{self, Verdict};
use crate::coverage::translator::{self, Order, Proof, Sheet, Taken, Unusable};
use crate::coverage::{self, Scope, phrases};
use crate::diag::phrases as common;
use crate::disk;
use crate::load::{self, Overlay, Workspace};
use crate::record::Language;

/// Show what is missing: translations, words, narrative, sources, confirmation
///
/// Counts what is there and what is missing, for each language, report and kind of record, and names where to begin. It works on a
/// workspace with faults too. --untranslated writes a list for a translator; --take reads the filled list, shows what it would put into
/// the records, and with --write puts it there.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("way").args(["untranslated", "take"]))]
pub struct Args {
    /// The form: text for people, json for programs, csv for a spreadsheet; the last two name everything that is missing.
    #[arg(long, value_name = "FORM", default_value_t, value_enum, conflicts_with = "way")]
    format: Format,
    /// Only what this report prints.
    #[arg(long, value_name = "NAME", conflicts_with = "take")]
    report: Option<String>,
    /// Only this language.
    #[arg(long, value_name = "CODE", value_parser = language, conflicts_with = "way")]
    language: Option<Language>,
    /// Write the list of texts that lack this language.
    #[arg(long, value_name = "CODE", value_parser = language, requires = "out")]
    untranslated: Option<Language>,
    /// The language to translate from; where a text lacks it, the first one there is.
    #[arg(long, value_name = "CODE", value_parser = language, requires = "untranslated")]
    from: Option<Language>,
    /// The file to write the list to; it ends with .csv.
    #[arg(long, value_name = "FILE", requires = "untranslated")]
    out: Option<PathBuf>,
    /// Read a filled list and show what it would put into the records.
    #[arg(long, value_name = "FILE")]
    take: Option<PathBuf>,
    /// Put the translations into the records.
    #[arg(long, requires = "take")]
    write: bool,
    #[command(flatten)]
    pub(super) speech: Speech,
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
    if let Some(path) = &args.take {
        return take(path, args.write, &workspace, terminal);
    }
    let verdict = verdict(workspace);
    if let Some(name) = &args.report
        && !verdict.reports.iter().any(|report| report.name == *name)
    {
        let known: Vec<&str> = verdict.reports.iter().map(|report| report.name.as_str()).collect();
        terminal.refuse(&phrases::NO_REPORT, &vec![("name", name.as_str().into()), ("names", known.join(", ").into())]);
        return Exit::Broken;
    }
    if let (Some(language), Some(out)) = (args.untranslated, &args.out) {
        return list(args, language, out, &verdict, terminal);
    }
    let coverage = coverage::survey(&verdict, &Scope { report: args.report.clone(), language: args.language });
    let text = match args.format {
        Format::Text => coverage::text::text(&coverage, terminal.tongue()),
        Format::Json => coverage::json::json(&coverage),
        Format::Csv => coverage::spreadsheet::csv(&coverage),
    };
    terminal.say(text.strip_suffix('\n').unwrap_or(&text));
    Exit::Done
}

fn list(args: &Args, language: Language, out: &Path, verdict: &Verdict, terminal: &Terminal) -> Exit {
    let from = args.from.unwrap_or(if language == Language::En { Language::Ru } else { Language::En });
    if from == language {
        terminal.refuse(&phrases::SAME_LANGUAGE, &vec![("code", language.code().into())]);
        return Exit::Broken;
    }
    let path = out.display().to_string();
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        terminal.refuse(&phrases::CSV_ONLY, &vec![("path", path.into())]);
        return Exit::Broken;
    }
    let order = Order { language, from, report: args.report.clone() };
    let list = translator::list(verdict, &order, terminal.tongue());
    if let Err(error) = disk::write_all(&[(out.to_path_buf(), list.csv)]) {
        terminal.complain(&error.to_string());
        return Exit::Broken;
    }
    let values = vec![("path", path.into()), ("number", list.number.into()), ("code", language.code().into())];
    terminal.tell(&phrases::LISTED, &values);
    Exit::Done
}

/// Reads a filled list, tells what it comes to, and writes it where that is asked for and nothing speaks against it.
///
/// `import` can hand its own table on by making a [`Sheet`] of it and calling [`put`].
fn take(path: &Path, write: bool, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let sheet = bytes(path)
        .map_err(|error| Unusable(&common::SYSTEM_SAYS, vec![("words", error.to_string().into())]))
        .and_then(|bytes| Sheet::read(&bytes));
    match sheet {
        Ok(sheet) => put(path, &sheet, write, workspace, terminal),
        Err(unusable) => unused(path, unusable, terminal),
    }
}

fn unused(path: &Path, Unusable(phrase, values): Unusable, terminal: &Terminal) -> Exit {
    let values = vec![("path", path.display().to_string().into()), ("words", phrase.of(values))];
    terminal.refuse(&phrases::NOT_READ, &values);
    Exit::Broken
}

/// Puts the translations of a table into the records.
pub fn put(path: &Path, sheet: &Sheet, write: bool, workspace: &Workspace, terminal: &Terminal) -> Exit {
    let before = verdict(workspace.clone());
    let taken = match translator::take(&before, sheet) {
        Ok(taken) => taken,
        Err(unusable) => return unused(path, unusable, terminal),
    };
    show(&taken, &before, terminal);
    let files = taken.files(&before);
    let overlay: Overlay = files.iter().map(|(path, text)| (path.clone(), Some(text.as_str().into()))).collect();
    let after = check::check(load::load_over(workspace.clone(), &overlay));
    let proof = translator::prove(&before, &after, &taken);
    terminal.diagnose(&proof.new, &after.files);
    let refused = if taken.refused.is_empty() { Exit::Done } else { Exit::Faults };
    if !proof.holds() {
        return faulty(&proof, terminal);
    }
    if files.is_empty() || !write {
        let phrase = if files.is_empty() { &phrases::NOTHING_TO_WRITE } else { &phrases::NOT_WRITTEN };
        terminal.tell(phrase, &vec![]);
        return refused;
    }
    let number = files.len();
    let whole: Vec<(PathBuf, String)> =
        files.into_iter().map(|(path, text)| (workspace.root.join(path), text)).collect();
    match disk::write_all(&whole) {
        Ok(()) => {
            terminal.tell(&phrases::WRITTEN, &vec![("files", number.into())]);
            refused
        }
        Err(error) => {
            terminal.complain(&error.to_string());
            Exit::Broken
        }
    }
}

fn faulty(proof: &Proof, terminal: &Terminal) -> Exit {
    proof.spoilt.iter().for_each(|path| terminal.say(format!("{path}: {}", phrases::NO_ROOM.words(terminal.tongue()))));
    terminal.tell(&phrases::FAULTY, &vec![]);
    Exit::Faults
}

/// Shows what a list comes to: the first translations at their places, the rows that are refused, and the numbers.
fn show(taken: &Taken, verdict: &Verdict, terminal: &Terminal) {
    const SHOWN: usize = 10;
    let code = taken.language.code();
    for change in taken.changes.iter().take(SHOWN) {
        let path = verdict.files.path(change.file).to_string_lossy().replace('\\', "/");
        terminal.say(format!("{path}  {} {}", change.record, change.pointer));
        terminal.say(format!("  {code}: {}", change.translation.replace('\n', "\n      ")));
    }
    if taken.changes.len() > SHOWN {
        terminal.tell(&phrases::AND_MORE, &vec![("number", (taken.changes.len() - SHOWN).into())]);
    }
    for refusal in &taken.refused {
        let values = vec![
            ("line", refusal.line.into()),
            ("kind", refusal.kind.as_str().into()),
            ("record", refusal.record.as_str().into()),
            ("pointer", refusal.pointer.as_str().into()),
            ("reason", refusal.reason.of(refusal.values.clone())),
        ];
        terminal.tell(&phrases::REFUSED, &values);
    }
    let values = vec![
        ("changes", taken.changes.len().into()),
        ("language", common::language(code).into()),
        ("refused", taken.refused.len().into()),
        ("empty", taken.empty.into()),
        ("there", taken.there.into()),
    ];
    terminal.tell(&phrases::TALLY, &values);
}

/// Reads a file, but no more of it than a list may have; one byte more tells that there is more.
fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(translator::LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
