//! Names of fields: where their colon stands, what was typed in its place, and lines that have none.

use super::{Range, Scanner};
use crate::diag::{Edit, codes};
use crate::load::recover::characters::is_odd_space;
use crate::load::recover::levels::{Kind, Level, Open};
use crate::record::letters::{is_invisible, name as name_of};

impl Scanner<'_> {
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
        // A name holds no quotes: what stands behind them is no colon of its own.
        let comment = rest.find(" #").unwrap_or(rest.len()).min(rest.find('"').unwrap_or(rest.len()));
        rest[..comment]
            .match_indices(':')
            .map(|(colon, _)| colon)
            .find(|colon| ends(&rest[colon + 1..]))
            .map(|c| at + c)
    }

    /// Tells characters within the name of a field that nobody sees.
    pub(super) fn name_of_field(&mut self, range: Range<usize>) {
        let written = &self.text[range.clone()];
        if written.is_ascii() {
            return;
        }
        let odd = |c: char| is_invisible(c) || is_odd_space(c);
        let Some(first) = written.chars().find(|c| odd(*c)) else { return };
        let seen: String = written.chars().filter(|c| !odd(*c)).collect();
        let values = vec![("what", name_of(first).into()), ("word", seen.trim().into())];
        let edits = vec![Edit::new(range.clone(), seen)];
        self.fault(codes::CHARACTER_INVISIBLE, range, values, edits, true);
    }

    /// Tells a line that has no colon, or another sign in its place; returns the name, and where the value begins.
    pub(super) fn without_colon(&mut self, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
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
            self.stray(range);
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
        if sign == Some(':') {
            let colon = named.end + gap;
            if let Some(odd) = self.text[colon + 1..end].chars().next().filter(|c| is_invisible(*c)) {
                let range = colon + 1..colon + 1 + odd.len_utf8();
                let values = vec![("what", name_of(odd).into()), ("word", name.into())];
                let edits = vec![Edit::new(range.clone(), " ")];
                self.fault(codes::CHARACTER_INVISIBLE, range.clone(), values, edits, true);
                return Some((named, range.end));
            }
            let edits = vec![Edit::new(named.end..colon + 1, ": ")];
            self.fault(codes::COLON_WITHOUT_SPACE, colon..colon + 1, vec![("key", name.into())], edits, true);
            return Some((named, colon + 1));
        }
        let column = at - self.text[..at].rfind('\n').map_or(0, |line| line + 1);
        let children = self.children_follow(end, column);
        if rest.is_empty() && children && name.is_ascii() {
            let edits = vec![Edit::new(named.end..named.end, ":")];
            self.fault(codes::COLON_MISSING, range, vec![], edits, true);
            return Some((named, end));
        }
        if gap > 0 && children && !bracket && !rest.trim_start().starts_with(['"', '\'', '|', '>']) {
            self.stray(range);
            return None;
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

    /// Returns whether a line begins with a name, and with a value that the colon should stand before.
    pub fn lacks_colon(&self, at: usize, end: usize) -> bool {
        let line = &self.text[at..end];
        let word = line.bytes().take_while(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_')).count();
        let (rest, body) = (&line[word..], line[word..].trim_start());
        let tight = body.starts_with([':', '：', '∶', '꞉', '﹕', '=', '܃']);
        let value = rest.len() > body.len() && body.starts_with(['"', '\'', '|', '>']);
        word > 0 && (tight || value)
    }

    /// Tells a field that begins an entry of a list without its hyphen; returns the column at which it stands with one.
    pub(super) fn without_hyphen(&mut self, start: usize, at: usize, colon: usize, column: usize) -> Option<usize> {
        let inside = self.open == Open::Block && self.levels.last().is_some_and(|level| column > level.column);
        let alone = inside && self.text[start..at].bytes().all(|b| b == b' ');
        if !alone {
            return None;
        }
        let entries = self.entry_follows(at, column)?;
        let edits = vec![Edit::new(start + entries.min(at - start)..at, "- ")];
        self.fault(codes::DASH_MISSING, at..colon, vec![("key", self.text[at..colon].trim().into())], edits, false);
        self.enter(Level { column: entries, kind: Kind::Entries }, start, at);
        self.open = Open::Block;
        Some(entries + 2)
    }

    /// Tells a list that stands below a field with a value of its own, and passes it over; returns where the line after it begins.
    pub(super) fn nameless(&mut self, body: usize, end: usize, column: usize) -> Option<usize> {
        let field = self.levels.last().filter(|level| level.kind == Kind::Fields && level.column <= column)?;
        let listed = (field.column..=column).any(|column| self.levels.has(Level { column, kind: Kind::Entries }));
        if !self.text[body..end].starts_with("- ") || self.open == Open::Block || listed {
            return None;
        }
        let start = self.text[..body].rfind('\n').map_or(0, |at| at + 1);
        let mut next = self.next_line(end);
        while next < self.text.len() {
            let inside = self
                .column_of(next)
                .is_none_or(|found| found > column || found == column && self.text[next + found..].starts_with("- "));
            if !inside {
                break;
            }
            next = self.next_line(next);
        }
        let shown = body..body + self.text[body..end].trim_end().len();
        self.fault_without_repair(codes::NAME_MISSING, shown, vec![], vec![Edit::new(start..next, "")]);
        self.incomplete = true;
        Some(next)
    }

    /// Tells a line that is neither a field nor a comment, and reads it as a comment.
    pub(super) fn stray(&mut self, range: Range<usize>) {
        let edits = vec![Edit::new(range.start..range.start, "# ")];
        self.fault(codes::NOTE_STRAY, range, vec![], edits, false);
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

    /// Tells the first of the lines that Markdown puts around a record.
    fn fence(&mut self, range: Range<usize>) {
        let edits = vec![Edit::new(range.clone(), "")];
        if std::mem::replace(&mut self.fenced, true) {
            self.edits.extend(edits);
        } else {
            self.fault_without_repair(codes::FENCE_STRAY, range, vec![], edits);
        }
    }

    /// Tells a line of which nothing can be read.
    fn unreadable(&mut self, range: Range<usize>) {
        let edits = vec![Edit::new(range.clone(), "")];
        self.fault_without_repair(codes::COLON_MISSING, range, vec![], edits);
        self.incomplete = true;
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
    let colon = sign == Some(':') && at > after;
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
