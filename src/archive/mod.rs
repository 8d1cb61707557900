//! Archives: ZIP files, read within bounds and written so that the same files give the same bytes. The only room that names the archive
//! crate and the decompressor. It looks into nothing of ours.

mod read;
mod write;

pub use read::{Archive, Bounds, Unreadable};
pub use write::write;
