//! What the script searches, as a script: a page that lies in a folder may load nothing else.

use std::collections::BTreeMap;

use serde::Serialize;

use super::filters::Field;
use super::fold::{Fold, letters};
use super::model::Modeller;
use super::printed::Printed;
use super::search::{Found, Words};
use super::{About, Listing, Material};
use crate::diag::Locale;

/// All that is searched.
#[derive(Serialize)]
struct Index {
    /// What letters are folded to.
    letters: BTreeMap<char, &'static str>,
    /// The names of the fields of the form.
    fields: Vec<String>,
    /// The words of the records that are printed.
    records: Vec<String>,
    /// The versions, in the order of the list.
    versions: Vec<Entry>,
}

/// A version.
#[derive(Serialize)]
struct Entry {
    #[serde(flatten)]
    found: Found,
    /// What it has in each field.
    values: Vec<Vec<String>>,
}

/// Returns the script.
pub fn script(listing: &Listing<'_>, materials: &[Vec<Material>], about: &About<'_>) -> Vec<u8> {
    let modeller = Modeller { versions: &listing.versions, facets: about.facets, locale: Locale::En };
    let (fold, mut words) = (Fold::new(), Words::default());
    let fields = Field::all(about.facets);
    let mut versions = Vec::new();
    for (version, materials) in listing.versions.iter().zip(materials) {
        let model = modeller.version(version, materials);
        let printed: Vec<&Printed> = materials.iter().map(|material| &material.printed).collect();
        let values =
            |field: &Field<'_>| field.choices(version, &model).into_iter().map(|choice| choice.value).collect();
        let values = fields.iter().map(values).collect();
        versions.push(Entry { found: words.take(version, &printed, &fold), values });
    }
    let fields = fields.into_iter().map(Field::name).collect();
    let index = Index { letters: letters(), fields, records: words.texts, versions };
    let json = serde_json::to_string(&index).expect("words and numbers are JSON");
    format!("window.CHANCERY_INDEX = {json};\n").into_bytes()
}
