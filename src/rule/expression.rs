//! An expression, compiled, and why there is none or no answer.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use cel::{IdedExpr, Program};

use super::budget;

/// A compiled expression.
#[derive(Debug, Clone)]
pub struct Expression(pub(super) IdedExpr);

/// Why an expression cannot be read, in the words of the rule language.
pub type Reason = String;

/// Why an expression gives no answer. Returned by [`super::Evaluator::evaluate`].
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
