//! The store: all records of a workspace, understood through their schemas. Claims are settled here, references followed both
//! ways, and paths walked. The room looks at records and schemas and knows no report and no language.

mod claim;
mod order;
mod path;
mod records;
mod typed;
mod walk;

pub use claim::{claimed, preferred};
pub use order::{Key, id_order};
pub use path::{Found, Path, PathFault, PathStep};
pub use records::{Settled, Store, claim_reference};
pub use typed::Typed;
pub use walk::{Step, Visit, walk, walk_value};
