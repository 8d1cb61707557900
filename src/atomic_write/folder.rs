//! A folder that appears whole, in the place of the one before it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::{Cause, WriteError, failed};
use super::temporary::{PREFIX, TemporaryFolder, folder_of};

/// A folder that is being made, under another name beside its target. Where it is dropped, nothing is left of it.
#[derive(Debug)]
pub struct NewFolder {
    room: TemporaryFolder,
    target: PathBuf,
}

impl NewFolder {
    /// Begins a folder; those above it are made if they are missing.
    ///
    /// # Errors
    /// Returns the path that cannot be written, a link among them.
    pub fn begin(target: &Path) -> Result<Self, WriteError> {
        if target.is_symlink() {
            return Err(WriteError { path: target.to_path_buf(), cause: Cause::Link });
        }
        // `out/` and `out/.` are `out`: the folder is renamed in the one above it.
        let target: PathBuf = target.components().collect();
        let above = folder_of(&target);
        fs::create_dir_all(above).map_err(failed(above))?;
        let room = tempfile::Builder::new().prefix(PREFIX).tempdir_in(above).map_err(failed(&target))?;
        Ok(Self { room, target })
    }

    /// Writes a file of the folder; folders within it are made.
    ///
    /// # Errors
    /// Returns the path that cannot be written, as it would be called.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let (path, called) = (self.room.path().join(name), self.target.join(name));
        let made = fs::create_dir_all(folder_of(&path)).and_then(|()| fs::File::create_new(&path));
        made.and_then(|mut file| file.write_all(bytes)).map_err(failed(&called))
    }

    /// Puts the folder in the place of the target, which is removed.
    ///
    /// # Errors
    /// Returns the path that cannot be written; then the earlier folder is still there.
    pub fn put(self) -> Result<(), WriteError> {
        let Self { room, target } = self;
        readable(room.path()).map_err(failed(&target))?;
        // Another name for the earlier folder, in a room that goes with this function.
        let aside = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder_of(&target)).map_err(failed(&target))?;
        let earlier = aside.path().join("earlier");
        let had_earlier = target.exists();
        if had_earlier {
            fs::rename(&target, &earlier).map_err(failed(&target))?;
        }
        if let Err(error) = fs::rename(room.path(), &target) {
            if had_earlier {
                let _ = fs::rename(&earlier, &target);
            }
            return Err(failed(&target)(error));
        }
        // It has its name now and is not removed.
        let _ = room.keep();
        Ok(())
    }
}

/// The folder is for others to read; temporary ones by themselves are private.
#[cfg(unix)]
fn readable(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn readable(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_takes_the_place_of_the_one_before_it_and_nothing_is_left_beside_it() {
        let above = tempfile::tempdir().unwrap();
        let target = above.path().join("new/out");
        for (name, text) in [("a/first", "1"), ("second", "2")] {
            let folder = NewFolder::begin(&target.join("")).unwrap();
            folder.write(name, text.as_bytes()).unwrap();
            folder.put().unwrap();
            assert_eq!(fs::read_to_string(target.join(name)).unwrap(), text);
            assert_eq!(names(&above.path().join("new")), ["out"]);
        }
        assert_eq!(names(&target), ["second"], "nothing of the earlier one stays");
    }

    #[test]
    fn a_folder_that_is_given_up_leaves_the_one_before_it() {
        let above = tempfile::tempdir().unwrap();
        let target = above.path().join("out");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("kept"), "").unwrap();
        let folder = NewFolder::begin(&target).unwrap();
        folder.write("new", b"x").unwrap();
        assert!(folder.write("new", b"x").is_err(), "no file is written twice");
        drop(folder);
        assert_eq!((names(above.path()), names(&target)), (vec!["out".to_owned()], vec!["kept".to_owned()]));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_replaced() {
        let above = tempfile::tempdir().unwrap();
        let link = above.path().join("link");
        std::os::unix::fs::symlink(above.path(), &link).unwrap();
        assert!(NewFolder::begin(&link).is_err_and(|error| matches!(error.cause, Cause::Link)));
    }
}
