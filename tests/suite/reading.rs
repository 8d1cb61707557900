//! Reading a workspace: what is remembered is what would be read, and nothing that is not read goes without a word.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use chancery::check::check;
use chancery::diag::Severity;
use chancery::load::{Loaded, Overlay, RawRecord, Reader, Workspace, load, load_over};

use crate::fixture::Fixture;

/// Returns the records with their places, and what was wrong.
fn told(loaded: &Loaded) -> Vec<String> {
    let record = |record: &RawRecord| {
        let path = loaded.files.path(record.file).display().to_string();
        format!("{path} {} {:?}", record.root.to_json(), record.root.span)
    };
    loaded.records.iter().map(record).chain(loaded.diagnostics.iter().map(|fault| format!("{fault:?}"))).collect()
}

#[test]
fn what_is_remembered_is_what_would_be_read() {
    let fixture = Fixture::foreign_records();
    let workspace = Workspace { root: fixture.path("") };
    let reader = Reader::new(workspace.clone());
    let path = PathBuf::from("data/wells/second-well.yaml");
    let text = fs::read_to_string(fixture.path("data/wells/second-well.yaml")).expect("a file");
    let broken: Arc<str> = text.replace("dug: ", "dug:\t").into();
    for overlay in [
        Overlay::new(),
        Overlay::from([(path.clone(), Some(Arc::clone(&broken)))]),
        Overlay::from([(path.clone(), None)]),
        // A file before all others moves the numbers of the rest.
        Overlay::from([("data/claims/a.yaml".into(), Some(broken))]),
        Overlay::new(),
    ] {
        assert_eq!(told(&reader.load(&overlay)), told(&load_over(&workspace, &overlay)), "{overlay:?}");
    }
}

#[test]
fn files_are_read_from_the_disk_once() {
    let fixture = Fixture::foreign_records();
    let reader = Reader::new(Workspace { root: fixture.path("") });
    let before = told(&reader.load(&Overlay::new()));
    fs::remove_dir_all(fixture.path("data")).expect("the folder goes");
    assert_eq!(told(&reader.load(&Overlay::new())), before);
}

#[test]
fn fields_that_rules_ask_for_are_found_without_reading_again() {
    let fixture = Fixture::foreign_records();
    fixture.replace(
        "data/schema/well.schema.json",
        "\"x-rules\": [",
        r#""x-rules": [{"code": "well-undug", "rule": "has(self.dug)", "message": {"en": "x", "ru": "x"}},"#,
    );
    let snapshot = chancery::edit::Snapshot::of(Workspace { root: fixture.path("") });
    fs::remove_dir_all(fixture.path("data")).expect("the folder goes");
    let kind = snapshot.result.store.schemas.get("well").expect("a kind");
    assert_eq!(chancery::edit::scaffold::needed(kind, &snapshot), ["dug"]);
}

/// Puts a link in the place of a file or folder, which goes beside the workspace's own.
#[cfg(unix)]
fn link(fixture: &Fixture, path: &str) {
    let elsewhere = fixture.path("elsewhere");
    fs::rename(fixture.path(path), &elsewhere).expect("it can be moved");
    std::os::unix::fs::symlink(&elsewhere, fixture.path(path)).expect("a link");
}

/// Puts what a link stands for back.
#[cfg(unix)]
fn unlink(fixture: &Fixture, path: &str) {
    fs::remove_file(fixture.path(path)).expect("the link goes");
    fs::rename(fixture.path("elsewhere"), fixture.path(path)).expect("it can be moved");
}

/// Returns the errors of a workspace, a line each.
fn errors(fixture: &Fixture) -> Vec<String> {
    let result = check(load(Workspace { root: fixture.path("") }));
    let errors = result.diagnostics.iter().filter(|fault| fault.severity == Severity::Error);
    errors.map(|fault| format!("{} {}", fault.code(), fault.sentence(chancery::diag::Locale::En))).collect()
}

#[cfg(unix)]
#[test]
fn a_link_is_one_error_wherever_it_stands() {
    for fixture in [Fixture::foreign(), Fixture::shipped()] {
        let below = |folder: &str| {
            let entries = fs::read_dir(fixture.path(folder)).expect("a folder").flatten();
            entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())).collect::<Vec<_>>()
        };
        let mut paths = below("data");
        if paths.len() < 10 {
            paths.extend([below("data/schema"), below("templates"), below("fonts")].concat());
            paths.extend(["data", "templates", "fonts"].map(str::to_owned));
        }
        let mut odd = Vec::new();
        for path in paths {
            link(&fixture, &path);
            let told = errors(&fixture);
            if told != [format!("file-link “{path}” is a link, and nothing behind it is read.")] {
                odd.push((path.clone(), told.into_iter().take(3).collect::<Vec<_>>()));
            }
            unlink(&fixture, &path);
        }
        assert!(odd.is_empty(), "{odd:#?}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_not_read_is_told_by_everything_that_shows_records() {
    let fixture = Fixture::foreign();
    link(&fixture, "data/villages");
    for arguments in [
        &["check"][..],
        &["check", "data/villages"],
        &["list"],
        &["list", "village"],
        &["show", "gazette"],
        &["coverage"],
        &["coverage", "--format", "json"],
        &["fmt"],
        &["fix"],
        &["rename", "gazette", "paper"],
        &["remove", "gazette"],
        &["report", "ledger"],
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, 1, "{arguments:?}: {}", run.errors);
        assert_eq!(run.errors.matches("error[").count(), 1, "{arguments:?}: {}", run.errors);
        assert!(run.errors.contains("“data/villages” is a link"), "{arguments:?}: {}", run.errors);
    }
    let run = fixture.run(&["new", "village", "--id", "third"]);
    assert_eq!(run.code, 2, "{}", run.errors);
    assert!(run.errors.contains("“data/villages/third.yaml” is not written"), "{}", run.errors);
    assert!(!fixture.path("elsewhere/third.yaml").exists());
}

#[cfg(unix)]
#[test]
fn a_document_takes_the_place_of_a_link_and_is_not_written_through_it() {
    let fixture = Fixture::foreign();
    fs::create_dir(fixture.path("out")).expect("a folder");
    fixture.write("mine.pdf", "mine");
    std::os::unix::fs::symlink(fixture.path("mine.pdf"), fixture.path("out/2001-02-03_ledger_en.pdf")).expect("a link");
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(!fixture.path("out/2001-02-03_ledger_en.pdf").is_symlink());
    std::os::unix::fs::symlink(fixture.path("mine.pdf"), fixture.path("templates/page.json")).expect("a link");
    assert!(fixture.run(&["preview-data", "ledger"]).errors.contains("file-link"));
    fs::remove_file(fixture.path("templates/page.json")).expect("the link goes");
    assert_eq!(fs::read_to_string(fixture.path("mine.pdf")).expect("a file"), "mine");
    // Where the output goes is the person's own choice.
    fs::create_dir(fixture.path("share")).expect("a folder");
    std::os::unix::fs::symlink(fixture.path("share"), fixture.path("linked")).expect("a link");
    assert_eq!(fixture.run(&["report", "ledger", "--out", "linked"]).code, 0);
    assert!(fixture.path("share/2001-02-03_ledger_en.pdf").is_file());
}

#[test]
fn a_missing_folder_is_one_error_that_names_it() {
    for folder in ["data", "data/schema", "templates", "fonts"] {
        let fixture = Fixture::foreign();
        fs::remove_dir_all(fixture.path(folder)).expect("the folder goes");
        for arguments in [&["check"][..], &["list"], &["coverage"], &["report", "ledger"], &["check", "--lang", "ru"]] {
            let run = fixture.run(arguments);
            assert_eq!((run.code, run.output.as_str()), (2, ""), "{folder}: {arguments:?}");
            let named = run.errors.contains(&format!("…/{folder}”")) || run.errors.contains(&format!("…/{folder}»"));
            assert!(named && run.errors.lines().count() == 1, "{folder}: {arguments:?}: {}", run.errors);
        }
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_once() {
    let fixture = Fixture::foreign_records();
    fs::write(fixture.path("data/settings.yaml"), b"languages: [en]\n# \xcf\xff\n").expect("a file");
    let told = errors(&fixture);
    assert!(told.len() == 1 && told[0].starts_with("file-not-utf8"), "{told:?}");
    fs::rename(fixture.path("data/settings.yaml"), fixture.path("data/settings.yaml.txt")).expect("a file");
    let told = errors(&fixture);
    assert!(told.len() == 1 && told[0].starts_with("file-ending"), "{told:?}");
}

#[test]
fn a_schema_that_cannot_be_read_is_told_once() {
    let fixture = Fixture::foreign_records();
    let schema = fixture.path("data/schema/well.schema.json");
    fs::rename(&schema, fixture.path("data/schema/well.schema.json.txt")).expect("a file");
    let told = errors(&fixture);
    assert!(told.len() == 1 && told[0].starts_with("file-ending"), "{told:?}");
    fs::write(&schema, [0xff, 0xfe, 0]).expect("a file");
    fs::remove_file(fixture.path("data/schema/well.schema.json.txt")).expect("a file");
    let told = errors(&fixture);
    assert!(told.len() == 1 && told[0].starts_with("file-not-utf8"), "{told:?}");
}
