//! The nearest of the names that would have been right.

use crate::diag::{Arg, messages};
use crate::record::{self, nearest::slips};

/// Returns the name nearest to a mistyped one, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let most = slips(&word)?;
    // Lengths further apart than the bound cannot be near: thousands of ids are passed over without a look.
    let alike = names.into_iter().filter(|name| name.len().abs_diff(word.len()) <= 2 * most);
    record::nearest::nearest(&word, alike.map(|name| (name.to_lowercase(), name)))
}

/// Returns an instruction that names the nearest name, or all of them where they are few.
pub fn hint<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Arg {
    let names: Vec<&str> = names.into_iter().collect();
    match nearest(word, names.iter().copied()) {
        Some(name) => messages::DID_YOU_MEAN.of(vec![("name", name.into())]),
        None if names.is_empty() => (&messages::REMOVE_IT).into(),
        None if names.len() <= 40 => messages::KNOWN_HERE.of(vec![("names", names.join(", ").into())]),
        None => (&messages::LOOK_IT_UP).into(),
    }
}
