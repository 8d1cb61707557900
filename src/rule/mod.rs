//! Rules and filters in CEL: the expressions that schemas and reports bring along. The only room that names the CEL crate.
//!
//! An expression sees `self`, and what the caller binds besides. Dates are their EDTF text; the room `dates` compares them. `record(id)`
//! gives the record of an id, `inverse(id, name)` the records that refer to it. A function answers or says why it cannot.

mod budget;
mod dates;
mod value;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use cel::{Context, ExecutionError, IdedExpr, Program};

use budget::Budget;
use value::Known;

use crate::record::Record;
use crate::store::{Found, Store};

/// A compiled expression.
#[derive(Debug)]
pub struct Expression(IdedExpr);

/// Why an expression cannot be read, in the words of the rule language.
pub type Reason = String;

/// Why an expression gives no answer. Returned by [`Evaluator::evaluate`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvalError {
    /// It fails, in the words of the rule language.
    Failed(Reason),
    /// It was stopped after so many steps.
    Endless(usize),
}

impl fmt::Display for EvalError {
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

/// Everything that expressions can evaluate.
pub struct Evaluator<'c> {
    context: Context<'c, 'static>,
    store: Arc<Store>,
    budget: Budget,
}

impl Evaluator<'_> {
    /// Creates the evaluator over the store.
    pub fn new(store: &Arc<Store>) -> Self {
        let mut context = Context::default();
        let budget = Budget::default();
        assert!(budget.declare(&mut context), "the counting function has a name of its own");
        let known = Arc::new(Known::new(store));
        let declared = [
            context.add_function("record", record(Arc::clone(&known))),
            context.add_function("inverse", inverse(known)),
            context.add_function("earliest", |date: Arc<String>| dates::earliest(&date)),
            context.add_function("latest", |date: Arc<String>| dates::latest(&date)),
            context.add_function("within", |date: Arc<String>, period: Arc<String>| dates::within(&date, &period)),
            context.add_function("before", |first: Arc<String>, second: Arc<String>| dates::before(&first, &second)),
            context.add_function("overlaps", |date: Arc<String>, period: Arc<String>| dates::overlaps(&date, &period)),
            context.add_function("fits", |date: Arc<String>, period: Arc<String>| dates::fits(&date, &period)),
            context.add_function("months", |from: Arc<String>, to: Arc<String>| dates::months(&from, &to)),
            context.add_function("days", |date: Arc<String>| dates::days(&date)),
        ];
        assert!(declared.iter().all(Result::is_ok), "the functions of rules have names of their own");
        Self { context, store: Arc::clone(store), budget }
    }

    /// Binds a text under a name.
    pub fn bind(&mut self, name: &str, text: &str) {
        self.context.add_variable_from_value(name, text);
    }

    /// Binds a record under a name.
    pub fn bind_record(&mut self, name: &str, record: &Record) {
        self.context.add_variable_from_value(name, value::of_record(record, &self.store));
    }

    /// Asks an expression about a record.
    ///
    /// # Errors
    /// Returns why there is no answer of true or false.
    pub fn evaluate(&self, expression: &Expression, record: &Record) -> Result<bool, EvalError> {
        self.scope(record).evaluate(expression)
    }

    /// Opens a hearing about a record, for several expressions.
    pub fn scope(&self, record: &Record) -> Scope<'_> {
        let mut scope = self.context.new_inner_scope();
        scope.add_variable_from_value("self", value::of_record(record, &self.store));
        Scope { scope, budget: &self.budget, store: &self.store }
    }
}

/// One record before the evaluator: what it says is understood once for all expressions.
pub struct Scope<'h> {
    scope: Context<'h, 'static>,
    budget: &'h Budget,
    store: &'h Store,
}

impl Scope<'_> {
    /// Binds an entry of a list as `it`, and those before it as `earlier`, for the expressions asked from now on.
    pub fn bind_entry<'f>(&mut self, entry: Found<'f>, earlier: impl Iterator<Item = &'f Found<'f>>) {
        let value = |found: &Found<'_>| value::of_node(found.node, found.shape, self.store);
        let (it, earlier) = (value(&entry), earlier.map(value).collect::<Vec<_>>());
        self.scope.add_variable_from_value("it", it);
        self.scope.add_variable_from_value("earlier", earlier);
    }

    /// Asks an expression about the record.
    ///
    /// # Errors
    /// Returns why there is no answer of true or false.
    pub fn evaluate(&self, expression: &Expression) -> Result<bool, EvalError> {
        self.budget.renew();
        // The machine behind CEL is not ours: a panic of it must not end the program.
        let answer = catch_unwind(AssertUnwindSafe(|| self.scope.resolve(&expression.0)));
        match answer {
            Ok(Ok(cel::Value::Bool(answer))) => Ok(answer),
            Ok(Ok(other)) => {
                Err(EvalError::Failed(format!("it answers with a {} and not with true or false", other.type_of())))
            }
            Ok(Err(_)) if self.budget.is_spent() => Err(EvalError::Endless(budget::LIMIT)),
            Ok(Err(error)) => Err(EvalError::Failed(error.to_string())),
            Err(_) => Err(EvalError::Failed("it cannot be worked out".to_owned())),
        }
    }
}

/// Returns the function that gives the record of an id.
fn record(known: Arc<Known>) -> impl Fn(Arc<String>) -> Result<cel::Value, ExecutionError> + Send + Sync + 'static {
    move |id| find("record", &id, known.store()).map(|record| known.record(record))
}

/// Returns the function that gives the records that refer to a record under the name of an `x-inverse`.
fn inverse(
    known: Arc<Known>,
) -> impl Fn(Arc<String>, Arc<String>) -> Result<cel::Value, ExecutionError> + Send + Sync + 'static {
    move |id, name| {
        let store = known.store();
        let kind = &find("inverse", &id, store)?.kind;
        let found: Vec<cel::Value> = store.inverse(&id, &name).map(|record| known.record(record)).collect();
        if found.is_empty() && store.inverse_kind(kind, &name).is_none() {
            return Err(ExecutionError::function_error("inverse", format!("nothing refers to a {kind} as “{name}”")));
        }
        Ok(found.into())
    }
}

fn find<'h>(function: &str, id: &str, store: &'h Store) -> Result<&'h Record, ExecutionError> {
    let missing = || ExecutionError::function_error(function, format!("there is no record “{id}”"));
    store.records.get(id).ok_or_else(missing)
}
