//! The events of the parser → trees with places.

use std::cell::OnceCell;
use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks};

use super::stop::Stop;
use crate::diag::lines::{line_start, line_starts};
use crate::diag::{Code, Diagnostic, Edit, FileId, Fix, Place, codes, messages};
use crate::load::recover::{MAX_DEPTH, MAX_FAULTS, OffsetMap, PLACEHOLDER};
use crate::record::{Entry, Node, Scalar, Span, Value};

/// What was built of a text.
pub struct Built {
    /// The documents, up to where the parser stopped.
    pub documents: Vec<Node>,
    /// What was wrong with what was read.
    pub faults: Vec<Diagnostic>,
    /// Why and where the parser stopped before the end.
    pub stop: Option<Stop>,
}

/// Parses a text as it was meant; the places are those of the text as it was written.
pub fn build(meant: &str, written: &str, offsets: &OffsetMap, file: FileId) -> Built {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let events = Parser::new_from_str_with_options(meant, options);
    let lines = OnceCell::new();
    let mut builder = Builder { events, meant, written, offsets, file, lines, faults: Vec::new(), stop: None };
    let documents = builder.documents();
    Built { documents, faults: builder.faults, stop: builder.stop }
}

struct Builder<'t, P> {
    events: P,
    /// The text that is parsed.
    meant: &'t str,
    /// The text as it was written, whose places are reported.
    written: &'t str,
    offsets: &'t OffsetMap,
    file: FileId,
    /// Where lines begin; found when first asked for.
    lines: OnceCell<Vec<usize>>,
    faults: Vec<Diagnostic>,
    stop: Option<Stop>,
}

/// The parser stopped; why is known to the builder.
struct Stopped;

impl<'t, P: Iterator<Item = Result<(Event<'t>, Marks), ScanError>>> Builder<'t, P> {
    fn documents(&mut self) -> Vec<Node> {
        let mut documents = Vec::new();
        while let Ok(Some((event, marks))) = self.next() {
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                node => match self.node(node, &marks) {
                    Ok(node) => documents.push(node),
                    Err(Stopped) => break,
                },
            }
        }
        documents
    }

    fn next(&mut self) -> Result<Option<(Event<'t>, Marks)>, Stopped> {
        // What nobody reads is not looked for either.
        if self.faults.len() > MAX_FAULTS {
            return Err(Stopped);
        }
        match self.events.next() {
            None => Ok(None),
            Some(Ok(event)) => Ok(Some(event)),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.meant.len()).min(self.meant.len());
                self.stop = Some(Stop::new(error.kind(), self.written, self.offsets.to(at)));
                Err(Stopped)
            }
        }
    }

    fn node(&mut self, event: Event<'t>, marks: &Marks) -> Result<Node, Stopped> {
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
            _ => return Err(Stopped),
        };
        Ok(Node { value, span })
    }

    fn list(&mut self, start: Span) -> Result<Node, Stopped> {
        let mut items = Vec::new();
        loop {
            let Some((event, marks)) = self.next()? else { return Err(Stopped) };
            if matches!(event, Event::SequenceEnd) {
                let span = self.closed(start, &marks, items.last());
                return Ok(Node { value: Value::List(items), span });
            }
            items.push(self.node(event, &marks)?);
        }
    }

    fn fields(&mut self, start: Span) -> Result<Node, Stopped> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut names = Names::default();
        let mut parted = false;
        loop {
            let Some((event, marks)) = self.next()? else { return Err(Stopped) };
            if matches!(event, Event::MappingEnd) {
                let span = self.closed(start, &marks, entries.last().map(|e| &e.value));
                return Ok(Node { value: Value::Map(entries), span });
            }
            let key = self.node(event, &marks)?;
            let Some((event, marks)) = self.next()? else { return Err(Stopped) };
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
        let line = &self.written[line_start(self.written, first.range().start)..first.range().start];
        first == entries[0].key_span && entries.len() > 1 && line.trim_start().starts_with("- ")
    }

    fn hyphen_missing(&mut self, name: &str, first: Span, second: Span) {
        let at = second.range().start;
        let spaces = self.written[..at].ends_with("  ");
        let fix = spaces.then(|| Fix::suggested(vec![Edit::new(at - 2..at, "- ")]));
        let fault = Diagnostic::new(codes::DASH_MISSING, self.place(second), vec![("key", name.into())]);
        self.diagnose(fault.with_related(self.place(first), &messages::FIRST_GIVEN).with_fix(fix));
    }

    fn twice(&mut self, name: &str, first: Span, second: Span) {
        if self.faults.len() > MAX_FAULTS {
            return;
        }
        let (one, other) = (self.line(first), self.line(second));
        let lines = || messages::IN_LINES.of(vec![("first", one.into()), ("second", other.into())]);
        let lines = if one == other { (&messages::IN_THIS_LINE).into() } else { lines() };
        let values = vec![("key", name.into()), ("where", lines)];
        let fault = Diagnostic::new(codes::KEY_TWICE, self.place(second), values);
        self.diagnose(fault.with_related(self.place(first), &messages::FIRST_GIVEN));
    }

    /// Returns the number of the line that a span begins in.
    fn line(&self, span: Span) -> usize {
        let lines = self.lines.get_or_init(|| line_starts(self.written));
        lines.partition_point(|start| *start <= span.range().start)
    }

    /// Reports a fault, unless there are more than anybody reads.
    fn diagnose(&mut self, fault: Diagnostic) {
        match self.faults.len() {
            ..MAX_FAULTS => self.faults.push(fault),
            MAX_FAULTS => {
                let values = vec![("limit", MAX_FAULTS.into())];
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
        let start = self.offsets.to(range.start);
        Span::new(start..self.offsets.to(range.end).max(start))
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
        self.diagnose(Diagnostic::new(codes::YAML_ALIAS, self.place(span), vec![("word", word.into())]));
    }

    fn refuse(&mut self, code: &'static Code, span: Span) {
        self.diagnose(Diagnostic::new(code, self.place(span), vec![]));
    }
}

/// The names given so far in a list of fields: looked through while they are few, found by a register when they are many.
#[derive(Default)]
struct Names(HashMap<Box<str>, Span>);

impl Names {
    /// More fields than are looked through one by one.
    const MAX_LOOKED_THROUGH: usize = 32;

    /// Returns where a name was given before.
    fn span_of(&mut self, name: &str, entries: &[Entry]) -> Option<Span> {
        if entries.len() < Self::MAX_LOOKED_THROUGH {
            return entries.iter().find(|entry| &*entry.key == name).map(|entry| entry.key_span);
        }
        // Entered late, at the first name after each: none is entered twice.
        self.0.extend(entries[self.0.len()..].iter().map(|entry| (entry.key.clone(), entry.key_span)));
        self.0.get(name).copied()
    }
}
