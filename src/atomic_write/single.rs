//! One file at a time, as when a thousand are written that need not appear together.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::error::{WriteError, failed};
use super::temporary::{self, beside, folder_of, readable};

/// Writes a file whole, and puts it in the place of whatever had its name; a link is replaced, and what it led to stays. The folder must be
/// there. The file is not forced onto the disk: whoever writes many of them proves them by their digests.
///
/// # Errors
/// Returns the path where it cannot be written; then the earlier file is still there.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut file = beside(folder_of(path), Some(readable())).map_err(failed(path))?;
    file.write_all(bytes).map_err(failed(path))?;
    file.into_temp_path().persist(path).map_err(|error| failed(path)(error.error))
}

/// Removes what dead runs left in a folder. Only whoever knows that nobody writes there now may ask for it.
pub fn remove_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(temporary::PREFIX) {
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
        remove_leftovers(folder.path());
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        assert_eq!(names, ["kept", "taken"]);
    }
}
