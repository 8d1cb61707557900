//! Which files a workspace holds, bounded in number and depth.
//!
//! A workspace holds its own files. The folder of the workspace may be reached by a link; in `data/`, `templates/` and `fonts/`, these three
//! included, nothing may be one: no file and no folder, wherever it leads, within the workspace, out of it, in a circle or to nothing. A link
//! is an error that names it, and nothing behind it is read or written. For on another machine the workspace would be another one: a path out
//! of it leads elsewhere there, Git on Windows puts down a file with the path in it (which is known for what it is), and a folder
//! that is reached in two ways holds every record twice. Junctions of Windows are links. Names that begin with a dot are not looked at.

use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::files::{Ending, unreadable};
use crate::diag::{Diagnostic, codes, messages};

/// More files than a workspace has, in one folder and those below it.
const MAX_FILES: usize = 100_000;

/// The most folders within folders.
const MAX_DEPTH: usize = 8;

/// What git writes for a link where it makes none is not longer than this.
const MAX_PATH_BYTES: u64 = 1024;

/// The files below a folder that have an ending.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Their paths in the workspace.
    pub files: Vec<PathBuf>,
    /// What is not read, by its path: folders, links, and files that are called otherwise.
    pub faults: Vec<(PathBuf, Diagnostic)>,
}

/// Returns the files below a folder of a workspace that have an ending.
pub fn list(root: &Path, folder: &str, ending: Ending) -> Listing {
    let mut walk = Walk { root, ending, seen: 0, listing: Listing::default() };
    let mut here = PathBuf::new();
    for part in Path::new(folder) {
        here.push(part);
        if root.join(&here).is_symlink() {
            walk.link(here);
            return walk.listing;
        }
    }
    walk.folder(&here, MAX_DEPTH);
    walk.listing
}

/// A walk through folders.
struct Walk<'a> {
    root: &'a Path,
    ending: Ending,
    seen: usize,
    listing: Listing,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, depth: usize) {
        let before = (self.listing.files.len(), self.seen);
        let entries = match fs::read_dir(self.root.join(folder)).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => return self.fault(folder.to_path_buf(), unreadable(folder, &error)),
        };
        for entry in &entries {
            self.seen += 1;
            if self.seen > MAX_FILES {
                // Part of a folder would be worse than nothing of it; the folders beside it are read.
                self.listing.files.truncate(before.0);
                self.seen = before.1;
                let limit = vec![("limit", MAX_FILES.into())];
                self.fault(folder.to_path_buf(), Diagnostic::of_file(codes::FILES_TOO_MANY, folder, limit));
                return;
            }
            if !entry.file_name().to_string_lossy().starts_with('.') {
                self.entry(folder.join(entry.file_name()), entry, depth);
            }
        }
    }

    fn entry(&mut self, path: PathBuf, entry: &DirEntry, depth: usize) {
        // The type is that of the entry itself, and not of what a link leads to.
        let sort = match entry.file_type() {
            Ok(sort) => sort,
            Err(error) => return self.fault(path.clone(), unreadable(&path, &error)),
        };
        let fits = self.ending.fits(&path);
        match () {
            () if sort.is_symlink() || is_link_in_words(&self.root.join(&path)) => self.link(path),
            () if sort.is_dir() && fits => {
                let reason = vec![("reason", (&messages::NOT_A_FILE).into())];
                self.fault(path.clone(), Diagnostic::of_file(codes::FILE_UNREADABLE, &path, reason));
            }
            () if sort.is_dir() && depth == 0 => {
                let limit = vec![("limit", MAX_DEPTH.into())];
                self.fault(path.clone(), Diagnostic::of_file(codes::FOLDER_TOO_DEEP, &path, limit));
            }
            () if sort.is_dir() => self.folder(&path, depth - 1),
            () if fits => self.listing.files.push(path),
            () if self.ending.is_lengthened(&path) => {
                let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let name = vec![("name", name.into())];
                self.fault(path.clone(), Diagnostic::of_file(codes::FILE_ENDING, &path, name));
            }
            () => {}
        }
    }

    fn link(&mut self, path: PathBuf) {
        let fault = Diagnostic::of_file(codes::FILE_LINK, &path, vec![]);
        self.fault(path, fault);
    }

    fn fault(&mut self, path: PathBuf, fault: Diagnostic) {
        self.listing.faults.push((path, fault));
    }
}

/// Returns whether a file is what git puts down for a link on a system where it makes none: the path alone, in a file without ending.
fn is_link_in_words(path: &Path) -> bool {
    let short =
        |path: &Path| path.symlink_metadata().is_ok_and(|about| about.is_file() && about.len() <= MAX_PATH_BYTES);
    let words = (path.extension().is_none() && short(path)).then(|| fs::read_to_string(path).ok()).flatten();
    words.is_some_and(|words| words.contains('/') && !words.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_a_file_without_ending_is_a_link() {
        let folder = std::env::temp_dir().join(format!("chancery-links-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let is_link = |name: &str, words: &str| {
            fs::write(folder.join(name), words).unwrap();
            is_link_in_words(&folder.join(name))
        };
        assert!(is_link("figures", "../shared/figures"));
        assert!(!is_link("LICENSE", "See http://example.org/licence for the words.\n"));
        assert!(!is_link("figures.txt", "../shared/figures"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
