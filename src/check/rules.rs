//! The rules that schemas bring along, asked of every record of their kind that is otherwise right.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use rayon::prelude::*;

use crate::diag::{Diagnostic, DiagnosticText, LocalizedText, Place, Severity, Subject, codes};
use crate::record::edtf::Date;
use crate::record::{Language, Node, Record};
use crate::rule::{EvalError, Evaluator, Expression};
use crate::schema::{Kind, Rule};
use crate::store::{Found, Path, Store};

/// So many records are heard in one evaluator: as many whatever the number of cores.
const SESSION: usize = 128;

/// Asks every rule of every record that `sound` lets through; `as_of` is the day up to which the workspace takes information in.
///
/// In a workspace with other faults a rule may fail because what it asks for is itself wrong; that is reported there.
pub fn check(
    store: &Arc<Store>,
    as_of: Option<Date>,
    sound: impl Fn(&Record) -> bool,
    all_sound: bool,
) -> Vec<Diagnostic> {
    let kinds: Vec<&Kind> = store.schemas.iter().filter(|kind| !kind.rules.is_empty()).collect();
    let (benches, unread): (Vec<RuleBench<'_>>, Vec<_>) =
        kinds.par_iter().map(|kind| RuleBench::new(kind, store, all_sound)).unzip();
    let mut faults: Vec<Diagnostic> = unread.into_iter().flatten().collect();
    let dockets: Vec<(RuleBench<'_>, Vec<&Record>)> = benches
        .into_iter()
        .zip(kinds)
        .map(|(bench, kind)| (bench, store.records.of_kind(&kind.name).filter(|record| sound(record)).collect()))
        .collect();
    let sessions = dockets.par_iter().flat_map(|(bench, records)| records.par_chunks(SESSION).map(move |r| (bench, r)));
    let broken = sessions.flat_map_iter(|(bench, records)| {
        let evaluator = evaluator(store, as_of);
        let faults: Vec<_> = records.iter().flat_map(|record| bench.evaluate(&evaluator, record)).collect();
        faults.into_iter().map(move |(rule, fault)| (bench, rule, fault))
    });
    let broken: Vec<(&RuleBench<'_>, usize, Diagnostic)> = broken.collect();
    // Of an endless rule only that is reported: what else it says depends on when it was stopped.
    let worth = |(bench, rule, fault): &(&RuleBench<'_>, usize, Diagnostic)| {
        fault.is(codes::RULE_ENDLESS) || !bench.rules[*rule].endless.load(Relaxed)
    };
    faults.extend(broken.into_iter().filter(worth).map(|(_, _, fault)| fault));
    faults
}

/// The rules of one kind, ready to be asked of records that the store need not hold.
pub struct KindRules<'a> {
    bench: RuleBench<'a>,
    evaluator: Evaluator<'a>,
}

impl<'a> KindRules<'a> {
    /// Compiles the rules of a kind.
    pub(super) fn new(kind: &'a Kind, store: &'a Arc<Store>, as_of: Option<Date>) -> Self {
        Self { bench: RuleBench::new(kind, store, false).0, evaluator: evaluator(store, as_of) }
    }

    /// Counts the errors that rules find in a record of the kind; a rule that gives no answer finds none.
    pub fn broken_by(&self, record: &Record) -> usize {
        let broken = self.bench.evaluate(&self.evaluator, record);
        broken.iter().filter(|(_, fault)| fault.severity == Severity::Error).count()
    }
}

/// Returns an evaluator that knows the day up to which the workspace takes information in.
fn evaluator<'c>(store: &Arc<Store>, as_of: Option<Date>) -> Evaluator<'c> {
    let mut evaluator = Evaluator::new(store);
    evaluator.bind("as_of", &as_of.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string()));
    evaluator
}

/// The rules of a kind, ready to be asked.
struct RuleBench<'a> {
    rules: Vec<Ready<'a>>,
    store: &'a Store,
    all_sound: bool,
}

/// A rule that could be read.
struct Ready<'a> {
    rule: &'a Rule,
    expression: Expression,
    /// Whether some record had it stopped: one is enough to know, and the others would take as long.
    endless: AtomicBool,
}

impl<'a> RuleBench<'a> {
    /// Compiles the rules of a kind; those that cannot be read are reported.
    fn new(kind: &'a Kind, store: &'a Store, all_sound: bool) -> (Self, Vec<Diagnostic>) {
        let (mut rules, mut faults) = (Vec::new(), Vec::new());
        for rule in &kind.rules {
            match Expression::compile(&rule.expression) {
                Ok(expression) => rules.push(Ready { rule, expression, endless: AtomicBool::new(false) }),
                Err(reason) => {
                    let values = vec![("reason", reason.into())];
                    faults.push(Diagnostic::new(codes::RULE_INVALID, rule.place.clone(), values));
                }
            }
        }
        (Self { rules, store, all_sound }, faults)
    }

    /// Asks every rule of one record, which is understood once for all of them; returns faults with the number of their rule.
    fn evaluate(&self, evaluator: &Evaluator<'_>, record: &Record) -> Vec<(usize, Diagnostic)> {
        let mut hearing = evaluator.scope(record);
        let mut faults = Vec::new();
        for (number, ready) in self.rules.iter().enumerate() {
            let (rule, store) = (ready.rule, self.store);
            let entries = entries(rule, record, store);
            for (at, &it) in entries.iter().enumerate() {
                if ready.endless.load(Relaxed) {
                    break;
                }
                let case = Case { rule, record, it, store };
                if let Some(entry) = it {
                    hearing.bind_entry(entry, entries[..at].iter().flatten());
                }
                match hearing.evaluate(&ready.expression) {
                    Ok(false) => faults.push((number, case.broken())),
                    Err(EvalError::Failed(reason)) if self.all_sound => faults.push((number, case.failed(reason))),
                    Ok(true) | Err(EvalError::Failed(_)) => {}
                    Err(EvalError::Endless(limit)) => {
                        ready.endless.store(true, Relaxed);
                        faults.push((number, case.endless(limit)));
                    }
                }
            }
        }
        faults
    }
}

/// Returns the entries that a rule is asked of; for a rule about the whole record, nothing once.
fn entries<'a>(rule: &Rule, record: &'a Record, store: &'a Store) -> Vec<Option<Found<'a>>> {
    match &rule.each {
        Some(path) => store.follow(record, &Path::new(path).0).into_iter().map(Some).collect(),
        None => vec![None],
    }
}

/// A rule that a record does not keep.
struct Case<'a> {
    rule: &'a Rule,
    record: &'a Record,
    /// The entry it was asked of.
    it: Option<Found<'a>>,
    store: &'a Store,
}

impl Case<'_> {
    fn broken(&self) -> Diagnostic {
        let fill = |texts: &LocalizedText| LocalizedText {
            en: self.filled(&texts.en, Language::En),
            ru: texts.ru.as_ref().map(|text| self.filled(text, Language::Ru)),
        };
        Diagnostic {
            severity: self.rule.severity,
            place: Some(self.place()),
            words: DiagnosticText::Rule {
                code: self.rule.code.clone(),
                sentence: fill(&self.rule.message),
                instruction: self.rule.help.as_ref().map(fill),
            },
            subject: Subject::None,
            related: Vec::new(),
            fix: None,
        }
    }

    fn failed(&self, reason: String) -> Diagnostic {
        let values = vec![
            ("rule", self.rule.code.as_str().into()),
            ("kind", self.record.kind.as_str().into()),
            ("reason", reason.into()),
        ];
        Diagnostic::new(codes::RULE_FAILED, self.place(), values)
    }

    fn endless(&self, limit: usize) -> Diagnostic {
        let values = vec![("rule", self.rule.code.as_str().into()), ("limit", limit.into())];
        Diagnostic::new(codes::RULE_ENDLESS, self.rule.place.clone(), values)
    }

    fn place(&self) -> Place {
        match self.it {
            Some(found) => found.record.place(found.node.span),
            None => self.record.place_of(self.rule.at.as_deref().unwrap_or("id")),
        }
    }

    /// Puts the record's own words in the place of paths: `{date}`, `{event.date}`, `{it.person}`.
    fn filled(&self, sentence: &str, language: Language) -> String {
        let mut out = String::with_capacity(sentence.len() + 32);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((path, after)) = after.split_once('}') else { break };
            out.push_str(before);
            out.push_str(&self.words_at(path, language));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn words_at(&self, path: &str, language: Language) -> String {
        let said = |node: &Node| said(node, language).map(str::to_owned);
        let words: Vec<String> = match (self.it, path.strip_prefix("it")) {
            (Some(it), Some("")) => said(it.node).into_iter().collect(),
            (Some(it), Some(field)) if field.starts_with('.') => {
                it.node.get(&field[1..]).and_then(said).into_iter().collect()
            }
            _ => {
                let found = self.store.follow(self.record, &Path::new(path).0);
                found.iter().filter_map(|found| said(found.node)).collect()
            }
        };
        if words.is_empty() { "…".to_owned() } else { words.join(", ") }
    }
}

/// Returns the words of a value; of a text in several languages those of one, or else the first ones.
fn said(node: &Node, language: Language) -> Option<&str> {
    let first = || node.entries().first().map(|entry| &entry.value);
    node.text().or_else(|| node.get(language.code()).or_else(first)?.text())
}
