//! The workspace: the folder that holds `data/`, `templates/` and `fonts/`.

use std::path::{Path, PathBuf};

/// The folders by which a workspace is known.
const FOLDERS: [&str; 3] = ["data", "templates", "fonts"];

/// The folder of the schemas, without which nothing is known of records.
const SCHEMAS: &str = "data/schema";

/// The file of the settings.
pub const SETTINGS: &str = "data/settings.yaml";

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

    /// Returns whether a folder is a workspace, though one of its folders may be missing.
    pub fn is(folder: &Path) -> bool {
        FOLDERS.iter().filter(|name| folder.join(name).is_dir()).count() + 1 >= FOLDERS.len()
    }

    /// Returns a folder that must be there and is not. A link that leads nowhere is there: it is reported as a link.
    pub fn missing(&self) -> Option<&'static str> {
        let there = |name: &str| self.root.join(name).is_dir() || self.root.join(name).is_symlink();
        FOLDERS.into_iter().chain([SCHEMAS]).find(|name| !there(name))
    }

    /// Returns whether a folder, which may not be there yet, lies in what documents are made from.
    pub fn is_input(&self, folder: &Path) -> bool {
        let real = |path: &Path| {
            let there = path.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
            there.map(|(part, real)| real.join(path.strip_prefix(part).unwrap_or(path)))
        };
        let whole = std::env::current_dir().unwrap_or_default().join(folder);
        let Some(folder) = real(&whole) else { return false };
        self.inputs().any(|input| real(&input).is_some_and(|input| folder.starts_with(input)))
    }

    /// Returns the folders of what documents are made from.
    pub fn inputs(&self) -> impl Iterator<Item = PathBuf> + '_ {
        FOLDERS.iter().map(|name| self.root.join(name))
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
