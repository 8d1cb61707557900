//! Load: the files of a workspace → trees with places. Broken files are diagnostics; the rest still loads.
//!
//! The room reads the disk and knows YAML and schema files. What a record must be is the next room's business.

mod disk;
pub mod workspace;
mod writing;
pub mod yaml;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Files, Place, codes};
use crate::record::Node;
use crate::schema::{self, DEFINITIONS, RawSchema, SYSTEM};
use disk::{Disk, Ending};
pub use workspace::Workspace;
use yaml::Read;

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
    /// The names of files whose records could not be read at all.
    pub unread: Unread,
    /// What was wrong so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// Records that exist and could not be read: what refers to them is not told as a fault of its own.
#[derive(Debug, Clone, Default)]
pub struct Unread(HashSet<String>);

impl Unread {
    /// Returns whether an id is that of a record that could not be read.
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains(id)
    }
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
    pub torn: bool,
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
pub fn load(workspace: Workspace) -> Loaded {
    let mut loader = Loader { disk: Disk::new(&workspace.root), files: Files::default(), unread: Unread::default() };
    let mut faults = Vec::new();
    let schemas = loader.schemas(&mut faults);
    let records = loader.records(&mut faults);
    let reports = loader.reports(&mut faults);
    let settings = loader.settings(&mut faults);
    faults.extend(loader.disk.faults);
    let Loader { files, unread, .. } = loader;
    Loaded { workspace, schemas, records, reports, settings, unread, files, diagnostics: faults }
}

struct Loader {
    disk: Disk,
    files: Files,
    unread: Unread,
}

impl Loader {
    /// Reads the schemas of the workspace and those built in; a built-in name cannot be taken.
    fn schemas(&mut self, faults: &mut Vec<Diagnostic>) -> Vec<RawSchema> {
        let mut schemas = Vec::new();
        for (name, text) in SYSTEM.iter().chain([&DEFINITIONS]) {
            let file = self.files.add(PathBuf::from("chancery").join(name), (*text).into());
            let Read { mut documents, faults: found, .. } = yaml::read(text, file);
            faults.extend(found);
            schemas.extend(documents.pop().map(|root| RawSchema { name: (*name).to_owned(), file: Some(file), root }));
        }
        for path in self.disk.files("data/schema", Ending::Json) {
            let name = file_name(&path);
            // What is published for editors is made from the schemas and is none itself.
            let published = path.starts_with(schema::publish::FOLDER);
            if published || !name.ends_with(".schema.json") || schemas.iter().any(|s| s.name == name) {
                continue;
            }
            if let Some((file, mut read)) = self.read(&path, faults) {
                schemas.extend(read.documents.pop().map(|root| RawSchema { name, file: Some(file), root }));
            }
        }
        schemas
    }

    fn records(&mut self, faults: &mut Vec<Diagnostic>) -> Vec<RawRecord> {
        let mut records = Vec::new();
        for path in self.disk.files("data", Ending::Yaml) {
            let Some(folder) = folder_of_data(&path) else { continue };
            let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
            let before = records.len();
            if let Some((file, read)) = self.read(&path, faults) {
                records.extend(of_file(file, &folder, stem.clone(), read, faults));
            }
            if records.len() == before {
                self.unread.0.extend(stem);
            }
        }
        records
    }

    fn reports(&mut self, faults: &mut Vec<Diagnostic>) -> Vec<RawReport> {
        let mut reports = Vec::new();
        for path in self.disk.files("templates", Ending::Yaml) {
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

    fn settings(&mut self, faults: &mut Vec<Diagnostic>) -> Option<(FileId, Node)> {
        let path = PathBuf::from("data/settings.yaml");
        let (file, mut read) = self.disk.has(&path).then(|| self.read(&path, faults)).flatten()?;
        read.documents.pop().map(|root| (file, root))
    }

    /// Reads a file of the workspace as YAML; a file that cannot be read is told and left out.
    fn read(&mut self, path: &Path, faults: &mut Vec<Diagnostic>) -> Option<(FileId, Read)> {
        let text = match self.disk.text(path) {
            Ok(text) => text,
            Err(fault) => {
                faults.push(*fault);
                return None;
            }
        };
        let file = self.files.add(path.to_path_buf(), Arc::clone(&text));
        let mut read = yaml::read(&text, file);
        faults.append(&mut read.faults);
        Some((file, read))
    }
}

/// Returns the records of a file: one, several documents, or the entries of a list.
fn of_file(
    file: FileId,
    folder: &str,
    stem: Option<String>,
    read: Read,
    faults: &mut Vec<Diagnostic>,
) -> Vec<RawRecord> {
    let nodes: Vec<Node> = read.documents.into_iter().flat_map(entries_of_list).collect();
    if nodes.is_empty() && !read.torn {
        faults.push(Diagnostic::new(codes::RECORD_EMPTY, Place { file, range: 0..0 }, vec![]));
    }
    let alone = nodes.len() == 1;
    let record = |root| RawRecord {
        folder: folder.to_owned(),
        file_name: if alone { stem.clone() } else { None },
        file,
        root,
        torn: read.torn,
    };
    nodes.into_iter().map(record).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Returns the folder of `data/` that a file stands in; files directly in `data/` and schemas are no records.
fn folder_of_data(path: &Path) -> Option<String> {
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
