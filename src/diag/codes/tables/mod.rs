//! Faults of tables that are to become records: of the file, of its columns, of its cells.
//!
//! An example that begins `▸ wells.csv` is a file for `import wells.csv --kind well`; one that begins `▸ wells.xlsx` shows the cells of a
//! sheet, because a workbook is no text. A line in brackets says what cannot be shown.

mod cells;
mod columns;
mod files;

use super::{Entry, register};

pub use cells::*;
pub use columns::*;
pub use files::*;

/// Returns the entries of tables, in the order in which a table is read.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    [files::ENTRIES, columns::ENTRIES, cells::ENTRIES].into_iter().flatten().copied()
}
