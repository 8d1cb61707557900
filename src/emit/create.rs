//! New files: all of them or none, and none in the place of one that is there.

use std::path::{Path, PathBuf};

use super::{WriteError, beside};

/// Writes new files below a folder.
///
/// # Errors
/// Returns the first path that cannot be written or is there already. Everything is first written under other names; what already has
/// its own is removed again.
pub fn create(root: &Path, files: &[(PathBuf, String)]) -> Result<(), WriteError> {
    let mut prepared = Vec::new();
    for (relative, text) in files {
        let path = root.join(relative);
        let folder = path.parent().unwrap_or(root);
        std::fs::create_dir_all(folder).map_err(|error| WriteError { path: folder.to_path_buf(), error })?;
        let name = relative.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        prepared.push((beside(folder, &name, text.as_bytes())?, path));
    }
    let mut written: Vec<PathBuf> = Vec::new();
    for (file, path) in prepared {
        if let Err(failed) = file.persist_noclobber(&path) {
            written.iter().for_each(|path| drop(std::fs::remove_file(path)));
            return Err(WriteError { path, error: failed.error });
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
        let file = |name: &str| (PathBuf::from("data/wells").join(name), format!("id: {name}\n"));
        create(folder.path(), &[file("a.yaml")]).unwrap();
        let failed = create(folder.path(), &[file("b.yaml"), file("a.yaml"), file("c.yaml")]);
        assert!(failed.is_err_and(|error| error.path.ends_with("a.yaml")));
        let names: Vec<_> = std::fs::read_dir(folder.path().join("data/wells")).unwrap().flatten().collect();
        assert_eq!(names.len(), 1, "neither a new file nor one on the way to be one is left");
        create(folder.path(), &[file("b.yaml"), file("c.yaml")]).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join("data/wells/c.yaml")).unwrap(), "id: c.yaml\n");
    }
}
