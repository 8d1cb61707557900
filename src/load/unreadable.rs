//! What lies in the workspace and could not be read: what only follows from that is not reported as a fault of its own.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use super::files::Ending;
use super::workspace::SETTINGS;

/// A part of the workspace that is there and not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The records of a whole folder; nobody knows which it holds.
    Records,
    /// What records must be.
    Schemas,
    /// Which reports there are.
    Reports,
    /// The settings.
    Settings,
}

/// Records, reports and settings that exist and could not be read.
#[derive(Debug, Clone, Default)]
pub struct Unreadable {
    ids: HashSet<String>,
    parts: BTreeSet<Part>,
}

impl Unreadable {
    /// Returns whether an id is that of a record that could not be read.
    pub fn contains(&self, id: &str) -> bool {
        self.lacks(Part::Records) || self.ids.contains(id)
    }

    /// Returns whether a part of the workspace is not known.
    pub fn lacks(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Notes a file whose record has no id that could be read.
    pub fn note(&mut self, file_name: Option<&str>) {
        self.ids.extend(file_name.map(str::to_owned));
    }

    /// Notes a file or folder of the workspace that could not be read.
    pub fn note_path(&mut self, path: &Path) {
        // What a program has lengthened is what it was.
        let lengthened = [Ending::Yaml, Ending::Json].iter().any(|ending| ending.is_lengthened(path));
        let shortened = path.with_extension("");
        let path = if lengthened { &shortened } else { path };
        let mut parts = path.iter().map(|part| part.to_string_lossy());
        match (parts.next().as_deref(), parts.next().as_deref()) {
            (Some("data"), None | Some("schema")) => _ = self.parts.insert(Part::Schemas),
            (Some("data"), _) if path == Path::new(SETTINGS) => _ = self.parts.insert(Part::Settings),
            (Some("data"), _) if Ending::Yaml.fits(path) => {
                self.note(path.file_stem().map(|stem| stem.to_string_lossy()).as_deref());
            }
            (Some("data"), _) => _ = self.parts.insert(Part::Records),
            (Some("templates"), _) => _ = self.parts.insert(Part::Reports),
            _ => {}
        }
    }
}
