//! What lies in the workspace and could not be read: what only follows from that is not told as a fault of its own.

use std::collections::HashSet;
use std::path::Path;

use super::SETTINGS;
use super::files::Ending;

/// Records, reports and settings that exist and could not be read.
#[derive(Debug, Clone, Default)]
pub struct Unreadable {
    ids: HashSet<String>,
    /// Whether a whole folder could not be read; nobody knows which records it holds.
    pub any: bool,
    /// Whether it is not known what records must be.
    pub schemas: bool,
    /// Whether it is not known which reports there are.
    pub reports: bool,
    /// Whether the settings are there and could not be read.
    pub settings: bool,
}

impl Unreadable {
    /// Returns whether an id is that of a record that could not be read.
    pub fn contains(&self, id: &str) -> bool {
        self.any || self.ids.contains(id)
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
            (Some("data"), None | Some("schema")) => self.schemas = true,
            (Some("data"), _) if path == Path::new(SETTINGS) => self.settings = true,
            (Some("data"), _) if Ending::Yaml.fits(path) => {
                self.note(path.file_stem().map(|stem| stem.to_string_lossy()).as_deref());
            }
            (Some("data"), _) => self.any = true,
            (Some("templates"), _) => self.reports = true,
            _ => {}
        }
    }
}
