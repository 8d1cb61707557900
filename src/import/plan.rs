//! A table → drafts of records: every column and every cell understood, or every fault reported.

use super::columns::Target;
use super::fault::Fault;
use super::shown::{quoted, shorten};
use crate::diag::codes::tables as words;
use crate::diag::{Arg, Severity, path_text};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::cell::Place;
use super::columns::{self, Column, Leaf, Step};
use super::name_index::NameIndex;
use super::normalize::normalized;
use super::record::{Filled, Origins, assemble};
use super::table::{Cell, Content, Row, Table, letters};
use super::values::Reader;
use super::{limits, messages, mojibake, nearest, slug};
use crate::format;
use crate::record::{Node, id};
use crate::schema::{Kind, Shape};
use crate::store::Store;
use crate::written::numbers::is_scientific;

/// What is asked for.
pub struct ImportOptions<'a> {
    /// The kind of the records.
    pub kind: &'a Kind,
    /// The records that there are.
    pub store: &'a Store,
    /// The headings of columns to leave out.
    pub skip: &'a [String],
    /// The field to make ids of, where no column gives them.
    pub id_from: Option<&'a str>,
    /// Says whether a file is there, by its path in the workspace.
    pub exists: &'a dyn Fn(&Path) -> bool,
}

/// What importing would do.
pub struct Plan<'s> {
    /// The columns.
    pub columns: Vec<Column<'s>>,
    /// The records; all of them only where there is no fault.
    pub drafts: Vec<Draft>,
    /// The records that cells name in words.
    pub resolved: Vec<Resolved>,
    /// What is wrong, and what a person must know.
    pub faults: Vec<Fault>,
}

/// A record that is to be written.
#[derive(Debug)]
pub struct Draft {
    /// Its id.
    pub id: String,
    /// Its file, in the workspace.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// The row of the table, counted from 0 among the rows with something in them.
    pub row: usize,
    /// Which column each value came from.
    pub origins: Origins,
}

/// A record that was found by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The words of the cell.
    pub name: String,
    /// The id.
    pub id: String,
}

/// Plans the records of a table.
pub fn plan<'a>(table: &Table, options: &ImportOptions<'a>) -> Plan<'a> {
    let (columns, mut faults) = columns::find(table, options.kind, options.skip);
    let left_out = |at: usize| columns.iter().any(|c| c.heading.column == at && c.target.is_none());
    let damaged = mojibake::of_table(table, &columns_of_texts(&columns), left_out);
    if !damaged.is_empty() {
        // Where letters are lost, headings and names are not found for that reason alone.
        return Plan { columns, drafts: Vec::new(), resolved: Vec::new(), faults: damaged };
    }
    if let Some(below) = columns::headings_below(table, &columns, options.kind) {
        return Plan { columns, drafts: Vec::new(), resolved: Vec::new(), faults: vec![below] };
    }
    faults.extend(table.remarks.iter().cloned());
    faults.extend(columns::hidden(&columns));
    if table.rows.is_empty() {
        faults.push(Fault::of_file(words::ROWS_NONE, vec![]));
    }
    faults.extend(id_source(&columns, options));
    let mut planner = Planner::new(table, &columns, options);
    faults.extend(planner.turned_dates());
    for (index, row) in table.rows.iter().enumerate() {
        planner.row(index, row);
        if planner.faults.len() > limits::MAX_FAULTS {
            break;
        }
    }
    faults.append(&mut planner.faults);
    if faults.iter().any(|fault| fault.code.severity == Severity::Error) {
        planner.drafts.clear();
    }
    let mut seen = HashSet::new();
    let found = planner.reader.found.into_inner();
    let resolved = found.into_iter().filter(|pair| seen.insert(pair.clone()));
    let resolved = resolved.map(|(name, id)| Resolved { name, id }).collect();
    Plan { drafts: planner.drafts, resolved, faults, columns }
}

struct Planner<'t, 'a> {
    table: &'t Table,
    columns: &'t [Column<'a>],
    options: &'t ImportOptions<'a>,
    reader: Reader<'t>,
    /// Where each id was first given.
    ids: HashMap<String, Arg>,
    drafts: Vec<Draft>,
    faults: Vec<Fault>,
}

impl<'t, 'a> Planner<'t, 'a> {
    fn new(table: &'t Table, columns: &'t [Column<'a>], options: &'t ImportOptions<'a>) -> Self {
        let id_column = columns.iter().find(|column| is_id(column)).map(|column| column.heading.column);
        let ids = table.rows.iter().filter_map(|row| match &row.cell(id_column?)?.content {
            Content::Text(text) => Some(text.trim().to_owned()),
            _ => None,
        });
        let own = (ids.collect(), options.kind.name.as_str());
        let reader = Reader { names: NameIndex::new(options.store), own, found: Vec::new().into() };
        Self { table, columns, options, reader, ids: HashMap::new(), drafts: Vec::new(), faults: Vec::new() }
    }

    fn row(&mut self, index: usize, row: &Row) {
        let before = self.faults.len();
        let mut filled = Vec::new();
        let mut claims = Vec::new();
        for column in self.columns {
            let Some(target) = &column.target else { continue };
            let Some(cell) = row.cell(column.heading.column) else { continue };
            let place = self.place(row, column, cell);
            match self.reader.value(&place, &target.leaf) {
                Ok(value) => {
                    if matches!(target.leaf, Leaf::Claim) {
                        claims.push((target.path[..target.path.len() - 1].to_vec(), place));
                    }
                    filled.push(Filled { path: target.path.clone(), value, column: column.heading.column });
                }
                Err(faults) => self.faults.extend(faults),
            }
        }
        for (field, place) in claims {
            if filled.iter().filter(|other| other.path.starts_with(&field)).count() > 1 {
                self.faults.push(place.fault(words::CELLS_CLASH, vec![]));
            }
        }
        if let Some(id) = self.id(row, &mut filled)
            && before == self.faults.len()
        {
            let (record, origins) = assemble(filled);
            let text = format::made(&[record], Some(self.options.kind));
            let path = path_of(self.options.kind, &id);
            self.drafts.push(Draft { id, path, text, row: index, origins });
        }
    }

    /// Returns the id of a row, given or made; one that is taken is reported.
    fn id(&mut self, row: &Row, filled: &mut Vec<Filled>) -> Option<String> {
        let column = self.columns.iter().find(|column| is_id(column));
        let source = self.options.id_from.and_then(|field| self.columns.iter().find(|column| names(column, field)));
        let column = column.or(source)?;
        let made = !is_id(column);
        let Some(cell) = row.cell(column.heading.column) else {
            let empty =
                Cell { column: column.heading.column, content: Content::Text(String::new()), range: row.range.clone() };
            let place = self.place(row, column, &empty);
            let fault = if made {
                let why = (&messages::SLUG_EMPTY).into();
                place.fault(words::ID_UNMAKEABLE, vec![("value", "".into()), ("why", why)])
            } else {
                place.fault(words::ID_CELL_EMPTY, vec![("example", self.example(row, "").into())])
            };
            self.faults.push(fault);
            return None;
        };
        let place = self.place(row, column, cell);
        let written = cell.content.shown();
        let id = if made {
            let Some(id) = slug::of(&written) else {
                let number = is_scientific(&written);
                let why = if number { &messages::SLUG_NUMBER } else { &messages::SLUG_LETTERS };
                let values = vec![("value", Arg::from(shorten(&written))), ("why", why.into())];
                self.faults.push(place.fault(words::ID_UNMAKEABLE, values));
                return None;
            };
            let path = vec![Step::Field("id".to_owned())];
            filled.push(Filled { path, value: Node::of_text(id.clone()), column: column.heading.column });
            id
        } else if id::is_id(&written) {
            written
        } else {
            let values = vec![("value", Arg::from(shorten(&written))), ("example", self.example(row, &written).into())];
            let fault = place.fault(words::ID_WRITTEN, values);
            // A cell without any text is reported already.
            if !self.faults.iter().any(|other| other.range == fault.range) {
                self.faults.push(fault);
            }
            return None;
        };
        if id::is_device(&id) {
            let values = vec![("value", Arg::from(id.as_str())), ("example", format!("{id}-1").into())];
            self.faults.push(place.fault(words::ID_DEVICE, values));
            return None;
        }
        let taken = self.taken(&id, &place);
        self.ids.entry(id.clone()).or_insert_with(|| place.name.clone());
        self.faults.extend(taken);
        Some(id)
    }

    fn taken(&self, id: &str, place: &Place<'_>) -> Option<Fault> {
        if let Some(first) = self.ids.get(id) {
            return Some(place.fault(words::ID_CELL_TWICE, vec![("id", id.into()), ("elsewhere", first.clone())]));
        }
        if self.options.store.records.get(id).is_some() {
            return Some(place.fault(words::ID_TAKEN, vec![("id", id.into())]));
        }
        let path = path_of(self.options.kind, id);
        let values = || vec![("path", Arg::from(path_text(&path)))];
        (self.options.exists)(&path).then(|| place.fault(words::FILE_TAKEN, values()))
    }

    /// Returns an id that would do: made of what was written, or of the first Latin text of the row.
    fn example(&self, row: &Row, written: &str) -> String {
        let texts = row.cells.iter().filter_map(|cell| match &cell.content {
            Content::Text(text) => Some(text.as_str()),
            _ => None,
        });
        let made = std::iter::once(written).chain(texts).find_map(slug::of);
        made.unwrap_or_else(|| format!("{}-1", self.options.kind.name))
    }

    fn place<'c>(&self, row: &Row, column: &Column<'_>, cell: &'c Cell) -> Place<'c> {
        Place { cell, name: self.table.cell_name(row, &column.heading) }
    }

    /// Returns a warning for each column whose dates the spreadsheet read only where the day could be a month.
    fn turned_dates(&self) -> Vec<Fault> {
        let is_date = |column: &&Column<'_>| {
            let leaf = column.target.as_ref().map(|target| target.leaf);
            matches!(leaf, Some(Leaf::Value(shape)) if matches!(shape.element(), Shape::Date))
        };
        self.columns.iter().filter(is_date).filter_map(|column| self.turned(column)).collect()
    }

    fn turned(&self, column: &Column<'_>) -> Option<Fault> {
        let at = column.heading.column;
        let cells = || self.table.rows.iter().filter_map(|row| row.cell(at).map(|cell| (row, cell)));
        let unread = cells().find_map(|(_, cell)| match &cell.content {
            Content::Text(text) if is_local_date(text.trim()) => Some(text.trim().to_owned()),
            _ => None,
        })?;
        let mut read = Vec::new();
        for (row, cell) in cells() {
            match &cell.content {
                Content::Day(day) if day.day > 12 => return None,
                Content::Day(_) => read.push(format!("{}{}", letters(at), row.number)),
                _ => {}
            }
        }
        let number = read.len();
        read.truncate(10);
        let more = if number > read.len() { ", …" } else { "" };
        let values = vec![
            ("column", column.heading.said()),
            ("value", shorten(&unread).into()),
            ("cells", (read.join(", ") + more).into()),
        ];
        (number > 0).then(|| Fault::at(words::DATES_TURNED, column.heading.range.clone(), values))
    }
}

fn path_of(kind: &Kind, id: &str) -> PathBuf {
    PathBuf::from("data").join(&kind.folder).join(format!("{id}.yaml"))
}

fn is_id(column: &Column<'_>) -> bool {
    column.target.as_ref().is_some_and(|target| target.path == [Step::Field("id".to_owned())])
}

/// Returns whether a person means this column by the name of a field.
fn names(column: &Column<'_>, field: &str) -> bool {
    let own = column.target.as_ref().map(Target::name);
    own.is_some_and(|name| normalized(&name) == normalized(field))
        || normalized(&column.heading.text) == normalized(field)
}

/// Returns whether a text is a date with the year at its end, as a spreadsheet may or may not read it.
fn is_local_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4]) && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

fn id_source(columns: &[Column<'_>], options: &ImportOptions<'_>) -> Option<Fault> {
    let given = columns.iter().find(|column| is_id(column));
    match (given, options.id_from) {
        (Some(column), Some(field)) => {
            let values = vec![("column", column.heading.said()), ("field", field.into())];
            Some(Fault::at(words::ID_SOURCE_TWICE, column.heading.range.clone(), values))
        }
        (None, None) => {
            let english = columns
                .iter()
                .filter_map(|column| column.target.as_ref())
                .find(|target| matches!(target.leaf, Leaf::Text { language: crate::record::Language::En, .. }));
            let example = english.map_or_else(|| format!("{}.en", options.kind.label), Target::name);
            Some(Fault::of_file(words::ID_SOURCE, vec![("example", example.into())]))
        }
        (None, Some(field)) if !columns.iter().any(|column| names(column, field)) => {
            let filled: Vec<String> = columns.iter().filter_map(|c| c.target.as_ref()).map(Target::name).collect();
            let hint = match nearest::nearest(field, filled.iter().map(String::as_str)) {
                Some(near) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
                None => messages::NAMES_ARE.of(vec![("names", quoted(&filled))]),
            };
            Some(Fault::of_file(words::ID_SOURCE_UNKNOWN, vec![("field", field.into()), ("hint", hint)]))
        }
        _ => None,
    }
}

/// Returns the languages of the columns that hold texts, each with the columns of the same text in other languages.
fn columns_of_texts(columns: &[Column<'_>]) -> Vec<mojibake::TextColumn> {
    let targets = columns.iter().filter_map(|column| Some((column.heading.column, column.target.as_ref()?)));
    let texts: Vec<_> = targets.filter(|(_, target)| matches!(target.leaf, Leaf::Text { .. })).collect();
    let field = |target: &Target<'_>| target.path[..target.path.len() - 1].to_vec();
    let of = |(column, target): &(usize, &Target<'_>)| {
        let Leaf::Text { language, markdown } = target.leaf else { return None };
        let same = texts.iter().filter(|(other, of)| other != column && field(of) == field(target));
        Some(mojibake::TextColumn {
            column: *column,
            language,
            long: markdown,
            originals: same.map(|(other, _)| *other).collect(),
        })
    };
    texts.iter().filter_map(of).collect()
}
