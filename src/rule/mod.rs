//! Rules and filters in CEL: the expressions that schemas and reports bring along. The only room that names the CEL crate.
//!
//! An expression sees `self`, and what the caller binds besides. Dates are their EDTF text; the functions here compare them.
//! `record(id)` gives the record of an id.

mod budget;
mod value;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use cel::{Context, ExecutionError, IdedExpr, Program};

use budget::Budget;

use crate::holdings::Holdings;
use crate::record::Record;
use crate::record::edtf::Date;

/// A compiled expression.
#[derive(Debug)]
pub struct Expression(IdedExpr);

/// Why an expression cannot be read, in the words of the rule language.
pub type Reason = String;

/// Why an expression gives no answer. Returned by [`Court::ask`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAnswer {
    /// It fails, in the words of the rule language.
    Failed(Reason),
    /// It was stopped after so many steps.
    Endless(usize),
}

impl fmt::Display for NoAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(reason) => f.write_str(reason),
            Self::Endless(limit) => write!(f, "it was stopped after {limit} steps"),
        }
    }
}

impl Expression {
    /// Compiles an expression.
    ///
    /// # Errors
    /// Returns why it cannot be read.
    pub fn compile(text: &str) -> Result<Self, Reason> {
        // The parser behind CEL is generated code of a general grammar: a panic of it must not end the program.
        match catch_unwind(AssertUnwindSafe(|| Program::compile(text))) {
            Ok(Ok(program)) => Ok(Self(budget::charged(program.expression().clone()))),
            Ok(Err(errors)) => Err(errors.errors.iter().map(|e| e.msg.clone()).collect::<Vec<_>>().join("; ")),
            Err(_) => Err("it is not an expression".to_owned()),
        }
    }
}

/// Everything that expressions can ask.
pub struct Court<'c> {
    context: Context<'c, 'static>,
    holdings: Arc<Holdings>,
    budget: Budget,
}

impl Court<'_> {
    /// Creates the court over the holdings.
    pub fn new(holdings: &Arc<Holdings>) -> Self {
        let mut context = Context::default();
        let lookup = Arc::clone(holdings);
        let record = move |id: Arc<String>| match lookup.records.get(&id) {
            Some(record) => Ok(value::of_record(record, &lookup)),
            None => Err(ExecutionError::function_error("record", format!("there is no record “{id}”"))),
        };
        let budget = Budget::default();
        assert!(budget.declare(&mut context), "the counting function has a name of its own");
        let declared = [
            context.add_function("record", record),
            context.add_function("earliest", |date: Arc<String>| bound("earliest", &date, Date::first)),
            context.add_function("latest", |date: Arc<String>| bound("latest", &date, Date::last)),
            context.add_function("within", |date: Arc<String>, period: Arc<String>| within(&date, &period)),
        ];
        assert!(declared.iter().all(Result::is_ok), "the functions of rules have names of their own");
        Self { context, holdings: Arc::clone(holdings), budget }
    }

    /// Binds a text under a name.
    pub fn bind(&mut self, name: &str, text: &str) {
        self.context.add_variable_from_value(name, text);
    }

    /// Binds a record under a name.
    pub fn bind_record(&mut self, name: &str, record: &Record) {
        self.context.add_variable_from_value(name, value::of_record(record, &self.holdings));
    }

    /// Asks an expression about a record.
    ///
    /// # Errors
    /// Returns why there is no answer of true or false.
    pub fn ask(&self, expression: &Expression, record: &Record) -> Result<bool, NoAnswer> {
        let mut scope = self.context.new_inner_scope();
        scope.add_variable_from_value("self", value::of_record(record, &self.holdings));
        self.budget.renew();
        // The machine behind CEL is not ours: a panic of it must not end the program.
        let answer = catch_unwind(AssertUnwindSafe(|| scope.resolve(&expression.0)));
        match answer {
            Ok(Ok(cel::Value::Bool(answer))) => Ok(answer),
            Ok(Ok(other)) => {
                Err(NoAnswer::Failed(format!("it answers with a {} and not with true or false", other.type_of())))
            }
            Ok(Err(_)) if self.budget.is_spent() => Err(NoAnswer::Endless(budget::LIMIT)),
            Ok(Err(error)) => Err(NoAnswer::Failed(error.to_string())),
            Err(_) => Err(NoAnswer::Failed("it cannot be worked out".to_owned())),
        }
    }
}

/// Returns the first or last day of a date; an unknown end lies beyond every day, an unknown start before.
fn bound(
    function: &'static str,
    text: &str,
    side: fn(Date) -> Option<chrono::NaiveDate>,
) -> Result<cel::Value, ExecutionError> {
    let date = Date::parse(text).map_err(|fault| ExecutionError::function_error(function, fault))?;
    let open = if function == "earliest" { "0000-01-01" } else { "9999-12-31" };
    Ok(side(date).map_or(open.to_owned(), |day| day.to_string()).into())
}

/// Returns whether a date lies within a period for certain.
fn within(date: &str, period: &str) -> Result<cel::Value, ExecutionError> {
    let parse = |text| Date::parse(text).map_err(|fault| ExecutionError::function_error("within", fault));
    let (date, period) = (parse(date)?, parse(period)?);
    let after = |start: chrono::NaiveDate| date.first().is_some_and(|first| first >= start);
    let before = |end: chrono::NaiveDate| date.last().is_some_and(|last| last <= end);
    let inside = period.first().is_none_or(after) && period.last().is_none_or(before);
    Ok((inside && date.first().is_some()).into())
}
