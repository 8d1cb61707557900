//! The scanner: goes down the lines, knows at which level each stands, and chains those who read what stands on it.

use std::ops::Range;

use super::indents::{self, Indents};
use super::ledger::Ledger;
use super::levels::{Kind, Level, Open};
use super::lines::{Line, Lines};
use super::names::{bracket_follows, lacks_colon};
use super::next::{Field, Left, Next};
use super::{braces, colons, conflict, hyphens, notes, value};
use crate::diag::{Edit, Fix, codes};

/// What YAML knows by its first sign: no name of a field begins with these.
const OF_YAML: [char; 9] = ['"', '\'', '[', '{', '-', '?', '%', '|', '>'];

/// A reader of lines who reports what is wrong and writes down how it is read.
pub struct Scanner<'t, 'l> {
    lines: Lines<'t>,
    ledger: &'l mut Ledger,
    indents: Indents,
    /// The closing brace of the line before.
    brace: Option<usize>,
    /// Behind the colon of the field whose value comes further down.
    named: Option<usize>,
    /// Where plain text begins that may go on, and whether an empty line followed.
    plain: (usize, bool),
    /// The lines of a conflict's other side.
    skipped: Option<Range<usize>>,
}

impl<'t, 'l> Scanner<'t, 'l> {
    /// Creates a scanner at the first line.
    pub fn new(lines: Lines<'t>, ledger: &'l mut Ledger) -> Self {
        Self { lines, ledger, indents: Indents::default(), brace: None, named: None, plain: (0, false), skipped: None }
    }

    /// Reads every line.
    pub fn scan(&mut self) {
        let text = self.lines.text();
        let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        while at < text.len() {
            if let Some(skipped) = self.skipped.take_if(|skipped| skipped.start <= at) {
                at = skipped.end.max(at);
                continue;
            }
            let start = at;
            at = match conflict::read(self.lines, self.ledger, at) {
                Some(conflict) => {
                    self.skipped = conflict.skipped;
                    conflict.next
                }
                None => self.line(at),
            };
            if self.ledger.at_limit() {
                return self.ledger.too_many(start..self.lines.end_of_line(start));
            }
        }
    }

    /// Reads a line, and those that its value goes on over; returns where the next one begins.
    fn line(&mut self, start: usize) -> usize {
        let mut line = self.indents.measure(self.ledger, self.lines.line(start));
        let next = line.next_start();
        if line.is_blank() || line.is_comment() {
            self.plain.1 |= line.is_blank();
            return next;
        }
        if line.column == 0 && matches!(line.rest().trim_end(), "---" | "...") {
            self.indents.clear();
            return next;
        }
        if self.goes_on(line) {
            self.paragraphs_joined(line.column);
            return next;
        }
        if let Some(next) = hyphens::without_name(self.ledger, &self.indents, line) {
            return next;
        }
        while let Some(behind) = hyphens::behind(self.ledger, &self.indents, line) {
            let right = self.indents.enter(self.ledger, line, Level { column: line.column, kind: Kind::Entries });
            self.indents.open = Open::Block;
            self.named = None;
            line = Line { column: right + behind.column - line.column, ..behind };
        }
        if line.is_blank() || line.is_comment() {
            return next;
        }
        self.field_or_text(line)
    }

    /// Reads what stands behind the hyphens of a line.
    fn field_or_text(&mut self, line: Line<'t>) -> usize {
        let brace = self.brace.take();
        if let Some(next) = brace.and_then(|brace| braces::below(self.ledger, &self.indents, line, brace)) {
            return next;
        }
        if let Some(colon) = line.colon() {
            return self.field(line, colon);
        }
        let rest = line.rest();
        let sibling = self.indents.open == Open::Block
            && self.indents.is_inside(line.column)
            && !rest.starts_with(OF_YAML)
            && self.lines.sibling_follows(line.end, line.column);
        let named =
            bracket_follows(rest).is_some() || sibling && (lacks_colon(rest) || !line.indent().trim().is_empty());
        if named {
            self.indents.enter(self.ledger, line, Level { column: line.column, kind: Kind::Fields });
        }
        if named || self.stands_as_field(line) {
            return self.without_colon(line);
        }
        self.lone(line, sibling)
    }

    /// Reads a field.
    fn field(&mut self, line: Line<'t>, colon: usize) -> usize {
        let column = hyphens::missing(self.ledger, &mut self.indents, line, colon).unwrap_or(line.column);
        let column = self.indents.enter(self.ledger, line, Level { column, kind: Kind::Fields });
        colons::invisible_in_name(self.ledger, self.lines.text(), line.body..colon);
        self.named = Some(colon + 1);
        let name = self.lines.text()[line.body..colon].trim();
        self.value(Field { name, value: colon + 1, end: line.end, column })
    }

    /// Returns whether a line that has no colon stands where only a field can.
    fn stands_as_field(&self, line: Line<'_>) -> bool {
        let fields = self.indents.levels.at(line.column).is_some_and(|level| level.kind == Kind::Fields);
        let beside = fields && self.indents.open != Open::Block;
        let above = || line.column == 0 && self.indents.levels.last().is_none();
        (beside || above() && self.lines.fields_follow(line.end))
            && !line.rest().starts_with(['"', '\'', '[', '{', '-', '?', '%'])
    }

    /// Reads a field that lacks its colon.
    fn without_colon(&mut self, line: Line<'t>) -> usize {
        self.indents.open = Open::Closed;
        self.named = None;
        let Some(named) = colons::missing(self.ledger, line) else { return line.next_start() };
        self.indents.open_fields(line.column);
        let name = &self.lines.text()[named.name];
        self.value(Field { name, value: named.value, end: line.end, column: line.column })
    }

    /// Reads a text alone: an entry of a list, or the value of the field above it. `sibling` says that a field stands below it at its column.
    fn lone(&mut self, line: Line<'t>, sibling: bool) -> usize {
        let outer = self.indents.levels.last().map_or(0, |level| level.column);
        let fields = self.indents.levels.last().is_some_and(|level| level.kind == Kind::Fields);
        let outside = self.indents.open == Open::Block && fields && line.column <= outer;
        let note = sibling || outside && self.lines.children_follow(line.end, outer);
        if note && !line.rest().starts_with(OF_YAML) {
            notes::stray(self.ledger, line.words());
            return line.next_start();
        }
        if outside && !line.rest().starts_with(['-', '?', '%', '|', '>']) {
            indents::wrong(self.ledger, line, line.column, outer + 2);
        }
        self.value(Field { name: "", value: line.body, end: line.end, column: outer })
    }

    /// Reads the value of a field, and every field behind it; returns where the next line begins.
    fn value(&mut self, mut field: Field<'t>) -> usize {
        loop {
            match value::read(self.lines, &self.indents.levels, self.ledger, field) {
                Next::Field(behind) => {
                    self.indents.open_fields(behind.column);
                    field = behind;
                }
                Next::Line(next, left) => {
                    self.leave(left);
                    return next;
                }
            }
        }
    }

    /// Notes what a value leaves open.
    fn leave(&mut self, left: Left) {
        self.indents.open = match left {
            Left::Closed | Left::Brace(_) => Open::Closed,
            Left::Block => Open::Block,
            Left::Plain(_) => Open::Plain,
        };
        match left {
            Left::Brace(brace) => self.brace = Some(brace),
            Left::Plain(start) => self.plain = (start, false),
            Left::Closed | Left::Block => {}
        }
    }

    /// Returns whether a line goes on with the plain text above it.
    fn goes_on(&self, line: Line<'_>) -> bool {
        let deeper = self.indents.levels.last().is_none_or(|level| line.column > level.column);
        self.indents.open == Open::Plain && deeper && line.colon().is_none() && !line.is_entry()
    }

    /// Reports text of several paragraphs that are read as one, once.
    fn paragraphs_joined(&mut self, column: usize) {
        let (start, gap) = self.plain;
        if !gap {
            return;
        }
        self.plain.1 = false;
        let Some(named) = self.named.take() else { return };
        let edit = if self.lines.text()[named..start].contains('\n') {
            Edit::new(named..named, " |")
        } else {
            Edit::new(named..start, format!(" |\n{}", " ".repeat(column)))
        };
        let fix = Fix::suggested(vec![edit]);
        self.ledger.note(codes::PARAGRAPHS_JOINED, start..self.lines.end_of_line(start), vec![], Some(fix));
    }
}
