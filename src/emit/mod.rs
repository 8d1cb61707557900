//! Emit: finished documents → files. Each file appears whole or not at all; nothing is written before everything asked for is there.

mod create;
mod manifest;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

pub use create::create;
pub use manifest::{Digests, Entry, Manifest, sha256};

/// A file to be written.
#[derive(Debug)]
pub struct Output {
    /// Its name, without folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// The path.
    pub path: PathBuf,
    /// The reason of the system.
    pub error: io::Error,
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” cannot be written: {}", self.path.display(), self.error)
    }
}

/// Writes files and the manifest beside them; returns the paths of the files.
///
/// # Errors
/// Returns the first path that cannot be written. Everything is first written under other names, so that no reader ever opens half a
/// document and an earlier file stays as it was until the new one is whole.
pub fn emit(folder: &Path, outputs: &[Output], manifest: &Manifest) -> Result<Vec<PathBuf>, WriteError> {
    std::fs::create_dir_all(folder).map_err(|error| WriteError { path: folder.to_path_buf(), error })?;
    let mut prepared = Vec::new();
    for output in outputs {
        prepared.push((folder.join(&output.name), beside(folder, &output.name, &output.bytes)?));
    }
    let listed = manifest.merged_with(folder).to_bytes();
    prepared.push((folder.join(manifest::NAME), beside(folder, manifest::NAME, &listed)?));
    let mut written = Vec::new();
    for (path, file) in prepared {
        file.persist(&path).map_err(|error| WriteError { path: path.clone(), error: error.error })?;
        written.push(path);
    }
    written.pop();
    Ok(written)
}

fn beside(folder: &Path, name: &str, bytes: &[u8]) -> Result<NamedTempFile, WriteError> {
    let failed = |error| WriteError { path: folder.join(name), error };
    let mut file =
        tempfile::Builder::new().prefix(".chancery-").permissions(readable()).tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    Ok(file)
}

/// A document is for others to read; temporary files by themselves are private.
#[cfg(unix)]
fn readable() -> std::fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o644)
}

#[cfg(not(unix))]
fn readable() -> std::fs::Permissions {
    // Elsewhere permissions are those of the folder.
    std::fs::metadata(std::env::temp_dir()).map(|m| m.permissions()).expect("the temporary folder exists")
}
