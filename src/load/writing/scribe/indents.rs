//! Indents: at which column a line stands, and at which it was meant to.

use super::names::closing;
use super::space;
use super::{Range, Scribe};
use crate::diag::{Edit, Repair, Value, codes, phrases};
use crate::load::writing::characters::is_odd_space;
use crate::load::writing::levels::{Kind, Level, Misfit, Open};
use crate::load::writing::{MANY, pairs};

impl Scribe<'_> {
    /// Returns where the body of a line begins, and how many columns stand before it.
    pub(super) fn indent(&mut self, start: usize, end: usize) -> (usize, usize) {
        let line = &self.text[start..end];
        let length: usize =
            line.chars().take_while(|c| matches!(c, ' ' | '\t') || is_odd_space(*c)).map(char::len_utf8).sum();
        let (blank, range) = (&line[..length], start..start + length);
        let body = line[length..].chars().next();
        if body.is_none_or(|c| c == '#') || blank.bytes().all(|b| b == b' ') {
            self.spaced |= length > 0 && body.is_some();
            let column = self.shift(length, start);
            return (start + length, column);
        }
        // Two spaces for a tab, one for a space of another kind.
        let columns = blank.chars().map(|c| if c == '\t' { 2 } else { 1 }).sum();
        let odd = blank.chars().find(|c| is_odd_space(*c));
        let (columns, sure) = if odd.is_some() { (columns, true) } else { self.tabbed(columns, start + length, end) };
        let edits = vec![Edit::new(range.clone(), " ".repeat(columns))];
        match odd {
            Some(odd) => self.fault(codes::SPACE_INVISIBLE, range, vec![("what", space(odd))], edits, true),
            None => self.fault(codes::TAB_INDENT, range, vec![], edits, sure),
        }
        self.spaced = false;
        (start + length, columns)
    }

    /// Returns the column that a line with a tab was meant to stand at, of two for each tab or as its neighbours do, and whether that is sure.
    fn tabbed(&self, columns: usize, body: usize, end: usize) -> (usize, bool) {
        let entry = self.text[body..end].starts_with("- ");
        let lone = !entry && self.colon(body, end).is_none();
        let Some(top) = self.levels.last().filter(|_| !lone) else { return (columns, true) };
        let below = self.next_line(end);
        let next = self.column_of(below).filter(|found| self.text[below..below + found].bytes().all(|b| b == b' '));
        if self.open == Open::Block && columns > top.column {
            return (next.filter(|found| *found > top.column && !entry).unwrap_or(columns), true);
        }
        if !self.spaced {
            return (columns, true);
        }
        let kind = if entry { Kind::Entries } else { Kind::Fields };
        match self.levels.columns_of(kind)[..] {
            [] => (columns, true),
            [one] => (one, true),
            [.., last] => (last, next == Some(last)),
        }
    }

    /// Moves the lines below a line that stood at the wrong column along with it.
    fn shift(&mut self, column: usize, start: usize) -> usize {
        let Some((wrong, right)) = self.shifted else { return column };
        let fits = column != wrong && self.levels.at(column).is_some();
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

    /// Enters the level of a line; one that fits nowhere is told and read where it probably belongs.
    pub(super) fn enter(&mut self, level: Level, start: usize, at: usize) {
        if let Some(right) = self.stranded(level, at) {
            let values = vec![("found", phrases::spaces(level.column)), ("fitting", phrases::spaces(right))];
            let edits = vec![Edit::new(start..at, " ".repeat(right))];
            return self.fault(codes::INDENT_WRONG, self.before(start, at), values, edits, false);
        }
        if self.levels.last().is_none() {
            self.first = (start..at, level.column, 0);
        }
        self.first.2 += usize::from(level.column == self.first.1);
        let Err(Misfit { fitting }) = self.levels.enter(level, self.open) else { return };
        if self.levels.last().is_none() && self.first.2 == 1 && self.text[self.first.0.clone()].trim().is_empty() {
            return self.first_line_indented(level);
        }
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
            self.fault(codes::INDENT_WRONG, self.before(start, at), values, edits, false);
            self.shifted = Some((level.column, right));
        } else {
            self.fault_without_repair(codes::INDENT_WRONG, start..at, values, vec![]);
        }
        self.levels.settle(Level { column: right, kind: level.kind });
    }

    /// Tells the first line, which alone stands further in than all others.
    fn first_line_indented(&mut self, level: Level) {
        let (first, column, _) = self.first.clone();
        let values = vec![("found", phrases::spaces(column)), ("fitting", phrases::spaces(level.column))];
        let edits = vec![Edit::new(first.clone(), " ".repeat(level.column))];
        self.fault(codes::INDENT_WRONG, first, values, edits, false);
        self.levels.settle(level);
        self.first = (0..0, level.column, 2);
    }

    /// Returns what to show of an indent: where there is none, the first letter of the line.
    pub(super) fn before(&self, start: usize, at: usize) -> Range<usize> {
        let letter = || self.text[start..].chars().next().map_or(0, char::len_utf8);
        if at > start { start..at } else { start..start + letter() }
    }

    /// Returns the column at which a field was meant that stands too far left, between two lines that stand at one column.
    fn stranded(&self, level: Level, at: usize) -> Option<usize> {
        let last = self.levels.last().filter(|last| last.kind == Kind::Fields && last.column > level.column)?;
        if level.kind != Kind::Fields || !self.text.as_bytes()[at - level.column.min(at)..at].iter().all(|b| *b == b' ')
        {
            return None;
        }
        let end = self.end_of_line(at);
        let value = self.text[self.colon(at, end)? + 1..end].trim();
        let whole = match value.chars().next()? {
            quote @ ('"' | '\'') => closing(value, quote) == Some(value.len()),
            '[' => value.ends_with(']'),
            '{' => value.ends_with('}'),
            sign => !matches!(sign, '#' | '|' | '>' | '&' | '*'),
        };
        let mut below = self.next_line(end);
        while below < self.text.len() && self.column_of(below).is_none() {
            below = self.next_line(below);
        }
        let body = below + last.column;
        let follows = self.column_of(below.min(self.text.len())) == Some(last.column)
            && self.text[below..body].bytes().all(|b| b == b' ')
            && !self.text[body..].starts_with(['-', '#'])
            && self.colon(body, self.end_of_line(body)).is_some();
        (whole && follows).then_some(last.column)
    }

    /// Tells fields below a line whose braces should hold them; returns where the line after them begins.
    pub(super) fn below_braces(&mut self, brace: usize, start: usize, at: usize, column: usize) -> Option<usize> {
        let inside = self.levels.last().is_some_and(|level| column > level.column);
        if !inside || self.open != Open::Closed || !self.text[brace + 1..start].trim().is_empty() {
            return None;
        }
        let (mut edits, mut from, mut line, mut quoted) = (Vec::new(), brace, start, true);
        let mut range = None;
        while self.column_of(line) == Some(column) {
            let end = self.end_of_line(line);
            let body = self.text[line + column..end].trim_end();
            let Some(pairs) = pairs::of(body).filter(|pairs| pairs.fields.len() == 1) else { break };
            quoted &= pairs.quoted;
            edits.push(Edit::new(from..line + column, ", "));
            from = line + column + body.len();
            range.get_or_insert(at..from);
            line = self.next_line(end);
            if line >= self.text.len() || edits.len() > MANY {
                break;
            }
        }
        edits.push(Edit::new(from..from, "}"));
        self.fault(codes::FIELD_BELOW_BRACES, range?, vec![], edits, quoted);
        Some(line)
    }

    /// Tells text of several paragraphs that are read as one, once.
    pub(super) fn joined(&mut self, column: usize) {
        let (start, gap) = self.plain;
        if !gap {
            return;
        }
        self.plain.1 = false;
        let repair = self.named.take().map(|named| {
            let above = self.text[named..start].contains('\n');
            let edit = if above {
                Edit::new(named..named, " |")
            } else {
                Edit::new(named..start, format!(" |\n{}", " ".repeat(column)))
            };
            Repair::likely(vec![edit])
        });
        if repair.is_some() {
            self.note(codes::PARAGRAPHS_JOINED, start..self.end_of_line(start), vec![], repair);
        }
    }
}
