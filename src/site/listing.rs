//! What is listed: the releases that an edition may show, with their files in it.

use std::cmp::Reverse;

use rayon::prelude::*;

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
    /// Those that are left out, for whoever makes the index and never for its readers.
    pub withheld: Vec<Withheld<'v>>,
}

/// A version that is left out.
#[derive(Debug)]
pub struct Withheld<'v> {
    /// Its release.
    pub release: Release<'v>,
    /// What the edition may not show any more.
    pub why: Unshown,
}

/// What an edition may not show of a version.
#[derive(Debug, PartialEq, Eq)]
pub enum Unshown {
    /// Its request.
    Request,
    /// Its subject.
    Subject,
    /// Records that it prints, by their names.
    Printed(Vec<String>),
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

/// Returns what an edition lists; `hidden` says what a file printed that the edition may not show any more.
///
/// A version is listed where the edition has files of it and may show its request, its subject and all that it prints as the records are now:
/// what was marked higher since is not shown any more.
pub fn listed<'v>(
    views: &'v Views<'_>,
    hidden: impl Fn(&Release<'v>, &ReleasedFile<'v>) -> Vec<String> + Sync,
) -> Listing<'v> {
    let base: &Store = views.on(None).store();
    let (mut versions, mut withheld) = (Vec::new(), Vec::new());
    for release in base.records.of_kind(RELEASE).filter_map(Release::of) {
        let files = files(release, views.edition());
        if files.is_empty() {
            continue;
        }
        let store: &Store = views.on(release.record.date("as-of")).store();
        let request = release.text("request").and_then(|id| base.records.get(id));
        let subject = release.text("subject").map(|id| store.records.get(id));
        match (request, subject) {
            (None, _) => withheld.push(Withheld { release, why: Unshown::Request }),
            (_, Some(None)) => withheld.push(Withheld { release, why: Unshown::Subject }),
            (Some(_), subject) => {
                let standing = release.standing(base);
                versions.push(Version { release, standing, subject: subject.flatten(), store, files });
            }
        }
    }
    let all_hidden = |version: &Version<'v>| {
        let mut all: Vec<String> = version.files.iter().flat_map(|file| hidden(&version.release, file)).collect();
        all.sort();
        all.dedup();
        all
    };
    let printed: Vec<Vec<String>> = versions.par_iter().map(all_hidden).collect();
    let mut printed = printed.into_iter();
    versions.retain(|version| {
        let own = printed.next().unwrap_or_default();
        let is_shown = own.is_empty();
        if !is_shown {
            withheld.push(Withheld { release: version.release, why: Unshown::Printed(own) });
        }
        is_shown
    });
    versions.sort_by_cached_key(|version| {
        let day = version.release.record.date("date").and_then(Date::first);
        (Reverse(day), version.text("reference"), Reverse(version.release.number))
    });
    withheld.sort_by_key(|withheld| (withheld.release.text("reference"), withheld.release.number));
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
