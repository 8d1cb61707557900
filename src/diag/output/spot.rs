//! Where a fault is, as forms for programs need it: path, lines and columns counted from 1, columns in characters.

use std::ops::Range;

use crate::diag::files::Position;
use crate::diag::{Diagnostic, FileId, Files, Place, Subject, path_text};

/// The first and the last position of a place. The last one lies behind the last character.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

impl Spot {
    /// Returns the positions of a range of bytes.
    pub fn of(files: &Files, file: FileId, range: &Range<usize>) -> Self {
        Self { start: files.position(file, range.start), end: files.position(file, range.end.max(range.start)) }
    }

    /// Returns the positions of a place.
    pub fn at(files: &Files, place: &Place) -> Self {
        Self::of(files, place.file, &place.range)
    }
}

/// Returns the path of a file, with `/` on every system.
pub fn path(files: &Files, file: FileId) -> String {
    path_text(files.path(file))
}

/// Returns the path that a diagnostic is about. A file that could not be read has no place in it, but it has a path.
pub fn path_of(diagnostic: &Diagnostic, files: &Files) -> Option<String> {
    if let Some(place) = &diagnostic.place {
        return Some(path(files, place.file));
    }
    match &diagnostic.subject {
        Subject::File(path) => Some(path_text(path)),
        Subject::Field(_) | Subject::None => None,
    }
}
