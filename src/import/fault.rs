//! Faults of tables, at their places in the text that shows the table.

use std::ops::Range;

use crate::diag::codes::tables as words;
use crate::diag::{Code, Diagnostic, FileId, Message, MessageArgs, Place};

/// A fault of a table, at its place in the text that shows the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub code: &'static Code,
    /// Where, in the view of the table; nothing where it is the whole file.
    pub range: Option<Range<usize>>,
    /// The values of the case.
    pub values: MessageArgs,
}

/// A table that could not be read: every fault of its form, and the text in which they are shown.
#[derive(Debug, Default)]
pub struct Refused {
    /// The text; empty where there is none.
    pub view: String,
    /// The faults.
    pub faults: Vec<Fault>,
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self { view: String::new(), faults: vec![fault] }
    }
}

impl Fault {
    /// Creates a fault of the whole file.
    pub fn of_file(code: &'static Code, values: MessageArgs) -> Self {
        Self { code, range: None, values }
    }

    /// Returns the diagnostic that reports it; the file is the one that holds the view.
    pub fn diagnostic(&self, file: FileId) -> Diagnostic {
        let range = self.range.clone().unwrap_or(0..0);
        Diagnostic::new(self.code, Place { file, range }, self.values.clone())
    }

    /// Creates a fault at a place.
    pub fn at(code: &'static Code, range: Range<usize>, values: MessageArgs) -> Self {
        Self { code, range: Some(range), values }
    }
}

/// Returns the fault of a workspace that has faults already.
pub fn workspace_faulty(number: usize) -> Fault {
    Fault::of_file(words::WORKSPACE_FAULTY, vec![("number", number.into())])
}

/// Returns the fault of a workbook with a broken part.
pub fn damaged(part: &'static Message) -> Fault {
    Fault::of_file(words::TABLE_DAMAGED, vec![("part", part.into())])
}
