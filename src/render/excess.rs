//! How much longer the body of a document is than it may be: in lines, and which of its sections have the most.

use serde::{Deserialize, Serialize};
use typst::foundations::NativeElement;
use typst::introspection::Introspector;
use typst::model::HeadingElem;
use typst_layout::PagedDocument;

use super::fit;

/// What is too much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excess {
    /// The lines on the pages over the limit; cells of a table that stand beside each other are one.
    pub lines: usize,
    /// The longest sections of the body with their lines, the longest first.
    pub sections: Vec<(String, usize)>,
}

/// So many sections are named.
const SECTIONS: usize = 3;

/// A place on the pages of a document: the number of the page, and tenths of points from its upper edge.
type Place = (usize, i64);

/// Returns what is too much; nothing where the body has no more pages than it may have.
pub fn excess(document: &PagedDocument, limit: Option<usize>, body_pages: usize) -> Option<Excess> {
    let limit = limit.filter(|limit| body_pages > *limit)?;
    let lines = lines(document, body_pages);
    let over = lines.iter().filter(|(page, _)| *page > limit).count();
    let heads: Vec<(Place, String)> = heads(document);
    let mut sections: Vec<(String, usize)> = Vec::new();
    for line in lines {
        let Some((_, title)) = heads.iter().rfind(|(place, _)| *place <= line) else { continue };
        match sections.iter_mut().find(|(other, _)| other == title) {
            Some((_, number)) => *number += 1,
            None => sections.push((title.clone(), 1)),
        }
    }
    sections.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    sections.truncate(SECTIONS);
    Some(Excess { lines: over, sections })
}

/// Returns the lines of the body in their order. What stands at one height on every page is head and foot.
fn lines(document: &PagedDocument, body_pages: usize) -> Vec<Place> {
    let pages: Vec<Vec<i64>> = document.pages().iter().take(body_pages).map(fit::baselines).collect();
    let is_everywhere = |line: &i64| pages.len() > 1 && pages.iter().all(|page| page.contains(line));
    let of_page = |(at, page): (usize, &Vec<i64>)| {
        page.iter().filter(|line| !is_everywhere(line)).map(|line| (at + 1, *line)).collect::<Vec<_>>()
    };
    pages.iter().enumerate().flat_map(of_page).collect()
}

/// Returns the headings with the places at which they begin.
fn heads(document: &PagedDocument) -> Vec<(Place, String)> {
    let introspector = document.introspector();
    let found = introspector.query(&HeadingElem::ELEM.select());
    let head = |content: &typst::foundations::Content| {
        let position = introspector.position(content.location()?)?;
        let body = &content.to_packed::<HeadingElem>()?.body;
        Some(((position.page.get(), tenths(position.point.y.to_pt())), body.plain_text().to_string()))
    };
    found.iter().filter_map(head).collect()
}

/// Returns points as tenths of points.
fn tenths(points: f64) -> i64 {
    (points * 10.0).round() as i64
}
