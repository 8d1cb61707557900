//! Files against the list of them.

use std::collections::BTreeMap;

use super::bundle::{Bundle, Unreadable};
use super::lists::{Listed, Lists};
use crate::digest;

/// How a file stands to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is what the list says.
    AsListed,
    /// It has another sum.
    Changed,
    /// It is listed, and not there.
    Missing,
    /// It is there, and not listed.
    NotListed,
}

/// A file with its standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
}

/// Compares the files of a bundle with a list, by name; `each` is given the bytes of those that are as listed.
///
/// The list itself and the signatures of lists are not in it. A folder with a manifest of its own below the one of this manifest is
/// another edition, and has a proof of its own.
///
/// # Errors
/// Returns the first file that cannot be read.
pub fn compare(
    bundle: &mut Bundle<'_>,
    kind: Lists,
    listed: &[Listed],
    mut each: impl FnMut(&str, Vec<u8>),
) -> Result<Vec<Compared>, (String, Unreadable)> {
    let names = bundle.names().map_err(|why| (String::new(), why))?;
    let is_list = |name: &str| Lists::ALL.iter().any(|list| list.file() == name);
    let is_signature = |name: &str| name.strip_suffix(".sig").is_some_and(is_list);
    // Where there are sums, the manifest is a file as others.
    let is_about = |name: &str| is_signature(name) || name == Lists::Sums.file() || name == kind.file();
    let editions: Vec<String> = names
        .iter()
        .filter_map(|name| name.strip_suffix(Lists::Manifest.file()))
        .filter(|folder| kind == Lists::Manifest && !folder.is_empty())
        .map(str::to_owned)
        .collect();
    let is_own = |name: &str| !is_about(name) && !editions.iter().any(|folder| name.starts_with(folder.as_str()));
    let mut found: BTreeMap<String, Standing> =
        names.into_iter().filter(|name| is_own(name)).map(|name| (name, Standing::NotListed)).collect();
    for Listed { name, sha256 } in listed {
        let bytes = bundle.read(name).map_err(|why| (name.clone(), why))?;
        let standing = match bytes {
            None => Standing::Missing,
            Some(bytes) if digest::of(&bytes) == *sha256 => {
                each(name, bytes);
                Standing::AsListed
            }
            Some(_) => Standing::Changed,
        };
        found.insert(name.clone(), standing);
    }
    Ok(found.into_iter().map(|(name, standing)| Compared { name, standing }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive;

    #[test]
    fn files_stand_as_listed_or_not() {
        let folder = crate::atomic_write::temporary_folder().expect("a folder");
        let list = format!("{}  a.pdf\n{}  b.pdf\n{}  gone.pdf\n", digest::of("a"), digest::of("b"), digest::of("c"));
        let files =
            [("SHA256SUMS", list.as_str()), ("SHA256SUMS.sig", "s"), ("a.pdf", "a"), ("b.pdf", "B"), ("new", "n")];
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let expected = [
            ("a.pdf", Standing::AsListed),
            ("b.pdf", Standing::Changed),
            ("gone.pdf", Standing::Missing),
            ("new", Standing::NotListed),
        ];
        let mut packed = Vec::new();
        let inside: Vec<(String, &str)> = files.iter().map(|(name, text)| (format!("clerk/{name}"), *text)).collect();
        archive::write(&mut packed, inside.iter().map(|(name, text)| (name.as_str(), text.as_bytes()))).expect("a ZIP");
        for mut bundle in [Bundle::Folder(folder.path().to_path_buf()), Bundle::of_archive(&packed).expect("a ZIP")] {
            let bytes = bundle.read(Lists::Sums.file()).expect("read").expect("there");
            let listed = Lists::Sums.read(&bytes).expect("a list");
            let mut same = Vec::new();
            let found = compare(&mut bundle, Lists::Sums, &listed, |name, _| same.push(name.to_owned())).expect("read");
            let found: Vec<(&str, Standing)> = found.iter().map(|one| (one.name.as_str(), one.standing)).collect();
            assert_eq!((found.as_slice(), same), (&expected[..], vec!["a.pdf".to_owned()]));
        }
    }
}
