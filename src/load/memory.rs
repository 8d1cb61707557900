//! What was read of a workspace before: as long as somebody plans changes, its files are taken to stay as they are on the disk, until the disk
//! is forgotten; a text that is the same again is no other tree even then.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::{Ending, Text};
use super::folders::Listing;
use super::yaml::Read;
use crate::diag::FileId;

/// Folders, texts and trees that need not be read again.
#[derive(Debug, Default)]
pub struct Memory {
    listings: HashMap<(String, Ending), Listing>,
    texts: HashMap<PathBuf, Text>,
    trees: HashMap<PathBuf, Tree>,
}

/// A text with what was read in it. Places in it name the file by its number.
#[derive(Debug)]
struct Tree {
    file: FileId,
    text: Arc<str>,
    read: Read,
}

impl Memory {
    /// Returns what lies in a folder.
    pub fn listing(&self, folder: &str, ending: Ending) -> Option<&Listing> {
        self.listings.get(&(folder.to_owned(), ending))
    }

    /// Returns the text of a file on the disk.
    pub fn text(&self, path: &Path) -> Option<&Text> {
        self.texts.get(path)
    }

    /// Returns what was read in a file of the same number and text.
    pub fn tree(&self, path: &Path, file: FileId, text: &Arc<str>) -> Option<&Read> {
        let tree = self.trees.get(path)?;
        let same = tree.file == file && (Arc::ptr_eq(&tree.text, text) || tree.text == *text);
        same.then_some(&tree.read)
    }

    /// Remembers what lies in a folder.
    pub fn keep_listing(&mut self, folder: &str, ending: Ending, listing: Listing) {
        self.listings.insert((folder.to_owned(), ending), listing);
    }

    /// Remembers the text of a file on the disk.
    pub fn keep_text(&mut self, path: &Path, text: Text) {
        self.texts.insert(path.to_path_buf(), text);
    }

    /// Remembers what was read in a text; of a file that is read with other texts, the last one.
    pub fn keep_tree(&mut self, path: &Path, file: FileId, text: &Arc<str>, read: Read) {
        self.trees.insert(path.to_path_buf(), Tree { file, text: Arc::clone(text), read });
    }

    /// Forgets what lies on the disk. What was read in a text holds for the same text.
    pub fn forget_disk(&mut self) {
        self.listings.clear();
        self.texts.clear();
    }

    /// Takes in what was newly read.
    pub fn extend(&mut self, newer: Self) {
        self.listings.extend(newer.listings);
        self.texts.extend(newer.texts);
        self.trees.extend(newer.trees);
    }
}
