//! What a recipient is due, with the files, before a note is made of it and before it is sent.

use super::cover::{Cover, of_line};
use super::package::Part;
use super::plan::{Line, Moment, Plan};
use super::shelf::{Shelf, Unavailable};
use crate::digest;
use crate::ledger::{Channel, Entry, Purpose, Step};
use crate::record::Language;
use crate::select::Delivered;

/// A document that a recipient is due.
#[derive(Debug, Clone)]
pub struct Due<'c> {
    /// The line of the plan.
    pub line: Line<'c>,
    /// What the note says of it.
    pub delivered: Delivered<'c>,
    /// The file.
    pub part: Part,
}

/// Returns what a recipient is due, in the order of the plan; `is_due` says which lines are meant.
///
/// # Errors
/// Returns the file that is not to be had, and why.
pub fn due<'c>(
    plan: &Plan<'c>,
    at: usize,
    cover: &Cover<'_, 'c>,
    shelf: &mut Shelf,
    first_edition: &str,
    is_due: impl Fn(&Line<'c>) -> bool,
) -> Result<Vec<Due<'c>>, Box<(String, Unavailable)>> {
    let recipient = &plan.recipients[at];
    let mut all = Vec::new();
    for line in plan.lines_of(at).filter(|line| is_due(line)) {
        let Some(choice) = &line.choice else { continue };
        // The name on a copy is in the language of the document.
        let language = Language::from_code(choice.said("language")).unwrap_or(Language::En);
        let bytes = shelf.file(choice, first_edition, recipient.name(language));
        let bytes = bytes.map_err(|why| Box::new((choice.said("file").to_owned(), why)))?;
        let Some(delivered) = of_line(line, digest::of(&bytes), cover.since(line)) else { continue };
        let part = Part { name: delivered.file.clone(), bytes };
        all.push(Due { line: line.clone(), delivered, part });
    }
    Ok(all)
}

/// Returns what a recipient is asked to give back, as the ledger has it, without the files.
pub fn recalled<'c>(plan: &Plan<'c>, at: usize, is_due: impl Fn(&Line<'c>) -> bool) -> Vec<Due<'c>> {
    let of_one = |line: &Line<'c>| {
        let sha256 = line.choice.as_ref()?.sha256.clone();
        let delivered = of_line(line, sha256, None)?;
        let part = Part { name: delivered.file.clone(), bytes: Vec::new() };
        Some(Due { line: line.clone(), delivered, part })
    };
    plan.lines_of(at).filter(|line| is_due(line)).filter_map(of_one).collect()
}

/// Returns what carries documents to a recipient: the same for the same documents, whenever and however often they are sent.
pub fn delivery(recipient: &str, purpose: Purpose, due: &[Due<'_>]) -> String {
    let mut text = format!("{purpose:?} {recipient}");
    for due in due {
        text.push('\n');
        text.push_str(&due.delivered.sha256);
        text.push_str(&due.delivered.release.id);
    }
    digest::of(text)[..32].to_owned()
}

/// Returns the step of a document, for the ledger.
pub fn entry(
    due: &Due<'_>,
    recipient: &str,
    delivery: &str,
    moment: &Moment,
    (channel, step, purpose): (Channel, Step, Purpose),
) -> Entry {
    let choice = due.line.choice.as_ref();
    let said = |field: &str| choice.map(|choice| choice.said(field)).unwrap_or_default().to_owned();
    Entry {
        at: moment.text.clone(),
        step,
        purpose,
        delivery: delivery.to_owned(),
        recipient: recipient.to_owned(),
        document: due.delivered.release.id.clone(),
        version: choice.map(|choice| choice.release.version()).unwrap_or_default(),
        edition: said("edition"),
        language: said("language"),
        sha256: due.delivered.sha256.clone(),
        copy: due.delivered.copy,
        channel,
        result: None,
    }
}
