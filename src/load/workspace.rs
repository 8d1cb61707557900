//! The workspace: the folder that holds `data/`, `templates/` and `fonts/`.

use std::path::{Path, PathBuf};

/// A folder with records, templates and fonts.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder.
    pub root: PathBuf,
}

impl Workspace {
    /// Finds the workspace from a folder upwards.
    pub fn find(from: &Path) -> Option<Self> {
        from.ancestors().find(|folder| Self::is(folder)).map(|root| Self { root: root.to_path_buf() })
    }

    /// Returns whether a folder is a workspace.
    pub fn is(folder: &Path) -> bool {
        ["data", "templates", "fonts"].iter().all(|name| folder.join(name).is_dir())
    }

    /// Returns the folder of the templates.
    pub fn templates(&self) -> PathBuf {
        self.root.join("templates")
    }

    /// Returns the folder of the fonts.
    pub fn fonts(&self) -> PathBuf {
        self.root.join("fonts")
    }
}
