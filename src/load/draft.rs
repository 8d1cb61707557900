//! Files of records that are not on the disk yet, read as if they were: for checks before anything is written.

use std::path::PathBuf;
use std::sync::Arc;

use super::loader::{Loaded, folder_of_data, of_file};
use super::yaml;
use crate::diag::FileId;

impl Loaded {
    /// Takes in a file of records, as if it lay at this path of the workspace; returns its number.
    pub fn draft(&mut self, path: PathBuf, text: &str) -> FileId {
        let folder = folder_of_data(&path).unwrap_or_default();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let file = self.files.add(path, Arc::from(text));
        let mut read = yaml::read(text, file);
        self.diagnostics.append(&mut read.faults);
        let records = of_file(file, &folder, stem.as_deref(), read, &mut self.diagnostics);
        self.records.extend(records);
        file
    }
}
