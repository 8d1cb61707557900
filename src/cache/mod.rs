//! Cache: what was made once, by what it was made from. Files, so that a laptop, a share and several runs use it alike.
//!
//! An entry is found by its **action key** and counts only while every template that it was made with is as it was. Below one key stand
//! entries of different templates (two branches that share the cache). Each file says how long it is and what its digests are; one that is
//! cut, changed, older or of somebody else is no entry, and never a fault. Files appear whole, so any number of runs may write at once; until
//! then they stand in the folder itself, where those of dead runs are found.
//!
//! `<folder>/<first two letters of the key>/<key>/<digest of the templates>`

mod entry;
mod file;
mod limit;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::atomic_write;
pub use crate::atomic_write::Leftovers;
pub use entry::Entry;
pub use file::Found;
pub use limit::shrink;

/// Entries of one key with different templates; the one that was used least lately goes.
const MAX_ENTRIES_PER_KEY: usize = 4;

/// How often the time of use is written down.
const USE_IS_NOTED_AFTER: Duration = Duration::from_mins(10);

/// A folder of entries.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// Opens the cache in a folder. Where there is none, nothing is found and nothing is kept.
    pub fn open(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    /// Makes the folder, if it can be made, and removes what dead runs left there.
    pub fn prepare(&self, leftovers: Leftovers) {
        let _ = fs::create_dir_all(&self.folder);
        atomic_write::remove_leftovers(&self.folder, leftovers);
    }

    /// Returns the entry of a key whose templates are those that there are now.
    pub fn find(&self, key: &str, now: impl Fn(&str) -> Option<String>) -> Option<Found> {
        let holds = |found: &Found| found.entry.reads.iter().all(|(path, sha256)| now(path) == *sha256);
        let found = self.entries(key).filter_map(|path| file::open(&path, key)).find(holds)?;
        note_use(&found.path);
        Some(found)
    }

    /// Returns any entry of a key, whatever its templates: what was made, when it no longer can be.
    pub fn any(&self, key: &str) -> Option<Found> {
        self.entries(key).find_map(|path| file::open(&path, key))
    }

    /// Keeps a document with its page data. What cannot be kept is made again another time.
    pub fn keep(&self, key: &str, entry: &Entry, page: &[u8], pdf: &[u8]) {
        let folder = self.folder_of(key);
        // The folder of all is not made again here: if it has gone, the output folder above it may have gone with it, and that is to be seen.
        let made = [folder.parent(), Some(&folder)].into_iter().flatten().try_for_each(|folder| {
            match fs::create_dir(folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
                _ => Ok(()),
            }
        });
        if made.is_err() {
            return;
        }
        let path = folder.join(&entry.templates()[..32]);
        let bytes = file::to_bytes(key, entry, page, pdf);
        if atomic_write::put_from(&self.folder, &path, &bytes).is_ok() {
            self.drop_superfluous(key);
        }
    }

    fn drop_superfluous(&self, key: &str) {
        let mut entries: Vec<(SystemTime, PathBuf)> =
            self.entries(key).filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path))).collect();
        entries.sort();
        for (_, path) in entries.iter().rev().skip(MAX_ENTRIES_PER_KEY) {
            let _ = fs::remove_file(path);
        }
    }

    fn entries(&self, key: &str) -> impl Iterator<Item = PathBuf> + use<> {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(self.folder_of(key)).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.into_iter()
    }

    fn folder_of(&self, key: &str) -> PathBuf {
        self.folder.join(key.get(..2).unwrap_or("00")).join(key)
    }
}

/// Notes that an entry was used, for [`shrink`]; not at every use, because many runs may share it.
fn note_use(path: &Path) {
    let now = SystemTime::now();
    let last = path.metadata().and_then(|about| about.modified());
    let is_old = last.is_ok_and(|last| now.duration_since(last).is_ok_and(|age| age > USE_IS_NOTED_AFTER));
    if is_old && let Ok(file) = fs::File::options().append(true).open(path) {
        let _ = file.set_modified(now);
    }
}

#[cfg(test)]
mod tests;
