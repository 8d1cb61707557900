//! The documents of two folders, in pairs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::messages;
use crate::cache::Cache;
use crate::diag::{Arg, messages as common};
use crate::emit::{Manifest, ManifestEntry, NAME, State, holds};

/// A folder of documents, with those of its further editions below it.
#[derive(Debug, Clone)]
pub struct DocumentFolder {
    /// What the person calls it.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Where its page data are kept; without it, in the folder of each edition.
    pub cache: Option<PathBuf>,
}

impl DocumentFolder {
    /// Returns whether a folder is one of documents.
    pub fn is_one(path: &Path) -> bool {
        path.join(NAME).is_file()
    }

    /// Returns the folders of its editions.
    fn editions(&self) -> Vec<PathBuf> {
        let below = fs::read_dir(&self.path).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_visible = |path: &PathBuf| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let mut all: Vec<PathBuf> = below.filter(is_visible).filter(|path| path.is_dir()).collect();
        all.sort();
        all.insert(0, self.path.clone());
        all
    }

    /// Returns every document.
    fn documents(&self) -> Vec<Made> {
        let made = |folder: PathBuf| {
            let entries = Manifest::of(&folder).documents.into_iter();
            entries.map(move |entry| Made { folder: folder.clone(), entry }).collect::<Vec<_>>()
        };
        // What nothing asks for any more is no document of the folder, though its file may lie there.
        let is_asked_for = |made: &Made| made.entry.state != State::Withdrawn;
        self.editions().into_iter().flat_map(made).filter(is_asked_for).collect()
    }

    /// Returns the page data that a document was made from, where they are still there.
    pub(super) fn page_data(&self, made: &Made) -> Option<serde_json::Value> {
        let beside = made.folder.join(".cache");
        let cache = Cache::open(self.cache.as_deref().unwrap_or(&beside));
        let found = cache.any(&made.entry.finished.as_ref()?.made_from.action)?;
        serde_json::from_str(&found.page()?).ok()
    }
}

/// A document of a folder.
#[derive(Debug)]
pub struct Made {
    folder: PathBuf,
    entry: ManifestEntry,
}

impl Made {
    /// Returns the file, if there is one.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        self.entry.finished.as_ref()?;
        fs::read(self.folder.join(&self.entry.file)).ok()
    }

    pub fn title(&self) -> String {
        self.entry.finished.as_ref().map(|finished| finished.title.clone()).unwrap_or_default()
    }

    /// Returns the name of the file without its ending.
    pub fn stem(&self) -> String {
        self.entry.file.strip_suffix(".pdf").unwrap_or(&self.entry.file).to_owned()
    }

    /// Returns whether page data were the same.
    pub fn prints_the_same(&self, other: &Self) -> bool {
        let data = |made: &Self| made.entry.finished.as_ref().map(|finished| finished.made_from.page_data.clone());
        data(self) == data(other)
    }

    fn is_as_made(&self) -> bool {
        let finished = self.entry.finished.as_ref();
        finished.is_none_or(|finished| holds(&self.folder, &self.entry.file, &finished.sha256))
    }
}

/// A document before and after.
#[derive(Debug)]
pub struct Pair {
    pub name: String,
    pub old: Option<Made>,
    pub new: Option<Made>,
}

/// Returns the documents of both folders by name, in the order of the names.
pub fn pairs(old: &DocumentFolder, new: &DocumentFolder) -> Vec<Pair> {
    let (old, new) = (old.documents(), new.documents());
    let mut editions: Vec<&str> = old.iter().chain(&new).map(|made| made.entry.edition.as_str()).collect();
    editions.sort_unstable();
    editions.dedup();
    let has_one = editions.len() < 2;
    let name = |made: &Made| {
        let entry = &made.entry;
        let parts = [Some(&entry.report), entry.subject.as_ref(), Some(&entry.language)];
        let name: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let edition = if has_one { String::new() } else { format!(" ({})", entry.edition) };
        format!("{}{edition}", name.join("/"))
    };
    let mut pairs: BTreeMap<String, Pair> = BTreeMap::new();
    for (is_old, made) in old.into_iter().map(|made| (true, made)).chain(new.into_iter().map(|made| (false, made))) {
        let name = name(&made);
        let pair = pairs.entry(name.clone()).or_insert(Pair { name, old: None, new: None });
        *(if is_old { &mut pair.old } else { &mut pair.new }) = Some(made);
    }
    pairs.into_values().collect()
}

/// Returns what is wrong with either file.
pub fn troubles(old: Option<&Made>, new: Option<&Made>) -> Vec<Arg> {
    let mut found: Vec<Arg> = Vec::new();
    if let Some(new) = new {
        match new.entry.state {
            State::Stale => found.push((&messages::IS_STALE).into()),
            State::Failed => found.push((&messages::HAS_FAILED).into()),
            State::Current | State::Withdrawn => {}
        }
    }
    let changed = |made: &Made, words: &'static crate::diag::Message| (!made.is_as_made()).then(|| words.into());
    found.extend(old.and_then(|made| changed(made, &messages::OLD_FILE_CHANGED)));
    found.extend(new.and_then(|made| changed(made, &messages::NEW_FILE_CHANGED)));
    found
}

/// Returns what else than facts two documents were made from differently.
pub fn causes(old: &Made, new: &Made) -> Vec<Arg> {
    let (Some(old), Some(new)) = (&old.entry.finished, &new.entry.finished) else { return Vec::new() };
    let (old, new) = (&old.made_from, &new.made_from);
    let mut found: Vec<Arg> = Vec::new();
    if old.program != new.program {
        let values = vec![("old", old.program.as_str().into()), ("new", new.program.as_str().into())];
        found.push(common::WHY_PROGRAM.of(values));
    }
    if old.fonts != new.fonts {
        found.push((&common::WHY_FONTS).into());
    }
    if old.templates != new.templates {
        found.push((&common::WHY_TEMPLATES).into());
    }
    found
}
