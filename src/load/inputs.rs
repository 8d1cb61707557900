//! Everything that documents are made from, as one digest: whether anything has changed since then is known before a record is parsed.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::workspace::Workspace;
use crate::digest;

/// Returns the SHA-256 over the names and contents of all files of `data/`, `templates/` and `fonts/`; nothing where one of them cannot be
/// read, or is a link, of which nobody knows what is behind it.
pub fn inputs(workspace: &Workspace) -> Option<String> {
    let mut files = Vec::new();
    for folder in workspace.inputs() {
        gather(&folder, &mut files)?;
    }
    files.sort();
    let read = |path: &PathBuf| Some((path.strip_prefix(&workspace.root).ok()?.to_str()?.to_owned(), digest_of(path)?));
    let digests: Vec<(String, String)> = files.par_iter().map(read).collect::<Option<_>>()?;
    Some(digest::of_files(digests.iter().map(|(name, digest)| (name.as_str(), digest.as_bytes()))))
}

fn digest_of(path: &Path) -> Option<String> {
    fs::read(path).ok().map(digest::of)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> Option<()> {
    for entry in fs::read_dir(folder).ok()? {
        let entry = entry.ok()?;
        let sort = entry.file_type().ok()?;
        match () {
            () if sort.is_dir() => gather(&entry.path(), files)?,
            () if sort.is_file() => files.push(entry.path()),
            () => return None,
        }
    }
    Some(())
}
