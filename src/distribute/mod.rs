//! Distribution: what was released reaches those who may see it, in the language that they prefer, once.
//!
//! The plan is made of the register, the recipients and the ledger, and touches nothing. What goes out is the released file itself, or what
//! its commit makes again; a recipient sees of it no more than its levels allow.

mod catalogue;
mod cover;
mod delegates;
mod handing;
pub mod mail;
mod messages;
mod package;
mod plan;
mod printed;
mod reason;
mod recall;
mod recipient;
mod shelf;
mod since;

pub use catalogue::{Group, groups};
pub use cover::{COVER_NOTE, Cover, Covers, RECALL_NOTICE, distinct, editions, of_line};
pub use delegates::{Delegate, delegates};
pub use handing::{Due, delivery, due, entry, recalled};
pub use messages::*;
pub use package::{LIST, Package, Part};
pub use plan::{Choice, Line, Moment, Plan, State, plan};
pub use reason::{Reason, of_language};
pub use recall::recall;
pub use recipient::{Recipient, Want, Way, recipients};
pub use shelf::{Shelf, Unavailable};
