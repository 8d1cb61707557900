//! The world of a document: what Typst may read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};

use super::fonts::Fonts;
use crate::digest;
use crate::page::Page;

/// What all documents share.
pub struct SharedWorld {
    library: LazyHash<Library>,
    fonts: Fonts,
    files: FileStore<Templates>,
}

impl SharedWorld {
    /// Creates the shared.
    pub fn new(templates: &Path, fonts: &Path) -> Self {
        Self {
            library: LazyHash::new(library()),
            fonts: Fonts::scan(fonts),
            files: FileStore::new(Templates { root: templates.to_path_buf() }),
        }
    }

    /// Returns the digests of templates and fonts, over paths and contents.
    pub fn digests(&self) -> (String, String) {
        (digest_folder(&self.files.loader().root, "typ"), self.fonts.digest())
    }
}

/// The standard library with the functions that tag row heads and summaries of tables.
fn library() -> Library {
    Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()
}

/// Reads files below `templates/` and nothing else.
struct Templates {
    root: PathBuf,
}

impl FileLoader for Templates {
    fn load(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if !matches!(path.root(), VirtualRoot::Project) {
            return Err(FileError::Other(Some("packages are not used; write the component under templates/".into())));
        }
        let real = path.vpath().realize(&self.root).map_err(|_| FileError::AccessDenied)?;
        // A link that leads out of the templates would let a document depend on the machine.
        let real = real.canonicalize().map_err(|error| FileError::from_io(error, &real))?;
        let root = self.root.canonicalize().map_err(|error| FileError::from_io(error, &self.root))?;
        if !real.starts_with(root) {
            return Err(FileError::AccessDenied);
        }
        std::fs::read(&real).map(Bytes::new).map_err(|error| FileError::from_io(error, &real))
    }
}

/// One document's view of the shared: its page and its template.
pub struct DocumentWorld {
    shared: Arc<SharedWorld>,
    main: FileId,
    data: FileId,
    page: Bytes,
}

impl DocumentWorld {
    /// Sets a page on the world. The page has one fixed path for all documents: file ids are few and live as long as the process.
    pub fn new(shared: &Arc<SharedWorld>, page: &Page, template: &str) -> Self {
        let json = page.data.to_string();
        Self {
            shared: Arc::clone(shared),
            main: file(template),
            data: file("page.json"),
            page: Bytes::from_string(json),
        }
    }

    /// Returns the path of the entry template.
    pub fn entry(&self) -> String {
        shown(self.main)
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data { Ok(self.page.clone()) } else { self.shared.files.file(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    /// There is no today: a document says only what its records say.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("paths of templates are relative and have no outside");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Returns a file's path as messages show it.
pub fn shown(id: FileId) -> String {
    format!("templates/{}", id.get().vpath().get_without_slash())
}

/// Returns the SHA-256 over the sorted paths and contents of the files with an ending.
fn digest_folder(root: &Path, ending: &str) -> String {
    let mut files = BTreeMap::new();
    gather(root, root, ending, &mut files);
    digest::of_files(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
}

fn gather(root: &Path, folder: &Path, ending: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            gather(root, &path, ending, files);
        } else if path.extension().is_some_and(|e| e == ending)
            && let (Ok(relative), Ok(bytes)) = (path.strip_prefix(root), std::fs::read(&path))
        {
            files.insert(relative.to_string_lossy().replace('\\', "/"), bytes);
        }
    }
}
