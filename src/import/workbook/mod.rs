//! Workbooks: XLSX as Excel, LibreOffice and programs write it. Unpacked and read within bounds, part by part.
//!
//! The readers of spreadsheets that there are do not report hidden rows, and lay a sheet out whole before anyone can say how large it
//! is; this one reads the few parts that a table needs.

mod pack;
mod parts;
mod serial;
mod sheet;
mod strings;
mod styles;
mod xml;

use super::fault::damaged;
use super::fault::{Fault, Refused};
use super::shown::quoted;
use crate::diag::Arg;
use crate::diag::codes::tables as words;
use std::fmt::Write as _;

use super::table::{Cell, Content, Heading, Origin, Row, Table, address, letters};
use super::{limits, messages, nearest};
use pack::Pack;
use parts::SheetPart;
use sheet::{Shared, Worksheet};

/// Reads a sheet of a workbook: the one named, or the only visible one with something in it.
///
/// # Errors
/// Returns every fault that keeps the sheet from being read.
pub fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Table, Refused> {
    let mut pack = Pack::open(bytes)?;
    let Some(parts) = parts::read(&mut pack)? else { return Err(foreign(&pack).into()) };
    let shared = shared(&mut pack, &parts)?;
    let (part, sheet, others) = choose(&mut pack, &parts.sheets, &shared, wanted)?;
    let mut table = lay_out(&part.name, sheet)?;
    if !others.is_empty() {
        let values = vec![("sheet", Arg::from(part.name)), ("sheets", quoted(&others))];
        table.remarks.insert(0, Fault::of_file(words::SHEETS_LEFT, values));
    }
    Ok(table)
}

/// Returns the fault of an archive that holds something else.
fn foreign(pack: &Pack<'_>) -> Fault {
    let has = |part: &str| pack.has(part);
    let found = match () {
        () if has("xl/workbook.bin") => &messages::FORM_XLSB,
        () if has("word/document.xml") => &messages::FORM_DOCUMENT,
        () if has("content.xml") => &messages::FORM_OPEN_DOCUMENT,
        () => &messages::FORM_ARCHIVE,
    };
    Fault::of_file(words::TABLE_FORM_UNKNOWN, vec![("found", found.into())])
}

fn shared(pack: &mut Pack<'_>, parts: &parts::Parts) -> Result<Shared, Fault> {
    let mut text = |part: &Option<String>| match part {
        Some(part) => pack.part(part).map(Option::unwrap_or_default),
        None => Ok(String::new()),
    };
    let (texts, styles) = (text(&parts.strings)?, text(&parts.styles)?);
    let broken = |_| damaged(&messages::PART_WORKBOOK);
    Ok(Shared {
        strings: strings::read(&texts).map_err(broken)?,
        styles: styles::read(&styles).map_err(broken)?,
        epoch: parts.epoch,
    })
}

/// Returns the sheet to read, and the names of those that hold something too and are left.
fn choose(
    pack: &mut Pack<'_>,
    sheets: &[SheetPart],
    shared: &Shared,
    wanted: Option<&str>,
) -> Result<(SheetPart, Worksheet, Vec<String>), Fault> {
    let mut filled = Vec::new();
    for part in sheets.iter().take(limits::MAX_SHEETS) {
        let text = pack.part(&part.part)?.ok_or_else(|| damaged(&messages::PART_SHEET))?;
        let sheet = sheet::read(&text, shared)?;
        if !sheet.cells.is_empty() || wanted == Some(part.name.as_str()) {
            filled.push((part, sheet));
        }
    }
    let index = match wanted {
        Some(name) => match filled.iter().position(|(part, _)| part.name == name) {
            Some(index) => index,
            None => return Err(unknown_sheet(name, sheets)),
        },
        None => {
            let visible: Vec<usize> = (0..filled.len()).filter(|at| !filled[*at].0.hidden).collect();
            match visible.as_slice() {
                [one] => *one,
                [] => return Err(Fault::of_file(words::TABLE_EMPTY, vec![])),
                several => {
                    let names: Vec<String> = several.iter().map(|at| filled[*at].0.name.clone()).collect();
                    let values = vec![("sheet", Arg::from(names[0].clone())), ("sheets", quoted(&names))];
                    return Err(Fault::of_file(words::SHEET_UNSAID, values));
                }
            }
        }
    };
    let (part, sheet) = filled.swap_remove(index);
    let rest = sheets.iter().filter(|other| filled.iter().any(|(left, _)| left == other));
    Ok((part.clone(), sheet, rest.map(|part| part.name.clone()).collect()))
}

fn unknown_sheet(name: &str, sheets: &[SheetPart]) -> Fault {
    let names: Vec<String> = sheets.iter().map(|part| part.name.clone()).collect();
    let hint = match nearest::nearest(name, names.iter().map(String::as_str)) {
        Some(near) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
        None => messages::NAMES_ARE.of(vec![("names", quoted(&names))]),
    };
    Fault::of_file(words::SHEET_UNKNOWN, vec![("sheet", name.to_owned().into()), ("hint", hint)])
}

/// Makes a table of a sheet: the first visible row with something in it holds the headings. Hidden rows are left out, and reported.
fn lay_out(name: &str, sheet: Worksheet) -> Result<Table, Refused> {
    let mut table = Table { origin: Origin::Sheet { name: name.to_owned() }, ..Table::default() };
    let hidden = |column: usize| sheet.hidden_columns.iter().any(|(from, to)| (*from..=*to).contains(&column));
    let mut view = View::default();
    let mut cells = sheet.cells.into_iter().peekable();
    let (mut hidden_rows, mut last) = (Vec::new(), None::<usize>);
    while let Some(&(number, ..)) = cells.peek() {
        let of_row: Vec<_> = std::iter::from_fn(|| cells.next_if(|(row, ..)| *row == number)).collect();
        let row = view.show(number, of_row);
        table.empty_rows += last.map_or(0, |last| number - last - 1);
        if sheet.hidden_rows.contains(&number) {
            hidden_rows.push(row);
        } else if table.headings.is_empty() {
            table.headings = row.cells.iter().map(|cell| heading(cell, hidden(cell.column))).collect();
        } else if table.rows.len() == limits::MAX_ROWS {
            return Err(Fault::of_file(words::TABLE_TOO_LONG, vec![("limit", limits::MAX_ROWS.into())]).into());
        } else {
            table.rows.push(row);
        }
        last = (!table.headings.is_empty()).then_some(number);
    }
    if table.headings.is_empty() {
        return Err(Fault::of_file(words::TABLE_EMPTY, vec![]).into());
    }
    table.view = view.text;
    table.remarks.extend(hidden_remark(&hidden_rows));
    let faults = merged(&table, &sheet.merged);
    if faults.is_empty() { Ok(table) } else { Err(Refused { view: table.view, faults }) }
}

/// The text that shows a sheet: each row on the line of its own number, each cell with its name.
#[derive(Default)]
struct View {
    text: String,
    /// How many lines are finished.
    lines: usize,
}

impl View {
    fn show(&mut self, number: usize, cells: Vec<(usize, usize, Content)>) -> Row {
        self.text.extend(std::iter::repeat_n('\n', number.saturating_sub(self.lines)));
        self.lines = self.lines.max(number);
        let start = self.text.len();
        let mut row = Row { number: number + 1, ..Row::default() };
        for (_, column, content) in cells {
            if self.text.len() > start {
                self.text.push_str(" │ ");
            }
            let from = self.text.len();
            let name = letters(column);
            let _ = write!(self.text, "{name}{}: {}", number + 1, content.shown());
            row.cells.push(Cell { column, content, range: from..self.text.len() });
        }
        row.range = start..self.text.len();
        row
    }
}

fn heading(cell: &Cell, hidden: bool) -> Heading {
    let text = cell.content.shown().trim().to_owned();
    Heading { column: cell.column, text, range: cell.range.clone(), hidden }
}

fn hidden_remark(rows: &[Row]) -> Option<Fault> {
    let first = rows.first()?;
    let numbers: Vec<String> = rows.iter().take(10).map(|row| row.number.to_string()).collect();
    let more = if rows.len() > numbers.len() { ", …" } else { "" };
    let values = vec![("number", rows.len().into()), ("rows", Arg::from(numbers.join(", ") + more))];
    Some(Fault::at(words::ROWS_HIDDEN, first.range.clone(), values))
}

/// Returns a fault for each merged range that touches the table.
fn merged(table: &Table, ranges: &[String]) -> Vec<Fault> {
    let Some(first) = table.headings.first().map(|heading| heading.range.clone()) else { return Vec::new() };
    let heading_row = table.view[..first.start].matches('\n').count();
    let mut faults = Vec::new();
    for range in ranges.iter().take(limits::MAX_FAULTS) {
        let ends = range.split_once(':').and_then(|(from, to)| address(from).zip(address(to)));
        let Some(((_, from), (_, to))) = ends else { continue };
        let row = table.rows.iter().find(|row| (from..=to).contains(&(row.number - 1)));
        let heading = (from..=to).contains(&heading_row).then(|| first.clone());
        if let Some(place) = heading.or_else(|| row.map(|row| row.range.clone())) {
            faults.push(Fault::at(words::CELLS_MERGED, place, vec![("range", range.clone().into())]));
        }
    }
    faults
}
