//! Takes the digest of the program, and gathers the files of a new workspace, so that `chancery init` needs nothing but the program: the
//! examples in `workspace/`, the templates of the house and of what goes with documents that are sent, the fonts with their licences, and the
//! fixed words that those templates print.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// The template of a new report.
const REPORT: &str = "src/starter/main.typ";

/// The folders that a new workspace has as they are here.
const FOLDERS: [&str; 4] = ["templates/house", "templates/cover-note", "templates/recall-notice", "fonts"];

/// The words that templates put together from a beginning and a code.
const COMPOSED_WORDS: &str = "language-";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    // By path in the new workspace, the file of the project.
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    println!("cargo:rerun-if-changed=src/starter/workspace");
    gather(&root.join("src/starter/workspace"), "", &mut files)?;
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        gather(&root.join(folder), folder, &mut files)?;
    }
    println!("cargo:rerun-if-changed={REPORT}");
    let mut words = words_of(&fs::read_to_string(root.join(REPORT))?);
    for (_, path) in files.iter().filter(|(_, path)| path.extension().is_some_and(|ending| ending == "typ")) {
        words.extend(words_of(&fs::read_to_string(path)?));
    }
    println!("cargo:rerun-if-changed=data/terms");
    let mut terms = Vec::new();
    gather(&root.join("data/terms"), "data/terms", &mut terms)?;
    terms.retain(|(name, _)| {
        let id = name.trim_start_matches("data/terms/").trim_end_matches(".yaml");
        id.starts_with(COMPOSED_WORDS) || words.contains(id)
    });
    files.extend(terms);
    files.sort();
    println!("cargo:rustc-env=CHANCERY_PROGRAM={}", program(&root)?);
    let mut table = String::from("&[\n");
    for (name, path) in &files {
        let _ = writeln!(table, "    ({name:?}, include_bytes!({:?})),", path.display().to_string());
    }
    table.push_str("]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("starter.rs"), table)
}

/// Returns the SHA-256 over the sources of the program and the versions of all crates: what documents are made with.
fn program(root: &Path) -> io::Result<String> {
    let mut files = vec![("Cargo.lock".to_owned(), root.join("Cargo.lock"))];
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rerun-if-changed=src");
    gather(&root.join("src"), "src", &mut files)?;
    files.sort();
    let mut hash = Sha256::new();
    for (name, path) in &files {
        let bytes = fs::read(path)?;
        for part in [name.as_bytes(), &bytes] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Gathers the files below a folder with their paths in the new workspace.
fn gather(folder: &Path, target: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let target = if target.is_empty() { name } else { format!("{target}/{name}") };
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &target, files)?;
        } else {
            files.push((target, entry.path()));
        }
    }
    Ok(())
}

/// Returns the ids of the fixed words that a template prints: `words.total`, `words.at("total")`.
fn words_of(template: &str) -> BTreeSet<String> {
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let named = template.split("words.").skip(1).map(|rest| rest.strip_prefix("at(\"").unwrap_or(rest));
    named.map(|rest| rest.chars().take_while(|c| is_id(*c)).collect()).collect()
}
