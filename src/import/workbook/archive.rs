//! The pack of a workbook: parts by name, unpacked within bounds. The only place that names the archive crate and the decompressor.
//!
//! What a part says of its own size is not believed: unpacking stops where the bounds are reached.

use super::super::fault::Fault;
use crate::diag::codes::tables as words;
use std::io::Read;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::super::fault::damaged;
use super::super::{limits, messages};

/// An open pack.
pub struct Pack<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// Where a part lies.
struct Part {
    name: String,
    way: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    locked: bool,
}

impl<'a> Pack<'a> {
    /// Opens a pack.
    ///
    /// # Errors
    /// Returns the fault where the bytes are no whole archive or hold too many parts.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let broken = |_| damaged(&messages::PART_ARCHIVE);
        let archive = ZipArchive::from_slice(bytes).map_err(broken)?;
        let mut entries = archive.entries();
        let mut parts = Vec::new();
        while let Some(entry) = entries.next_entry().map_err(broken)? {
            if parts.len() == limits::MAX_PARTS {
                return Err(too_large());
            }
            parts.push(Part {
                name: String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/"),
                way: entry.wayfinder(),
                method: entry.compression_method(),
                locked: entry.flags().is_encrypted(),
            });
        }
        Ok(Self { archive, parts, left: limits::MAX_UNPACKED_BYTES })
    }

    /// Returns whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Unpacks a part as text; nothing where there is no such part.
    ///
    /// # Errors
    /// Returns the fault where the part is locked, broken or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(part) = self.find(name) else { return Ok(None) };
        if part.locked {
            return Err(Fault::of_file(words::TABLE_PASSWORD, vec![]));
        }
        let entry = self.archive.get_entry(part.way).map_err(|_| damaged(&messages::PART_ARCHIVE))?;
        let packed = entry.data();
        let bytes = match part.method {
            CompressionMethod::STORE => unpack(entry.verifying_reader(packed), self.left)?,
            CompressionMethod::DEFLATE => unpack(entry.verifying_reader(DeflateDecoder::new(packed)), self.left)?,
            _ => return Err(damaged(&messages::PART_ARCHIVE)),
        };
        self.left -= bytes.len() as u64;
        let text = String::from_utf8(bytes).map_err(|_| damaged(&messages::PART_ARCHIVE))?;
        Ok(Some(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)))
    }

    /// Finds a part; capitals in names mean nothing.
    fn find(&self, name: &str) -> Option<&Part> {
        let name = name.trim_start_matches('/');
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }
}

fn unpack(reader: impl Read, left: u64) -> Result<Vec<u8>, Fault> {
    let most = left.min(limits::MAX_PART_BYTES);
    let mut bytes = Vec::new();
    match reader.take(most + 1).read_to_end(&mut bytes) {
        Ok(read) if read as u64 > most => Err(too_large()),
        Ok(_) => Ok(bytes),
        Err(_) => Err(damaged(&messages::PART_ARCHIVE)),
    }
}

fn too_large() -> Fault {
    Fault::of_file(words::TABLE_UNPACKS_TOO_LARGE, vec![("limit", ((limits::MAX_PART_BYTES >> 20) as usize).into())])
}
