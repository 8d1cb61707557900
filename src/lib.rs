//! chancery: sourced YAML records in, checked; PDF briefing notes and summaries out.
//!
//! The map of the house, in the order of the way of the data:
//!
//! ```text
//! data/**/*.yaml ─load─► Loaded ─check─► Checked ─select─► Selection ─page─► Page ─render─► Rendered ─emit─► files
//! ```
//!
//! * One direction: a stage takes the output of the one before and gives its own; `build` chains them, and no stage calls another.
//! * Every stage gives its result *and* all its diagnostics; none stops at the first fault.
//! * `load`, `check`, `select` and `page` know no Typst; `render` and `emit` know no records. They meet in [`page::Page`].
//! * Nothing is written before everything asked for has compiled; each file appears whole or not at all.
//! * Closed world: no network, no clock, no system fonts, no environment in the output.
//! * The engine knows records, references, dates, languages, markings, sources and documents. What an event is stands in the
//!   schemas, what a report is in `report.yaml`, how it looks in the templates.

// The stages.
pub mod check;
pub mod coverage;
pub mod emit;
pub mod load;
pub mod page;
pub mod render;
pub mod select;
// The chain.
pub mod build;
pub mod import;
pub mod mend;
// The things.
pub mod holdings;
pub mod locale;
pub mod record;
pub mod report;
pub mod rule;
pub mod schema;
// The stable form of a record file, beside the chain.
pub mod format;
// The ground.
pub mod diag;
pub mod difference;
pub mod disk;
// The door.
pub mod cli;
