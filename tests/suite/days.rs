//! What a document says of an earlier day is what it would have said then: a workspace from which all later records were deleted gives
//! the same bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use chancery::check::{Checked, check};
use chancery::driver::{self, BuildRequest, Timings, Typesetter, Views};
use chancery::load::{Workspace, load};
use chancery::render::Form;
use chrono::NaiveDate;

use crate::fixture::remover::{Away, remove};
use crate::fixture::repository;

/// Every so manieth subject is looked at; `ALL_DOCUMENTS=1 cargo test days` looks at all.
const EVERY: usize = 9;

/// Returns the page data of documents as of a day, by name.
fn pages(checked: &Checked, day: &str) -> BTreeMap<String, String> {
    let every = if std::env::var_os("ALL_DOCUMENTS").is_some() { 1 } else { EVERY };
    let mut pages = BTreeMap::new();
    for report in &checked.reports {
        let wanted =
            BuildRequest { report: report.name.clone(), as_of: Some(day.to_owned()), ..BuildRequest::default() };
        let views = Views::new(checked, &wanted).expect("a day");
        let jobs = driver::plan(&views, &wanted).expect("a report");
        for job in jobs.chunks(report.languages.len()).step_by(every).flatten() {
            let page = driver::page(job).expect("no filter fails");
            pages.insert(job.name(), page.data.to_string());
        }
    }
    pages
}

/// Returns the bytes of the anniversary and of one brief as of a day.
fn documents(checked: &Checked, day: &str) -> Vec<(String, Vec<u8>)> {
    let typesetter = Typesetter::in_process(&checked.workspace.templates(), &checked.workspace.fonts());
    let mut documents = Vec::new();
    for (report, subjects) in [("anniversary", vec![]), ("event-brief", vec!["hlm-ashgabat-2011".to_owned()])] {
        let as_of = Some(day.to_owned());
        let wanted = BuildRequest { report: report.to_owned(), subjects, as_of, ..BuildRequest::default() };
        let views = Views::new(checked, &wanted).expect("a day");
        let jobs = driver::plan(&views, &wanted).expect("a report");
        let made = driver::make(checked, &typesetter, &jobs, &Timings::default(), Form::Pdf, || {});
        let made = made.unwrap_or_else(|failed| panic!("{day}: {:#?}", failed.diagnostics));
        documents.extend(made.into_iter().map(|made| (made.document.file_name, made.rendered.pdf)));
    }
    documents
}

#[test]
fn an_earlier_day_is_as_if_nothing_later_had_been_recorded() {
    let mut checked =
        check(load(Workspace { root: repository() })).checked().expect("nothing is wrong in the shipped workspace");
    let whole = Arc::clone(&checked.store);
    for day in ["2013-06-30", "2018-01-01", "2021-12-31"] {
        checked.store = Arc::clone(&whole);
        let now = pages(&checked, day);
        let then = documents(&checked, day);
        remove(&mut checked, &Away::LaterThan(day.parse::<NaiveDate>().expect("a day")));
        assert!(checked.store.records.count() + 50 < whole.records.count(), "{day}: much came later");
        let deleted = pages(&checked, day);
        assert!(now.len() > 2 && now.keys().eq(deleted.keys()), "{day}: {:?} {:?}", now.keys(), deleted.keys());
        for (name, page) in &now {
            assert_eq!(page, &deleted[name], "{name} as of {day}");
        }
        let deleted = documents(&checked, day);
        assert!(then == deleted, "the bytes of {day}");
    }
}
