//! Select: which records a document prints, in which order, and what it counts. Choosing, ordering and counting happen here, once, so
//! that text, table and chart of a document cannot disagree. The room is pure: no clock, no disk.

mod order;
mod tally;

use std::sync::Arc;

use indexmap::IndexMap;

pub use tally::{Axis, Tally};

use crate::check::Checked;
use crate::diag::{Diagnostic, codes};
use crate::holdings::Holdings;
use crate::record::{Language, Record};
use crate::report::{Report, Set};
use crate::rule::{Court, Expression};

/// What one document is to be made of.
#[derive(Debug, Clone)]
pub struct Commission<'a> {
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

impl Commission<'_> {
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
pub fn select<'a>(checked: &'a Checked, commission: &Commission<'a>) -> Result<Selection<'a>, Vec<Diagnostic>> {
    let report = commission.report;
    let mut chooser =
        Chooser { court: court(&checked.holdings, commission), holdings: &checked.holdings, faults: vec![] };
    let alphabet = crate::locale::Alphabet::of(commission.language);
    let mut sets = IndexMap::new();
    for (name, set) in &report.sets {
        let mut records = chooser.choose(set);
        order::sort(&mut records, set, &checked.holdings, commission.language, &alphabet);
        sets.insert(name.as_str(), records);
    }
    let mut counts = IndexMap::new();
    for (name, count) in &report.counts {
        let records = sets.get(count.of.as_str()).cloned().unwrap_or_default();
        let records = chooser.filter(records, count.filter.as_deref());
        counts.insert(name.as_str(), tally::count(count, &records, &sets, report, &checked.holdings));
    }
    if chooser.faults.is_empty() { Ok(Selection { sets, counts }) } else { Err(chooser.faults) }
}

fn court(holdings: &Arc<Holdings>, commission: &Commission<'_>) -> Court<'static> {
    let mut court = Court::new(holdings);
    court.bind("as_of", &commission.as_of);
    if let Some(period) = &commission.report.period {
        court.bind("period", &period.0);
    }
    if let Some(subject) = commission.subject {
        court.bind_record("subject", subject);
    }
    court
}

struct Chooser<'a> {
    court: Court<'static>,
    holdings: &'a Holdings,
    faults: Vec<Diagnostic>,
}

impl<'a> Chooser<'a> {
    fn choose(&mut self, set: &'a Set) -> Vec<&'a Record> {
        let records = self.holdings.records.of_kind(&set.kind).collect();
        self.filter(records, set.filter.as_deref())
    }

    fn filter(&mut self, records: Vec<&'a Record>, filter: Option<&str>) -> Vec<&'a Record> {
        let Some(Ok(expression)) = filter.map(Expression::compile) else { return records };
        let mut kept = Vec::new();
        for record in records {
            match self.court.ask(&expression, record) {
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
