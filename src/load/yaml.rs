//! YAML text → trees with places. The only place that names the YAML crate.
//!
//! The parser's events are built into our own [`Node`]s, because we need the bytes of every key and value, equal keys reported and
//! not merged away, and no aliases that could make a small file a huge tree. The parser reads the text as it was meant
//! (the room `writing`); a line of which nothing can be made is passed over, and the rest is read again.

mod comments;
mod explain;

use std::cell::OnceCell;
use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as Marks};

use super::recover::{self, OffsetMap, PLACEHOLDER, Recovered};
use crate::diag::{Diagnostic, Edit, FileId, Fix, Place, Severity, codes, messages};
use crate::record::{Entry, Node, Scalar, Span, Value};
pub use comments::comments;
use explain::explained;

/// Nesting beyond this is no record.
const DEPTH: usize = 64;

/// How often a text is read again without a line that could not be read; a long one less often.
const ROUNDS: usize = 24;

/// What a text holds.
#[derive(Debug, Default, Clone)]
pub struct Read {
    /// The documents that could be read.
    pub documents: Vec<Node>,
    /// What was wrong.
    pub faults: Vec<Diagnostic>,
    /// Whether lines were passed over, so that fields may be missing for that reason.
    pub incomplete: bool,
}

/// Reads all documents of a text.
pub fn read(text: &str, file: FileId) -> Read {
    if let Some(fault) = recover::line_too_long(text, file) {
        return Read { documents: Vec::new(), faults: vec![fault], incomplete: true };
    }
    let mut mended = recover::recover(text, file);
    let mut faults = std::mem::take(&mut mended.faults);
    if faults.iter().any(|fault| fault.is(codes::FAULTS_TOO_MANY)) {
        return Read { documents: Vec::new(), faults, incomplete: true };
    }
    let mut last = None;
    let rounds = if text.len() > 1 << 20 { 3 } else { ROUNDS };
    for round in 0.. {
        let (meant, back) = mended.text();
        let (documents, found, broken) = build(&meant, text, &back, file);
        let Some((kind, at)) = broken else {
            // A field whose name is no word may be one that is missing.
            let incomplete = mended.incomplete || found.iter().any(|fault| fault.is(codes::KEY_NOT_A_WORD));
            faults.extend(found);
            let tired = faults.len() > recover::MAX_FAULTS;
            return Read { documents, faults, incomplete: incomplete || tired };
        };
        // A warning says nothing of why the line cannot be read.
        let mut errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
        let hidden = errors.any(|fault| fault.place.as_ref().is_some_and(|place| same_line(text, place, at)));
        // Line after line that breaks off in the same way has the cause of the first one.
        let reason = explained(&kind);
        let again =
            last.replace((reason, at)).is_some_and(|(before, above)| before == reason && follows(text, above, at));
        if !hidden && !again {
            faults.push(told(&kind, text, at, file));
        }
        if round == rounds || matches!(kind, ErrorKind::RecursionLimitExceeded) || !pass_over(&mut mended, at) {
            faults.extend(found);
            return Read { documents, faults, incomplete: true };
        }
    }
    Read::default()
}

/// Parses a text; gives also what was read before the parser gave up, why it did, and where.
fn build(
    meant: &str,
    written: &str,
    back: &OffsetMap,
    file: FileId,
) -> (Vec<Node>, Vec<Diagnostic>, Option<(ErrorKind, usize)>) {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let events = Parser::new_from_str_with_options(meant, options);
    let lines = OnceCell::new();
    let mut builder = Builder { events, meant, written, back, file, lines, faults: Vec::new(), broken: None };
    let documents = builder.documents();
    (documents, builder.faults, builder.broken)
}

fn told(kind: &ErrorKind, text: &str, at: usize, file: FileId) -> Diagnostic {
    let line = line_of(text, at);
    let start = line.start + text[line.clone()].len() - text[line.clone()].trim_start().len();
    let range = start..line.start + text[line].trim_end().len().max(start - line_of(text, at).start);
    let place = Place { file, range };
    if matches!(kind, ErrorKind::RecursionLimitExceeded) {
        let place = Place { file, range: at..(at + 1).min(text.len()).max(at) };
        return Diagnostic::new(codes::YAML_TOO_DEEP, place, vec![("limit", DEPTH.into())]);
    }
    Diagnostic::new(codes::YAML_SYNTAX, place, vec![("reason", explained(kind).into())])
}

fn same_line(text: &str, place: &Place, at: usize) -> bool {
    line_of(text, at).contains(&place.range.start) || line_of(text, place.range.start).contains(&at)
}

/// Returns whether nothing but blank lines stands between the lines of two places.
fn follows(text: &str, above: usize, at: usize) -> bool {
    let (above, line) = (line_of(text, above), line_of(text, at));
    text.get(above.end..line.start).is_some_and(|between| between.trim().is_empty())
}

/// Returns where the fault probably is: brackets are missed long after the line that opened them.
fn culprit(kind: &ErrorKind, text: &str, at: usize) -> usize {
    let of_brackets =
        matches!(kind, ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator);
    if !of_brackets {
        return at;
    }
    let mut line = line_of(text, at);
    for _ in 0..64 {
        let words = &text[line.clone()];
        let value = name_and_value(words).map_or(words, |from| &words[from..]);
        if value.trim_start_matches([' ', '-']).starts_with(['[', '{']) {
            return line.start;
        }
        if line.start == 0 {
            break;
        }
        line = line_of(text, line.start - 1);
    }
    at
}

/// Returns the line of a byte that holds anything: a parser stops where it noticed, often at the end of nothing.
fn line_of(text: &str, at: usize) -> std::ops::Range<usize> {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    loop {
        let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
        let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
        if start == 0 || !text[start..end].trim().is_empty() {
            return start..end;
        }
        at = start - 1;
    }
}

/// Passes over the value of the line where the parser gave up, or over the whole line; `false` where there is nothing left to pass over.
fn pass_over(mended: &mut Recovered<'_>, at: usize) -> bool {
    let text = mended.written;
    let line = line_of(text, at);
    let words = &text[line.clone()];
    let passed = |range: &std::ops::Range<usize>| {
        mended
            .edits
            .iter()
            .any(|edit| edit.range.start <= range.start && edit.range.end >= range.end && edit.text.is_empty())
    };
    if words.trim().is_empty() || passed(&line) {
        return false;
    }
    let filled = mended.edits.iter().any(|edit| edit.text.contains(PLACEHOLDER) && line.contains(&edit.range.start));
    let value = name_and_value(words).filter(|_| !filled);
    match value {
        Some(value) => mended.pass_over(line.start + value..line.end, &format!(" \"{PLACEHOLDER}\"")),
        None => {
            mended.incomplete = true;
            mended.pass_over(line, "");
        }
    }
    true
}

/// Returns where the value of a line begins, behind the colon of its name.
fn name_and_value(line: &str) -> Option<usize> {
    let body = line.trim_start_matches([' ', '-']);
    let name = body.len() - body.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-').len();
    let colon = line.len() - body.len() + name;
    (name > 0 && line[colon..].starts_with(':')).then_some(colon + 1)
}

struct Builder<'t, P> {
    events: P,
    /// The text that is parsed.
    meant: &'t str,
    /// The text as it was written, whose places are told.
    written: &'t str,
    back: &'t OffsetMap,
    file: FileId,
    /// Where lines begin; found when first asked for.
    lines: OnceCell<Vec<usize>>,
    faults: Vec<Diagnostic>,
    broken: Option<(ErrorKind, usize)>,
}

/// The parser gave up; why stands in the builder.
struct Broken;

impl<'t, P: Iterator<Item = Result<(Event<'t>, Marks), ScanError>>> Builder<'t, P> {
    fn documents(&mut self) -> Vec<Node> {
        let mut documents = Vec::new();
        while let Ok(Some((event, marks))) = self.next() {
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                node => match self.node(node, &marks) {
                    Ok(node) => documents.push(node),
                    Err(Broken) => break,
                },
            }
        }
        documents
    }

    fn next(&mut self) -> Result<Option<(Event<'t>, Marks)>, Broken> {
        // What nobody reads is not looked for either.
        if self.faults.len() > recover::MAX_FAULTS {
            return Err(Broken);
        }
        match self.events.next() {
            None => Ok(None),
            Some(Ok(event)) => Ok(Some(event)),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.meant.len()).min(self.meant.len());
                let at = culprit(error.kind(), self.written, self.back.to(at).min(self.written.len()));
                self.broken = Some((error.kind().clone(), at));
                Err(Broken)
            }
        }
    }

    fn node(&mut self, event: Event<'t>, marks: &Marks) -> Result<Node, Broken> {
        let span = self.span(marks);
        let value = match event {
            Event::Scalar(text, _, _, _) if text == PLACEHOLDER => Value::Unreadable,
            Event::Scalar(text, style, anchor, _) => {
                self.refuse_anchor(anchor, span);
                Value::Scalar(Scalar { text: text.into(), plain: style == ScalarStyle::Plain })
            }
            Event::SequenceStart(_, anchor, _) => {
                self.refuse_anchor(anchor, span);
                return self.list(span);
            }
            Event::MappingStart(_, anchor, _) => {
                self.refuse_anchor(anchor, span);
                return self.fields(span);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse_alias(span);
                Value::Unreadable
            }
            _ => return Err(Broken),
        };
        Ok(Node { value, span })
    }

    fn list(&mut self, start: Span) -> Result<Node, Broken> {
        let mut items = Vec::new();
        loop {
            let Some((event, marks)) = self.next()? else { return Err(Broken) };
            if matches!(event, Event::SequenceEnd) {
                let span = self.closed(start, &marks, items.last());
                return Ok(Node { value: Value::List(items), span });
            }
            items.push(self.node(event, &marks)?);
        }
    }

    fn fields(&mut self, start: Span) -> Result<Node, Broken> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut names = Names::default();
        let mut parted = false;
        loop {
            let Some((event, marks)) = self.next()? else { return Err(Broken) };
            if matches!(event, Event::MappingEnd) {
                let span = self.closed(start, &marks, entries.last().map(|e| &e.value));
                return Ok(Node { value: Value::Map(entries), span });
            }
            let key = self.node(event, &marks)?;
            let Some((event, marks)) = self.next()? else { return Err(Broken) };
            let value = self.node(event, &marks)?;
            let Some(name) = key.text() else {
                self.refuse(codes::KEY_NOT_A_WORD, key.span);
                continue;
            };
            if let Some(first) = names.span_of(name, &entries) {
                // The rest of an entry that lacks its hyphen is its own.
                parted |= self.lacks_hyphen(first, &entries);
                if !parted {
                    self.twice(name, first, key.span);
                    let empty = entries.iter_mut().find(|entry| entry.key_span == first && entry.value.is_nothing());
                    empty.into_iter().for_each(|entry| entry.value = value.clone());
                } else if first == entries[0].key_span {
                    self.hyphen_missing(name, first, key.span);
                }
                continue;
            }
            entries.push(Entry { key: name.into(), key_span: key.span, value });
        }
    }

    /// Returns the span of a collection: to its bracket in flow style, to the end of its last value in block style.
    fn closed(&self, start: Span, end: &Marks, last: Option<&Node>) -> Span {
        let end = self.span(end);
        match last {
            Some(last) if end.range().is_empty() => start.to(last.span),
            _ => start.to(end),
        }
    }

    /// Returns whether a field given again is the first of an entry of a list: rather the next entry begins.
    fn lacks_hyphen(&self, first: Span, entries: &[Entry]) -> bool {
        let before = &self.written[..first.range().start];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        first == entries[0].key_span && entries.len() > 1 && line.trim_start().starts_with("- ")
    }

    fn hyphen_missing(&mut self, name: &str, first: Span, second: Span) {
        let at = second.range().start;
        let spaces = self.written[..at].ends_with("  ");
        let fix = spaces.then(|| Fix::likely(vec![Edit::new(at - 2..at, "- ")]));
        let fault = Diagnostic::new(codes::DASH_MISSING, self.place(second), vec![("key", name.into())]);
        self.tell(fault.with_related(self.place(first), &messages::FIRST_GIVEN).with_fix(fix));
    }

    fn twice(&mut self, name: &str, first: Span, second: Span) {
        if self.faults.len() > recover::MAX_FAULTS {
            return;
        }
        let (one, other) = (self.line(first), self.line(second));
        let lines = || messages::IN_LINES.of(vec![("first", one.into()), ("second", other.into())]);
        let lines = if one == other { (&messages::IN_THIS_LINE).into() } else { lines() };
        let values = vec![("key", name.into()), ("where", lines)];
        let fault = Diagnostic::new(codes::KEY_TWICE, self.place(second), values);
        self.tell(fault.with_related(self.place(first), &messages::FIRST_GIVEN));
    }

    /// Returns the number of the line that a span begins in.
    fn line(&self, span: Span) -> usize {
        let lines = self.lines.get_or_init(|| self.written.match_indices('\n').map(|(at, _)| at).collect());
        lines.partition_point(|end| *end < span.range().start) + 1
    }

    /// Tells a fault, unless there are more than anybody reads.
    fn tell(&mut self, fault: Diagnostic) {
        match self.faults.len() {
            told if told < recover::MAX_FAULTS => self.faults.push(fault),
            recover::MAX_FAULTS => {
                let values = vec![("limit", recover::MAX_FAULTS.into())];
                self.faults.push(Diagnostic::new(codes::FAULTS_TOO_MANY, fault.place, values));
            }
            _ => {}
        }
    }

    /// Returns the bytes of the written text that an event was read from.
    fn span(&self, marks: &Marks) -> Span {
        let range = marks.byte_range().unwrap_or_default();
        let end = range.end.min(self.meant.len());
        let mut range = range.start.min(end)..end;
        // Block scalars end after their line break; the place to show ends before it.
        while range.len() > 1
            && self.meant.as_bytes()[range.end - 1].is_ascii_whitespace()
            && self.meant[range.clone()].ends_with(['\n', '\r'])
        {
            range.end -= 1;
        }
        let start = self.back.to(range.start);
        Span::new(start..self.back.to(range.end).max(start))
    }

    fn place(&self, span: Span) -> Place {
        Place { file: self.file, range: span.range() }
    }

    fn refuse_anchor(&mut self, anchor: usize, span: Span) {
        if anchor > 0 {
            let before = self.written[..span.range().start].trim_end();
            let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let anchored = word.starts_with('&').then(|| Span::new(before.len() - word.len()..before.len()));
            self.refuse_alias(anchored.unwrap_or(span));
        }
    }

    fn refuse_alias(&mut self, span: Span) {
        let word = self.written.get(span.range()).unwrap_or_default();
        let word: String = word.chars().take_while(|c| !c.is_whitespace()).collect();
        self.tell(Diagnostic::new(codes::YAML_ALIAS, self.place(span), vec![("word", word.into())]));
    }

    fn refuse(&mut self, entry: &'static crate::diag::Code, span: Span) {
        self.tell(Diagnostic::new(entry, self.place(span), vec![]));
    }
}

/// The names given so far in a list of fields: looked through while they are few, found by a register when they are many.
#[derive(Default)]
struct Names(HashMap<Box<str>, Span>);

impl Names {
    /// More fields than are looked through one by one.
    const FEW: usize = 32;

    /// Returns where a name was given before.
    fn span_of(&mut self, name: &str, entries: &[Entry]) -> Option<Span> {
        if entries.len() < Self::FEW {
            return entries.iter().find(|entry| &*entry.key == name).map(|entry| entry.key_span);
        }
        // Entered late, at the first name after each: none is entered twice.
        self.0.extend(entries[self.0.len()..].iter().map(|entry| (entry.key.clone(), entry.key_span)));
        self.0.get(name).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;

    fn parse(text: &str) -> (Vec<Node>, Vec<String>) {
        let mut files = Files::default();
        let file = files.add("t.yaml".into(), text.into());
        let Read { documents: nodes, faults, .. } = read(text, file);
        (nodes, faults.iter().map(|f| f.code().to_owned()).collect())
    }

    #[test]
    fn an_anchor_after_a_wide_space_is_refused_at_its_place() {
        let mut files = Files::default();
        let text = "a: &b c\nd:\u{a0}&e f\n\"g\": \u{2003}&h {}\n";
        let file = files.add("t.yaml".into(), text.into());
        let told = read(text, file).faults.into_iter().filter(|fault| fault.is(codes::YAML_ALIAS));
        let words: Vec<&str> = told.filter_map(|fault| text.get(fault.place?.range)).collect();
        assert!(words.contains(&"&b") && words.iter().all(|word| word.starts_with('&')), "{words:?}");
    }

    #[test]
    fn read_knows_the_bytes_of_keys_and_values() {
        let text = "id: имя\nlist: [a, \"b c\"]\nblock:\n  - x: |\n      long\n";
        let (nodes, faults) = parse(text);
        assert!(faults.is_empty(), "{faults:?}");
        let at = |pointer: &str| &text[nodes[0].at(pointer).unwrap().span.range()];
        assert_eq!(at("/id"), "имя");
        assert_eq!(at("/list"), "[a, \"b c\"]");
        assert_eq!(at("/list/1"), "\"b c\"");
        assert!(at("/block/0/x").ends_with("long"), "{:?}", at("/block/0/x"));
        let entry = nodes[0].entry("list").unwrap();
        assert_eq!(&text[entry.key_span.range()], "list");
    }

    #[test]
    fn read_reports_equal_keys_and_keeps_the_first() {
        let (nodes, faults) = parse("a: 1\na: 2\n");
        assert_eq!(faults, ["key-twice"]);
        assert_eq!(nodes[0].get("a").unwrap().text(), Some("1"));
    }

    #[test]
    fn read_refuses_aliases_without_following_them() {
        let (nodes, faults) = parse("a: &x [1]\nb: *x\n");
        assert_eq!(faults, ["yaml-alias", "yaml-alias"]);
        assert!(nodes[0].get("b").unwrap().is_unread());
    }

    #[test]
    fn read_survives_deep_nesting() {
        let (_, faults) = parse(&"[".repeat(100_000));
        assert_eq!(faults, ["yaml-too-deep"]);
        let (_, faults) = parse(&"- ".repeat(50_000));
        assert_eq!(faults, ["yaml-too-deep"]);
        let (_, faults) = parse(&format!("a: {}", "[\n ".repeat(100_000)));
        assert_eq!(faults, ["yaml-too-deep"]);
    }

    #[test]
    fn read_takes_comments_between_brackets_wherever_they_begin() {
        let (nodes, faults) = parse("a:\n  b: [x,\n# a comment\n    y]\nc: 1\n");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(nodes[0].get("a").unwrap().get("b").unwrap().items().len(), 2);
    }

    #[test]
    fn read_finds_the_record_below_stray_lines() {
        let (nodes, faults) = parse("Уважаемые коллеги!\nПрошу внести.\n\nid: x\nb: 1\n");
        assert_eq!(faults, ["colon-missing", "colon-missing"]);
        assert!(nodes[0].get("id").is_some() && nodes[0].get("b").is_some());
    }

    #[test]
    fn read_tells_an_entry_without_its_hyphen_once() {
        let (nodes, faults) = parse("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\nd: 5\n");
        assert_eq!(faults, ["dash-missing"]);
        assert!(nodes[0].get("d").is_some());
        assert_eq!(parse("a: 1\nb: 2\na: 3\n").1, ["key-twice"]);
    }

    #[test]
    fn read_tells_the_quote_before_the_next_field_at_its_beginning() {
        let text = "a: {en: \"One, ru: \"Два\"}\n";
        let file = Files::default().add("t.yaml".into(), text.into());
        let read = read(text, file);
        assert_eq!(read.faults.len(), 1);
        assert_eq!(read.faults[0].place.as_ref().unwrap().range, 8..9);
        assert_eq!(read.documents[0].get("a").unwrap().get("ru").unwrap().text(), Some("Два"));
    }

    #[test]
    fn read_tells_whole_letters() {
        let text = "a: {\"\"ш}\n";
        let file = Files::default().add("t.yaml".into(), text.into());
        let faults = read(text, file).faults;
        assert!(!faults.is_empty());
        assert!(faults.iter().all(|fault| text.get(fault.place.clone().unwrap().range).is_some()), "{faults:?}");
    }

    #[test]
    fn read_refuses_lines_that_nobody_wrote() {
        assert!(parse(&format!("a: \"{}\"\nb: 1\n", "x ".repeat(49_000))).1.is_empty());
        let (nodes, faults) = parse(&format!("a: 1\nb: \"{}\"\n", "x ".repeat(51_000)));
        assert!(nodes.is_empty() && faults == ["line-too-long"], "{faults:?}");
    }

    #[test]
    fn read_gives_every_document() {
        assert_eq!(parse("a: 1\n---\na: 2\n").0.len(), 2);
    }
}
