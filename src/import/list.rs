//! A table as words, for a list that fills no records but comes back into them: what its cells say, and faults named after its cells.

use super::cell::{Place, words_of};
use super::table::{Cell, Content, Row, Table};
use super::{Arg, Code, Fault, MessageArgs, columns, mojibake, plan, shown};
use crate::record::Language;

impl Table {
    /// Returns the words of the headings, by column; empty where a column has none.
    pub fn words_of_headings(&self) -> Vec<String> {
        let width = self.headings.iter().map(|heading| heading.column + 1).max().unwrap_or_default();
        let words = |column| self.heading(column).map(|heading| heading.text.clone()).unwrap_or_default();
        (0..width).map(words).collect()
    }

    /// Returns what the cells of a row show, for as many columns as there are headings.
    pub fn words_of_row(&self, row: &Row) -> Vec<String> {
        let width = self.headings.iter().map(|heading| heading.column + 1).max().unwrap_or_default();
        let words = |column| match row.cell(column).map(|cell| &cell.content) {
            Some(Content::Text(text)) => text.clone(),
            Some(content) => shown(content),
            None => String::new(),
        };
        (0..width).map(words).collect()
    }

    /// Returns the fault of a cell whose words cannot be taken as they are: a date, the error of a formula, a sign for nothing.
    pub fn unfit(&self, row: &Row, column: usize) -> Option<Fault> {
        let cell = row.cell(column)?;
        words_of(&Place { cell, name: self.name_of(row, column) }).err()
    }

    /// Returns a fault of a cell, be something in it or not.
    pub fn fault_of_cell(&self, row: &Row, column: usize, entry: &'static Code, values: MessageArgs) -> Fault {
        let empty = Cell { column, content: Content::Text(String::new()), range: row.range.clone() };
        let cell = row.cell(column).unwrap_or(&empty);
        Place { cell, name: self.name_of(row, column) }.fault(entry, values)
    }

    /// Returns a fault of a column, and of one that was there before it.
    pub fn fault_of_columns(&self, column: usize, first: usize, entry: &'static Code) -> Fault {
        let said = |column| self.heading(column).map_or_else(|| Arg::from(""), columns::said);
        let range = self.heading(column).map(|heading| heading.range.clone());
        Fault { entry, range, values: vec![("column", said(column)), ("earlier", said(first))] }
    }

    /// Returns a fault of all columns, at the headings.
    pub fn fault_of_headings(&self, entry: &'static Code, values: MessageArgs) -> Fault {
        let range =
            self.headings.first().zip(self.headings.last()).map(|(first, last)| first.range.start..last.range.end);
        Fault { entry, range, values }
    }

    /// Returns the faults of letters that were lost or garbled in the headings and in a column of translations.
    pub fn damage_of(&self, column: usize, original: usize, language: Language) -> Vec<Fault> {
        let texts = mojibake::TextColumn { column, language, long: true, originals: vec![original] };
        mojibake::of_table(self, &[texts], |other| other != column)
    }

    fn name_of(&self, row: &Row, column: usize) -> Arg {
        self.heading(column)
            .map_or_else(|| super::letters(column).into(), |heading| plan::cell_name(self, row, heading))
    }
}
