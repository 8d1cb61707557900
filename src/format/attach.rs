//! Tree and marks → tree with its comments: every comment finds the value it speaks of.
//!
//! A comment at the end of a line belongs to what stands on that line; one on a line of its own to the field or entry below it; one
//! after the last field or entry to the innermost list that it is indented under.

use super::commented::{Body, CommentedDocument, Item, Line};
use super::gaps::{self, Mark, Sign};
use crate::record::{Entry, Node, Value};

/// Gives every comment of the documents its place.
pub fn attach<'t>(text: &'t str, documents: &'t [Node], marks: &'t [Mark<'t>]) -> Vec<CommentedDocument<'t>> {
    let mut reader = Reader { text, marks };
    let mut commented: Vec<CommentedDocument<'t>> = Vec::new();
    for (number, node) in documents.iter().enumerate() {
        let end = documents.get(number + 1).map_or(text.len(), |next| next.span.range().start);
        let head = reader.beginning(opening(node), commented.last_mut());
        commented.push(reader.document(node, end, head));
    }
    let rest = reader.lines(usize::MAX).0;
    match commented.last_mut() {
        Some(last) => append(&mut last.foot, rest),
        None => commented.push(CommentedDocument { foot: rest, ..CommentedDocument::default() }),
    }
    commented
}

/// The dash of an entry.
struct Dash<'t> {
    column: isize,
    /// The comment behind it, where nothing else stands on its line.
    comment: Option<&'t str>,
}

/// Marks not yet given a place.
struct Reader<'t> {
    text: &'t str,
    marks: &'t [Mark<'t>],
}

impl<'t> Reader<'t> {
    /// Takes what stands before a document; what stands before its `---` is the foot of the one before.
    fn beginning(&mut self, start: usize, before: Option<&mut CommentedDocument<'t>>) -> Vec<Line<'t>> {
        let ahead = self.marks.iter().take_while(|mark| mark.at < start);
        let boundary = ahead.filter(|mark| mark.sign == Sign::Boundary).last().map_or(0, |mark| mark.at);
        let earlier = self.lines(boundary).0;
        match before {
            Some(before) => append(&mut before.foot, earlier),
            None if earlier.is_empty() => {}
            None => return earlier.into_iter().chain([Line::Blank]).collect(),
        }
        Vec::new()
    }

    fn document(&mut self, node: &'t Node, end: usize, head: Vec<Line<'t>>) -> CommentedDocument<'t> {
        let mut above = head;
        append(&mut above, self.lines(opening_line(node, self.marks)).0);
        let mut document = CommentedDocument::default();
        let own = document.part_head(above);
        let mut root = Item::new(own, None);
        self.value(&mut root, node, -1, end);
        if matches!(root.body, Body::Nothing) {
            append(&mut document.head, root.above.drain(..).chain(root.beside.take().map(Line::Comment)).collect());
            document.foot = std::mem::take(&mut document.head);
        }
        root.hand_down();
        document.root = Some(root);
        append(&mut document.foot, self.foot(-1, end));
        document
    }

    /// Reads a value and what is written beside it.
    fn value(&mut self, item: &mut Item<'t>, node: &'t Node, owner: isize, limit: usize) {
        let span = node.span.range();
        match &node.value {
            Value::List(items) if !items.is_empty() => item.body = self.list(node, items, owner, limit),
            Value::Map(entries) if !entries.is_empty() => item.body = self.map(node, entries, owner, limit),
            empty => {
                let until = if matches!(empty, Value::Scalar(_)) { span.start } else { span.end };
                item.above.extend(self.lines(until).0.into_iter().filter(|line| *line != Line::Blank));
                item.body = match empty {
                    Value::Unreadable => Body::Nothing,
                    Value::Scalar(_) if span.is_empty() && node.is_nothing() => Body::Nothing,
                    Value::Scalar(scalar) => Body::Scalar(scalar),
                    Value::List(_) => Body::List(Vec::new(), Vec::new()),
                    Value::Map(_) => Body::Map(Vec::new(), Vec::new()),
                };
            }
        }
        if let Some(comment) = self.on_line_of(gaps::end(self.text, node), limit) {
            item.put_beside(comment);
        }
    }

    fn list(&mut self, node: &'t Node, nodes: &'t [Node], owner: isize, limit: usize) -> Body<'t> {
        let inside = self.inside(node, limit);
        let mut items = Vec::with_capacity(nodes.len());
        for (number, node) in nodes.iter().enumerate() {
            let end = nodes.get(number + 1).map_or(inside.unwrap_or(limit), |next| next.span.range().start);
            let (mut above, dash) = self.lines(node.span.range().start);
            let dash = dash.unwrap_or(Dash { column: owner, comment: None });
            let mut beside = dash.comment;
            if !matches!(node.value, Value::Scalar(_)) {
                above.extend(beside.take().map(Line::Comment));
            }
            let mut item = Item { beside, ..Item::new(above, None) };
            self.value(&mut item, node, dash.column, end);
            items.push(item);
        }
        let foot = self.end(inside, owner, limit);
        Body::List(items, foot)
    }

    fn map(&mut self, node: &'t Node, entries: &'t [Entry], owner: isize, limit: usize) -> Body<'t> {
        let inside = self.inside(node, limit);
        let mut items = Vec::with_capacity(entries.len());
        for (number, entry) in entries.iter().enumerate() {
            let key = entry.key_span.range();
            let end = entries.get(number + 1).map_or(inside.unwrap_or(limit), |next| next.key_span.range().start);
            let above = self.lines(key.start).0;
            let mut item = Item::new(above, Some(&entry.key));
            if let Some(comment) = self.on_line_of(key.end, opening(&entry.value)) {
                item.put_beside(comment);
            }
            self.value(&mut item, &entry.value, self.column(key.start), end);
            items.push(item);
        }
        let foot = self.end(inside, owner, limit);
        Body::Map(items, foot)
    }

    /// Returns where a collection in brackets ends.
    fn inside(&self, node: &Node, limit: usize) -> Option<usize> {
        let span = node.span.range();
        self.text.get(span.clone()).is_some_and(|t| t.starts_with(['[', '{'])).then_some(span.end.min(limit))
    }

    /// Takes the comments after the last entry.
    fn end(&mut self, inside: Option<usize>, owner: isize, limit: usize) -> Vec<Line<'t>> {
        match inside {
            Some(end) => self.lines(end).0,
            None => self.foot(owner, limit),
        }
    }

    /// Takes the comments that are indented deeper than a column, up to the next value.
    fn foot(&mut self, owner: isize, limit: usize) -> Vec<Line<'t>> {
        let mut lines = Vec::new();
        loop {
            let blanks = self.marks.iter().take_while(|mark| mark.sign == Sign::Blank).count();
            let Some(Mark { at, sign: Sign::Comment(comment), column, alone: true }) = self.marks.get(blanks) else {
                return lines;
            };
            if *at >= limit || *column as isize <= owner {
                return lines;
            }
            if blanks > 0 {
                lines.push(Line::Blank);
            }
            lines.push(Line::Comment(comment));
            self.marks = &self.marks[blanks + 1..];
        }
    }

    /// Takes the lines before a byte, and the last dash among them.
    fn lines(&mut self, until: usize) -> (Vec<Line<'t>>, Option<Dash<'t>>) {
        let mut lines = Vec::new();
        let mut dash: Option<Dash<'t>> = None;
        while let Some((mark, rest)) = self.marks.split_first().filter(|(mark, _)| mark.at < until) {
            self.marks = rest;
            match (mark.sign, &mut dash) {
                (Sign::Comment(comment), Some(Dash { comment: beside @ None, .. })) if !mark.alone => {
                    *beside = Some(comment);
                }
                (Sign::Comment(comment), _) => lines.push(Line::Comment(comment)),
                (Sign::Blank, _) => append(&mut lines, vec![Line::Blank]),
                (Sign::Dash, _) => dash = Some(Dash { column: mark.column as isize, comment: None }),
                (Sign::Boundary, _) => {}
            }
        }
        (lines, dash)
    }

    /// Takes the comment that stands on the same line as a byte.
    fn on_line_of(&mut self, byte: usize, limit: usize) -> Option<&'t str> {
        let (mark, rest) = self.marks.split_first()?;
        let Sign::Comment(comment) = mark.sign else { return None };
        let same_line = mark.at < limit && !self.text.get(byte..mark.at)?.contains(['\n', '\r']);
        same_line.then(|| self.marks = rest)?;
        Some(comment)
    }

    fn column(&self, byte: usize) -> isize {
        let before = self.text.get(..byte).unwrap_or_default();
        let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        before[start..].chars().count() as isize
    }
}

impl<'t> CommentedDocument<'t> {
    /// Keeps the comments of the file among those before its first value and returns those of the value.
    fn part_head(&mut self, above: Vec<Line<'t>>) -> Vec<Line<'t>> {
        for line in above {
            match line {
                Line::Comment(comment) if names_schema(comment) => self.modelines.push(comment),
                other => append(&mut self.head, vec![other]),
            }
        }
        let below = self.head.iter().rposition(|line| *line == Line::Blank).map_or(0, |at| at + 1);
        self.head.split_off(below)
    }
}

impl Item<'_> {
    /// Gives the lines above a document to its first field or entry.
    fn hand_down(&mut self) {
        if let Body::List(items, _) | Body::Map(items, _) = &mut self.body
            && let Some(first) = items.first_mut()
        {
            let beside = self.beside.take().map(Line::Comment);
            first.above.splice(0..0, self.above.drain(..).chain(beside));
        }
    }
}

/// Returns whether a comment reports an editor the schema of the file.
fn names_schema(comment: &str) -> bool {
    comment.trim_start_matches('#').trim_start().starts_with("yaml-language-server:")
}

/// Returns where the first key or scalar of a value begins.
fn opening(node: &Node) -> usize {
    match &node.value {
        Value::List(items) if !items.is_empty() => opening(&items[0]),
        Value::Map(entries) if !entries.is_empty() => entries[0].key_span.range().start,
        Value::Scalar(_) => node.span.range().start,
        _ => node.span.range().end,
    }
}

/// Returns where the part of a document begins that its first entry does not take for itself.
fn opening_line(node: &Node, marks: &[Mark<'_>]) -> usize {
    let opening = opening(node);
    let dash = marks.iter().find(|mark| mark.sign == Sign::Dash && mark.at < opening);
    dash.map_or(opening, |dash| dash.at)
}

fn append<'t>(lines: &mut Vec<Line<'t>>, more: Vec<Line<'t>>) {
    for line in more {
        if line != Line::Blank || lines.last() != Some(&Line::Blank) {
            lines.push(line);
        }
    }
}
