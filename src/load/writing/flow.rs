//! Brackets: lists and fields between `[ ]` and `{ }`, over one line or several.

use super::characters::is_odd_space;
use super::levels::Open;
use super::pairs;
use super::quote::{self, End};
use super::scribe::{Scribe, space};
use super::value::{CURLY, comment, is_text, lone_quote, quoted, sign, without_comment};
use crate::diag::{Edit, codes, phrases};

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
    scribe: &'s mut Scribe<'t>,
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
pub fn read(scribe: &mut Scribe<'_>, at: usize, column: usize) -> usize {
    let mut way = Way { scribe, open: Vec::new(), at, finished: None, noted: None, guessed: false, column };
    way.go();
    let (end, closed) = (way.at, way.open.is_empty());
    if closed {
        if scribe.text()[at..].starts_with('{') && end > at {
            scribe.closed_by(end - 1);
        }
        let stop = scribe.end_of_line(end);
        if let Some(next) = pairs::field_behind(scribe, at, end, stop, column) {
            return next;
        }
        behind(scribe, at, end);
    }
    scribe.next_line(end.min(scribe.text().len()))
}

impl Way<'_, '_> {
    fn go(&mut self) {
        while let Some(byte) = self.scribe.text().as_bytes().get(self.at).copied() {
            if self.scribe.is_tired() || self.open.len() > DEEPEST {
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
                    self.at = self.scribe.end_of_line(self.at);
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
        self.at = self.scribe.text().len();
    }

    fn after_space(&self) -> bool {
        self.scribe.text().as_bytes().get(self.at.wrapping_sub(1)).is_some_and(|b| matches!(b, b' ' | b'\t' | b'\n'))
    }

    /// Returns whether the next line is not further in, and no closing bracket: the brackets were forgotten before it.
    fn leaves(&self) -> bool {
        let next = self.at + 1;
        let text = self.scribe.text();
        let Some(column) = self.scribe.column_of(next.min(text.len())) else { return false };
        // A comment may stand anywhere.
        column <= self.column && !text[next + column..].starts_with([']', '}', '#'])
    }

    /// Tells a next line that stands too far left and closes the brackets; returns whether it did.
    fn goes_on(&mut self) -> bool {
        let text = self.scribe.text();
        let start = self.at + 1;
        let body = start + self.scribe.column_of(start).unwrap_or_default();
        // A closing bracket may stand anywhere.
        if text[body..].starts_with([']', '}']) || !closes_more(&text[body..self.scribe.end_of_line(body)]) {
            return false;
        }
        let (found, fitting) = (body - start, self.column + 2);
        let edits = vec![Edit::new(start..body, " ".repeat(fitting))];
        let values = vec![("found", phrases::spaces(found)), ("fitting", phrases::spaces(fitting))];
        let letter = text[body..].chars().next().map_or(0, char::len_utf8);
        let shown = if found > 0 { start..body } else { body..body + letter };
        self.scribe.fault(codes::INDENT_WRONG, shown, values, edits, false);
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
            self.scribe.fault(codes::BRACKET_NOT_CLOSED, top.at..top.at + 1, values, edits, true);
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
        let text = self.scribe.text();
        let before = text[..self.at].trim_end_matches(' ');
        let after = self.at + 1 + text[self.at + 1..].len() - text[self.at + 1..].trim_start_matches(' ').len();
        // The space before the next entry stays.
        let range = if before.ends_with(',') { before.len()..self.at + 1 } else { self.at..after };
        let edits = vec![Edit::new(range.clone(), "")];
        self.scribe.fault(codes::COMMA_TWICE, self.at..self.at + 1, vec![], edits, true);
        self.at = range.end;
    }

    /// Tells another sign where a comma was meant.
    fn comma_like(&mut self, sign: char) {
        let range = self.at..self.at + sign.len_utf8();
        let tight = self.scribe.text()[range.end..].starts_with(|c: char| !c.is_whitespace());
        let edits = vec![Edit::new(range.clone(), if tight { ", " } else { "," })];
        self.scribe.fault(codes::COMMA_MEANT, range.clone(), vec![("sign", sign.to_string().into())], edits, true);
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
        let rest = &self.scribe.text()[self.at..];
        let length = rest.len() - rest.trim_start_matches(|c: char| c == ' ' || is_odd_space(c)).len();
        if let Some(odd) = rest[..length].chars().find(|c| is_odd_space(*c)) {
            let range = self.at..self.at + length;
            let before = self.scribe.text().as_bytes().get(self.at.wrapping_sub(1));
            let ends = before != Some(&b':') && rest[length..].starts_with([',', ']', '}', '\r', '\n']);
            let edits = vec![Edit::new(range.clone(), if ends { "" } else { " " })];
            self.scribe.fault(codes::SPACE_INVISIBLE, range, vec![("what", space(odd))], edits, true);
            self.at += length;
        }
    }

    fn quote(&mut self, mark: char) {
        self.separated();
        match quote::find_end(self.scribe, self.at, mark, self.column) {
            End::Closed(close) => self.closed_quote(close, mark),
            End::Open(stop) if self.quote_goes_on(stop, mark) => {}
            End::Open(stop) => {
                self.guessed = true;
                let inner = &self.scribe.text()[self.at..stop];
                let brackets: usize =
                    inner.chars().rev().take_while(|c| matches!(c, ']' | '}' | ' ')).map(char::len_utf8).sum();
                let close = stop - brackets.min(inner.len() - 1);
                let edits = vec![quote::closing_edit(self.scribe.text(), self.at, close, mark)];
                self.scribe.fault(codes::QUOTE_NOT_CLOSED, self.at..self.at + 1, vec![], edits, false);
                self.at = close;
            }
        }
        self.finished = Some(self.at);
    }

    /// Tells the rest of a text that stands too far left on the next line, with the brackets that close there; returns whether it did.
    fn quote_goes_on(&mut self, stop: usize, mark: char) -> bool {
        let Some(line) = self.scribe.below(stop) else { return false };
        let words = &self.scribe.text()[line.body()..self.scribe.end_of_line(line.body())];
        let Some(close) = words.find(mark).filter(|close| *close > 0 && closes_more(&words[close + 1..])) else {
            return false;
        };
        let edits = vec![Edit::new(line.start..line.body(), " ".repeat(self.column + 2))];
        let shown = line.body()..line.body() + words.trim_end().len();
        self.scribe.fault(codes::TEXT_OUTDENTED, shown, vec![], edits, false);
        self.at = line.body() + close + 1;
        true
    }

    /// Goes behind a text whose quote closes, or only seems to.
    fn closed_quote(&mut self, close: usize, mark: char) {
        if let Some(end) = self.next_field_within(close) {
            let edit = quote::closing_edit(self.scribe.text(), self.at, end, mark);
            let certain = !edit.range.is_empty();
            self.scribe.fault(codes::QUOTE_NOT_CLOSED, self.at..self.at + 1, vec![], vec![edit], certain);
            self.at = end;
        } else if self.quote_twice(close, mark) {
            let edits = vec![Edit::new(close..close + 1, "")];
            self.scribe.fault(codes::TEXT_AFTER_QUOTE, self.at..close + 1, vec![], edits, true);
            self.at = close + 1;
        } else if let Some(end) = self.inner_quotes(close, mark) {
            quote::inner(self.scribe, self.at..end, mark);
            self.at = end;
        } else {
            quote::escapes(self.scribe, self.at..close, mark);
            self.at = close;
        }
    }

    /// Returns whether a closing quote was typed twice.
    fn quote_twice(&self, close: usize, mark: char) -> bool {
        let behind = self.scribe.text()[close..].strip_prefix(mark);
        close > self.at + 2 && behind.is_some_and(|behind| behind.starts_with([',', '}', ']']))
    }

    /// Returns where a text was to end whose closing quote is rather the opening one of the next field: `, name: "` stands before it.
    fn next_field_within(&self, close: usize) -> Option<usize> {
        let inner = &self.scribe.text()[self.at..close - 1];
        let (before, name) = inner.strip_suffix(": ")?.rsplit_once(", ")?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'));
        let fields = self.open.last().is_some_and(|top| top.sign == b'{');
        (is_name && fields && before.len() > 1).then_some(self.at + before.len())
    }

    /// Returns where a text really ends whose quote seems to close in the middle: a letter stands right behind it, or the text goes on.
    fn inner_quotes(&self, close: usize, mark: char) -> Option<usize> {
        let text = self.scribe.text();
        let body = text[close..].trim_start_matches(' ');
        if !body.starts_with(char::is_alphanumeric) {
            return None;
        }
        let rest = &text[close..self.scribe.end_of_line(close)];
        let body = rest.trim_start_matches(' ');
        let tight = body.len() == rest.len();
        let ends = |at: usize| {
            let after = rest[at + mark.len_utf8()..].trim_start();
            after.is_empty() || after.starts_with([',', ']', '}'])
        };
        // A quote behind a comma or a colon begins the next text.
        let begins = |at: usize| rest[..at].trim_end().ends_with([',', ':', '[', '{']);
        let marks = || rest.match_indices(mark).map(|(at, _)| at);
        if let Some(end) = marks().find(|at| ends(*at) || !tight && begins(*at)).filter(|at| ends(*at)) {
            return Some(close + end + mark.len_utf8());
        }
        let value = self.open.last().is_some_and(|top| top.sign == b'{' && top.value);
        let more = &rest[..rest.find([',', '}', ']']).unwrap_or(rest.len())];
        (!tight && value && !more.contains([':', mark])).then(|| close + more.trim_end().len())
    }

    /// Tells a missing comma before an entry that follows a finished one.
    fn separated(&mut self) {
        let Some(behind) = self.finished.take() else { return };
        let edits = vec![Edit::new(behind..behind, ",")];
        // Where nothing stands between the entries, the first letter of the second one is shown.
        let letter = self.scribe.text()[behind..].chars().next().map_or(0, char::len_utf8);
        self.scribe.fault(codes::COMMA_MISSING, behind..self.at.max(behind + letter), vec![], edits, !self.guessed);
        if let Some(top) = self.open.last_mut() {
            top.value = false;
        }
    }

    /// Reads a word without quotes: the name of a field, or a value.
    fn word(&mut self) {
        let before = self.at;
        self.odd_space();
        let text = self.scribe.text();
        let start = self.at;
        let first = text[start..].chars().next();
        // Behind the space may stand anything.
        if start > before && first.is_none_or(|c| matches!(c, ',' | ']' | '}' | ':' | '"' | '\'' | '\r' | '\n' | '#')) {
            return;
        }
        if let Some(sign) = first.filter(|c| LIKE.contains(c) && self.finished.is_some()) {
            return self.comma_like(sign);
        }
        self.separated();
        if first.is_some_and(|c| CURLY.contains(&c)) && self.curly(start) {
            return;
        }
        // Only the word is looked at, and never the rest of its line: a line may hold a million words.
        let rest = &text[start..];
        let inside = rest.find(['\n', ',', ']', '}', '[', '{']).unwrap_or(rest.len());
        let word = rest[..comment(rest, inside).unwrap_or(inside)].trim_end();
        if word.is_empty() {
            self.at = start + first.map_or(1, char::len_utf8);
            return;
        }
        let fields = self.open.last().is_some_and(|top| top.sign == b'{');
        let value = self.open.last().is_some_and(|top| top.value);
        if let Some(name) = quote_follows(word).filter(|_| fields && !value) {
            let name = start..start + name;
            let edits = vec![Edit::new(name.end..name.end, ":")];
            self.scribe.fault(codes::COLON_MISSING, start..start + word.len(), vec![], edits, true);
            self.at = name.end;
            if let Some(top) = self.open.last_mut() {
                top.value = true;
            }
            return;
        }
        let parted = parted(word).filter(|_| fields && value);
        let word = parted.map_or(word, |end| word[..end].trim_end());
        let ended = |at: usize| word[at + 1..].chars().next().is_none_or(|c| c == ' ' || is_odd_space(c));
        let colon = word.match_indices(':').map(|(at, _)| at).find(|at| ended(*at));
        if let Some(sign) = sign(word).filter(|_| value || !fields) {
            let edits = quoted(self.scribe, start, word);
            let range = start..start + word.len();
            let certain = is_text(word);
            self.scribe.fault(codes::SIGN_AT_START, range, vec![("sign", sign.to_string().into())], edits, certain);
            self.at = start + word.len();
        } else if let Some(end) = colon.filter(|_| value).and_then(|colon| next_field(&word[..colon])) {
            // A comma is missing before the next field; that is told when it comes.
            self.at = start + end;
        } else if value && colon.is_some() {
            let edits = quoted(self.scribe, start, word);
            let range = start..start + word.len();
            self.scribe.fault(codes::COLON_IN_TEXT, range, vec![("key", self.name_before(start).into())], edits, true);
            self.at = start + word.len();
        } else if let Some(hash) = word.find(" #").filter(|_| value || !fields) {
            // To YAML the rest of the line is a comment, the closing bracket with it.
            let edits = quoted(self.scribe, start, word);
            let values = vec![("field", self.name_before(start).into()), ("value", word[..hash].into())];
            self.scribe.fault(codes::TEXT_AFTER_HASH, start..start + word.len(), values, edits, true);
            self.at = start + word.len();
        } else if let Some(colon) = colon {
            self.at = start + colon;
        } else if let Some(colon) = word.find(':').filter(|at| fields && !value && is_tight(word, *at)) {
            let place = start + colon + 1;
            let values = vec![("key", word[..colon].into())];
            let edit = Edit::new(place..place, " ");
            self.scribe.fault_joined(codes::COLON_WITHOUT_SPACE, start..place, values, edit);
            self.at = start + colon;
        } else {
            lone_quote(self.scribe, start, word);
            self.at = start + word.len();
        }
        self.finished = Some(self.at);
    }

    /// Reads a text in typographic quotes; where YAML would cut it, it is told.
    fn curly(&mut self, start: usize) -> bool {
        let line = &self.scribe.text()[start..self.scribe.end_of_line(start)];
        let open = line.chars().next().unwrap_or('“');
        let pair = match open {
            '«' => "»",
            '‘' | '‚' => "’",
            _ => "”",
        };
        let Some(close) = line
            .find(pair)
            .map(|at| at + pair.len())
            .or_else(|| line.rfind('“').filter(|at| *at > 0).map(|at| at + '“'.len_utf8()))
        else {
            return false;
        };
        let words = &line[..close];
        if !words.contains([',', '[', ']', '{', '}', '#']) && !words.contains(": ") {
            return false;
        }
        let edits = quoted(self.scribe, start, words);
        let values = vec![("quotes", format!("{open} {}", words.chars().last().unwrap_or('”')).into())];
        self.scribe.fault(codes::QUOTES_CURLY, start..start + close, values, edits, true);
        self.at = start + close;
        self.finished = Some(self.at);
        true
    }

    fn name_before(&self, at: usize) -> &str {
        let before = self.scribe.text()[..at].trim_end().trim_end_matches(':');
        let name = before.rfind([',', '{', '[', '\n']).map_or(before, |from| &before[from + 1..]);
        name.trim()
    }

    /// Tells every bracket that is open at the end.
    fn not_closed(&mut self) {
        let text = self.scribe.text();
        // What is put into a comment closes nothing.
        let stop = self.noted.unwrap_or(self.at).min(text.len());
        let end = self.finished.unwrap_or_else(|| text[..stop].trim_end_matches([' ', '\n', '\r', ',']).len());
        let closing: String = self.open.iter().rev().map(Bracket::close).collect();
        let Some(outer) = self.open.first() else { return };
        let whole = text[outer.at..end.max(outer.at)].contains('\n');
        let outer = Bracket { sign: outer.sign, at: outer.at, value: false };
        let edit = Edit::new(end..end, closing);
        // A line that breaks off within a text lacks its quote and its brackets for one reason.
        if self.guessed && self.scribe.complete(codes::QUOTE_NOT_CLOSED, &edit) {
            self.scribe.leave(Open::Closed);
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
        self.scribe.fault(codes::BRACKET_NOT_CLOSED, bracket.at..bracket.at + 1, values, vec![edit], certain);
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

/// Returns the length of a name behind which a quoted text follows and no colon.
fn quote_follows(word: &str) -> Option<usize> {
    let name = word.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'-').count();
    let rest = word[name..].trim_start_matches(' ');
    (name > 0 && rest.len() < word.len() - name && rest.starts_with(['"', '\''])).then_some(name)
}

/// Returns where a value of one word ends behind which the name of the next field stands.
fn next_field(words: &str) -> Option<usize> {
    let (value, name) = words.split_once(' ')?;
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'0'..=b'9' | b'-'));
    (plain(value) && plain(name) && name.starts_with(|c: char| c.is_ascii_lowercase())).then_some(value.len())
}

/// Returns where a word ends at a sign that was typed for a comma: another field stands behind it.
fn parted(word: &str) -> Option<usize> {
    let id = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let (at, sign) = word.char_indices().find(|(_, c)| LIKE.contains(c))?;
    let behind = word[at + sign.len_utf8()..].trim_start();
    let next = behind.split(|c: char| c == ' ' || c == ':' || LIKE.contains(&c)).next().unwrap_or_default();
    let field = behind[next.len()..].starts_with(':');
    (id(next) && field).then_some(at)
}

/// Returns whether a colon within a word ends a name, and is no part of an address or a time.
fn is_tight(word: &str, colon: usize) -> bool {
    let name = word[..colon].bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'));
    colon > 0 && name && !word[colon + 1..].starts_with("//")
}

/// Tells what stands behind the closing bracket.
fn behind(scribe: &mut Scribe<'_>, at: usize, end: usize) {
    let stop = scribe.end_of_line(end);
    let rest = without_comment(scribe.text()[end..stop].trim_end());
    let words = rest.trim_start();
    if words.is_empty() || (words.starts_with('#') && words.len() < rest.len()) || words.starts_with(':') {
        return;
    }
    let range = stop.min(end + rest.len() - words.len())..end + rest.len();
    if words == "," || words == ";" {
        let edits = vec![Edit::new(range.clone(), "")];
        return scribe.fault(codes::COMMA_STRAY, range, vec![("sign", words.into())], edits, true);
    }
    if words.chars().all(|c| matches!(c, ']' | '}')) {
        let edits = vec![Edit::new(range.clone(), "")];
        let values = vec![("reason", (&phrases::EXTRA_BRACKET).into())];
        return scribe.fault(codes::YAML_SYNTAX, range, values, edits, true);
    }
    let whole = without_comment(scribe.text()[at..stop].trim_end());
    if whole.contains('\n') {
        return;
    }
    let sign = whole.chars().next().unwrap_or('[').to_string();
    let edits = quoted(scribe, at, whole);
    scribe.fault(codes::SIGN_AT_START, at..at + whole.len(), vec![("sign", sign.into())], edits, true);
}
