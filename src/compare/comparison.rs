//! What a comparison finds.

use crate::diag::Arg;
use crate::page::Change;

/// The page that a browser opens.
pub const PAGE: &str = "index.html";
/// The text for a merge request.
pub const SUMMARY: &str = "summary.md";
/// The folder of the pictures.
pub const PICTURES: &str = "pages";

/// How a document stands to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// There was none.
    Added,
    /// There is none any more.
    Gone,
    /// The file has other bytes.
    Changed,
    /// The file is the same.
    Same,
}

/// A document with what differs.
#[derive(Debug)]
pub struct Compared {
    /// Report, subject and language, with the edition where there are several.
    pub name: String,
    /// The title: the one after, or the one before.
    pub title: String,
    /// How it stands.
    pub standing: Standing,
    /// What else than facts explains the change, or what is wrong with one of the files.
    pub causes: Vec<Arg>,
    /// The values that differ.
    pub changes: Vec<Change>,
    /// Whether the values are known of both.
    pub is_known: bool,
    /// The pages that look otherwise; none where pictures were not wanted.
    pub pages: Vec<PageDifference>,
}

/// What differs between two folders.
#[derive(Debug)]
pub struct Comparison {
    /// What was before, as the person called it.
    pub old: String,
    /// What came after.
    pub new: String,
    /// The documents of either, by name.
    pub documents: Vec<Compared>,
    /// Each changed fact once, with the documents that print it.
    pub facts: Vec<Fact>,
}

impl Comparison {
    /// Returns how many documents stand in a way.
    pub fn count(&self, standing: Standing) -> usize {
        self.documents.iter().filter(|document| document.standing == standing).count()
    }
}

/// A fact that changed.
#[derive(Debug, PartialEq)]
pub struct Fact {
    /// What changed.
    pub change: Change,
    /// The places of the documents that print it.
    pub documents: Vec<usize>,
}

/// A page that looks otherwise. The names are those of files in the folder of pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageDifference {
    /// The number of the page, counted from 1.
    pub number: usize,
    /// The page before, if there was one.
    pub before: Option<String>,
    /// The page after, if there is one.
    pub after: Option<String>,
    /// Both over each other.
    pub difference: Option<String>,
}

impl PageDifference {
    /// Returns the names of the pictures.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        [&self.before, &self.after, &self.difference].into_iter().flatten()
    }
}
