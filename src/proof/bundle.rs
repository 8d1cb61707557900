//! Files that belong together: a folder, or an archive.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::archive::{self, Archive, Bounds};

/// The most files in a bundle, and folders within folders.
const MAX_FILES: usize = 100_000;
const MAX_DEPTH: usize = 8;

/// What is unpacked of an archive at most: a document has a few megabytes.
const BOUNDS: Bounds = Bounds { parts: MAX_FILES, part_bytes: 1 << 28, all_bytes: 1 << 34 };

/// Files that belong together.
pub enum Bundle<'a> {
    /// Those of a folder.
    Folder(PathBuf),
    /// Those of an archive; where all lie in one folder of it, the name of that folder with a stroke.
    Archive(Archive<'a>, String),
}

/// Why a file of a bundle, or all of them, cannot be read.
#[derive(Debug)]
pub enum Unreadable {
    /// What the system says.
    System(io::Error),
    /// What is wrong with the archive.
    Archive(archive::Unreadable),
    /// There are too many files or folders.
    TooMany,
}

impl<'a> Bundle<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// Returns what is wrong with it.
    pub fn of_archive(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = Archive::open(bytes, BOUNDS).map_err(Unreadable::Archive)?;
        // Of two parts with one name, one would be looked at, and perhaps the other unpacked.
        let mut names = HashSet::new();
        if !archive.names().all(|name| names.insert(name.to_ascii_lowercase())) {
            return Err(Unreadable::Archive(archive::Unreadable::Broken));
        }
        let first = archive.names().next().and_then(|name| Some(name.split_once('/')?.0));
        let common = first.map(|folder| format!("{folder}/")).unwrap_or_default();
        let common = if archive.names().all(|name| name.starts_with(&common)) { common } else { String::new() };
        Ok(Self::Archive(archive, common))
    }

    /// Returns the names of all files, in their order; those that begin with a dot are not looked at.
    ///
    /// # Errors
    /// Returns why a folder cannot be read.
    pub fn names(&self) -> Result<Vec<String>, Unreadable> {
        let mut names = Vec::new();
        match self {
            Self::Folder(folder) => gather(folder, "", MAX_DEPTH, &mut names)?,
            Self::Archive(archive, common) => {
                let files = archive.names().filter(|name| !name.ends_with('/'));
                names.extend(files.filter_map(|name| name.strip_prefix(common.as_str())).map(str::to_owned));
            }
        }
        names.sort();
        Ok(names)
    }

    /// Reads a file; nothing where there is none.
    ///
    /// # Errors
    /// Returns why it cannot be read.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        match self {
            Self::Folder(folder) => match fs::read(folder.join(name)) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(Unreadable::System(error)),
            },
            Self::Archive(archive, common) => archive.part(&format!("{common}{name}")).map_err(Unreadable::Archive),
        }
    }
}

fn gather(folder: &Path, below: &str, depth: usize, names: &mut Vec<String>) -> Result<(), Unreadable> {
    for entry in fs::read_dir(folder).map_err(Unreadable::System)? {
        let entry = entry.map_err(Unreadable::System)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{below}{name}");
        let is_folder = entry.file_type().map_err(Unreadable::System)?.is_dir();
        match (is_folder, depth) {
            (true, 0) => return Err(Unreadable::TooMany),
            (true, _) => gather(&entry.path(), &format!("{path}/"), depth - 1, names)?,
            (false, _) => names.push(path),
        }
        if names.len() > MAX_FILES {
            return Err(Unreadable::TooMany);
        }
    }
    Ok(())
}
