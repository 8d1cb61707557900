//! The register: what went out. A release is a record; what its documents printed lies beside it, by edition and language.

use std::fs;
use std::path::{Path, PathBuf};

use crate::record::{Node, Record};
use crate::schema::RELEASE;
use crate::select::{Earlier, Job, Status, Version, reference_name, version_name};
use crate::store::Store;

/// A release, as its record says it.
#[derive(Debug, Clone, Copy)]
pub struct Release<'r> {
    /// The record.
    pub record: &'r Record,
    /// Its version.
    pub number: u32,
}

/// How a version that went out stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Current,
    /// Another took its place.
    Superseded,
    /// It was called back.
    Withdrawn,
}

impl Standing {
    /// Every standing, that of what holds first.
    pub const ALL: [Self; 3] = [Self::Current, Self::Superseded, Self::Withdrawn];

    /// Returns the name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl<'r> Release<'r> {
    /// Reads a record of the kind.
    pub fn of(record: &'r Record) -> Option<Self> {
        Some(Self { record, number: record.root.get("version")?.text()?.parse().ok()? })
    }

    /// Returns a field of the record.
    pub fn text(&self, field: &str) -> Option<&'r str> {
        self.record.root.get(field).and_then(Node::text)
    }

    /// Returns how the version is called: `v01`.
    pub fn version(&self) -> String {
        version_name(self.number)
    }

    /// Returns how it is referred to, in the manner of the United Nations: `CTB-2022-014/Rev.1`.
    pub fn reference(&self) -> String {
        reference_name(self.text("reference"), self.text("revision"))
    }

    /// Returns the request that it fulfilled, as long as that speaks of this version: the same request can ask for the next one later.
    pub fn request<'s>(&self, store: &'s Store) -> Option<(&'s Record, Version)> {
        let request = self.text("request").and_then(|id| store.records.get(id))?;
        let version = Version::written(request).filter(|version| version.number == self.number)?;
        Some((request, version))
    }

    /// Returns how it stands: as its request says, or replaced by what another release says of it.
    pub fn standing(&self, store: &Store) -> Standing {
        let is_replaced = || store.inverse(&self.record.id, "superseded-by").next().is_some();
        match self.request(store).map(|(_, version)| version.status) {
            Some(Status::Withdrawn) => Standing::Withdrawn,
            Some(Status::Superseded) => Standing::Superseded,
            _ if is_replaced() => Standing::Superseded,
            _ => Standing::Current,
        }
    }

    /// Returns the entry of the document in an edition and a language.
    pub fn document(&self, edition: &str, language: &str) -> Option<&'r Node> {
        let is = |entry: &&Node| said(entry, "edition") == Some(edition) && said(entry, "language") == Some(language);
        self.documents().iter().find(is)
    }

    /// Returns the entries of its documents.
    pub fn documents(&self) -> &'r [Node] {
        self.record.root.get("documents").map(Node::items).unwrap_or_default()
    }
}

fn said<'n>(entry: &'n Node, field: &str) -> Option<&'n str> {
    entry.get(field).and_then(Node::text)
}

/// Returns the releases of a document, the first version first.
pub fn releases<'r>(store: &'r Store, report: &str, subject: Option<&str>) -> Vec<Release<'r>> {
    let all = store.records.of_kind(RELEASE).filter_map(Release::of);
    let mut own: Vec<Release<'_>> =
        all.filter(|release| release.text("report") == Some(report) && release.text("subject") == subject).collect();
    own.sort_by_key(|release| release.number);
    own
}

/// Returns where the page data of a released document lie, in its workspace.
pub fn page_data_file(release: &str, edition: &str, language: &str) -> PathBuf {
    Path::new("data/register").join(release).join(format!("{edition}-{language}.json"))
}

/// Returns the version before the one that is made; nothing where none went out, or where nobody kept what it printed.
pub fn earlier(job: &Job<'_>) -> Option<Earlier> {
    let own = job.version();
    went_out(job, |release| own.is_none_or(|own| release.number < own.number))
}

/// Returns the version itself, as it went out; nothing where it did not, or where nobody kept what it printed.
pub fn own(job: &Job<'_>) -> Option<Earlier> {
    let own = job.version()?;
    went_out(job, |release| release.number == own.number)
}

fn went_out(job: &Job<'_>, is: impl Fn(&Release<'_>) -> bool) -> Option<Earlier> {
    let view = job.view;
    let subject = job.subject.map(|subject| subject.id.as_str());
    let release = releases(view.store(), &job.report.name, subject).into_iter().rfind(is)?;
    release_data(&release, view.workspace().root.as_path(), &view.edition().id, job.language.code())
}

/// Returns what a release printed.
pub fn release_data(release: &Release<'_>, root: &Path, edition: &str, language: &str) -> Option<Earlier> {
    release.document(edition, language)?;
    let file = root.join(page_data_file(&release.record.id, edition, language));
    let data = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    Some(Earlier { version: release.version(), date: release.record.date("date"), data })
}
