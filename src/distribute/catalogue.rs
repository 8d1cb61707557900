//! What there is to send: documents, each with its versions.

use std::collections::BTreeMap;

use crate::driver::{self, Release, Standing};
use crate::record::{Node, Record};
use crate::schema::{RELEASE, REQUEST};
use crate::select::{Status, Version};
use crate::store::Store;

/// A document with its versions that went out, the first one first.
#[derive(Debug)]
pub struct Group<'r> {
    /// The report.
    pub report: &'r str,
    /// The subject, for a report with one document for each.
    pub subject: Option<&'r str>,
    /// The releases.
    pub releases: Vec<Release<'r>>,
    /// Those of them that are given out now.
    pub current: Vec<Release<'r>>,
    /// The state of its latest request.
    pub status: Option<Status>,
}

impl Group<'_> {
    /// Returns how it is called: the report, and the subject if there is one.
    pub fn name(&self) -> String {
        [Some(self.report), self.subject].into_iter().flatten().collect::<Vec<_>>().join("/")
    }
}

/// Returns every document that a release or a request is about, by report and subject.
pub fn groups(store: &Store) -> Vec<Group<'_>> {
    let records = || [RELEASE, REQUEST].into_iter().flat_map(|kind| store.records.of_kind(kind));
    let mut named: BTreeMap<(&str, Option<&str>), Option<Version>> = BTreeMap::new();
    for record in records() {
        let Some(report) = said(record, "report") else { continue };
        let latest = named.entry((report, said(record, "subject"))).or_default();
        let own = Version::written(record).filter(|_| record.kind == REQUEST);
        if own.map(|own| own.number) > latest.map(|latest| latest.number) {
            *latest = own;
        }
    }
    let of = |((report, subject), latest): ((_, _), Option<Version>)| {
        let releases = driver::releases(store, report, subject);
        let is_current = |release: &&Release<'_>| release.standing(store) == Standing::Current;
        let current = releases.iter().filter(is_current).copied().collect();
        Group { report, subject, releases, current, status: latest.map(|version| version.status) }
    };
    named.into_iter().map(of).collect()
}

fn said<'r>(record: &'r Record, field: &str) -> Option<&'r str> {
    record.root.get(field).and_then(Node::text)
}
