//! `chancery list`: what there is.

use super::{Exit, speech::Speech, terminal::Terminal, verdict};
use crate::check::Verdict;
use crate::diag::phrases;
use crate::load::Workspace;
use crate::record::{Language, Record};

/// List the kinds of records, the records of a kind, or the reports
///
/// Without a kind: every kind with the number of its records. With a kind: a line for each record, its id and what it is called, and
/// their number at the end.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A kind of record, for example event, or reports.
    kind: Option<String>,
    #[command(flatten)]
    pub(super) speech: Speech,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let verdict = verdict(workspace);
    match args.kind.as_deref() {
        None => kinds(&verdict, terminal),
        Some("reports" | "report") => reports(&verdict, terminal),
        Some(name) => return records(&verdict, name, terminal),
    }
    Exit::Done
}

fn kinds(verdict: &Verdict, terminal: &Terminal) {
    for kind in verdict.holdings.schemas.iter() {
        let count = verdict.holdings.records.of_kind(&kind.name).count();
        terminal.say(format!("{:<16} {count:>6}  {}", kind.name, kind.description.words(terminal.tongue())));
    }
}

fn reports(verdict: &Verdict, terminal: &Terminal) {
    for report in &verdict.reports {
        let each = report.for_each.as_ref().map(|kind| vec![("kind", kind.as_str().into())]);
        let each = each.map(|kind| phrases::ONE_FOR_EACH.say(&kind, terminal.tongue())).unwrap_or_default();
        let name = report.type_name.get(Language::En).unwrap_or_default();
        terminal.say(format!("{:<16} {name} ({}){each}", report.name, report.languages.join(", ")));
    }
}

fn records(verdict: &Verdict, name: &str, terminal: &Terminal) -> Exit {
    let schemas = &verdict.holdings.schemas;
    let Some(kind) = schemas.iter().find(|kind| kind.name == name || kind.folder == name) else {
        let known: Vec<&str> = schemas.iter().map(|kind| kind.name.as_str()).collect();
        terminal.refuse(&phrases::NO_KIND, &vec![("kind", name.into()), ("known", known.join(", ").into())]);
        return Exit::Broken;
    };
    let mut records: Vec<&Record> = verdict.holdings.records.of_kind(&kind.name).collect();
    records.sort_by(|a, b| verdict.holdings.natural_order(a, b));
    let width = records.iter().map(|record| record.id.chars().count()).max().unwrap_or(0);
    for record in &records {
        terminal.say(format!("{:<width$}  {}", record.id, label(record, &kind.label)));
    }
    terminal.tell(&phrases::COUNTED, &vec![("number", records.len().into()), ("kinds", kind.folder.as_str().into())]);
    Exit::Done
}

/// Returns what a record is called: in English, or in the first language there is.
pub fn label(record: &Record, field: &str) -> String {
    let node = record.root.get(field);
    let english = node.and_then(|node| node.get("en").or_else(|| node.entries().first().map(|e| &e.value)));
    english.or(node).and_then(|node| node.text()).unwrap_or_default().to_owned()
}
