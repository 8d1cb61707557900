//! The register of codes against the program: the wrong example of a code provokes that code and no other, the right one provokes none.

use std::fmt::Write as _;

use chancery::build::{self, Order};
use chancery::diag::codes::{self, Entry, Example};
use chancery::diag::face::{Face, Manner, show};
use chancery::diag::{Diagnostic, Files, Tongue};
use chancery::load::Workspace;
use chancery::render::Studio;

use crate::fixture::{Fixture, reference};

/// What a workspace with one side of an example laid over it is told.
fn told(side: &'static str) -> (Vec<Diagnostic>, Files) {
    let fixture = Fixture::foreign_records();
    Example::write(side, &fixture.path("")).expect("the example can be written");
    let workspace = Workspace { root: fixture.path("") };
    let verdict = chancery::check::check(chancery::load::load(workspace));
    if !verdict.diagnostics.is_empty() {
        return (verdict.diagnostics, verdict.files);
    }
    let files = verdict.files.clone();
    let checked = verdict.into_checked().expect("nothing is wrong");
    // Whatever touches a template may show only when the document is made.
    if !side.contains("▸ templates") {
        return (Vec::new(), files);
    }
    let studio = Studio::open(&checked.workspace.templates(), &crate::fixture::repository().join("fonts"));
    let order = Order { report: "ledger".to_owned(), ..Order::default() };
    let plan = build::plan(&checked, &order).expect("there is such a report");
    match build::make(&checked, &studio, &plan) {
        Ok(_) => (Vec::new(), files),
        Err(failed) => (failed.diagnostics, failed.files),
    }
}

#[test]
fn each_wrong_example_has_its_fault_and_no_other_and_each_right_one_has_none() {
    let mut odd = String::new();
    for entry in codes::all() {
        for (side, expected) in [(entry.example.wrong, &[entry.name][..]), (entry.example.right, &[])] {
            let (diagnostics, files) = told(side);
            let found: Vec<&str> = diagnostics.iter().map(Diagnostic::code).collect();
            if found != expected {
                let shown = show(&diagnostics, &files, Manner::default());
                let _ = writeln!(odd, "── {} {expected:?}\n{shown}", entry.name);
            }
        }
    }
    assert!(odd.is_empty(), "\n{odd}");
}

fn words(tongue: Tongue) -> String {
    let one = |entry: &'static Entry| {
        let (diagnostics, files) = told(entry.example.wrong);
        show(&diagnostics, &files, Manner { face: Face::Human, tongue, colour: false })
    };
    codes::all().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_words_for_each_example_in_english_are_known() {
    reference::compare_text("codes-en.txt", &words(Tongue::En));
}

#[test]
fn the_words_for_each_example_in_russian_are_known() {
    reference::compare_text("codes-ru.txt", &words(Tongue::Ru));
}
