//! A revision of the repository, as files.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::atomic_write::{TemporaryFolder, temporary_folder};

/// Why there are no files of a revision.
#[derive(Debug)]
pub enum NoCheckout {
    /// The system starts no git, or has no room for the files.
    System(io::Error),
    /// What git says about it.
    Git(String),
}

/// The files of a revision, in a temporary work tree that goes with this value.
#[derive(Debug)]
pub struct Checkout {
    repository: PathBuf,
    tree: PathBuf,
    folder: PathBuf,
    _room: TemporaryFolder,
}

impl Checkout {
    /// Takes the files of a revision out of the repository that a folder lies in.
    ///
    /// # Errors
    /// Returns what stands in the way.
    pub fn of(folder: &Path, revision: &str) -> Result<Self, NoCheckout> {
        // A name that looks like an option is none.
        let commit = asked(folder, &["rev-parse", "--verify", "--end-of-options", &format!("{revision}^{{commit}}")])?;
        let within = asked(folder, &["rev-parse", "--show-prefix"])?;
        let room = temporary_folder().map_err(NoCheckout::System)?;
        let tree = room.path().join("tree");
        let place = tree.to_string_lossy();
        asked(folder, &["worktree", "add", "--quiet", "--detach", "--", &place, &commit])?;
        let repository = folder.to_path_buf();
        Ok(Self { repository, folder: tree.join(within), tree, _room: room })
    }

    /// Returns the folder that stands for the one that was given.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        let _ = asked(&self.repository, &["worktree", "remove", "--force", "--", &self.tree.to_string_lossy()]);
    }
}

/// Returns the commit that the files of a folder stand at.
///
/// # Errors
/// Returns what stands in the way: no git, no repository, no commit.
pub fn head(folder: &Path) -> Result<String, NoCheckout> {
    asked(folder, &["rev-parse", "--verify", "HEAD^{commit}"])
}

/// Returns the paths below a folder, from the root of the repository, that are not as they were committed.
///
/// # Errors
/// Returns what stands in the way.
pub fn uncommitted(folder: &Path, within: &[&str]) -> Result<Vec<String>, NoCheckout> {
    let status = asked(folder, &[&["status", "--porcelain", "-z", "--untracked-files=all", "--"], within].concat())?;
    // Two letters say what became of a path; where it was called otherwise, the older name follows by itself.
    let path = |entry: &str| entry.get(3..).filter(|_| entry.as_bytes().get(2) == Some(&b' ')).map(str::to_owned);
    Ok(status.split('\0').filter_map(path).collect())
}

/// Returns the last commit before the end of a day, `2022-03-04`; nothing where the repository is younger.
///
/// # Errors
/// Returns what stands in the way.
pub fn at_the_end_of(folder: &Path, day: &str) -> Result<Option<String>, NoCheckout> {
    let before = format!("--before={day}T23:59:59+00:00");
    let commit = asked(folder, &["rev-list", "-1", &before, "HEAD"])?;
    Ok((!commit.is_empty()).then_some(commit))
}

/// Asks git, and returns its answer without the line break.
fn asked(folder: &Path, arguments: &[&str]) -> Result<String, NoCheckout> {
    let mut command = Command::new("git");
    // Hooks of the repository are for people who work in it; variables that a hook is given name another folder than this one.
    command.arg("-C").arg(folder).args(["-c", "core.hooksPath=/dev/null"]).args(arguments);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    let Output { status, stdout, stderr } = command.output().map_err(NoCheckout::System)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    if status.success() { Ok(text(&stdout)) } else { Err(NoCheckout::Git(text(&stderr))) }
}
