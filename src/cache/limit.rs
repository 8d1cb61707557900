//! How much the cache may hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What is younger may be in use by another run, and is no leftover of a dead one.
const YOUNG: Duration = Duration::from_hours(1);

/// Drops the entries that were used least lately until the others have no more than so many bytes together, and what dead runs left.
pub fn shrink(folder: &Path, limit: u64) {
    let mut files: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    gather(folder, 2, &mut files);
    files.sort();
    let mut total: u64 = files.iter().map(|(_, size, _)| size).sum();
    let is_young = |time: &SystemTime| SystemTime::now().duration_since(*time).is_ok_and(|age| age < YOUNG);
    for (time, size, path) in files {
        let is_leftover = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if (total > limit || is_leftover) && !(is_leftover && is_young(&time)) && fs::remove_file(&path).is_ok() {
            total -= size;
            if let Some(folder) = path.parent() {
                // Only an empty one goes.
                let _ = fs::remove_dir(folder);
            }
        }
    }
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<(SystemTime, u64, PathBuf)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(about) = entry.metadata() else { continue };
        if about.is_dir() && depth > 0 {
            gather(&entry.path(), depth - 1, files);
        } else if about.is_file() {
            files.push((about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len(), entry.path()));
        }
    }
}
