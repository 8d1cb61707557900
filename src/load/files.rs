//! The disk: what files hold, whatever somebody has put there. Bounded in size and time.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Arg, Diagnostic, Message, codes, messages};

/// A file of records holds no more than this; larger ones are data of another sort.
const MAX_FILE_BYTES: u64 = 16 << 20;

/// How the name of a file ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// `.yaml` or `.yml`.
    Yaml,
    /// `.json`.
    Json,
}

/// Texts that are read in the place of those on the disk, by path in the workspace; `None` for a file that is as good as gone.
pub type Overlay = BTreeMap<PathBuf, Option<Arc<str>>>;

/// The text of a file, or why it cannot be read as text.
pub type Text = Result<Arc<str>, Box<Diagnostic>>;

/// The folder of a workspace.
pub struct Disk<'a> {
    root: PathBuf,
    overlay: &'a Overlay,
}

impl<'a> Disk<'a> {
    /// Creates the disk of a workspace, with texts that are not on it yet.
    pub fn new(root: &Path, overlay: &'a Overlay) -> Self {
        Self { root: root.to_path_buf(), overlay }
    }

    /// Returns the files below a folder with the texts that are laid over the disk, sorted, relative to the workspace.
    pub fn overlaid(&self, mut found: Vec<PathBuf>, folder: &str, ending: Ending) -> Vec<PathBuf> {
        let laid =
            self.overlay.iter().filter(|(path, text)| text.is_some() && path.starts_with(folder) && ending.fits(path));
        found.extend(laid.map(|(path, _)| path.clone()));
        found.retain(|path| self.overlay.get(path).is_none_or(Option::is_some));
        found.sort();
        found.dedup();
        found
    }

    /// Returns the text that is laid over a file.
    pub fn laid(&self, path: &Path) -> Option<Text> {
        self.overlay.get(path)?.clone().map(Ok)
    }

    /// Returns the text of a file on the disk.
    ///
    /// # Errors
    /// Returns why it cannot be read as text.
    pub fn text(&self, path: &Path) -> Text {
        let bytes = self.bytes(path)?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(text.into()),
            Err(error) => {
                let reason = encoding(error.as_bytes());
                Err(Box::new(Diagnostic::of_file(codes::FILE_NOT_UTF8, path, vec![("reason", reason.into())])))
            }
        }
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
        let whole = self.root.join(path);
        let failed = |error: std::io::Error| Box::new(unreadable(path, &error));
        let about = fs::metadata(&whole).map_err(failed)?;
        // A pipe would be waited for without end.
        if !about.is_file() {
            return Err(Box::new(fault(path, (&messages::NOT_A_FILE).into())));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len().min(MAX_FILE_BYTES)).unwrap_or_default() + 1);
        File::open(&whole).and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)).map_err(failed)?;
        if bytes.len() as u64 > MAX_FILE_BYTES {
            let size = about.len().max(MAX_FILE_BYTES + 1).to_string();
            let values = vec![("size", size.into()), ("limit", MAX_FILE_BYTES.to_string().into())];
            return Err(Box::new(Diagnostic::of_file(codes::FILE_TOO_LARGE, path, values)));
        }
        Ok(bytes)
    }
}

impl Ending {
    pub fn fits(self, path: &Path) -> bool {
        let own = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match self {
            Self::Yaml => matches!(own.as_deref(), Some("yaml" | "yml")),
            Self::Json => own.as_deref() == Some("json"),
        }
    }

    /// Returns whether a name has another ending behind this one, as programs for plain text put there.
    pub fn is_lengthened(self, path: &Path) -> bool {
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt")) && self.fits(&path.with_extension(""))
    }
}

/// Returns in what encoding bytes seem to be that are no UTF-8.
fn encoding(bytes: &[u8]) -> &'static Message {
    let sample = &bytes[..bytes.len().min(4096)];
    let cyrillic = sample.iter().filter(|byte| **byte >= 0xc0).count();
    let high = sample.iter().filter(|byte| **byte >= 0x80).count();
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        &messages::IS_UTF16
    } else if sample.contains(&0) {
        &messages::IS_BINARY
    } else if high > 0 && 10 * cyrillic >= 9 * high {
        &messages::IS_1251
    } else {
        &messages::IS_OTHER
    }
}

/// Returns that a file or folder cannot be read.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let reason: Arg = match error.kind() {
        ErrorKind::NotFound => (&messages::NOT_THERE).into(),
        ErrorKind::PermissionDenied => (&messages::NOT_ALLOWED).into(),
        _ => messages::SYSTEM_SAYS.of(vec![("words", error.to_string().into())]),
    };
    fault(path, reason)
}

fn fault(path: &Path, reason: Arg) -> Diagnostic {
    Diagnostic::of_file(codes::FILE_UNREADABLE, path, vec![("reason", reason)])
}
