//! Long text: a subset of Markdown, read by a library, handed on as a tree. No string of a record is ever evaluated as Typst.
//!
//! Whatever Markdown has is either in the tree, and so printed, or refused at its bytes: nothing of a text is lost on the way.

pub mod citations;
mod events;
mod lists;
mod reader;
mod refused;

use std::ops::Range;

pub use refused::{Construct, Refused};

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// How its entries are numbered, if they are.
        numbers: Option<Numbers>,
        /// The entries, each a sequence of blocks.
        items: Vec<Vec<Block>>,
    },
}

/// The numbers of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// The number of the first entry.
    pub first: u64,
    /// The sign behind each number.
    pub sign: char,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// The end of a line that is to be kept.
    Break,
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link: where it leads, and its words.
    Link(String, Vec<Inline>),
    /// A citation of sources, by id, with the bytes of each id in the text.
    Cite(Vec<(String, Range<usize>)>),
}

/// A longer text, in bytes, is a book; its tree would take a hundred times as much.
const LONGEST: usize = 1 << 20;

/// Reads a text; returns its blocks and everything that the subset does not have.
pub fn parse(text: &str) -> (Vec<Block>, Vec<Refused>) {
    if text.len() > LONGEST {
        return (Vec::new(), vec![Refused::new(Construct::Length, 0..text.len())]);
    }
    reader::read(text)
}

/// Returns every source that a text cites, with the bytes of its id.
pub fn citations(blocks: &[Block]) -> Vec<(String, Range<usize>)> {
    fn inlines(items: &[Inline], out: &mut Vec<(String, Range<usize>)>) {
        for item in items {
            match item {
                Inline::Text(_) | Inline::Break => {}
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

#[cfg(test)]
mod tests;
