//! Emit: finished documents → files. Each file appears whole or not at all, and the manifest beside them says what they are.

mod folder;
mod manifest;
mod table;

pub use crate::atomic_write::WriteError;
pub use folder::{OutputFolder, all_current, holds, is_current};
pub use manifest::{Digests, Finished, Manifest, ManifestEntry, NAME, Part, State};
pub use table::csv;
