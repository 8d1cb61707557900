//! The rules that schemas bring along, asked of every record of their kind that is otherwise right.

use std::sync::Arc;

use crate::diag::{Diagnostic, Texts, Words, codes};
use crate::holdings::{Holdings, Path};
use crate::record::Record;
use crate::rule::{Court, Expression, NoAnswer};
use crate::schema::Rule;

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
    for kind in holdings.schemas.iter() {
        for rule in &kind.rules {
            match Expression::compile(&rule.expression) {
                Ok(expression) => {
                    let bench = Bench { court: &court, expression: &expression, rule, holdings, all_sound };
                    faults.extend(bench.ask_all(holdings.records.of_kind(&kind.name).filter(|record| sound(record))));
                }
                Err(reason) => {
                    let values = vec![("reason", reason.into())];
                    faults.push(Diagnostic::new(codes::RULE_INVALID, rule.place.clone(), values));
                }
            }
        }
    }
    faults
}

struct Bench<'a> {
    court: &'a Court<'a>,
    expression: &'a Expression,
    rule: &'a Rule,
    holdings: &'a Holdings,
    all_sound: bool,
}

impl Bench<'_> {
    fn ask_all<'r>(&self, records: impl Iterator<Item = &'r Record>) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for record in records {
            match self.court.ask(self.expression, record) {
                Ok(true) => {}
                Ok(false) => faults.push(self.broken(record)),
                Err(NoAnswer::Endless(limit)) => {
                    // One record is enough to know; the others would take as long.
                    let values = vec![("rule", self.rule.code.as_str().into()), ("limit", limit.into())];
                    let place = self.rule.place.clone();
                    faults.push(Diagnostic::new(codes::RULE_ENDLESS, place, values));
                    break;
                }
                Err(NoAnswer::Failed(reason)) if self.all_sound => faults.push(self.failed(record, reason)),
                Err(NoAnswer::Failed(_)) => {}
            }
        }
        faults
    }

    fn broken(&self, record: &Record) -> Diagnostic {
        let fill = |texts: &Texts| Texts {
            en: self.filled(&texts.en, record),
            ru: texts.ru.as_ref().map(|text| self.filled(text, record)),
        };
        Diagnostic {
            severity: self.rule.severity,
            place: Some(record.place_of(self.at())),
            words: Words::Rule {
                code: self.rule.code.clone(),
                sentence: fill(&self.rule.message),
                instruction: self.rule.help.as_ref().map(fill),
            },
            related: Vec::new(),
            repair: None,
        }
    }

    fn failed(&self, record: &Record, reason: String) -> Diagnostic {
        let values = vec![
            ("rule", self.rule.code.as_str().into()),
            ("kind", record.kind.as_str().into()),
            ("reason", reason.into()),
        ];
        Diagnostic::new(codes::RULE_FAILED, record.place_of(self.at()), values)
    }

    fn at(&self) -> &str {
        self.rule.at.as_deref().unwrap_or("id")
    }

    /// Puts the record's own words in the place of paths: `{date}`, `{event.date}`.
    fn filled(&self, sentence: &str, record: &Record) -> String {
        let mut out = String::with_capacity(sentence.len() + 32);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((path, after)) = after.split_once('}') else { break };
            out.push_str(before);
            out.push_str(&self.words_at(path, record));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn words_at(&self, path: &str, record: &Record) -> String {
        let found = self.holdings.follow(record, &Path::new(path).0);
        let words: Vec<&str> = found.iter().filter_map(|found| found.node.text()).collect();
        if words.is_empty() { "…".to_owned() } else { words.join(", ") }
    }
}
