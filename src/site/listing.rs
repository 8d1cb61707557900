//! What is listed: the releases that an edition may show, with their files in it.

use std::cmp::Reverse;

use crate::driver::{Release, Standing, Views};
use crate::record::edtf::Date;
use crate::record::{Language, Node, Record};
use crate::schema::RELEASE;
use crate::store::Store;

/// What an edition lists.
#[derive(Debug)]
pub struct Listing<'v> {
    /// The versions, the newest first.
    pub versions: Vec<Version<'v>>,
    /// How many are left out because their request or subject may not be shown.
    pub withheld: usize,
}

/// A version that went out.
#[derive(Debug)]
pub struct Version<'v> {
    /// Its release.
    pub release: Release<'v>,
    /// How it stands.
    pub standing: Standing,
    /// The record that it is about.
    pub subject: Option<&'v Record>,
    /// The records that the edition may show for it.
    pub store: &'v Store,
    /// Its files in the edition, by language.
    pub files: Vec<ReleasedFile<'v>>,
}

/// A file of a version.
#[derive(Debug, Clone, Copy)]
pub struct ReleasedFile<'v> {
    /// The language of the document.
    pub language: Language,
    entry: &'v Node,
}

impl<'v> ReleasedFile<'v> {
    /// Returns a field of its entry in the register.
    pub fn text(&self, field: &str) -> &'v str {
        self.entry.get(field).and_then(Node::text).unwrap_or_default()
    }

    /// Returns the markings, as the register writes them.
    pub fn markings(&self) -> Vec<&'v str> {
        self.entry.get("marking").map(Node::items).unwrap_or_default().iter().filter_map(Node::text).collect()
    }
}

impl<'v> Version<'v> {
    /// Returns a field of its release.
    pub fn text(&self, field: &str) -> &'v str {
        self.release.text(field).unwrap_or_default()
    }

    /// Returns the year of its date.
    pub fn year(&self) -> Option<i32> {
        self.release.record.date("date")?.start()?.year
    }
}

/// Returns what an edition lists.
///
/// A version is listed where the edition has files of it and may show its request and its subject as the records are now: what was marked
/// higher since is not shown any more.
pub fn listed<'v>(views: &'v Views<'_>) -> Listing<'v> {
    let base: &Store = views.on(None).store();
    let (mut versions, mut withheld) = (Vec::new(), 0);
    for release in base.records.of_kind(RELEASE).filter_map(Release::of) {
        let files = files(release, views.edition());
        if files.is_empty() {
            continue;
        }
        let store: &Store = views.on(release.record.date("as-of")).store();
        let request = release.text("request").and_then(|id| base.records.get(id));
        let subject = release.text("subject").map(|id| store.records.get(id));
        match (request, subject) {
            (None, _) | (_, Some(None)) => withheld += 1,
            (Some(_), subject) => {
                let standing = release.standing(base);
                versions.push(Version { release, standing, subject: subject.flatten(), store, files });
            }
        }
    }
    versions.sort_by_cached_key(|version| {
        let day = version.release.record.date("date").and_then(Date::first);
        (Reverse(day), version.text("reference"), Reverse(version.release.number))
    });
    Listing { versions, withheld }
}

fn files<'v>(release: Release<'v>, edition: &str) -> Vec<ReleasedFile<'v>> {
    let is_own = |entry: &&Node| entry.get("edition").and_then(Node::text) == Some(edition);
    let file = |entry: &'v Node| {
        let language = Language::from_code(entry.get("language")?.text()?)?;
        Some(ReleasedFile { language, entry })
    };
    let mut files: Vec<ReleasedFile<'v>> = release.documents().iter().filter(is_own).filter_map(file).collect();
    files.sort_by_key(|file| file.language);
    files
}
