//! Proof: what a list of sums says of files, and whether the files are so. It reads `SHA256SUMS` and manifests, of a folder or an archive, and
//! writes nothing.

mod compare;
mod lists;
mod parcel;

pub use compare::{Compared, Standing, compare};
pub use lists::{BadList, Listed, Lists, SUMS};
pub use parcel::{Parcel, Unreadable};
