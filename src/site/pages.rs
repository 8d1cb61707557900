//! The pages: the index, and one for each document, in every language of messages.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::filters::{Field, Filter};
use super::model::{Modeller, VersionModel, language};
use super::{About, Listing, Material, messages};
use crate::diag::Locale;
use crate::html::{self, Templates};

/// The templates, by their names.
const TEMPLATES: [(&str, &str); 4] = [
    ("base.html", include_str!("templates/base.html")),
    ("parts.html", include_str!("templates/parts.html")),
    ("index.html", include_str!("templates/index.html")),
    ("document.html", include_str!("templates/document.html")),
];

/// What stands in the head and the foot of every page.
#[derive(Serialize)]
struct Frame {
    words: BTreeMap<&'static str, &'static str>,
    locale: &'static str,
    other: &'static str,
    edition: String,
    office: Option<String>,
    /// The ending of the names of pages in the language, and in the other.
    ending: &'static str,
    other_ending: &'static str,
}

/// Returns the pages with their names.
pub fn pages(listing: &Listing<'_>, materials: &[Vec<Material>], about: &About<'_>) -> Vec<(String, Vec<u8>)> {
    let templates = Templates::new(&TEMPLATES);
    let mut pages = Vec::new();
    for locale in Locale::ALL {
        let modeller = Modeller { versions: &listing.versions, facets: about.facets, locale };
        let versions = listing.versions.iter().zip(materials);
        let models: Vec<VersionModel> =
            versions.map(|(version, materials)| modeller.version(version, materials)).collect();
        let fields = Field::all(about.facets);
        let filters: Vec<Filter> = fields.into_iter().filter_map(|field| field.filter(&modeller, &models)).collect();
        let frame = frame(locale, about);
        let ending = frame.ending;
        let frame = html::data(frame);
        let index = [
            ("frame", frame.clone()),
            ("page", html::data("index")),
            ("versions", html::data(&models)),
            ("filters", html::data(filters)),
        ];
        pages.push((format!("index{ending}"), templates.fill("index.html", &index).into_bytes()));
        for (page, versions) in documents(&models) {
            let newest = versions.iter().find(|version| version.is_current).or(versions.first());
            let document = [
                ("frame", frame.clone()),
                ("page", html::data(page)),
                ("newest", html::data(newest)),
                ("versions", html::data(&versions)),
            ];
            pages.push((format!("{page}{ending}"), templates.fill("document.html", &document).into_bytes()));
        }
    }
    pages
}

/// Returns the versions of each document, by its page.
fn documents(models: &[VersionModel]) -> BTreeMap<&str, Vec<&VersionModel>> {
    let mut documents: BTreeMap<&str, Vec<&VersionModel>> = BTreeMap::new();
    models.iter().for_each(|model| documents.entry(&model.page).or_default().push(model));
    documents.values_mut().for_each(|versions| versions.sort_by_key(|version| Reverse(version.number)));
    documents
}

fn frame(locale: Locale, about: &About<'_>) -> Frame {
    let ending = |locale| match locale {
        Locale::En => ".html",
        Locale::Ru => "-ru.html",
    };
    let other = match locale {
        Locale::En => Locale::Ru,
        Locale::Ru => Locale::En,
    };
    Frame {
        words: messages::WORDS.into_iter().map(|(name, message)| (name, message.words(locale))).collect(),
        locale: locale.code(),
        other: other.code(),
        edition: messages::EDITION.format(&vec![("edition", about.edition.into())], locale),
        office: about.office.and_then(|office| office.get(language(locale))).map(str::to_owned),
        ending: ending(locale),
        other_ending: ending(other),
    }
}
