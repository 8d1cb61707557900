//! Why a file could not be written.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// The path.
    pub path: PathBuf,
    /// The reason.
    pub cause: Cause,
}

/// What stands in the way of a file.
#[derive(Debug)]
pub enum Cause {
    /// The system refuses.
    System(io::Error),
    /// A link stands in its place.
    Link,
}

impl std::fmt::Display for Cause {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::System(error) => error.fmt(f),
            Self::Link => f.write_str("it is a link"),
        }
    }
}

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "“{}” cannot be written: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for WriteError {}

/// Returns what makes the error of a path from that of the system.
pub fn failed(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_path_buf();
    move |error| WriteError { path, cause: Cause::System(error) }
}
