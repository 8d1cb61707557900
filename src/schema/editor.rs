//! How an editor finds the schema of a file with nothing to set up: the settings of VS Code, and the first line of a record.

use std::path::{Component, Path};

use serde_json::{Map, Value as Json, json};

use super::publish::{self, Published};
use super::system::{REPORT, SETTINGS};

/// The settings of VS Code, in the workspace.
pub const SETTINGS_FILE: &str = ".vscode/settings.json";
/// The extensions that VS Code offers to install.
pub const EXTENSIONS_FILE: &str = ".vscode/extensions.json";
/// The extension that brings yaml-language-server.
const EXTENSION: &str = "redhat.vscode-yaml";

/// Returns the files that a schema is for, as patterns below the workspace.
pub fn patterns(schema: &Published) -> Vec<String> {
    match (schema.folder.as_str(), schema.kind.as_str()) {
        ("", SETTINGS) => vec!["data/settings.yaml".to_owned()],
        ("", REPORT) => vec!["templates/**/report.yaml".to_owned()],
        ("", _) => Vec::new(),
        (folder, _) => vec![format!("data/{folder}/**/*.yaml"), format!("data/{folder}/**/*.yml")],
    }
}

/// Returns the settings of VS Code; `before` are those there are, of which everything stays that is not ours.
pub fn settings(published: &[Published], before: Option<Map<String, Json>>) -> Map<String, Json> {
    let schemas: Map<String, Json> = published
        .iter()
        .map(|schema| (format!("./{}", publish::path(&schema.kind)), json!(patterns(schema))))
        .filter(|(_, patterns)| patterns != &json!([]))
        .collect();
    let mut settings = before.unwrap_or_default();
    for (key, value) in [
        ("yaml.schemas", Json::Object(schemas)),
        // Nothing is fetched, and no schema of somebody else claims a file by its name.
        ("yaml.schemaStore.enable", false.into()),
        ("yaml.yamlVersion", "1.2".into()),
        // `chancery fmt` does that.
        ("yaml.format.enable", false.into()),
        ("yaml.validate", true.into()),
        ("yaml.hover", true.into()),
        ("yaml.completion", true.into()),
    ] {
        settings.insert(key.to_owned(), value);
    }
    let entry = settings.entry("[yaml]").or_insert_with(|| json!({}));
    if let Some(entry) = entry.as_object_mut() {
        for (key, value) in [
            ("editor.insertSpaces", true.into()),
            ("editor.tabSize", 2.into()),
            ("editor.detectIndentation", false.into()),
            ("editor.quickSuggestions", json!({"other": true, "comments": false, "strings": true})),
            ("editor.wordWrap", "on".into()),
            ("files.encoding", "utf8".into()),
            ("files.eol", "\n".into()),
            ("files.insertFinalNewline", true.into()),
        ] {
            entry.insert(key.to_owned(), value);
        }
    }
    settings
}

/// Returns the extensions that VS Code offers to install; `before` are those there are.
pub fn extensions(before: Option<Map<String, Json>>) -> Map<String, Json> {
    let mut extensions = before.unwrap_or_default();
    let wanted = extensions.entry("recommendations").or_insert_with(|| json!([]));
    if let Some(wanted) = wanted.as_array_mut().filter(|wanted| !wanted.contains(&EXTENSION.into())) {
        wanted.push(EXTENSION.into());
    }
    extensions
}

/// Returns the line that reports an editor the schema of a file, to stand first in it; `file` is its path in the workspace.
pub fn modeline(kind: &str, file: &Path) -> String {
    let folders = |path: &Path| -> Vec<String> {
        let named = |part| matches!(part, Component::Normal(_));
        let mut parts: Vec<String> = path
            .components()
            .filter(|part| named(*part))
            .map(|part| part.as_os_str().to_string_lossy().into())
            .collect();
        parts.pop();
        parts
    };
    let schema = publish::path(kind);
    let (here, there) = (folders(file), folders(Path::new(&schema)));
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", here.len() - shared);
    let down = there[shared..].iter().map(String::as_str);
    let way: Vec<&str> = up.chain(down).collect();
    format!("# yaml-language-server: $schema={}/{kind}.schema.json", way.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modeline_leads_from_the_file_to_its_schema() {
        for (kind, file, way) in [
            ("well", "data/wells/first.yaml", "../schema/published/well.schema.json"),
            ("well", "data/wells/old/first.yaml", "../../schema/published/well.schema.json"),
            ("report", "templates/ledger/report.yaml", "../../data/schema/published/report.schema.json"),
            ("settings", "data/settings.yaml", "schema/published/settings.schema.json"),
        ] {
            assert_eq!(modeline(kind, Path::new(file)), format!("# yaml-language-server: $schema={way}"));
        }
    }

    #[test]
    fn settings_keep_what_is_not_ours() {
        let before =
            json!({"files.exclude": {"out": true}, "yaml.format.enable": true, "[yaml]": {"editor.rulers": [80]}});
        let settings = settings(&[], before.as_object().cloned());
        assert_eq!(settings["files.exclude"], json!({"out": true}));
        assert_eq!(settings["yaml.format.enable"], false);
        assert_eq!(settings["[yaml]"]["editor.rulers"], json!([80]));
        assert_eq!(settings["[yaml]"]["editor.tabSize"], 2);
    }

    #[test]
    fn extensions_are_added_once() {
        let once = extensions(None);
        assert_eq!(once["recommendations"], json!([EXTENSION]));
        assert_eq!(extensions(Some(once.clone())), once);
    }
}
