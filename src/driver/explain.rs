//! Why a document would be made.

use std::path::Path;

use super::action::{self, Action};
use super::expected::Expected;
use super::make::page;
use super::typesetter::Typesetter;
use crate::cache::Cache;
use crate::diag::{Arg, Diagnostic, messages};
use crate::emit::{Manifest, holds};
use crate::page::{self as data, Change, Page};

/// A reason to make a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It was never made here.
    Never,
    /// Its file is missing, or another one.
    File,
    /// The program is another: that it was made with, and this one.
    Program(String, String),
    /// The fonts are others.
    Fonts,
    /// A template has changed.
    Template(String),
    /// Some template has changed; which one is no longer known.
    Templates,
    /// A value has changed.
    Value(Change),
    /// What is printed has changed; what was printed before is no longer known.
    Values,
}

impl Why {
    /// Returns the reason, in words.
    pub fn words(&self) -> Arg {
        match self {
            Self::Never => (&messages::WHY_NEVER).into(),
            Self::File => (&messages::WHY_FILE).into(),
            Self::Fonts => (&messages::WHY_FONTS).into(),
            Self::Templates => (&messages::WHY_TEMPLATES).into(),
            Self::Values => (&messages::WHY_RECORDS).into(),
            Self::Program(old, new) => {
                messages::WHY_PROGRAM.of(vec![("old", old.as_str().into()), ("new", new.as_str().into())])
            }
            Self::Template(path) => messages::WHY_TEMPLATE.of(vec![("path", path.as_str().into())]),
            Self::Value(change) => {
                let value =
                    |text: &Option<String>| text.as_ref().map_or((&messages::NO_VALUE).into(), |t| t.as_str().into());
                let record = change.record.as_ref().map_or((&messages::OF_DOCUMENT).into(), |id| id.as_str().into());
                messages::WHY_RECORD.of(vec![
                    ("record", record),
                    ("field", change.field.as_str().into()),
                    ("old", value(&change.old)),
                    ("new", value(&change.new)),
                ])
            }
        }
    }
}

/// Returns why a document would be made; nothing where its file is as it should be.
///
/// # Errors
/// Returns why the document has no page data.
pub fn explain(
    document: &Expected<'_>,
    out: &Path,
    cache: &Cache,
    typesetter: &Typesetter,
) -> Result<Vec<Why>, Vec<Diagnostic>> {
    let page = page(&document.job)?;
    let action = Action::new(&page, &document.job, typesetter);
    Ok(reasons(&document.file, &page, &action, out, cache, typesetter))
}

/// Returns why a file of a folder is not what an action over a page makes, as far as the manifest and the cache know.
pub fn reasons(
    file: &str,
    page: &Page,
    action: &Action,
    out: &Path,
    cache: &Cache,
    typesetter: &Typesetter,
) -> Vec<Why> {
    let manifest = Manifest::of(out);
    let Some(made) = manifest.document(file).and_then(|entry| entry.finished.as_ref()) else {
        return vec![Why::Never];
    };
    let old = cache.any(&made.made_from.action);
    let mut why = Vec::new();
    if !holds(out, file, &made.sha256) {
        why.push(Why::File);
    }
    if made.made_from.program != action::program() {
        why.push(Why::Program(made.made_from.program.clone(), action::program()));
    }
    if made.made_from.fonts != typesetter.fonts() {
        why.push(Why::Fonts);
    }
    if made.made_from.page_data != action.page_data {
        match old.as_ref().and_then(|old| serde_json::from_str(&old.page()?).ok()) {
            Some(old) => why.extend(data::changes(&old, &page.data).into_iter().map(Why::Value)),
            None => why.push(Why::Values),
        }
    }
    match &old {
        Some(old) => why.extend(changed_templates(old, typesetter)),
        None if why.is_empty() => why.push(Why::Templates),
        None => {}
    }
    why
}

fn changed_templates(old: &crate::cache::Found, typesetter: &Typesetter) -> Vec<Why> {
    let reads = old.entry.reads.iter();
    let changed = reads.filter(|(path, sha256)| typesetter.template(path) != *sha256);
    changed.map(|(path, _)| Why::Template(format!("templates/{path}"))).collect()
}
