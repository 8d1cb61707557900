//! Long text: a subset of Markdown, read by a library, handed on as a tree. No string of a record is ever evaluated as Typst.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diag::{Message, messages};

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether its entries are numbered.
        ordered: bool,
        /// The entries, each a sequence of blocks.
        items: Vec<Vec<Block>>,
    },
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link with its address.
    Link(String, Vec<Inline>),
    /// A citation of sources, by id, with the bytes of each id in the text.
    Cite(Vec<(String, Range<usize>)>),
}

/// Something the subset does not have, with its bytes in the text.
pub type Unsupported = (Feature, Range<usize>);

/// What Markdown offers and the subset does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// A heading.
    Heading,
    /// A picture.
    Picture,
    /// Code, within a line or on its own.
    Code,
    /// A quotation.
    Quotation,
    /// HTML.
    Html,
    /// A line across the page.
    Line,
    /// A text of the length of a book.
    Length,
    /// Anything else.
    Other,
}

impl Feature {
    /// Returns its name, in every language of messages.
    pub fn name(self) -> &'static Message {
        match self {
            Self::Heading => &messages::MARKDOWN_HEADINGS,
            Self::Picture => &messages::MARKDOWN_PICTURES,
            Self::Code => &messages::MARKDOWN_CODE,
            Self::Quotation => &messages::MARKDOWN_QUOTATIONS,
            Self::Html => &messages::MARKDOWN_HTML,
            Self::Line => &messages::MARKDOWN_LINES,
            Self::Length => &messages::MARKDOWN_LENGTH,
            Self::Other => &messages::MARKDOWN_OTHER,
        }
    }
}

/// A longer text, in bytes, is a book; its tree would take a hundred times as much.
const LONGEST: usize = 1 << 20;

/// Reads a text; returns its blocks and everything that the subset does not have.
pub fn parse(text: &str) -> (Vec<Block>, Vec<Unsupported>) {
    if text.len() > LONGEST {
        return (Vec::new(), vec![(Feature::Length, 0..text.len())]);
    }
    let mut reader = Reader { events: events(text), unsupported: Vec::new(), text };
    let blocks = reader.blocks();
    (blocks, reader.unsupported)
}

/// Returns what a text is made of, in its order, with bytes.
fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let citation = |link: BrokenLink<'_>| citation(&link);
    Parser::new_with_broken_link_callback(text, Options::empty(), Some(citation)).into_offset_iter()
}

/// Takes `[@s01]` for a link, which it is not.
fn citation(link: &BrokenLink<'_>) -> Option<(CowStr<'static>, CowStr<'static>)> {
    link.reference.starts_with('@').then(|| (CowStr::from(link.reference.to_string()), CowStr::from("")))
}

/// Returns the bytes of what is plain text, outside links and citations; what lies together is one piece.
pub fn plain(text: &str) -> Vec<Range<usize>> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut links = 0;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::End(TagEnd::Link) => links -= 1,
            Event::Text(_) if links == 0 => match pieces.last_mut() {
                Some(last) if last.end == range.start => last.end = range.end,
                _ => pieces.push(range),
            },
            _ => {}
        }
    }
    pieces
}

/// Returns every source that a text cites, with the bytes of its id.
pub fn citations(blocks: &[Block]) -> Vec<(String, Range<usize>)> {
    fn inlines(items: &[Inline], out: &mut Vec<(String, Range<usize>)>) {
        for item in items {
            match item {
                Inline::Text(_) => {}
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => inlines(inner, out),
                Inline::Cite(sources) => out.extend(sources.iter().cloned()),
            }
        }
    }
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(items) => inlines(items, &mut out),
            Block::List { items, .. } => items.iter().for_each(|item| out.extend(citations(item))),
        }
    }
    out
}

struct Reader<'a, I> {
    events: I,
    unsupported: Vec<Unsupported>,
    text: &'a str,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Reader<'a, I> {
    /// Reads blocks up to the end of the enclosing element. Loose text of a tight list becomes a paragraph.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.inlines())),
                Event::Start(Tag::List(first)) => Some(self.list(first.is_some())),
                other => {
                    self.inline(other, range, &mut loose);
                    continue;
                }
            };
            flush(&mut loose, &mut blocks);
            blocks.extend(block);
        }
        flush(&mut loose, &mut blocks);
        blocks
    }

    fn list(&mut self, ordered: bool) -> Block {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks()),
                _ => break,
            }
        }
        Block::List { ordered, items }
    }

    fn inlines(&mut self) -> Vec<Inline> {
        let mut out = Vec::new();
        while let Some((event, range)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, range, &mut out);
        }
        out
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => push_text(out, &text),
            Event::SoftBreak | Event::HardBreak => push_text(out, " "),
            Event::Start(Tag::Emphasis) => out.push(Inline::Emphasis(self.inlines())),
            Event::Start(Tag::Strong) => out.push(Inline::Strong(self.inlines())),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let inner = self.inlines();
                let cited = matches!(link_type, LinkType::ShortcutUnknown) && dest_url.starts_with('@');
                out.push(if cited { self.cite(range) } else { Inline::Link(dest_url.into_string(), inner) });
            }
            other => self.refuse(&other, range),
        }
    }

    /// Reads `[@s01; @s02]` at its bytes.
    fn cite(&self, range: Range<usize>) -> Inline {
        let start = range.start + 1;
        let inside = &self.text[start..range.end.saturating_sub(1).max(start)];
        let mut sources = Vec::new();
        let mut at = start;
        for piece in inside.split([';', ' ', ',']) {
            if let Some(id) = piece.strip_prefix('@') {
                sources.push((id.to_owned(), at + 1..at + piece.len()));
            } else if !piece.is_empty() {
                sources.push((piece.to_owned(), at..at + piece.len()));
            }
            at += piece.len() + 1;
        }
        Inline::Cite(sources)
    }

    fn refuse(&mut self, event: &Event<'_>, range: Range<usize>) {
        let what = match event {
            Event::Start(Tag::Heading { .. }) => Feature::Heading,
            Event::Start(Tag::Image { .. }) => Feature::Picture,
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => Feature::Code,
            Event::Start(Tag::BlockQuote(_)) => Feature::Quotation,
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => Feature::Html,
            Event::Rule => Feature::Line,
            _ => Feature::Other,
        };
        self.unsupported.push((what, range));
        if let Event::Start(_) = event {
            self.skip();
        }
    }

    /// Skips to the end of the element whose start was just read.
    fn skip(&mut self) {
        let mut depth = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(loose)));
    }
}

fn push_text(out: &mut Vec<Inline>, text: &str) {
    match out.last_mut() {
        Some(Inline::Text(before)) => before.push_str(text),
        _ => out.push(Inline::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parse_reads_paragraphs_lists_and_citations() {
        let (blocks, bad) = parse("One *two* [@s01; @s02].\n\n- a\n- b [x](https://example.org)\n");
        assert!(bad.is_empty());
        let Block::Paragraph(first) = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(first[3], Inline::Cite(vec![("s01".into(), 12..15), ("s02".into(), 18..21)]));
        let Block::List { ordered: false, items } = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(items[0], [Block::Paragraph(vec![Inline::Text("a".into())])]);
        assert_eq!(citations(&blocks).len(), 2);
    }

    #[test]
    fn parse_names_what_it_does_not_have_and_goes_on() {
        let (blocks, bad) = parse("# Head\n\n`code` text <b>x</b>\n\n> quote\n");
        let named: Vec<_> = bad.iter().map(|(what, _)| *what).collect();
        assert_eq!(named, [Feature::Heading, Feature::Code, Feature::Html, Feature::Html, Feature::Quotation]);
        assert_eq!(blocks, [Block::Paragraph(vec![Inline::Text(" text x".into())])]);
    }

    #[test]
    fn parse_keeps_plain_brackets() {
        let (blocks, bad) = parse("a [b] c");
        assert!(bad.is_empty());
        assert_eq!(blocks, [Block::Paragraph(vec![Inline::Text("a [b] c".into())])]);
    }
}
