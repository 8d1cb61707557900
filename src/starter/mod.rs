//! Something to begin with: a whole small workspace, and a report. The files are those of the project, taken in when the program is built;
//! what they say is plainly an example.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::check;
use crate::edit::{Change, Snapshot};
use crate::load::{Overlay, Workspace, load_over};
use crate::record::Language;
use crate::schema::{Field, Kind, SOURCE, Shape, is_system};

/// The files of a new workspace by their paths in it.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/starter.rs"));

/// The report of a new workspace.
pub const REPORT: &str = "overview";

/// The kind of record that it prints.
const KIND: &str = "activity";

/// Stands in the settings for the day on which the workspace begins.
const TODAY: &str = "TODAY";

/// The components that a new report is put together from, and the words that they print.
const HOUSE: &str = "templates/house";
const TERMS: &str = "data/terms";

/// The languages that a new report can say what it is in.
const LANGUAGES: [Language; 2] = [Language::En, Language::Ru];

/// Returns the files of a new workspace, by their paths in it. It takes in what is known `today`.
pub fn workspace(today: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<(PathBuf, Vec<u8>)> = FILES.iter().map(|(path, bytes)| (path.into(), bytes.to_vec())).collect();
    for (path, bytes) in &mut files {
        if path.ends_with("settings.yaml") {
            *bytes = String::from_utf8_lossy(bytes).replace(TODAY, today).into_bytes();
        }
    }
    let kinds = check(load_over(&Workspace { root: PathBuf::new() }, &overlay(&files))).store;
    let report = kinds.schemas.get(KIND).map(|kind| report(REPORT, kind, &LANGUAGES));
    files.extend(report.into_iter().flatten().map(|(path, text)| (path, text.into_bytes())));
    files
}

/// Lays the schemas among files over a folder in which nothing is.
fn overlay(files: &[(PathBuf, Vec<u8>)]) -> Overlay {
    let schemas = files.iter().filter(|(path, _)| path.starts_with("data/schema"));
    schemas.filter_map(|(path, bytes)| Some((path.clone(), Some(Arc::from(str::from_utf8(bytes).ok()?))))).collect()
}

/// Plans a report of the records of a kind, with what it needs of the house and is not there yet; writes nothing.
pub fn new_report(name: &str, kind: &Kind, snapshot: &Snapshot) -> Vec<Change> {
    let asked = snapshot.languages();
    let mut languages: Vec<Language> =
        LANGUAGES.into_iter().filter(|language| asked.iter().any(|code| code == language.code())).collect();
    if languages.is_empty() {
        languages.push(Language::En);
    }
    let house = snapshot.workspace.root.join(HOUSE).is_dir();
    let records = &snapshot.result.store.records;
    let is_lacking = |path: &Path| {
        let id = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        path.starts_with(HOUSE) && !house || path.starts_with(TERMS) && records.get(id).is_none()
    };
    let lacking = FILES.iter().map(|(path, bytes)| (PathBuf::from(path), bytes)).filter(|(path, _)| is_lacking(path));
    let lacking = lacking.map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).into_owned()));
    let files = report(name, kind, &languages).into_iter().chain(lacking);
    files.map(|(path, text)| Change { path, before: None, after: Some(text.into()), renamed: None }).collect()
}

/// Returns the kind that a report is made of where none is named: the first of the workspace's own that has records.
pub fn kind_of_report(snapshot: &Snapshot) -> Option<&Kind> {
    let store = &snapshot.result.store;
    let own = || store.schemas.iter().filter(|kind| !is_system(&kind.name));
    own().find(|kind| store.records.of_kind(&kind.name).next().is_some()).or_else(|| own().next())
}

/// Returns the definition and the template of a report of the records of a kind.
fn report(name: &str, kind: &Kind, languages: &[Language]) -> [(PathBuf, String); 2] {
    let first = |fits: &dyn Fn(&Field) -> bool| {
        kind.object.fields.iter().find(|(_, field)| fits(field)).map(|(name, _)| name.as_str())
    };
    let label = Some(kind.label.as_str()).filter(|label| !label.is_empty());
    let date = first(&|field| matches!(field.shape.inner(), Shape::Date));
    let text = first(&|field| matches!(field.shape.inner(), Shape::Localized { markdown: true }));
    let sources = first(&|field| field.shape.is_list_of(SOURCE));
    let fields = [("label", label), ("date", date), ("text", text), ("sources", sources)];
    let printed =
        fields.map(|(part, name)| format!("{part}: {}", name.map_or("none".to_owned(), |n| format!("{n:?}"))));
    let template = include_str!("main.typ").replace("FIELDS", &format!("({})", printed.join(", ")));

    let mut shown: Vec<&str> = fields.iter().filter_map(|(_, name)| *name).collect();
    shown.dedup();
    let in_languages = |en: &str, ru: &str| {
        let word = |language: &Language| if *language == Language::Ru { ru } else { en };
        let words = languages.iter().map(|language| format!("{language}: {:?}", word(language)));
        format!("{{{}}}", words.collect::<Vec<_>>().join(", "))
    };
    let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
    let title = (&kind.title.en, kind.title.ru.as_ref().unwrap_or(&kind.title.en));
    let definition = include_str!("report.yaml")
        .replace("TYPE", &in_languages("Report", "Отчёт"))
        .replace("NAME", name)
        .replace("LANGUAGES", &format!("[{}]", codes.join(", ")))
        .replace("KIND", &kind.name)
        .replace("ORDER", &format!("[{}]", kind.order.as_deref().or(label).unwrap_or("id")))
        .replace("SHOW", &format!("[{}]", shown.join(", ")))
        // Last, because these words are somebody else's.
        .replace("TITLE", &in_languages(title.0, title.1));
    let folder = PathBuf::from("templates").join(name);
    [(folder.join("report.yaml"), definition), (folder.join("main.typ"), template)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_workspace_has_the_house_the_fonts_their_licences_and_no_word_left_to_fill_in() {
        let files = workspace("2020-01-02");
        let has = |ending: &str| files.iter().any(|(path, _)| path.ends_with(ending));
        for path in [
            "templates/house/page.typ",
            "templates/overview/report.yaml",
            "templates/cover-note/report.yaml",
            "templates/recall-notice/main.typ",
            "fonts/source-serif-4/LICENSE.md",
            "fonts/source-sans-3/LICENSE.md",
            "data/terms/as-of.yaml",
            "data/terms/language-en.yaml",
            "data/terms/sources.yaml",
            "data/terms/cover-sent.yaml",
            "data/terms/recall-sent.yaml",
        ] {
            assert!(has(path), "{path}");
        }
        let texts = files.iter().filter(|(path, _)| !path.starts_with("fonts") && !path.starts_with(HOUSE));
        for (path, bytes) in texts {
            let text = String::from_utf8_lossy(bytes);
            let left = ["TODAY", "FIELDS", "NAME", "KIND", "TITLE"].into_iter().find(|word| text.contains(word));
            assert_eq!(left, None, "{}", path.display());
        }
    }
}
