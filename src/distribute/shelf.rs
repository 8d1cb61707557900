//! Where the files of releases come from: the folder that they were released to, or their commit, from which they are made again.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::plan::Choice;
use crate::check::{Checked, check};
use crate::digest;
use crate::driver::{Failed, PlanError, Typesetter};
use crate::load::{self, Workspace};
use crate::release::{self, Registered};
use crate::render::Limits;
use crate::revision::{Checkout, NoCheckout};
use crate::select::Numbered;

/// The files of releases.
#[derive(Default)]
pub struct Shelf {
    /// The folder that documents are released to.
    folder: PathBuf,
    /// The folder that the repository is asked in.
    root: PathBuf,
    /// Workspaces as commits have them.
    commits: HashMap<String, Then>,
}

/// A workspace as a commit has it.
struct Then {
    checked: Checked,
    typesetter: Typesetter,
    _files: Checkout,
}

/// Why a file is not to be had.
#[derive(Debug)]
pub enum Unavailable {
    /// There is no such commit, or no repository.
    NoCommit(NoCheckout),
    /// The records of the commit have faults.
    Faulty,
    /// It cannot be planned.
    Plan(PlanError),
    /// It cannot be made.
    Failed(Failed),
    /// What is made is another file than was released.
    Other,
}

impl Shelf {
    /// Creates the shelf of a workspace.
    pub fn new(root: &Path, folder: PathBuf) -> Self {
        let root = if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_path_buf() };
        Self { folder, root, commits: HashMap::new() }
    }

    /// Returns the file of a choice: the released one, or the copy with its number.
    ///
    /// # Errors
    /// Returns why it is not to be had.
    pub fn file(&mut self, choice: &Choice<'_>, first_edition: &str, recipient: &str) -> Result<Vec<u8>, Unavailable> {
        if let Some(number) = choice.copy {
            let copy = Numbered { number, recipient: recipient.to_owned() };
            return self.made(choice, Some(copy))?.ok_or(Unavailable::Other);
        }
        let edition = choice.said("edition");
        let folder = if edition == first_edition { self.folder.clone() } else { self.folder.join(edition) };
        let released = |bytes: &Vec<u8>| digest::of(bytes) == choice.said("sha256");
        let kept = fs::read(folder.join(choice.said("file"))).ok().filter(released);
        match kept {
            Some(bytes) => Ok(bytes),
            None => self.made(choice, None)?.filter(released).ok_or(Unavailable::Other),
        }
    }

    fn made(&mut self, choice: &Choice<'_>, copy: Option<Numbered>) -> Result<Option<Vec<u8>>, Unavailable> {
        let registered = Registered { release: choice.release.record, entry: choice.entry };
        let commit = registered.text("commit").unwrap_or_default().to_owned();
        let then = match self.commits.entry(commit.clone()) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => place.insert(Then::of(&self.root, &commit)?),
        };
        release::rebuild(&then.checked, registered, copy, &then.typesetter).map_err(|why| match why {
            Ok(error) => Unavailable::Plan(error),
            Err(failed) => Unavailable::Failed(failed),
        })
    }
}

impl Then {
    fn of(root: &Path, commit: &str) -> Result<Self, Unavailable> {
        let checkout = Checkout::of(root, commit).map_err(Unavailable::NoCommit)?;
        let workspace = Workspace { root: checkout.folder().to_path_buf() };
        let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
        let checked = check(load::load(workspace)).checked().ok_or(Unavailable::Faulty)?;
        Ok(Self { checked, typesetter, _files: checkout })
    }
}
