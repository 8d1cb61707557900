//! The world of a document: what Typst may read.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_kit::files::{FileLoader, FileStore};

use super::bound;
use super::fonts::Fonts;
use super::job::RenderJob;
use super::read::TemplateRead;
use crate::digest;
use crate::page::SCHEMA;

/// The names that attachments have in a PDF.
const ATTACHED: [&str; 2] = ["page-data.json", "page-data.schema.json"];

/// What all documents share.
pub struct SharedWorld {
    library: LazyHash<Library>,
    fonts: Fonts,
    files: FileStore<Templates>,
    digests: Mutex<HashMap<FileId, Option<String>>>,
}

impl SharedWorld {
    /// Opens templates and fonts.
    pub fn new(templates: &Path, fonts: &Path) -> Self {
        Self {
            library: LazyHash::new(library()),
            fonts: Fonts::scan(fonts),
            files: FileStore::new(Templates { root: templates.to_path_buf() }),
            digests: Mutex::default(),
        }
    }

    /// Returns the digest over the fonts, their paths and contents.
    pub fn font_digest(&self) -> String {
        self.fonts.digest()
    }

    /// Returns the digest of a template, or nothing if it cannot be read: what was looked for in vain is a part of how a document came
    /// to be, as is what was found.
    pub fn template_digest(&self, path: &str) -> Option<String> {
        self.digest(VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())?)
    }

    fn digest(&self, id: FileId) -> Option<String> {
        let mut digests = self.digests.lock().unwrap_or_else(PoisonError::into_inner);
        digests.entry(id).or_insert_with(|| self.files.file(id).ok().map(digest::of)).clone()
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
        if !matches!(path.root(), VirtualRoot::Project) && bound::number(id).is_none() {
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
    /// What takes the place of the entry template where the document carries its data: the template, and the attachments behind it.
    carrier: Option<Source>,
    data: FileId,
    schema: FileId,
    page: Bytes,
    /// The documents that are bound into it.
    bound: Vec<bound::Document>,
    reads: Mutex<HashSet<FileId>>,
}

impl DocumentWorld {
    /// Sets a page on the world. The page has one fixed path for all documents: file ids are few and live as long as the process.
    pub fn new(shared: &Arc<SharedWorld>, job: &RenderJob) -> Self {
        Self {
            shared: Arc::clone(shared),
            main: file(&job.template),
            carrier: job.attach.then(|| carrier(&job.template)),
            data: file("page.json"),
            schema: file(ATTACHED[1]),
            page: Bytes::from_string(job.data.clone()),
            bound: if job.binds { bound::documents(&job.data) } else { Vec::new() },
            reads: Mutex::default(),
        }
    }

    /// Returns every template that the document asked for, by path, with its digest. Whatever the caches of Typst answer they ask the
    /// world about first, so that nothing is missing here.
    pub fn reads(&self) -> Vec<TemplateRead> {
        let reads = self.reads.lock().unwrap_or_else(PoisonError::into_inner);
        let mut reads: Vec<TemplateRead> = reads
            .iter()
            .map(|&id| TemplateRead {
                path: id.get().vpath().get_without_slash().to_owned(),
                sha256: self.shared.digest(id),
            })
            .collect();
        reads.sort();
        // Documents that are bound into one read the same templates.
        reads.dedup();
        reads
    }

    fn asked(&self, id: FileId) {
        self.reads.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
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
        self.carrier.as_ref().map_or(self.main, Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if let Some(carrier) = self.carrier.as_ref().filter(|carrier| carrier.id() == id) {
            return Ok(carrier.clone());
        }
        self.asked(id);
        self.shared.files.source(id)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data {
            return Ok(self.page.clone());
        }
        if self.carrier.is_some() && id == self.schema {
            return Ok(Bytes::from_string(SCHEMA));
        }
        if let Some(own) = bound::number(id).and_then(|number| self.bound.get(number - 1)?.file(id)) {
            return Ok(own);
        }
        self.asked(id);
        self.shared.files.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    /// There is no today: a document says only what its records say.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Returns the source of a document that carries its data. The attachments stand behind the template, where they make no page.
fn carrier(template: &str) -> Source {
    let [data, schema] = ATTACHED;
    let text = format!(
        r#"#include "/{template}"
#pdf.attach("/{data}", read("/page.json", encoding: none), relationship: "data", mime-type: "application/json", description: "What this document prints, as data")
#pdf.attach("/{schema}", read("/{schema}", encoding: none), relationship: "supplement", mime-type: "application/schema+json", description: "What the data are, in JSON Schema")
"#
    );
    Source::new(file("carrier.typ"), text)
}

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("paths of templates are relative and have no outside");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// Returns a file's path as messages show it.
pub fn shown(id: FileId) -> String {
    format!("templates/{}", id.get().vpath().get_without_slash())
}
