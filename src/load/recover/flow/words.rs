//! Words between brackets that stand without quotes: names of fields, and values.

use super::way::{COMMA_LIKE, Way};
use crate::diag::{Applicability, Edit, Fix, codes};
use crate::load::recover::characters::is_odd_space;
use crate::load::recover::quoting::{lone_quote, quoted};
use crate::load::recover::signs::{CURLY, comment, is_text, sign};

impl Way<'_, '_> {
    /// Reads a word without quotes: the name of a field, or a value.
    pub(super) fn word(&mut self) {
        let before = self.at;
        self.odd_space();
        let text = self.lines.text();
        let start = self.at;
        let first = text[start..].chars().next();
        // Behind the space may stand anything.
        if start > before && first.is_none_or(|c| matches!(c, ',' | ']' | '}' | ':' | '"' | '\'' | '\r' | '\n' | '#')) {
            return;
        }
        if let Some(sign) = first.filter(|c| COMMA_LIKE.contains(c) && self.finished.is_some()) {
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
            return self.without_colon(start, name, word.len());
        }
        let parted = parted(word).filter(|_| fields && value);
        let word = parted.map_or(word, |end| word[..end].trim_end());
        self.judge(start, word, fields, value);
        self.finished = Some(self.at);
    }

    /// Reports a name with no colon before its text, and goes to that text.
    fn without_colon(&mut self, start: usize, name: usize, length: usize) {
        let name = start + name;
        let edits = vec![Edit::new(name..name, ":")];
        self.ledger.diagnose(codes::COLON_MISSING, start..start + length, vec![], Fix::automatic(edits));
        self.at = name;
        if let Some(top) = self.open.last_mut() {
            top.value = true;
        }
    }

    /// Reports what is wrong with a word between braces (`fields`) or brackets, behind a colon (`value`) or not, and goes to its end.
    fn judge(&mut self, start: usize, word: &str, fields: bool, value: bool) {
        let ended = |at: usize| word[at + 1..].chars().next().is_none_or(|c| c == ' ' || is_odd_space(c));
        let colon = word.match_indices(':').map(|(at, _)| at).find(|at| ended(*at));
        if let Some(sign) = sign(word).filter(|_| value || !fields) {
            let edits = quoted(start, word);
            let range = start..start + word.len();
            let certain = is_text(word);
            self.ledger.diagnose(
                codes::SIGN_AT_START,
                range,
                vec![("sign", sign.to_string().into())],
                Fix::new(edits, Applicability::automatic_if(certain)),
            );
            self.at = start + word.len();
        } else if let Some(end) = colon.filter(|_| value).and_then(|colon| next_field(&word[..colon])) {
            // A comma is missing before the next field; that is reported when it comes.
            self.at = start + end;
        } else if value && colon.is_some() {
            let edits = quoted(start, word);
            let range = start..start + word.len();
            self.ledger.diagnose(
                codes::COLON_IN_TEXT,
                range,
                vec![("key", self.name_before(start).into())],
                Fix::automatic(edits),
            );
            self.at = start + word.len();
        } else if let Some(hash) = word.find(" #").filter(|_| value || !fields) {
            // To YAML the rest of the line is a comment, the closing bracket with it.
            let edits = quoted(start, word);
            let values = vec![("field", self.name_before(start).into()), ("value", word[..hash].into())];
            self.ledger.diagnose(codes::TEXT_AFTER_HASH, start..start + word.len(), values, Fix::automatic(edits));
            self.at = start + word.len();
        } else if let Some(colon) = colon {
            self.at = start + colon;
        } else if let Some(colon) = word.find(':').filter(|at| fields && !value && is_tight(word, *at)) {
            let place = start + colon + 1;
            let values = vec![("key", word[..colon].into())];
            let edit = Edit::new(place..place, " ");
            self.ledger.diagnose_joined(self.lines.text(), codes::COLON_WITHOUT_SPACE, start..place, values, edit);
            self.at = start + colon;
        } else {
            lone_quote(self.ledger, start, word);
            self.at = start + word.len();
        }
    }

    fn name_before(&self, at: usize) -> &str {
        let before = self.lines.text()[..at].trim_end().trim_end_matches(':');
        let name = before.rfind([',', '{', '[', '\n']).map_or(before, |from| &before[from + 1..]);
        name.trim()
    }
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
    let (at, sign) = word.char_indices().find(|(_, c)| COMMA_LIKE.contains(c))?;
    let behind = word[at + sign.len_utf8()..].trim_start();
    let next = behind.split(|c: char| c == ' ' || c == ':' || COMMA_LIKE.contains(&c)).next().unwrap_or_default();
    let field = behind[next.len()..].starts_with(':');
    (id(next) && field).then_some(at)
}

/// Returns whether a colon within a word ends a name, and is no part of an address or a time.
fn is_tight(word: &str, colon: usize) -> bool {
    let name = word[..colon].bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'));
    colon > 0 && name && !word[colon + 1..].starts_with("//")
}
