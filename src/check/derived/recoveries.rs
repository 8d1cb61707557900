//! Recoveries: lines that are not written as they were meant, and that were read as they probably were.
//!
//! Every fault of writing is reported. What a record would have to be besides follows from the guess where it stands on such a line, and is reported
//! as soon as the line is mended: one cause gives one message.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::diag::{Code, Diagnostic, Edit, FileId, Files, Fix, Place, Severity, codes};

/// What is reported of a field that fell to a place where it was not meant to be.
const OF_PLACE: [&Code; 3] = [codes::FIELD_UNKNOWN, codes::LANGUAGE_UNKNOWN, codes::FIELD_ELSEWHERE];

/// Reported of a line whose indent is wrong; the field that stands elsewhere knows better where it belongs.
const OF_INDENT: [&Code; 3] = [codes::INDENT_WRONG, codes::FIELD_BELOW_BRACES, codes::TAB_INDENT];

/// So many bytes are looked at for the lines that were moved along with one; no field of a record holds more lines.
const MOVED_BYTES: usize = 10_000;

/// What was guessed in reading the files of a workspace.
pub struct Recoveries {
    /// Values that are not written as they were meant.
    values: HashSet<Place>,
    /// Lines that were read by guess.
    lines: HashMap<FileId, Vec<Line>>,
}

/// A line that was read by guess.
struct Line {
    bytes: Range<usize>,
    /// The lines below that were moved along with it.
    moved: Range<usize>,
    /// Whether its indent is at fault.
    indent: bool,
}

impl Recoveries {
    /// Gathers what was guessed, by the faults of writing.
    pub fn of(faults: &[Diagnostic], files: &Files) -> Self {
        let values = faults.iter().filter_map(|fault| fault.place.clone()).collect();
        let mut lines: HashMap<FileId, Vec<Line>> = HashMap::new();
        let unsure = |fault: &&Diagnostic| {
            fault.severity == Severity::Error && !fault.fix.as_ref().is_some_and(Fix::is_automatic)
        };
        for fault in faults.iter().filter(unsure) {
            let Some(place) = &fault.place else { continue };
            let text = files.text(place.file);
            let bytes = line_of(text, place.range.start);
            let moved = if fault.is(codes::INDENT_WRONG) { below(text, &bytes) } else { bytes.end..bytes.end };
            lines.entry(place.file).or_default().push(Line { bytes, moved, indent: is_of(&OF_INDENT, fault) });
        }
        Self { values, lines }
    }

    /// Returns whether any line of a file was read by guess.
    pub fn touch(&self, file: FileId) -> bool {
        self.lines.contains_key(&file)
    }

    /// Returns whether a fault is only reported because of a guess.
    pub fn explain(&self, fault: &Diagnostic, files: &Files) -> bool {
        let Some(place) = &fault.place else { return false };
        if self.values.contains(place) {
            return true;
        }
        let at = place.range.start;
        if is_of(&OF_PLACE, fault) && self.moved(place) {
            return true;
        }
        self.lines.get(&place.file).into_iter().flatten().any(|line| {
            let here = line.bytes.contains(&at) && !(line.indent && fault.is(codes::FIELD_ELSEWHERE));
            // What is missing in the whole record, or in fields that begin with the line, is missing elsewhere too.
            let missing = fault.is(codes::FIELD_MISSING)
                && files.text(place.file)[line.bytes.start..at.max(line.bytes.start)]
                    .trim_start_matches(['-', ' '])
                    .is_empty();
            here && !missing
        })
    }

    /// Settles what a guess says of other faults of writing: of a field given twice on a line that was moved, and of a line without its colon
    /// whose name nobody knows among those that were `found`.
    pub fn settle(&self, written: &mut Vec<Diagnostic>, found: &[Diagnostic], files: &Files) {
        written.retain(|fault| {
            !(fault.is(codes::KEY_TWICE) && fault.place.as_ref().is_some_and(|place| self.moved(place)))
        });
        let unknown = |fault: &&Diagnostic| {
            fault.fix.is_none() && (fault.is(codes::FIELD_UNKNOWN) || fault.is(codes::LANGUAGE_UNKNOWN))
        };
        let nameless: HashSet<(FileId, usize)> =
            found.iter().filter(unknown).filter_map(|fault| line_start(fault, files)).collect();
        for fault in written.iter_mut().filter(|fault| fault.is(codes::COLON_MISSING)) {
            if line_start(fault, files).is_some_and(|line| nameless.contains(&line)) {
                *fault = stray(fault);
            }
        }
    }

    /// Returns whether a place lies on a line that was moved along with the one above it.
    fn moved(&self, place: &Place) -> bool {
        let mut lines = self.lines.get(&place.file).into_iter().flatten();
        lines.any(|line| line.moved.contains(&place.range.start))
    }
}

/// Makes of a field without its colon, whose name nobody knows, a line that is no field.
fn stray(fault: &Diagnostic) -> Diagnostic {
    let at = fault.place.as_ref().map(|place| place.range.start);
    let fix = at.map(|at| Fix::suggested(vec![Edit::new(at..at, "# ")]));
    Diagnostic::new(codes::NOTE_STRAY, fault.place.clone(), vec![]).with_fix(fix)
}

fn is_of(codes: &[&Code], fault: &Diagnostic) -> bool {
    codes.iter().any(|code| fault.is(code))
}

/// Returns where the line of a fault begins.
pub fn line_start(fault: &Diagnostic, files: &Files) -> Option<(FileId, usize)> {
    let place = fault.place.as_ref()?;
    Some((place.file, line_of(files.text(place.file), place.range.start).start))
}

/// Returns the bytes of a line.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    start..text[at..].find('\n').map_or(text.len(), |found| at + found + 1)
}

/// Returns the lines below a line that stand as far in, or further.
fn below(text: &str, line: &Range<usize>) -> Range<usize> {
    let column = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let own = column(&text[line.clone()]);
    let mut end = line.end;
    for words in text[line.end..].split_inclusive('\n') {
        if end > line.end + MOVED_BYTES || !words.trim().is_empty() && column(words) < own {
            break;
        }
        end += words.len();
    }
    line.end..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn below_ends_where_lines_stand_further_out() {
        let text = "a:\n  b: c\n    d: e\n\n  f: g\nh: i\n";
        assert_eq!(&text[below(text, &line_of(text, 5))], "    d: e\n\n  f: g\n");
    }
}
