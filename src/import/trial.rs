//! New records before the same checks as all others: the workspace is read with them as if they were written.

use crate::check;
use crate::diag::{Diagnostic, Place};
use crate::load::{self, Workspace};
use crate::record::{Node, Value};

use super::Table;
use super::plan::Draft;

/// A fault that the checks find once the new records are there.
#[derive(Debug)]
pub struct Tried {
    /// The fault; its place is that in the table where the value came from, if it came from one.
    pub diagnostic: Diagnostic,
    /// The bytes of the table's view.
    pub range: Option<std::ops::Range<usize>>,
}

/// Checks the workspace with the new records in it; returns what is wrong that was not wrong before.
pub fn trial(workspace: Workspace, drafts: &[Draft], table: &Table, before: &[Diagnostic]) -> Vec<Tried> {
    let mut loaded = load::load(workspace);
    let mut files = Vec::new();
    for draft in drafts {
        let file = loaded.draft(draft.path.clone(), &draft.text);
        let record = loaded.records.last().filter(|record| record.file == file);
        files.push((file, record.map(|record| record.root.clone())));
    }
    let verdict = check::check(loaded);
    let new = verdict.diagnostics.into_iter().filter(|diagnostic| !before.contains(diagnostic));
    let range = |place: &Place| {
        let at = files.iter().position(|(file, _)| *file == place.file)?;
        let steps = files[at].1.as_ref().map(|root| steps_to(root, place.range.start)).unwrap_or_default();
        source(&drafts[at], &steps, table)
    };
    new.map(|diagnostic| Tried { range: diagnostic.place.as_ref().and_then(range), diagnostic }).collect()
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
            Value::Scalar(_) | Value::Unread => None,
        };
        let Some((step, inner)) = next else { return steps };
        steps.push(step);
        node = inner;
    }
}

/// Returns where in the table a value came from: its cell, or its row where no cell made it.
fn source(draft: &Draft, steps: &[String], table: &Table) -> Option<std::ops::Range<usize>> {
    let row = table.rows.get(draft.row)?;
    let shared = |path: &[String]| path.iter().zip(steps).take_while(|(a, b)| a == b).count();
    let origin = draft.origins.iter().filter(|(path, _)| shared(path) > 0).max_by_key(|(path, _)| shared(path));
    let cell = origin.and_then(|(_, column)| row.cell(*column));
    Some(cell.map_or_else(|| row.range.clone(), |cell| cell.range.clone()))
}
