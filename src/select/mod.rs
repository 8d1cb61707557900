//! Select: which records a document prints, in which order, and what it counts. Choosing, ordering and counting happen here, once, so
//! that text, table and chart of a document cannot disagree. The room is pure: no clock, no disk.

mod band;
mod delivery;
mod list;
mod order;
mod tally;
mod version;

use std::sync::Arc;

use indexmap::IndexMap;

pub use band::Told;
pub use delivery::{Delivered, Delivery, Numbered, Since, markings};
pub use list::{Chosen, Lists, Member};
pub use tally::{Axis, Cell, Tally};
pub use version::{Earlier, Status, Version, reference_name, version_name};

use crate::diag::{Arg, Diagnostic, Place, codes};
use crate::record::{Language, Record};
use crate::report::{Argument, Arguments, Report, Set};
use crate::rule::{self, EvalError, Evaluator, Filter};
use crate::schema::REQUEST;
use crate::store::Store;
use crate::view::View;

/// One document to be made.
#[derive(Debug, Clone)]
pub struct Job<'v> {
    /// What may be seen, and what was known.
    pub view: &'v View<'v>,
    /// The report.
    pub report: &'v Report,
    /// The record it is about, for a report with one document for each record.
    pub subject: Option<&'v Record>,
    /// The request that gives the document its official life.
    pub request: Option<&'v Record>,
    /// The language.
    pub language: Language,
    /// What was set for it.
    pub arguments: Arc<Arguments>,
    /// Whether the version that the request is for is made as it goes out.
    pub releases: bool,
    /// The version of it that went out last.
    pub earlier: Option<Arc<Earlier>>,
    /// The copy, where each has a number.
    pub copy: Option<Numbered>,
    /// What it covers, where it goes with other documents.
    pub delivery: Option<Arc<Delivery<'v>>>,
    /// The documents that it binds, in their order.
    pub bound: Vec<Bound<'v>>,
}

/// A document that another one binds.
#[derive(Debug, Clone)]
pub struct Bound<'v> {
    /// Where the record names it.
    pub place: Place,
    /// The place, in the list of the record that holds it, of the entry in which it is named; from 0.
    pub item: usize,
    /// How it is made, or why it cannot be.
    pub job: Result<Job<'v>, Arg>,
}

impl Job<'_> {
    /// Returns the version that is made; none where there is no request.
    pub fn version(&self) -> Option<Version> {
        Some(Version::written(self.request?)?.made(self.releases))
    }

    /// Returns whether a later version is made than the request is for: then its date and clearance are those of another one.
    pub fn is_of_next_version(&self) -> bool {
        let written = self.request.and_then(Version::written);
        written.map(|version| version.number) != self.version().map(|version| version.number)
    }

    /// Returns the name by which messages call the document.
    pub fn name(&self) -> String {
        match self.subject {
            Some(subject) => format!("{} {} ({})", self.report.name, subject.id, self.language),
            None => format!("{} ({})", self.report.name, self.language),
        }
    }
}

/// The records and counts of one document.
#[derive(Debug)]
pub struct Selection<'v> {
    /// The records of each set.
    pub sets: IndexMap<&'v str, Vec<&'v Record>>,
    /// The counts; nothing where a count is less than what is worth telling.
    pub counts: IndexMap<&'v str, Option<Tally>>,
    /// What is chosen out of lists.
    pub lists: Lists<'v>,
    /// What stands in each band.
    pub bands: IndexMap<&'v str, Vec<Told<'v>>>,
    /// What the documents that it binds print, in their order.
    pub bound: Vec<Self>,
}

/// Selects for a document.
///
/// # Errors
/// Returns a diagnostic for every record that a filter fails on, and for every document that cannot be bound.
pub fn select<'v>(job: &Job<'v>) -> Result<Selection<'v>, Vec<Diagnostic>> {
    let (report, store) = (job.report, job.view.store());
    let evaluator = evaluator(job);
    let mut faults = Vec::new();
    let mut fail = |record: &Record, reason: EvalError| {
        let values = vec![("record", record.id.as_str().into()), ("reason", reason.to_string().into())];
        faults.push(Diagnostic::new(codes::FILTER_FAILED, record.place_of("id"), values));
        false
    };
    let collator = crate::locale::Collator::of(job.language);
    let mut sets = IndexMap::new();
    for (name, set) in report.sets_for(job.subject) {
        let mut records = choose(set, store, &evaluator, &mut fail);
        order::sort(&mut records, set, store, job.language, &collator);
        records.truncate(set.first.unwrap_or(usize::MAX));
        sets.insert(name, records);
    }
    leave_out(&mut sets, report);
    let mut counts = IndexMap::new();
    for (name, count) in &report.counts {
        // A set that does not stand in the document is not counted.
        let Some(all) = sets.get(count.of.as_str()) else { continue };
        let kept = keep(all.clone(), count.filter.as_ref(), &evaluator, &mut fail);
        let places = tally::places(all, &kept);
        let tally = tally::count(count, &kept, &places, &sets, report, store);
        counts.insert(name.as_str(), Some(tally).filter(|tally| count.tells(tally.total)));
    }
    let lists = list::choose(report, store, job.subject, &sets, &evaluator, &mut fail);
    let fill = |(name, band)| (String::as_str(name), band::fill(band, report, &sets, &counts));
    let bands = report.bands.iter().map(fill).collect();
    let (bound, more) = select_bound(&job.bound);
    faults.extend(more);
    if faults.is_empty() { Ok(Selection { sets, counts, lists, bands, bound }) } else { Err(faults) }
}

/// Selects for each document that is bound; returns the faults of all besides.
fn select_bound<'v>(bound: &[Bound<'v>]) -> (Vec<Selection<'v>>, Vec<Diagnostic>) {
    let (mut selections, mut faults) = (Vec::new(), Vec::new());
    for Bound { place, job, .. } in bound {
        match job {
            Ok(job) => match select(job) {
                Ok(selection) => selections.push(selection),
                Err(more) => faults.extend(more),
            },
            Err(reason) => {
                let values = vec![("reason", reason.clone())];
                faults.push(Diagnostic::new(codes::DOCUMENT_UNBOUND, place.clone(), values));
            }
        }
    }
    (selections, faults)
}

/// Leaves out the sets that have too few records or too many, and of those that have not too many the ones that would stand in their place.
fn leave_out(sets: &mut IndexMap<&str, Vec<&Record>>, report: &Report) {
    for (name, set) in &report.sets {
        let Some(number) = sets.get(name.as_str()).map(Vec::len) else { continue };
        let has_too_many = set.most.as_ref().is_some_and(|most| number > most.number);
        if has_too_many || set.least.is_some_and(|least| number < least) {
            sets.shift_remove(name.as_str());
        }
        if let Some(other) = set.most.as_ref().and_then(|most| most.other.as_ref()).filter(|_| !has_too_many) {
            sets.shift_remove(other.as_str());
        }
    }
}

/// Returns the records that a report makes a document of, in the order of the store; none for a report that is one document.
///
/// # Errors
/// Returns the record on which the filter of the report gives no answer, and why.
pub fn subjects<'v>(view: &'v View<'_>, report: &Report) -> Result<Vec<&'v Record>, (String, EvalError)> {
    let all = report.for_each.iter().flat_map(|kind| view.store().records.of_kind(kind)).collect();
    let mut failed = None;
    let kept = keep(all, report.only.as_ref(), &of_report(view, report), &mut |record, reason| {
        failed.get_or_insert((record.id.clone(), reason));
        false
    });
    failed.map_or(Ok(kept), Err)
}

/// Returns what evaluates the filters of a report.
fn of_report(view: &View<'_>, report: &Report) -> Evaluator<'static> {
    let mut evaluator = Evaluator::over(view.values());
    evaluator.bind("as_of", &view.day());
    if let Some(period) = &report.period {
        evaluator.bind("period", period);
    }
    evaluator
}

/// Binds what was set for a report, by name, as filters see it.
pub fn bind_arguments(evaluator: &mut Evaluator<'_>, arguments: &Arguments) {
    let bound = |(name, argument): (&'_ str, &Argument)| match argument {
        Argument::Record(text) | Argument::Choice(text) => (name.to_owned(), rule::Bound::Text(text.clone())),
        Argument::Date(date) => (name.to_owned(), rule::Bound::Text(date.to_string())),
        Argument::Flag(flag) => (name.to_owned(), rule::Bound::Flag(*flag)),
    };
    evaluator.bind_map("set", arguments.all().map(bound));
}

/// Returns what evaluates the filters of a document.
fn evaluator(job: &Job<'_>) -> Evaluator<'static> {
    let mut evaluator = of_report(job.view, job.report);
    bind_arguments(&mut evaluator, &job.arguments);
    if let Some(subject) = job.subject {
        evaluator.bind_record("subject", subject);
    }
    evaluator
}

/// Returns the records of a set, in the order of the store; `fail` hears of a record on which the filter fails and says whether it is
/// kept.
pub fn choose<'s>(
    set: &Set,
    store: &'s Store,
    evaluator: &Evaluator<'_>,
    fail: &mut dyn FnMut(&'s Record, EvalError) -> bool,
) -> Vec<&'s Record> {
    let all: Vec<&Record> = store.records.of_kind(&set.kind).collect();
    let worth = set.filter.as_ref().and_then(|filter| evaluator.worth_asking(filter, &set.kind));
    let records = worth.map_or(all.clone(), |positions| positions.into_iter().map(|at| all[at]).collect());
    keep(records, set.filter.as_ref(), evaluator, fail)
}

fn keep<'s>(
    records: Vec<&'s Record>,
    filter: Option<&'_ Filter>,
    evaluator: &Evaluator<'_>,
    fail: &mut dyn FnMut(&'s Record, EvalError) -> bool,
) -> Vec<&'s Record> {
    let Some(expression) = filter.and_then(Filter::expression) else { return records };
    let holds =
        |record: &&'s Record| evaluator.evaluate(expression, record).unwrap_or_else(|reason| fail(record, reason));
    records.into_iter().filter(holds).collect()
}

/// Finds the request for a document: the one of its report and subject with the highest version.
pub fn request<'v>(view: &'v View<'_>, report: &Report, subject: Option<&str>) -> Option<&'v Record> {
    fn field<'r>(record: &'r Record, name: &str) -> Option<&'r str> {
        record.root.get(name).and_then(|node| node.text())
    }
    let requests = view.store().records.of_kind(REQUEST);
    let own = requests.filter(|r| field(r, "report") == Some(&report.name) && field(r, "subject") == subject);
    own.max_by_key(|r| field(r, "version").and_then(|version| version.parse::<u32>().ok()))
}
