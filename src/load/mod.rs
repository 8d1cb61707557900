//! Load: the files of a workspace → trees with places. Broken files are diagnostics; the rest still loads.
//!
//! What is read, and what a link is, stands in `folders`. The room reads the disk and knows YAML and schema files. What a record must be is the next room's business.

mod draft;
mod files;
mod folders;
mod inputs;
mod loader;
mod memory;
mod reader;
mod recover;
mod unreadable;
pub mod workspace;
pub mod yaml;

pub use files::Overlay;
pub use inputs::inputs;
pub use loader::{Loaded, RawRecord, RawReport, load, load_over, tree};
pub use reader::Reader;
pub use unreadable::{Part, Unreadable};
pub use workspace::Workspace;
