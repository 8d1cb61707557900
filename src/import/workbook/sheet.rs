//! One sheet of a workbook: its cells, what is merged and what is hidden.

use super::super::fault::Fault;
use crate::diag::codes::tables as words;
use std::collections::HashSet;

use super::super::fault::damaged;
use super::super::table::{Content, Look, address};
use super::super::{limits, messages};
use super::serial::{self, Epoch};
use super::strings;
use super::styles::Style;
use super::xml::{Broken, Document, Element, Piece};

/// What all sheets of a workbook share.
#[derive(Debug, Default)]
pub struct Shared {
    /// The texts.
    pub strings: Vec<String>,
    /// The styles.
    pub styles: Vec<Style>,
    /// From where days are counted.
    pub epoch: Epoch,
}

/// A sheet as it was read.
#[derive(Debug, Default)]
pub struct Worksheet {
    /// The cells with something in them, by row and column, both counted from 0.
    pub cells: Vec<(usize, usize, Content)>,
    /// The ranges that are merged, as they are written.
    pub merged: Vec<String>,
    /// The rows that are hidden.
    pub hidden_rows: HashSet<usize>,
    /// The ranges of columns that are hidden.
    pub hidden_columns: Vec<(usize, usize)>,
}

/// Why a sheet could not be read.
enum Stop {
    Broken,
    Fault(Box<Fault>),
}

impl From<Broken> for Stop {
    fn from(_: Broken) -> Self {
        Self::Broken
    }
}

/// Reads a sheet.
///
/// # Errors
/// Returns the fault where it is no XML or larger than a table may be.
pub fn read(text: &str, shared: &Shared) -> Result<Worksheet, Fault> {
    let mut reader =
        Reader { document: Document::new(text), shared, sheet: Worksheet::default(), row: None, column: 0, letters: 0 };
    match reader.run() {
        Ok(()) => {
            let mut sheet = reader.sheet;
            sheet.cells.sort_by_key(|(row, column, _)| (*row, *column));
            sheet.cells.dedup_by_key(|(row, column, _)| (*row, *column));
            Ok(sheet)
        }
        Err(Stop::Broken) => Err(damaged(&messages::PART_SHEET)),
        Err(Stop::Fault(fault)) => Err(*fault),
    }
}

struct Reader<'a> {
    document: Document<'a>,
    shared: &'a Shared,
    sheet: Worksheet,
    /// The row being read, counted from 0.
    row: Option<usize>,
    /// The column of the next cell that does not name its own.
    column: usize,
    /// The bytes of all texts so far: cells may share a long one.
    letters: usize,
}

impl Reader<'_> {
    fn run(&mut self) -> Result<(), Stop> {
        while let Some(piece) = self.document.next()? {
            let Piece::Open(element) = piece else { continue };
            match element.name.as_str() {
                "row" => self.begin_row(&element),
                "c" => self.cell(&element)?,
                "col" if element.is_set("hidden") => {
                    let bound = |name: &str| element.attribute(name).and_then(|n| n.parse::<usize>().ok());
                    if let (Some(from), Some(to)) = (bound("min"), bound("max")) {
                        self.sheet.hidden_columns.push((from.saturating_sub(1), to.saturating_sub(1)));
                    }
                }
                "mergeCell" => self.sheet.merged.extend(element.attribute("ref")),
                _ => {}
            }
        }
        Ok(())
    }

    fn begin_row(&mut self, element: &Element<'_>) {
        let next = self.row.map_or(0, |row| row + 1);
        let named = element.attribute("r").and_then(|r| r.parse::<usize>().ok()).and_then(|r| r.checked_sub(1));
        let row = named.unwrap_or(next).min(limits::LAST_ROW);
        self.row = Some(row);
        self.column = 0;
        if element.is_set("hidden") {
            self.sheet.hidden_rows.insert(row);
        }
    }

    fn cell(&mut self, element: &Element<'_>) -> Result<(), Stop> {
        let named = element.attribute("r").and_then(|r| address(&r));
        let (column, row) = named.unwrap_or((self.column, self.row.unwrap_or(0)));
        self.column = column.saturating_add(1);
        let style = element.attribute("s").and_then(|s| s.parse().ok()).and_then(|s: usize| self.shared.styles.get(s));
        let style = style.copied().unwrap_or(Style::Number(Look::Plain));
        let kind = element.attribute("t").unwrap_or_default();
        let (value, formula, inline) = self.content()?;
        let content = match (value, inline) {
            (_, Some(text)) => Content::Text(text),
            (Some(value), None) => self.content_of(&kind, value, style)?,
            (None, None) if formula => Content::Pending,
            (None, None) => return Ok(()),
        };
        self.take(row, column, content)
    }

    /// Reads the value, whether there is a formula, and the text written in the cell itself.
    fn content(&mut self) -> Result<(Option<String>, bool, Option<String>), Stop> {
        let (mut value, mut formula, mut inline) = (None::<String>, false, None);
        let mut in_value = false;
        loop {
            match self.document.next()?.ok_or(Stop::Broken)? {
                Piece::Open(element) => match element.name.as_str() {
                    "v" => {
                        in_value = true;
                        value = Some(String::new());
                    }
                    "f" => formula = true,
                    "is" => inline = Some(strings::rich(&mut self.document, "is")?),
                    _ => {}
                },
                Piece::Text(text) if in_value => value.get_or_insert_default().push_str(&text),
                Piece::Text(_) => {}
                Piece::Close(name) if name == "c" => return Ok((value.filter(|v| !v.is_empty()), formula, inline)),
                Piece::Close(name) => in_value &= name != "v",
            }
        }
    }

    fn content_of(&self, kind: &str, value: String, style: Style) -> Result<Content, Stop> {
        Ok(match kind {
            "s" => {
                let index: usize = value.trim().parse().map_err(|_| Stop::Broken)?;
                Content::Text(self.shared.strings.get(index).cloned().ok_or(Stop::Broken)?)
            }
            "str" => Content::Text(strings::unescape(&value)),
            "b" => Content::Truth(value.trim() == "1" || value.trim() == "true"),
            "e" => Content::Failed(value),
            "d" => serial::written(value.trim()),
            _ => {
                let number: f64 = value.trim().parse().map_err(|_| Stop::Broken)?;
                match style {
                    _ if !number.is_finite() => return Err(Stop::Broken),
                    Style::Number(look) => Content::Number { value: number, look },
                    Style::Date(shown) => serial::date(number, self.shared.epoch, shown),
                    Style::Time => Content::Odd(super::super::table::OddDate::Time),
                }
            }
        })
    }

    fn take(&mut self, row: usize, column: usize, content: Content) -> Result<(), Stop> {
        let stop = |fault| Err(Stop::Fault(Box::new(fault)));
        if let Content::Text(text) = &content {
            if text.trim().is_empty() {
                return Ok(());
            }
            self.letters = self.letters.saturating_add(text.len());
            if text.len() > limits::MAX_CELL_CHARS && text.chars().count() > limits::MAX_CELL_CHARS {
                let values = vec![("line", (row + 1).into()), ("limit", limits::MAX_CELL_CHARS.into())];
                return stop(Fault::of_file(words::CELL_TOO_LONG, values));
            }
        }
        if self.letters as u64 > limits::MAX_PART_BYTES {
            return stop(Fault::of_file(
                words::TABLE_UNPACKS_TOO_LARGE,
                vec![("limit", ((limits::MAX_PART_BYTES >> 20) as usize).into())],
            ));
        }
        let wide = column >= limits::MAX_COLUMNS || self.sheet.cells.len() >= limits::MAX_CELLS;
        if wide || row >= limits::LAST_ROW {
            let values = vec![("columns", limits::MAX_COLUMNS.into()), ("cells", limits::MAX_CELLS.into())];
            return stop(Fault::of_file(words::TABLE_TOO_WIDE, values));
        }
        self.sheet.cells.push((row, column, content));
        Ok(())
    }
}
