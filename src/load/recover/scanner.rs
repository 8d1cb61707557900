//! The scanner: goes down the lines, knows at which level each stands, and tells hyphens, names and colons that are not what they should be.

mod indents;
mod names;
mod neighbours;

use std::ops::Range;

use super::characters::is_odd_space;
use super::levels::{Kind, Level, Levels, Open};
use super::{MANY, MOST, conflict, value};
use crate::diag::{Arg, Code, Diagnostic, Edit, FileId, Fix, Message, MessageArgs, Place, codes, messages};
use crate::record::letters::name;

pub use names::{bracket_follows, closing};

/// So many stray lines above a record are looked over for the record below them.
const STRAY: usize = 50;

/// A reader of lines who tells what is wrong and writes down how it is read.
pub struct Scanner<'t> {
    text: &'t str,
    file: FileId,
    faults: Vec<Diagnostic>,
    edits: Vec<Edit>,
    levels: Levels,
    open: Open,
    /// Lines at this column and further in belong at the other one: told once, where they begin.
    shifted: Option<(usize, usize)>,
    /// The first line of the document, its column, and how many lines began there so far.
    first: (Range<usize>, usize, usize),
    /// The closing brace of the line before.
    brace: Option<usize>,
    /// Behind the colon of the field whose value comes further down.
    named: Option<usize>,
    /// Where plain text begins that may go on, and whether an empty line followed.
    plain: (usize, bool),
    /// Whether a line of Markdown around the record was told.
    fenced: bool,
    /// Whether the indented line before began with spaces.
    spaced: bool,
    /// The lines of a conflict's other side.
    skipped: Option<Range<usize>>,
    /// Whether lines were passed over.
    pub incomplete: bool,
}

impl<'t> Scanner<'t> {
    /// Creates a scanner at the first line.
    pub fn new(text: &'t str, file: FileId) -> Self {
        Self {
            text,
            file,
            faults: Vec::new(),
            edits: Vec::new(),
            levels: Levels::default(),
            open: Open::Block,
            shifted: None,
            first: (0..0, 0, 0),
            brace: None,
            named: None,
            plain: (0, false),
            fenced: false,
            spaced: false,
            skipped: None,
            incomplete: false,
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
            if self.at_limit() {
                let values = vec![("limit", MOST.into())];
                let place = Place { file: self.file, range: start..self.end_of_line(start) };
                self.faults.push(Diagnostic::new(codes::FAULTS_TOO_MANY, place, values));
                return;
            }
        }
    }

    /// Returns whether there are more faults than anybody reads; no further ones are told, not even on the same line.
    pub fn at_limit(&self) -> bool {
        self.faults.len() >= MOST
    }

    /// Reads a line, and those that its value goes on over; returns where the next one begins.
    fn line(&mut self, start: usize) -> usize {
        let end = self.end_of_line(start);
        let (body, mut column) = self.indent(start, end);
        if body == end || self.text[body..end].starts_with('#') {
            self.plain.1 |= body == end;
            return end + 1;
        }
        if column == 0 && ["---", "..."].iter().any(|mark| self.text[body..end].trim_end() == *mark) {
            self.levels.clear();
            self.open = Open::Block;
            return end + 1;
        }
        if self.goes_on(body, end, column) {
            self.joined(column);
            return end + 1;
        }
        if let Some(next) = self.nameless(body, end, column) {
            return next;
        }
        let mut at = body;
        while let Some(length) = self.hyphen(at, end, column) {
            column = self.enter(Level { column, kind: Kind::Entries }, start, at);
            self.open = Open::Block;
            self.named = None;
            let rest = &self.text[at + length..end];
            let blank = |c: &char| *c == ' ' || is_odd_space(*c);
            let gap: usize = rest.chars().take_while(blank).map(char::len_utf8).sum();
            let columns = rest.chars().take_while(blank).count();
            // A hyphen without its space is read with one.
            let missing = usize::from(gap == 0 && at + length < end);
            column += 1 + columns + missing;
            at += length + gap;
        }
        if at == end || self.text[at..end].starts_with('#') {
            return end + 1;
        }
        self.field_or_text(start, at, end, column)
    }

    fn field_or_text(&mut self, start: usize, at: usize, end: usize, column: usize) -> usize {
        if let Some(next) = self.brace.take().and_then(|brace| self.below_braces(brace, start, at, column)) {
            return next;
        }
        if let Some(colon) = self.colon(at, end) {
            let column = self.without_hyphen(start, at, colon, column).unwrap_or(column);
            let column = self.enter(Level { column, kind: Kind::Fields }, start, at);
            self.name_of_field(at..colon);
            self.named = Some(colon + 1);
            return value::read(self, colon + 1, end, column, self.text[at..colon].trim());
        }
        // A lone text: an entry of a list, or a line that lacks its colon.
        let alone = self.levels.at(column).is_some_and(|level| level.kind == Kind::Fields) && self.open != Open::Block;
        let above = column == 0 && self.levels.last().is_none();
        let inside = self.open == Open::Block && self.levels.last().is_some_and(|level| column > level.column);
        let of_yaml = self.text[at..end].starts_with(['"', '\'', '[', '{', '-', '?', '%', '|', '>']);
        let first = inside && !of_yaml && self.sibling_follows(end, column);
        let named = bracket_follows(&self.text[at..end]).is_some()
            || first && (self.lacks_colon(at, end) || !self.text[start..at].trim().is_empty());
        if named {
            self.enter(Level { column, kind: Kind::Fields }, start, at);
        }
        if named
            || (alone || above && self.fields_follow(end))
                && !self.text[at..end].starts_with(['"', '\'', '[', '{', '-', '?', '%'])
        {
            self.open = Open::Closed;
            self.named = None;
            return match self.without_colon(at, end) {
                Some((name, value)) => {
                    self.open_fields(column);
                    value::read(self, value, end, column, &self.text[name])
                }
                None => end + 1,
            };
        }
        let outer = self.levels.last().map_or(0, |level| level.column);
        let of_field = self.open == Open::Block && self.levels.last().is_some_and(|level| level.kind == Kind::Fields);
        if !of_yaml && (first || of_field && column <= outer && self.children_follow(end, outer)) {
            self.stray(at..at + self.text[at..end].trim_end().len());
            return end + 1;
        }
        if of_field && column <= outer && !self.text[at..end].starts_with(['-', '?', '%', '|', '>']) {
            let edits = vec![Edit::new(start..at, " ".repeat(outer + 2))];
            let values = vec![("found", messages::spaces(column)), ("fitting", messages::spaces(outer + 2))];
            self.fault(codes::INDENT_WRONG, self.before(start, at), values, edits, false);
        }
        value::read(self, at, end, outer, "")
    }

    /// Notes the closing brace of a value.
    pub fn closed_by(&mut self, brace: usize) {
        self.brace = Some(brace);
    }

    /// Notes plain text that may go on.
    pub fn begin_plain(&mut self, at: usize) {
        self.open = Open::Plain;
        self.plain = (at, false);
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
        if first == '-'
            && let Some(odd) = after.chars().next().filter(|c| is_odd_space(*c))
        {
            let range = at + 1..at + 1 + odd.len_utf8();
            let edits = vec![Edit::new(range.clone(), " ")];
            self.fault(codes::SPACE_INVISIBLE, range, vec![("what", space(odd))], edits, true);
            return Some(1);
        }
        let expected = self.open == Open::Block
            && !self.levels.at(column).is_some_and(|l| l.kind == Kind::Fields && l.column > 0)
            || self.levels.at(column).is_some_and(|level| level.kind == Kind::Entries);
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

    /// Returns the open list at a column.
    pub fn level_at(&self, column: usize) -> Option<Level> {
        self.levels.at(column)
    }

    /// Notes what the line leaves open.
    pub fn leave(&mut self, open: Open) {
        self.open = open;
    }

    /// Opens a list of fields at a column, on the line that is being read.
    pub fn open_fields(&mut self, column: usize) {
        self.levels.settle(Level { column, kind: Kind::Fields });
        self.open = Open::Closed;
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
    pub fn fault(
        &mut self,
        code: &'static Code,
        range: Range<usize>,
        values: MessageArgs,
        edits: Vec<Edit>,
        certain: bool,
    ) {
        if self.at_limit() {
            return;
        }
        let fix = Fix { edits: edits.clone(), certain };
        self.edits.extend(edits);
        self.faults.push(Diagnostic::new(code, Place { file: self.file, range }, values).with_fix(fix));
    }

    /// Tells a fault that the one before on the same line shares: one line is mended once.
    pub fn fault_joined(&mut self, code: &'static Code, range: Range<usize>, values: MessageArgs, edit: Edit) {
        let (text, at) = (self.text, edit.range.start);
        let near = |edit: &Edit| text.get(edit.range.end..at).is_some_and(|between| !between.contains('\n'));
        let last = self.faults.last_mut().filter(|last| last.is(code)).and_then(|last| last.fix.as_mut());
        match last.filter(|fix| fix.edits.len() < MANY && fix.edits.last().is_some_and(near)) {
            Some(fix) => {
                fix.edits.push(edit.clone());
                self.edits.push(edit);
            }
            None => self.fault(code, range, values, vec![edit], true),
        }
    }

    /// Adds an edit to the fix of the fault told last, if it has this code and ends where the edit begins; returns whether it did.
    pub fn complete(&mut self, code: &'static Code, edit: &Edit) -> bool {
        let last = self.faults.last_mut().filter(|last| last.is(code)).and_then(|last| last.fix.as_mut());
        let Some(fix) = last.filter(|fix| fix.edits.last().is_some_and(|last| last.range.end == edit.range.start))
        else {
            return false;
        };
        fix.edits.push(edit.clone());
        self.edits.push(edit.clone());
        true
    }

    /// Tells what can be read as it stands, and is probably not meant.
    pub fn note(&mut self, code: &'static Code, range: Range<usize>, values: MessageArgs, fix: Option<Fix>) {
        if !self.at_limit() {
            self.faults.push(Diagnostic::new(code, Place { file: self.file, range }, values).with_fix(fix));
        }
    }

    /// Tells a fault that a person has to think about; the edits are only for reading on.
    pub fn fault_without_repair(
        &mut self,
        code: &'static Code,
        range: Range<usize>,
        values: MessageArgs,
        edits: Vec<Edit>,
    ) {
        if self.at_limit() {
            return;
        }
        self.edits.extend(edits);
        self.faults.push(Diagnostic::new(code, Place { file: self.file, range }, values));
    }

    /// Adds a place to the fault told last.
    pub fn relate(&mut self, range: Range<usize>, label: &'static Message) {
        let place = Place { file: self.file, range };
        if let Some(fault) = self.faults.pop() {
            self.faults.push(fault.with_related(place, label));
        }
    }
}

/// Returns what a space of another kind is called.
pub fn space(c: char) -> Arg {
    match c {
        '\u{a0}' | '\u{202f}' => (&messages::NO_BREAK_SPACE).into(),
        _ => messages::ODD_SPACE.of(vec![("name", name(c).into())]),
    }
}
