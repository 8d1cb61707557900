//! The letters that the shipped fonts have. The one room besides `render` that opens font files; it knows no typesetter.
//!
//! The faces are read when they are asked for, one after another: nearly every text is in the letters of the first.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use ttf_parser::{Face, RawFace, fonts_in_collection};

/// The font files of a workspace.
#[derive(Debug)]
pub struct Typefaces {
    files: Vec<PathBuf>,
}

/// A font file that cannot be used.
#[derive(Debug)]
pub struct BrokenFont {
    /// The file.
    pub path: PathBuf,
    /// Why it cannot be read; `None` where it can and is damaged.
    pub reason: Option<io::Error>,
}

impl Typefaces {
    /// Looks the font files below a folder up.
    pub fn below(folder: &Path) -> Self {
        let mut files = Vec::new();
        gather(folder, &mut files);
        files.sort();
        Self { files }
    }

    /// Returns whether there is no font at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Returns the files that cannot be read, are no fonts, or end before their tables do.
    pub fn broken(&self) -> Vec<BrokenFont> {
        let fault = |path: &PathBuf| match std::fs::read(path) {
            Ok(bytes) if is_whole(&bytes) => None,
            Ok(_) => Some(BrokenFont { path: path.clone(), reason: None }),
            Err(error) => Some(BrokenFont { path: path.clone(), reason: Some(error) }),
        };
        self.files.iter().filter_map(fault).collect()
    }

    /// Returns those of some letters that no face has.
    pub fn lacking(&self, mut letters: BTreeSet<char>) -> BTreeSet<char> {
        for path in &self.files {
            if letters.is_empty() {
                break;
            }
            let Ok(bytes) = std::fs::read(path) else { continue };
            let faces =
                (0..fonts_in_collection(&bytes).unwrap_or(1)).filter_map(|index| Face::parse(&bytes, index).ok());
            faces.for_each(|face| letters.retain(|letter| face.glyph_index(*letter).is_none()));
        }
        letters
    }
}

/// Returns whether a font holds all the tables that it names.
fn is_whole(bytes: &[u8]) -> bool {
    (0..fonts_in_collection(bytes).unwrap_or(1)).all(|index| {
        let inside = |offset: u32, length: u32| u64::from(offset) + u64::from(length) <= bytes.len() as u64;
        let raw = RawFace::parse(bytes, index);
        raw.is_ok_and(|raw| raw.table_records.into_iter().all(|table| inside(table.offset, table.length)))
            && Face::parse(bytes, index).is_ok()
    })
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            gather(&path, files);
        } else if ending.is_some_and(|ending| matches!(&*ending, "otf" | "ttf" | "otc" | "ttc")) {
            files.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Typefaces {
        Typefaces::below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts"))
    }

    #[test]
    fn shipped_fonts_are_whole_and_have_the_letters_of_the_seven_languages() {
        let letters = "AzЁёӘәІіҢңҒғҮүҰұҚқӨөҺһЎўҲҳҶҷӢӣӮӯÄäÇçŇňÖöŞşÜüÝýŽžʻʼ№«»„“”‘’–—−₸\u{a0}\u{202f}\u{2011}";
        let fonts = shipped();
        assert!(fonts.broken().is_empty());
        assert_eq!(fonts.lacking(letters.chars().collect()), BTreeSet::new());
        assert_eq!(fonts.lacking("a😀文".chars().collect()), "😀文".chars().collect());
    }

    #[test]
    fn fonts_that_are_cut_or_none_are_broken() {
        let whole = std::fs::read(&shipped().files[0]).expect("a font");
        assert!(is_whole(&whole));
        for part in [&whole[..whole.len() - 1], &whole[..whole.len() / 2], &whole[..40], b"no font", b""] {
            assert!(!is_whole(part), "{} bytes", part.len());
        }
    }
}
