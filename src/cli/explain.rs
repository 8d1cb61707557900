//! `chancery explain`: what a code means, with an example, wrong and right.

use std::path::{Path, PathBuf};

use super::exit::Exit;
use super::{options::LanguageOptions, terminal::Terminal, workspace};
use crate::check::nearest;
use crate::diag::codes::{self, Example, ExampleFile, Special};
use crate::diag::{Code, Locale, LocalizedText, messages, path_text};
use crate::load::Workspace;
use crate::schema::Rule;

/// Explain a code: what it means, what to do, and an example, wrong and right
///
/// Without a code: every code with what it says. In a workspace, the codes that its schemas give are explained as well.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code, as it stands in square brackets in a message.
    code: Option<String>,
    /// Write the wrong examples to FOLDER, each into a folder of the name of its code, to be laid over `tests/foreign`.
    ///
    /// The example of a folder with too many files is left out.
    #[arg(long, value_name = "FOLDER", conflicts_with = "code")]
    examples: Option<PathBuf>,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command; a workspace is not needed.
pub fn run(args: &Args, workspace: Option<Workspace>, terminal: &Terminal) -> Exit {
    if let Some(folder) = &args.examples {
        return examples(folder, terminal);
    }
    let known = args.code.as_deref().and_then(codes::find);
    if let Some(entry) = known {
        terminal.say(explained(entry, terminal.locale()).trim_end());
        return Exit::Done;
    }
    let rules = rules(workspace);
    match args.code.as_deref() {
        None => {
            list(&rules, terminal);
            Exit::Done
        }
        Some(code) => match rules.iter().find(|rule| rule.code == code) {
            Some(rule) => {
                terminal.say(of_rule(rule, terminal.locale()));
                Exit::Done
            }
            None => unknown(code, &rules, terminal),
        },
    }
}

/// Returns the rules of the schemas, each code once.
fn rules(workspace: Option<Workspace>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    let Some(workspace) = workspace else { return rules };
    for rule in workspace::result(workspace).store.schemas.iter().flat_map(|kind| &kind.rules) {
        if !rules.iter().any(|known| known.code == rule.code) {
            rules.push(rule.clone());
        }
    }
    rules
}

fn list(rules: &[Rule], terminal: &Terminal) {
    let locale = terminal.locale();
    let own =
        codes::all().chain(codes::tables::entries()).map(|entry| (entry.name, entry.readable(&entry.sentence, locale)));
    let brought = rules.iter().map(|rule| (rule.code.as_str(), rule.message.words(locale).to_owned()));
    let lines: Vec<(&str, String)> = own.chain(brought).collect();
    let width = lines.iter().map(|(code, _)| code.len()).max().unwrap_or_default();
    for (code, sentence) in lines {
        terminal.say(format!("{code:<width$}  {sentence}"));
    }
}

fn unknown(code: &str, rules: &[Rule], terminal: &Terminal) -> Exit {
    let own = codes::all().chain(codes::tables::entries()).map(|entry| entry.name);
    let known = own.chain(rules.iter().map(|rule| rule.code.as_str()));
    match nearest(code, known) {
        Some(near) => terminal.refuse(&messages::NO_CODE_NEAR, &vec![("code", code.into()), ("near", near.into())]),
        None => terminal.refuse(&messages::NO_CODE, &vec![("code", code.into())]),
    }
    Exit::Unusable
}

/// Returns what the register knows of a code.
fn explained(entry: &'static Code, locale: Locale) -> String {
    let sentence = entry.readable(&entry.sentence, locale);
    let instruction = entry.readable(&entry.instruction, locale);
    let head = headed(entry.name, messages::severity(entry.severity).words(locale), &sentence, &instruction);
    let wrong = side(entry.example.wrong);
    let right = side(entry.example.right);
    let (is_wrong, is_right) = (messages::WRONG.words(locale), messages::RIGHT.words(locale));
    format!("{head}\n\n{is_wrong}\n\n{wrong}\n{is_right}\n\n{right}")
}

fn of_rule(rule: &Rule, locale: Locale) -> String {
    let help = rule.help.as_ref().map_or("", |help: &LocalizedText| help.words(locale));
    headed(&rule.code, messages::severity(rule.severity).words(locale), rule.message.words(locale), help)
}

fn headed(code: &str, severity: &str, sentence: &str, instruction: &str) -> String {
    format!("{code} ({severity})\n\n{sentence}\n{instruction}").trim_end().to_owned()
}

/// Returns the files of one side of an example, indented below their paths.
fn side(files: &[ExampleFile]) -> String {
    let mut out = String::new();
    for file in files {
        out.extend(["  ", &file.heading(""), "\n\n"]);
        for line in file.text.lines() {
            out.extend(["      ", &Example::visible(line), "\n"]);
        }
        out.push('\n');
    }
    out
}

fn examples(folder: &Path, terminal: &Terminal) -> Exit {
    let is_crowd = |side: &[ExampleFile]| side.iter().any(|file| matches!(file.special, Some(Special::Files(_))));
    for entry in codes::all().filter(|entry| !is_crowd(entry.example.wrong)) {
        let folder = folder.join(entry.name);
        if let Err(error) = Example::write(entry.example.wrong, &folder) {
            let values = vec![("path", path_text(folder).into()), ("reason", super::options::system(&error))];
            terminal.refuse(&messages::NOT_WRITTEN, &values);
            return Exit::Unusable;
        }
    }
    terminal.say(path_text(folder));
    Exit::Done
}
