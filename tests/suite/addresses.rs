//! Addresses on paper: what a reader copies is what the record says.

use std::collections::BTreeSet;

use chancery::check::Checked;
use chancery::driver::{self, BuildRequest, Document, Typesetter};
use chancery::load::Workspace;
use chancery::render::Form;
use serde_json::Value as Json;

use crate::fixture::repository;
use crate::fixture::text_layer::{SOFT_HYPHEN, joined, pages};

/// Returns every document of a report with its page data.
fn documents(checked: &Checked, report: &str) -> Vec<(Json, Document)> {
    let typesetter = Typesetter::in_process(&checked.workspace.templates(), &repository().join("fonts"));
    let wanted = BuildRequest { report: report.to_owned(), ..BuildRequest::default() };
    let views = driver::Views::new(checked, &wanted).expect("there is an edition");
    let plan = driver::plan(&views, &wanted).expect("there is such a report");
    let made = driver::make(checked, &typesetter, &plan, &driver::Timings::default(), Form::Pdf, || {})
        .expect("every document can be made");
    let data = plan.iter().map(|job| driver::page(job).expect("a page").data);
    data.zip(made).collect()
}

/// Returns the addresses of the sources that a document lists.
fn addresses(page: &Json) -> BTreeSet<String> {
    let sources = page["sources"].as_object().expect("sources").values();
    sources.filter_map(|source| source["address"]["text"].as_str()).map(str::to_owned).collect()
}

#[test]
fn addresses_and_words_of_capitals_copy_as_they_are_written() {
    let result = chancery::check::check(chancery::load::load(Workspace { root: repository() }));
    let checked = result.checked().expect("the shipped records are sound");
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (page, made) in ["anniversary", "event-brief"].iter().flat_map(|report| documents(&checked, report)) {
        let name = &made.document.file_name;
        let text = pages(made.rendered.pdf).join("\n");
        let whole = joined(&text);
        let wanted = addresses(&page);
        seen += wanted.len();
        faults.extend(wanted.iter().filter(|it| !whole.contains(*it)).map(|it| format!("{name}: {it}")));
        assert!(!text.contains('\u{200b}'), "{name} holds spaces that nobody sees");
        let lines: Vec<&str> = text.lines().collect();
        let parted = lines.windows(2).filter(|pair| {
            let end = pair[0].strip_suffix(SOFT_HYPHEN).and_then(|line| line.chars().last());
            end.is_some_and(char::is_uppercase) && pair[1].starts_with(char::is_uppercase)
        });
        faults.extend(parted.map(|pair| format!("{name}: {} / {}", pair[0], pair[1])));
    }
    assert!(seen > 500, "{seen} addresses");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}
