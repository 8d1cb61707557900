//! The pages that look otherwise, as pictures: before, after, and the difference.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::comparison::{Comparison, PageDifference};
use crate::atomic_write::{self, WriteError};
use crate::picture::{self, Picture};

/// 90 dots to the inch: a page of A4 is 744 dots wide, and its notes can be read.
const DOTS_PER_POINT: f32 = 1.25;

/// Draws the pages of two PDFs, and writes those that look otherwise to a folder. A file that is no PDF has no pages.
///
/// # Errors
/// Returns the path that cannot be written.
pub fn differing(old: Vec<u8>, new: Vec<u8>, stem: &str, folder: &Path) -> Result<Vec<PageDifference>, WriteError> {
    let drawn = |pdf| picture::pages(pdf, DOTS_PER_POINT).unwrap_or_default();
    let (old, new) = (drawn(old), drawn(new));
    let mut found = Vec::new();
    for at in 0..old.len().max(new.len()) {
        let (before, after) = (old.get(at), new.get(at));
        let difference = match (before, after) {
            (Some(before), Some(after)) => match picture::difference(before, after) {
                None => continue,
                drawn => drawn,
            },
            _ => None,
        };
        let put = |picture: Option<&Picture>, side: &str| {
            let name = format!("{stem}-{}-{side}.png", at + 1);
            let write = |picture: &Picture| atomic_write::put(&folder.join(&name), &picture.to_png());
            picture.map(|picture| write(picture).map(|()| name.clone())).transpose()
        };
        found.push(PageDifference {
            number: at + 1,
            before: put(before, "before")?,
            after: put(after, "after")?,
            difference: put(difference.as_ref(), "difference")?,
        });
    }
    Ok(found)
}

/// Removes the pictures of an earlier comparison.
pub fn remove_others(folder: &Path, comparison: &Comparison) {
    let pages = comparison.documents.iter().flat_map(|document| &document.pages);
    let own: HashSet<&String> = pages.flat_map(PageDifference::files).collect();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_picture = ["before", "after", "difference"].iter().any(|side| name.ends_with(&format!("-{side}.png")));
        if is_picture && !own.contains(&name) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
