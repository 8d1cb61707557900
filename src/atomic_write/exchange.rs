//! Files written over others, and others removed: all of it or nothing.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::error::{Cause, WriteError, failed};
use super::temporary::{beside, folder_of, readable};

/// Writes files whole, all of them or none; folders that are missing are made.
///
/// # Errors
/// Returns the first path that cannot be written; then every file is as it was before.
pub fn write_all<B: AsRef<[u8]>>(files: &[(PathBuf, B)]) -> Result<(), WriteError> {
    exchange(files, &[])
}

/// Writes files and removes others, all of it or nothing, as when a record gets another name.
///
/// # Errors
/// Returns the first path that cannot be written or removed; then every file is as it was before.
pub fn exchange<B: AsRef<[u8]>>(files: &[(PathBuf, B)], removed: &[PathBuf]) -> Result<(), WriteError> {
    let staged = files.iter().map(|(path, bytes)| Staged::new(path, bytes.as_ref())).collect::<Result<Vec<_>, _>>()?;
    let mut done: Vec<Done> = Vec::new();
    let outcome = staged
        .into_iter()
        .try_for_each(|staged| staged.put(&mut done))
        .and_then(|()| removed.iter().try_for_each(|path| remove(path, &mut done)));
    if outcome.is_err() {
        done.into_iter().rev().for_each(Done::undo);
    }
    outcome
}

/// A file under its other name.
struct Staged {
    target: PathBuf,
    /// Closed: thousands of files cannot all stay open.
    file: TempPath,
}

/// A file that took its place, with its earlier content.
struct Done {
    target: PathBuf,
    earlier: Option<TempPath>,
}

impl Staged {
    fn new(path: &Path, bytes: &[u8]) -> Result<Self, WriteError> {
        if path.is_symlink() {
            return Err(WriteError { path: path.to_path_buf(), cause: Cause::Link });
        }
        if path.is_dir() {
            return Err(failed(path)(std::io::ErrorKind::IsADirectory.into()));
        }
        let target = path.to_path_buf();
        let folder = folder_of(&target);
        fs::create_dir_all(folder).map_err(failed(folder))?;
        let permissions = fs::metadata(&target).map_or_else(|_| readable(), |metadata| metadata.permissions());
        let mut file = beside(folder, Some(permissions)).map_err(failed(path))?;
        file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed(path))?;
        Ok(Self { target, file: file.into_temp_path() })
    }

    fn put(self, done: &mut Vec<Done>) -> Result<(), WriteError> {
        let earlier = keep(&self.target)?;
        self.file.persist(&self.target).map_err(|error| failed(&self.target)(error.error))?;
        done.push(Done { target: self.target, earlier });
        Ok(())
    }
}

impl Done {
    /// Gives the file its earlier content back. The first fault is the one to report; there is no help against a second.
    fn undo(self) {
        let _ = match self.earlier {
            Some(earlier) => earlier.persist(&self.target).map_err(|error| error.error),
            None => fs::remove_file(&self.target),
        };
    }
}

fn remove(path: &Path, done: &mut Vec<Done>) -> Result<(), WriteError> {
    let earlier = keep(path)?;
    fs::remove_file(path).map_err(failed(path))?;
    done.push(Done { target: path.to_path_buf(), earlier });
    Ok(())
}

/// Keeps the content of a file under another name, until all is done.
fn keep(target: &Path) -> Result<Option<TempPath>, WriteError> {
    if !target.is_file() {
        return Ok(None);
    }
    let name = beside(folder_of(target), None).map_err(failed(target))?.into_temp_path();
    fs::remove_file(&name)
        .and_then(|()| fs::hard_link(target, &name))
        .or_else(|_| fs::copy(target, &name).map(drop))
        .map_err(failed(target))?;
    Ok(Some(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_are_written_whole_and_nothing_is_left_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("old"), "before").unwrap();
        write_all(&[(path("old"), b"after".to_vec()), (path("new/er"), b"made".to_vec())]).unwrap();
        assert_eq!(fs::read(path("old")).unwrap(), b"after");
        assert_eq!(fs::read(path("new/er")).unwrap(), b"made");
        assert_eq!(names(folder.path()), ["new", "old"]);
        assert_eq!(names(&path("new")), ["er"]);
    }

    #[test]
    fn nothing_is_written_where_one_file_cannot_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("old"), "before").unwrap();
        fs::create_dir(path("taken")).unwrap();
        let files = [(path("old"), b"after".to_vec()), (path("new"), b"made".to_vec()), (path("taken"), b"x".to_vec())];
        let error = write_all(&files).unwrap_err();
        assert_eq!(error.path, path("taken"));
        assert_eq!(fs::read(path("old")).unwrap(), b"before");
        assert_eq!(names(folder.path()), ["old", "taken"]);
    }

    #[test]
    fn earlier_content_comes_back_where_a_file_cannot_be_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("old"), "before").unwrap();
        fs::write(path("gone"), "gone").unwrap();
        let files = [(path("old"), b"after".to_vec()), (path("new"), b"made".to_vec())];
        let error = exchange(&files, &[path("gone"), path("nowhere")]).unwrap_err();
        assert_eq!(error.path, path("nowhere"));
        assert_eq!(fs::read(path("old")).unwrap(), b"before");
        assert_eq!(fs::read(path("gone")).unwrap(), b"gone");
        assert_eq!(names(folder.path()), ["gone", "old"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_written_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("real"), "before").unwrap();
        fs::set_permissions(path("real"), fs::Permissions::from_mode(0o600)).unwrap();
        for (link, target) in [("link", "real"), ("broken", "nowhere")] {
            std::os::unix::fs::symlink(path(target), path(link)).unwrap();
            let refused = write_all(&[(path("other"), b"x".to_vec()), (path(link), b"after".to_vec())]);
            assert!(refused.is_err_and(|error| error.path == path(link) && matches!(error.cause, Cause::Link)));
        }
        assert_eq!(names(folder.path()), ["broken", "link", "real"]);
        assert_eq!(fs::read(path("real")).unwrap(), b"before");
        write_all(&[(path("real"), b"after".to_vec())]).unwrap();
        assert_eq!(fs::metadata(path("real")).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
