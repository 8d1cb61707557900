//! The rules that schemas bring along, asked of every record of their kind that is otherwise right.

use std::sync::Arc;

use crate::diag::{Diagnostic, Place, Texts, Words, codes};
use crate::holdings::{Found, Holdings, Path};
use crate::record::Record;
use crate::rule::{Court, Expression, NoAnswer};
use crate::schema::{Kind, Rule};

/// Asks every rule of every record that `sound` lets through; `as_of` is the day up to which the workspace takes information in.
///
/// In a workspace with other faults a rule may fail because what it asks for is itself wrong; that is told there.
pub fn check(
    holdings: &Arc<Holdings>,
    as_of: Option<&str>,
    sound: impl Fn(&Record) -> bool,
    all_sound: bool,
) -> Vec<Diagnostic> {
    let mut court = Court::new(holdings);
    court.bind("as_of", as_of.unwrap_or("9999-12-31"));
    let mut faults = Vec::new();
    for kind in holdings.schemas.iter().filter(|kind| !kind.rules.is_empty()) {
        let (mut bench, unread) = Bench::new(kind, holdings, all_sound);
        faults.extend(unread);
        for record in holdings.records.of_kind(&kind.name).filter(|record| sound(record)) {
            faults.extend(bench.ask(&court, record));
        }
    }
    faults
}

/// The rules of a kind, ready to be asked.
struct Bench<'a> {
    rules: Vec<(&'a Rule, Expression)>,
    holdings: &'a Holdings,
    all_sound: bool,
}

impl<'a> Bench<'a> {
    /// Compiles the rules of a kind; those that cannot be read are told.
    fn new(kind: &'a Kind, holdings: &'a Holdings, all_sound: bool) -> (Self, Vec<Diagnostic>) {
        let (mut rules, mut faults) = (Vec::new(), Vec::new());
        for rule in &kind.rules {
            match Expression::compile(&rule.expression) {
                Ok(expression) => rules.push((rule, expression)),
                Err(reason) => {
                    let values = vec![("reason", reason.into())];
                    faults.push(Diagnostic::new(codes::RULE_INVALID, rule.place.clone(), values));
                }
            }
        }
        (Self { rules, holdings, all_sound }, faults)
    }

    /// Asks every rule of one record, which is understood once for all of them.
    fn ask(&mut self, court: &Court<'_>, record: &Record) -> Vec<Diagnostic> {
        let mut hearing = court.hear(record);
        let mut faults = Vec::new();
        let (holdings, all_sound) = (self.holdings, self.all_sound);
        self.rules.retain(|(rule, expression)| {
            let entries = entries(rule, record, holdings);
            for (at, &it) in entries.iter().enumerate() {
                let case = Case { rule, record, it, holdings };
                if let Some(entry) = it {
                    hearing.bind_entry(entry, entries[..at].iter().flatten());
                }
                match hearing.ask(expression) {
                    Ok(true) => {}
                    Ok(false) => faults.push(case.broken()),
                    Err(NoAnswer::Failed(reason)) if all_sound => faults.push(case.failed(reason)),
                    Err(NoAnswer::Failed(_)) => {}
                    Err(NoAnswer::Endless(limit)) => {
                        // One record is enough to know; the others would take as long.
                        faults.push(case.endless(limit));
                        return false;
                    }
                }
            }
            true
        });
        faults
    }
}

/// Returns the entries that a rule is asked of; for a rule about the whole record, nothing once.
fn entries<'a>(rule: &Rule, record: &'a Record, holdings: &'a Holdings) -> Vec<Option<Found<'a>>> {
    match &rule.each {
        Some(path) => holdings.follow(record, &Path::new(path).0).into_iter().map(Some).collect(),
        None => vec![None],
    }
}

/// A rule that a record does not keep.
struct Case<'a> {
    rule: &'a Rule,
    record: &'a Record,
    /// The entry it was asked of.
    it: Option<Found<'a>>,
    holdings: &'a Holdings,
}

impl Case<'_> {
    fn broken(&self) -> Diagnostic {
        let fill =
            |texts: &Texts| Texts { en: self.filled(&texts.en), ru: texts.ru.as_ref().map(|text| self.filled(text)) };
        Diagnostic {
            severity: self.rule.severity,
            place: Some(self.place()),
            words: Words::Rule {
                code: self.rule.code.clone(),
                sentence: fill(&self.rule.message),
                instruction: self.rule.help.as_ref().map(fill),
            },
            related: Vec::new(),
            repair: None,
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
    fn filled(&self, sentence: &str) -> String {
        let mut out = String::with_capacity(sentence.len() + 32);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((path, after)) = after.split_once('}') else { break };
            out.push_str(before);
            out.push_str(&self.words_at(path));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn words_at(&self, path: &str) -> String {
        let words: Vec<&str> = match (self.it, path.strip_prefix("it")) {
            (Some(it), Some("")) => it.node.text().into_iter().collect(),
            (Some(it), Some(field)) if field.starts_with('.') => {
                it.node.get(&field[1..]).and_then(|node| node.text()).into_iter().collect()
            }
            _ => {
                let found = self.holdings.follow(self.record, &Path::new(path).0);
                found.iter().filter_map(|found| found.node.text()).collect()
            }
        };
        if words.is_empty() { "…".to_owned() } else { words.join(", ") }
    }
}
