//! Emit: finished documents → files. Each file appears whole or not at all; nothing is written before everything asked for is there.

mod manifest;

use std::path::{Path, PathBuf};

use crate::atomic_write;
pub use crate::atomic_write::WriteError;
pub use manifest::{Digests, Manifest, ManifestEntry};

/// A file to be written.
#[derive(Debug)]
pub struct Output {
    /// Its name, without folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Writes files and the manifest beside them; returns the paths of the files.
///
/// # Errors
/// Returns the first path that cannot be written. Everything is first written under other names, so that no reader ever opens half a
/// document and an earlier file stays as it was until the new one is whole.
pub fn emit(folder: &Path, outputs: &[Output], manifest: &Manifest) -> Result<Vec<PathBuf>, WriteError> {
    let listed = manifest.merged_with(folder).to_bytes();
    let mut files: Vec<(PathBuf, &[u8])> =
        outputs.iter().map(|output| (folder.join(&output.name), output.bytes.as_slice())).collect();
    files.push((folder.join(manifest::NAME), &listed));
    atomic_write::write_all(&files)?;
    files.pop();
    Ok(files.into_iter().map(|(path, _)| path).collect())
}
