//! The manifests of parts → one manifest, and what no part holds: a machine that died is seen.

use super::build::list;
use super::expected::Expected;
use crate::emit::{Manifest, ManifestEntry, OutputFolder, State, WriteError, is_current};

/// What came of joining parts.
#[derive(Debug)]
pub struct Merged {
    /// The places of the documents that no part holds as they should be.
    pub missing: Vec<usize>,
    /// The places of the documents that could not be made.
    pub failed: Vec<usize>,
    /// How many documents nothing asks for any more.
    pub withdrawn: usize,
}

/// Joins the manifests of the parts in the folders of all editions.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn merge(documents: &[Expected<'_>], folders: &[&OutputFolder]) -> Result<Merged, WriteError> {
    let parts: Vec<Vec<Manifest>> = folders.iter().map(|out| Manifest::parts(out.root())).collect();
    let mut entries: Vec<Vec<ManifestEntry>> = folders.iter().map(|_| Vec::new()).collect();
    let (mut missing, mut failed) = (Vec::new(), Vec::new());
    for (at, document) in documents.iter().enumerate() {
        let out = folders[document.edition];
        let held: Vec<&ManifestEntry> =
            parts[document.edition].iter().filter_map(|part| part.document(&document.file)).collect();
        match held.iter().copied().find(|entry| is_current(out.root(), entry)) {
            Some(entry) => entries[document.edition].push(entry.clone()),
            None => match held.iter().copied().find(|entry| entry.state != State::Current) {
                Some(entry) => {
                    failed.push(at);
                    entries[document.edition].push(entry.clone());
                }
                None => missing.push(at),
            },
        }
    }
    let earlier = folders.iter().map(|out| out.manifest()).collect();
    let withdrawn = list(entries, earlier, folders, false)?.len();
    Ok(Merged { missing, failed, withdrawn })
}
