//! What each report prints: which records, and which of their texts. The page itself is asked, for all documents of a report at once,
//! and without asking that the records are right.

use std::collections::HashMap;
use std::sync::Arc;

use crate::check::CheckResult;
use crate::diag::FileId;
use crate::page::{Listener, Projector, Tree};
use crate::record::{Language, Node, Record};
use crate::report::{Arguments, Report, Settings};
use crate::rule::{Evaluator, Values};
use crate::select;

/// Where something begins: no two texts, and no two records, begin at one byte of one file.
type Start = (FileId, usize);

/// What the reports print, each report by its number.
#[derive(Debug, Default)]
pub struct Printed {
    texts: HashMap<Start, Vec<usize>>,
    records: HashMap<Start, Vec<usize>>,
}

/// A report while it is followed: what the page of one of its documents prints is noted under its number.
struct Follower<'p> {
    number: usize,
    printed: &'p mut Printed,
}

impl<'a> Listener<'a> for Follower<'_> {
    fn record(&mut self, record: &'a Record) {
        note(self.printed.records.entry(start(record)).or_default(), self.number);
    }

    fn text(&mut self, record: &'a Record, node: &'a Node) {
        note(self.printed.texts.entry((record.file, node.span.range().start)).or_default(), self.number);
    }
}

impl Printed {
    /// Follows all reports.
    pub fn new(result: &CheckResult, settings: Option<&Settings>) -> Self {
        let mut printed = Self::default();
        for (number, report) in result.reports.iter().enumerate() {
            let follower = Follower { number, printed: &mut printed };
            let mut projector = Projector::new(&result.store, Language::En, follower);
            for (records, paths) in roots(result, report, settings) {
                let tree = Tree::new(paths);
                records.into_iter().for_each(|record| _ = projector.record(record, &tree));
            }
        }
        printed
    }

    /// Returns the reports that print a text.
    pub fn text(&self, file: FileId, node: &Node) -> &[usize] {
        self.texts.get(&(file, node.span.range().start)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the reports that print a record.
    pub fn record(&self, record: &Record) -> &[usize] {
        self.records.get(&start(record)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Returns what the documents of a report begin with: records, and the paths that are followed from them. A record on which a filter
/// fails is taken in: it may be printed when it is mended.
pub fn roots<'v>(
    result: &'v CheckResult,
    report: &'v Report,
    settings: Option<&Settings>,
) -> Vec<(Vec<&'v Record>, &'v [String])> {
    let store = &result.store;
    let values = Arc::new(Values::new(store));
    let evaluator = |subject: Option<&Record>| {
        let mut evaluator = Evaluator::over(&values);
        evaluator
            .bind("as_of", &settings.map_or_else(|| "9999-12-31".to_owned(), |settings| settings.as_of.to_string()));
        report.period.iter().for_each(|period| evaluator.bind("period", period));
        // Nothing is set: a document of a part of the records prints none that the whole does not.
        let nothing = Arguments::read(&report.parameters, &[], |_, _| true).unwrap_or_default();
        select::bind_arguments(&mut evaluator, &nothing);
        subject.into_iter().for_each(|subject| evaluator.bind_record("subject", subject));
        evaluator
    };
    let subjects: Vec<&Record> = report.for_each.iter().flat_map(|kind| store.records.of_kind(kind)).collect();
    let mut roots = vec![(subjects.clone(), report.subject.as_slice())];
    let whole = evaluator(None);
    let of_subjects: Vec<Evaluator<'_>> = subjects.iter().map(|subject| evaluator(Some(subject))).collect();
    for set in report.sets.values() {
        let divided = set.filter.as_ref().is_some_and(|filter| filter.speaks_of("subject"));
        let own = of_subjects.iter().zip(&subjects).filter(|(_, subject)| set.is_for(Some(subject)));
        let evaluators: Vec<&Evaluator<'_>> = if divided { own.map(|(own, _)| own).collect() } else { vec![&whole] };
        let mut chosen: Vec<&Record> = evaluators
            .into_iter()
            .flat_map(|evaluator| select::choose(set, store, evaluator, &mut |_, _| true))
            .collect();
        chosen.sort_by(|a, b| (&a.id, a.file).cmp(&(&b.id, b.file)));
        chosen.dedup_by(|a, b| std::ptr::eq(*a, *b));
        roots.push((chosen, set.show.as_slice()));
    }
    roots
}

fn start(record: &Record) -> Start {
    (record.file, record.root.span.range().start)
}

/// Reports are followed one after the other, so a number already there is the last one.
fn note(numbers: &mut Vec<usize>, number: usize) {
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}
