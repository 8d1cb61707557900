//! The table that comes back: CSV as spreadsheet programs save it, read into cells. The only place that names the CSV crate.

use super::super::{phrases, spreadsheet};
use crate::diag::{Phrase, Values};

/// The largest table, in bytes.
pub const LARGEST: usize = 16 << 20;

/// A table.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The headings.
    pub headings: Vec<String>,
    /// The rows below them.
    pub lines: Vec<Line>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Line {
    /// The line of the file on which it begins, counted from 1.
    pub number: usize,
    /// Its cells, as many as there are headings.
    pub cells: Vec<String>,
}

/// Why a table cannot be used. Returned by [`Sheet::read`] and [`super::take`].
#[derive(Debug)]
pub struct Unusable(pub &'static Phrase, pub Values);

impl Sheet {
    /// Reads a table.
    ///
    /// # Errors
    /// Returns why it cannot be read whole.
    pub fn read(bytes: &[u8]) -> Result<Self, Unusable> {
        if bytes.len() > LARGEST {
            return Err(Unusable(&phrases::TOO_LARGE, vec![]));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Err(Unusable(&phrases::IS_WORKBOOK, vec![]));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Unusable(&phrases::NOT_UTF8, vec![]))?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(separator(text)).has_headers(false).from_reader(text.as_bytes());
        let mut lines = Vec::new();
        let (mut number, mut at) = (1, 0);
        for record in reader.records() {
            let place = |position: Option<&csv::Position>| position.map_or(0, |position| position.byte() as usize);
            let (record, start) = match record {
                Ok(record) => {
                    let start = place(record.position());
                    (Ok(record), start)
                }
                Err(error) => (Err(()), place(error.position())),
            };
            // The reader's own count stands before the line break, so lines are counted here.
            let rest = text.get(start..).unwrap_or_default();
            let start = start + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
            number += text.get(at..start).unwrap_or_default().matches('\n').count();
            at = start;
            let record =
                record.map_err(|()| Unusable(&phrases::BROKEN_TABLE, vec![("line", number.to_string().into())]))?;
            lines.push(Line {
                number,
                cells: record.iter().map(|cell| spreadsheet::restored(cell).to_owned()).collect(),
            });
        }
        let headings = if lines.is_empty() { Vec::new() } else { lines.remove(0).cells };
        Ok(Self { headings: headings.iter().map(|heading| heading.trim().to_owned()).collect(), lines })
    }

    /// Returns the place of a column.
    ///
    /// # Errors
    /// Returns that it is missing, or stands there twice.
    pub fn column(&self, name: &str) -> Result<usize, Unusable> {
        let mut found = self.headings.iter().enumerate().filter(|(_, heading)| heading.eq_ignore_ascii_case(name));
        let values = || vec![("name", name.into())];
        let (place, _) = found.next().ok_or_else(|| Unusable(&phrases::NO_COLUMN, values()))?;
        if found.next().is_some() { Err(Unusable(&phrases::COLUMN_TWICE, values())) } else { Ok(place) }
    }
}

/// Returns what divides the cells: of the three that programs write, the one that the headings hold most.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    *[b'\t', b';', b','].iter().max_by_key(|separator| count(separator)).expect("there are three")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_takes_the_separators_of_every_program() {
        for text in ["a,kk\r\n\"x, y\",z\r\n", "\u{feff}a;kk\n\"x, y\";z\n", "a\tkk\nx, y\tz"] {
            let sheet = Sheet::read(text.as_bytes()).unwrap();
            assert_eq!((sheet.headings.as_slice(), sheet.lines[0].number), (["a".into(), "kk".into()].as_slice(), 2));
            assert_eq!(sheet.lines[0].cells, ["x, y", "z"]);
        }
    }

    #[test]
    fn read_refuses_what_it_cannot_read_whole() {
        let refused = |bytes: &[u8]| Sheet::read(bytes).err().map(|Unusable(phrase, _)| phrase);
        assert_eq!(refused(b"PK\x03\x04..."), Some(&phrases::IS_WORKBOOK));
        assert_eq!(refused(b"a,kk\n\xca\xe0,\n"), Some(&phrases::NOT_UTF8));
        assert_eq!(refused(b"a,b\n\"c,d\ne,f\n"), Some(&phrases::BROKEN_TABLE));
        assert_eq!(refused(b""), None);
    }
}
