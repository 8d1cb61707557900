//! How large a table may be. A file from outside never takes more memory or time than these allow.

/// The most bytes of a file.
pub const MAX_FILE_BYTES: u64 = 32 << 20;
/// The most bytes of one part of a workbook when it is unpacked.
pub const MAX_PART_BYTES: u64 = 96 << 20;
/// The most bytes of all parts of a workbook that are read, unpacked.
pub const MAX_UNPACKED_BYTES: u64 = 192 << 20;
/// The most parts of a workbook.
pub const MAX_PARTS: usize = 10_000;
/// The most sheets of a workbook.
pub const MAX_SHEETS: usize = 200;
/// The most rows with something in them.
pub const MAX_ROWS: usize = 20_000;
/// The last row that a spreadsheet has.
pub const LAST_ROW: usize = 1_048_576;
/// The most columns.
pub const MAX_COLUMNS: usize = 256;
/// The most cells with something in them.
pub const MAX_CELLS: usize = 1_000_000;
/// The most letters of a cell: as many as a spreadsheet program takes.
pub const MAX_CELL_CHARS: usize = 32_767;
/// The most faults that are reported; one cause seldom has so many.
pub const MAX_FAULTS: usize = 500;
