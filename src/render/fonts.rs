//! The fonts of the workspace and no others.

use std::path::Path;

use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

use crate::digest;

/// The faces below `fonts/`, loaded when first used.
pub struct Fonts {
    store: FontStore,
    files: Vec<(String, std::path::PathBuf)>,
}

impl Fonts {
    /// Looks the faces up. Their order is that of their paths, so that the same text always takes the same face.
    pub fn scan(folder: &Path) -> Self {
        let mut found: Vec<_> = typst_kit::fonts::scan(folder).collect();
        found.sort_by(|(a, _), (b, _)| (&a.path, a.index).cmp(&(&b.path, b.index)));
        let name = |path: &Path| {
            let relative = path.strip_prefix(folder).unwrap_or(path);
            relative.to_string_lossy().replace('\\', "/")
        };
        let mut files: Vec<_> = found.iter().map(|(face, _)| (name(&face.path), face.path.clone())).collect();
        files.dedup();
        let mut store = FontStore::new();
        store.extend(found);
        Self { store, files }
    }

    /// Returns what is known of all faces.
    pub fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// Returns a face.
    pub fn font(&self, index: usize) -> Option<Font> {
        self.store.font(index)
    }

    /// Returns the digest over the names and contents of the font files.
    pub fn digest(&self) -> String {
        let read = |(name, path): &(String, std::path::PathBuf)| Some((name.clone(), std::fs::read(path).ok()?));
        let files: Vec<(String, Vec<u8>)> = self.files.iter().filter_map(read).collect();
        digest::of_files(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
    }
}
