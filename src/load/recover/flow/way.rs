//! The way through brackets: which stand open, and the signs between their entries.

use crate::diag::{Applicability, Edit, Fix, codes};
use crate::load::recover::characters::{is_odd_space, space_name};
use crate::load::recover::indents;
use crate::load::recover::ledger::Ledger;
use crate::load::recover::lines::Lines;

/// Signs that are typed for a comma.
pub const COMMA_LIKE: [char; 5] = [';', '，', '、', '،', '；'];

/// An open bracket.
pub struct Bracket {
    /// Its sign.
    pub sign: u8,
    /// Where it stands.
    pub at: usize,
    /// Whether a value is read: between a colon and the next comma.
    pub value: bool,
}

impl Bracket {
    fn close(&self) -> char {
        if self.sign == b'[' { ']' } else { '}' }
    }
}

/// The way through the brackets.
pub struct Way<'s, 't> {
    /// The text.
    pub lines: Lines<'t>,
    /// What is wrong.
    pub ledger: &'s mut Ledger,
    /// The open brackets, the outermost first.
    pub open: Vec<Bracket>,
    /// Where the way is.
    pub at: usize,
    /// Behind a finished entry, where only a comma, a colon or a closing bracket can follow.
    pub finished: Option<usize>,
    /// Where the comments begin behind which nothing else stands so far.
    pub noted: Option<usize>,
    /// Whether a text before was closed where it may not have ended: what follows may belong to it.
    pub guessed: bool,
    /// The column of the field whose value this is.
    pub column: usize,
}

impl<'s, 't> Way<'s, 't> {
    /// Begins at the first bracket.
    pub fn new(lines: Lines<'t>, ledger: &'s mut Ledger, at: usize, column: usize) -> Self {
        Self { lines, ledger, open: Vec::new(), at, finished: None, noted: None, guessed: false, column }
    }

    /// Leaves the rest to the parser, which says why it reads no further.
    pub fn give_up(&mut self) {
        self.open.clear();
        self.at = self.lines.text().len();
    }

    /// Returns whether a space stands before.
    pub fn after_space(&self) -> bool {
        self.lines.text().as_bytes().get(self.at.wrapping_sub(1)).is_some_and(|b| matches!(b, b' ' | b'\t' | b'\n'))
    }

    /// Returns whether the next line is not further in, and no closing bracket: the brackets were forgotten before it.
    pub fn leaves(&self) -> bool {
        let below = self.lines.line(self.at + 1);
        // A comment may stand anywhere.
        !below.is_blank() && below.column <= self.column && !below.rest().starts_with([']', '}', '#'])
    }

    /// Reports a next line that stands too far left and closes the brackets; returns whether it did.
    pub fn goes_on(&mut self) -> bool {
        let below = self.lines.line(self.at + 1);
        // A closing bracket may stand anywhere.
        let goes_on = !below.rest().starts_with([']', '}']) && closes_more(below.rest());
        if goes_on {
            indents::wrong(self.ledger, below, below.column, self.column + 2);
        }
        goes_on
    }

    /// Opens a bracket.
    pub fn opens(&mut self, sign: u8) {
        self.separated();
        self.open.push(Bracket { sign, at: self.at, value: false });
        self.at += 1;
        self.finished = None;
    }

    /// Closes the innermost bracket, or those that were forgotten within the one that closes.
    pub fn closes(&mut self, sign: u8) {
        let Some(top) = self.open.pop() else { return };
        if top.close() as u8 == sign {
            self.at += 1;
        } else if self.open.iter().any(|bracket| bracket.close() as u8 == sign) {
            // The inner bracket was forgotten; the outer one closes here.
            let insert = self.finished.unwrap_or(self.at);
            self.bracket_open(&top, Edit::new(insert..insert, top.close().to_string()), true);
        } else {
            let edits = vec![Edit::new(self.at..self.at + 1, top.close().to_string())];
            let values =
                vec![("open", (top.sign as char).to_string().into()), ("close", top.close().to_string().into())];
            self.ledger.diagnose(codes::BRACKET_NOT_CLOSED, top.at..top.at + 1, values, Fix::automatic(edits));
            self.at += 1;
        }
        self.finished = Some(self.at);
    }

    /// Passes a comma.
    pub fn comma(&mut self) {
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

    /// Reports a comma that follows another one or an opening bracket.
    fn comma_again(&mut self) {
        let text = self.lines.text();
        let before = text[..self.at].trim_end_matches(' ');
        let after = self.at + 1 + text[self.at + 1..].len() - text[self.at + 1..].trim_start_matches(' ').len();
        // The space before the next entry stays.
        let range = if before.ends_with(',') { before.len()..self.at + 1 } else { self.at..after };
        let edits = vec![Edit::new(range.clone(), "")];
        self.ledger.diagnose(codes::COMMA_TWICE, self.at..self.at + 1, vec![], Fix::automatic(edits));
        self.at = range.end;
    }

    /// Reports another sign where a comma was meant.
    pub fn comma_like(&mut self, sign: char) {
        let range = self.at..self.at + sign.len_utf8();
        let tight = self.lines.text()[range.end..].starts_with(|c: char| !c.is_whitespace());
        let edits = vec![Edit::new(range.clone(), if tight { ", " } else { "," })];
        self.ledger.diagnose(
            codes::COMMA_MEANT,
            range.clone(),
            vec![("sign", sign.to_string().into())],
            Fix::automatic(edits),
        );
        self.finished = None;
        if let Some(top) = self.open.last_mut() {
            top.value = false;
        }
        self.at = range.end;
    }

    /// Passes a colon.
    pub fn colon(&mut self) {
        self.finished = None;
        if let Some(top) = self.open.last_mut() {
            top.value = true;
        }
        self.at += 1;
        self.odd_space();
    }

    /// Passes spaces; one of another kind is reported.
    pub fn odd_space(&mut self) {
        let rest = &self.lines.text()[self.at..];
        let length = rest.len() - rest.trim_start_matches(|c: char| c == ' ' || is_odd_space(c)).len();
        if let Some(odd) = rest[..length].chars().find(|c| is_odd_space(*c)) {
            let range = self.at..self.at + length;
            let before = self.lines.text().as_bytes().get(self.at.wrapping_sub(1));
            let ends = before != Some(&b':') && rest[length..].starts_with([',', ']', '}', '\r', '\n']);
            let edits = vec![Edit::new(range.clone(), if ends { "" } else { " " })];
            self.ledger.diagnose(codes::SPACE_INVISIBLE, range, vec![("what", space_name(odd))], Fix::automatic(edits));
            self.at += length;
        }
    }

    /// Reports a missing comma before an entry that follows a finished one.
    pub fn separated(&mut self) {
        let Some(behind) = self.finished.take() else { return };
        let edits = vec![Edit::new(behind..behind, ",")];
        // Where nothing stands between the entries, the first letter of the second one is shown.
        let letter = self.lines.text()[behind..].chars().next().map_or(0, char::len_utf8);
        self.ledger.diagnose(
            codes::COMMA_MISSING,
            behind..self.at.max(behind + letter),
            vec![],
            Fix::new(edits, Applicability::automatic_if(!self.guessed)),
        );
        if let Some(top) = self.open.last_mut() {
            top.value = false;
        }
    }

    /// Reports every bracket that is open at the end.
    pub fn not_closed(&mut self) {
        let text = self.lines.text();
        // What is put into a comment closes nothing.
        let stop = self.noted.unwrap_or(self.at).min(text.len());
        let end = self.finished.unwrap_or_else(|| text[..stop].trim_end_matches([' ', '\n', '\r', ',']).len());
        let closing: String = self.open.iter().rev().map(Bracket::close).collect();
        let Some(outer) = self.open.first() else { return };
        let whole = text[outer.at..end.max(outer.at)].contains('\n');
        let outer = Bracket { sign: outer.sign, at: outer.at, value: false };
        let edit = Edit::new(end..end, closing);
        // A line that breaks off within a text lacks its quote and its brackets for one reason.
        if !self.guessed || !self.ledger.complete(codes::QUOTE_NOT_CLOSED, &edit) {
            self.bracket_open(&outer, edit, !whole);
        }
        self.open.clear();
        // What stands behind the place where it should have closed is read as it stands.
        self.at = self.at.max(end).min(text.len());
        self.open.push(outer);
    }

    fn bracket_open(&mut self, bracket: &Bracket, edit: Edit, certain: bool) {
        let values =
            vec![("open", (bracket.sign as char).to_string().into()), ("close", bracket.close().to_string().into())];
        self.ledger.diagnose(
            codes::BRACKET_NOT_CLOSED,
            bracket.at..bracket.at + 1,
            values,
            Fix::new(vec![edit], Applicability::automatic_if(certain)),
        );
    }
}

/// Returns whether a line ends with the bracket that closes one of an earlier line.
pub fn closes_more(line: &str) -> bool {
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
