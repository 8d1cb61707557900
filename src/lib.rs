//! chancery: sourced YAML records in, checked; PDF briefing notes and summaries out.
//!
//! The map of the house, in the order of the way of the data:
//!
//! ```text
//! data/**/*.yaml ─load─► Loaded ─check─► Checked ─view─► View ─select─► Selection ─page─► Page ─render─► Rendered ─emit─► files
//! ```
//!
//! * One direction: a stage takes the output of the one before and gives its own; `driver` chains them, and no stage calls another.
//! * Every stage gives its result *and* all its diagnostics; none stops at the first fault.
//! * `load`, `check`, `select` and `page` know no Typst; `render` and `emit` know no records. They meet in [`page::Page`].
//! * Nothing is written before everything asked for has compiled; each file appears whole or not at all.
//! * Closed world: no network, no clock, no system fonts, no environment in the output.
//! * The engine knows records, references, dates, languages, markings, sources and documents. What an event is stands in the
//!   schemas, what a report is in `report.yaml`, how it looks in the templates.
//!
//! The words of the house:
//!
//! * record: one thing of a kind, in YAML; kind: what its schema says it is; the [`store::Store`] holds all of them.
//! * reference: the id of a record in a field of another; inverse: the way back.
//! * claim: what sources can disagree on, with its candidates and the preferred one.
//! * marking: a level of a marking scheme, of a record, a field or a document.
//! * edition: who may see how much; [`view::View`]: the records that an edition may see and that were known on a day.
//! * report: a definition of documents; [`select::Job`]: one document to be made; [`page::Page`]: all that it prints.
//! * [`diag::Diagnostic`]: a fault at its place; [`diag::Code`]: its entry in the register; [`diag::Fix`]: edits that mend it.
//! * [`diag::Locale`]: a language of messages; [`record::Language`]: one of documents.
//! * [`rule::Evaluator`]: what evaluates rules and filters; [`render::Renderer`]: what typesets pages.
//! * [`cache::Cache`]: what was made, by its action key, everything that decides how a document looks; manifest: every document of a folder
//!   with its state; shard: the part of the documents that one of several machines makes; worker: a process that renders and can be stopped.
//! * version: a state of a document in its official life; release: a version as it left the house, in the register below `data/register/`.
//! * recipient: who receives documents; [`distribute::Plan`]: who is to have which; [`ledger::Ledger`]: who was given what, step by step.
//! * pack: documents that an agenda names, typeset as one; [`select::Bound`]: one of them.
//! * recovery: reading a broken file as it was meant; suppression: a comment that allows a warning.

// The stages.
pub mod check;
pub mod emit;
pub mod load;
pub mod page;
pub mod render;
pub mod select;
pub mod view;
// The chain.
pub mod compare;
pub mod coverage;
pub mod distribute;
pub mod driver;
pub mod edit;
pub mod import;
pub mod ledger;
pub mod proof;
pub mod release;
pub mod site;
pub mod starter;
pub mod trace;
// The things.
pub mod locale;
pub mod record;
pub mod report;
pub mod rule;
pub mod schema;
pub mod store;
pub mod typeface;
pub mod written;
// The stable form of a record file, beside the chain.
pub mod format;
// The ground.
pub mod archive;
pub mod atomic_write;
pub mod cache;
pub mod diag;
pub mod diff;
pub mod digest;
pub mod html;
pub mod picture;
pub mod plural;
pub mod revision;
pub mod signature;
// The door.
pub mod cli;
