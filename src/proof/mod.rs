//! Proof: what a list of sums says of files, and whether the files are so. It reads `SHA256SUMS` and manifests, of a folder or an archive, and
//! writes nothing.

mod bundle;
mod compare;
mod lists;

pub use bundle::{Bundle, Unreadable};
pub use compare::{Compared, Standing, compare};
pub use lists::{BadList, Listed, Lists, SUMS};
