//! Messages: what a recipient is due, as mail that everybody can read (RFC 5322). The same documents at the same moment make the same bytes.

mod body;
mod compose;
mod connection;
mod server;
mod split;

pub use body::{About, Body};
pub use compose::{Composed, Letter, Unwritable, address, compose, message_id};
pub use connection::{Connection, Outcome};
pub use server::{Security, Server, ServerFault, Unreachable};
pub use split::{Split, split};
