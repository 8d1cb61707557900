//! What evaluates expressions: the functions they can call, the names that are bound, the budget of their steps.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use cel::{Context, ExecutionError};

use super::budget::{self, Budget};
use super::expression::{EvalError, Expression};
use super::filter::{Filter, Operand, Pin};
use super::values::Values;
use super::{dates, value};
use crate::record::Record;
use crate::store::{Found, Store};

/// What evaluates expressions over the records of a store.
pub struct Evaluator<'c> {
    context: Context<'c, 'static>,
    values: Arc<Values>,
    /// What was bound, for comparisons of filters.
    bound: BTreeMap<String, cel::Value>,
    budget: Budget,
}

/// What is bound in a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

impl Evaluator<'_> {
    /// Creates an evaluator over a store, with values of its own.
    pub fn new(store: &Arc<Store>) -> Self {
        Self::over(&Arc::new(Values::new(store)))
    }

    /// Creates an evaluator over values that others use too.
    pub fn over(values: &Arc<Values>) -> Self {
        let mut context = Context::default();
        let budget = Budget::default();
        assert!(budget.declare(&mut context), "the counting function has a name of its own");
        let declared = [
            context.add_function("record", record(Arc::clone(values))),
            context.add_function("inverse", inverse(Arc::clone(values))),
            context.add_function("earliest", |date: Arc<String>| dates::earliest(&date)),
            context.add_function("latest", |date: Arc<String>| dates::latest(&date)),
            context.add_function("within", |date: Arc<String>, period: Arc<String>| dates::within(&date, &period)),
            context.add_function("between", |date: Arc<String>, first: Arc<String>, last: Arc<String>| {
                dates::between(&date, &first, &last)
            }),
            context.add_function("before", |first: Arc<String>, second: Arc<String>| dates::before(&first, &second)),
            context.add_function("overlaps", |date: Arc<String>, period: Arc<String>| dates::overlaps(&date, &period)),
            context.add_function("fits", |date: Arc<String>, period: Arc<String>| dates::fits(&date, &period)),
            context.add_function("months", |from: Arc<String>, to: Arc<String>| dates::months(&from, &to)),
            context.add_function("days", |date: Arc<String>| dates::days(&date)),
        ];
        assert!(declared.iter().all(Result::is_ok), "the functions of rules have names of their own");
        Self { context, values: Arc::clone(values), bound: BTreeMap::new(), budget }
    }

    /// Binds a text under a name.
    pub fn bind(&mut self, name: &str, text: &dyn Display) {
        self.bind_value(name, text.to_string().into());
    }

    /// Binds texts and flags under a name, each by its own.
    pub fn bind_map(&mut self, name: &str, entries: impl Iterator<Item = (String, Bound)>) {
        let value = |bound| match bound {
            Bound::Text(text) => cel::Value::from(text),
            Bound::Flag(flag) => cel::Value::from(flag),
        };
        let map: HashMap<String, cel::Value> = entries.map(|(key, bound)| (key, value(bound))).collect();
        self.bind_value(name, map.into());
    }

    /// Binds a record under a name.
    pub fn bind_record(&mut self, name: &str, record: &Record) {
        self.bind_value(name, self.values.record(record));
    }

    fn bind_value(&mut self, name: &str, value: cel::Value) {
        self.bound.insert(name.to_owned(), value.clone());
        self.context.add_variable_from_value(name, value);
    }

    /// Returns the positions, among all records of a kind, of those for which a filter can hold or gives no answer; `None` where
    /// that is not known and all of them must be asked.
    pub fn worth_asking(&self, filter: &Filter, kind: &str) -> Option<Vec<usize>> {
        let asked = |pin: &Pin| {
            let texts: Option<Vec<String>> = pin.with.iter().map(|operand| self.text(operand)).collect();
            Some(self.values.worth_asking(kind, pin, &texts?))
        };
        filter.pins().iter().filter_map(asked).min_by_key(Vec::len)
    }

    /// Returns the text that an operand stands for.
    fn text(&self, operand: &Operand) -> Option<String> {
        let path = match operand {
            Operand::Text(text) => return Some(text.clone()),
            Operand::Variable(path) => path,
        };
        let (root, below) = path.split_first()?;
        let value = below.iter().try_fold(self.bound.get(root)?, |value, step| match value {
            cel::Value::Map(map) => map.get(&cel::objects::KeyRef::String(step)),
            _ => None,
        })?;
        match value {
            cel::Value::String(text) => Some(text.to_string()),
            _ => None,
        }
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
        scope.add_variable_from_value("self", self.values.record(record));
        Scope { context: scope, budget: &self.budget, values: &self.values }
    }
}

/// One record before the evaluator: what it says is understood once for all expressions.
pub struct Scope<'h> {
    context: Context<'h, 'static>,
    budget: &'h Budget,
    values: &'h Values,
}

impl Scope<'_> {
    /// Binds an entry of a list as `it`, and those before it as `earlier`, for the expressions asked from now on.
    pub fn bind_entry<'f>(&mut self, entry: Found<'f>, earlier: impl Iterator<Item = &'f Found<'f>>) {
        let store = self.values.store();
        let value = |found: &Found<'_>| value::of_node(found.node, found.shape, store);
        let (it, earlier) = (value(&entry), earlier.map(value).collect::<Vec<_>>());
        self.context.add_variable_from_value("it", it);
        self.context.add_variable_from_value("earlier", earlier);
    }

    /// Binds a record as `it`, for the expressions asked from now on.
    pub fn bind_other(&mut self, other: &Record) {
        self.context.add_variable_from_value("it", self.values.record(other));
    }

    /// Asks an expression about the record.
    ///
    /// # Errors
    /// Returns why there is no answer of true or false.
    pub fn evaluate(&self, expression: &Expression) -> Result<bool, EvalError> {
        self.budget.renew();
        // The machine behind CEL is not ours: a panic of it must not end the program.
        let answer = catch_unwind(AssertUnwindSafe(|| self.context.resolve(&expression.0)));
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
fn record(values: Arc<Values>) -> impl Fn(Arc<String>) -> Result<cel::Value, ExecutionError> + Send + Sync + 'static {
    move |id| find("record", &id, values.store()).map(|record| values.record(record))
}

/// Returns the function that gives the records that refer to a record under the name of an `x-inverse`.
fn inverse(
    values: Arc<Values>,
) -> impl Fn(Arc<String>, Arc<String>) -> Result<cel::Value, ExecutionError> + Send + Sync + 'static {
    move |id, name| {
        let store = values.store();
        let kind = &find("inverse", &id, store)?.kind;
        let found: Vec<cel::Value> = store.inverse(&id, &name).map(|record| values.record(record)).collect();
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
