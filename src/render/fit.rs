//! What was laid out where nobody can read it.
//!
//! The typesetter cuts and says nothing: a word wider than its column runs over its neighbour or over the edge of the paper, and a block
//! that may not break runs over the foot. So the finished pages are walked, and every run of text is asked two things:
//!
//! * Is it inside? To the left and right the text area counts, which a template shows by the label `text-area` on a block as wide as it;
//!   the paper counts where no block says so, and above and below, where head and foot stand outside of the text area.
//! * Does another run cover it? What leaves its column or cell does no harm until it meets something, and then both are lost. A run is
//!   taken from its baseline to the height of small letters: lines that are set closely, and marks above a line, do not meet.
//!
//! Shapes carry no words and are not asked. The walk costs a few hundredths of a render.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use typst::foundations::Label;
use typst::layout::{Frame, FrameItem, Point, Rect, Transform};
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst_layout::{Page as LaidOut, PagedDocument};

use crate::page::texts;

/// The label of a block as wide as the text area.
const TEXT_AREA: &str = "text-area";

/// Points by which punctuation may hang over the side of a text.
const HANGING: f64 = 4.0;

/// Points by which a run may lean over the next one.
const LEANING: f64 = 1.0;

/// The height of small letters, as a part of the size of the type.
const SMALL_LETTERS: f64 = 0.45;

/// More of them in one document than anybody reads at once.
const MOST: usize = 20;

/// A text that does not fit its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misfit {
    /// The page, counted from 1.
    pub page: usize,
    /// The words, as far as they stand in one line.
    pub text: String,
    /// The record that says it, where the page data report.
    pub record: Option<String>,
}

/// Returns the texts of a document that do not fit their places, each record and each page once. The page data are read only where there
/// are any.
pub fn misfits(document: &PagedDocument, data: &str) -> Vec<Misfit> {
    let pages: Vec<_> = document.pages().iter().map(of_page).collect();
    if pages.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let page = &serde_json::from_str(data).unwrap_or_default();
    let mut found: Vec<Misfit> = Vec::new();
    for (at, texts) in pages.into_iter().enumerate() {
        for (text, other) in texts {
            // Of two texts that lie on each other the one that a record says is reported: head and foot can do nothing about it.
            let (text, record) = match (owner(page, &text), other.map(|other| (owner(page, &other), other))) {
                (None, Some((Some(record), other))) => (other, Some(record)),
                (record, _) => (text, record),
            };
            let same = |other: &Misfit| other.record == record && (record.is_some() || other.page == at + 1);
            if found.len() < MOST && !found.iter().any(same) {
                found.push(Misfit { page: at + 1, text, record });
            }
        }
    }
    found
}

/// Returns the record that says a text.
fn owner(page: &Json, text: &str) -> Option<String> {
    let mut said = texts(page).into_iter().filter(|(_, whole)| whole.contains(text));
    said.find_map(|(record, _)| record).map(str::to_owned)
}

/// A run of text and the points that it covers.
struct Run<'a> {
    item: &'a TextItem,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// The runs of a page, and the sides of its text area.
struct Walk<'a> {
    label: Option<Label>,
    runs: Vec<Run<'a>>,
    area: Option<(f64, f64)>,
}

/// Returns the heights of the lines of a page from its upper edge, in tenths of points, each once.
pub fn baselines(page: &LaidOut) -> Vec<i64> {
    let mut walk = Walk { label: None, runs: Vec::new(), area: None };
    walk.frame(&page.frame, Transform::identity());
    let mut lines: Vec<i64> = walk.runs.iter().map(|run| (run.bottom * 10.0).round() as i64).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Returns the words of a page, each run in a line of its own. A word that was broken at the end of a line is in two.
pub fn words(page: &LaidOut) -> String {
    let mut walk = Walk { label: None, runs: Vec::new(), area: None };
    walk.frame(&page.frame, Transform::identity());
    walk.runs.iter().map(Run::words).collect::<Vec<_>>().join("\n")
}

/// Returns what stands outside on a page, and what lies on something, with what it lies on.
fn of_page(page: &LaidOut) -> Vec<(String, Option<String>)> {
    let mut walk = Walk { label: Label::new(PicoStr::intern(TEXT_AREA)), runs: Vec::new(), area: None };
    walk.frame(&page.frame, Transform::identity());
    let Walk { mut runs, area, .. } = walk;
    let (left, right) = area.unwrap_or((0.0, page.frame.width().to_pt()));
    let height = page.frame.height().to_pt();
    let outside = runs.iter().filter_map(|run| {
        let aside = run.left < left - HANGING || run.right > right + HANGING;
        let beyond = run.top < 0.0 || run.bottom > height;
        (aside || beyond).then(|| (if beyond { run.words() } else { run.word_beyond(right + HANGING) }, None))
    });
    let mut found: Vec<_> = outside.collect();
    runs.sort_by(|a, b| a.top.total_cmp(&b.top));
    for (at, run) in runs.iter().enumerate() {
        let near = runs[at + 1..].iter().take_while(|other| other.top < run.bottom);
        found.extend(near.filter(|other| run.covers(other)).map(|other: &Run<'_>| {
            let (first, second) = if run.left <= other.left { (run, other) } else { (other, run) };
            (first.word_beyond(second.left + LEANING), Some(second.words()))
        }));
    }
    found
}

impl<'a> Walk<'a> {
    fn frame(&mut self, frame: &'a Frame, at: Transform) {
        for (position, item) in frame.items() {
            let at = at.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let at = at.pre_concat(group.transform);
                    if group.label.is_some() && group.label == self.label {
                        let area = placed(Rect::from_pos_size(Point::zero(), group.frame.size()), at);
                        self.area = Some((area.min.x.to_pt(), area.max.x.to_pt()));
                    }
                    self.frame(&group.frame, at);
                }
                FrameItem::Text(item) => self.runs.extend(Run::of(item, at)),
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }
}

/// Returns where a rectangle lies on the page.
fn placed(rect: Rect, at: Transform) -> Rect {
    let (a, b) = (rect.min.transform(at), rect.max.transform(at));
    Rect::new(a.min(b), a.max(b))
}

impl<'a> Run<'a> {
    /// Returns the run without the spaces around it, or none where it is nothing else.
    fn of(item: &'a TextItem, at: Transform) -> Option<Self> {
        let seen = |range: std::ops::Range<usize>| !item.text[range].trim().is_empty();
        let first = item.glyphs.iter().position(|glyph| seen(glyph.range()))?;
        let last = item.glyphs.iter().rposition(|glyph| seen(glyph.range()))?;
        let up_to = |end: usize| item.glyphs[..end].iter().map(|glyph| glyph.x_advance.at(item.size)).sum();
        let top = Point::new(up_to(first), item.size * -SMALL_LETTERS);
        let rect = placed(Rect::new(top, Point::with_x(up_to(last + 1))), at);
        Some(Self {
            item,
            left: rect.min.x.to_pt(),
            right: rect.max.x.to_pt(),
            top: rect.min.y.to_pt(),
            bottom: rect.max.y.to_pt(),
        })
    }

    /// Returns whether two runs lie on each other.
    fn covers(&self, other: &Self) -> bool {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        wide > LEANING && high > 0.3 * (self.bottom - self.top).min(other.bottom - other.top)
    }

    fn words(&self) -> String {
        self.item.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{ad}').to_owned()
    }

    /// Returns the word that crosses a line drawn from head to foot, or begins behind it.
    fn word_beyond(&self, line: f64) -> String {
        let mut x = self.left;
        let mut beyond = self.item.glyphs.iter().filter(|glyph| {
            x += glyph.x_advance.at(self.item.size).to_pt();
            x > line
        });
        let Some(start) = beyond.next().map(|glyph| glyph.range().start) else { return self.words() };
        let (before, after) = self.item.text.split_at(start);
        let head = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let tail = after.split(char::is_whitespace).next().unwrap_or_default();
        let word = format!("{head}{tail}").trim_matches('\u{ad}').to_owned();
        if word.is_empty() { self.words() } else { word }
    }
}
