//! Rules and filters in CEL: the expressions that schemas and reports bring along. The only room that names the CEL crate.
//!
//! An expression sees `self`, and what the caller binds besides. Dates are their EDTF text; the room `dates` compares them. `record(id)`
//! gives the record of an id, `inverse(id, name)` the records that refer to it. A function answers or says why it cannot.

mod budget;
mod dates;
mod evaluator;
mod expression;
mod filter;
mod value;
mod values;

pub use evaluator::{Bound, Evaluator, Scope};
pub use expression::{EvalError, Expression, Reason};
pub use filter::Filter;
pub use values::Values;
