//! Filters of reports: expressions that are compiled when the report is read, and what they compare fields with, so that an index can
//! name the few records that are worth asking.

use std::collections::BTreeSet;

use cel::common::ast::operators::{EQUALS, IN, INDEX, LOGICAL_AND};
use cel::common::ast::{Expr, IdedExpr, LiteralValue};
use serde::Deserialize;

use super::expression::{Expression, Reason};

/// A filter.
#[derive(Debug, Clone)]
pub struct Filter(Result<Compiled, Reason>);

#[derive(Debug, Clone)]
struct Compiled {
    expression: Expression,
    pins: Vec<Pin>,
    variables: BTreeSet<String>,
}

/// A comparison that must hold for the filter to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// The field of the record.
    pub field: String,
    /// Whether the filter asks first if the field is there; else a record without it has no answer, and that must be reported.
    pub guarded: bool,
    /// How they are compared.
    pub relation: Relation,
    /// What the field is compared with.
    pub with: Vec<Operand>,
}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The field is one of the operands.
    Is,
    /// The field is a list that holds the operand.
    Holds,
}

/// What a field is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operand {
    /// A text of the filter.
    Text(String),
    /// A bound name and the fields below it, such as `subject.id`.
    Variable(Vec<String>),
}

impl Filter {
    /// Compiles a filter.
    pub fn new(text: &str) -> Self {
        Self(Expression::compile(text).map(|expression| {
            let pins = pins(&expression.0);
            let mut variables = BTreeSet::new();
            names(&expression.0, &mut variables);
            Compiled { expression, pins, variables }
        }))
    }

    /// Returns why the filter cannot be read.
    pub fn fault(&self) -> Option<&Reason> {
        self.0.as_ref().err()
    }

    /// Returns whether the filter speaks of a bound name.
    pub fn speaks_of(&self, name: &str) -> bool {
        self.0.as_ref().is_ok_and(|compiled| compiled.variables.contains(name))
    }

    /// Returns the expression, if it can be read.
    pub fn expression(&self) -> Option<&Expression> {
        self.0.as_ref().ok().map(|compiled| &compiled.expression)
    }

    /// Returns the comparisons that must hold.
    pub fn pins(&self) -> &[Pin] {
        self.0.as_ref().map(|compiled| compiled.pins.as_slice()).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Filter {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::new(&text))
    }
}

/// Returns the comparisons among the parts that are joined by `&&`.
fn pins(expression: &IdedExpr) -> Vec<Pin> {
    let mut parts = Vec::new();
    conjuncts(expression, &mut parts);
    let guards: Vec<&str> = parts.iter().filter_map(|part| guard(part)).collect();
    let pin = |part: &&Expr| {
        let (field, relation, with) = comparison(part)?;
        Some(Pin { field: field.to_owned(), guarded: guards.contains(&field), relation, with })
    };
    parts.iter().filter_map(pin).collect()
}

fn conjuncts<'e>(expression: &'e IdedExpr, parts: &mut Vec<&'e Expr>) {
    match &expression.expr {
        Expr::Call(call) if call.func_name == LOGICAL_AND => call.args.iter().for_each(|part| conjuncts(part, parts)),
        other => parts.push(other),
    }
}

/// Returns the field that a part asks for: `has(self.parent)`, `'parent' in self`.
fn guard(part: &Expr) -> Option<&str> {
    match part {
        Expr::Select(select) if select.test && is_self(&select.operand) => Some(&select.field),
        Expr::Call(call) if call.func_name == IN && is_self(call.args.get(1)?) => text(call.args.first()?),
        _ => None,
    }
}

fn comparison(part: &Expr) -> Option<(&str, Relation, Vec<Operand>)> {
    let Expr::Call(call) = part else { return None };
    let [left, right] = call.args.as_slice() else { return None };
    match call.func_name.as_str() {
        EQUALS => {
            let one = |field, with| Some((self::field(field)?, Relation::Is, vec![operand(with)?]));
            one(left, right).or_else(|| one(right, left))
        }
        IN => match &right.expr {
            Expr::List(list) => {
                Some((field(left)?, Relation::Is, list.elements.iter().map(operand).collect::<Option<_>>()?))
            }
            _ => Some((field(right)?, Relation::Holds, vec![operand(left)?])),
        },
        _ => None,
    }
}

/// Returns the field of the record that is named: `self.parent`, `self['pillars-basis']`.
fn field(expression: &IdedExpr) -> Option<&str> {
    match &expression.expr {
        Expr::Select(select) if !select.test && is_self(&select.operand) => Some(&select.field),
        Expr::Call(call) if call.func_name == INDEX && is_self(call.args.first()?) => text(call.args.get(1)?),
        _ => None,
    }
}

fn operand(expression: &IdedExpr) -> Option<Operand> {
    text(expression).map(|text| Operand::Text(text.to_owned())).or_else(|| variable(expression).map(Operand::Variable))
}

fn variable(expression: &IdedExpr) -> Option<Vec<String>> {
    match &expression.expr {
        Expr::Ident(name) if name != "self" => Some(vec![name.clone()]),
        Expr::Select(select) if !select.test => {
            let mut path = variable(&select.operand)?;
            path.push(select.field.clone());
            Some(path)
        }
        _ => None,
    }
}

fn is_self(expression: &IdedExpr) -> bool {
    matches!(&expression.expr, Expr::Ident(name) if name == "self")
}

fn text(expression: &IdedExpr) -> Option<&str> {
    match &expression.expr {
        Expr::Literal(LiteralValue::String(text)) => Some(text.inner()),
        _ => None,
    }
}

/// Gathers every name that an expression speaks of.
fn names(expression: &IdedExpr, found: &mut BTreeSet<String>) {
    match &expression.expr {
        Expr::Ident(name) => _ = found.insert(name.clone()),
        Expr::Call(call) => call.target.iter().map(|target| &**target).chain(&call.args).for_each(|e| names(e, found)),
        Expr::Select(select) => names(&select.operand, found),
        Expr::List(list) => list.elements.iter().for_each(|element| names(element, found)),
        Expr::Comprehension(one) => {
            let parts = [&one.iter_range, &one.accu_init, &one.loop_cond, &one.loop_step, &one.result];
            parts.into_iter().for_each(|part| names(part, found));
        }
        // What is built in a filter is rare: it is taken to speak of everything.
        Expr::Map(_) | Expr::Struct(_) => found.extend(["subject", "period", "as_of"].map(str::to_owned)),
        Expr::Literal(_) | Expr::Unspecified => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Operand {
        Operand::Text(text.to_owned())
    }

    #[test]
    fn pins_are_the_comparisons_that_must_hold() {
        let filter = Filter::new("has(self.parent) && self.parent == subject.id && self.format != 'side-event'");
        let with = vec![Operand::Variable(vec!["subject".to_owned(), "id".to_owned()])];
        assert_eq!(filter.pins(), [Pin { field: "parent".into(), guarded: true, relation: Relation::Is, with }]);
        let filter =
            Filter::new("'a' == self['pillars-basis'] && self.type in ['plan', 'declaration'] && 'x' in self.list");
        let pin = |field: &str, relation, with| Pin { field: field.to_owned(), guarded: false, relation, with };
        assert_eq!(
            filter.pins(),
            [
                pin("pillars-basis", Relation::Is, vec![text("a")]),
                pin("type", Relation::Is, vec![text("plan"), text("declaration")]),
                pin("list", Relation::Holds, vec![text("x")]),
            ]
        );
    }

    #[test]
    fn what_need_not_hold_is_no_pin() {
        for filter in ["self.a == 'x' || self.b == 'y'", "!(self.a == 'x')", "self.a != 'x'", "self.a == self.b"] {
            assert_eq!(Filter::new(filter).pins(), [], "{filter}");
        }
    }

    #[test]
    fn a_filter_knows_of_what_it_speaks() {
        let filter = Filter::new("self.list.exists(x, x == subject.id) && within(self.date, period)");
        assert!(filter.speaks_of("subject") && filter.speaks_of("period") && !filter.speaks_of("as_of"));
        assert!(Filter::new("self.").fault().is_some());
    }
}
