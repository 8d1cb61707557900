//! YAML text → trees with places. The only place that names the YAML crate.
//!
//! The parser's events are built into our own [`Node`]s, because we need the bytes of every key and value, equal keys reported and
//! not merged away, and no aliases that could make a small file a huge tree.

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks};

use crate::diag::{Diagnostic, FileId, Place, codes};
use crate::record::{Entry, Node, Scalar, Span, Value};

/// Nesting beyond this is no record.
const DEPTH: usize = 64;

/// Reads all documents of a text. A document that cannot be read is reported and left out.
pub fn read(text: &str, file: FileId) -> (Vec<Node>, Vec<Diagnostic>) {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder { events: parser, text, file, faults: Vec::new() };
    let documents = builder.documents();
    (documents, builder.faults)
}

struct Builder<'t, P> {
    events: P,
    text: &'t str,
    file: FileId,
    faults: Vec<Diagnostic>,
}

/// The parser gave up; the fault is already told.
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
        match self.events.next() {
            None => Ok(None),
            Some(Ok(event)) => Ok(Some(event)),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
                let place = Place { file: self.file, range: at..at };
                let reason = error.info().trim_end_matches('.').to_owned();
                self.faults.push(Diagnostic::error(codes::YAML_SYNTAX, place, vec![("reason", reason)]));
                Err(Broken)
            }
        }
    }

    fn node(&mut self, event: Event<'t>, marks: &Marks) -> Result<Node, Broken> {
        let span = self.span(marks);
        let value = match event {
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
                self.refuse(codes::YAML_ALIAS, span, vec![]);
                Value::Scalar(Scalar { text: self.text[span.range()].into(), plain: false })
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
                self.refuse(codes::KEY_NOT_A_WORD, key.span, vec![]);
                continue;
            };
            if let Some(first) = entries.iter().find(|e| &*e.key == name) {
                let first = Place { file: self.file, range: first.key_span.range() };
                let fault = Diagnostic::error(codes::KEY_TWICE, self.place(key.span), vec![("key", name.to_owned())]);
                self.faults.push(fault.with_related(first, "first given here"));
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

    fn span(&self, marks: &Marks) -> Span {
        let range = marks.byte_range().unwrap_or_default();
        let end = range.end.min(self.text.len());
        let mut range = range.start.min(end)..end;
        // Block scalars end after their line break; the place to show ends before it.
        while range.len() > 1 && self.text[range.clone()].ends_with(['\n', '\r']) {
            range.end -= 1;
        }
        Span::new(range)
    }

    fn place(&self, span: Span) -> Place {
        Place { file: self.file, range: span.range() }
    }

    fn refuse_anchor(&mut self, anchor: usize, span: Span) {
        if anchor > 0 {
            self.refuse(codes::YAML_ALIAS, span, vec![]);
        }
    }

    fn refuse(&mut self, entry: &'static crate::diag::Entry, span: Span, values: crate::diag::Values) {
        self.faults.push(Diagnostic::error(entry, self.place(span), values));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;

    fn parse(text: &str) -> (Vec<Node>, Vec<String>) {
        let mut files = Files::default();
        let file = files.add("t.yaml".into(), text.into());
        let (nodes, faults) = read(text, file);
        (nodes, faults.iter().map(|f| f.code().to_owned()).collect())
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
        assert_eq!(nodes[0].get("b").unwrap().text(), Some("*x"));
    }

    #[test]
    fn read_survives_deep_nesting() {
        let (_, faults) = parse(&"[".repeat(100_000));
        assert_eq!(faults, ["yaml-syntax"]);
    }

    #[test]
    fn read_gives_every_document() {
        assert_eq!(parse("a: 1\n---\na: 2\n").0.len(), 2);
    }
}
