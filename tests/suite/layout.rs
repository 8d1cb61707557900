//! The finished pages, read back: no heading and no head of a table stands alone at the foot of a page, and what stands side by side in a
//! chart is told apart in grey as well.
//!
//! `ALL_DOCUMENTS=1 cargo test layout` reads all documents.

use chancery::check::{Checked, check};
use chancery::driver::{self, BuildRequest, Views};
use chancery::load::{Workspace, load};
use chancery::render::{RenderJob, Renderer};
use chancery::select::Job;
use hayro::vello_cpu::kurbo::Rect;

use crate::fixture::text_layer::{Layer, Line, layers};
use crate::fixture::{Fixture, repository};

/// Every so manieth document of a report is read.
const EVERY: usize = 23;

/// The sizes of type, in points: of headings at least, of tables at least, of the numbers of notes at most.
const HEADING: f64 = 10.9;
const TABLE: f64 = 8.6;
const NUMBER: f64 = 7.0;
/// The size of running text.
const BODY: f64 = 10.5;

/// Points above the foot of the paper from which on the head of the page stands.
const HEAD: f64 = 795.0;

/// Points above the foot of the paper within which the foot of the page stands.
const FOOT: f64 = 50.0;

/// Points between baselines of two rows of a table; lines of one row stand closer.
const ROW: f64 = 11.2;

/// The least contrast in grey between what stands side by side, where 1 is none.
const CONTRAST: f64 = 1.3;

fn each_document(work: &mut dyn FnMut(&str, &[Layer])) {
    let fixture = Fixture::with_agenda();
    let checked = check(load(Workspace { root: fixture.path("") })).checked().expect("the shipped records are sound");
    let renderer = Renderer::open(&checked.workspace.templates(), &checked.workspace.fonts());
    let every = if std::env::var_os("ALL_DOCUMENTS").is_some() { 1 } else { EVERY };
    for report in checked.reports.iter().filter(|report| report.build) {
        let wanted = BuildRequest { report: report.name.clone(), ..BuildRequest::default() };
        let views = Views::new(&checked, &wanted).expect("an edition");
        let jobs = driver::plan(&views, &wanted).expect("a report");
        for job in jobs.iter().step_by(every) {
            work(&job.name(), &made(&checked, job, &renderer));
        }
    }
}

fn made(_: &Checked, job: &Job<'_>, renderer: &Renderer) -> Vec<Layer> {
    let page = driver::page(job).expect("a page");
    let entry = format!("{}/{}", job.report.name, job.report.template);
    let made = renderer.render(&RenderJob::new(&page, &entry)).unwrap_or_else(|faults| panic!("{faults:#?}"));
    Renderer::evict_caches();
    layers(made.pdf)
}

/// Returns whether a line is a heading: nothing else is set as large.
fn is_heading(line: &Line) -> bool {
    line.size >= HEADING && line.y > FOOT
}

/// Returns whether a line is none of the body: a number of a note, which begins the notes, or the foot of the page.
fn ends_the_body(line: &Line) -> bool {
    let is_number = line.size < NUMBER && line.text.trim().chars().all(|letter| letter.is_ascii_digit());
    is_number || line.y <= FOOT
}

/// Returns the words of a heading after which the body of the page ends.
fn lonely(page: &Layer) -> Option<String> {
    let last = page.lines.iter().rposition(is_heading)?;
    let after = page.lines[last + 1..].iter().find(|line| !line.text.trim().is_empty());
    after.is_none_or(ends_the_body).then(|| page.lines[last].text.clone())
}

/// Returns the baselines of the body of a page, the lowest first, with the words that stand on each.
fn rows(page: &Layer) -> Vec<(f64, String)> {
    let mut lines: Vec<&Line> = page.lines.iter().filter(|line| line.y > FOOT && line.size >= TABLE).collect();
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<(f64, String)> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some((y, words)) if (*y - line.y).abs() < 0.5 => *words = format!("{words}|{}", line.text.trim()),
            _ => rows.push((line.y, line.text.trim().to_owned())),
        }
    }
    rows
}

/// Returns the head of a table that stands at the foot of a page with one row or none: where the table goes on, it begins the next page as
/// well.
fn headless(page: &Layer, next: &Layer) -> Option<String> {
    let (here, there) = (rows(page), rows(next));
    let (_, first) = there.last()?;
    let at = here.iter().position(|(_, words)| words == first)?;
    // Between the lines of a row is less room than between rows.
    let parted = here[..=at].windows(2).filter(|pair| pair[1].0 - pair[0].0 > ROW).count();
    (parted < 2).then(|| first.clone())
}

#[test]
fn no_head_stands_alone_at_the_foot_of_a_page() {
    let mut found = Vec::new();
    each_document(&mut |name, pages| {
        for (at, pair) in pages.windows(2).enumerate() {
            let heads = lonely(&pair[0]).into_iter().chain(headless(&pair[0], &pair[1]));
            found.extend(heads.map(|head| format!("{name}, page {}: “{head}”", at + 1)));
        }
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// Returns the lines of running text of a page from its head on; the head of the page stands above.
fn running(page: &Layer) -> Vec<&Line> {
    let is_text = |line: &&Line| (line.size - BODY).abs() < 0.1 && line.y > FOOT && !line.text.trim().is_empty();
    let mut lines: Vec<&Line> = page.lines.iter().filter(is_text).collect();
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    lines.dedup_by(|a, b| (a.y - b.y).abs() < 0.5);
    lines
}

/// Returns a line of a paragraph that stands alone on one of two pages: its first at the foot of the one, or its last at the head of the other.
fn widow(page: &Layer, next: &Layer) -> Option<String> {
    let (before, after) = (running(page), running(next));
    let (last, first) = (before.last()?, after.first()?);
    let goes_on = first.text.trim().starts_with(char::is_lowercase)
        && next.lines.iter().all(|line| line.y < first.y + 1.0 || line.y > HEAD);
    let parted = |a: &Line, b: Option<&&Line>| b.is_none_or(|b| (a.y - b.y).abs() > 1.9 * BODY);
    let alone_above = parted(last, before.iter().rev().nth(1));
    let alone_below = parted(first, after.get(1));
    (goes_on && (alone_above || alone_below)).then(|| format!("{} | {}", last.text.trim(), first.text.trim()))
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    let (mut found, mut pairs) = (Vec::new(), 0);
    each_document(&mut |name, pages| {
        for (at, pair) in pages.windows(2).enumerate() {
            pairs += usize::from(!running(&pair[0]).is_empty() && !running(&pair[1]).is_empty());
            found.extend(widow(&pair[0], &pair[1]).map(|line| format!("{name}, page {}: “{line}”", at + 1)));
        }
    });
    assert!(pairs > 2, "text goes on over pages: {pairs}");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_lone_line_would_be_found() {
    let line = |y: f64, text: &str| Line { y, size: BODY, text: text.to_owned() };
    let page = |lines: &[(f64, &str)]| Layer {
        lines: lines.iter().map(|(y, text)| line(*y, text)).collect(),
        fills: Vec::new(),
    };
    let foot = page(&[(120.0, "The plan was"), (105.0, "adopted by the States")]);
    assert_eq!(
        widow(&foot, &page(&[(780.0, "of Central Asia."), (750.0, "It was updated.")])).as_deref(),
        Some("adopted by the States | of Central Asia.")
    );
    assert_eq!(widow(&foot, &page(&[(780.0, "of Central Asia and"), (765.0, "beyond it.")])), None);
    assert!(
        widow(
            &page(&[(140.0, "Before."), (105.0, "The plan was")]),
            &page(&[(780.0, "adopted by"), (765.0, "the States.")])
        )
        .is_some()
    );
    assert_eq!(widow(&foot, &page(&[(780.0, "Another paragraph."), (750.0, "And another.")])), None);
}

#[test]
fn a_lonely_head_would_be_found() {
    let line = |y: f64, size: f64, text: &str| Line { y, size, text: text.to_owned() };
    let page = |lines: Vec<Line>| Layer { lines, fills: Vec::new() };
    let head = || line(100.0, 11.0, "Next steps");
    let note = || vec![line(80.0, 5.0, "7"), line(78.0, 8.0, "A source"), line(20.0, 8.0, "1 / 2")];
    assert_eq!(lonely(&page([vec![head()], note()].concat())).as_deref(), Some("Next steps"));
    assert_eq!(lonely(&page([vec![head(), line(90.0, 8.0, "A source in a list")], note()].concat())), None);
    let cells = |y: f64| vec![line(y, 9.0, "Date"), line(y, 9.0, "Event")];
    let next = page([cells(700.0), vec![line(690.0, 9.0, "2011")]].concat());
    assert_eq!(headless(&page(cells(60.0)), &next).as_deref(), Some("Date|Event"));
    let row = |y: f64| vec![line(y, 9.0, "2010"), line(y, 9.0, "A meeting")];
    let (first, second) = (row(82.0), vec![line(71.0, 9.0, "of several lines")]);
    let one = page([cells(100.0), first.clone(), second.clone()].concat());
    assert_eq!(headless(&one, &next).as_deref(), Some("Date|Event"), "one row, of two lines");
    assert_eq!(headless(&page([cells(100.0), first, second, row(53.0)].concat()), &next), None);
}

/// Returns how bright a colour is in grey, between 0 and 1: the relative luminance of WCAG 2.
fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// Returns the colours of the series of charts, as the design system names them.
fn series() -> Vec<[u8; 3]> {
    let system = std::fs::read_to_string(repository().join("templates/house/system.typ")).expect("the design system");
    let (_, from) = system.split_once("#let series").expect("the series");
    let (series, _) = from.split_once("\n)\n").expect("their end");
    let parts = |hex: &str| [0, 2, 4].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour"));
    series.split("rgb(\"#").skip(1).map(parts).collect()
}

/// Returns whether two shapes share a part of an edge.
fn touch(a: &Rect, b: &Rect) -> bool {
    let apart = |from: f64, to: f64| from - to;
    let overlap = |a: (f64, f64), b: (f64, f64)| a.1.min(b.1) - a.0.max(b.0);
    let across = overlap((a.x0, a.x1), (b.x0, b.x1));
    let along = overlap((a.y0, a.y1), (b.y0, b.y1));
    let beside = apart(a.y0, b.y1).abs() < 0.3 || apart(b.y0, a.y1).abs() < 0.3;
    across > 2.0 && beside && along < 0.3
}

#[test]
fn what_is_stacked_in_a_chart_is_told_apart_in_grey() {
    let (mut compared, mut found) = (0, Vec::new());
    let series = series();
    assert!(series.len() >= 3, "{series:?}");
    each_document(&mut |name, pages| {
        for (at, page) in pages.iter().enumerate() {
            let bars: Vec<&(Rect, [u8; 3])> =
                page.fills.iter().filter(|(rect, colour)| rect.area() > 4.0 && series.contains(colour)).collect();
            for (place, (rect, colour)) in bars.iter().enumerate() {
                for (other, second) in
                    bars[..place].iter().filter(|(other, second)| touch(rect, other) && second != colour)
                {
                    compared += 1;
                    let contrast = contrast(*colour, *second);
                    if contrast < CONTRAST {
                        found.push(format!(
                            "{name}, page {}: {colour:?} on {second:?}, {contrast:.2}, {other:?}",
                            at + 1
                        ));
                    }
                }
            }
        }
    });
    assert!(compared > 20, "charts were read: {compared}");
    assert!(found.is_empty(), "{found:#?}");
}
