//! Mend: changes of files that the program plans itself: certain repairs, another id, a record taken away, the sheet of a new one.
//!
//! A plan is made in memory, read and checked as if it were on the disk ([`crate::load::load_over`]), and only then written, whole or
//! not at all. The room looks into records, schemas and holdings, loads and checks; it prints nothing.

pub mod change;
pub mod fix;
pub mod mentions;
mod refusal;
pub mod remove;
pub mod rename;
pub mod sheet;
mod survey;
pub mod words;

pub use change::{Change, Obstacle};
pub use refusal::Refusal;
pub use survey::{Survey, Told};
