//! The register of codes against the program: the wrong example of a code provokes that code and no other, the right one provokes none.

use std::fmt::Write as _;
use std::sync::LazyLock;

use chancery::build::{self, Order};
use chancery::diag::codes::{self, Entry, Example};
use chancery::diag::face::{Face, Manner, show};
use chancery::diag::{Diagnostic, Files, Tongue};
use chancery::load::Workspace;
use chancery::render::Studio;

use crate::fixture::{Fixture, reference, repository};

/// What a workspace is told.
type Told = (Vec<Diagnostic>, Files);

/// What is told of the wrong and of the right example of each code.
static TOLD: LazyLock<Vec<(&Entry, Told, Told)>> =
    LazyLock::new(|| codes::all().map(|entry| (entry, told(entry.example.wrong), told(entry.example.right))).collect());

/// Returns what a workspace with one side of an example laid over it is told.
fn told(side: &'static str) -> Told {
    let fixture = Fixture::foreign_records();
    Example::write(side, &fixture.path("")).expect("the example can be written");
    let workspace = Workspace { root: fixture.path("") };
    let verdict = chancery::check::check(chancery::load::load(workspace));
    // What touches a template may show only when the document is made.
    if !verdict.diagnostics.is_empty() || !side.contains("▸ templates") {
        return (verdict.diagnostics, verdict.files);
    }
    let files = verdict.files.clone();
    let checked = verdict.into_checked().expect("nothing is wrong");
    let studio = Studio::open(&checked.workspace.templates(), &repository().join("fonts"));
    let order = Order { report: "ledger".to_owned(), ..Order::default() };
    let plan = build::plan(&checked, &order).expect("there is such a report");
    match build::make(&checked, &studio, &plan) {
        Ok(_) => (Vec::new(), files),
        Err(failed) => (failed.diagnostics, failed.files),
    }
}

#[test]
fn each_wrong_example_has_its_fault_and_no_other_and_each_right_one_has_none() {
    let many = codes::FAULTS_TOO_MANY.name;
    let mut odd = String::new();
    for (entry, wrong, right) in TOLD.iter() {
        for ((diagnostics, files), expected) in [(wrong, &[entry.name][..]), (right, &[])] {
            let found = diagnostics.iter().map(Diagnostic::code);
            // A file with too many faults has them.
            let found: Vec<&str> = found.filter(|code| !(entry.name == many && *code == "sign-at-start")).collect();
            if found != expected {
                let shown = show(diagnostics, files, Manner::default());
                let _ = writeln!(odd, "── {} {expected:?}\n{shown}", entry.name);
            }
        }
    }
    assert!(odd.is_empty(), "\n{odd}");
}

fn words(tongue: Tongue) -> String {
    let one = |(entry, (diagnostics, files), _): &(&Entry, Told, Told)| {
        let own: Vec<Diagnostic> = diagnostics.iter().filter(|diagnostic| diagnostic.is(entry)).cloned().collect();
        show(&own, files, Manner { face: Face::Human, tongue, colour: false })
    };
    TOLD.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_words_for_each_example_in_english_are_known() {
    reference::compare_text("codes-en.txt", &words(Tongue::En));
}

#[test]
fn the_words_for_each_example_in_russian_are_known() {
    reference::compare_text("codes-ru.txt", &words(Tongue::Ru));
}
