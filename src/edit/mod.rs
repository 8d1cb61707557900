//! Edit: changes of files that the program plans itself: certain fixes, another id, a record taken away, the scaffold of a new one, a report or a whole
//! workspace to begin with.
//!
//! A plan is made in memory, read and checked as if it were on the disk ([`crate::load::Reader`]), and only then written, whole or
//! not at all. The room looks into records, schemas and store, loads and checks; it prints nothing.

pub mod change;
pub mod fix;
pub mod messages;
pub mod references;
mod refusal;
pub mod remove;
pub mod rename;
pub mod scaffold;
mod snapshot;

pub use change::{Blocker, Change};
pub use refusal::Refusal;
pub use snapshot::{Diagnosed, Snapshot};
