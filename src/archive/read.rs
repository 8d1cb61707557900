//! Parts by name, unpacked within bounds. What a part says of its own size is not believed: unpacking stops where the bounds are reached.

use std::io::Read;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

/// How much is unpacked at most.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The parts.
    pub parts: usize,
    /// The bytes of one part.
    pub part_bytes: u64,
    /// The bytes of all parts that are read.
    pub all_bytes: u64,
}

/// Why an archive or one of its parts is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no whole archive, or a part is not what its sum says.
    Broken,
    /// The part is locked with a password.
    Locked,
    /// It goes beyond the bounds.
    TooLarge,
}

/// An open archive.
pub struct Archive<'a> {
    inner: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    bounds: Bounds,
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

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// Returns why not, where the bytes are no whole archive or hold too many parts.
    pub fn open(bytes: &'a [u8], bounds: Bounds) -> Result<Self, Unreadable> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Unreadable::Broken)?;
        let mut entries = archive.entries();
        let mut parts = Vec::new();
        while let Some(entry) = entries.next_entry().map_err(|_| Unreadable::Broken)? {
            if parts.len() == bounds.parts {
                return Err(Unreadable::TooLarge);
            }
            parts.push(Part {
                name: String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/"),
                way: entry.wayfinder(),
                method: entry.compression_method(),
                locked: entry.flags().is_encrypted(),
            });
        }
        Ok(Self { inner: archive, parts, bounds, left: bounds.all_bytes })
    }

    /// Returns the names of the parts, in the order of the archive. They are foreign: never a path to write to.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.name.as_str())
    }

    /// Returns whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Unpacks a part; nothing where there is no such part.
    ///
    /// # Errors
    /// Returns why not, where the part is locked, broken or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(part) = self.find(name) else { return Ok(None) };
        if part.locked {
            return Err(Unreadable::Locked);
        }
        let entry = self.inner.get_entry(part.way).map_err(|_| Unreadable::Broken)?;
        let packed = entry.data();
        let most = self.left.min(self.bounds.part_bytes);
        let bytes = match part.method {
            CompressionMethod::STORE => unpack(entry.verifying_reader(packed), most)?,
            CompressionMethod::DEFLATE => unpack(entry.verifying_reader(DeflateDecoder::new(packed)), most)?,
            _ => return Err(Unreadable::Broken),
        };
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// Finds a part; capitals in names mean nothing.
    fn find(&self, name: &str) -> Option<&Part> {
        let name = name.trim_start_matches('/');
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }
}

fn unpack(reader: impl Read, most: u64) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    match reader.take(most + 1).read_to_end(&mut bytes) {
        Ok(read) if read as u64 > most => Err(Unreadable::TooLarge),
        Ok(_) => Ok(bytes),
        Err(_) => Err(Unreadable::Broken),
    }
}
