//! Brackets: lists and fields between `[ ]` and `{ }`, over one line or several.

mod quotes;
mod words;

use super::characters::is_odd_space;
use super::levels::Open;
use super::pairs;
use super::scanner::{Scanner, space};
use super::value::{quoted, without_comment};
use crate::diag::{Edit, codes, messages};

/// Signs that are typed for a comma.
const LIKE: [char; 5] = [';', '，', '、', '،', '；'];

/// More brackets within brackets than the parser reads.
const DEEPEST: usize = 64;

/// An open bracket.
struct Bracket {
    sign: u8,
    at: usize,
    /// Between a colon and the next comma.
    value: bool,
}

impl Bracket {
    fn close(&self) -> char {
        if self.sign == b'[' { ']' } else { '}' }
    }
}

/// The way through the brackets.
struct Way<'s, 't> {
    scanner: &'s mut Scanner<'t>,
    open: Vec<Bracket>,
    at: usize,
    /// Behind a finished entry, where only a comma, a colon or a closing bracket can follow.
    finished: Option<usize>,
    /// Where the comments begin behind which nothing else stands so far.
    noted: Option<usize>,
    /// Whether a text before was closed where it may not have ended: what follows may belong to it.
    guessed: bool,
    column: usize,
}

/// Reads brackets that are a whole value; returns where the next line begins.
pub fn read(scanner: &mut Scanner<'_>, at: usize, column: usize) -> usize {
    let mut way = Way { scanner, open: Vec::new(), at, finished: None, noted: None, guessed: false, column };
    way.go();
    let (end, closed) = (way.at, way.open.is_empty());
    if closed {
        if scanner.text()[at..].starts_with('{') && end > at {
            scanner.closed_by(end - 1);
        }
        let stop = scanner.end_of_line(end);
        if let Some(next) = pairs::field_behind(scanner, at, end, stop, column) {
            return next;
        }
        behind(scanner, at, end);
    }
    scanner.next_line(end.min(scanner.text().len()))
}

impl Way<'_, '_> {
    fn go(&mut self) {
        while let Some(byte) = self.scanner.text().as_bytes().get(self.at).copied() {
            if self.scanner.at_limit() || self.open.len() > DEEPEST {
                return self.give_up();
            }
            match byte {
                b'\n' if self.leaves() && !self.goes_on() => return self.not_closed(),
                b' ' | b'\t' | b'\n' | b'\r' => {
                    self.at += 1;
                    continue;
                }
                b'#' if self.after_space() => {
                    self.noted.get_or_insert(self.at);
                    self.at = self.scanner.end_of_line(self.at);
                    continue;
                }
                _ => self.noted = None,
            }
            match byte {
                b'[' | b'{' => self.opens(byte),
                b']' | b'}' => {
                    self.closes(byte);
                    if self.open.is_empty() {
                        return;
                    }
                }
                b',' => self.comma(),
                b';' if self.finished.is_some() => self.comma_like(';'),
                b':' if self.finished.is_some() => self.colon(),
                b'"' | b'\'' => self.quote(byte as char),
                _ => self.word(),
            }
        }
        self.not_closed();
    }

    /// Leaves the rest to the parser, which says why it reads no further.
    fn give_up(&mut self) {
        self.open.clear();
        self.at = self.scanner.text().len();
    }

    fn after_space(&self) -> bool {
        self.scanner.text().as_bytes().get(self.at.wrapping_sub(1)).is_some_and(|b| matches!(b, b' ' | b'\t' | b'\n'))
    }

    /// Returns whether the next line is not further in, and no closing bracket: the brackets were forgotten before it.
    fn leaves(&self) -> bool {
        let next = self.at + 1;
        let text = self.scanner.text();
        let Some(column) = self.scanner.column_of(next.min(text.len())) else { return false };
        // A comment may stand anywhere.
        column <= self.column && !text[next + column..].starts_with([']', '}', '#'])
    }

    /// Tells a next line that stands too far left and closes the brackets; returns whether it did.
    fn goes_on(&mut self) -> bool {
        let text = self.scanner.text();
        let start = self.at + 1;
        let body = start + self.scanner.column_of(start).unwrap_or_default();
        // A closing bracket may stand anywhere.
        if text[body..].starts_with([']', '}']) || !closes_more(&text[body..self.scanner.end_of_line(body)]) {
            return false;
        }
        let (found, fitting) = (body - start, self.column + 2);
        let edits = vec![Edit::new(start..body, " ".repeat(fitting))];
        let values = vec![("found", messages::spaces(found)), ("fitting", messages::spaces(fitting))];
        let letter = text[body..].chars().next().map_or(0, char::len_utf8);
        let shown = if found > 0 { start..body } else { body..body + letter };
        self.scanner.fault(codes::INDENT_WRONG, shown, values, edits, false);
        true
    }

    fn opens(&mut self, sign: u8) {
        self.separated();
        self.open.push(Bracket { sign, at: self.at, value: false });
        self.at += 1;
        self.finished = None;
    }

    fn closes(&mut self, sign: u8) {
        let Some(top) = self.open.pop() else { return };
        if top.close() as u8 == sign {
            self.at += 1;
        } else if self.open.iter().any(|bracket| bracket.close() as u8 == sign) {
            // The inner bracket was forgotten; the outer one closes here.
            let insert = self.finished.unwrap_or(self.at);
            self.told(&top, Edit::new(insert..insert, top.close().to_string()), true);
        } else {
            let edits = vec![Edit::new(self.at..self.at + 1, top.close().to_string())];
            let values =
                vec![("open", (top.sign as char).to_string().into()), ("close", top.close().to_string().into())];
            self.scanner.fault(codes::BRACKET_NOT_CLOSED, top.at..top.at + 1, values, edits, true);
            self.at += 1;
        }
        self.finished = Some(self.at);
    }

    fn comma(&mut self) {
        let value = self.open.last().is_some_and(|top| top.value);
        if self.finished.is_none() && !value && self.open.last().is_some() {
            return self.comma_again();
        }
        self.finished = None;
        if let Some(top) = self.open.last_mut() {
            top.value = false;
        }
        self.at += 1;
        self.odd_space();
    }

    /// Tells a comma that follows another one or an opening bracket.
    fn comma_again(&mut self) {
        let text = self.scanner.text();
        let before = text[..self.at].trim_end_matches(' ');
        let after = self.at + 1 + text[self.at + 1..].len() - text[self.at + 1..].trim_start_matches(' ').len();
        // The space before the next entry stays.
        let range = if before.ends_with(',') { before.len()..self.at + 1 } else { self.at..after };
        let edits = vec![Edit::new(range.clone(), "")];
        self.scanner.fault(codes::COMMA_TWICE, self.at..self.at + 1, vec![], edits, true);
        self.at = range.end;
    }

    /// Tells another sign where a comma was meant.
    fn comma_like(&mut self, sign: char) {
        let range = self.at..self.at + sign.len_utf8();
        let tight = self.scanner.text()[range.end..].starts_with(|c: char| !c.is_whitespace());
        let edits = vec![Edit::new(range.clone(), if tight { ", " } else { "," })];
        self.scanner.fault(codes::COMMA_MEANT, range.clone(), vec![("sign", sign.to_string().into())], edits, true);
        self.finished = None;
        if let Some(top) = self.open.last_mut() {
            top.value = false;
        }
        self.at = range.end;
    }

    fn colon(&mut self) {
        self.finished = None;
        if let Some(top) = self.open.last_mut() {
            top.value = true;
        }
        self.at += 1;
        self.odd_space();
    }

    fn odd_space(&mut self) {
        let rest = &self.scanner.text()[self.at..];
        let length = rest.len() - rest.trim_start_matches(|c: char| c == ' ' || is_odd_space(c)).len();
        if let Some(odd) = rest[..length].chars().find(|c| is_odd_space(*c)) {
            let range = self.at..self.at + length;
            let before = self.scanner.text().as_bytes().get(self.at.wrapping_sub(1));
            let ends = before != Some(&b':') && rest[length..].starts_with([',', ']', '}', '\r', '\n']);
            let edits = vec![Edit::new(range.clone(), if ends { "" } else { " " })];
            self.scanner.fault(codes::SPACE_INVISIBLE, range, vec![("what", space(odd))], edits, true);
            self.at += length;
        }
    }

    /// Tells a missing comma before an entry that follows a finished one.
    fn separated(&mut self) {
        let Some(behind) = self.finished.take() else { return };
        let edits = vec![Edit::new(behind..behind, ",")];
        // Where nothing stands between the entries, the first letter of the second one is shown.
        let letter = self.scanner.text()[behind..].chars().next().map_or(0, char::len_utf8);
        self.scanner.fault(codes::COMMA_MISSING, behind..self.at.max(behind + letter), vec![], edits, !self.guessed);
        if let Some(top) = self.open.last_mut() {
            top.value = false;
        }
    }

    /// Tells every bracket that is open at the end.
    fn not_closed(&mut self) {
        let text = self.scanner.text();
        // What is put into a comment closes nothing.
        let stop = self.noted.unwrap_or(self.at).min(text.len());
        let end = self.finished.unwrap_or_else(|| text[..stop].trim_end_matches([' ', '\n', '\r', ',']).len());
        let closing: String = self.open.iter().rev().map(Bracket::close).collect();
        let Some(outer) = self.open.first() else { return };
        let whole = text[outer.at..end.max(outer.at)].contains('\n');
        let outer = Bracket { sign: outer.sign, at: outer.at, value: false };
        let edit = Edit::new(end..end, closing);
        // A line that breaks off within a text lacks its quote and its brackets for one reason.
        if self.guessed && self.scanner.complete(codes::QUOTE_NOT_CLOSED, &edit) {
            self.scanner.leave(Open::Closed);
        } else {
            self.told(&outer, edit, !whole);
        }
        self.open.clear();
        // What stands behind the place where it should have closed is read as it stands.
        self.at = self.at.max(end).min(text.len());
        self.open.push(outer);
    }

    fn told(&mut self, bracket: &Bracket, edit: Edit, certain: bool) {
        let values =
            vec![("open", (bracket.sign as char).to_string().into()), ("close", bracket.close().to_string().into())];
        self.scanner.fault(codes::BRACKET_NOT_CLOSED, bracket.at..bracket.at + 1, values, vec![edit], certain);
    }
}

/// Returns whether a line ends with the bracket that closes one of an earlier line.
fn closes_more(line: &str) -> bool {
    let (mut depth, mut quote) = (0_usize, None);
    let mut letters = line.trim_end().char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if quote == Some('"') => _ = letters.next(),
            '"' | '\'' if quote.is_none() => quote = Some(letter),
            _ if quote.is_some() => quote = quote.filter(|quote| *quote != letter),
            '[' | '{' => depth += 1,
            ']' | '}' if depth == 0 => return at + 1 == line.trim_end().len(),
            ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    false
}

/// Tells what stands behind the closing bracket.
fn behind(scanner: &mut Scanner<'_>, at: usize, end: usize) {
    let stop = scanner.end_of_line(end);
    let rest = without_comment(scanner.text()[end..stop].trim_end());
    let words = rest.trim_start();
    if words.is_empty() || (words.starts_with('#') && words.len() < rest.len()) || words.starts_with(':') {
        return;
    }
    let range = stop.min(end + rest.len() - words.len())..end + rest.len();
    if words == "," || words == ";" {
        let edits = vec![Edit::new(range.clone(), "")];
        return scanner.fault(codes::COMMA_STRAY, range, vec![("sign", words.into())], edits, true);
    }
    if words.chars().all(|c| matches!(c, ']' | '}')) {
        let edits = vec![Edit::new(range.clone(), "")];
        let values = vec![("reason", (&messages::EXTRA_BRACKET).into())];
        return scanner.fault(codes::YAML_SYNTAX, range, values, edits, true);
    }
    let whole = without_comment(scanner.text()[at..stop].trim_end());
    if whole.contains('\n') {
        return;
    }
    let sign = whole.chars().next().unwrap_or('[').to_string();
    let edits = quoted(scanner, at, whole);
    scanner.fault(codes::SIGN_AT_START, at..at + whole.len(), vec![("sign", sign.into())], edits, true);
}
