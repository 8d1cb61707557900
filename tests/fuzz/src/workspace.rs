//! A workspace to throw files into: that of the wells, in a folder that lives as long as the run.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::check::{CheckResult, check};
use crate::load::{Workspace, load};
use crate::edit::fix::fix;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a temporary folder");
    for name in ["data", "templates"] {
        copy(&foreign().join(name), &folder.path().join(name));
    }
    folder
});

/// Checks the workspace with a file of these bytes.
pub fn with(path: &str, bytes: &[u8]) -> CheckResult {
    let place = FOLDER.path().join(path);
    fs::write(&place, bytes).expect("the file can be written");
    let result = check(load(Workspace { root: FOLDER.path().to_path_buf() }));
    fs::remove_file(&place).expect("the file can be removed");
    result
}

/// Returns the text of a file after every certain fix and what is found in it then, if there is something to fix.
pub fn fixed(path: &str, text: &str) -> Option<(String, CheckResult)> {
    let place = FOLDER.path().join(path);
    fs::write(&place, text).expect("the file can be written");
    let workspace = Workspace { root: FOLDER.path().to_path_buf() };
    let mut fixed = fix(&workspace, &|file: &Path| file == Path::new(path));
    fs::remove_file(&place).expect("the file can be removed");
    let change = fixed.changes.pop()?;
    assert!(fixed.changes.is_empty(), "only one file was to be changed");
    Some((change.after?.to_string(), fixed.result))
}

/// Checks the workspace as it is.
pub fn as_it_is() -> CheckResult {
    check(load(Workspace { root: FOLDER.path().to_path_buf() }))
}

/// Checks the workspace with wells that have everything that a table can fill.
pub fn of_tables() -> CheckResult {
    let schema = foreign().join("../tables/well.schema.json");
    fs::copy(schema, FOLDER.path().join("data/schema/well.schema.json")).expect("the schema can be copied");
    as_it_is()
}

fn foreign() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../foreign")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file can be copied");
        }
    }
}
