//! A change of a file: what stood there, what will stand there, and what stands in the way.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::messages;
use crate::atomic_write::{self, WriteError};
use crate::diag::Message;
use crate::load::Overlay;

/// A file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The path in the workspace.
    pub path: PathBuf,
    /// What stands there now; `None` for a new file.
    pub before: Option<Arc<str>>,
    /// What will stand there; `None` for a file that goes.
    pub after: Option<Arc<str>>,
    /// The path afterwards, where the file gets another name.
    pub renamed: Option<PathBuf>,
}

/// What forbids a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocker {
    /// The file is a link or lies behind one.
    Link,
    /// The file may only be read.
    ReadOnly,
    /// The file holds something else than what was read.
    Changed,
    /// A file stands where a new one should.
    Taken,
}

impl Blocker {
    /// Returns the sentence that says so; `{path}` stands for the file.
    pub fn words(self) -> &'static Message {
        match self {
            Self::Link => &messages::LEFT_LINK,
            Self::ReadOnly => &messages::LEFT_READ_ONLY,
            Self::Changed => &messages::LEFT_CHANGED,
            Self::Taken => &messages::LEFT_TAKEN,
        }
    }

    /// Finds what forbids to change or make a file of the workspace, whatever it holds.
    pub fn of(path: &Path, root: &Path) -> Option<Self> {
        // Behind a link lies another workspace, or none.
        if path.ancestors().any(|part| !part.as_os_str().is_empty() && root.join(part).is_symlink()) {
            return Some(Self::Link);
        }
        fs::metadata(root.join(path)).ok()?.permissions().readonly().then_some(Self::ReadOnly)
    }
}

impl Change {
    /// Returns the change of a text.
    pub fn of_text(path: &Path, before: Arc<str>, after: impl Into<Arc<str>>) -> Self {
        Self { path: path.to_path_buf(), before: Some(before), after: Some(after.into()), renamed: None }
    }

    /// Returns the path at which the file stands afterwards.
    pub fn target(&self) -> &Path {
        self.renamed.as_ref().unwrap_or(&self.path)
    }

    /// Finds what forbids the change, with the path that it concerns.
    pub fn blocker(&self, root: &Path) -> Option<(&Path, Blocker)> {
        let path = root.join(&self.path);
        match &self.before {
            None => {
                let taken = || path.symlink_metadata().is_ok().then_some(Blocker::Taken);
                Blocker::of(&self.path, root).or_else(taken).map(|blocker| (&*self.path, blocker))
            }
            Some(before) => {
                let same = fs::read(&path).is_ok_and(|found| found == before.as_bytes());
                let own = Blocker::of(&self.path, root).or((!same).then_some(Blocker::Changed));
                let taken = || self.renamed.as_deref().filter(|new| root.join(new).symlink_metadata().is_ok());
                own.map(|blocker| (&*self.path, blocker)).or_else(|| Some((taken()?, Blocker::Taken)))
            }
        }
    }

    /// Lays the change over what is read from the disk.
    pub fn overlay_on(&self, overlay: &mut Overlay) {
        if self.renamed.is_some() {
            overlay.insert(self.path.clone(), None);
        }
        overlay.insert(self.target().to_path_buf(), self.after.clone());
    }
}

/// Writes changes, all of them or none.
///
/// # Errors
/// Returns the first path that cannot be written; then every file is as it was before.
pub fn write(root: &Path, changes: &[Change]) -> Result<(), WriteError> {
    let written = changes.iter().filter_map(|one| Some((root.join(one.target()), one.after.as_deref()?.as_bytes())));
    let goes = |one: &&Change| one.after.is_none() || one.renamed.is_some();
    let removed: Vec<PathBuf> = changes.iter().filter(goes).map(|one| root.join(&one.path)).collect();
    atomic_write::exchange(&written.collect::<Vec<_>>(), &removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn obstacle_names_a_file_that_changed_or_stands_in_the_way() {
        let folder = own_folder();
        let root = folder.path();
        fs::write(root.join("a"), "other").unwrap();
        fs::write(root.join("b"), "b").unwrap();
        let change = Change::of_text(Path::new("a"), "before".into(), "after");
        assert_eq!(change.blocker(root), Some((Path::new("a"), Blocker::Changed)));
        let mut change = Change::of_text(Path::new("a"), "other".into(), "after");
        assert_eq!(change.blocker(root), None);
        change.renamed = Some("b".into());
        assert_eq!(change.blocker(root), Some((Path::new("b"), Blocker::Taken)));
        change.renamed = Some("c".into());
        write(root, &[change]).unwrap();
        assert_eq!(fs::read_to_string(root.join("c")).unwrap(), "after");
        assert!(!root.join("a").exists());
    }

    #[cfg(unix)]
    #[test]
    fn obstacle_names_links_and_files_that_may_only_be_read() {
        use std::os::unix::fs::PermissionsExt;
        let folder = own_folder();
        let root = folder.path();
        fs::write(root.join("a"), "a").unwrap();
        std::os::unix::fs::symlink(root.join("a"), root.join("link")).unwrap();
        assert_eq!(Blocker::of(Path::new("link"), root), Some(Blocker::Link));
        fs::set_permissions(root.join("a"), fs::Permissions::from_mode(0o444)).unwrap();
        assert_eq!(Blocker::of(Path::new("a"), root), Some(Blocker::ReadOnly));
    }

    struct Folder(PathBuf);

    impl Folder {
        fn path(&self) -> &Path {
            &self.0
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// Returns a folder of its own for the test that asks.
    fn own_folder() -> Folder {
        static NUMBER: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("chancery-change-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}
