//! The texts that diagnostics point into.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of the run, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

#[derive(Debug, Clone)]
struct File {
    /// Relative to the workspace, with `/` on every system.
    path: PathBuf,
    text: Arc<str>,
}

/// All files that were read, with their texts.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: Vec<File>,
}

/// A line and a column, both counted from 1; the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Files {
    /// Adds a file and returns its number.
    pub fn add(&mut self, path: PathBuf, text: Arc<str>) -> FileId {
        self.files.push(File { path, text });
        FileId(u32::try_from(self.files.len() - 1).expect("fewer than four billion files"))
    }

    /// Returns the path of a file, relative to the workspace.
    pub fn path(&self, id: FileId) -> &Path {
        &self.files[id.0 as usize].path
    }

    /// Returns the text of a file.
    pub fn text(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].text
    }

    /// Returns the words at a range, or nothing where the range does not fit the text.
    pub fn words(&self, id: FileId, range: Range<usize>) -> &str {
        self.text(id).get(range).unwrap_or_default()
    }

    /// Returns the line and column of a byte.
    pub fn position(&self, id: FileId, byte: usize) -> Position {
        let text = self.text(id);
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &text[..byte];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn position_of_a_byte_inside_a_letter_is_that_of_the_letter() {
        let mut files = Files::default();
        let id = files.add("a.yaml".into(), "x: 1\nимя: \n".into());
        assert_eq!(files.position(id, 8), Position { line: 2, column: 2 });
    }
}
