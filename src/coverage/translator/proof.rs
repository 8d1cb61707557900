//! The proof: the workspace read with the translations in it says what it said before, and the translations, and nothing else.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::super::owners;
use super::own_translation::OUR_TRANSLATION;
use super::take::Taken;
use crate::check::CheckResult;
use crate::diag::{Diagnostic, Files, Locale, Severity, path_text};

/// What the workspace would be with the translations.
#[derive(Debug)]
pub struct Proof {
    /// What the checks say that they did not say before.
    pub new: Vec<Diagnostic>,
    /// Files whose records would say something else than they should.
    pub spoilt: Vec<String>,
}

impl Proof {
    /// Returns whether the translations can be written.
    pub fn holds(&self) -> bool {
        self.spoilt.is_empty() && !self.new.iter().any(|fault| fault.severity == Severity::Error)
    }
}

/// Compares the workspace before and after.
pub fn prove(before: &CheckResult, after: &CheckResult, taken: &Taken) -> Proof {
    let touched: Vec<_> = taken.changes.iter().map(|change| before.files.path(change.file)).collect();
    let trees = |result: &CheckResult| -> BTreeMap<(String, String, String), Value> {
        let held =
            owners::all(result).into_iter().filter(|held| touched.contains(&result.files.path(held.record.file)));
        held.map(|held| {
            let path = path_text(result.files.path(held.record.file));
            ((path, held.record.kind.clone(), held.record.id.clone()), held.record.root.to_json())
        })
        .collect()
    };
    let (mut expected, mut found) = (trees(before), trees(after));
    for change in &taken.changes {
        let path = path_text(before.files.path(change.file));
        let key = (path, change.kind.clone(), change.record.clone());
        let code = taken.language.code();
        if let Some(map) = expected.get_mut(&key).and_then(|tree| tree.pointer_mut(&change.pointer)) {
            map[code] = change.translation.clone().into();
        }
        if let Some(ours) = &change.ours
            && let Some(object) = expected.get_mut(&key).and_then(|tree| tree.pointer_mut(&ours.pointer))
        {
            let list = &mut object[OUR_TRANSLATION];
            if list.is_null() {
                *list = Value::Array(Vec::new());
            }
            if let Some(list) = list.as_array_mut().filter(|list| ours.at <= list.len()) {
                list.insert(ours.at, code.into());
            }
        }
        // A block of lines ends with a line break, which is none of the translation.
        if let Some(text) = found.get_mut(&key).and_then(|tree| tree.pointer_mut(&format!("{}/{code}", change.pointer)))
            && let Some(trimmed) = text.as_str().map(|text| text.trim_end().to_owned())
        {
            *text = trimmed.into();
        }
    }
    let mut spoilt: Vec<String> = expected
        .iter()
        .filter(|(key, tree)| found.get(key) != Some(tree))
        .map(|((path, ..), _)| path.clone())
        .collect();
    if spoilt.is_empty() && expected.len() != found.len() {
        spoilt.extend(found.into_keys().filter(|key| !expected.contains_key(key)).map(|(path, ..)| path));
    }
    spoilt.dedup();
    Proof { new: new(before, after), spoilt }
}

/// Returns the diagnostics that were not there before; places move with what is put in, so words and files are compared.
fn new(before: &CheckResult, after: &CheckResult) -> Vec<Diagnostic> {
    let key = |fault: &Diagnostic, files: &Files| {
        let path = fault.place.as_ref().map(|place| files.path(place.file).to_path_buf());
        (path, fault.code().to_owned(), fault.sentence(Locale::En))
    };
    let mut known: HashMap<_, usize> = HashMap::new();
    before.diagnostics.iter().for_each(|fault| *known.entry(key(fault, &before.files)).or_default() += 1);
    let mut is_new = |fault: &&Diagnostic| match known.get_mut(&key(fault, &after.files)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    };
    after.diagnostics.iter().filter(|fault| is_new(fault)).cloned().collect()
}
