//! Files under another name, beside those that they will take the place of.

use std::fs::Permissions;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;
pub use tempfile::TempDir as TemporaryFolder;

/// How other names begin.
pub const PREFIX: &str = ".chancery-";

/// Creates a file under another name in a folder.
pub fn beside(folder: &Path, permissions: Option<Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    match permissions {
        Some(permissions) => builder.permissions(permissions).tempfile_in(folder),
        None => builder.tempfile_in(folder),
    }
}

/// Creates a folder in that of the system for such; it goes with its value.
///
/// # Errors
/// Returns why there can be none.
pub fn temporary_folder() -> io::Result<TemporaryFolder> {
    tempfile::Builder::new().prefix(PREFIX).tempdir()
}

/// Returns the folder that a file stands in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// A document is for others to read; temporary files by themselves are private.
#[cfg(unix)]
pub fn readable() -> Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o644)
}

#[cfg(not(unix))]
pub fn readable() -> Permissions {
    // Elsewhere permissions are those of the folder.
    std::fs::metadata(std::env::temp_dir()).map(|m| m.permissions()).expect("the temporary folder exists")
}
