//! The folder that documents are written to. One run holds it at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::manifest::{Manifest, ManifestEntry, Part, State};
use crate::atomic_write::{self, Cause, Leftovers, WriteError};
use crate::digest;

/// The file by which a run holds a folder, with the number of its process.
const LOCK: &str = ".lock";

/// A file that a run holds until it ends.
#[derive(Debug)]
struct Lock(File);

impl Drop for Lock {
    /// Takes the number of the process out, so that nothing of this run stays in the folder.
    fn drop(&mut self) {
        let _ = self.0.set_len(0);
    }
}

impl Lock {
    /// Takes hold of a file that this run has for itself. Some shares know no locks; there is none then, and the person sees to it that one
    /// run at a time writes.
    fn take(path: &Path, waiting: impl FnOnce(&str)) -> io::Result<Option<Self>> {
        let mut file = open(path)?;
        let held = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                waiting(if holder.trim().is_empty() { "?" } else { holder.trim() });
                file.lock().is_ok()
            }
            Err(TryLockError::Error(_)) => false,
        };
        if held {
            let _ =
                file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id()));
        }
        Ok(held.then_some(Self(file)))
    }
}

fn open(path: &Path) -> io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

/// A folder that this run holds. It is free again when the run ends, however it ends.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    part: Part,
    has_waited: bool,
    _locks: Vec<File>,
    _lock: Option<Lock>,
}

impl OutputFolder {
    /// Takes hold of a folder, which is made if it is missing. Where another run holds it, `waiting` hears the number of its process, and
    /// the folder is waited for. What dead runs left is removed. Runs of different parts hold the folder together.
    ///
    /// # Errors
    /// Returns that the folder cannot be written to.
    pub fn hold(path: &Path, part: Part, waiting: impl FnOnce(&str)) -> Result<Self, WriteError> {
        let failed = |error: io::Error| WriteError { path: path.to_path_buf(), cause: Cause::System(error) };
        fs::create_dir_all(path).map_err(failed)?;
        let mut has_waited = false;
        let waiting = |holder: &str| {
            has_waited = true;
            waiting(holder);
        };
        let mut shared = Vec::new();
        let lock = match part {
            Part::Whole => Lock::take(&path.join(LOCK), waiting).map_err(failed)?,
            Part::Shard(number, of) => {
                let all = open(&path.join(LOCK)).map_err(failed)?;
                let _ = all.lock_shared();
                shared.push(all);
                Lock::take(&path.join(format!("{LOCK}.{number}-of-{of}")), waiting).map_err(failed)?
            }
        };
        let is_alone = lock.is_some() && part == Part::Whole;
        atomic_write::remove_leftovers(path, if is_alone { Leftovers::All } else { Leftovers::Old });
        Ok(Self { path: path.to_path_buf(), part, has_waited, _locks: shared, _lock: lock })
    }

    /// Returns whether another run held the folder at first. What was read before then may be older than what that run wrote.
    pub fn has_waited(&self) -> bool {
        self.has_waited
    }

    /// Returns the folder itself.
    pub fn root(&self) -> &Path {
        &self.path
    }

    /// Returns the path of a file of the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Returns whether a file of the folder has a content.
    pub fn holds(&self, name: &str, sha256: &str) -> bool {
        holds(&self.path, name, sha256)
    }

    /// Writes a file; it appears whole or not at all.
    ///
    /// # Errors
    /// Returns the path that cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, WriteError> {
        let path = self.path(name);
        atomic_write::put(&path, bytes)?;
        Ok(path)
    }

    /// Returns the manifest of the part that is written here.
    pub fn manifest(&self) -> Manifest {
        Manifest::read(&self.path, &self.part.manifest())
    }

    /// Writes the manifest, unless it is there already.
    ///
    /// # Errors
    /// Returns the path that cannot be written.
    pub fn list(&self, manifest: &Manifest) -> Result<(), WriteError> {
        let (name, bytes) = (self.part.manifest(), manifest.to_bytes());
        if !self.holds(&name, &digest::of(&bytes)) {
            self.write(&name, &bytes)?;
        }
        Ok(())
    }

    /// Moves a file to another folder, which is made.
    ///
    /// # Errors
    /// Returns the path that cannot be moved.
    pub fn move_out(&self, name: &str, target: &Path) -> Result<PathBuf, WriteError> {
        let (from, to) = (self.path(name), target.join(name));
        let failed = |path: &Path| {
            let path = path.to_path_buf();
            move |error| WriteError { path, cause: Cause::System(error) }
        };
        fs::create_dir_all(target).map_err(failed(target))?;
        fs::rename(&from, &to).map_err(failed(&from))?;
        Ok(to)
    }
}

/// Returns whether every document that a manifest names is current and its file is the one that is named.
pub fn all_current(folder: &Path, manifest: &Manifest) -> bool {
    manifest.documents.par_iter().all(|entry| is_current(folder, entry))
}

/// Returns whether a document is current and its file is the one that a manifest names.
pub fn is_current(folder: &Path, entry: &ManifestEntry) -> bool {
    let finished = entry.finished.as_ref().filter(|_| entry.state == State::Current);
    finished.is_some_and(|finished| holds(folder, &entry.file, &finished.sha256))
}

/// Returns whether a file of a folder has a content.
pub fn holds(folder: &Path, name: &str, sha256: &str) -> bool {
    let path = folder.join(name);
    !path.is_symlink() && fs::read(path).is_ok_and(|bytes| digest::of(bytes) == sha256)
}
