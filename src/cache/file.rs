//! A file of the cache: a first line, a head in JSON, the page data, the PDF.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use crate::digest;

/// How a file begins; the number is that of the form.
const MAGIC: &str = "chancery-cache 1 ";

/// The first line is not longer, nor is the head.
const MAX_HEAD_BYTES: u64 = 1 << 20;

#[derive(Serialize, Deserialize)]
struct Head {
    key: String,
    entry: Entry,
    page_bytes: u64,
    page_sha256: String,
    pdf_bytes: u64,
}

/// An entry that was found.
#[derive(Debug)]
pub struct Found {
    /// What is known of the document.
    pub entry: Entry,
    /// Its file.
    pub(super) path: PathBuf,
    page: (u64, u64, String),
    pdf: (u64, u64),
}

impl Found {
    /// Returns the PDF, or nothing where the file does not hold it any more.
    pub fn pdf(&self) -> Option<Vec<u8>> {
        self.part(self.pdf.0, self.pdf.1, &self.entry.sha256)
    }

    /// Returns the page data in JSON.
    pub fn page(&self) -> Option<String> {
        String::from_utf8(self.part(self.page.0, self.page.1, &self.page.2)?).ok()
    }

    fn part(&self, start: u64, length: u64, sha256: &str) -> Option<Vec<u8>> {
        let mut file = File::open(&self.path).ok()?;
        file.seek(SeekFrom::Start(start)).ok()?;
        let mut bytes = Vec::new();
        file.take(length).read_to_end(&mut bytes).ok()?;
        (digest::of(&bytes) == sha256).then_some(bytes)
    }
}

/// Returns the bytes of a file.
pub fn to_bytes(key: &str, entry: &Entry, page: &[u8], pdf: &[u8]) -> Vec<u8> {
    let head = Head {
        key: key.to_owned(),
        entry: entry.clone(),
        page_bytes: page.len() as u64,
        page_sha256: digest::of(page),
        pdf_bytes: pdf.len() as u64,
    };
    let head = serde_json::to_string(&head).expect("a head is plain text and numbers");
    let mut bytes = format!("{MAGIC}{}\n{head}\n", digest::of(&head)).into_bytes();
    bytes.extend_from_slice(page);
    bytes.extend_from_slice(pdf);
    bytes
}

/// Opens a file and reads its head; nothing where it is none of ours, cut, or of another key. What follows is proved when it is read.
pub fn open(path: &Path, key: &str) -> Option<Found> {
    let file = File::open(path).ok()?;
    let size = file.metadata().ok()?.len();
    let mut input = BufReader::new(file.take(MAX_HEAD_BYTES));
    let (mut first, mut text) = (String::new(), String::new());
    input.read_line(&mut first).ok()?;
    let sha256 = first.strip_prefix(MAGIC)?.strip_suffix('\n')?;
    input.read_line(&mut text).ok()?;
    let text = text.strip_suffix('\n')?;
    if digest::of(text) != sha256 {
        return None;
    }
    let head: Head = serde_json::from_str(text).ok()?;
    let start = (first.len() + text.len() + 1) as u64;
    let whole = start.checked_add(head.page_bytes)?.checked_add(head.pdf_bytes)?;
    (head.key == key && whole == size).then(|| Found {
        entry: head.entry,
        path: path.to_path_buf(),
        page: (start, head.page_bytes, head.page_sha256),
        pdf: (start + head.page_bytes, head.pdf_bytes),
    })
}
