//! Disk: several files are written whole, and all of them or none.
//!
//! Every file is first written under another name beside its target and then renamed, so that nobody ever opens half a file. Where one
//! of them cannot take its place, those before it get their earlier content back. A link is neither replaced nor written through: a person
//! made it, and another file than the one that was named would change. The room looks into nothing of ours.

mod create;
mod error;
mod exchange;
mod folder;
mod single;
mod temporary;

pub use create::create_all;
pub use error::{Cause, WriteError};
pub use exchange::{exchange, write_all};
pub use folder::NewFolder;
pub use single::{Leftovers, put, put_from, remove_leftovers};
pub use temporary::{TemporaryFolder, temporary_folder};
