//! Load: the files of a workspace → trees with places. Broken files are diagnostics; the rest still loads.
//!
//! The room reads the disk and knows YAML and schema files. What a record must be is the next room's business.

pub mod workspace;
mod yaml;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Files, codes};
use crate::record::Node;
use crate::schema::{self, DEFINITIONS, RawSchema, SYSTEM};
pub use workspace::Workspace;

/// A file of records holds no more than this; larger ones are data of another sort.
const LARGEST: u64 = 16 << 20;

/// The most folders within folders of `data/`.
const DEPTH: usize = 8;

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
    let mut loader = Loader { root: workspace.root.clone(), files: Files::default(), faults: Vec::new() };
    let schemas = loader.schemas();
    let records = loader.records();
    let reports = loader.reports();
    let settings = loader.settings();
    Loaded { workspace, schemas, records, reports, settings, files: loader.files, diagnostics: loader.faults }
}

struct Loader {
    root: PathBuf,
    files: Files,
    faults: Vec<Diagnostic>,
}

impl Loader {
    /// Reads the schemas of the workspace and those built in; a built-in name cannot be taken.
    fn schemas(&mut self) -> Vec<RawSchema> {
        let mut schemas = Vec::new();
        for (name, text) in SYSTEM.iter().chain([&DEFINITIONS]) {
            let file = self.files.add(PathBuf::from("chancery").join(name), (*text).into());
            let (mut documents, faults) = yaml::read(text, file);
            self.faults.extend(faults);
            schemas.extend(documents.pop().map(|root| RawSchema { name: (*name).to_owned(), file: Some(file), root }));
        }
        for path in self.listing("data/schema", "json") {
            let name = file_name(&path);
            let published = path.starts_with(schema::publish::FOLDER);
            if published || !name.ends_with(".schema.json") || schemas.iter().any(|s| s.name == name) {
                continue;
            }
            if let Some((file, mut documents)) = self.read(&path) {
                schemas.extend(documents.pop().map(|root| RawSchema { name, file: Some(file), root }));
            }
        }
        schemas
    }

    fn records(&mut self) -> Vec<RawRecord> {
        let mut records = Vec::new();
        for path in self.listing("data", "yaml") {
            let Some(folder) = folder_of_data(&path) else { continue };
            let Some((file, documents)) = self.read(&path) else { continue };
            let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
            let nodes: Vec<Node> = documents.into_iter().flat_map(entries_of_list).collect();
            if nodes.is_empty() {
                let place = crate::diag::Place { file, range: 0..0 };
                self.faults.push(Diagnostic::error(codes::RECORD_EMPTY, place, vec![]));
            }
            let alone = nodes.len() == 1;
            records.extend(nodes.into_iter().map(|root| RawRecord {
                folder: folder.clone(),
                file_name: if alone { stem.clone() } else { None },
                file,
                root,
            }));
        }
        records
    }

    fn reports(&mut self) -> Vec<RawReport> {
        let mut reports = Vec::new();
        for path in self.listing("templates", "yaml") {
            if file_name(&path) != "report.yaml" {
                continue;
            }
            let name = path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
            if let (Some(name), Some((file, mut documents))) = (name, self.read(&path)) {
                reports.extend(documents.pop().map(|root| RawReport { name, file, root }));
            }
        }
        reports
    }

    fn settings(&mut self) -> Option<(FileId, Node)> {
        let path = PathBuf::from("data/settings.yaml");
        self.root
            .join(&path)
            .is_file()
            .then(|| self.read(&path))
            .flatten()
            .and_then(|(file, mut documents)| documents.pop().map(|root| (file, root)))
    }

    /// Reads a file of the workspace as YAML; a file that cannot be read is told and left out.
    fn read(&mut self, path: &Path) -> Option<(FileId, Vec<Node>)> {
        let text = match read_text(&self.root.join(path), path) {
            Ok(text) => text,
            Err(fault) => {
                self.faults.push(*fault);
                return None;
            }
        };
        let file = self.files.add(path.to_path_buf(), Arc::clone(&text));
        let (documents, faults) = yaml::read(&text, file);
        let broken = faults.iter().any(|f| f.code() == codes::YAML_SYNTAX.name);
        self.faults.extend(faults);
        (!broken || !documents.is_empty()).then_some((file, documents))
    }

    /// Returns the files below a folder that have an ending, sorted, relative to the workspace.
    fn listing(&mut self, folder: &str, ending: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        self.list(Path::new(folder), ending, DEPTH, &mut found);
        found.sort();
        found
    }

    fn list(&mut self, folder: &Path, ending: &str, depth: usize, found: &mut Vec<PathBuf>) {
        let entries = match fs::read_dir(self.root.join(folder)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
            Err(error) => {
                self.faults.push(unreadable(folder, &error));
                return;
            }
        };
        for entry in entries.flatten() {
            let path = folder.join(entry.file_name());
            // A link to a folder could lead in a circle; `file_type` does not follow it.
            let is_folder = entry.file_type().is_ok_and(|t| t.is_dir());
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if is_folder && !hidden && depth > 0 {
                self.list(&path, ending, depth - 1, found);
            } else if !is_folder && !hidden && has_ending(&path, ending) {
                found.push(path);
            }
        }
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    let own = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    own.as_deref() == Some(ending) || (ending == "yaml" && own.as_deref() == Some("yml"))
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

fn read_text(path: &Path, shown: &Path) -> Result<Arc<str>, Box<Diagnostic>> {
    let too_large = |size: u64| {
        let values = vec![("path", display(shown)), ("size", size.to_string()), ("limit", LARGEST.to_string())];
        Box::new(Diagnostic::error(codes::FILE_TOO_LARGE, None, values))
    };
    let size = fs::metadata(path).map_err(|error| Box::new(unreadable(shown, &error)))?;
    if size.len() > LARGEST {
        return Err(too_large(size.len()));
    }
    let bytes = fs::read(path).map_err(|error| Box::new(unreadable(shown, &error)))?;
    let not_utf8 = || Box::new(Diagnostic::error(codes::FILE_NOT_UTF8, None, vec![("path", display(shown))]));
    String::from_utf8(bytes).map(Into::into).map_err(|_| not_utf8())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(codes::FILE_UNREADABLE, None, vec![("path", display(path)), ("reason", error.to_string())])
}

fn display(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
