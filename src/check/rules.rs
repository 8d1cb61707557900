//! The rules that schemas bring along, asked of every record of their kind.

use std::sync::Arc;

use crate::diag::{Diagnostic, Severity, Words, codes};
use crate::holdings::Holdings;
use crate::record::{Language, Record};
use crate::rule::{Court, Expression};
use crate::schema::Rule;

/// Asks every rule; `as_of` is the day up to which the workspace takes information in.
pub fn check(holdings: &Arc<Holdings>, as_of: &str) -> Vec<Diagnostic> {
    let mut court = Court::new(holdings);
    court.bind("as_of", as_of);
    let mut faults = Vec::new();
    for kind in holdings.schemas.iter() {
        for rule in &kind.rules {
            match Expression::compile(&rule.expression) {
                Ok(expression) => {
                    let broken = holdings.records.of_kind(&kind.name);
                    faults.extend(broken.filter_map(|record| ask(&court, &expression, rule, record)));
                }
                Err(reason) => {
                    faults.push(Diagnostic::error(codes::RULE_INVALID, rule.place.clone(), vec![("reason", reason)]));
                }
            }
        }
    }
    faults
}

fn ask(court: &Court<'_>, expression: &Expression, rule: &Rule, record: &Record) -> Option<Diagnostic> {
    let place = record.place_of(rule.at.as_deref().unwrap_or("id"));
    match court.ask(expression, record) {
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
