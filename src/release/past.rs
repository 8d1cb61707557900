//! Released files, made again from the commits that the register names.

use std::path::{Path, PathBuf};

use super::rebuild::{Registered, rebuild};
use crate::check::{Checked, check};
use crate::driver::{Failed, PlanError, Typesetter};
use crate::load::{self, Workspace};
use crate::render::Limits;
use crate::revision::{Checkout, NoCheckout};

/// Makes released files again, those of one commit after those of another.
pub struct Past {
    root: PathBuf,
    /// The commit that was asked for last: it is taken out and read once for all files that follow each other.
    now: Option<(String, Then)>,
}

/// A workspace as a commit has it.
struct Then {
    checked: Checked,
    typesetter: Typesetter,
    _files: Checkout,
}

/// Why a file cannot be made again.
#[derive(Debug)]
pub enum Unmade {
    /// There is no such commit, or no repository.
    NoCommit(NoCheckout),
    /// The records of the commit have faults.
    Faulty,
    /// It cannot be planned.
    Plan(PlanError),
    /// It cannot be made.
    Failed(Failed),
}

impl Past {
    /// Creates the past of the workspace in a folder.
    pub fn new(root: &Path) -> Self {
        let root = if root.as_os_str().is_empty() { PathBuf::from(".") } else { root.to_path_buf() };
        Self { root, now: None }
    }

    /// Makes a file again; nothing where its commit asks for no such file.
    ///
    /// # Errors
    /// Returns why it cannot be made.
    pub fn file(&mut self, registered: Registered<'_>) -> Result<Option<Vec<u8>>, Unmade> {
        let commit = registered.text("commit").unwrap_or_default();
        let (_, then) = match self.now.take() {
            Some((known, then)) if known == commit => self.now.insert((known, then)),
            earlier => {
                // Its work tree goes before another one comes.
                drop(earlier);
                let then = Then::of(&self.root, commit)?;
                self.now.insert((commit.to_owned(), then))
            }
        };
        rebuild(&then.checked, registered, None, &then.typesetter).map_err(|why| match why {
            Ok(error) => Unmade::Plan(error),
            Err(failed) => Unmade::Failed(failed),
        })
    }
}

impl Then {
    fn of(root: &Path, commit: &str) -> Result<Self, Unmade> {
        let checkout = Checkout::of(root, commit).map_err(Unmade::NoCommit)?;
        let workspace = Workspace { root: checkout.folder().to_path_buf() };
        let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
        let checked = check(load::load(workspace)).checked().ok_or(Unmade::Faulty)?;
        Ok(Self { checked, typesetter, _files: checkout })
    }
}
