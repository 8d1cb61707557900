//! What a recipient may not see any more of what a released file printed, each file looked into once for each level of seeing.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use crate::check::Checked;
use crate::driver::{Hidden, Release};
use crate::record::marking::{Ceiling, Marking};
use crate::report::Edition;

/// What recipients of one level may not see.
type OfLevel = (Hidden, HashMap<Printed, Vec<String>>);

/// A file of a release.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Printed {
    release: String,
    edition: String,
    language: String,
}

/// Looks into what released files printed.
pub struct Prints<'r> {
    checked: &'r Checked,
    known: RefCell<BTreeMap<Ceiling, OfLevel>>,
}

impl<'r> Prints<'r> {
    /// Creates one for a workspace.
    pub fn new(checked: &'r Checked) -> Self {
        Self { checked, known: RefCell::default() }
    }

    /// Returns the records that a file printed and that are marked above the highest levels of a recipient by now; `ceiling` is of the same
    /// levels.
    pub fn above(
        &self,
        (ceiling, highest): (&Ceiling, &[Marking]),
        release: &Release<'_>,
        (edition, language): (&str, &str),
    ) -> Vec<String> {
        let mut known = self.known.borrow_mut();
        let (hidden, of_files) = known.entry(ceiling.clone()).or_insert_with(|| {
            let edition = Edition { id: String::new(), highest: Some(highest.to_vec()), attach: false };
            (Hidden::of(self.checked, &edition), HashMap::new())
        });
        let file =
            Printed { release: release.record.id.clone(), edition: edition.to_owned(), language: language.to_owned() };
        let root = &self.checked.workspace.root;
        of_files.entry(file).or_insert_with(|| hidden.in_release(release, root, edition, language)).clone()
    }
}
