//! Watching: waits until somebody saves a file of the workspace. The only file that names the crate for it.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::options::system;
use crate::diag::{Arg, messages};
use crate::edit;

/// Nobody waits longer than this for a folder in which something always happens.
const MAX_WAIT: Duration = Duration::from_secs(2);

/// The folders that hold what is checked.
const FOLDERS: [&str; 3] = ["data", "templates", "fonts"];

/// What was saved, the least first: each perhaps with those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Saved {
    /// Records and schemas.
    Data,
    /// Templates and definitions of reports.
    Templates,
    /// Fonts, or something that the system does not tell.
    Fonts,
}

/// A watch over the files of a workspace.
pub struct FileWatch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: std::path::PathBuf,
}

impl FileWatch {
    /// Begins to watch.
    ///
    /// # Errors
    /// Returns why the system cannot watch the folder.
    pub fn over(root: &Path) -> Result<Self, Arg> {
        Self::begin(root).map_err(|error| reason(&error))
    }

    fn begin(root: &Path) -> notify::Result<Self> {
        // The system names files by their whole path.
        let root = root.canonicalize().map_err(notify::Error::io)?;
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event| drop(sender.send(event)))?;
        watcher.watch(&root, RecursiveMode::NonRecursive)?;
        let mut watch = Self { watcher, events, root };
        for folder in FOLDERS {
            watch.watcher.watch(&watch.root.join(folder), RecursiveMode::Recursive)?;
        }
        watch.forget();
        Ok(watch)
    }

    /// Waits for a change and for the end of it: editors write, rename and touch a file several times, and a saving is over when nothing has
    /// happened for as long as is given.
    ///
    /// # Errors
    /// Returns an error when nothing can come any more.
    pub fn wait(&mut self, quiet: Duration) -> Result<Saved, Arg> {
        let mut saved = loop {
            let event = self.events.recv().map_err(|_| &edit::messages::WATCH_ENDED)?;
            if self.concerns(&event) {
                break self.saved(&event);
            }
        };
        let begun = Instant::now();
        while begun.elapsed() < MAX_WAIT {
            match self.events.recv_timeout(quiet) {
                Ok(event) if self.concerns(&event) => saved = saved.max(self.saved(&event)),
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        // A folder that was taken away and put back is a new one to the system.
        for folder in FOLDERS {
            let path = self.root.join(folder);
            let _ = self.watcher.unwatch(&path);
            let _ = self.watcher.watch(&path, RecursiveMode::Recursive);
        }
        Ok(saved)
    }

    /// Returns what an event may be about. A folder that goes with all it holds is told as one.
    fn saved(&self, event: &notify::Result<Event>) -> Saved {
        let of = |path: &std::path::PathBuf| match path.strip_prefix(&self.root) {
            Ok(path) if path.starts_with("data") => Saved::Data,
            Ok(path) if path.starts_with("templates") => Saved::Templates,
            _ => Saved::Fonts,
        };
        match event {
            Ok(event) if !event.need_rescan() => event.paths.iter().map(of).max().unwrap_or(Saved::Fonts),
            _ => Saved::Fonts,
        }
    }

    /// Forgets what happened while the watch was set up.
    fn forget(&mut self) {
        while self.events.try_recv().is_ok() {}
    }

    fn concerns(&self, event: &notify::Result<Event>) -> bool {
        match event {
            // Reading is no change. A watch that lost events says so: then everything is looked at again.
            Ok(event) => {
                event.need_rescan()
                    || !matches!(event.kind, EventKind::Access(_))
                        && event.paths.iter().any(|path| path.strip_prefix(&self.root).is_ok_and(is_checked))
            }
            Err(_) => true,
        }
    }
}

/// Returns why a folder cannot be watched, as far as it can be reported in the language of messages.
fn reason(error: &notify::Error) -> Arg {
    match &error.kind {
        ErrorKind::Io(error) => system(error),
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => (&messages::NOT_FOUND).into(),
        ErrorKind::MaxFilesWatch => (&edit::messages::WATCHES_SPENT).into(),
        ErrorKind::Generic(_) | ErrorKind::InvalidConfig(_) => {
            messages::SYSTEM_SAYS.of(vec![("words", error.to_string().into())])
        }
    }
}

/// Returns whether a path of the workspace is that of a file that is checked or made use of, or of a folder that may hold some; what editors put
/// beside a file while they save it is neither. Templates may read files of any kind.
fn is_checked(path: &Path) -> bool {
    let hidden = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with(['.', '#']));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = match path.extension().map(|ending| ending.to_string_lossy().to_lowercase()) {
        Some(_) if path.starts_with("templates") => !name.ends_with('~'),
        Some(ending) => matches!(&*ending, "yaml" | "yml" | "json" | "typ" | "otf" | "ttf" | "ttc" | "otc"),
        // Vim asks with a file of digits whether it may write here.
        None => !name.ends_with('~') && !name.chars().all(|c| c.is_ascii_digit()),
    };
    FOLDERS.iter().any(|folder| path.starts_with(folder)) && !hidden && kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_reported_in_the_language_of_messages() {
        let no_right = notify::Error::io(std::io::ErrorKind::PermissionDenied.into());
        for (error, russian) in [
            (no_right, "недостаточно прав"),
            (notify::Error::path_not_found(), "такого файла или такой папки нет"),
            (notify::Error::new(ErrorKind::MaxFilesWatch), "система не следит"),
            (notify::Error::generic("no device"), "система сообщает: no device"),
        ] {
            let values = vec![("reason", reason(&error))];
            let words = edit::messages::CANNOT_WATCH.format(&values, crate::diag::Locale::Ru);
            assert!(words.contains(russian), "{words}");
        }
    }

    #[test]
    fn files_of_editors_are_not_looked_at() {
        let looked = |path: &str| is_checked(Path::new(path));
        assert!(
            [
                "data/wells/a.yaml",
                "data/wells",
                "templates/ledger/ledger.typ",
                "templates/seal.svg",
                "data/settings.yaml"
            ]
            .into_iter()
            .all(looked)
        );
        for path in [
            "data/wells/.a.yaml.swp",
            "data/wells/a.yaml~",
            "data/wells/4913",
            "data/wells/#a.yaml#",
            "data/wells/a.svg",
            "templates/ledger/ledger.typ~",
            "out/a.yaml",
            "data/.git/x",
        ] {
            assert!(!looked(path), "{path}");
        }
    }
}
