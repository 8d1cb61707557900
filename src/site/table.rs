//! The register as a table, for spreadsheets and programs: a row for each file.

use super::model::Modeller;
use super::names::{self, DOCUMENTS};
use super::{About, Listing, Material};
use crate::diag::Locale;
use crate::emit;

/// The columns before those of the facets.
const COLUMNS: [&str; 19] = [
    "reference",
    "revision",
    "version",
    "status",
    "date",
    "as-of",
    "report",
    "type",
    "subject",
    "language",
    "title",
    "marking",
    "pages",
    "bytes",
    "sha256",
    "file",
    "page",
    "supersedes",
    "amends",
];

/// Returns the table.
pub fn register(listing: &Listing<'_>, materials: &[Vec<Material>], about: &About<'_>) -> Vec<u8> {
    let modeller = Modeller { versions: &listing.versions, facets: about.facets, locale: Locale::En };
    let head = COLUMNS.into_iter().map(str::to_owned).chain(about.facets.iter().cloned()).collect();
    let mut rows: Vec<Vec<String>> = vec![head];
    for (version, materials) in listing.versions.iter().zip(materials) {
        let model = modeller.version(version, materials);
        // A version that is not listed here is not named here.
        let listed = |field: &str| {
            let other = version.release.text(field).unwrap_or_default();
            let is_listed = listing.versions.iter().any(|known| known.release.record.id == other);
            if is_listed { other.to_owned() } else { String::new() }
        };
        for (file, material) in version.files.iter().zip(materials) {
            let mut row = vec![
                version.text("reference").to_owned(),
                version.text("revision").to_owned(),
                model.name.clone(),
                model.standing.to_owned(),
                version.text("date").to_owned(),
                version.text("as-of").to_owned(),
                version.text("report").to_owned(),
                model.type_name.text.clone(),
                version.text("subject").to_owned(),
                file.language.code().to_owned(),
                file.text("title").to_owned(),
                file.markings().join(" "),
                file.text("pages").to_owned(),
                material.bytes.to_string(),
                file.text("sha256").to_owned(),
                format!("{DOCUMENTS}/{}", names::file(file.text("file"))),
                format!("{}.html", names::page(version.text("reference"))),
                listed("supersedes"),
                listed("amends"),
            ];
            row.extend(about.facets.iter().map(|kind| {
                let own = model.about.iter().filter(|about| about.kind == *kind).flat_map(|about| &about.records);
                own.map(|record| record.value.as_str()).collect::<Vec<_>>().join(" ")
            }));
            rows.push(row);
        }
    }
    emit::csv(&rows)
}
