//! `chancery schema`: the schemas as editors and other validators read them, and the settings by which VS Code finds them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json};

use super::exit::Exit;
use super::{messages, options::system, terminal::Terminal};
use crate::atomic_write;
use crate::diag::output::path_of;
use crate::diag::{self, Arg, Diagnostic, any_error, path_text};
use crate::load::{self, Loaded, Workspace};
use crate::record::Node;
use crate::schema::{editor, publish};

/// Write the schemas for editors and other validators
///
/// Writes data/schema/published/, one file for each kind of record, for report.yaml and for the settings, and the settings in .vscode/ by
/// which VS Code completes, explains and underlines while you type. Nothing else in .vscode/ is changed.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Write nothing; fail when a file is missing or is not as it would be written.
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    pub(super) language_options: super::options::LanguageOptions,
}

/// A file as it should be; `None` where there should be none.
struct ExpectedFile {
    path: PathBuf,
    text: Option<String>,
}

/// Runs the command.
pub fn run(args: &Args, workspace: Workspace, terminal: &Terminal) -> Exit {
    let root = workspace.root.clone();
    let loaded = load::load(workspace);
    let wanted = match wanted(&loaded, &root) {
        Ok(wanted) => wanted,
        Err(message) => {
            terminal.refuse_as(&message);
            return Exit::Unusable;
        }
    };
    // What a wrong schema would become helps nobody.
    let result = crate::check::check(loaded);
    let of_schema =
        |one: &&Diagnostic| path_of(one, &result.files).is_some_and(|path| Path::new(&path).starts_with("data/schema"));
    let faults: Vec<Diagnostic> = result.diagnostics.iter().filter(of_schema).cloned().collect();
    if any_error(&faults) {
        terminal.diagnose(&faults, &result.files);
        return Exit::Faults;
    }
    let stale: Vec<ExpectedFile> =
        wanted.into_iter().filter(|one| differs(&root.join(&one.path), one.text.as_deref())).collect();
    if args.check { report_stale(&stale, terminal) } else { write(&stale, &root, terminal) }
}

fn report_stale(stale: &[ExpectedFile], terminal: &Terminal) -> Exit {
    for one in stale {
        let message = if one.text.is_some() { &messages::SCHEMA_STALE } else { &messages::SCHEMA_LEFT_OVER };
        terminal.refuse(message, &vec![("path", path_text(&one.path).into())]);
    }
    if stale.is_empty() { Exit::Done } else { Exit::Faults }
}

fn write(stale: &[ExpectedFile], root: &Path, terminal: &Terminal) -> Exit {
    let written = stale.iter().filter_map(|one| Some((root.join(&one.path), one.text.as_deref()?)));
    let removed: Vec<PathBuf> = stale.iter().filter(|one| one.text.is_none()).map(|one| root.join(&one.path)).collect();
    if let Err(error) = atomic_write::exchange(&written.collect::<Vec<_>>(), &removed) {
        return terminal.unwritten(&error);
    }
    stale.iter().for_each(|one| terminal.say(path_text(&one.path)));
    Exit::Done
}

/// Returns every file as it should be.
fn wanted(loaded: &Loaded, root: &Path) -> Result<Vec<ExpectedFile>, Arg> {
    let settings = loaded.settings.as_ref().and_then(|(_, settings)| settings.get("languages"));
    let languages = settings.map(Node::items).unwrap_or_default().iter().filter_map(Node::text);
    let published = publish::publish(&loaded.schemas, &languages.map(str::to_owned).collect::<Vec<_>>());
    let file = |path: String, text: Option<String>| ExpectedFile { path: path.into(), text };
    let kept: Vec<String> = published.iter().map(|one| publish::path(&one.kind)).collect();
    let mut wanted: Vec<ExpectedFile> = leftover(root, &kept).into_iter().map(|path| file(path, None)).collect();
    let pretty = |map: &Map<String, Json>| serde_json::to_string_pretty(map).expect("settings are plain JSON") + "\n";
    let extensions = editor::extensions(read(root, editor::EXTENSIONS_FILE)?);
    wanted.push(file(editor::EXTENSIONS_FILE.to_owned(), Some(pretty(&extensions))));
    let settings = editor::settings(&published, read(root, editor::SETTINGS_FILE)?);
    wanted.push(file(editor::SETTINGS_FILE.to_owned(), Some(pretty(&settings))));
    wanted.extend(published.into_iter().map(|one| file(publish::path(&one.kind), Some(one.text))));
    Ok(wanted)
}

/// Returns the files among the published schemas that no kind has any more.
fn leftover(root: &Path, kept: &[String]) -> Vec<String> {
    let entries = fs::read_dir(root.join(publish::FOLDER)).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let ours = names.filter(|name| name.ends_with(".schema.json"));
    let mut found: Vec<String> = ours.map(|name| format!("{}/{name}", publish::FOLDER)).collect();
    found.retain(|path| !kept.contains(path));
    found.sort();
    found
}

/// Reads a file of settings; what a person wrote into it is kept, so one that cannot be read is left alone.
fn read(root: &Path, path: &str) -> Result<Option<Map<String, Json>>, Arg> {
    match fs::read_to_string(root.join(path)) {
        Ok(text) => serde_json::from_str(&text)
            .map(Some)
            .map_err(|_| messages::SETTINGS_NOT_JSON.of(vec![("path", path.into())])),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(diag::messages::NOT_READ.of(vec![("path", path.into()), ("reason", system(&error))])),
    }
}

/// Returns whether a file is not as it should be. Line breaks are those of the machine on which the project was fetched.
fn differs(path: &Path, wanted: Option<&str>) -> bool {
    let found = fs::read_to_string(path).ok().map(|text| text.replace("\r\n", "\n"));
    found.as_deref() != wanted
}
