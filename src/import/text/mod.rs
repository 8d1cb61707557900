//! Text with separators: CSV as spreadsheet programs of every language write it.

mod decode;
mod rows;
mod separator;

use super::fault::{Fault, Refused};
use super::limits;
use super::table::{Cell, Content, Heading, Origin, Row, Table};
use crate::diag::codes::tables as words;
use rows::Line;

/// Reads a text with separators.
///
/// # Errors
/// Returns every fault of its form.
pub fn read(bytes: &[u8]) -> Result<Table, Refused> {
    let (text, encoding) = decode::decode(bytes).map_err(Refused::from)?;
    let (start, separator) = separator::find(&text);
    let refused = |faults: Vec<Fault>| Refused { view: text.clone(), faults };
    let (lines, faults) = rows::split(&text, start, separator);
    if !faults.is_empty() {
        return Err(refused(faults));
    }
    let table = Table { origin: Origin::Text { encoding, separator }, ..Table::default() };
    match fill(table, lines, &text) {
        Ok(mut table) => {
            table.view = text;
            Ok(table)
        }
        Err(faults) => Err(refused(faults)),
    }
}

fn fill(mut table: Table, lines: Vec<Line>, text: &str) -> Result<Table, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut lines = lines.into_iter().skip_while(Line::is_empty);
    let Some(first) = lines.next() else { return Err(vec![Fault::of_file(words::TABLE_EMPTY, vec![])]) };
    let width = first.fields.len();
    for (column, field) in first.fields.into_iter().enumerate() {
        table.headings.push(Heading { column, text: field.text.trim().to_owned(), range: field.range, hidden: false });
    }
    let lines: Vec<Line> = lines.collect();
    let drops = drops_empty(&lines, width);
    let mut waiting = 0;
    for line in lines {
        if line.is_empty() {
            waiting += 1;
            continue;
        }
        table.empty_rows += std::mem::take(&mut waiting);
        if table.rows.len() == limits::MAX_ROWS {
            return Err(vec![Fault::of_file(words::TABLE_TOO_LONG, vec![("limit", limits::MAX_ROWS.into())])]);
        }
        if line.fields.len() > width || line.fields.len() < width && !drops {
            faults.push(length_fault(&line, width, &table.origin, text));
        }
        table.rows.push(row(line));
    }
    if faults.is_empty() { Ok(table) } else { Err(faults) }
}

/// Returns whether the program that wrote the rows leaves out the separators behind the last filled cell: it does so in every row or in
/// none. Then a row that is shorter than the headings is whole.
fn drops_empty(lines: &[Line], width: usize) -> bool {
    let open = |line: &Line| line.fields.len() >= width && line.fields.last().is_some_and(|last| last.text.is_empty());
    !lines.iter().filter(|line| !line.is_empty()).any(open)
}

fn row(line: Line) -> Row {
    let (number, range) = (line.number, line.range());
    let filled = line.fields.into_iter().enumerate().filter(|(_, field)| !field.text.trim().is_empty());
    let cells = filled.map(|(column, field)| Cell { column, content: Content::Text(field.text), range: field.range });
    Row { number, range, cells: cells.collect() }
}

fn length_fault(line: &Line, width: usize, origin: &Origin, text: &str) -> Fault {
    let separator = match origin {
        Origin::Text { separator: Some('\t'), .. } => (&super::messages::TAB).into(),
        Origin::Text { separator: Some(c), .. } => c.to_string().into(),
        _ => ",".to_owned().into(),
    };
    let values = vec![
        ("line", line.number.into()),
        ("found", line.fields.len().into()),
        ("expected", width.into()),
        ("separator", separator),
    ];
    let range = line.range();
    let shown = text.get(range.clone()).and_then(|t| t.find('\n')).map_or(range.end, |at| range.start + at);
    Fault::at(words::ROW_LENGTH, range.start..shown, values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &[u8]) -> Vec<&'static str> {
        read(text).err().map(|r| r.faults.iter().map(|f| f.code.name).collect()).unwrap_or_default()
    }

    #[test]
    fn read_gives_headings_rows_and_places() {
        let table = read("id;Name\n\nfirst;\"One; two\"\n;\nsecond;Three\n;\n".as_bytes()).unwrap();
        assert_eq!(table.empty_rows, 2, "those at the end are none");
        assert_eq!((table.rows[0].number, table.rows[1].number), (3, 5));
        assert_eq!(table.rows[0].cell(1).unwrap().content, Content::Text("One; two".into()));
        assert_eq!(&table.view[table.rows[0].cell(1).unwrap().range.clone()], "\"One; two\"");
        assert_eq!(table.headings[1].text, "Name");
    }

    #[test]
    fn read_refuses_what_is_no_table() {
        assert_eq!(codes(b""), ["table-empty"]);
        assert_eq!(codes(b"\n\n  \n"), ["table-empty"]);
        assert_eq!(codes(b"a,b\n1,2,3\n1\n1,2\n"), ["row-length"]);
        assert_eq!(codes(b"a,b,c\n1,2,\n1,2\n"), ["row-length"], "other rows have their last separators");
    }

    #[test]
    fn read_takes_rows_without_their_last_empty_cells() {
        let table = read(b"a,b,c\n1\n1,,3\n1,2\n").unwrap();
        assert_eq!(table.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [1, 2, 2]);
        assert!(table.rows[0].cell(2).is_none());
    }
}
