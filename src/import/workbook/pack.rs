//! The pack of a workbook: an archive whose parts are text, and its faults.

use super::super::fault::{Fault, damaged};
use super::super::{limits, messages};
use crate::archive::{Archive, Bounds, Unreadable};
use crate::diag::codes::tables as words;

/// How much of a workbook is unpacked.
const BOUNDS: Bounds =
    Bounds { parts: limits::MAX_PARTS, part_bytes: limits::MAX_PART_BYTES, all_bytes: limits::MAX_UNPACKED_BYTES };

/// An open pack.
pub struct Pack<'a>(Archive<'a>);

impl<'a> Pack<'a> {
    /// Opens a pack.
    ///
    /// # Errors
    /// Returns the fault where the bytes are no whole archive or hold too many parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        Archive::open(bytes, BOUNDS).map(Self).map_err(fault)
    }

    /// Returns whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.has(name)
    }

    /// Unpacks a part as text; nothing where there is no such part.
    ///
    /// # Errors
    /// Returns the fault where the part is locked, broken or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(bytes) = self.0.part(name).map_err(fault)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| fault(Unreadable::Broken))?;
        Ok(Some(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)))
    }
}

fn fault(why: Unreadable) -> Fault {
    match why {
        Unreadable::Broken => damaged(&messages::PART_ARCHIVE),
        Unreadable::Locked => Fault::of_file(words::TABLE_PASSWORD, vec![]),
        Unreadable::TooLarge => {
            let limit = ((limits::MAX_PART_BYTES >> 20) as usize).into();
            Fault::of_file(words::TABLE_UNPACKS_TOO_LARGE, vec![("limit", limit)])
        }
    }
}
