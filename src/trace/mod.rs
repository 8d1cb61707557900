//! Trace: from what a document prints back to the records that say it. It works on page data, never on the text of a PDF; the room is pure.
//!
//! [`printed`] lists every value of page data with its origin, [`find`] those that say some words, and a [`Tracer`] says of an origin where
//! it stands now: file and lines, versions of a contested value, sources; for a number that the document counts, what is counted and how.

mod chain;
mod counted;
mod field;
mod find;
mod lines;
mod messages;
mod on_page;
mod origin;
mod printed;
mod seen;
mod source;

pub use chain::{Candidate, Chain, CountChain, Spot, Tracer};
pub use find::{Match, find};
pub use messages::*;
pub use on_page::PageWords;
pub use origin::{Counted, Origin, Printed};
pub use printed::printed;
pub use seen::seen;
pub use source::Source;
