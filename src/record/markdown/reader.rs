//! Events of the library → the tree. Each event has its answer here: none is passed over.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::events::{FOOTNOTE, events, plain};
use super::lists::List;
use super::refused::{Construct, Refused, instead};
use super::{Block, Inline};
use crate::record::link;

/// Lists and emphasis within each other are printed down to here.
const DEEPEST: usize = 8;

/// Reads a text that is short enough.
pub fn read(text: &str) -> (Vec<Block>, Vec<Refused>) {
    let (events, apart) = events(text);
    let mut reader = Reader { events, refused: Vec::new(), text, depth: 0 };
    let blocks = reader.blocks();
    let mut refused = reader.refused;
    refused.extend(apart.into_iter().map(|range| {
        let footnote = text[range.clone()].trim_start().starts_with("[^");
        Refused::new(if footnote { Construct::Footnote } else { Construct::AddressApart }, range)
    }));
    refused.extend(broken_links(text));
    refused.sort_by_key(|refused| refused.range.start);
    (blocks, refused)
}

/// Finds what was meant as a link and is printed as brackets.
fn broken_links(text: &str) -> Vec<Refused> {
    if !text.contains("](") && !text.contains("] (") {
        return Vec::new();
    }
    let link = |piece: Range<usize>| {
        let inner = &text[piece.clone()];
        let meant = |at: usize| !text[..piece.start + at].ends_with('\\');
        let address = |at: usize| ["http", "www.", "mailto:"].iter().any(|start| inner[at + 3..].starts_with(start));
        let apart = || inner.match_indices("] (").map(|(at, _)| at).find(|at| address(*at));
        let at = inner.match_indices("](").map(|(at, _)| at).find(|at| meant(*at)).or_else(apart)?;
        let start = inner[..at].rfind('[').unwrap_or(at);
        let end = inner[at..].find(')').map_or(inner.len(), |end| at + end + 1);
        let written = &inner[start..end];
        let range = piece.start + start..piece.start + end;
        Some(Refused::new(Construct::LinkForm, range).with(instead(&Construct::LinkForm, written)))
    };
    plain(text).into_iter().filter_map(link).collect()
}

struct Reader<'a, I> {
    events: I,
    refused: Vec<Refused>,
    text: &'a str,
    depth: usize,
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
                Event::Start(Tag::List(first)) => self.list(first.is_some(), &range),
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

    fn list(&mut self, ordered: bool, whole: &Range<usize>) -> Option<Block> {
        if !self.descend(whole) {
            return None;
        }
        let mut list = List { text: self.text, ordered, ranges: Vec::new(), items: Vec::new() };
        while let Some((Event::Start(Tag::Item), range)) = self.events.next() {
            let before = self.refused.len();
            let item = self.blocks();
            if item.is_empty() && self.refused.len() == before {
                self.refuse(Construct::EmptyEntry, &range);
            }
            list.ranges.push(range);
            list.items.push(item);
        }
        self.depth -= 1;
        let (block, refused) = list.finish();
        self.refused.extend(refused);
        Some(block)
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
            Event::Text(text) => {
                if text.contains("~~") {
                    self.refuse(Construct::StruckOut, &range);
                }
                push_text(out, &text);
            }
            Event::SoftBreak => push_text(out, " "),
            Event::HardBreak => out.push(Inline::Break),
            Event::Start(tag) => self.element(tag, range, out),
            Event::Code(_) => self.refuse(Construct::Code, &range),
            Event::Html(_) | Event::InlineHtml(_) => self.refuse(Construct::Html, &range),
            Event::Rule => self.refuse(Construct::Rule, &range),
            Event::TaskListMarker(_) => self.refuse(Construct::Box, &range),
            Event::FootnoteReference(_) => self.refuse(Construct::Footnote, &range),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.refuse(Construct::Other, &range),
            // Whoever reads the start reads to the end.
            Event::End(_) => {}
        }
    }

    fn element(&mut self, tag: Tag<'a>, range: Range<usize>, out: &mut Vec<Inline>) {
        let construct = match tag {
            Tag::Emphasis => return out.extend(self.emphasis(Inline::Emphasis, &range)),
            Tag::Strong => return out.extend(self.emphasis(Inline::Strong, &range)),
            Tag::Link { link_type, dest_url, title, .. } => {
                let link = Link { kind: link_type, address: dest_url, titled: !title.is_empty() };
                return self.link(&link, range, out);
            }
            Tag::Heading { .. } => Construct::Heading,
            Tag::Image { .. } => Construct::Picture,
            Tag::CodeBlock(_) => Construct::Code,
            Tag::BlockQuote(_) => Construct::Quotation,
            Tag::HtmlBlock => Construct::Html,
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => Construct::Table,
            Tag::FootnoteDefinition(_) => Construct::Footnote,
            Tag::Strikethrough => Construct::StruckOut,
            Tag::Paragraph
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => Construct::Other,
        };
        self.refuse(construct, &range);
        self.skip();
    }

    /// Reads emphasis. Stars that touch a figure, or a letter on both sides, are signs of their own: `2*3*4`.
    fn emphasis(&mut self, kind: fn(Vec<Inline>) -> Inline, range: &Range<usize>) -> Option<Inline> {
        if !self.descend(range) {
            return None;
        }
        let sides = [self.text[..range.start].chars().next_back(), self.text[range.end..].chars().next()];
        let within_word = sides.iter().all(|side| side.is_some_and(char::is_alphanumeric));
        if within_word || sides.iter().any(|side| side.is_some_and(char::is_numeric)) {
            self.refuse(Construct::Stars, range);
        }
        let inner = self.inlines();
        self.depth -= 1;
        Some(kind(inner))
    }

    fn link(&mut self, link: &Link<'_>, range: Range<usize>, out: &mut Vec<Inline>) {
        let before = self.refused.len();
        let inner = self.inlines();
        let broken = match link.kind {
            LinkType::ShortcutUnknown if link.address.starts_with('@') => return out.push(self.cite(range)),
            LinkType::ShortcutUnknown if link.address.starts_with(FOOTNOTE) => Some(Construct::Footnote),
            // The address itself is refused where it stands.
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => return out.extend(inner),
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::ShortcutUnknown => {
                Some(Construct::LinkForm)
            }
            LinkType::WikiLink { .. } => Some(Construct::Other),
            LinkType::Inline | LinkType::Autolink | LinkType::Email => None,
        };
        if let Some(construct) = broken {
            return self.refuse(construct, &range);
        }
        if is_blank(&inner) && self.refused.len() == before {
            self.refuse(Construct::Wordless, &range);
        }
        if link.titled {
            self.refuse(Construct::Title, &range);
        }
        let mailbox = matches!(link.kind, LinkType::Email).then(|| format!("mailto:{}", link.address));
        let address = mailbox.as_deref().unwrap_or(&link.address);
        match link::target(address) {
            Some(to) => out.push(Inline::Link(to, inner)),
            None => {
                let part = self.text[range.clone()].rfind(address).filter(|_| !address.is_empty());
                let place = part.map_or(range.clone(), |at| range.start + at..range.start + at + address.len());
                let written = self.text[place.clone()].to_owned();
                let meant = part.and_then(|_| link::meant(address));
                self.refused.push(Refused::new(Construct::Address(written), place).with(meant));
                out.extend(inner);
            }
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

    /// Goes a level down, or refuses to.
    fn descend(&mut self, range: &Range<usize>) -> bool {
        if self.depth < DEEPEST {
            self.depth += 1;
            return true;
        }
        self.refuse(Construct::Depth, range);
        self.skip();
        false
    }

    fn refuse(&mut self, construct: Construct, range: &Range<usize>) {
        let meant = instead(&construct, &self.text[range.clone()]);
        self.refused.push(Refused::new(construct, range.clone()).with(meant));
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

/// A link as the library reads it.
struct Link<'a> {
    kind: LinkType,
    address: CowStr<'a>,
    titled: bool,
}

/// Returns whether nothing of this can be seen.
fn is_blank(items: &[Inline]) -> bool {
    items.iter().all(|item| match item {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => is_blank(inner),
        Inline::Cite(_) => false,
    })
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
