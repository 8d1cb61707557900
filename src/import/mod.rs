//! Import: a table that somebody keeps in a spreadsheet → records of one kind, refused whole where anything in it is in doubt.
//!
//! ```text
//! bytes ─read─► Table ─columns─► Column → field ─records─► drafts ─trial─► the same checks as `check`
//! ```
//!
//! A list of translations is read as words ([`Table::words_of_row`]); what they come to is a matter of the room `coverage`.
//!
//! Nothing is guessed: not a letter, not a date, not a number, not an id. Reading and planning are pure; the room writes nothing, and
//! asks the disk only, through its caller, whether a file is there. It looks into `check` and `load` to try the new records out.

mod cell;
mod columns;
mod hints;
mod limits;
mod list;
mod literal;
pub mod messages;
mod mojibake;
mod name_index;
mod nearest;
mod normalize;
mod plan;
mod preflight;
mod preview;
mod record;
mod slug;
mod table;
mod text;
mod values;
mod workbook;

use std::ops::Range;

use crate::diag::codes::tables as words;
use crate::diag::{Arg, Code, Diagnostic, FileId, Locale, LocalizedText, Message, MessageArgs, Place, Severity};

pub use columns::{Column, Leaf, Target};
pub use limits::FILE as LARGEST;
pub use plan::{Draft, ImportOptions, Plan, Resolved, plan};
pub use preflight::{Tried, trial};
pub use preview::{files, head, preview};
pub use table::{Cell, Content, Day, Heading, Look, OddDate, Origin, Row, Table, letters};
pub use text::Encoding;

/// A fault of a table, at its place in the text that shows the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub entry: &'static Code,
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
    fn of_file(entry: &'static Code, values: MessageArgs) -> Self {
        Self { entry, range: None, values }
    }

    /// Returns the diagnostic that tells it; the file is the one that holds the view.
    pub fn diagnostic(&self, file: FileId) -> Diagnostic {
        let range = self.range.clone().unwrap_or(0..0);
        Diagnostic::new(self.entry, Place { file, range }, self.values.clone())
    }

    /// Creates a fault at a place.
    fn at(entry: &'static Code, range: Range<usize>, values: MessageArgs) -> Self {
        Self { entry, range: Some(range), values }
    }
}

/// Reads a table from the bytes of a file; what it is, its beginning says, whatever the name of the file.
///
/// # Errors
/// Returns every fault of its form, where it cannot be read for certain and whole.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Refused> {
    if bytes.len() as u64 > limits::FILE {
        let values = vec![("size", bytes.len().into()), ("limit", (limits::FILE as usize).into())];
        return Err(Fault::of_file(words::TABLE_TOO_LARGE, values).into());
    }
    let form = |message: &'static Message| Fault::of_file(words::TABLE_FORM_UNKNOWN, vec![("found", message.into())]);
    let start = bytes.trim_ascii_start();
    match () {
        () if bytes.starts_with(b"PK\x03\x04") => workbook::read(bytes, sheet),
        () if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => Err(old_office(bytes).into()),
        () if bytes.starts_with(b"%PDF") => Err(form(&messages::FORM_PDF).into()),
        () if start.starts_with(b"<") => Err(form(&messages::FORM_WEB).into()),
        () if start.starts_with(b"{\\rtf") => Err(form(&messages::FORM_DOCUMENT).into()),
        () if sheet.is_some() => Err(Fault::of_file(words::SHEET_OF_TEXT, vec![]).into()),
        () => text::read(bytes),
    }
}

/// Returns the fault of a workspace that has faults already.
pub fn workspace_faulty(number: usize) -> Fault {
    Fault::of_file(words::WORKSPACE_FAULTY, vec![("number", number.into())])
}

/// Tells a locked workbook from one of the form before 2007: both lie in the same kind of pack.
fn old_office(bytes: &[u8]) -> Fault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return Fault::of_file(words::TABLE_PASSWORD, vec![]);
    }
    Fault::of_file(words::TABLE_FORM_UNKNOWN, vec![("found", (&messages::FORM_OLD).into())])
}

/// Returns what a cell shows, on one line.
fn shown(content: &Content) -> String {
    match content {
        Content::Text(text) => text.trim().replace('\n', " ⏎ "),
        Content::Number { value, .. } => digits_of(*value),
        Content::Truth(truth) => truth.to_string(),
        Content::Day(day)
        | Content::Odd(OddDate::Moment(day) | OddDate::Month(day) | OddDate::Year(day) | OddDate::NoYear(day)) => {
            day.to_string()
        }
        Content::Odd(_) => "…".to_owned(),
        Content::Failed(error) => error.clone(),
        Content::Pending => "= …".to_owned(),
    }
}

/// Writes a number as a spreadsheet shows it: with fifteen digits, beyond which it keeps none.
fn digits_of(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

/// Returns the beginning of long words, on one line.
fn shorten(words: &str) -> String {
    const LENGTH: usize = 60;
    let words = words.trim().replace(['\n', '\r'], " ");
    match words.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// Returns names in quotation marks, as a list.
fn quoted(names: &[String]) -> Arg {
    let list = |open: &str, close: &str| {
        let quoted: Vec<String> = names.iter().map(|name| format!("{open}{name}{close}")).collect();
        quoted.join(", ")
    };
    Arg::LocalizedText(LocalizedText { en: list("“", "”"), ru: Some(list("«", "»")) })
}
