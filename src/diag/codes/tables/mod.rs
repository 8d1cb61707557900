//! Faults of tables that are to become records: of the file, of its columns, of its cells.
//!
//! The example `wells.csv` is a file for `import wells.csv --kind well`; `wells.xlsx` shows the cells of a sheet, because a workbook is no
//! text; `list.csv` is a list for `import list.csv --translations`, where `sha256:…` stands for the fingerprint of the original. A line in
//! brackets says what cannot be shown.

mod cells;
mod columns;
mod files;
mod translations;

use crate::diag::codes::code::{Code, Stage};
use crate::diag::message::Message;

pub use cells::*;
pub use columns::*;
pub use files::*;
pub use translations::*;

/// What can be wrong, in the order in which a table is read.
pub static STAGES: &[Stage] = &[
    Stage { title: Message { en: "Tables: the file", ru: "Таблицы: файл" }, entries: files::ENTRIES },
    Stage { title: Message { en: "Tables: columns", ru: "Таблицы: столбцы" }, entries: columns::ENTRIES },
    Stage { title: Message { en: "Tables: cells", ru: "Таблицы: ячейки" }, entries: cells::ENTRIES },
    Stage {
        title: Message {
            en: "Tables: translations that come back", ru: "Таблицы: вернувшиеся переводы"
        },
        entries: translations::ENTRIES,
    },
];

/// Returns the entries of tables, in the order in which a table is read.
pub fn entries() -> impl Iterator<Item = &'static Code> {
    STAGES.iter().flat_map(|stage| stage.entries).copied()
}
