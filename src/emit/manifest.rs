//! `manifest.json`: every document that is expected in an output folder, its state, and from what it was made. The same documents give the
//! same bytes: nothing of the run that wrote them stands here.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// The name of the manifest.
pub const NAME: &str = "manifest.json";

/// How much of the documents one run makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    Whole,
    /// Those that fall to one of so many machines, counted from 1.
    Shard(u64, u64),
}

impl Part {
    /// Returns the name of the manifest that the run writes.
    pub fn manifest(self) -> String {
        match self {
            Self::Whole => NAME.to_owned(),
            Self::Shard(number, of) => format!("manifest.{number}-of-{of}.json"),
        }
    }
}

/// A list of documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the form of this file.
    pub manifest: u32,
    /// The documents, by file name.
    pub documents: Vec<ManifestEntry>,
}

/// How a document stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// The file says what the records say.
    #[default]
    Current,
    /// The document cannot be made, and the file is that of an earlier build.
    Stale,
    /// The document cannot be made, and there is no file.
    Failed,
    /// The file is there, and nothing asks for the document any more.
    Withdrawn,
}

/// A document of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ManifestEntry {
    /// The name of the file.
    pub file: String,
    /// How the document stands.
    #[serde(default)]
    pub state: State,
    /// The report.
    pub report: String,
    /// The id of the subject.
    pub subject: Option<String>,
    /// The language.
    pub language: String,
    /// The edition.
    #[serde(default)]
    pub edition: String,
    /// Codes of what keeps the document from being made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<String>,
    /// The file, if there is one.
    #[serde(flatten)]
    pub finished: Option<Finished>,
}

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Finished {
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
    /// The action key: SHA-256 over all below but the templates, and the entry template.
    pub action: String,
    /// SHA-256 of the page data.
    pub page_data: String,
    /// SHA-256 over the templates that the document was made with.
    pub templates: String,
    /// SHA-256 over all fonts.
    pub fonts: String,
    /// The version of the program, and the digest of its sources.
    pub program: String,
}

impl Manifest {
    /// Creates a manifest of documents.
    pub fn new(documents: Vec<ManifestEntry>) -> Self {
        let mut manifest = Self { manifest: 2, documents };
        manifest.sort();
        manifest
    }

    /// Reads the manifest of a folder; an empty one where there is none that can be read.
    pub fn of(folder: &Path) -> Self {
        Self::read(folder, NAME)
    }

    /// Returns the manifests of parts in a folder.
    pub fn parts(folder: &Path) -> Vec<Self> {
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let names = names.filter_map(|entry| entry.file_name().into_string().ok());
        let mut parts: Vec<String> =
            names.filter(|name| name.starts_with("manifest.") && name.contains("-of-")).collect();
        parts.sort();
        parts.iter().map(|name| Self::read(folder, name)).collect()
    }

    /// Reads a manifest by its name.
    pub fn read(folder: &Path, name: &str) -> Self {
        let read = std::fs::read(folder.join(name)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let mut manifest: Self = read.unwrap_or_default();
        // Another hand may have put them into another order.
        manifest.sort();
        manifest
    }

    /// Sorts the documents by file, so that one is found among many thousands.
    fn sort(&mut self) {
        self.documents.sort_by(|a, b| a.file.cmp(&b.file));
    }

    /// Returns the document of a file.
    pub fn document(&self, file: &str) -> Option<&ManifestEntry> {
        let at = self.documents.binary_search_by(|entry| entry.file.as_str().cmp(file)).ok()?;
        Some(&self.documents[at])
    }

    /// Returns another edition than this one that a document of the manifest is of.
    pub fn other_edition(&self, own: &str) -> Option<&str> {
        self.documents.iter().map(|entry| entry.edition.as_str()).find(|edition| !edition.is_empty() && *edition != own)
    }

    /// Returns this manifest with those documents of an earlier one that are not in it and whose files are still there; `state` says how
    /// they stand now.
    pub fn merged_with(self, earlier: Self, folder: &Path, state: impl Fn(&ManifestEntry) -> State) -> Self {
        let names: std::collections::HashSet<&str> = self.documents.iter().map(|entry| entry.file.as_str()).collect();
        let kept: Vec<ManifestEntry> = earlier
            .documents
            .into_iter()
            .filter(|entry| !names.contains(entry.file.as_str()) && folder.join(&entry.file).is_file())
            .map(|entry| ManifestEntry { state: state(&entry), ..entry })
            .collect();
        Self::new(self.documents.into_iter().chain(kept).collect())
    }

    /// Returns the manifest as JSON with a line break at the end.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).expect("a manifest is plain text and numbers");
        bytes.push(b'\n');
        bytes
    }
}
