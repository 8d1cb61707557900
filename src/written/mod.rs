//! What people write: a date, a number, a month, the name of a language in whatever form, and the words that YAML has for a value.
//!
//! One spelling has one reading, whoever asks: `check` for a field of a record, `import` for a cell of a table. The room says what was
//! meant, in types; it has no messages. It may look into `record` alone.

pub mod dates;
mod day;
pub mod inline;
pub mod languages;
pub mod months;
pub mod numbers;
pub mod plain;
pub mod quote;
