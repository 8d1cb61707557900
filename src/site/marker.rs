//! What says of a folder that it is an index: of which edition, and of which files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest;

/// The file that says it.
pub const MARKER: &str = "site.json";

/// What the file says.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// The edition.
    pub edition: String,
    /// The check value of every file, by its name in the folder.
    pub files: BTreeMap<String, String>,
}

impl Marker {
    /// Begins one.
    pub fn new(edition: &str) -> Self {
        Self { edition: edition.to_owned(), files: BTreeMap::new() }
    }

    /// Takes in a file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.files.insert(name.to_owned(), digest::of(bytes));
    }

    /// Returns it as it stands in the folder.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("names and digests are JSON");
        bytes.push(b'\n');
        bytes
    }

    /// Reads it; nothing where it is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_written() {
        let mut marker = Marker::new("public");
        marker.add("index.html", b"x");
        assert_eq!(Marker::read(&marker.to_bytes()), Some(marker));
        assert_eq!(Marker::read(b"{}"), None);
    }
}
