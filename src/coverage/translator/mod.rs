//! The translator: a list of texts to translate goes out, and comes back into the records.
//!
//! ```text
//! CheckResult ─list─► CSV ─(a person)─► a table ─`import`─► TranslationList ─take─► Taken ─files─► texts of files, proved against a new CheckResult
//! ```
//!
//! A row carries its original and the fingerprint of it, so that a translation of words that have changed since is left out, and a row
//! whose cells come from several is refused. Nothing is
//! overwritten; nothing else in a file is touched, but where a record says which wordings are our own translation. Tables are read by the room `import`.

mod cell;
mod fingerprint;
mod insert;
mod intake;
mod list;
mod origin;
mod own_translation;
mod proof;
mod table;
mod take;
mod translation_list;

pub use fingerprint::fingerprint;
pub use intake::{Intake, Readiness, intake};
pub use list::{List, ListOptions, list};
pub use own_translation::OUR_TRANSLATION;
pub use proof::{Proof, prove};
pub use take::{Change, Refusal, Taken, take};
pub use translation_list::{COLUMNS, Columns, Line, TranslationList, Unusable};
