//! The scribe: goes down the lines, knows at which level each stands, and tells hyphens, names and colons that are not what they should be.

use std::ops::Range;

use super::characters::is_odd_space;
use super::levels::{Kind, Level, Levels, Misfit, Open};
use super::{MOST, conflict, value};
use crate::diag::{Diagnostic, Edit, Entry as Code, FileId, Phrase, Place, Repair, Value, Values, codes, phrases};
use crate::record::letters::{is_invisible, name};

/// So many stray lines above a record are looked over for the record below them.
const STRAY: usize = 50;

/// A reader of lines who tells what is wrong and writes down how it is read.
pub struct Scribe<'t> {
    text: &'t str,
    file: FileId,
    faults: Vec<Diagnostic>,
    edits: Vec<Edit>,
    levels: Levels,
    open: Open,
    /// Lines at this column and further in belong at the other one: told once, where they begin.
    shifted: Option<(usize, usize)>,
    /// The lines of a conflict's other side.
    skipped: Option<Range<usize>>,
    /// Whether lines were passed over.
    pub torn: bool,
}

impl<'t> Scribe<'t> {
    /// Creates a scribe at the first line.
    pub fn new(text: &'t str, file: FileId) -> Self {
        Self {
            text,
            file,
            faults: Vec::new(),
            edits: Vec::new(),
            levels: Levels::default(),
            open: Open::Block,
            shifted: None,
            skipped: None,
            torn: false,
        }
    }

    /// Returns the text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the edits for reading and the faults.
    pub fn finish(self) -> (Vec<Edit>, Vec<Diagnostic>) {
        (self.edits, self.faults)
    }

    /// Reads every line.
    pub fn go(&mut self) {
        let mut at = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        while at < self.text.len() {
            if let Some(skipped) = self.skipped.clone().filter(|skipped| skipped.start <= at) {
                at = skipped.end.max(at);
                self.skipped = None;
                continue;
            }
            let start = at;
            at = conflict::told(self, at).unwrap_or_else(|| self.line(at));
            if self.is_tired() {
                let values = vec![("limit", MOST.into())];
                let place = Place { file: self.file, range: start..self.end_of_line(start) };
                self.faults.push(Diagnostic::new(codes::FAULTS_TOO_MANY, place, values));
                return;
            }
        }
    }

    /// Returns whether there are more faults than anybody reads; no further ones are told, not even on the same line.
    pub fn is_tired(&self) -> bool {
        self.faults.len() >= MOST
    }

    /// Reads a line, and those that its value goes on over; returns where the next one begins.
    fn line(&mut self, start: usize) -> usize {
        let end = self.end_of_line(start);
        let (body, mut column) = self.indent(start, end);
        if body == end || self.text[body..end].starts_with('#') {
            return end + 1;
        }
        if column == 0 && ["---", "..."].iter().any(|mark| self.text[body..end].trim_end() == *mark) {
            self.levels.clear();
            self.open = Open::Block;
            return end + 1;
        }
        if self.goes_on(body, end, column) {
            return end + 1;
        }
        let mut at = body;
        while let Some(length) = self.hyphen(at, end, column) {
            self.enter(Level { column, kind: Kind::Entries }, start, at);
            self.open = Open::Block;
            let gap = self.text[at + length..end].bytes().take_while(|b| *b == b' ').count();
            let written = self.text[at..at + length].chars().count();
            // A hyphen without its space is read with one.
            let missing = usize::from(gap == 0 && at + length < end);
            column += written + gap + missing;
            at += length + gap;
        }
        if at == end || self.text[at..end].starts_with('#') {
            return end + 1;
        }
        self.field_or_text(start, at, end, column)
    }

    fn field_or_text(&mut self, start: usize, at: usize, end: usize, column: usize) -> usize {
        if let Some(colon) = self.colon(at, end) {
            self.enter(Level { column, kind: Kind::Fields }, start, at);
            self.name_of_field(at..colon);
            return value::read(self, colon + 1, end, column, self.text[at..colon].trim());
        }
        // A lone text: an entry of a list, or a line that lacks its colon.
        let alone = self.levels.at(column).is_some_and(|level| level.kind == Kind::Fields) && self.open != Open::Block;
        let above = column == 0 && self.levels.last().is_none();
        if (alone || above && self.fields_follow(end))
            && !self.text[at..end].starts_with(['"', '\'', '[', '{', '-', '?', '%'])
        {
            self.without_colon(at, end);
            self.open = Open::Closed;
            return end + 1;
        }
        let outer = self.levels.last().map_or(0, |level| level.column);
        value::read(self, at, end, outer, "")
    }

    /// Returns whether the next line at the margin that is no comment begins with a field: what stands above it is a stray line of the record,
    /// unless a mark parts the two documents.
    fn fields_follow(&self, end: usize) -> bool {
        let mut at = self.next_line(end);
        for _ in 0..STRAY {
            let end = self.end_of_line(at);
            let line = &self.text[at..end];
            if matches!(line.split_whitespace().next(), Some("---" | "...")) && !line.starts_with(' ') {
                return false;
            }
            if !line.trim().is_empty() && !line.starts_with(['#', ' ']) && self.colon(at, end).is_some() {
                return true;
            }
            at = self.next_line(end);
            if at >= self.text.len() {
                return false;
            }
        }
        false
    }

    /// Returns where the body of a line begins, and how many columns stand before it.
    fn indent(&mut self, start: usize, end: usize) -> (usize, usize) {
        let line = &self.text[start..end];
        let length: usize =
            line.chars().take_while(|c| matches!(c, ' ' | '\t') || is_odd_space(*c)).map(char::len_utf8).sum();
        let (blank, range) = (&line[..length], start..start + length);
        let body = line[length..].chars().next();
        if body.is_none_or(|c| c == '#') || blank.bytes().all(|b| b == b' ') {
            let column = self.shift(length, start);
            return (start + length, column);
        }
        // Two spaces for a tab, one for a space of another kind.
        let columns = blank.chars().map(|c| if c == '\t' { 2 } else { 1 }).sum();
        let edits = vec![Edit::new(range.clone(), " ".repeat(columns))];
        match blank.chars().find(|c| is_odd_space(*c)) {
            Some(odd) => self.fault(codes::SPACE_INVISIBLE, range, vec![("what", space(odd))], edits, true),
            None => self.fault(codes::TAB_INDENT, range, vec![], edits, true),
        }
        (start + length, columns)
    }

    /// Moves the lines below a line that stood at the wrong column along with it.
    fn shift(&mut self, column: usize, start: usize) -> usize {
        let Some((wrong, right)) = self.shifted else { return column };
        let fits = column < wrong && self.levels.at(column).is_some();
        if column < wrong.min(right) || fits {
            self.shifted = None;
            return column;
        }
        if column < wrong {
            return column;
        }
        let moved = column - wrong + right;
        self.edits.push(Edit::new(start..start + column, " ".repeat(moved)));
        moved
    }

    /// Returns whether a line goes on with the plain text above it.
    fn goes_on(&self, body: usize, end: usize, column: usize) -> bool {
        let deeper = self.levels.last().is_none_or(|level| column > level.column);
        self.open == Open::Plain && deeper && self.colon(body, end).is_none() && !self.text[body..end].starts_with("- ")
    }

    /// Returns the length of the hyphen that begins an entry, mending what was meant as one.
    fn hyphen(&mut self, at: usize, end: usize, column: usize) -> Option<usize> {
        let rest = &self.text[at..end];
        let first = rest.chars().next()?;
        let after = &rest[first.len_utf8()..];
        if first == '-' && (after.is_empty() || after.starts_with(' ')) {
            return Some(1);
        }
        let expected = self.open == Open::Block
            && !self.levels.at(column).is_some_and(|l| l.kind == Kind::Fields && l.column > 0)
            || self.levels.last().is_some_and(|level| level == Level { column, kind: Kind::Entries });
        if !expected || self.levels.last().is_none() {
            return None;
        }
        if first == '-' {
            after.chars().next().filter(|c| c.is_alphabetic() || matches!(c, '"' | '\'' | '{' | '['))?;
            let edits = vec![Edit::new(at + 1..at + 1, " ")];
            self.fault(codes::DASH_WITHOUT_SPACE, at..at + 1, vec![], edits, true);
            return Some(1);
        }
        let sign = matches!(first, '–' | '—' | '−' | '‑' | '•' | '·' | '‣' | '▪' | '*')
            && after.starts_with([' ', '\u{a0}', '\t']);
        if !sign {
            return None;
        }
        let space = after.chars().next().map_or(0, char::len_utf8);
        let range = at..at + first.len_utf8();
        let edits = vec![Edit::new(range.start..range.end + space, "- ")];
        self.fault(codes::DASH_LOOK_ALIKE, range, vec![("sign", first.to_string().into())], edits, true);
        Some(first.len_utf8())
    }

    /// Enters the level of a line; one that fits nowhere is told and read where it probably belongs.
    fn enter(&mut self, level: Level, start: usize, at: usize) {
        let Err(Misfit { fitting }) = self.levels.enter(level, self.open) else { return };
        let right = fitting[0];
        let columns: Vec<Value> = fitting.iter().map(|column| phrases::spaces(*column)).collect();
        let fitting = match &columns[..] {
            [one] => one.clone(),
            [first, second, ..] => phrases::OR.of(vec![("first", first.clone()), ("second", second.clone())]),
            [] => phrases::spaces(0),
        };
        let leading = self.text[start..at].bytes().take_while(|b| *b == b' ').count();
        let values = vec![("found", phrases::spaces(level.column)), ("fitting", fitting)];
        let edits = vec![Edit::new(start..start + leading, " ".repeat(right))];
        if self.text[start..at].trim().is_empty() {
            self.fault(codes::INDENT_WRONG, start..at.max(start + 1), values, edits, false);
            self.shifted = Some((level.column, right));
        } else {
            self.fault_without_repair(codes::INDENT_WRONG, start..at, values, vec![]);
        }
        self.levels.settle(Level { column: right, kind: level.kind });
    }

    /// Returns where the colon after the name of a field stands.
    fn colon(&self, at: usize, end: usize) -> Option<usize> {
        let rest = &self.text[at..end];
        if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let close = closing(rest, quote)?;
            let gap = rest[close..].bytes().take_while(|b| *b == b' ').count();
            return rest[close + gap..].starts_with(':').then_some(at + close + gap);
        }
        if rest.starts_with(['[', '{', '%', '@', '`', '|', '>', '"', '\'', '“', '«', '„']) {
            return None;
        }
        let ends = |after: &str| after.chars().next().is_none_or(|c| matches!(c, ' ' | '\t' | '\r') || is_odd_space(c));
        let comment = rest.find(" #").unwrap_or(rest.len());
        rest[..comment]
            .match_indices(':')
            .map(|(colon, _)| colon)
            .find(|colon| ends(&rest[colon + 1..]))
            .map(|c| at + c)
    }

    /// Tells characters within the name of a field that nobody sees.
    fn name_of_field(&mut self, range: Range<usize>) {
        let written = &self.text[range.clone()];
        if written.is_ascii() {
            return;
        }
        let odd = |c: char| is_invisible(c) || is_odd_space(c);
        let Some(first) = written.chars().find(|c| odd(*c)) else { return };
        let seen: String = written.chars().filter(|c| !odd(*c)).collect();
        let values = vec![("what", name(first).into()), ("word", seen.trim().into())];
        let edits = vec![Edit::new(range.clone(), seen)];
        self.fault(codes::CHARACTER_INVISIBLE, range, values, edits, true);
    }

    /// Tells a line that has no colon, or another sign in its place.
    fn without_colon(&mut self, at: usize, end: usize) {
        let line = self.text[at..end].trim_end();
        let word = line.len() - line.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')).len();
        let (name, rest) = line.split_at(word);
        let gap = rest.len() - rest.trim_start().len();
        let sign = rest.trim_start().chars().next();
        let like = sign.filter(|c| {
            let dash = matches!(c, '-' | '–' | '—') && gap > 0 && rest.trim_start()[c.len_utf8()..].starts_with(' ');
            matches!(c, '：' | '∶' | '꞉' | '﹕' | ';' | '=' | '܃') || dash && name.is_ascii()
        });
        let range = at..at + line.len();
        if let Some(sign) = ["//", "/*", "--", ";", "<!--"].into_iter().find(|sign| line.starts_with(sign)) {
            let edits = vec![Edit::new(at..at + sign.len(), "#")];
            return self.fault(codes::COMMENT_SIGN, range, vec![("sign", sign.into())], edits, false);
        }
        if name.is_empty() {
            return self.unreadable(range);
        }
        let after = |skipped: usize| rest[skipped..].trim_start();
        if let Some(sign) = like {
            let rest_at = at + line.len() - after(gap + sign.len_utf8()).len();
            let edits = vec![Edit::new(at + word..rest_at, ": ")];
            let values = vec![("key", name.into()), ("sign", sign.to_string().into())];
            // A dash may also part words of a text that was never meant as a field.
            let certain = !matches!(sign, '-' | '–' | '—');
            self.fault(codes::COLON_LOOK_ALIKE, at + word..at + word + gap + sign.len_utf8(), values, edits, certain);
        } else if rest.starts_with(':') {
            let edits = vec![Edit::new(at + word + 1..at + word + 1, " ")];
            self.fault(codes::COLON_WITHOUT_SPACE, at + word..at + word + 1, vec![("key", name.into())], edits, true);
        } else if gap > 0 && name.is_ascii() {
            let edits = vec![Edit::new(at + word..at + word, ":")];
            self.fault(codes::COLON_MISSING, range, vec![], edits, false);
        } else {
            self.unreadable(range);
        }
    }

    /// Tells a line of which nothing can be read.
    fn unreadable(&mut self, range: Range<usize>) {
        let edits = vec![Edit::new(range.clone(), "")];
        self.fault_without_repair(codes::COLON_MISSING, range, vec![], edits);
        self.torn = true;
    }

    /// Notes what the line leaves open.
    pub fn leave(&mut self, open: Open) {
        self.open = open;
    }

    /// Jumps over lines when they come.
    pub fn skip(&mut self, range: Option<Range<usize>>) {
        self.skipped = range;
    }

    /// Returns where the line of a byte ends, before its line break.
    pub fn end_of_line(&self, at: usize) -> usize {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |found| at + found);
        if self.text[at..end].ends_with('\r') { end - 1 } else { end }
    }

    /// Returns where the line after this one begins.
    pub fn next_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |found| at + found + 1)
    }

    /// Returns how many spaces a line begins with; `None` where it is blank.
    pub fn column_of(&self, start: usize) -> Option<usize> {
        let line = &self.text[start..self.end_of_line(start)];
        let column = line.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
        (column < line.len()).then_some(column)
    }

    /// Tells a fault with the edits that mend it, which are also those it is read with.
    pub fn fault(&mut self, code: &'static Code, range: Range<usize>, values: Values, edits: Vec<Edit>, certain: bool) {
        if self.is_tired() {
            return;
        }
        let repair = Repair { edits: edits.clone(), certain };
        self.edits.extend(edits);
        self.faults.push(Diagnostic::new(code, Place { file: self.file, range }, values).with_repair(repair));
    }

    /// Tells a fault that a person has to think about; the edits are only for reading on.
    pub fn fault_without_repair(&mut self, code: &'static Code, range: Range<usize>, values: Values, edits: Vec<Edit>) {
        if self.is_tired() {
            return;
        }
        self.edits.extend(edits);
        self.faults.push(Diagnostic::new(code, Place { file: self.file, range }, values));
    }

    /// Adds a place to the fault told last.
    pub fn relate(&mut self, range: Range<usize>, label: &'static Phrase) {
        let place = Place { file: self.file, range };
        if let Some(fault) = self.faults.pop() {
            self.faults.push(fault.with_related(place, label));
        }
    }
}

/// Returns what a space of another kind is called.
pub fn space(c: char) -> Value {
    match c {
        '\u{a0}' | '\u{202f}' => (&phrases::NO_BREAK_SPACE).into(),
        _ => phrases::ODD_SPACE.of(vec![("name", name(c).into())]),
    }
}

/// Returns where a quoted text on one line ends; a quote within it is doubled or stands behind a backslash.
fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, letter)| *letter);
        if quote == '"' && letter == '\\' || quote == '\'' && letter == quote && next == Some(quote) {
            letters.next();
        } else if letter == quote {
            return Some(at + 1);
        }
    }
    None
}
