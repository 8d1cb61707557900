//! What changed since the copy that a recipient has, each pair of versions compared once.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value as Json;

use crate::driver::{self, Release};
use crate::page;
use crate::record::Language;
use crate::select::Since;
use crate::view::View;

/// Compares versions by what they printed.
#[derive(Debug, Default)]
pub struct Comparer {
    root: PathBuf,
    known: Mutex<HashMap<Compared, Option<Arc<Since>>>>,
}

/// Which versions, for whom: the view decides what may be told of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Compared {
    old: String,
    new: String,
    edition: String,
    language: Language,
    view: usize,
}

impl Comparer {
    /// Creates one for a workspace.
    pub fn new(root: PathBuf) -> Self {
        Self { root, known: Mutex::default() }
    }

    /// Returns what changed between two versions, as a recipient may see it; nothing where nobody kept what one of them printed.
    pub fn since(
        &self,
        old: &Release<'_>,
        new: &Release<'_>,
        (edition, language): (&str, Language),
        (at, view): (usize, &View<'_>),
    ) -> Option<Arc<Since>> {
        let (old_id, new_id) = (old.record.id.clone(), new.record.id.clone());
        let key = Compared { old: old_id, new: new_id, edition: edition.to_owned(), language, view: at };
        if let Some(known) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let found = self.compared(old, new, edition, language, view).map(Arc::new);
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, found.clone());
        found
    }

    fn compared(
        &self,
        old: &Release<'_>,
        new: &Release<'_>,
        edition: &str,
        language: Language,
        view: &View<'_>,
    ) -> Option<Since> {
        let printed = |release| driver::release_data(release, &self.root, edition, language.code());
        let (before, after) = (printed(old)?, printed(new)?);
        let facts = page::since(&before.data, &after.data, view.store(), language);
        let facts: Vec<_> = facts.into_iter().map(|fact| fact.without_what_is_gone(view.store())).collect();
        let facts: Json = serde_json::to_value(facts).ok()?;
        Some(Since { version: before.version, date: before.date, facts })
    }
}
