//! The files and folders that a command is about, as the workspace calls them.

use std::path::{Path, PathBuf};

use super::terminal::Terminal;
use crate::diag::output::path_of;
use crate::diag::{Diagnostic, Files, messages, path_text};
use crate::load::Workspace;

/// The files and folders that somebody named; without any, the whole workspace.
pub struct PathFilter(Vec<PathBuf>);

impl PathFilter {
    /// Understands paths, wherever the person stands.
    pub fn of(paths: &[PathBuf], workspace: &Workspace) -> Self {
        Self(paths.iter().map(|path| relative(path, workspace)).collect())
    }

    /// Returns whether a file is among them.
    pub fn holds(&self, path: &Path) -> bool {
        self.0.is_empty() || self.0.iter().any(|wanted| path.starts_with(wanted))
    }

    /// Returns those of the faults that lie in them; a fault of no file, and a folder above them that cannot be read, concern everybody.
    pub fn within(&self, faults: &[Diagnostic], files: &Files) -> Vec<Diagnostic> {
        let is_told = |fault: &&Diagnostic| {
            path_of(fault, files).map(PathBuf::from).is_none_or(|path| self.holds(&path) || self.lie_below(&path))
        };
        faults.iter().filter(is_told).cloned().collect()
    }

    fn lie_below(&self, folder: &Path) -> bool {
        self.0.iter().any(|wanted| wanted.starts_with(folder))
    }

    /// Reports each path at which nothing was read and nothing is reported; returns whether there is one.
    pub fn refuse_nowhere(&self, files: &Files, diagnosed: &[Diagnostic], terminal: &Terminal) -> bool {
        let read = |wanted: &Path| files.ids().any(|file| files.path(file).starts_with(wanted));
        let named = |wanted: &Path| {
            diagnosed.iter().any(|fault| path_of(fault, files).is_some_and(|p| Path::new(&p).starts_with(wanted)))
        };
        let nowhere: Vec<&PathBuf> = self.0.iter().filter(|wanted| !read(wanted) && !named(wanted)).collect();
        for path in &nowhere {
            terminal.refuse(&messages::NOTHING_THERE, &vec![("path", path_text(path).into())]);
        }
        !nowhere.is_empty()
    }
}

/// Returns a path as the workspace calls it. A link at its end is meant itself, and not what it leads to.
fn relative(path: &Path, workspace: &Workspace) -> PathBuf {
    let absolute = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let whole = match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if path.is_symlink() => {
            absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { folder }).join(name)
        }
        _ => absolute(path),
    };
    whole.strip_prefix(absolute(&workspace.root)).map_or_else(|_| path.to_path_buf(), Path::to_path_buf)
}
