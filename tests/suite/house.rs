//! The rules of the house that a compiler does not see: who names which tool, who prints, which room looks into which.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::repository;

fn sources() -> Vec<(String, String)> {
    fn gather(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
            if entry.path().is_dir() {
                gather(&entry.path(), out);
            } else if entry.path().extension().is_some_and(|ending| ending == "rs") {
                out.push(entry.path());
            }
        }
    }
    let root = repository().join("src");
    let mut paths = Vec::new();
    gather(&root, &mut paths);
    let relative = |path: &Path| path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| (relative(path), fs::read_to_string(path).expect("a source"))).collect()
}

/// Returns the code of a file without its comments.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_tool_has_one_owner() {
    for (tool, owner) in [
        ("granit_parser", "load/yaml"),
        ("cel::", "rule/"),
        ("rawzip", "import/workbook/archive.rs"),
        ("flate2", "import/workbook/archive.rs"),
        ("quick_xml", "import/workbook/xml.rs"),
        ("encoding_rs", "import/"),
        ("typst", "render/"),
        ("comemo", "render/"),
        ("clap::", "cli/"),
        ("jsonschema", "nobody"),
        ("pulldown_cmark", "record/markdown.rs"),
        ("strsim", "record/nearest.rs"),
        ("icu_collator", "locale/"),
        ("tempfile", "atomic_write/"),
        ("similar", "diff.rs"),
        ("notify::", "cli/watch.rs"),
        ("annotate_snippets", "diag/output/human.rs"),
        ("unicode_width", "diag/output/cut.rs"),
        ("println!", "nobody"),
        ("std::io::stdout", "cli/terminal.rs"),
    ] {
        for (path, text) in sources() {
            let named = code(&text).contains(tool);
            assert!(!named || path.starts_with(owner), "{path} names {tool}, which belongs to {owner}");
        }
    }
}

#[test]
fn rooms_look_downwards_only() {
    let floors: &[(&str, &[&str])] = &[
        ("diag", &[]),
        ("record", &["diag"]),
        ("written", &["record"]),
        ("schema", &["diag", "record"]),
        ("store", &["record", "schema"]),
        ("locale", &["record"]),
        ("report", &["record"]),
        ("rule", &["store", "record", "schema"]),
        ("load", &["diag", "record", "schema"]),
        ("check", &["diag", "record", "written", "schema", "store", "report", "rule", "load"]),
        ("select", &["diag", "record", "schema", "store", "report", "rule", "locale", "check"]),
        ("page", &["record", "schema", "store", "report", "locale", "check", "select"]),
        ("import", &["diag", "record", "written", "schema", "store", "load", "check", "format"]),
        ("render", &["page"]),
        ("format", &["diag", "record", "written", "schema", "load"]),
        ("emit", &["atomic_write"]),
        ("atomic_write", &[]),
        (
            "coverage",
            &["diag", "record", "written", "schema", "store", "report", "rule", "load", "check", "format", "import"],
        ),
        ("edit", &["diag", "record", "schema", "store", "check", "load", "format", "atomic_write"]),
        ("diff.rs", &[]),
    ];
    for (path, text) in sources() {
        let Some((room, allowed)) = floors.iter().find(|(room, _)| path.starts_with(&format!("{room}/"))) else {
            continue;
        };
        for rest in code(&text).split("crate::").skip(1) {
            let other: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let grouped = other.is_empty();
            assert!(grouped || other == *room || allowed.contains(&other.as_str()), "{path} looks into {other}");
        }
    }
}

#[test]
fn paths_are_shown_in_one_way() {
    for (path, text) in sources() {
        // Rendering knows no messages; the names in a packed spreadsheet are no paths of a system.
        let apart = ["diag/files.rs", "render/", "import/workbook/"].iter().any(|room| path.starts_with(room));
        assert!(apart || !code(&text).contains(r#"replace('\\', "/")"#), "{path} shows paths in its own way");
    }
}

#[test]
fn every_file_says_why_it_exists() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{path}");
    }
}
