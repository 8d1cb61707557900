//! Reading a workspace: what is remembered is what would be read, and nothing that is not read goes without a word.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use chancery::load::{Loaded, Overlay, RawRecord, Reader, Workspace, load_over};

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
        assert_eq!(told(&reader.load(&overlay)), told(&load_over(workspace.clone(), &overlay)), "{overlay:?}");
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
