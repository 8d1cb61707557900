//! The rules of the house that a compiler does not see: who names which tool, who prints, which room looks into which.

use crate::fixture::imports::{circles, code, edges, program, sources};

#[test]
fn each_tool_has_one_owner() {
    for (tool, owner) in [
        ("granit_parser", "load/yaml"),
        ("cel::", "rule/"),
        ("rawzip", "archive/"),
        ("flate2", "archive/"),
        ("quick_xml", "import/workbook/xml.rs"),
        ("encoding_rs", "import/"),
        ("mail_parser", "ledger/notification.rs"),
        ("lettre", "distribute/mail/"),
        ("minijinja", "html.rs"),
        ("hayro", "picture/"),
        ("png::", "picture/"),
        ("typst", "render/"),
        ("comemo", "render/"),
        ("ttf_parser", "typeface/"),
        ("csv::", "emit/table.rs"),
        ("clap::", "cli/"),
        ("jsonschema", "nobody"),
        ("pulldown_cmark", "record/markdown/"),
        ("url::", "record/link.rs"),
        ("strsim", "record/nearest.rs"),
        ("icu_collator", "locale/"),
        ("tempfile", "atomic_write/"),
        ("similar", "diff.rs"),
        ("ssh_key", "signature/"),
        ("ring::signature", "signature/"),
        ("notify::", "cli/file_watch.rs"),
        ("TcpListener", "cli/watch/server.rs"),
        ("indicatif", "cli/progress.rs"),
        ("rlimit", "cli/worker.rs"),
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

/// What each room may look into, the ground first.
const ROOMS: &[(&str, &[&str])] = &[
    ("archive", &[]),
    ("atomic_write", &[]),
    ("diff", &[]),
    ("digest", &[]),
    ("html", &[]),
    ("picture", &[]),
    ("plural", &[]),
    ("revision", &["atomic_write"]),
    ("ledger", &["atomic_write", "digest"]),
    ("signature", &[]),
    ("cache", &["atomic_write", "digest"]),
    ("diag", &["digest", "plural"]),
    ("record", &["diag"]),
    ("written", &["record"]),
    ("schema", &["diag", "record"]),
    ("store", &["record", "schema"]),
    ("rule", &["store", "record", "schema"]),
    ("report", &["plural", "record", "rule"]),
    ("locale", &["record"]),
    ("load", &["diag", "digest", "record", "schema"]),
    ("format", &["diag", "record", "written", "schema", "load"]),
    ("typeface", &[]),
    ("check", &["diag", "record", "written", "schema", "store", "report", "rule", "load", "typeface"]),
    ("view", &["record", "schema", "store", "report", "rule", "load", "check"]),
    ("select", &["diag", "record", "schema", "store", "report", "rule", "locale", "view"]),
    ("page", &["plural", "record", "schema", "store", "report", "locale", "select"]),
    ("trace", &["diag", "record", "schema", "store", "load", "page"]),
    ("render", &["digest", "page"]),
    ("emit", &["atomic_write", "digest"]),
    ("proof", &["archive", "atomic_write", "digest", "emit"]),
    ("compare", &["atomic_write", "cache", "diag", "html", "picture", "page", "emit"]),
    ("import", &["archive", "diag", "record", "written", "schema", "store", "load", "check", "format"]),
    (
        "coverage",
        &[
            "diag", "digest", "record", "written", "schema", "store", "report", "rule", "load", "check", "format",
            "import", "select", "page",
        ],
    ),
    ("edit", &["atomic_write", "diag", "record", "schema", "store", "check", "load", "format"]),
    ("starter", &["record", "schema", "load", "check", "edit"]),
    (
        "driver",
        &[
            "cache", "diag", "digest", "record", "schema", "report", "load", "check", "view", "select", "page",
            "render", "emit", "store",
        ],
    ),
    (
        "release",
        &[
            "diag", "digest", "revision", "record", "schema", "store", "load", "check", "select", "page", "render",
            "driver", "edit", "format",
        ],
    ),
    (
        "distribute",
        &[
            "check", "diag", "digest", "driver", "html", "ledger", "load", "page", "proof", "record", "release",
            "render", "report", "revision", "schema", "select", "store", "view",
        ],
    ),
    (
        "site",
        &[
            "diag", "digest", "html", "picture", "plural", "record", "schema", "report", "store", "locale", "select",
            "page", "emit", "driver",
        ],
    ),
    (
        "cli",
        &[
            "archive",
            "picture",
            "site",
            "atomic_write",
            "distribute",
            "ledger",
            "page",
            "release",
            "revision",
            "select",
            "cache",
            "compare",
            "diff",
            "digest",
            "html",
            "diag",
            "record",
            "schema",
            "report",
            "load",
            "format",
            "check",
            "driver",
            "emit",
            "render",
            "import",
            "coverage",
            "starter",
            "trace",
            "archive",
            "proof",
            "signature",
            "edit",
        ],
    ),
];

fn room(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

#[test]
fn rooms_look_downwards_only() {
    for (path, into) in edges(&sources()) {
        if matches!(path.as_str(), "lib.rs" | "main.rs") {
            continue;
        }
        let own = room(&path);
        let (_, allowed) = ROOMS.iter().find(|(room, _)| *room == own).unwrap_or_else(|| panic!("{own} is a room"));
        for other in into.iter().map(|other| room(other)).filter(|other| *other != own) {
            assert!(allowed.contains(&other), "{path} looks into {other}");
        }
    }
    for (at, (room, allowed)) in ROOMS.iter().enumerate() {
        let below = |other: &&str| ROOMS[..at].iter().any(|(room, _)| room == other);
        assert!(allowed.iter().all(below), "{room} looks up");
    }
}

#[test]
fn no_two_files_look_into_each_other() {
    let circles = circles(&edges(&sources()));
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn files_and_functions_are_short() {
    for (path, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() <= MAX_FILE_LINES, "{path} has {} lines", lines.len());
        for (start, line) in lines.iter().enumerate().filter(|(_, line)| is_function(line)) {
            let indent = &line[..line.len() - line.trim_start().len()];
            let end = lines[start..].iter().position(|line| *line == format!("{indent}}}")).unwrap_or_default();
            assert!(end < MAX_FUNCTION_LINES, "{path}:{} has a function of {} lines", start + 1, end + 1);
        }
    }
}

/// The longest file, in lines.
const MAX_FILE_LINES: usize = 400;
/// The longest function, in lines.
const MAX_FUNCTION_LINES: usize = 60;

fn is_function(line: &str) -> bool {
    let words = line.trim_start();
    let named = words.starts_with("fn ") || (words.starts_with("pub") && words.contains(" fn "));
    named && !words.ends_with(';') && !words.ends_with('}')
}

#[test]
fn a_parsed_date_stays_a_date() {
    for (path, text) in sources() {
        let apart = ["record/", "check/", "written/", "import/", "cli/", "report/parameters.rs"]
            .iter()
            .any(|room| path.starts_with(room));
        let thrown = program(&text)
            .split("Date::parse(")
            .skip(1)
            .any(|rest| rest[closing(rest)..].trim_start_matches(')').trim_start().starts_with(".ok()"));
        assert!(apart || !thrown, "{path} parses a date again and throws the fault away");
    }
}

/// Returns where the bracket closes that was opened before `text`.
fn closing(text: &str) -> usize {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The words of the glossary in `lib.rs`.
#[test]
fn the_words_of_the_glossary_occur() {
    let sources = sources();
    let map = &sources["lib.rs"];
    let names =
        map.lines().filter(|line| line.starts_with("//! *")).flat_map(|line| line.split('`').skip(1).step_by(2));
    let mut seen = 0;
    for name in names.filter(|name| name.contains("::")) {
        let word = name.rsplit("::").next().unwrap_or(name);
        let declared = [format!("struct {word}"), format!("enum {word}")];
        assert!(sources.values().any(|text| declared.iter().any(|word| text.contains(word))), "{name}");
        seen += 1;
    }
    assert!(seen > 8, "the glossary names types");
}

#[test]
fn paths_are_shown_in_one_way() {
    for (path, text) in sources() {
        // Rendering knows no messages; the names in an archive are no paths of a system.
        let apart =
            ["diag/files.rs", "render/", "import/workbook/", "archive/"].iter().any(|room| path.starts_with(room));
        assert!(apart || !code(&text).contains(r#"replace('\\', "/")"#), "{path} shows paths in its own way");
    }
}

#[test]
fn every_file_says_why_it_exists() {
    for (path, text) in sources() {
        assert!(text.starts_with("//!"), "{path}");
    }
}
