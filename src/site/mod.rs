//! Site: the released documents that an edition may show → an index that a browser opens from any folder: pages, a search, a table, pictures
//! of first pages. The room is pure: it takes views of the edition, what the releases printed and the bytes of their files, and gives files.
//! The only room that names the crate of the templates.
//!
//! A page asks nothing of anybody: no server, no network, no other file by script, since a browser gives none to a page that lies in a folder.

mod facets;
mod filters;
mod fold;
mod index;
mod listing;
mod marker;
pub mod messages;
mod model;
mod names;
mod pages;
mod printed;
mod search;
mod table;

use serde_json::Value as Json;

use crate::digest;
use crate::picture::first_page;
pub use listing::{Listing, ReleasedFile, Unshown, Version, Withheld, listed};
pub use marker::{MARKER, Marker};
pub use names::{DOCUMENTS, PICTURES};
pub use printed::Printed;

/// How wide a picture of a first page is, in dots.
const PICTURE_WIDTH: u32 = 160;

/// What was found in a file of a release.
#[derive(Debug)]
pub struct Material {
    /// How many bytes it has.
    pub bytes: usize,
    /// Its first page as a PNG.
    pub picture: Vec<u8>,
    /// The width of the picture, in dots.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The records that it printed; none where that is not kept.
    pub printed: Printed,
}

/// Why a file of a release cannot be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It is another file than the one that was released.
    Other,
    /// It is no PDF.
    Unreadable,
    /// What it printed is not what the register says.
    OtherData,
}

impl Material {
    /// Takes in a file of a release, and what it printed, as its page data lie beside the register.
    ///
    /// # Errors
    /// Returns why it is not what was released.
    pub fn of(
        version: &Version<'_>,
        file: &ReleasedFile<'_>,
        pdf: &[u8],
        printed: Option<&[u8]>,
    ) -> Result<Self, Unfit> {
        if digest::of(pdf) != file.text("sha256") {
            return Err(Unfit::Other);
        }
        let is_other = |data: &[u8]| digest::of(data) != file.text("page-data");
        if printed.is_some_and(is_other) {
            return Err(Unfit::OtherData);
        }
        let picture = first_page(pdf.to_vec(), PICTURE_WIDTH).ok_or(Unfit::Unreadable)?;
        let printed = printed.and_then(|data| serde_json::from_slice::<Json>(data).ok());
        let printed = printed.map(|data| Printed::of(&data, version.store)).unwrap_or_default();
        Ok(Self { bytes: pdf.len(), picture: picture.to_png(), width: picture.width, height: picture.height, printed })
    }
}

/// Returns where a file of a release lies in the index.
pub fn document_path(file: &ReleasedFile<'_>) -> String {
    format!("{DOCUMENTS}/{}", names::file(file.text("file")))
}

/// Returns the files of an index but the documents, each with its name: `materials` are those of the files of each version, in their order.
pub fn files(listing: &Listing<'_>, materials: &[Vec<Material>], about: &About<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("site.css".to_owned(), include_bytes!("site.css").to_vec()),
        ("site.js".to_owned(), include_bytes!("site.js").to_vec()),
        ("register.csv".to_owned(), table::register(listing, materials, about)),
        ("index.js".to_owned(), index::script(listing, materials, about)),
    ];
    files.extend(pages::pages(listing, materials, about));
    for (version, materials) in listing.versions.iter().zip(materials) {
        for (file, material) in version.files.iter().zip(materials) {
            let name = format!("{PICTURES}/{}", names::picture(file.text("file")));
            files.push((name, material.picture.clone()));
        }
    }
    files
}

/// What the index is of.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The edition.
    pub edition: &'a str,
    /// Who issues the documents.
    pub office: Option<&'a crate::report::LanguageMap>,
    /// The kinds of records by which documents are filtered.
    pub facets: &'a [String],
}
