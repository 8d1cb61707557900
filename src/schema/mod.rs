//! Schemas: what a record of each kind is. Read from `data/schema/`, and for the system kinds built in.
//!
//! The language is JSON Schema draft-07, in the closed part that `data/schema/README.md` describes, plus a few keywords of ours. A
//! schema that says more than the checker would obey is refused, so that no rule is ever quietly ignored.

pub mod editor;
pub mod keywords;
mod kind;
pub mod publish;
mod read;
mod shape;
mod system;

pub use kind::{Kind, Rule, Schemas};
pub use read::{RawSchema, read};
pub use shape::{Dating, Field, Object, Reference, Shape};
pub use system::{
    CLAIM, DEFINITIONS, DISTRIBUTION_LIST, MARKING_SCHEME, RECIPIENT, RELEASE, REPORT, REQUEST, SETTINGS, SOURCE,
    SYSTEM, TERM, is_system,
};
