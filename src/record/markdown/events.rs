//! What a text is made of, as the library reads it: the one place that says which Markdown is read.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

/// The sign before the name of a footnote.
pub const FOOTNOTE: char = '^';

/// Returns the parts of a text in their order, with bytes, and the addresses that stand apart from their links.
///
/// Tables and boxes to tick are read so that they can be refused: taken for text, they would be printed as bars and brackets.
pub fn events(text: &str) -> (impl Iterator<Item = (Event<'_>, Range<usize>)>, Vec<Range<usize>>) {
    let citation = |link: BrokenLink<'_>| citation(&link);
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let parser = Parser::new_with_broken_link_callback(text, options, Some(citation));
    let mut apart: Vec<Range<usize>> = parser.reference_definitions().iter().map(|(_, def)| def.span.clone()).collect();
    apart.sort_by_key(|range| range.start);
    (parser.into_offset_iter(), apart)
}

/// Takes `[@s01]` and `[^1]` for links, which they are not.
fn citation(link: &BrokenLink<'_>) -> Option<(CowStr<'static>, CowStr<'static>)> {
    let known = link.reference.starts_with(['@', FOOTNOTE]);
    known.then(|| (CowStr::from(link.reference.to_string()), CowStr::from("")))
}

/// Returns the bytes of what is plain text, outside links and citations; what lies together is one piece.
pub fn plain(text: &str) -> Vec<Range<usize>> {
    if text.len() > super::LONGEST {
        return Vec::new();
    }
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut links = 0;
    for (event, range) in events(text).0 {
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
