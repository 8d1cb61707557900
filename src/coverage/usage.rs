//! What each report prints: which records, and which of their texts. It follows the paths of a definition as the page does, but for
//! all documents of a report at once, and without asking that the records are right.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::CheckResult;
use crate::diag::FileId;
use crate::record::{Node, Record, Value, markdown};
use crate::report::{Report, Set, Settings};
use crate::rule::{Evaluator, Expression};
use crate::schema::{Object, Reference, SOURCE, Shape};
use crate::store::Store;

/// Where something begins: no two texts, and no two records, begin at one byte of one file.
type Start = (FileId, usize);

/// What the reports print, each report by its number.
#[derive(Debug, Default)]
pub struct Printed {
    texts: HashMap<Start, Vec<usize>>,
    records: HashMap<Start, Vec<usize>>,
}

/// Dotted paths as a tree.
#[derive(Debug, Default)]
pub struct Tree(pub BTreeMap<String, Tree>);

impl Tree {
    /// Reads paths.
    pub fn new<'p>(paths: impl IntoIterator<Item = &'p String>) -> Self {
        let mut tree = Self::default();
        for path in paths {
            path.split('.').fold(&mut tree, |at, step| at.0.entry(step.to_owned()).or_default());
        }
        tree
    }
}

impl Printed {
    /// Follows all reports.
    pub fn new(result: &CheckResult, settings: Option<&Settings>) -> Self {
        let mut printed = Self::default();
        for (number, report) in result.reports.iter().enumerate() {
            let seen = HashSet::new();
            let mut walk = Walk { store: &result.store, number, printed: &mut printed, seen };
            for (records, paths) in roots(result, report, settings) {
                let tree = Tree::new(paths);
                records.into_iter().for_each(|record| walk.record(record, &tree));
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

/// Returns the records that a report begins with, and the paths that it follows from them.
pub fn roots<'v>(
    result: &'v CheckResult,
    report: &'v Report,
    settings: Option<&Settings>,
) -> Vec<(Vec<&'v Record>, &'v [String])> {
    let mut roots = Vec::new();
    if let Some(kind) = &report.for_each {
        roots.push((result.store.records.of_kind(kind).collect(), report.subject.as_slice()));
    }
    let mut evaluator = Evaluator::new(&result.store);
    if let Some(settings) = settings {
        evaluator.bind("as_of", &settings.as_of.0);
    }
    if let Some(period) = &report.period {
        evaluator.bind("period", &period.0);
    }
    for set in report.sets.values() {
        roots.push((chosen(result, set, &evaluator), set.show.as_slice()));
    }
    roots
}

/// Returns the records of a set. A filter that speaks of the subject, or that gives no answer, leaves none out: some document may print it.
fn chosen<'v>(result: &'v CheckResult, set: &'v Set, evaluator: &Evaluator<'_>) -> Vec<&'v Record> {
    let records = result.store.records.of_kind(&set.kind);
    let filter = set.filter.as_deref().filter(|filter| !filter.contains("subject"));
    match filter.map(Expression::compile) {
        Some(Ok(filter)) => records.filter(|record| evaluator.evaluate(&filter, record) != Ok(false)).collect(),
        _ => records.collect(),
    }
}

fn start(record: &Record) -> Start {
    (record.file, record.root.span.range().start)
}

struct Walk<'w> {
    store: &'w Store,
    number: usize,
    printed: &'w mut Printed,
    /// Sources and claims that were looked into.
    seen: HashSet<&'w str>,
}

impl<'w> Walk<'w> {
    fn record(&mut self, record: &'w Record, tree: &Tree) {
        self.meet(record);
        let Some(kind) = self.store.schemas.get(&record.kind) else { return };
        for (step, below) in &tree.0 {
            match kind.object.fields.get(step) {
                Some(field) => self.field(record, record.root.get(step), &field.shape, below),
                None => self.store.inverse(&record.id, step).for_each(|record| self.record(record, below)),
            }
        }
    }

    fn field(&mut self, record: &'w Record, node: Option<&'w Node>, shape: &'w Shape, below: &Tree) {
        let Some(settled) = node.and_then(|node| self.store.settle(node, shape)) else { return };
        if let Some(claim) = settled.claim {
            self.whole(claim);
        }
        self.value(settled.claim.unwrap_or(record), settled.node, settled.shape, below);
    }

    fn value(&mut self, record: &'w Record, node: &'w Node, shape: &'w Shape, below: &Tree) {
        match (shape, &node.value) {
            (Shape::Reference(reference), _) => self.reference(node, reference, below),
            (Shape::List { items, .. }, Value::List(nodes)) => {
                nodes.iter().for_each(|node| self.value(record, node, items, below));
            }
            (Shape::Object(object), Value::Map(_)) => self.object(record, node, object, below),
            (Shape::Localized { markdown }, Value::Map(_)) => self.text(record, node, *markdown),
            (Shape::MaybeClaim(inner), _) => self.value(record, node, inner, below),
            _ => {}
        }
    }

    fn object(&mut self, record: &'w Record, node: &'w Node, object: &'w Object, below: &Tree) {
        let whole = Tree::default();
        for (name, field) in &object.fields {
            let wanted = if below.0.is_empty() { Some(&whole) } else { below.0.get(name) };
            if let Some(below) = wanted {
                self.field(record, node.get(name), &field.shape, below);
            }
        }
    }

    fn reference(&mut self, node: &Node, reference: &Reference, below: &Tree) {
        let Some(target) = node.text().and_then(|id| self.store.records.get(id)) else { return };
        if reference.kinds == [SOURCE] {
            self.whole(target);
        } else if below.0.is_empty() {
            let label = self.store.schemas.get(&target.kind).map(|kind| kind.label.clone());
            self.record(target, &Tree::new(&label));
        } else {
            self.record(target, below);
        }
    }

    /// A source and a claim are printed whole, in the registers at the end of a document.
    fn whole(&mut self, record: &'w Record) {
        if self.seen.insert(&record.id) {
            let kind = self.store.schemas.get(&record.kind);
            let all = Tree::new(kind.into_iter().flat_map(|kind| kind.object.fields.keys()));
            self.record(record, &all);
        }
    }

    fn text(&mut self, record: &Record, node: &Node, markdown: bool) {
        note(self.printed.texts.entry((record.file, node.span.range().start)).or_default(), self.number);
        let texts = node.entries().iter().filter(|_| markdown).filter_map(|entry| entry.value.text());
        for text in texts.filter(|text| text.contains("[@")) {
            for (id, _) in markdown::citations(&markdown::parse(text).0) {
                if let Some(source) = self.store.records.get(&id) {
                    self.whole(source);
                }
            }
        }
    }

    fn meet(&mut self, record: &Record) {
        note(self.printed.records.entry(start(record)).or_default(), self.number);
    }
}

/// Reports are followed one after the other, so a number already there is the last one.
fn note(numbers: &mut Vec<usize>, number: usize) {
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}
