//! The chain: what was asked for → documents. The one room that knows all stages and lets each work once.

mod action;
mod bound;
mod build;
mod expected;
mod explain;
mod faults;
mod hidden;
mod make;
mod merge;
mod plan;
mod register;
mod stamp;
mod timings;
mod typesetter;
mod verify;
mod withheld;
mod workers;

pub use action::program;
pub use bound::unseen;
pub use build::{Built, Folder, Outcome, build, outdated, prune};
pub use expected::{Expected, Only, Shard, expected, views};
pub use explain::{Why, explain};
pub use faults::Failed;
pub use hidden::Hidden;
pub use make::{Document, make, other_edition, page, warnings, write, write_pictures, write_tables};
pub use merge::{Merged, merge};
pub use plan::{BuildRequest, PlanError, Views, plan};
pub use register::{Release, Standing, page_data_file, release_data, releases};
pub use stamp::Stamp;
pub use timings::{Stage, Timings};
pub use typesetter::Typesetter;
pub use verify::{Verdict, named, verify};
pub use withheld::withheld;
