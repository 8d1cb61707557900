//! A workspace and a report to begin with: right at once, made at once, and nothing of somebody's is written over.

use std::fs;
use std::path::Path;

use crate::fixture::text_layer::{joined, pages};
use crate::fixture::{APPROVED, Fixture};

/// Returns the files below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path().display().to_string());
        }
    }
    found
}

#[test]
fn a_new_workspace_is_right_and_its_report_is_made_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = Fixture::run_at(folder.path(), &["init", "plan"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    let plan = folder.path().join("plan");
    for arguments in [&["check", "--notes"][..], &["fmt", "--check"], &["coverage"], &["list", "activity"]] {
        let run = Fixture::run_at(&plan, arguments);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{arguments:?}: {}", run.output);
    }
    for report in ["overview", "second"] {
        let run = Fixture::run_at(&plan, &["report", report]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{report}");
        let made: Vec<&str> = run.output.lines().collect();
        assert!(made.len() == 2 && made.iter().all(|path| path.contains(".pdf")), "{}", run.output);
        let run = Fixture::run_at(&plan, &["new-report", "second", "--kind", "activity"]);
        assert_eq!(run.code, if report == "overview" { 0 } else { 2 }, "{}", run.errors);
    }
    for (family, file) in [("source-serif-4", "SourceSerif4-Regular.otf"), ("source-sans-3", "LICENSE.md")] {
        let of = |root: &Path| fs::read(root.join("fonts").join(family).join(file)).expect("a file");
        assert_eq!(of(&plan), of(&crate::fixture::repository()), "{family}/{file}");
    }
}

#[test]
fn a_workspace_begins_in_a_new_or_empty_folder_only() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join(".git")).expect("a folder");
    let run = Fixture::run_at(folder.path(), &["init", "--lang", "ru"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.starts_with("Рабочая область создана: "), "{}", run.output);
    let before = files(folder.path());
    let settings = folder.path().join("data/settings.yaml");
    fs::write(&settings, "mine").expect("a file");
    let run = Fixture::run_at(folder.path(), &["init"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("holds something already"), "{}", run.errors);
    assert_eq!((files(folder.path()), fs::read_to_string(settings).expect("a file")), (before, "mine".to_owned()));
}

#[test]
fn a_new_report_brings_what_it_needs_and_takes_no_name_in_use() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["new-report", "plain", "--kind", "wells"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(run.output.contains("templates/house/page.typ\n"), "{}", run.output);
    for arguments in [&["check"][..], &["fmt", "--check", "templates/plain"], &["report", "plain"]] {
        let run = fixture.run(arguments);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{arguments:?}");
    }
    let page = fixture.run(&["preview-data", "plain", "--out", "-"]);
    assert!(page.output.contains("\"Second Well\""), "{}", page.output);
    let before = files(&fixture.path(""));
    for (arguments, words) in [
        (&["new-report", "plain"][..], "there is already a folder “templates/plain”"),
        (&["new-report", "house"], "there is already a folder “templates/house”"),
        (&["new-report", "../x"], "is not a name for a report"),
        (&["new-report", "other", "--kind", "spoon"], "there are: claim"),
        (&["new-report", "Plain", "--message-lang", "ru"], "не годится как имя отчёта"),
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.errors.contains(words), "{arguments:?}: {}", run.errors);
    }
    assert_eq!(files(&fixture.path("")), before);
}

#[test]
fn what_a_new_workspace_releases_can_be_sent_and_called_back() {
    let fixture = Fixture::empty();
    let run = fixture.run(&["init"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    // Fictitious: a request that was approved, and somebody who is to have what it asks for.
    fixture.replace("data/settings.yaml", "as-of: ", "as-of: 2001-02-03 # ");
    fixture.replace("data/marking-schemes/plain.yaml", "  - id: open\n", "  - id: open\n    confirmed: [en]\n");
    fixture.write(
        "data/requests/overview-1.yaml",
        &APPROVED
            .replace("wells-1", "overview-1")
            .replace("report: ledger", "report: overview\nlanguages: [en]")
            .replace("NOW-2001-007", "NOW-2001-009"),
    );
    fixture.write(
        "data/recipients/clerk.yaml",
        "id: clerk\nname: {en: \"Clerk of Nowhere\", ru: \"Писарь\"}\nwants:\n  - report: overview\nlanguages: [en]\nhighest: [plain/open]\nchannel: folder\n",
    );
    fixture.commit();
    let run = fixture.run(&["release", "overview-1"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    fixture.commit();
    for (arguments, folder, note) in [
        (&["distribute"][..], "handed", "_cover-note_"),
        (&["recall", "NOW-2001-009", "--reason", "a date is wrong"], "back", "_recall-notice_"),
    ] {
        let run = fixture.run(&[arguments, &["--to", folder, "--now", "2001-03-01"]].concat());
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{arguments:?}: {}", run.output);
        let notes = fixture.files(&format!("{folder}/clerk"));
        let (_, note) = notes.into_iter().find(|(name, _)| name.contains(note)).expect("a note");
        let text = joined(&pages(note).concat());
        assert!(text.contains("NOW-2001-009") && text.contains("Clerk of Nowhere"), "{text}");
    }
}
