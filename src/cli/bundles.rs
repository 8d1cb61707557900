//! Folders and archives of documents with a list: what is said of them, wherever they are checked.

use std::path::Path;

use super::exit::Exit;
use super::{terminal::Terminal, trust_messages};
use crate::archive;
use crate::diag::path_text;
use crate::proof::{Bundle, Compared, Lists, Standing, Unreadable, compare};

/// Reads the lists of a bundle: one at least.
///
/// # Errors
/// Says that there is none, or that it cannot be read.
pub fn lists(bundle: &mut Bundle<'_>, path: &Path, terminal: &Terminal) -> Result<Vec<(Lists, Vec<u8>)>, Exit> {
    let mut found = Vec::new();
    for kind in Lists::ALL {
        let bytes = bundle.read(kind.file()).map_err(|why| unreadable(path, &why, terminal))?;
        found.extend(bytes.map(|bytes| (kind, bytes)));
    }
    if found.is_empty() {
        terminal.refuse(&trust_messages::NO_LIST, &vec![("path", path_text(path).into())]);
        return Err(Exit::Unusable);
    }
    Ok(found)
}

/// Compares a bundle with a list of it; `each` is given the bytes of files that are as listed.
///
/// # Errors
/// Says what cannot be read.
pub fn compared(
    bundle: &mut Bundle<'_>,
    path: &Path,
    kind: Lists,
    list: &[u8],
    each: impl FnMut(&str, Vec<u8>),
    terminal: &Terminal,
) -> Result<Vec<Compared>, Exit> {
    let listed = kind.read(list).map_err(|_| {
        terminal.refuse(&trust_messages::BAD_LIST, &vec![("file", kind.file().into())]);
        Exit::Faults
    })?;
    let compared = compare(bundle, kind, &listed, each);
    compared.map_err(|(name, why)| unreadable(&path.join(name), &why, terminal))
}

/// Returns whether nothing but what is listed is there, as it is listed.
pub fn all_as_listed(found: &[Compared]) -> bool {
    found.iter().all(|one| one.standing == Standing::AsListed)
}

/// Says which files are not as listed.
pub fn tell_faults(found: &[Compared], terminal: &Terminal) {
    for one in found {
        let message = match one.standing {
            Standing::AsListed => continue,
            Standing::Changed => &trust_messages::CHANGED,
            Standing::Missing => &trust_messages::MISSING,
            Standing::NotListed => &trust_messages::NOT_LISTED,
        };
        terminal.inform(message, &vec![("file", one.name.as_str().into())]);
    }
}

/// Says why a bundle cannot be read.
pub fn unreadable(path: &Path, why: &Unreadable, terminal: &Terminal) -> Exit {
    let message = match why {
        Unreadable::System(error) => return terminal.unread(path, error),
        Unreadable::TooMany => &trust_messages::TOO_MANY,
        Unreadable::Archive(archive::Unreadable::Broken) => &trust_messages::BROKEN_ARCHIVE,
        Unreadable::Archive(archive::Unreadable::Locked) => &trust_messages::LOCKED_ARCHIVE,
        Unreadable::Archive(archive::Unreadable::TooLarge) => &trust_messages::LARGE_ARCHIVE,
    };
    terminal.refuse(message, &vec![("path", path_text(path).into())]);
    Exit::Faults
}
