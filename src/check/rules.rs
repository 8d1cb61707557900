//! The rules that schemas bring along, asked of every record of their kind.

use std::sync::Arc;

use crate::diag::{Diagnostic, Severity, Words, codes};
use crate::holdings::Holdings;
use crate::record::{Language, Record};
use crate::rule::{Court, Expression, Hearing};
use crate::schema::{Kind, Rule};

/// Asks every rule; `as_of` is the day up to which the workspace takes information in.
pub fn check(holdings: &Arc<Holdings>, as_of: &str) -> Vec<Diagnostic> {
    let mut court = Court::new(holdings);
    court.bind("as_of", as_of);
    let with_rules = holdings.schemas.iter().filter(|kind| !kind.rules.is_empty());
    with_rules.flat_map(|kind| of_kind(&court, kind, holdings)).collect()
}

fn of_kind(court: &Court<'_>, kind: &Kind, holdings: &Holdings) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut rules = Vec::new();
    for rule in &kind.rules {
        match Expression::compile(&rule.expression) {
            Ok(expression) => rules.push((expression, rule)),
            Err(reason) => {
                faults.push(Diagnostic::error(codes::RULE_INVALID, rule.place.clone(), vec![("reason", reason)]));
            }
        }
    }
    for record in holdings.records.of_kind(&kind.name) {
        let hearing = court.hear(record);
        faults.extend(rules.iter().filter_map(|(expression, rule)| ask(&hearing, expression, rule, record)));
    }
    faults
}

fn ask(hearing: &Hearing<'_>, expression: &Expression, rule: &Rule, record: &Record) -> Option<Diagnostic> {
    let place = record.place_of(rule.at.as_deref().unwrap_or("id"));
    match hearing.ask(expression) {
        Ok(true) => None,
        Ok(false) => Some(Diagnostic {
            severity: if rule.warning { Severity::Warning } else { Severity::Error },
            place: Some(place),
            words: Words::Rule {
                code: rule.code.clone(),
                sentence: rule.message.get(&Language::En).cloned().unwrap_or_default(),
                instruction: rule.help.get(&Language::En).cloned(),
            },
            related: Vec::new(),
        }),
        Err(reason) => {
            let values = vec![("rule", rule.code.clone()), ("kind", record.kind.clone()), ("reason", reason)];
            Some(Diagnostic::error(codes::RULE_FAILED, place, values))
        }
    }
}
