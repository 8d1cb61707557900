//! Indents: at which column a line stands, and at which it was meant to.

use super::names::closing;
use super::space;
use super::{Range, Scanner};
use crate::diag::{Arg, Edit, Fix, codes, messages};
use crate::load::recover::characters::is_odd_space;
use crate::load::recover::levels::{Kind, Level, Misfit, Open};
use crate::load::recover::{MANY, pairs};

impl Scanner<'_> {
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
        let below = self.below(end).filter(|below| self.text[below.start..below.body()].bytes().all(|b| b == b' '));
        let next = below.map(|below| below.column);
        let Some(top) = self.levels.last().filter(|_| !lone) else {
            // The first line stands where the other fields do.
            let first = !lone && below.is_some_and(|below| below.column == 0 && self.is_field(below));
            return (if first { 0 } else { columns }, true);
        };
        if let Some(child) = self.child_follows(end, top.column).filter(|_| self.open == Open::Block && !entry) {
            return (child, true);
        }
        if self.open == Open::Block && columns > top.column {
            // What this line opens stands further in than the line itself.
            let opens = self.text[body..end].trim_end().ends_with([':', '|', '>', '-', '+']);
            let most = next.filter(|found| *found > top.column && !entry && !opens);
            return (most.unwrap_or(columns), true);
        }
        let opens = self.text[body..end].trim_end().ends_with(':');
        if let Some(below) = below.filter(|below| opens && below.column > 0) {
            // A field stands further out than what it holds; entries may stand at its column.
            let most = below.column + usize::from(self.is_entry(below));
            let holds = |column: &usize| self.levels.has(Level { column: *column, kind: Kind::Fields });
            if let Some(column) = (0..most).rev().find(holds) {
                return (column, true);
            }
        }
        let fits = self.levels.at(columns).is_some();
        if !self.spaced && fits {
            return (columns, true);
        }
        let kind = if entry { Kind::Entries } else { Kind::Fields };
        let margin = self.levels.has(Level { column: 0, kind }).then_some(0);
        match self.levels.columns_of(kind)[..] {
            [] => (margin.filter(|_| !fits).unwrap_or(columns), true),
            [one] => (one, columns == one || next == Some(one)),
            [.., last] if next == Some(last) => (last, true),
            [.., last] => {
                let open = |next: &usize| self.levels.has(Level { column: *next, kind });
                (next.filter(open).unwrap_or(last), false)
            }
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

    /// Enters the level of a line, and returns its column; one that fits nowhere is told and read where it probably belongs.
    pub(super) fn enter(&mut self, level: Level, start: usize, at: usize) -> usize {
        if let Some(right) = self.stranded(level, at) {
            let values = vec![("found", messages::spaces(level.column)), ("fitting", messages::spaces(right))];
            let edits = vec![Edit::new(start..at, " ".repeat(right))];
            self.fault(codes::INDENT_WRONG, self.before(start, at), values, edits, false);
            return right;
        }
        if self.levels.last().is_none() {
            self.first = (start..at, level.column, 0);
        }
        self.first.2 += usize::from(level.column == self.first.1);
        let Err(Misfit { fitting }) = self.levels.enter(level, self.open) else { return level.column };
        if self.levels.last().is_none() && self.first.2 == 1 && self.text[self.first.0.clone()].trim().is_empty() {
            self.first_line_indented(level);
            return level.column;
        }
        let right = fitting[0];
        let columns: Vec<Arg> = fitting.iter().map(|column| messages::spaces(*column)).collect();
        let fitting = match &columns[..] {
            [one] => one.clone(),
            [first, second, ..] => messages::OR.of(vec![("first", first.clone()), ("second", second.clone())]),
            [] => messages::spaces(0),
        };
        let leading = self.text[start..at].bytes().take_while(|b| *b == b' ').count();
        let values = vec![("found", messages::spaces(level.column)), ("fitting", fitting)];
        let edits = vec![Edit::new(start..start + leading, " ".repeat(right))];
        self.levels.settle(Level { column: right, kind: level.kind });
        if !self.text[start..at].trim().is_empty() {
            self.fault_without_repair(codes::INDENT_WRONG, start..at, values, vec![]);
            return level.column;
        }
        self.fault(codes::INDENT_WRONG, self.before(start, at), values, edits, false);
        self.shifted = (!self.slipped_alone(at, level.column, right)).then_some((level.column, right));
        right
    }

    /// Returns whether the lines below a line at the wrong column stand as if it stood at the right one.
    fn slipped_alone(&self, at: usize, wrong: usize, right: usize) -> bool {
        let next = self.below(at).map(|below| below.column);
        next.is_some_and(|next| next == right + 2 && next != wrong && next != wrong + 2)
    }

    /// Tells the first line, which alone stands further in than all others.
    fn first_line_indented(&mut self, level: Level) {
        let (first, column, _) = self.first.clone();
        let values = vec![("found", messages::spaces(column)), ("fitting", messages::spaces(level.column))];
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
            let name = &body[..body.find(':').unwrap_or_default()];
            if self.has_in_braces(brace, name) {
                // It stands there already: these fields belong to another one.
                return None;
            }
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

    /// Returns whether a field stands before a closing brace, on its line.
    fn has_in_braces(&self, brace: usize, name: &str) -> bool {
        let line = &self.text[self.text[..brace].rfind('\n').map_or(0, |at| at + 1)..brace];
        line.match_indices(name)
            .any(|(at, _)| line[..at].ends_with(['{', ' ', ',']) && line[at + name.len()..].starts_with(':'))
    }

    /// Tells text of several paragraphs that are read as one, once.
    pub(super) fn joined(&mut self, column: usize) {
        let (start, gap) = self.plain;
        if !gap {
            return;
        }
        self.plain.1 = false;
        let fix = self.named.take().map(|named| {
            let above = self.text[named..start].contains('\n');
            let edit = if above {
                Edit::new(named..named, " |")
            } else {
                Edit::new(named..start, format!(" |\n{}", " ".repeat(column)))
            };
            Fix::likely(vec![edit])
        });
        if fix.is_some() {
            self.note(codes::PARAGRAPHS_JOINED, start..self.end_of_line(start), vec![], fix);
        }
    }
}
