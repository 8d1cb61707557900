//! `chancery list`: what there is.

use super::exit::Exit;
use super::{options::LanguageOptions, terminal::Terminal, workspace};
use crate::check::CheckResult;
use crate::diag::{Locale, messages};
use crate::load::Workspace;
use crate::record::{Language, Record};
use crate::report::{Form, LanguageMap, Parameter, Report};

/// List the kinds of records, the records of a kind, or the reports
///
/// Without a kind: every kind with the number of its records. With a kind: a line for each record, its id and what it is called, and
/// their number at the end.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A kind of record, for example event, or reports.
    kind: Option<String>,
    #[command(flatten)]
    pub(super) language_options: LanguageOptions,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let result = workspace::shown(workspace, terminal);
    match args.kind.as_deref() {
        None => kinds(&result, terminal),
        Some("reports" | "report") => reports(&result, terminal),
        Some(name) => return records(&result, name, terminal),
    }
    workspace::exit(&result)
}

fn kinds(result: &CheckResult, terminal: &Terminal) {
    for kind in result.store.schemas.iter() {
        let count = result.store.records.of_kind(&kind.name).count();
        terminal.say(format!("{:<16} {count:>6}  {}", kind.name, kind.description.words(terminal.locale())));
    }
}

fn reports(result: &CheckResult, terminal: &Terminal) {
    result.reports.iter().for_each(|report| one_report(report, terminal));
}

/// Says what a report is and takes, as its definition tells it.
pub fn one_report(report: &Report, terminal: &Terminal) {
    let kinds = vec![("kind", report.for_each.join(", ").into())];
    let each = (!report.for_each.is_empty()).then(|| messages::ONE_FOR_EACH.format(&kinds, terminal.locale()));
    let each = each.unwrap_or_default();
    let name = words(&report.type_name, terminal.locale()).unwrap_or_default();
    let languages: Vec<&str> = report.languages.iter().map(|language| language.code()).collect();
    terminal.say(format!("{:<16} {name} ({}){each}", report.name, languages.join(", ")));
    if let Some(words) = report.description.as_ref().and_then(|texts| words(texts, terminal.locale())) {
        terminal.say(format!("{:<16} {words}", ""));
    }
    for (name, parameter) in &report.parameters {
        let label = words(&parameter.label, terminal.locale()).unwrap_or_default();
        terminal.say(format!("{:<16} --set {name}={}  {label}", "", taken(parameter)));
    }
}

/// Returns what a parameter takes, in a word or two.
fn taken(parameter: &Parameter) -> String {
    match parameter.form {
        Form::Record => format!("<{}>", parameter.kind.as_deref().unwrap_or_default()),
        Form::Date => "<YYYY-MM-DD>".to_owned(),
        Form::Flag => "true|false".to_owned(),
        Form::Choice => parameter.choices.keys().cloned().collect::<Vec<_>>().join("|"),
    }
}

/// Returns a text of a workspace in the language of messages, or in English.
fn words(texts: &LanguageMap, locale: Locale) -> Option<&str> {
    Language::from_code(locale.code()).and_then(|language| texts.get(language)).or_else(|| texts.get(Language::En))
}

fn records(result: &CheckResult, name: &str, terminal: &Terminal) -> Exit {
    let schemas = &result.store.schemas;
    let Some(kind) = schemas.iter().find(|kind| kind.name == name || kind.folder == name) else {
        let known: Vec<&str> = schemas.iter().map(|kind| kind.name.as_str()).collect();
        terminal.refuse(&messages::NO_KIND, &vec![("kind", name.into()), ("known", known.join(", ").into())]);
        return Exit::Unusable;
    };
    let records = result.store.in_natural_order(result.store.records.of_kind(&kind.name).collect());
    let width = records.iter().map(|record| record.id.chars().count()).max().unwrap_or(0);
    for record in &records {
        terminal.say(format!("{:<width$}  {}", record.id, label(record, &kind.label)));
    }
    terminal
        .inform(&messages::COUNTED, &vec![("number", records.len().into()), ("kinds", kind.folder.as_str().into())]);
    workspace::exit(result)
}

/// Returns what a record is called: in English, or in the first language there is.
pub fn label(record: &Record, field: &str) -> String {
    let node = record.root.get(field);
    let english = node.and_then(|node| node.get("en").or_else(|| node.entries().first().map(|e| &e.value)));
    english.or(node).and_then(|node| node.text()).unwrap_or_default().to_owned()
}
