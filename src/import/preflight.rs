//! New records before the same checks as all others: the workspace is read with them as if they were written.

use crate::diag::Arg;
use std::ops::Range;

use super::columns::{Column, Step};
use super::messages;
use super::plan::{Draft, Plan};
use super::table::{Row, Table};
use crate::check;
use crate::diag::{Diagnostic, DiagnosticText, Locale, LocalizedText, Place, Subject, codes};
use crate::load::{self, Workspace};
use crate::record::{Node, Value};

/// A fault that the checks find once the new records are there.
#[derive(Debug)]
pub struct PreflightFault {
    /// The fault; its place is that in the table where the value came from, if it came from one.
    pub diagnostic: Diagnostic,
    /// The bytes of the table's view.
    pub range: Option<Range<usize>>,
}

/// Checks the workspace with the new records in it; returns what is wrong that was not wrong before, in words of the table.
pub fn preflight(workspace: Workspace, plan: &Plan<'_>, table: &Table, before: &[Diagnostic]) -> Vec<PreflightFault> {
    let mut loaded = load::load(workspace);
    let mut files = Vec::new();
    for draft in &plan.drafts {
        let file = loaded.draft(draft.path.clone(), &draft.text);
        let record = loaded.records.last().filter(|record| record.file == file);
        files.push((file, record.map(|record| record.root.clone())));
    }
    let result = check::check(loaded);
    let new = result.diagnostics.into_iter().filter(|diagnostic| !before.contains(diagnostic));
    let spot = |diagnostic: &Diagnostic, place: &Place| {
        let at = files.iter().position(|(file, _)| *file == place.file)?;
        let steps = files[at].1.as_ref().map(|root| steps_to(root, place.range.start)).unwrap_or_default();
        let draft = &plan.drafts[at];
        let row = table.rows.get(draft.row)?;
        Some(RowTexts { table, columns: &plan.columns, draft, row }.spot(diagnostic, &steps))
    };
    let tried = |diagnostic: Diagnostic| match diagnostic.place.as_ref().and_then(|place| spot(&diagnostic, place)) {
        Some(spot) => PreflightFault { range: Some(spot.range.clone()), diagnostic: spot.placed(diagnostic) },
        None => PreflightFault { range: None, diagnostic },
    };
    new.map(tried).collect()
}

/// Returns the way to the innermost value at a byte.
fn steps_to(node: &Node, byte: usize) -> Vec<String> {
    let holds = |span: crate::record::Span| span.range().contains(&byte) || span.range().start == byte;
    let mut steps = Vec::new();
    let mut node = node;
    loop {
        let next = match &node.value {
            Value::Map(entries) => entries
                .iter()
                .find(|entry| holds(entry.key_span.to(entry.value.span)))
                .map(|entry| (entry.key.to_string(), &entry.value)),
            Value::List(items) => {
                items.iter().enumerate().find(|(_, item)| holds(item.span)).map(|(at, item)| (at.to_string(), item))
            }
            Value::Scalar(_) | Value::Unreadable => None,
        };
        let Some((step, inner)) = next else { return steps };
        steps.push(step);
        node = inner;
    }
}

/// A row of the table, and the record that was made of it.
struct RowTexts<'a> {
    table: &'a Table,
    columns: &'a [Column<'a>],
    draft: &'a Draft,
    row: &'a Row,
}

/// Where in the table a fault is, and what to do about it there.
struct Location {
    range: Range<usize>,
    /// The name of the cell or of the row.
    name: Arg,
    /// What to do, where a record and a table are mended in different ways.
    instruction: Option<Arg>,
}

impl RowTexts<'_> {
    fn spot(&self, diagnostic: &Diagnostic, steps: &[String]) -> Location {
        let Some(wanted) = wanted(diagnostic, steps) else { return self.source(steps) };
        match self.columns.iter().find(|column| fills(column, &wanted)) {
            Some(column) => {
                let cell = self.row.cell(column.heading.column);
                Location {
                    range: cell.map_or_else(|| self.row.range.clone(), |cell| cell.range.clone()),
                    name: self.table.cell_name(self.row, &column.heading),
                    instruction: Some((&messages::FILL_CELL).into()),
                }
            }
            None => {
                let heading =
                    wanted.iter().map(|step| step.parse().map_or(step.clone(), |n: usize| (n + 1).to_string()));
                let heading = heading.collect::<Vec<_>>().join(".");
                let instruction = messages::ADD_COLUMN.of(vec![("example", heading.into())]);
                Location { instruction: Some(instruction), ..self.source(steps) }
            }
        }
    }

    /// Returns where a value came from: its cell, or its row where no cell made it.
    fn source(&self, steps: &[String]) -> Location {
        let shared = |path: &[String]| path.iter().zip(steps).take_while(|(a, b)| a == b).count();
        let origins = self.draft.origins.iter().filter(|(path, _)| shared(path) > 0);
        let cell = origins.max_by_key(|(path, _)| shared(path)).and_then(|(_, column)| self.row.cell(*column));
        let heading = cell.and_then(|cell| self.table.heading(cell.column));
        let of_row = if self.table.is_sheet() { &messages::ROW_OF_SHEET } else { &messages::LINE_OF_TEXT };
        Location {
            range: cell.map_or_else(|| self.row.range.clone(), |cell| cell.range.clone()),
            name: heading.map_or_else(
                || of_row.of(vec![("number", self.row.number.into())]),
                |heading| self.table.cell_name(self.row, heading),
            ),
            instruction: None,
        }
    }
}

/// Returns the way to the value that is missing, for a fault that says so.
fn wanted(diagnostic: &Diagnostic, steps: &[String]) -> Option<Vec<String>> {
    let Subject::Field(name) = &diagnostic.subject else { return None };
    let above = match diagnostic {
        missing if missing.is(codes::FIELD_MISSING) => steps.split_last()?.1,
        missing if missing.is(codes::TRANSLATION_MISSING) => steps,
        _ => return None,
    };
    Some(above.iter().chain([name]).cloned().collect())
}

/// Returns whether a column fills the value at the end of a way.
fn fills(column: &Column<'_>, wanted: &[String]) -> bool {
    let same = |(step, name): (&Step, &String)| match step {
        Step::Field(field) => field == name,
        Step::Entry(number) => name.parse::<usize>().is_ok_and(|at| at + 1 == *number),
    };
    let path = column.target.as_ref().map(|target| &target.path);
    path.is_some_and(|path| path.len() == wanted.len() && path.iter().zip(wanted).all(same))
}

impl Location {
    /// Returns a fault in words that name the cell. What would mend a record that is not there yet are bytes of no file.
    fn placed(self, diagnostic: Diagnostic) -> Diagnostic {
        let both = |say: &dyn Fn(Locale) -> String| LocalizedText { en: say(Locale::En), ru: Some(say(Locale::Ru)) };
        let sentence = both(&|locale| format!("{}: {}", self.name.format(locale), diagnostic.sentence(locale)));
        let instruction = self.instruction.as_ref().map(|said| both(&|locale| said.format(locale)));
        let own = diagnostic.instruction(Locale::En).is_some();
        let own = own.then(|| both(&|locale| diagnostic.instruction(locale).unwrap_or_default()));
        let words =
            DiagnosticText::Rule { code: diagnostic.code().to_owned(), sentence, instruction: instruction.or(own) };
        Diagnostic { words, related: Vec::new(), fix: None, ..diagnostic }
    }
}
