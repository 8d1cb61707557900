//! What the cache knows of a document.

use serde::{Deserialize, Serialize};

use crate::digest;

/// What is known of a document that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The templates that it was made with: path and digest, or nothing where one was looked for in vain.
    pub reads: Vec<(String, Option<String>)>,
    /// All pages.
    pub pages: usize,
    /// Pages before the annexes.
    pub body_pages: usize,
    /// How many lines are over the limit, and the longest sections with theirs; nothing where it is no longer than it may be.
    pub excess: Option<(usize, Vec<(String, usize)>)>,
    /// The size of the PDF.
    pub bytes: usize,
    /// The SHA-256 of the PDF.
    pub sha256: String,
}

impl Entry {
    /// Returns the digest over the templates.
    pub fn templates(&self) -> String {
        let read = |(path, sha256): &'_ (String, Option<String>)| (path.clone(), sha256.clone().unwrap_or_default());
        let reads: Vec<(String, String)> = self.reads.iter().map(read).collect();
        digest::of_files(reads.iter().map(|(path, sha256)| (path.as_str(), sha256.as_bytes())))
    }
}
