//! Text → rows of fields with their places. Quotes follow RFC 4180; what breaks them is reported where it begins.
//!
//! The well-known readers take a quote that is never closed, or letters after a closed one, in silence; for a person that is a row
//! lost. That is why this one is our own.

use super::super::fault::Fault;
use super::super::shown::shorten;
use crate::diag::codes::tables as words;
use std::ops::Range;

use super::super::limits;

/// A row of the text.
#[derive(Debug)]
pub struct Line {
    /// The line on which it begins, counted from 1.
    pub number: usize,
    /// Its fields; at least one.
    pub fields: Vec<Field>,
}

/// A field of a row.
#[derive(Debug)]
pub struct Field {
    /// Its text without the quotes.
    pub text: String,
    /// Its bytes with the quotes.
    pub range: Range<usize>,
}

impl Line {
    /// Returns whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.fields.iter().all(|field| field.text.trim().is_empty())
    }

    /// Returns its bytes.
    pub fn range(&self) -> Range<usize> {
        let start = self.fields.first().map_or(0, |field| field.range.start);
        start..self.fields.last().map_or(start, |field| field.range.end)
    }
}

/// Splits a text into rows, from a byte onwards.
pub fn split(text: &str, start: usize, separator: Option<char>) -> (Vec<Line>, Vec<Fault>) {
    let number = 1 + text[..start].matches('\n').count();
    let mut splitter = Splitter { text, at: start, number, separator, lines: Vec::new(), faults: Vec::new(), cells: 0 };
    while splitter.at < text.len() && splitter.faults.len() < limits::MAX_FAULTS && splitter.line() {}
    (splitter.lines, splitter.faults)
}

struct Splitter<'a> {
    text: &'a str,
    at: usize,
    number: usize,
    separator: Option<char>,
    lines: Vec<Line>,
    faults: Vec<Fault>,
    cells: usize,
}

impl Splitter<'_> {
    /// Reads a row; returns whether there is any sense in going on.
    fn line(&mut self) -> bool {
        let mut line = Line { number: self.number, fields: Vec::new() };
        loop {
            let Some(field) = self.field() else { return false };
            self.cells += usize::from(!field.text.is_empty());
            line.fields.push(field);
            if line.fields.len() > limits::MAX_COLUMNS || self.cells > limits::MAX_CELLS {
                let values = vec![("columns", limits::MAX_COLUMNS.into()), ("cells", limits::MAX_CELLS.into())];
                self.faults = vec![Fault::of_file(words::TABLE_TOO_WIDE, values)];
                return false;
            }
            match self.next_char() {
                Some(c) if Some(c) == self.separator => self.at += c.len_utf8(),
                _ => break,
            }
        }
        self.end_line();
        self.lines.push(line);
        true
    }

    fn field(&mut self) -> Option<Field> {
        let start = self.at;
        let text = if self.next_char() == Some('"') { self.quoted(start)? } else { self.plain().to_owned() };
        if text.len() > limits::MAX_CELL_CHARS && text.chars().count() > limits::MAX_CELL_CHARS {
            let values = vec![("line", self.number.into()), ("limit", limits::MAX_CELL_CHARS.into())];
            self.faults.push(Fault::at(words::CELL_TOO_LONG, start..start, values));
        }
        Some(Field { text, range: start..self.at })
    }

    fn plain(&mut self) -> &str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c| c == '\n' || c == '\r' || Some(c) == self.separator).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn quoted(&mut self, start: usize) -> Option<String> {
        let opened = self.number;
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                let first = self.text[start..].lines().next().unwrap_or_default();
                let values = vec![("line", opened.into()), ("value", shorten(first).into())];
                self.faults.push(Fault::at(words::QUOTE_OPEN, start..start + first.len(), values));
                return None;
            };
            text.push_str(&rest[..end]);
            self.number += rest[..end].matches('\n').count();
            self.at += end + 1;
            if self.next_char() != Some('"') {
                break;
            }
            text.push('"');
            self.at += 1;
        }
        let tail = self.plain().trim().to_owned();
        if !tail.is_empty() {
            let value = shorten(&self.text[start..self.at]);
            let values = vec![("line", opened.into()), ("value", value.into())];
            self.faults.push(Fault::at(words::QUOTE_TAIL, start..self.at, values));
        }
        Some(text.replace("\r\n", "\n").replace('\r', "\n"))
    }

    fn next_char(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn end_line(&mut self) {
        let rest = &self.text[self.at..];
        let end = ["\r\n", "\n", "\r"].iter().find(|end| rest.starts_with(**end)).map_or(0, |end| end.len());
        self.at += end;
        self.number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, separator: char) -> Vec<Vec<String>> {
        let (lines, faults) = split(text, 0, Some(separator));
        assert!(faults.is_empty(), "{faults:?}");
        lines.into_iter().map(|line| line.fields.into_iter().map(|field| field.text).collect()).collect()
    }

    #[test]
    fn split_reads_quotes_line_breaks_and_every_end_of_line() {
        let rows = texts("a,\"b \"\"c\"\"\",\"d\r\ne\"\r\nf,,g\rh\n", ',');
        assert_eq!(rows, [vec!["a", "b \"c\"", "d\ne"], vec!["f", "", "g"], vec!["h"]]);
        assert_eq!(texts("Well \"Deep\";2", ';'), [["Well \"Deep\"", "2"]], "quotes within a word are letters");
    }

    #[test]
    fn split_counts_the_lines_within_quotes() {
        let (lines, _) = split("a\n\"b\nc\"\nd\n", 0, Some(','));
        assert_eq!(lines.iter().map(|l| l.number).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn split_reports_an_open_quote_where_it_opens() {
        let text = "a,b\n1,\"two\n3,four\n";
        let (_, faults) = split(text, 0, Some(','));
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].code.name, "quote-open");
        assert_eq!(&text[faults[0].range.clone().unwrap()], "\"two");
    }

    #[test]
    fn split_reports_letters_after_a_closed_quote_and_goes_on() {
        let (lines, faults) = split("\"a\"b,c\nd,e\n", 0, Some(','));
        assert_eq!(faults[0].code.name, "quote-tail");
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn split_refuses_a_row_without_end() {
        let (_, faults) = split(&",".repeat(1_000_000), 0, Some(','));
        assert_eq!(faults[0].code.name, "table-too-wide");
    }
}
