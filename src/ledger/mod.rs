//! The ledger: who was given what, a line for each step. Lines are only ever added, each names the digest of the one before it, and what they
//! say is on the disk before the next step is taken. The room knows no records; it looks at digests alone.

mod chain;
mod entry;
mod file;
mod holding;
mod notification;

pub use chain::{Broken, Head, Read, read};
pub use entry::{Channel, Entry, Purpose, Step};
pub use file::{Ledger, NoLedger, PLACE};
pub use holding::{Holding, Holdings, Standing};
pub use notification::{Report, reports};
