//! Archives that are handed on.

use std::io::{self, Write};

use rawzip::{CompressionMethod, ZipArchiveWriter};

/// Writes an archive of files by name, in their order. They are stored as they are, without a time: PDFs are compressed already, and the same
/// files give the same bytes.
///
/// # Errors
/// Returns what the target says.
pub fn write<'f>(target: impl Write, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> io::Result<()> {
    let mut archive = ZipArchiveWriter::new(target);
    for (name, bytes) in files {
        let file = archive.new_file(name).compression_method(CompressionMethod::STORE).start();
        let (mut entry, config) = file.map_err(io::Error::other)?;
        let mut writer = config.wrap(&mut entry);
        writer.write_all(bytes)?;
        let (_, descriptor) = writer.finish().map_err(io::Error::other)?;
        entry.finish(descriptor).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?.flush()
}

#[cfg(test)]
mod tests {
    use super::super::{Archive, Bounds, Unreadable};
    use super::*;

    #[test]
    fn what_is_written_is_read_again_within_bounds_and_the_bytes_are_the_same() {
        let files: [(&str, &[u8]); 2] = [("a/one.pdf", b"one"), ("Два.txt", b"two two")];
        let packed = || {
            let mut bytes = Vec::new();
            write(&mut bytes, files.into_iter()).unwrap();
            bytes
        };
        let bytes = packed();
        assert_eq!(bytes, packed());
        let bounds = Bounds { parts: 2, part_bytes: 7, all_bytes: 10 };
        let mut archive = Archive::open(&bytes, bounds).unwrap();
        assert_eq!(archive.names().collect::<Vec<_>>(), ["a/one.pdf", "Два.txt"]);
        for (name, content) in files {
            assert_eq!(archive.part(name).unwrap().as_deref(), Some(content));
        }
        assert_eq!(archive.part("a/one.pdf"), Err(Unreadable::TooLarge), "all that may be unpacked was");
        assert_eq!(archive.part("three"), Ok(None));
        assert!(matches!(Archive::open(&bytes, Bounds { parts: 1, ..bounds }), Err(Unreadable::TooLarge)));
        let mut broken = bytes.clone();
        let at = bytes.windows(3).position(|part| part == b"one").unwrap();
        broken[at + 12] ^= 1;
        let at = bytes.windows(7).position(|part| part == b"two two").unwrap();
        broken[at] ^= 1;
        let mut archive = Archive::open(&broken, bounds).unwrap();
        assert_eq!(archive.part("Два.txt"), Err(Unreadable::Broken), "it is not what its sum says");
        assert!(matches!(Archive::open(b"PK nothing", bounds), Err(Unreadable::Broken)));
    }
}
