//! Import: a table that somebody keeps in a spreadsheet → records of one kind, refused whole where anything in it is in doubt.
//!
//! ```text
//! bytes ─read─► Table ─columns─► Column → field ─records─► drafts ─preflight─► the same checks as `check`
//! ```
//!
//! A list of translations is read by the same steps; what it comes to is a matter of the room `coverage`.
//!
//! Nothing is guessed: not a letter, not a date, not a number, not an id. Reading and planning are pure; the room writes nothing, and
//! asks the disk only, through its caller, whether a file is there. It looks into `check` and `load` to try the new records out.

mod cell;
mod columns;
mod encoding;
mod fault;
mod hints;
mod limits;
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
mod shown;
mod slug;
mod table;
mod text;
mod values;
mod workbook;

use crate::diag::Message;
use crate::diag::codes::tables as words;

pub use cell::{Place, words_of};
pub use columns::{Column, Leaf, Target};
pub use encoding::Encoding;
pub use fault::{Fault, Refused, workspace_faulty};
pub use limits::MAX_FILE_BYTES;
pub use mojibake::{TextColumn, of_table as damage};
pub use plan::{Draft, ImportOptions, Plan, Resolved, plan};
pub use preflight::{PreflightFault, preflight};
pub use preview::{files, head, preview};
pub use table::{Cell, Content, Day, Heading, Look, OddDate, Origin, Row, Table, letters};

/// Reads a table from the bytes of a file; what it is, its beginning says, whatever the name of the file.
///
/// # Errors
/// Returns every fault of its form, where it cannot be read for certain and whole.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, Refused> {
    if bytes.len() as u64 > limits::MAX_FILE_BYTES {
        let values = vec![("size", bytes.len().into()), ("limit", (limits::MAX_FILE_BYTES as usize).into())];
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

/// Reports a locked workbook from one of the form before 2007: both lie in the same kind of pack.
fn old_office(bytes: &[u8]) -> Fault {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return Fault::of_file(words::TABLE_PASSWORD, vec![]);
    }
    Fault::of_file(words::TABLE_FORM_UNKNOWN, vec![("found", (&messages::FORM_OLD).into())])
}
