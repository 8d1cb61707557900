//! What a reader with a screen reader gets: the structure of one document of each report, as it is written into the file.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chancery::check::check;
use chancery::driver::{self, BuildRequest, Views};
use chancery::load::{Workspace, load};
use chancery::record::Language;
use chancery::render::{RenderJob, Renderer};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::array::Array;
use hayro::hayro_syntax::object::dict::Dict;
use hayro::hayro_syntax::object::{Name, Object, String as PdfString};

use crate::fixture::{Fixture, reference};

/// An element of the structure.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Element {
    /// What it is, with what is said of it: the scope of the head of a row or column, another language, a description.
    name: String,
    children: Vec<Element>,
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key.as_bytes()).map(|name| name.as_str().to_owned())
}

/// Returns the attributes that tell a reader something.
fn said(dict: &Dict<'_>) -> String {
    let mut said = String::new();
    let scopes = |attributes: &Dict<'_>| name(attributes, "Scope");
    let one = dict.get::<Dict<'_>>(b"A".as_slice()).and_then(|attributes| scopes(&attributes));
    let several = dict.get::<Array<'_>>(b"A".as_slice());
    let several = several.and_then(|all| all.iter::<Dict<'_>>().find_map(|attributes| scopes(&attributes)));
    if let Some(scope) = one.or(several) {
        let _ = write!(said, " of {}", scope.to_lowercase());
    }
    if let Some(language) = dict.get::<PdfString<'_>>(b"Lang".as_slice()) {
        let _ = write!(said, " in {}", String::from_utf8_lossy(language.as_bytes()));
    }
    if dict.contains_key(b"Alt".as_slice()) {
        said.push_str(" described");
    }
    said
}

fn element(dict: &Dict<'_>) -> Option<Element> {
    let name = name(dict, "S")?;
    let mut children = Vec::new();
    let mut take = |object: Object<'_>| {
        if let Object::Dict(child) = object {
            children.extend(element(&child));
        }
    };
    match dict.get::<Object<'_>>(b"K".as_slice()) {
        Some(Object::Array(all)) => all.iter::<Object<'_>>().for_each(&mut take),
        Some(other) => take(other),
        None => {}
    }
    Some(Element { name: name + &said(dict), children })
}

/// Returns the structure of a document, from its root on.
fn structure(bytes: Vec<u8>) -> Element {
    let pdf = Pdf::new(bytes).expect("a PDF");
    let objects = pdf.objects();
    let dictionaries = objects.into_iter().filter_map(|object| match object {
        Object::Dict(dict) => Some(dict),
        _ => None,
    });
    let catalog = dictionaries.into_iter().find(|dict| name(dict, "Type").as_deref() == Some("Catalog"));
    let root = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(b"StructTreeRoot".as_slice())).expect("a structure");
    let children = match root.get::<Object<'_>>(b"K".as_slice()) {
        Some(Object::Array(all)) => all.iter::<Dict<'_>>().filter_map(|dict| element(&dict)).collect(),
        Some(Object::Dict(dict)) => element(&dict).into_iter().collect(),
        _ => Vec::new(),
    };
    Element { name: "Root".to_owned(), children }
}

/// Elements whose words stand in them, with what can stand between the words.
const OF_WORDS: &[&str] =
    &["P", "TH", "TD", "Lbl", "Caption", "H1", "H2", "H3", "H4", "Span", "Link", "Note", "FENote", "TOCI", "Figure"];

/// Writes an element: of those that are built alike the first, so that another record of a kind changes nothing.
fn outline(element: &Element, depth: usize, out: &mut String) {
    let mut seen: Vec<String> = Vec::new();
    for child in &element.children {
        let mut own = String::new();
        let _ = write!(own, "{}{}", "  ".repeat(depth), child.name);
        let kind = child.name.split(' ').next().unwrap_or_default();
        if OF_WORDS.contains(&kind) {
            let mut within = BTreeSet::new();
            names(child, &mut within);
            let within: Vec<&str> = within.into_iter().collect();
            let _ = writeln!(own, "{}{}", if within.is_empty() { "" } else { ": " }, within.join(", "));
        } else {
            own.push('\n');
            outline(child, depth + 1, &mut own);
        }
        if !seen.contains(&own) {
            out.push_str(&own);
            seen.push(own);
        }
    }
}

/// Gathers the names of everything within an element.
fn names<'e>(element: &'e Element, found: &mut BTreeSet<&'e str>) {
    for child in &element.children {
        found.insert(&child.name);
        names(child, found);
    }
}

/// Returns what is wrong with headings, tables and figures.
fn faults(element: &Element, level: &mut u32, found: &mut Vec<String>) {
    let kind = element.name.split(' ').next().unwrap_or_default();
    if let Some(number) = kind.strip_prefix('H').and_then(|number| number.parse::<u32>().ok()) {
        if number > *level + 1 {
            found.push(format!("{kind} follows H{level}"));
        }
        *level = number;
    }
    if kind == "Figure" && !element.name.contains("described") {
        found.push("a figure without a description".to_owned());
    }
    if kind == "TH" && !element.name.contains(" of ") {
        found.push("the head of neither a row nor a column".to_owned());
    }
    if kind == "Table" {
        let rows = |part: &Element| part.children.iter().filter(|row| row.name == "TR").count();
        let parts = |name: &str| element.children.iter().filter(|part| part.name == name).map(rows).sum::<usize>();
        let heads =
            element.children.iter().find(|part| part.name == "TBody").into_iter().flat_map(|body| &body.children);
        let headless = heads.filter(|row| row.children.iter().all(|cell| !cell.name.starts_with("TH"))).count();
        if parts("THead") == 0 && rows(element) == 0 && headless > 0 {
            found.push(format!("a table without heads: {headless} rows"));
        }
    }
    element.children.iter().for_each(|child| faults(child, level, found));
}

#[test]
fn the_structure_of_one_document_of_each_report_is_as_it_was_and_sound() {
    let fixture = Fixture::with_agenda();
    let checked = check(load(Workspace { root: fixture.path("") })).checked().expect("the shipped records are sound");
    let renderer = Renderer::open(&checked.workspace.templates(), &checked.workspace.fonts());
    let mut references = Vec::new();
    let mut found = Vec::new();
    for report in checked.reports.iter().filter(|report| report.build) {
        let languages = vec![Language::Ru];
        let wanted = BuildRequest { report: report.name.clone(), languages, ..BuildRequest::default() };
        let views = Views::new(&checked, &wanted).expect("an edition");
        let jobs = driver::plan(&views, &wanted).expect("a report");
        // The document of which there is the most to say.
        let full = jobs.iter().find(|job| job.subject.is_some_and(|subject| subject.id == "tashkent-conf-2022"));
        let page = driver::page(full.or(jobs.first()).expect("a document")).expect("a page");
        let made = renderer.render(&RenderJob::new(&page, &format!("{}/{}", report.name, report.template)));
        let root = structure(made.expect("a document").pdf);
        let (mut level, mut own, mut out) = (0, Vec::new(), String::new());
        faults(&root, &mut level, &mut own);
        found.extend(own.into_iter().map(|fault| format!("{}: {fault}", report.name)));
        outline(&root, 0, &mut out);
        references.push((format!("structure-{}.txt", report.name), out));
    }
    assert!(found.is_empty(), "{found:#?}");
    let references: Vec<(&str, String)> = references.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    reference::compare_all(&references);
}
