//! A table as it was read, whatever it was read from: headings, rows, and the text in which faults are shown.

use super::fault::Fault;
use super::messages;
use super::shown::{digits_of, shorten};
use crate::diag::Arg;
use std::ops::Range;

/// A table.
#[derive(Debug, Default)]
pub struct Table {
    /// What it was read from.
    pub origin: Origin,
    /// The headings.
    pub headings: Vec<Heading>,
    /// The rows with something in them, below the headings.
    pub rows: Vec<Row>,
    /// How many rows between the others had nothing in them.
    pub empty_rows: usize,
    /// The text in which faults are shown: the file itself, or the sheet with a line for each row.
    pub view: String,
    /// What a person must know of the table, such as rows that are hidden.
    pub remarks: Vec<Fault>,
}

/// What a table was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A text with separators.
    Text {
        /// How its letters are written.
        encoding: super::encoding::Encoding,
        /// What stands between its columns; nothing where there is only one.
        separator: Option<char>,
    },
    /// A sheet of a workbook.
    Sheet {
        /// Its name.
        name: String,
    },
}

impl Default for Origin {
    fn default() -> Self {
        Self::Sheet { name: String::new() }
    }
}

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The column, counted from 0.
    pub column: usize,
    /// Its words.
    pub text: String,
    /// Where they stand in the view.
    pub range: Range<usize>,
    /// Whether the column is hidden in the sheet.
    pub hidden: bool,
}

/// A row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The number that the person sees: the row of the sheet, or the line of the text.
    pub number: usize,
    /// Where it stands in the view.
    pub range: Range<usize>,
    /// The cells with something in them, by column.
    pub cells: Vec<Cell>,
}

/// A cell with something in it.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The column, counted from 0.
    pub column: usize,
    /// What it holds.
    pub content: Content,
    /// Where it stands in the view.
    pub range: Range<usize>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text.
    Text(String),
    /// A number.
    Number {
        /// Its value.
        value: f64,
        /// How the sheet shows it.
        look: Look,
    },
    /// True or false.
    Truth(bool),
    /// A day of the calendar.
    Day(Day),
    /// A date that is no day, or is more than one.
    Odd(OddDate),
    /// The fault that a formula came to, such as `#REF!`.
    Failed(String),
    /// A formula that was never worked out.
    Pending,
}

/// How a sheet shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    Plain,
    /// As a percentage.
    Percent,
    /// With other digits or signs than its own.
    Other,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month.
    pub month: u32,
    /// The day.
    pub day: u32,
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date cell whose day cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddDate {
    /// A day with a time of day.
    Moment(Day),
    /// A time without a day.
    Time,
    /// A day of which the sheet shows only month and year, because nothing else was written.
    Month(Day),
    /// A day of which the sheet shows only the year.
    Year(Day),
    /// A day of which the sheet shows no year, because the program filled in the current one.
    NoYear(Day),
    /// A day before March 1900, which programs count differently.
    Early,
    /// No day of the calendar.
    None,
}

impl Table {
    /// Returns the heading of a column.
    pub fn heading(&self, column: usize) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.column == column)
    }

    /// Returns the name of a cell: `B7` in a sheet, line and heading in a text.
    pub fn cell_name(&self, row: &Row, heading: &Heading) -> Arg {
        let words = Arg::from(shorten(&heading.text));
        if self.is_sheet() {
            let name = format!("{}{}", letters(heading.column), row.number);
            messages::CELL_OF_SHEET.of(vec![("name", name.into()), ("heading", words)])
        } else {
            // Cells before it may have lines of their own.
            let start = row.cell(heading.column).map_or(row.range.start, |cell| cell.range.start);
            let line = row.number + self.view.get(row.range.start..start).map_or(0, |text| text.matches('\n').count());
            messages::CELL_OF_TEXT.of(vec![("line", line.into()), ("heading", words)])
        }
    }

    /// Returns whether it was read from a sheet.
    pub fn is_sheet(&self) -> bool {
        matches!(self.origin, Origin::Sheet { .. })
    }
}

impl Heading {
    /// Returns the name of a column with its letters.
    pub fn said(&self) -> Arg {
        messages::COLUMN.of(vec![("heading", shorten(&self.text).into()), ("name", letters(self.column).into())])
    }
}

impl Content {
    /// Returns what a cell shows, on one line.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.trim().replace('\n', " ⏎ "),
            Self::Number { value, .. } => digits_of(*value),
            Self::Truth(truth) => truth.to_string(),
            Self::Day(day)
            | Self::Odd(OddDate::Moment(day) | OddDate::Month(day) | OddDate::Year(day) | OddDate::NoYear(day)) => {
                day.to_string()
            }
            Self::Odd(_) => "…".to_owned(),
            Self::Failed(error) => error.clone(),
            Self::Pending => "= …".to_owned(),
        }
    }
}

impl Row {
    /// Returns the cell of a column, if something is in it.
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &self.cells[at])
    }
}

/// Returns the letters by which a spreadsheet names a column.
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        let digit = (rest - 1) % 26;
        name.push(char::from(b'A' + digit as u8));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

/// Returns the column and row, both counted from 0, of a name such as `B7`.
pub fn address(name: &str) -> Option<(usize, usize)> {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &name[..name.len() - digits.len()];
    let row: usize = digits.parse().ok()?;
    if letters.is_empty() || letters.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digit = |sum: usize, byte: u8| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().fold(0, digit);
    Some((column - 1, row.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_address_are_those_of_spreadsheets() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(column), name);
            assert_eq!(address(&format!("{name}7")), Some((column, 6)));
        }
        for wrong in ["", "A", "7", "A0", "ABCD1", "Я1", "A-1", "A99999999999999999999"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
