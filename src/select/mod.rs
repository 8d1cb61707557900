//! Select: which records a document prints, in which order, and what it counts. Choosing, ordering and counting happen here, once, so
//! that text, table and chart of a document cannot disagree. The room is pure: no clock, no disk.

mod order;
mod tally;

use std::sync::Arc;

use indexmap::IndexMap;

pub use tally::{Axis, Tally};

use crate::check::Checked;
use crate::diag::{Diagnostic, codes};
use crate::record::{Language, Record};
use crate::report::{Report, Set};
use crate::rule::{Evaluator, Expression};
use crate::store::Store;

/// What one document is to be made of.
#[derive(Debug, Clone)]
pub struct Job<'a> {
    /// The report.
    pub report: &'a Report,
    /// The record it is about, for a report with one document for each record.
    pub subject: Option<&'a Record>,
    /// The request that gives the document its official life.
    pub request: Option<&'a Record>,
    /// The language.
    pub language: Language,
    /// The day up to which information is taken in, as EDTF.
    pub as_of: String,
}

impl Job<'_> {
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
pub struct Selection<'a> {
    /// The records of each set.
    pub sets: IndexMap<&'a str, Vec<&'a Record>>,
    /// The counts.
    pub counts: IndexMap<&'a str, Tally>,
}

/// Selects for a document.
///
/// # Errors
/// Returns a diagnostic for every record that a filter fails on.
pub fn select<'a>(checked: &'a Checked, job: &Job<'a>) -> Result<Selection<'a>, Vec<Diagnostic>> {
    let report = job.report;
    let mut selector = Selector { evaluator: evaluator(&checked.store, job), store: &checked.store, faults: vec![] };
    let collator = crate::locale::Collator::of(job.language);
    let mut sets = IndexMap::new();
    for (name, set) in &report.sets {
        let mut records = selector.choose(set);
        order::sort(&mut records, set, &checked.store, job.language, &collator);
        sets.insert(name.as_str(), records);
    }
    let mut counts = IndexMap::new();
    for (name, count) in &report.counts {
        let records = sets.get(count.of.as_str()).cloned().unwrap_or_default();
        let records = selector.filter(records, count.filter.as_deref());
        counts.insert(name.as_str(), tally::count(count, &records, &sets, report, &checked.store));
    }
    if selector.faults.is_empty() { Ok(Selection { sets, counts }) } else { Err(selector.faults) }
}

fn evaluator(store: &Arc<Store>, job: &Job<'_>) -> Evaluator<'static> {
    let mut evaluator = Evaluator::new(store);
    evaluator.bind("as_of", &job.as_of);
    if let Some(period) = &job.report.period {
        evaluator.bind("period", &period.0);
    }
    if let Some(subject) = job.subject {
        evaluator.bind_record("subject", subject);
    }
    evaluator
}

struct Selector<'a> {
    evaluator: Evaluator<'static>,
    store: &'a Store,
    faults: Vec<Diagnostic>,
}

impl<'a> Selector<'a> {
    fn choose(&mut self, set: &'a Set) -> Vec<&'a Record> {
        let records = self.store.records.of_kind(&set.kind).collect();
        self.filter(records, set.filter.as_deref())
    }

    fn filter(&mut self, records: Vec<&'a Record>, filter: Option<&str>) -> Vec<&'a Record> {
        let Some(Ok(expression)) = filter.map(Expression::compile) else { return records };
        let mut kept = Vec::new();
        for record in records {
            match self.evaluator.evaluate(&expression, record) {
                Ok(true) => kept.push(record),
                Ok(false) => {}
                Err(reason) => {
                    let values = vec![("record", record.id.as_str().into()), ("reason", reason.to_string().into())];
                    self.faults.push(Diagnostic::new(codes::FILTER_FAILED, record.place_of("id"), values));
                }
            }
        }
        kept
    }
}
