//! New files: all of them or none, and none in the place of one that is there.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use super::error::{WriteError, failed};
use super::temporary::{beside, folder_of, readable};

/// Writes new files; folders that are missing are made.
///
/// # Errors
/// Returns the first path that cannot be written or is there already; what was already written is removed again.
pub fn create_all<B: AsRef<[u8]>>(files: &[(PathBuf, B)]) -> Result<(), WriteError> {
    let mut staged = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let folder = folder_of(path);
        fs::create_dir_all(folder).map_err(failed(folder))?;
        let mut file = beside(folder, Some(readable())).map_err(failed(path))?;
        file.write_all(bytes.as_ref()).map_err(failed(path))?;
        // Thousands of files cannot all stay open; nor need the disk be waited for, where nothing earlier could be lost.
        staged.push((file.into_temp_path(), path));
    }
    let mut written: Vec<&PathBuf> = Vec::new();
    for (file, path) in staged {
        if let Err(error) = file.persist_noclobber(path) {
            written.iter().for_each(|path| drop(fs::remove_file(path)));
            return Err(failed(path)(error.error));
        }
        written.push(path);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn create_writes_all_or_none_and_overwrites_nothing() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = |name: &str| (folder.path().join("data/wells").join(name), format!("id: {name}\n"));
        create_all(&[file("a.yaml")]).unwrap();
        let failed = create_all(&[file("b.yaml"), file("a.yaml"), file("c.yaml")]);
        assert!(failed.is_err_and(|error| error.path.ends_with("a.yaml")));
        let names: Vec<_> = std::fs::read_dir(folder.path().join("data/wells")).unwrap().flatten().collect();
        assert_eq!(names.len(), 1, "neither a new file nor one on the way to be one is left");
        create_all(&[file("b.yaml"), file("c.yaml")]).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join("data/wells/c.yaml")).unwrap(), "id: c.yaml\n");
    }
}
