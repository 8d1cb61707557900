//! Disk: several files are written whole, and all of them or none.
//!
//! Every file is first written under another name beside its target and then renamed, so that nobody ever opens half a file. Where one
//! of them cannot take its place, those before it get their earlier content back. A link is neither replaced nor written through: a person
//! made it, and another file than the one that was named would change. The room looks into nothing of ours.

mod create;

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub use create::create_all;
use tempfile::{NamedTempFile, TempPath};

/// Why a file could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// The path.
    pub path: PathBuf,
    /// The reason.
    pub cause: Cause,
}

/// What stands in the way of a file.
#[derive(Debug)]
pub enum Cause {
    /// The system refuses.
    System(io::Error),
    /// A link stands in its place.
    Link,
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::System(error) => error.fmt(f),
            Self::Link => f.write_str("it is a link"),
        }
    }
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” cannot be written: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for WriteError {}

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
            return Err(failed(path)(io::ErrorKind::IsADirectory.into()));
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
    /// Gives the file its earlier content back. The first fault is the one to tell; there is no help against a second.
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

fn beside(folder: &Path, permissions: Option<Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".chancery-");
    match permissions {
        Some(permissions) => builder.permissions(permissions).tempfile_in(folder),
        None => builder.tempfile_in(folder),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_path_buf();
    move |error| WriteError { path, cause: Cause::System(error) }
}

/// A document is for others to read; temporary files by themselves are private.
#[cfg(unix)]
fn readable() -> Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o644)
}

#[cfg(not(unix))]
fn readable() -> Permissions {
    // Elsewhere permissions are those of the folder.
    fs::metadata(std::env::temp_dir()).map(|m| m.permissions()).expect("the temporary folder exists")
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
        fs::set_permissions(path("real"), Permissions::from_mode(0o600)).unwrap();
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
