//! The folder that documents are written to. One run holds it at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::manifest::{self, Manifest};
use crate::atomic_write::{self, Cause, WriteError};
use crate::digest;

/// The file by which a run holds a folder, with the number of its process.
const LOCK: &str = ".lock";

/// A folder that this run holds. It is free again when the run ends, however it ends.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    lock: Option<File>,
}

impl Drop for OutputFolder {
    /// Takes the number of the process out, so that nothing of this run stays in the folder.
    fn drop(&mut self) {
        if let Some(lock) = &self.lock {
            let _ = lock.set_len(0);
        }
    }
}

impl OutputFolder {
    /// Takes hold of a folder, which is made if it is missing. Where another run holds it, `waiting` hears the number of its process, and
    /// the folder is waited for. What dead runs left is removed.
    ///
    /// # Errors
    /// Returns that the folder cannot be written to.
    pub fn hold(path: &Path, waiting: impl FnOnce(&str)) -> Result<Self, WriteError> {
        let failed = |error: io::Error| WriteError { path: path.to_path_buf(), cause: Cause::System(error) };
        fs::create_dir_all(path).map_err(failed)?;
        let mut lock = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path.join(LOCK))
            .map_err(failed)?;
        let held = match lock.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = lock.read_to_string(&mut holder);
                waiting(holder.trim());
                lock.lock().is_ok()
            }
            // Some shares know no locks; there the person sees to it that one run at a time writes.
            Err(TryLockError::Error(_)) => false,
        };
        if held {
            let _ =
                lock.set_len(0).and_then(|()| lock.rewind()).and_then(|()| writeln!(lock, "{}", std::process::id()));
            atomic_write::remove_leftovers(path);
        }
        Ok(Self { path: path.to_path_buf(), lock: held.then_some(lock) })
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

    /// Returns the manifest of the folder.
    pub fn manifest(&self) -> Manifest {
        Manifest::of(&self.path)
    }

    /// Writes the manifest, unless it is there already.
    ///
    /// # Errors
    /// Returns the path that cannot be written.
    pub fn list(&self, manifest: &Manifest) -> Result<(), WriteError> {
        let bytes = manifest.to_bytes();
        if !self.holds(manifest::NAME, &digest::of(&bytes)) {
            self.write(manifest::NAME, &bytes)?;
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

/// Returns whether a file of a folder has a content.
pub fn holds(folder: &Path, name: &str, sha256: &str) -> bool {
    let path = folder.join(name);
    !path.is_symlink() && fs::read(path).is_ok_and(|bytes| digest::of(bytes) == sha256)
}
