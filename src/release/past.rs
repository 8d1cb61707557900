//! Released files, made again from the commits that the register names.

use std::path::{Path, PathBuf};

use super::rebuild::{Registered, rebuild};
use crate::check::{Checked, check};
use crate::driver::{Failed, PlanError, Typesetter};
use crate::load::{self, Workspace};
use crate::render::{Form, Limits, Rendered};
use crate::revision::{Checkout, NoCheckout};
use crate::select::Numbered;

/// Makes released files again, those of one commit after those of another.
pub struct Past {
    root: PathBuf,
    /// The commits that were asked for last, the latest at the end: each is taken out and read once for files that follow each other.
    known: Vec<(String, Then)>,
}

/// How many commits are kept; each has a work tree and workers of its own.
const KEPT: usize = 3;

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
        Self { root, known: Vec::new() }
    }

    /// Makes a file again, or a numbered copy of it; nothing where its commit asks for no such file.
    ///
    /// # Errors
    /// Returns why it cannot be made.
    pub fn file(&mut self, registered: Registered<'_>, copy: Option<Numbered>) -> Result<Option<Vec<u8>>, Unmade> {
        Ok(self.made(registered, copy, Form::Pdf)?.map(|rendered| rendered.pdf))
    }

    /// Returns the words of each page of a file, as [`Form::Words`] has them; nothing where its commit asks for no such file.
    ///
    /// # Errors
    /// Returns why it cannot be made.
    pub fn words(&mut self, registered: Registered<'_>) -> Result<Option<Vec<Vec<u8>>>, Unmade> {
        Ok(self.made(registered, None, Form::Words)?.map(|rendered| rendered.pictures))
    }

    fn made(
        &mut self,
        registered: Registered<'_>,
        copy: Option<Numbered>,
        form: Form,
    ) -> Result<Option<Rendered>, Unmade> {
        let then = self.then(registered.text("commit").unwrap_or_default())?;
        rebuild(&then.checked, registered, copy, (&then.typesetter, form)).map_err(|why| match why {
            Ok(error) => Unmade::Plan(error),
            Err(failed) => Unmade::Failed(failed),
        })
    }

    fn then(&mut self, commit: &str) -> Result<&Then, Unmade> {
        let known = match self.known.iter().position(|(known, _)| known == commit) {
            Some(at) => self.known.remove(at),
            None => {
                // Its work tree goes before another one comes.
                if self.known.len() == KEPT {
                    self.known.remove(0);
                }
                (commit.to_owned(), Then::of(&self.root, commit)?)
            }
        };
        self.known.push(known);
        Ok(&self.known[self.known.len() - 1].1)
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
