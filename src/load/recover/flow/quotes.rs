//! Quoted texts between brackets: where they end, and where they only seem to.

use super::way::{Way, closes_more};
use crate::diag::{Applicability, Edit, Fix, codes};
use crate::load::recover::quoting::{End, closing_edit, escapes, find_end, inner, quoted};

impl Way<'_, '_> {
    pub(super) fn quote(&mut self, mark: char) {
        self.separated();
        match find_end(self.lines, self.at, mark, self.column) {
            End::Closed(close) => self.closed_quote(close, mark),
            End::Open(stop) if self.quote_goes_on(stop, mark) => {}
            End::Open(stop) => {
                self.guessed = true;
                let words = &self.lines.text()[self.at..stop];
                let brackets: usize =
                    words.chars().rev().take_while(|c| matches!(c, ']' | '}' | ' ')).map(char::len_utf8).sum();
                let close = stop - brackets.min(words.len() - 1);
                let edits = vec![closing_edit(self.lines.text(), self.at, close, mark)];
                self.ledger.diagnose(codes::QUOTE_NOT_CLOSED, self.at..self.at + 1, vec![], Fix::suggested(edits));
                self.at = close;
            }
        }
        self.finished = Some(self.at);
    }

    /// Reports the rest of a text that stands too far left on the next line, with the brackets that close there; returns whether it did.
    fn quote_goes_on(&mut self, stop: usize, mark: char) -> bool {
        let Some(line) = self.lines.below(stop) else { return false };
        let words = line.rest();
        let Some(close) = words.find(mark).filter(|close| *close > 0 && closes_more(&words[close + 1..])) else {
            return false;
        };
        let edits = vec![Edit::new(line.start..line.body, " ".repeat(self.column + 2))];
        self.ledger.diagnose(codes::TEXT_OUTDENTED, line.words(), vec![], Fix::suggested(edits));
        self.at = line.body + close + 1;
        true
    }

    /// Goes behind a text whose quote closes, or only seems to.
    fn closed_quote(&mut self, close: usize, mark: char) {
        if let Some(end) = self.next_field_within(close) {
            let edit = closing_edit(self.lines.text(), self.at, end, mark);
            let certain = !edit.range.is_empty();
            self.ledger.diagnose(
                codes::QUOTE_NOT_CLOSED,
                self.at..self.at + 1,
                vec![],
                Fix::new(vec![edit], Applicability::automatic_if(certain)),
            );
            self.at = end;
        } else if self.quote_twice(close, mark) {
            let edits = vec![Edit::new(close..close + 1, "")];
            self.ledger.diagnose(codes::TEXT_AFTER_QUOTE, self.at..close + 1, vec![], Fix::automatic(edits));
            self.at = close + 1;
        } else if let Some(end) = self.inner_quotes(close, mark) {
            inner(self.lines, self.ledger, self.at..end, mark);
            self.at = end;
        } else {
            escapes(self.lines, self.ledger, self.at..close, mark);
            self.at = close;
        }
    }

    /// Returns whether a closing quote was typed twice.
    fn quote_twice(&self, close: usize, mark: char) -> bool {
        let behind = self.lines.text()[close..].strip_prefix(mark);
        close > self.at + 2 && behind.is_some_and(|behind| behind.starts_with([',', '}', ']']))
    }

    /// Returns where a text was to end whose closing quote is rather the opening one of the next field: `, name: "` stands before it.
    fn next_field_within(&self, close: usize) -> Option<usize> {
        let words = &self.lines.text()[self.at..close - 1];
        let (before, name) = words.strip_suffix(": ")?.rsplit_once(", ")?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'));
        let fields = self.open.last().is_some_and(|top| top.sign == b'{');
        (is_name && fields && before.len() > 1).then_some(self.at + before.len())
    }

    /// Returns where a text really ends whose quote seems to close in the middle: a letter stands right behind it, or the text goes on.
    fn inner_quotes(&self, close: usize, mark: char) -> Option<usize> {
        let text = self.lines.text();
        let body = text[close..].trim_start_matches(' ');
        if !body.starts_with(char::is_alphanumeric) {
            return None;
        }
        let rest = &text[close..self.lines.end_of_line(close)];
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

    /// Reads a text in typographic quotes; where YAML would cut it, it is reported.
    pub(super) fn curly(&mut self, start: usize) -> bool {
        let line = &self.lines.text()[start..self.lines.end_of_line(start)];
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
        let edits = quoted(start, words);
        let values = vec![("quotes", format!("{open} {}", words.chars().last().unwrap_or('”')).into())];
        self.ledger.diagnose(codes::QUOTES_CURLY, start..start + close, values, Fix::automatic(edits));
        self.at = start + close;
        self.finished = Some(self.at);
        true
    }
}
