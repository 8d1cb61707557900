//! A table that was read for records, as a list of translations: what its cells say, and faults named after its cells.

use super::translation_list::{Line, TranslationList};
use crate::diag::{Arg, Code, MessageArgs};
use crate::import::{self, Cell, Content, Fault, Place, Row, Table, TextColumn};
use crate::record::Language;

/// Returns the words of a table, for as many columns as there are headings.
pub fn list_of(table: &Table) -> TranslationList {
    let width = table.headings.iter().map(|heading| heading.column + 1).max().unwrap_or_default();
    let heading = |column| table.heading(column).map(|heading| heading.text.clone()).unwrap_or_default();
    let words = |cell: &Cell| match &cell.content {
        Content::Text(text) => text.clone(),
        content => content.shown(),
    };
    let line = |(row, of): (usize, &Row)| Line {
        number: of.number,
        row,
        cells: (0..width).map(|column| of.cell(column).map(words).unwrap_or_default()).collect(),
    };
    TranslationList {
        headings: (0..width).map(heading).collect(),
        lines: table.rows.iter().enumerate().map(line).collect(),
    }
}

/// Returns the fault of a cell whose words cannot be taken as they are: a date, the error of a formula, a sign for nothing.
pub fn unfit(table: &Table, row: &Row, column: usize) -> Option<Fault> {
    let cell = row.cell(column)?;
    import::words_of(&Place { cell, name: name_of(table, row, column) }).err()
}

/// Returns a fault of a cell, be something in it or not.
pub fn fault_of_cell(table: &Table, row: &Row, column: usize, code: &'static Code, values: MessageArgs) -> Fault {
    let empty = Cell { column, content: Content::Text(String::new()), range: row.range.clone() };
    let cell = row.cell(column).unwrap_or(&empty);
    Place { cell, name: name_of(table, row, column) }.fault(code, values)
}

/// Returns a fault of a column, and of one that was there before it.
pub fn fault_of_columns(table: &Table, column: usize, first: usize, code: &'static Code) -> Fault {
    let said = |column| table.heading(column).map_or_else(|| Arg::from(""), import::Heading::said);
    let range = table.heading(column).map(|heading| heading.range.clone());
    Fault { code, range, values: vec![("column", said(column)), ("earlier", said(first))] }
}

/// Returns a fault of all columns, at the headings.
pub fn fault_of_headings(table: &Table, code: &'static Code, values: MessageArgs) -> Fault {
    let ends = table.headings.first().zip(table.headings.last());
    Fault { code, range: ends.map(|(first, last)| first.range.start..last.range.end), values }
}

/// Returns the faults of letters that were lost or garbled in the headings and in a column of translations.
pub fn damage(table: &Table, column: usize, original: usize, language: Language) -> Vec<Fault> {
    let texts = TextColumn { column, language, long: true, originals: vec![original] };
    import::damage(table, &[texts], |other| other != column)
}

fn name_of(table: &Table, row: &Row, column: usize) -> Arg {
    table.heading(column).map_or_else(|| import::letters(column).into(), |heading| table.cell_name(row, heading))
}
