//! One file at a time, as when a thousand are written that need not appear together.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::error::{WriteError, failed};
use super::temporary::{self, beside, folder_of, readable};

/// Writes a file whole, and puts it in the place of whatever had its name; a link is replaced, and what it led to stays. The folder must be
/// there. The file is not forced onto the disk: whoever writes many of them proves them by their digests.
///
/// # Errors
/// Returns the path where it cannot be written; then the earlier file is still there.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    put_from(folder_of(path), path, bytes)
}

/// Writes a file as [`put`] does, but under its other name in another folder of the same disk: where files stand in many folders, what dead
/// runs left is then found in one.
///
/// # Errors
/// Returns the path where it cannot be written; then the earlier file is still there.
pub fn put_from(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut file = beside(folder, Some(readable())).map_err(failed(path))?;
    file.write_all(bytes).map_err(failed(path))?;
    file.into_temp_path().persist(path).map_err(|error| failed(path)(error.error))
}

/// Whose other files may be what dead runs left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leftovers {
    /// Nobody else writes to the folder now: all are.
    All,
    /// Others may be writing: only those are that have stood longer than any file takes.
    Old,
}

/// What is younger may be in use by another run.
const YOUNG: Duration = Duration::from_hours(1);

/// Removes what dead runs left in a folder.
pub fn remove_leftovers(folder: &Path, which: Leftovers) {
    let is_old = |entry: &fs::DirEntry| {
        let modified = entry.metadata().and_then(|about| about.modified());
        modified.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age > YOUNG))
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(temporary::PREFIX);
        if is_ours && (which == Leftovers::All || is_old(&entry)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_what_it_led_to_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("real"), "before").unwrap();
        std::os::unix::fs::symlink(path("real"), path("link")).unwrap();
        put(&path("link"), b"after").unwrap();
        assert_eq!(fs::read(path("link")).unwrap(), b"after");
        assert_eq!(fs::read(path("real")).unwrap(), b"before");
        assert!(!path("link").is_symlink());
    }

    #[test]
    fn what_a_dead_run_left_goes_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("kept"), "").unwrap();
        beside(folder.path(), None).unwrap().keep().unwrap();
        fs::create_dir(path("taken")).unwrap();
        assert!(put(&path("taken"), b"x").is_err());
        remove_leftovers(folder.path(), Leftovers::All);
        assert_eq!(names(folder.path()), ["kept", "taken"]);
    }

    fn names(folder: &Path) -> Vec<std::ffi::OsString> {
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_another_run_may_be_writing_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (_, young) = beside(folder.path(), None).unwrap().keep().unwrap();
        let (old, _) = beside(folder.path(), None).unwrap().keep().unwrap();
        old.set_modified(SystemTime::now() - 2 * YOUNG).unwrap();
        remove_leftovers(folder.path(), Leftovers::Old);
        assert_eq!(names(folder.path()), [young.file_name().unwrap()]);
    }
}
