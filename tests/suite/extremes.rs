//! Every report with records of the extremes: nothing but what must be there, names of four hundred letters, words wider than a column,
//! five hundred of everything. A document is made, or refused because a text does not fit its place; nothing else may happen.

use std::sync::{Arc, Mutex, PoisonError};

use chancery::check::{Checked, check};
use chancery::diag::{Diagnostic, DiagnosticText, Locale};
use chancery::driver::{self, BuildRequest, Views};
use chancery::load::{Workspace, load};
use chancery::page::Page;
use chancery::record::{Entry, Language, Node, Record, Records, Scalar, Value};
use chancery::render::{RenderFault, RenderJob, Renderer};
use chancery::schema::{Object, Shape};
use serde_json::Value as Json;

use crate::fixture::repository;

/// Kinds whose words the house itself prints, and claims, which hold the values of other records.
const OF_THE_HOUSE: &[&str] = &["term", "marking-scheme", "claim"];

/// So many records stand in each set where there are many.
const MANY: usize = 500;

/// Sets that charts and strips stand over, and those of texts; so are all that [`TEXTS`] begins.
const STAYS: &[&str] = &["milestones", "states", "pillars", "organizations", "phases", "pillar-texts"];

/// What the name of a set begins with that has the texts of one slot.
const TEXTS: &str = "texts-";

fn shipped() -> Checked {
    let result = check(load(Workspace { root: repository() }));
    result.checked().expect("the shipped records are sound")
}

/// Returns the workspace with every record changed.
fn changed(change: &dyn Fn(&mut Node, &Object)) -> Checked {
    let mut checked = shipped();
    let schemas = Arc::clone(&checked.store.schemas);
    let mut records: Vec<Record> = checked.store.records.iter().cloned().collect();
    for record in records.iter_mut().filter(|record| !OF_THE_HOUSE.contains(&record.kind.as_str())) {
        change(&mut record.root, &schemas.get(&record.kind).expect("a kind").object);
    }
    checked.store = Arc::new(checked.store.with(Records::new(records)));
    checked
}

/// Takes away every field that is not required, on every level.
fn strip(node: &mut Node, object: &Object) {
    let Value::Map(entries) = &mut node.value else { return };
    entries.retain(|entry| object.required.iter().any(|name| *name == *entry.key));
    for entry in entries {
        if let Some(field) = object.fields.get(&*entry.key) {
            each_object(&mut entry.value, &field.shape, &mut strip);
        }
    }
}

fn each_object(node: &mut Node, shape: &Shape, work: &mut dyn FnMut(&mut Node, &Object)) {
    match (&mut node.value, shape.inner()) {
        (Value::List(items), Shape::List { items: inner, .. }) => {
            items.iter_mut().for_each(|item| each_object(item, inner, work));
        }
        (Value::Map(_), Shape::Object(object)) => work(node, object),
        _ => {}
    }
}

/// Writes one text instead of every short text per language; long texts get it in a sentence.
fn write(node: &mut Node, object: &Object, text: &str) {
    let Value::Map(entries) = &mut node.value else { return };
    for entry in entries {
        if let Some(field) = object.fields.get(&*entry.key) {
            write_value(&mut entry.value, &field.shape, text);
        }
    }
}

fn write_value(node: &mut Node, shape: &Shape, text: &str) {
    match (&mut node.value, shape.inner()) {
        (Value::Map(entries), Shape::Localized { .. }) if entries.iter().all(|entry| &*entry.key != "claim") => {
            let all = |entry: &mut Entry| entry.value.value = Value::Scalar(Scalar { text: text.into(), plain: false });
            entries.iter_mut().for_each(all);
        }
        (Value::List(items), Shape::List { items: inner, .. }) => {
            items.iter_mut().for_each(|item| write_value(item, inner, text));
        }
        (Value::Map(_), Shape::Object(object)) => write(node, object, text),
        _ => {}
    }
}

/// Returns pages of every report: of one subject of each kind, and of the document where there is but one.
fn pages(checked: &Checked) -> Vec<Page> {
    let (mut pages, mut failed) = (Vec::new(), Vec::new());
    for report in &checked.reports {
        let (name, languages) = (report.name.clone(), vec![Language::Ru]);
        let wanted = BuildRequest { report: name, languages, ..BuildRequest::default() };
        let views = Views::new(checked, &wanted).expect("an edition");
        let jobs = match driver::plan(&views, &wanted) {
            Ok(jobs) => jobs,
            Err(error) => {
                failed.push(format!("{}: {error:?}", report.name));
                continue;
            }
        };
        let mut kinds: Vec<&str> = Vec::new();
        for job in &jobs {
            let kind = job.subject.map_or("", |subject| subject.kind.as_str());
            if !kinds.contains(&kind) {
                kinds.push(kind);
                match driver::page(job) {
                    Ok(page) => pages.push(page),
                    Err(faults) => {
                        let told = faults.iter().map(|fault| format!("{}: {}", job.name(), why(fault)));
                        failed.extend(told);
                    }
                }
            }
        }
    }
    failed.sort();
    failed.dedup();
    assert!(failed.is_empty(), "filters give no answer:\n{}", failed.join("\n"));
    pages
}

/// Returns what a fault says.
fn why(fault: &Diagnostic) -> String {
    match &fault.words {
        DiagnosticText::Register(code, values) => code.sentence.format(values, Locale::En),
        DiagnosticText::Rule { code, .. } => code.clone(),
    }
}

/// One at a time: what is made here is large.
static TURN: Mutex<()> = Mutex::new(());

/// Makes the documents; returns what is wrong besides texts that do not fit, and how many were refused for those.
fn made(checked: &Checked, pages: &[Page]) -> (Vec<String>, usize) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let renderer = Renderer::open(&checked.workspace.templates(), &checked.workspace.fonts());
    let (mut wrong, mut refused) = (Vec::new(), 0);
    for page in pages {
        let report = checked.reports.iter().find(|report| report.name == page.document.report).expect("a report");
        let faults = renderer.render(&RenderJob::new(page, &format!("{}/{}", report.name, report.template))).err();
        (0..100).for_each(|_| Renderer::evict_caches());
        let faults = faults.unwrap_or_default();
        refused += usize::from(!faults.is_empty());
        for fault in faults {
            if let RenderFault::Template(fault) = fault {
                let name = page.document.file_name.as_str();
                wrong.push(format!("{name}: {}:{:?} {:?}", fault.path, fault.range, fault.reason));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    (wrong, refused)
}

#[test]
fn records_with_nothing_but_what_they_need_are_printed() {
    let checked = changed(&strip);
    let pages = pages(&checked);
    assert!(pages.len() >= checked.reports.len() - 2, "nearly every report is made of something: {}", pages.len());
    let (wrong, refused) = made(&checked, &pages);
    assert!(wrong.is_empty() && refused == 0, "{refused} refused\n{}", wrong.join("\n"));
}

#[test]
fn names_of_four_hundred_letters_are_printed_or_refused() {
    let long = "название ".repeat(45);
    let checked = changed(&|node, object| write(node, object, long.trim()));
    let pages = pages(&checked);
    let (wrong, refused) = made(&checked, &pages);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused < pages.len() / 2, "most have room for them: {refused} of {} are refused", pages.len());
}

#[test]
fn words_wider_than_a_column_are_printed_or_refused() {
    let checked = changed(&|node, object| write(node, object, &"щ".repeat(70)));
    let (wrong, _) = made(&checked, &pages(&checked));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signs_that_mean_something_to_typst_and_markdown_are_printed_as_signs() {
    // Long texts are Markdown: there a backslash takes the meaning of a sign.
    for signs in
        [r"\# \$ \* \_ \` \< \> \@ \[ \] ~ ^", r"\{ \} \\ // /\* \*/ = == + - -- ---", r"‘’ “” «» § № &amp; % ..."]
    {
        let checked = changed(&|node, object| write(node, object, signs));
        let (wrong, refused) = made(&checked, &pages(&checked));
        assert!(wrong.is_empty() && refused == 0, "{signs}: {refused} refused\n{}", wrong.join("\n"));
    }
}

#[test]
fn five_hundred_of_everything_are_printed() {
    let checked = shipped();
    let mut pages = pages(&checked);
    // A strip of time and a sheet of one page have room for few by their nature, and say so by being refused.
    pages.retain(|page| page.document.report != "fact-sheet");
    for page in &mut pages {
        let sets = page.data["sets"].as_object_mut().into_iter().flatten();
        // What charts and strips stand over, and what has one line each, stays.
        let registers = sets.filter(|(name, _)| !STAYS.contains(&name.as_str()) && !name.starts_with(TEXTS));
        let longest = registers.filter_map(|(_, set)| set.as_array_mut()).max_by_key(|records| records.len());
        if let Some(records) = longest.filter(|records| !records.is_empty()) {
            let own: Vec<Json> = records.clone();
            *records = own.into_iter().cycle().take(MANY).collect();
        }
    }
    let (wrong, refused) = made(&checked, &pages);
    assert!(wrong.is_empty() && refused == 0, "{refused} refused\n{}", wrong.join("\n"));
}
