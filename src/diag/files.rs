//! The texts that diagnostics point into.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::lines::line_starts;

/// A file of the run, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

#[derive(Debug, Clone)]
struct File {
    /// Relative to the workspace, with `/` on every system.
    path: PathBuf,
    text: Arc<str>,
    /// Where lines begin; found when first asked for.
    lines: OnceLock<Vec<usize>>,
}

/// Returns a path as it is shown to people and programs: with `/` on every system.
pub fn path_text(path: impl AsRef<Path>) -> String {
    path.as_ref().to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
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
        self.files.push(File { path, text, lines: OnceLock::new() });
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

    /// Returns every file, in the order of reading.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
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
        let lines = self.lines(id);
        let line = lines.partition_point(|&start| start <= byte);
        Position { line, column: text[lines[line - 1]..byte].chars().count() + 1 }
    }

    /// Returns the bytes of whole lines, from one to another, both counted from 1; without the last line break.
    pub fn span_of_lines(&self, id: FileId, first: usize, last: usize) -> Range<usize> {
        let lines = self.lines(id);
        let start = lines.get(first.saturating_sub(1)).copied().unwrap_or(self.text(id).len());
        let end = lines.get(last).map_or(self.text(id).len(), |next| next - 1);
        start..end.max(start)
    }

    fn lines(&self, id: FileId) -> &[usize] {
        let file = &self.files[id.0 as usize];
        file.lines.get_or_init(|| line_starts(&file.text))
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
        assert_eq!(files.position(id, 99), Position { line: 3, column: 1 });
        assert_eq!(files.span_of_lines(id, 2, 2), 5..13);
    }
}
