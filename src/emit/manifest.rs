//! `manifest.json`: what lies in an output folder, and from what it was made.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// The name of the manifest.
pub const NAME: &str = "manifest.json";

/// A list of documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the form of this file.
    pub manifest: u32,
    /// The documents, by file name.
    pub documents: Vec<ManifestEntry>,
}

/// A document of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ManifestEntry {
    /// The name of the file.
    pub file: String,
    /// The report.
    pub report: String,
    /// The id of the subject.
    pub subject: Option<String>,
    /// The language.
    pub language: String,
    /// The edition.
    #[serde(default)]
    pub edition: String,
    /// The title.
    pub title: String,
    /// All pages.
    pub pages: usize,
    /// The size in bytes.
    pub bytes: usize,
    /// The SHA-256 of the file.
    pub sha256: String,
    /// From what it was made.
    pub made_from: Digests,
}

/// From what a document was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Digests {
    /// SHA-256 of the page data.
    pub page_data: String,
    /// SHA-256 over all templates.
    pub templates: String,
    /// SHA-256 over all fonts.
    pub fonts: String,
    /// The version of the program.
    pub program: String,
}

impl Manifest {
    /// Creates a manifest of documents.
    pub fn new(documents: Vec<ManifestEntry>) -> Self {
        Self { manifest: 1, documents }
    }

    /// Reads the manifest of a folder; an empty one where there is none that can be read.
    pub fn of(folder: &Path) -> Self {
        std::fs::read(folder.join(NAME)).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default()
    }

    /// Returns another edition than this one that a document of the manifest is of.
    pub fn other_edition(&self, own: &str) -> Option<&str> {
        self.documents.iter().map(|entry| entry.edition.as_str()).find(|edition| !edition.is_empty() && *edition != own)
    }

    /// Returns this manifest with the entries of the one in a folder whose files are still there and not made anew.
    pub fn merged_with(&self, folder: &Path) -> Self {
        let earlier = Self::of(folder);
        let anew = |entry: &ManifestEntry| self.documents.iter().any(|own| own.file == entry.file);
        let kept = earlier.documents.into_iter().filter(|e| !anew(e) && folder.join(&e.file).is_file());
        let mut documents: Vec<ManifestEntry> = self.documents.iter().cloned().chain(kept).collect();
        documents.sort_by(|a, b| a.file.cmp(&b.file));
        Self::new(documents)
    }

    /// Returns the manifest as JSON with a line break at the end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a manifest is plain text and numbers");
        bytes.push(b'\n');
        bytes
    }
}
