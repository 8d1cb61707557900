//! Reading a whole workspace: its schemas, records, reports and settings.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::files::{Disk, Ending, Overlay, Text};
use super::folders;
use super::memory::Memory;
use super::unreadable::Unreadable;
use super::workspace::{SETTINGS, Workspace};
use super::yaml::{self, Read};
use crate::diag::{Diagnostic, FileId, Files, Place, codes};
use crate::record::Node;
use crate::schema::{self, DEFINITIONS, RawSchema, SYSTEM};

/// Everything that was read.
#[derive(Debug)]
pub struct Loaded {
    /// Where it was read.
    pub workspace: Workspace,
    /// The texts.
    pub files: Files,
    /// The schemas, the built-in ones among them.
    pub schemas: Vec<RawSchema>,
    /// The records, each with the folder it stood in as its kind; checking gives the kind.
    pub records: Vec<RawRecord>,
    /// The definitions of reports.
    pub reports: Vec<RawReport>,
    /// The settings, if there are any.
    pub settings: Option<(FileId, Node)>,
    /// What is there and could not be read at all.
    pub unread: Unreadable,
    /// What was wrong so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// A record before it is known what it must be.
#[derive(Debug)]
pub struct RawRecord {
    /// The folder of `data/`.
    pub folder: String,
    /// The file name without ending; `None` for a record among several in one file.
    pub file_name: Option<String>,
    /// The file.
    pub file: FileId,
    /// Its tree.
    pub root: Node,
    /// Whether lines of the file could not be read.
    pub incomplete: bool,
}

/// The definition of a report before it is checked.
#[derive(Debug)]
pub struct RawReport {
    /// The name: the folder of `templates/`.
    pub name: String,
    /// The file.
    pub file: FileId,
    /// Its tree.
    pub root: Node,
}

/// Reads a workspace.
#[expect(clippy::needless_pass_by_value, reason = "what is read takes the workspace with it")]
pub fn load(workspace: Workspace) -> Loaded {
    load_over(&workspace, &Overlay::new())
}

/// Reads the first document of a text; nothing where lines of it cannot be read.
pub fn tree(text: &str, file: FileId) -> Option<Node> {
    let mut read = yaml::read(text, file);
    (!read.incomplete && !read.documents.is_empty()).then(|| read.documents.swap_remove(0))
}

/// Reads a workspace as it would be with other texts.
pub fn load_over(workspace: &Workspace, overlay: &Overlay) -> Loaded {
    Loader::new(workspace, overlay, None).load().0
}

/// Reads a workspace once.
pub struct Loader<'a> {
    disk: Disk<'a>,
    workspace: &'a Workspace,
    files: Files,
    unread: Unreadable,
    /// What was read before, where somebody keeps it.
    memory: Option<&'a Memory>,
    /// What is read now and was not before; empty where nobody keeps it.
    newer: Memory,
}

impl<'a> Loader<'a> {
    /// Creates a loader; what is remembered is not read again.
    pub fn new(workspace: &'a Workspace, overlay: &'a Overlay, memory: Option<&'a Memory>) -> Self {
        let disk = Disk::new(&workspace.root, overlay);
        let (files, unread, newer) = (Files::default(), Unreadable::default(), Memory::default());
        Self { disk, workspace, files, unread, memory, newer }
    }

    /// Reads everything; returns also what was not read before.
    pub fn load(mut self) -> (Loaded, Memory) {
        let mut faults = Vec::new();
        let schemas = self.schemas(&mut faults);
        let records = self.records(&mut faults);
        let reports = self.reports(&mut faults);
        // Fonts are the business of rendering; that they are files of the workspace is not.
        self.files_in("fonts", Ending::Yaml, &mut faults);
        let Self { files, unread, newer, .. } = self;
        let workspace = self.workspace.clone();
        let (records, settings) = records;
        (Loaded { workspace, schemas, records, reports, settings, unread, files, diagnostics: faults }, newer)
    }

    /// Reads the schemas of the workspace and those built in; a built-in name cannot be taken.
    fn schemas(&mut self, faults: &mut Vec<Diagnostic>) -> Vec<RawSchema> {
        let built_in = SYSTEM.iter().chain([&DEFINITIONS]);
        let (mut names, mut entered): (Vec<String>, Vec<_>) = built_in
            .map(|(name, text)| (*name, Arc::from(*text)))
            .map(|(name, text)| (name.to_owned(), Some(self.enter(Path::new("chancery").join(name), text))))
            .unzip();
        let mut paths = self.files_in("data/schema", Ending::Json, faults);
        paths.retain(|path| {
            let name = file_name(path);
            // What is published for editors is made from the schemas and is none itself.
            let published = path.starts_with(schema::publish::FOLDER);
            let is_schema = !published && name.ends_with(".schema.json") && !names.contains(&name);
            names.extend(is_schema.then_some(name));
            is_schema
        });
        entered.extend(self.enter_all(&paths, faults));
        let read = self.trees(entered, faults).into_iter().zip(names);
        let schema = |(read, name): (Option<(FileId, Read)>, String)| {
            let (file, mut read) = read?;
            read.documents.pop().map(|root| RawSchema { name, file: Some(file), root })
        };
        read.filter_map(schema).collect()
    }

    /// Reads the records, and the settings beside their folders.
    fn records(&mut self, faults: &mut Vec<Diagnostic>) -> (Vec<RawRecord>, Option<(FileId, Node)>) {
        let mut records = Vec::new();
        let (inside, mut beside): (Vec<PathBuf>, Vec<PathBuf>) =
            self.files_in("data", Ending::Yaml, faults).into_iter().partition(|path| path.components().count() > 2);
        let settings = beside.iter().position(|path| path == Path::new(SETTINGS)).map(|at| beside.swap_remove(at));
        faults.extend(beside.iter().map(|path| misplaced(path)));
        let (folders, paths): (Vec<String>, Vec<PathBuf>) =
            inside.into_iter().filter_map(|path| Some((folder_of_data(&path)?, path))).unzip();
        let read = self.read_all(&paths, faults);
        for ((path, folder), read) in paths.iter().zip(folders).zip(read) {
            let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
            let before = records.len();
            if let Some((file, read)) = read {
                records.extend(of_file(file, &folder, stem.as_deref(), read, faults));
            }
            if records.len() == before {
                self.unread.note(stem.as_deref());
            }
        }
        (records, settings.and_then(|path| self.settings(&path, faults)))
    }

    fn reports(&mut self, faults: &mut Vec<Diagnostic>) -> Vec<RawReport> {
        let mut reports = Vec::new();
        for path in self.files_in("templates", Ending::Yaml, faults) {
            if file_name(&path) != "report.yaml" {
                continue;
            }
            let name = path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
            if let (Some(name), Some((file, mut read))) = (name, self.read(&path, faults)) {
                reports.extend(read.documents.pop().map(|root| RawReport { name, file, root }));
            }
        }
        reports
    }

    fn settings(&mut self, path: &Path, faults: &mut Vec<Diagnostic>) -> Option<(FileId, Node)> {
        let (file, mut read) = self.read(path, faults)?;
        read.documents.pop().map(|root| (file, root))
    }

    /// Reads a file of the workspace as YAML; a file that cannot be read is reported and left out.
    fn read(&mut self, path: &Path, faults: &mut Vec<Diagnostic>) -> Option<(FileId, Read)> {
        self.read_all(&[path.to_path_buf()], faults).pop().flatten()
    }

    /// Reads files of the workspace as YAML, on all cores; what was read and what is reported stand in the order of the paths.
    fn read_all(&mut self, paths: &[PathBuf], faults: &mut Vec<Diagnostic>) -> Vec<Option<(FileId, Read)>> {
        let entered = self.enter_all(paths, faults);
        self.trees(entered, faults)
    }

    /// Returns the files below a folder that have an ending; what is not read is reported once, whoever asks for it.
    fn files_in(&mut self, folder: &str, ending: Ending, faults: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
        let known = self.memory.and_then(|memory| memory.listing(folder, ending));
        let listing = known.cloned().unwrap_or_else(|| folders::list(&self.workspace.root, folder, ending));
        if self.memory.is_some() && known.is_none() {
            self.newer.keep_listing(folder, ending, listing.clone());
        }
        for (path, fault) in listing.faults {
            self.unread.note_path(&path);
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        self.disk.overlaid(listing.files, folder, ending)
    }

    /// Reads the texts of files; those that cannot be read are reported.
    fn enter_all(&mut self, paths: &[PathBuf], faults: &mut Vec<Diagnostic>) -> Vec<Option<Entered>> {
        let (disk, memory) = (&self.disk, self.memory);
        let known = |path: &Path| memory.and_then(|memory| memory.text(path).cloned());
        let text = |path: &PathBuf| disk.laid(path).or_else(|| known(path)).unwrap_or_else(|| disk.text(path));
        let texts: Vec<Text> = paths.par_iter().map(text).collect();
        let mut enter = |(path, text): (&PathBuf, Text)| {
            if memory.is_some_and(|memory| memory.text(path).is_none()) && self.disk.laid(path).is_none() {
                self.newer.keep_text(path, text.clone());
            }
            match text {
                Ok(text) => Some(self.enter(path.clone(), text)),
                Err(fault) => {
                    self.unread.note_path(path);
                    faults.push(*fault);
                    None
                }
            }
        };
        paths.iter().zip(texts).map(&mut enter).collect()
    }

    fn enter(&mut self, path: PathBuf, text: Arc<str>) -> Entered {
        (self.files.add(path, Arc::clone(&text)), text)
    }

    /// Reads texts as YAML, on all cores; what is reported stands in their order.
    fn trees(&mut self, entered: Vec<Option<Entered>>, faults: &mut Vec<Diagnostic>) -> Vec<Option<(FileId, Read)>> {
        let (files, memory) = (&self.files, self.memory);
        let known = |(file, text): &Entered| memory.and_then(|memory| memory.tree(files.path(*file), *file, text));
        let read = |entered: Entered| {
            let known = known(&entered).cloned();
            let fresh = known.is_none();
            (known.unwrap_or_else(|| yaml::read(&entered.1, entered.0)), entered, fresh)
        };
        let read: Vec<_> = entered.into_par_iter().map(|entered| entered.map(read)).collect();
        let mut take = |(mut read, (file, text), fresh): (Read, Entered, bool)| {
            if memory.is_some() && fresh {
                self.newer.keep_tree(self.files.path(file), file, &text, read.clone());
            }
            faults.append(&mut read.faults);
            (file, read)
        };
        read.into_iter().map(|read| read.map(&mut take)).collect()
    }
}

/// A text that has its number among the files.
type Entered = (FileId, Arc<str>);

fn misplaced(path: &Path) -> Diagnostic {
    Diagnostic::of_file(codes::FILE_MISPLACED, path, vec![])
}

/// Returns the records of a file: one, several documents, or the entries of a list.
pub fn of_file(
    file: FileId,
    folder: &str,
    stem: Option<&str>,
    read: Read,
    faults: &mut Vec<Diagnostic>,
) -> Vec<RawRecord> {
    let nodes: Vec<Node> = read.documents.into_iter().flat_map(entries_of_list).collect();
    if nodes.is_empty() && !read.incomplete {
        faults.push(Diagnostic::new(codes::RECORD_EMPTY, Place { file, range: 0..0 }, vec![]));
    }
    let alone = nodes.len() == 1;
    let record = |root| RawRecord {
        folder: folder.to_owned(),
        file_name: if alone { stem.map(str::to_owned) } else { None },
        file,
        root,
        incomplete: read.incomplete,
    };
    nodes.into_iter().map(record).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Returns the folder of `data/` that a file stands in; files directly in `data/` and schemas are no records.
pub fn folder_of_data(path: &Path) -> Option<String> {
    let mut parts = path.components().map(|c| c.as_os_str().to_string_lossy().into_owned());
    parts.next()?;
    let folder = parts.next()?;
    parts.next()?;
    (folder != "schema").then_some(folder)
}

fn entries_of_list(document: Node) -> Vec<Node> {
    match document.value {
        crate::record::Value::List(items) => items,
        _ if document.is_nothing() => Vec::new(),
        _ => vec![document],
    }
}
