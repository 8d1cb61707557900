//! Coverage: what a workspace still lacks — texts in a language, sources, narrative, words for those who cannot see a chart.
//!
//! ```text
//! CheckResult ─survey─► Coverage ─text, json, csv─► a table        CheckResult ─translator─► a list for a translator, and back
//! ```
//!
//! Nothing here is a fault: a workspace that is right can lack much. The room also works where `check` finds faults. It is pure: it
//! reads what the checks understood and asks no disk.

mod alphabet;
mod counts;
mod gaps;
pub mod json;
pub mod messages;
mod owners;
pub mod spreadsheet;
mod survey;
pub mod text;
mod texts;
pub mod translator;
mod usage;

pub use counts::{Category, Coverage, Missing, Row, Scope, Tally};
pub use survey::survey;
