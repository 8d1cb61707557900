//! Indents: at which column a line stands, and at which it was meant to.

use std::ops::Range;

use super::characters::{is_odd_space, space_name};
use super::ledger::Ledger;
use super::levels::{Kind, Level, Levels, Misfit, Open};
use super::lines::Line;
use super::names::closing;
use crate::diag::{Applicability, Arg, Edit, Fix, codes, messages};

/// The columns at which lines stood so far.
#[derive(Default)]
pub struct Indents {
    /// The lists that stand open.
    pub levels: Levels,
    /// What the line before leaves open.
    pub open: Open,
    /// Lines at the first column and further in belong at the second one: reported once, where they begin.
    shifted: Option<(usize, usize)>,
    first: First,
    /// Whether the indented line before began with spaces.
    spaced: bool,
}

/// The first line of the document.
#[derive(Default)]
struct First {
    indent: Range<usize>,
    column: usize,
    /// Whether a hyphen stands before its field.
    hyphen: bool,
    /// How many lines began at its column so far.
    lines: usize,
}

impl Indents {
    /// Forgets everything that stands open, as a new document does.
    pub fn clear(&mut self) {
        self.levels.clear();
        self.open = Open::Block;
    }

    /// Opens a list of fields at a column, on the line that is being read.
    pub fn open_fields(&mut self, column: usize) {
        self.levels.settle(Level { column, kind: Kind::Fields });
        self.open = Open::Closed;
    }

    /// Returns whether a column stands further in than the innermost open list.
    pub fn is_inside(&self, column: usize) -> bool {
        self.levels.last().is_some_and(|level| column > level.column)
    }

    /// Finds the body of a line and its column, mending blanks that are no spaces.
    pub fn measure<'t>(&mut self, ledger: &mut Ledger, line: Line<'t>) -> Line<'t> {
        let line = if line.rest().starts_with(is_odd_space) {
            let behind = line.rest().trim_start_matches(|c| matches!(c, ' ' | '\t') || is_odd_space(c));
            Line { body: line.end - behind.len(), ..line }
        } else {
            line
        };
        if line.is_blank() || line.is_comment() || line.is_indented_by_spaces() {
            self.spaced |= line.body > line.start && !line.is_blank();
            let column = self.shift(ledger, line.body - line.start, line.start);
            return Line { column, ..line };
        }
        // Two spaces for a tab, one for a space of another kind.
        let columns = line.indent().chars().map(|c| if c == '\t' { 2 } else { 1 }).sum();
        let odd = line.indent().chars().find(|c| is_odd_space(*c));
        let (column, certain) = if odd.is_some() { (columns, true) } else { self.tabbed(columns, line) };
        let range = line.start..line.body;
        let fix = Fix::new(vec![Edit::new(range.clone(), " ".repeat(column))], Applicability::automatic_if(certain));
        match odd {
            Some(odd) => ledger.diagnose(codes::SPACE_INVISIBLE, range, vec![("what", space_name(odd))], fix),
            None => ledger.diagnose(codes::TAB_INDENT, range, vec![], fix),
        }
        self.spaced = false;
        Line { column, ..line }
    }

    /// Returns the column that a line with a tab was meant to stand at, of two for each tab or as its neighbours do, and whether that is sure.
    fn tabbed(&self, columns: usize, line: Line<'_>) -> (usize, bool) {
        let (entry, words) = (line.is_entry(), line.rest().trim_end());
        let lone = !entry && line.colon().is_none();
        let below = line.lines.below(line.end).filter(|below| below.is_indented_by_spaces());
        let next = below.map(|below| below.column);
        let Some(top) = self.levels.last().filter(|_| !lone) else {
            // The first line stands where the other fields do.
            let first = !lone && below.is_some_and(|below| below.column == 0 && below.is_field());
            return (if first { 0 } else { columns }, true);
        };
        if self.open == Open::Block {
            if let Some(child) = line.lines.child_follows(line.end, top.column).filter(|_| !entry) {
                return (child, true);
            }
            if columns > top.column {
                // What this line opens stands further in than the line itself.
                let opens = words.ends_with([':', '|', '>', '-', '+']);
                let most = next.filter(|found| *found > top.column && !entry && !opens);
                return (most.unwrap_or(columns), true);
            }
        }
        if let Some(below) = below.filter(|below| words.ends_with(':') && below.column > 0) {
            // A field stands further out than what it holds; entries may stand at its column.
            let most = below.column + usize::from(below.is_entry());
            let holds = |column: &usize| self.levels.has(Level { column: *column, kind: Kind::Fields });
            if let Some(column) = (0..most).rev().find(holds) {
                return (column, true);
            }
        }
        self.beside(columns, next, if entry { Kind::Entries } else { Kind::Fields })
    }

    /// Returns the column of the open list that a line with a tab goes on with, and whether that is sure.
    fn beside(&self, columns: usize, next: Option<usize>, kind: Kind) -> (usize, bool) {
        let fits = self.levels.at(columns).is_some();
        if !self.spaced && fits {
            return (columns, true);
        }
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
    fn shift(&mut self, ledger: &mut Ledger, column: usize, start: usize) -> usize {
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
        ledger.edits.push(Edit::new(start..start + column, " ".repeat(moved)));
        moved
    }

    /// Enters the level of a line, and returns its column; one that fits nowhere is reported and read where it probably belongs.
    pub fn enter(&mut self, ledger: &mut Ledger, line: Line<'_>, level: Level) -> usize {
        if let Some(right) = self.stranded(line, level) {
            wrong(ledger, line, level.column, right);
            return right;
        }
        let blank = line.indent().trim().is_empty();
        if self.levels.last().is_none() {
            self.first = First { indent: line.start..line.body, column: level.column, hyphen: !blank, lines: 0 };
        }
        self.first.lines += usize::from(level.column == self.first.column);
        let Err(Misfit { fitting }) = self.levels.enter(level, self.open) else { return level.column };
        if self.levels.last().is_none() && self.first.lines == 1 && !self.first.hyphen {
            self.first_line_indented(ledger, level);
            return level.column;
        }
        let right = fitting[0];
        self.levels.settle(Level { column: right, kind: level.kind });
        let values = vec![("found", messages::spaces(level.column)), ("fitting", either(&fitting))];
        if !blank {
            ledger.diagnose_without_fix(codes::INDENT_WRONG, line.start..line.body, values, vec![]);
            return level.column;
        }
        let leading = line.indent().bytes().take_while(|b| *b == b' ').count();
        let edits = vec![Edit::new(line.start..line.start + leading, " ".repeat(right))];
        ledger.diagnose(codes::INDENT_WRONG, line.shown_indent(), values, Fix::suggested(edits));
        self.shifted = (!slipped_alone(line, level.column, right)).then_some((level.column, right));
        right
    }

    /// Reports the first line, which alone stands further in than all others.
    fn first_line_indented(&mut self, ledger: &mut Ledger, level: Level) {
        let indent = std::mem::take(&mut self.first.indent);
        let values = vec![("found", messages::spaces(self.first.column)), ("fitting", messages::spaces(level.column))];
        let edits = vec![Edit::new(indent.clone(), " ".repeat(level.column))];
        ledger.diagnose(codes::INDENT_WRONG, indent, values, Fix::suggested(edits));
        self.levels.settle(level);
        self.first = First { column: level.column, lines: 2, ..First::default() };
    }

    /// Returns the column at which a field was meant that stands too far left, between two lines that stand at one column.
    fn stranded(&self, line: Line<'_>, level: Level) -> Option<usize> {
        let last = self.levels.last().filter(|last| last.kind == Kind::Fields && last.column > level.column)?;
        let text = line.lines.text();
        let before = &text.as_bytes()[line.body - level.column.min(line.body)..line.body];
        if level.kind != Kind::Fields || !before.iter().all(|b| *b == b' ') {
            return None;
        }
        let value = text[line.colon()? + 1..line.end].trim();
        let whole = match value.chars().next()? {
            quote @ ('"' | '\'') => closing(value, quote) == Some(value.len()),
            '[' => value.ends_with(']'),
            '{' => value.ends_with('}'),
            sign => !matches!(sign, '#' | '|' | '>' | '&' | '*'),
        };
        let below = line.lines.lines_from(line.next_start()).find(|below| !below.is_blank())?;
        let beside = below.column == last.column && below.is_indented_by_spaces();
        let follows = beside && !below.rest().starts_with(['-', '#']) && below.colon().is_some();
        (whole && follows).then_some(last.column)
    }
}

/// Reports a line that stands at the wrong column and belongs at another one.
pub fn wrong(ledger: &mut Ledger, line: Line<'_>, found: usize, fitting: usize) {
    let values = vec![("found", messages::spaces(found)), ("fitting", messages::spaces(fitting))];
    let edits = vec![Edit::new(line.start..line.body, " ".repeat(fitting))];
    ledger.diagnose(codes::INDENT_WRONG, line.shown_indent(), values, Fix::suggested(edits));
}

/// Returns the first two of the columns that would fit, in words.
fn either(fitting: &[usize]) -> Arg {
    match fitting {
        [first, second, ..] => {
            messages::OR.of(vec![("first", messages::spaces(*first)), ("second", messages::spaces(*second))])
        }
        [one] => messages::spaces(*one),
        [] => messages::spaces(0),
    }
}

/// Returns whether the lines below a line at the wrong column stand as if it stood at the right one.
fn slipped_alone(line: Line<'_>, wrong: usize, right: usize) -> bool {
    let next = line.lines.below(line.end).map(|below| below.column);
    next.is_some_and(|next| next == right + 2 && next != wrong && next != wrong + 2)
}
