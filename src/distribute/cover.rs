//! Cover notes: what a recipient is given is said on a document of its own, in its language and no higher marked than what it covers.

use std::collections::HashMap;
use std::sync::Arc;

use super::plan::{Line, Moment, Plan, State};
use super::recipient::Recipient;
use super::since::Comparer;
use crate::check::Checked;
use crate::record::Language;
use crate::record::marking::{Level, Marking};
use crate::release::unconfirmed;
use crate::report::{Edition, Report};
use crate::select::{Delivered, Delivery, Job, Since};
use crate::view::View;

/// The report that cover notes are made of, where the workspace has it.
pub const COVER_NOTE: &str = "cover-note";
/// The report that notices of recall are made of.
pub const RECALL_NOTICE: &str = "recall-notice";

/// What recipients may see, each level of seeing once.
#[derive(Debug)]
pub struct Covers<'c> {
    checked: &'c Checked,
    views: Vec<View<'c>>,
    /// The place of the view of each recipient.
    places: Vec<Option<usize>>,
    comparer: Comparer,
}

/// A recipient with what it sees.
#[derive(Debug, Clone, Copy)]
pub struct Cover<'a, 'c> {
    covers: &'a Covers<'c>,
    recipient: &'a Recipient<'c>,
    place: usize,
}

/// Returns the editions that recipients see: theirs, cut down to their highest levels. A recipient of whom nobody said how much it may see has
/// none.
pub fn editions(checked: &Checked, recipients: &[Recipient<'_>]) -> Vec<Option<Edition>> {
    let schemes = &checked.store.schemes;
    let lower = |a: &Marking, b: &Marking| {
        let rank = |marking| schemes.level(marking).map(|level| level.rank);
        if rank(a) <= rank(b) { a.clone() } else { b.clone() }
    };
    let of = |recipient: &Recipient<'_>| {
        let edition = checked.settings.edition(recipient.edition())?;
        let own = recipient.highest()?;
        let highest = match &edition.highest {
            None => own.to_vec(),
            Some(levels) => {
                let both = |level: &Marking| Some(lower(level, own.iter().find(|own| own.scheme == level.scheme)?));
                levels.iter().filter_map(both).collect()
            }
        };
        Some(Edition { id: edition.id.clone(), highest: Some(highest), attach: false })
    };
    recipients.iter().map(of).collect()
}

/// Returns each edition once, and the place of that of each recipient.
pub fn distinct(editions: Vec<Option<Edition>>) -> (Vec<Edition>, Vec<Option<usize>>) {
    let mut all: Vec<Edition> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut place = |edition: Edition| {
        *known.entry(format!("{edition:?}")).or_insert_with(|| {
            all.push(edition);
            all.len() - 1
        })
    };
    let places = editions.into_iter().map(|edition| edition.map(&mut place)).collect();
    (all, places)
}

impl<'c> Covers<'c> {
    /// Prepares what recipients see; `editions` and `places` are those of [`distinct`].
    pub fn new(checked: &'c Checked, editions: &'c [Edition], places: Vec<Option<usize>>, moment: &Moment) -> Self {
        let views = editions.iter().map(|edition| View::new(checked, edition, moment.day)).collect();
        let comparer = Comparer::new(checked.workspace.root.clone());
        Self { checked, views, places, comparer }
    }

    /// Returns what a recipient of the plan sees.
    pub fn of<'a>(&'a self, plan: &'a Plan<'c>, at: usize) -> Option<Cover<'a, 'c>> {
        let place = self.places[at]?;
        Some(Cover { covers: self, recipient: &plan.recipients[at], place })
    }
}

impl<'a, 'c> Cover<'a, 'c> {
    /// Returns what changed since the version that the recipient has.
    pub fn since(&self, line: &Line<'c>) -> Option<Arc<Since>> {
        let (State::Changed(old), Some(choice)) = (&line.state, &line.choice) else { return None };
        let language = Language::from_code(choice.said("language"))?;
        let view = &self.covers.views[self.place];
        self.covers.comparer.since(old, &choice.release, (choice.said("edition"), language), (self.place, view))
    }

    /// Returns the job of the note that covers documents; none where the workspace has no such report.
    pub fn job(&self, report: &str, documents: Vec<Delivered<'c>>, recall: Option<String>) -> Option<Job<'a>> {
        let report = self.covers.checked.reports.iter().find(|own| own.name == report)?;
        let view = &self.covers.views[self.place];
        // Its own name is known to it, whatever its record is marked.
        let subject = view.store().records.get(self.recipient.id()).unwrap_or(self.recipient.record);
        let delivery = Delivery { documents, recall };
        Some(Job {
            view,
            report,
            subject: Some(subject),
            request: None,
            language: self.language(report, &delivery),
            arguments: Arc::default(),
            releases: false,
            earlier: None,
            copy: None,
            delivery: Some(Arc::new(delivery)),
            bound: Vec::new(),
        })
    }

    /// Returns the first of the recipient's languages, and then of the report's, in which the report is made and the words of all marks are
    /// confirmed: a note goes out like what it covers. Where there is none, it is the first in which it is made.
    fn language(&self, report: &Report, delivery: &Delivery<'_>) -> Language {
        let Checked { settings, store, .. } = self.covers.checked;
        let made = self.recipient.languages_of(report, settings);
        let marks: Vec<Level> = delivery
            .markings()
            .chain([settings.marking.clone()])
            .filter_map(|marking| store.schemes.level(&marking))
            .collect();
        let is_confirmed =
            |language: &&Language| marks.iter().all(|level| unconfirmed(level, **language, store).is_none());
        made.iter().find(is_confirmed).or(made.first()).copied().unwrap_or(Language::En)
    }
}

/// Returns what a recipient is given by a line.
pub fn of_line<'c>(line: &Line<'c>, sha256: String, since: Option<Arc<Since>>) -> Option<Delivered<'c>> {
    let choice = line.choice.as_ref()?;
    Some(Delivered {
        release: choice.release.record,
        entry: choice.entry,
        file: file_name(choice.said("file"), choice.copy),
        sha256,
        copy: choice.copy,
        since,
    })
}

/// Returns the name of a copy: that of the file, with its number.
fn file_name(file: &str, copy: Option<u32>) -> String {
    match (copy, file.strip_suffix(".pdf")) {
        (Some(number), Some(stem)) => format!("{stem}_copy-{number:03}.pdf"),
        _ => file.to_owned(),
    }
}
