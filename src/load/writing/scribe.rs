//! The scribe: goes down the lines, knows at which level each stands, and tells hyphens, names and colons that are not what they should be.

use std::ops::Range;

use super::characters::is_odd_space;
use super::levels::{Kind, Level, Levels, Misfit, Open};
use super::{MANY, MOST, conflict, pairs, value};
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
            first: (0..0, 0, 0),
            brace: None,
            named: None,
            plain: (0, false),
            fenced: false,
            spaced: false,
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
        let mut at = body;
        while let Some(length) = self.hyphen(at, end, column) {
            self.enter(Level { column, kind: Kind::Entries }, start, at);
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
            self.enter(Level { column, kind: Kind::Fields }, start, at);
            self.name_of_field(at..colon);
            self.named = Some(colon + 1);
            return value::read(self, colon + 1, end, column, self.text[at..colon].trim());
        }
        // A lone text: an entry of a list, or a line that lacks its colon.
        let alone = self.levels.at(column).is_some_and(|level| level.kind == Kind::Fields) && self.open != Open::Block;
        let above = column == 0 && self.levels.last().is_none();
        let named = bracket_follows(&self.text[at..end]).is_some();
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
                Some((name, value)) => value::read(self, value, end, column, &self.text[name]),
                None => end + 1,
            };
        }
        let outer = self.levels.last().map_or(0, |level| level.column);
        let of_field = self.open == Open::Block && self.levels.last().is_some_and(|level| level.kind == Kind::Fields);
        if of_field && column <= outer && self.text[at..end].starts_with(['"', '\'', '[', '{']) {
            let edits = vec![Edit::new(start..at, " ".repeat(outer + 2))];
            let values = vec![("found", phrases::spaces(column)), ("fitting", phrases::spaces(outer + 2))];
            self.fault(codes::INDENT_WRONG, self.before(start, at), values, edits, false);
        }
        value::read(self, at, end, outer, "")
    }

    /// Tells fields below a line whose braces should hold them; returns where the line after them begins.
    fn below_braces(&mut self, brace: usize, start: usize, at: usize, column: usize) -> Option<usize> {
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

    /// Notes the closing brace of a value.
    pub fn closed_by(&mut self, brace: usize) {
        self.brace = Some(brace);
    }

    /// Notes plain text that may go on.
    pub fn begin_plain(&mut self, at: usize) {
        self.open = Open::Plain;
        self.plain = (at, false);
    }

    /// Tells text of several paragraphs that are read as one, once.
    fn joined(&mut self, column: usize) {
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

    /// Returns whether the next line at the margin that is no comment begins with a field: what stands above it is a stray line of the record.
    fn fields_follow(&self, end: usize) -> bool {
        let mut at = self.next_line(end);
        for _ in 0..STRAY {
            let end = self.end_of_line(at);
            let line = &self.text[at..end];
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

    /// Returns what to show of an indent: where there is none, the first letter of the line.
    fn before(&self, start: usize, at: usize) -> Range<usize> {
        let letter = || self.text[start..].chars().next().map_or(0, char::len_utf8);
        if at > start { start..at } else { start..start + letter() }
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

    /// Returns where the colon after the name of a field stands.
    pub fn colon(&self, at: usize, end: usize) -> Option<usize> {
        let rest = &self.text[at..end];
        if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let close = closing(rest, quote)?;
            let gap = rest[close..].bytes().take_while(|b| *b == b' ').count();
            return rest[close + gap..].starts_with(':').then_some(at + close + gap);
        }
        if rest.starts_with(['[', '{', '%', '@', '`', '|', '>', '"', '\'', '“', '«', '„'])
            || bracket_follows(rest).is_some()
        {
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

    /// Tells a line that has no colon, or another sign in its place; returns the name, and where the value begins.
    fn without_colon(&mut self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
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
            self.comment_sign(range, sign);
            return None;
        }
        if line.starts_with("```") {
            self.fence(range);
            return None;
        }
        let sentence = line.split_whitespace().take(3).count() == 3 && like.is_none() && !rest.starts_with(':');
        if sentence && line.starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_ascii()) {
            let edits = vec![Edit::new(at..at, "# ")];
            self.fault(codes::NOTE_STRAY, range, vec![], edits, false);
            return None;
        }
        if name.is_empty() {
            self.unreadable(range);
            return None;
        }
        let named = at..at + word;
        // Before a bracket, only the colon can be missing.
        let bracket = bracket_follows(line).is_some();
        if let Some(sign) = like {
            let value = at + line.len() - rest[gap + sign.len_utf8()..].trim_start().len();
            let edits = vec![Edit::new(named.end..value, ": ")];
            let values = vec![("key", name.into()), ("sign", sign.to_string().into())];
            // A dash may also part words of a text that was never meant as a field.
            let certain = bracket || !matches!(sign, '-' | '–' | '—');
            let range = named.end..named.end + gap + sign.len_utf8();
            self.fault(codes::COLON_LOOK_ALIKE, range, values, edits, certain);
            return Some((named, value));
        }
        if rest.starts_with(':') {
            let edits = vec![Edit::new(named.end + 1..named.end + 1, " ")];
            self.fault(codes::COLON_WITHOUT_SPACE, named.end..named.end + 1, vec![("key", name.into())], edits, true);
            let value = named.end + 1;
            return Some((named, value));
        }
        if gap > 0 && name.is_ascii() {
            let edits = vec![Edit::new(named.end..named.end, ":")];
            self.fault(codes::COLON_MISSING, range, vec![], edits, bracket);
            let value = named.end + gap;
            return Some((named, value));
        }
        self.unreadable(range);
        None
    }

    /// Tells the first of the lines that Markdown puts around a record.
    fn fence(&mut self, range: Range<usize>) {
        let edits = vec![Edit::new(range.clone(), "")];
        if std::mem::replace(&mut self.fenced, true) {
            self.edits.extend(edits);
        } else {
            self.fault_without_repair(codes::FENCE_STRAY, range, vec![], edits);
        }
    }

    /// Tells a comment as other languages begin it, and end it.
    fn comment_sign(&mut self, range: Range<usize>, sign: &'static str) {
        let line = &self.text[range.clone()];
        let mut edits = vec![Edit::new(range.start..range.start + sign.len(), "#")];
        let close = match sign {
            "/*" => "*/",
            "<!--" => "-->",
            _ => "\n",
        };
        let kept = line.strip_suffix(close).map(|kept| kept.trim_end().len()).filter(|kept| *kept >= sign.len());
        edits.extend(kept.map(|kept| Edit::new(range.start + kept..range.end, "")));
        self.fault(codes::COMMENT_SIGN, range, vec![("sign", sign.into())], edits, false);
    }

    /// Tells a line of which nothing can be read.
    fn unreadable(&mut self, range: Range<usize>) {
        let edits = vec![Edit::new(range.clone(), "")];
        self.fault_without_repair(codes::COLON_MISSING, range, vec![], edits);
        self.torn = true;
    }

    /// Returns the open list at a column.
    pub fn level_at(&self, column: usize) -> Option<Level> {
        self.levels.at(column)
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

    /// Tells a fault that the one before on the same line shares: one line is mended once.
    pub fn fault_joined(&mut self, code: &'static Code, range: Range<usize>, values: Values, edit: Edit) {
        let (text, at) = (self.text, edit.range.start);
        let near = |edit: &Edit| text.get(edit.range.end..at).is_some_and(|between| !between.contains('\n'));
        let last = self.faults.last_mut().filter(|last| last.is(code)).and_then(|last| last.repair.as_mut());
        match last.filter(|repair| repair.edits.len() < MANY && repair.edits.last().is_some_and(near)) {
            Some(repair) => {
                repair.edits.push(edit.clone());
                self.edits.push(edit);
            }
            None => self.fault(code, range, values, vec![edit], true),
        }
    }

    /// Tells what can be read as it stands, and is probably not meant.
    pub fn note(&mut self, code: &'static Code, range: Range<usize>, values: Values, repair: Option<Repair>) {
        if !self.is_tired() {
            self.faults.push(Diagnostic::new(code, Place { file: self.file, range }, values).with_repair(repair));
        }
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
pub fn closing(rest: &str, quote: char) -> Option<usize> {
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

/// Returns where a bracket stands that follows the name of a field with no colon between, or with another sign for it.
pub fn bracket_follows(line: &str) -> Option<usize> {
    let name = line.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')).count();
    let rest = &line[name..];
    let gap = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let before = gap(rest);
    let sign = rest[before..].chars().next().filter(|c| {
        let tight = matches!(c, ':' | ';' | '=' | '：' | '∶' | '꞉' | '﹕' | '܃');
        tight || before > 0 && matches!(c, '-' | '–' | '—')
    });
    let after = before + sign.map_or(0, char::len_utf8);
    let at = after + gap(&rest[after..]);
    let colon = sign == Some(':') && (before > 0 || at > after);
    let name_like = line.starts_with(|c: char| c.is_ascii_lowercase());
    let bracket = match rest[at..].chars().next() {
        // A text may well hold these; a list follows only what is typed for a colon.
        Some('[') => sign.is_some_and(|c| !matches!(c, ';' | '-' | '–' | '—')),
        Some('{') => (sign.is_some() || at > 0) && holds_fields(&rest[at + 1..]),
        _ => false,
    };
    (name_like && bracket && !colon).then_some(name + at)
}

/// Returns whether the name of a field and its colon follow an opening brace.
fn holds_fields(inside: &str) -> bool {
    let body = inside.trim_start_matches([' ', '"', '\'']);
    let name = body.bytes().take_while(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_')).count();
    name > 0 && body[name..].trim_start_matches(['"', '\'']).starts_with(':')
}
