//! Counts: how many records of a set, divided by one or two fields. A record that falls into several rows counts in each of them and
//! once in the total.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::record::Record;
use crate::record::quantity::Precision;
use crate::report::{Count, Division, Report};
use crate::store::{Found, Path, Store, Typed};

/// A finished count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// All records, each once.
    pub total: usize,
    /// The rows, if the count is divided.
    pub rows: Option<Axis>,
    /// The columns, if it is divided twice.
    pub columns: Option<Axis>,
    /// For each row its count, and its cells: one for each column, or only those that count enough, by their number.
    pub cells: Vec<(usize, Vec<Cell>)>,
    /// The records that are counted, by their places in the set.
    pub counted: Vec<usize>,
    /// For each row the records that it counts, by their places in the set.
    pub members: Vec<Vec<usize>>,
    /// The records that fall into no row, by their places in the set.
    pub outside: Vec<usize>,
}

/// What a row counts in one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The place of the column.
    pub column: usize,
    /// The count.
    pub number: usize,
    /// The records that it counts, by their places in the set.
    pub members: Vec<usize>,
}

/// What divides a count, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The keys: ids of records, years, words.
    pub keys: Vec<String>,
    /// Whether the keys are ids of records.
    pub records: bool,
}

/// Returns where the records that are counted stand in their set, whose order they keep.
pub fn places(set: &[&Record], kept: &[&Record]) -> Vec<usize> {
    let mut kept = kept.iter().peekable();
    let counted = |record: &Record| kept.next_if(|next| std::ptr::eq(**next, record)).is_some();
    set.iter().copied().map(counted).enumerate().filter_map(|(at, counted)| counted.then_some(at)).collect()
}

/// Counts; `places` says where the records stand in the set.
pub fn count(
    count: &Count,
    records: &[&Record],
    places: &[usize],
    sets: &IndexMap<&str, Vec<&Record>>,
    report: &Report,
    store: &Store,
) -> Tally {
    let weighed: Vec<Option<usize>> = records.iter().map(|record| weight(record, count, store)).collect();
    let total = match &count.distinct {
        Some(field) => records.iter().flat_map(|r| keys(r, field, store)).collect::<BTreeSet<_>>().len(),
        None => weighed.iter().flatten().sum(),
    };
    let divided: Vec<(Axis, Vec<Vec<String>>)> = count
        .by
        .iter()
        .map(|division| {
            // What has no number to add falls into no row.
            let own = |(record, weight): (&&Record, &Option<usize>)| {
                weight.map(|_| keys(record, &division.field, store)).unwrap_or_default()
            };
            let keys: Vec<Vec<String>> = records.iter().zip(&weighed).map(own).collect();
            (axis(division, &keys, sets, report), keys)
        })
        .collect();
    let mut divided = divided.into_iter();
    let (mut first, second) = (divided.next(), divided.next());
    let mut counted = first.as_ref().map(|rows| self::rows(rows, second.as_ref(), &weighed)).unwrap_or_default();
    if let (Some(least), Some((axis, _))) = (count.least_of_rows(), first.as_mut()) {
        let rows = axis.keys.drain(..).zip(counted).collect();
        (axis.keys, counted) = ranked(rows, least, |(_, row)| row.number).into_iter().unzip();
    }
    if let Some(least) = count.least_of_cells() {
        counted
            .iter_mut()
            .for_each(|row| row.cells = ranked(std::mem::take(&mut row.cells), least, |cell| cell.number));
    }
    let in_set = |members: &[usize]| members.iter().map(|&at| places[at]).collect::<Vec<usize>>();
    for cell in counted.iter_mut().flat_map(|row| &mut row.cells) {
        cell.members = in_set(&cell.members);
    }
    let members = counted.iter().map(|row| in_set(&row.members)).collect();
    let outside = first.as_ref().map(|(axis, keys)| outside(axis, keys)).unwrap_or_default();
    Tally {
        total,
        rows: first.map(|(axis, _)| axis),
        columns: second.map(|(axis, _)| axis),
        counted: places.to_vec(),
        cells: counted.into_iter().map(|row| (row.number, row.cells)).collect(),
        members,
        outside: in_set(&outside),
    }
}

/// A row: the records that it counts, how much they count together, and its cells.
struct Row {
    members: Vec<usize>,
    number: usize,
    cells: Vec<Cell>,
}

fn rows(
    (rows, row_keys): &(Axis, Vec<Vec<String>>),
    columns: Option<&(Axis, Vec<Vec<String>>)>,
    weighed: &[Option<usize>],
) -> Vec<Row> {
    let row = |row: &String| {
        let members: Vec<usize> = (0..row_keys.len()).filter(|&at| row_keys[at].contains(row)).collect();
        let cell = |keys: &[Vec<String>], (at, column): (usize, &String)| {
            let own: Vec<usize> = members.iter().copied().filter(|&at| keys[at].contains(column)).collect();
            Cell { column: at, number: sum(&own, weighed), members: own }
        };
        let cells = columns.map(|(axis, keys)| axis.keys.iter().enumerate().map(|each| cell(keys, each)).collect());
        Row { number: sum(&members, weighed), members, cells: cells.unwrap_or_default() }
    };
    rows.keys.iter().map(row).collect()
}

/// Returns the records that fall into no row.
fn outside(rows: &Axis, keys: &[Vec<String>]) -> Vec<usize> {
    (0..keys.len()).filter(|&at| !keys[at].iter().any(|key| rows.keys.contains(key))).collect()
}

/// Returns how much a record counts: one, or its exact number in the field that is added up; nothing where it has none.
fn weight(record: &Record, count: &Count, store: &Store) -> Option<usize> {
    let Some(field) = &count.sum else { return Some(1) };
    let path: Vec<String> = field.split('.').map(str::to_owned).collect();
    let found = store.follow(record, &path).into_iter().next()?;
    let whole = |amount: f64| (amount >= 0.0 && amount.fract() == 0.0).then_some(amount as usize);
    match Typed::of(found.node, found.shape) {
        Typed::Integer(number) => usize::try_from(number).ok(),
        Typed::Quantity(quantity) if quantity.precision == Precision::Exact => whole(quantity.amount),
        _ => None,
    }
}

/// Returns how much records count together.
fn sum(members: &[usize], weighed: &[Option<usize>]) -> usize {
    members.iter().filter_map(|&at| weighed[at]).sum()
}

/// Orders what is counted by its number and leaves out what is below the least; what counts as many keeps its order.
fn ranked<T>(mut counted: Vec<T>, least: usize, number: impl Fn(&T) -> usize) -> Vec<T> {
    counted.retain(|one| number(one) >= least);
    counted.sort_by_key(|one| std::cmp::Reverse(number(one)));
    counted
}

fn axis(division: &Division, found: &[Vec<String>], sets: &IndexMap<&str, Vec<&Record>>, report: &Report) -> Axis {
    if let Some(over) = division.over.as_deref().and_then(|over| sets.get(over)) {
        return Axis { keys: over.iter().map(|r| r.id.clone()).collect(), records: true };
    }
    let keys: BTreeSet<String> = found.iter().flatten().cloned().collect();
    if Path::new(&division.field).0.last().is_some_and(|step| step == "year") {
        return Axis { keys: years(&keys, report), records: false };
    }
    Axis { keys: keys.into_iter().collect(), records: false }
}

/// Returns all years of the report's period, else from the first to the last that occurs: a year without records is a row with 0.
fn years(found: &BTreeSet<String>, report: &Report) -> Vec<String> {
    let period = report.period;
    let bound = |side: Option<crate::record::edtf::Day>| side.and_then(|day| day.year);
    let mut occurring = found.iter().filter_map(|year| year.parse::<i32>().ok());
    let (least, most) = (occurring.clone().min(), occurring.by_ref().max());
    let first = period.and_then(|p| bound(p.start())).or(least);
    let last = period.and_then(|p| bound(p.end())).or(most);
    match (first, last) {
        (Some(first), Some(last)) => (first..=last).map(|year| year.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// Returns the keys of a record under a field: ids, years or words, each once.
fn keys(record: &Record, field: &str, store: &Store) -> Vec<String> {
    let path = Path::new(field).0;
    keys_of(&store.follow(record, &path), &path)
}

/// Returns the keys of what was found at the end of a path: ids, years or words, each once.
pub(super) fn keys_of(found: &[Found<'_>], path: &[String]) -> Vec<String> {
    let key = |found: &Found<'_>| match (Typed::of(found.node, found.shape), path.last().map(String::as_str)) {
        (Typed::Date(date), Some("year")) => date.start()?.year.map(|year| year.to_string()),
        _ => found.node.text().map(str::to_owned),
    };
    let mut keys: Vec<String> = found.iter().filter_map(key).collect();
    keys.sort();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_enough_stands_by_its_number_and_else_in_its_order() {
        let counted = vec![("a", 1), ("b", 3), ("c", 0), ("d", 5), ("e", 3)];
        let kept: Vec<&str> = ranked(counted, 1, |(_, number)| *number).into_iter().map(|(name, _)| name).collect();
        assert_eq!(kept, ["d", "b", "e", "a"]);
    }
}
