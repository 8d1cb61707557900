//! Where the files of releases come from: the folder that they were released to, or their commit, from which they are made again.

use std::fs;
use std::path::{Path, PathBuf};

use super::plan::Choice;
use crate::digest;
use crate::release::{Past, Registered, Unmade};
use crate::select::Numbered;

/// The files of releases.
pub struct Shelf {
    /// The folder that documents are released to.
    folder: PathBuf,
    past: Past,
}

/// Why a file is not to be had.
#[derive(Debug)]
pub enum Unavailable {
    /// It cannot be made again.
    Unmade(Unmade),
    /// What is made is another file than was released.
    Other,
}

impl Shelf {
    /// Creates the shelf of a workspace.
    pub fn new(root: &Path, folder: PathBuf) -> Self {
        Self { folder, past: Past::new(root) }
    }

    /// Returns the file of a choice: the released one, or the copy with its number.
    ///
    /// # Errors
    /// Returns why it is not to be had.
    pub fn file(&mut self, choice: &Choice<'_>, first_edition: &str, recipient: &str) -> Result<Vec<u8>, Unavailable> {
        if let Some(number) = choice.copy {
            let copy = Numbered { number, recipient: recipient.to_owned() };
            return self.made(choice, Some(copy))?.ok_or(Unavailable::Other);
        }
        let edition = choice.said("edition");
        let folder = if edition == first_edition { self.folder.clone() } else { self.folder.join(edition) };
        let released = |bytes: &Vec<u8>| digest::of(bytes) == choice.said("sha256");
        let kept = fs::read(folder.join(choice.said("file"))).ok().filter(released);
        match kept {
            Some(bytes) => Ok(bytes),
            None => self.made(choice, None)?.filter(released).ok_or(Unavailable::Other),
        }
    }

    fn made(&mut self, choice: &Choice<'_>, copy: Option<Numbered>) -> Result<Option<Vec<u8>>, Unavailable> {
        let registered = Registered { release: choice.release.record, entry: choice.entry };
        self.past.file(registered, copy).map_err(Unavailable::Unmade)
    }
}
