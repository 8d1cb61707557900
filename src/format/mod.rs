//! Format: a file of records → its one stable form. The meaning never changes and no comment is lost.
//!
//! The form:
//!
//! * Fields stand in the order of the schema, `id` first, at every level; fields that the schema does not know follow in their own
//!   order. Texts per language stand in the order of the languages.
//! * A comment on a line of its own moves with the field below it, a comment at the end of a line with what stands on that line. A
//!   comment at the head of the file that an empty line parts from the first field stays there, and a line that names the schema to an
//!   editor (`# yaml-language-server: …`) stays first. Comments at the foot stay at the foot. Of several empty lines one is kept.
//!   A suppression stays above or beside the line that it speaks of, which is therefore not broken.
//! * Free text stands in straight double quotes, with its letters as they are; only what cannot be seen or would be misread is written by
//!   its number. Words (ids, references, choices, dates, numbers) stand plain, and in quotes where some reader of YAML would take them
//!   for something else: `"NO"`, `"~500"`, `"1.10"`, `"007"`.
//! * Texts per language and lists of words stand on one line where they fit into 120 columns, a field with up to three simple fields of
//!   its own as well. Everything else stands below each other, two columns further in at each level. The entries of a list that have
//!   fields never stand on one line, and the entries of one list all stand in the same way.
//! * Text that does not fit is wrapped at single spaces below `>-`, before column 100; text with lines of its own, and long Markdown,
//!   stands line by line below `|` or `|-`. Where that would not give back the same text it stays in quotes on one line.
//! * Numbers and dates keep their spelling. Lines end with a line feed, the last one too.
//!
//! [`format()`] is pure; [`stable`] reads a text, formats it and proves that nothing changed. The room may look into records, schemas,
//! what people write and the reading of YAML.

mod attach;
mod commented;
mod files;
mod form;
mod gaps;
mod layout;
mod order;
mod same;
mod scalar;
mod stable;
mod write;

pub use files::{Formatted, files};
pub use scalar::may_be_block;
pub use stable::{Refusal, field, format, kept, made, stable};
