//! A revision of the repository, as files; and which revision last changed a line.

use std::collections::HashMap;
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

/// A commit, as a person names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its hash.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// When, in seconds from the beginning of 1970.
    pub time: i64,
    /// The first line of its message.
    pub summary: String,
}

impl Commit {
    /// Returns its day, `2022-03-04`, by the clock of Greenwich.
    pub fn day(&self) -> String {
        chrono::DateTime::from_timestamp(self.time, 0).unwrap_or_default().date_naive().to_string()
    }
}

/// Which commit last changed each line of a file.
#[derive(Debug, Default)]
pub struct Blame(Vec<Option<Commit>>);

impl Blame {
    /// Asks for a file below a folder.
    ///
    /// # Errors
    /// Returns what stands in the way: no git, no repository, a file that was never committed.
    pub fn of(folder: &Path, file: &Path) -> Result<Self, NoCheckout> {
        Ok(Self::read(&asked(folder, &["blame", "--porcelain", "--", &file.to_string_lossy()])?))
    }

    /// Returns the latest commit that changed one of these lines, counted from 1; nothing where one of them is not committed as it stands.
    pub fn latest(&self, first: usize, last: usize) -> Option<&Commit> {
        let lines = self.0.get(first.checked_sub(1)?..last.min(self.0.len()))?;
        let commits: Option<Vec<&Commit>> = lines.iter().map(Option::as_ref).collect();
        commits?.into_iter().max_by_key(|commit| commit.time)
    }

    /// Reads what git says of the lines: of each commit once who wrote it, and under each line its text behind a tab.
    fn read(said: &str) -> Self {
        let mut known: HashMap<String, Commit> = HashMap::new();
        let (mut lines, mut now) = (Vec::new(), String::new());
        for line in said.lines() {
            if line.starts_with('\t') {
                let committed = now.bytes().any(|digit| digit != b'0');
                lines.push(known.get(&now).cloned().filter(|_| committed));
                continue;
            }
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let is_hash = word.len() >= 40 && word.bytes().all(|digit| digit.is_ascii_hexdigit());
            if is_hash {
                word.clone_into(&mut now);
            }
            let commit = known.entry(now.clone()).or_insert_with(|| Commit {
                id: now.clone(),
                author: String::new(),
                time: 0,
                summary: String::new(),
            });
            match word {
                "author" => rest.clone_into(&mut commit.author),
                "author-time" => commit.time = rest.parse().unwrap_or_default(),
                "summary" => rest.clone_into(&mut commit.summary),
                _ => {}
            }
        }
        Self(lines)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_commit_and_several_the_latest() {
        let (one, two, none) = ("1".repeat(40), "2".repeat(40), "0".repeat(40));
        let of = |hash: &str, at: usize, time: i64| {
            format!("{hash} {at} {at} 1\nauthor A\nauthor-time {time}\nsummary S {time}\n\ttext author x\n")
        };
        let said = format!("{}{}{one} 3 3\n\tmore\n{}", of(&one, 1, 10), of(&two, 2, 20), of(&none, 4, 30));
        let blame = Blame::read(&said);
        assert_eq!(blame.latest(3, 3).map(|commit| commit.summary.as_str()), Some("S 10"));
        assert_eq!(blame.latest(1, 3).map(|commit| commit.id.as_str()), Some(two.as_str()));
        assert_eq!((blame.latest(3, 4), blame.latest(9, 9), blame.latest(0, 0)), (None, None, None));
    }
}
