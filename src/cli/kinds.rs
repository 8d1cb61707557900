//! The kinds of record that a command is about, by their name or their folder.

use super::exit::Exit;
use super::terminal::Terminal;
use crate::diag::messages;
use crate::schema::{Kind, Schemas};

/// Finds the kind of a name; says which there are where there is none.
///
/// # Errors
/// Returns how the command ends.
pub fn find<'s>(name: &str, schemas: &'s Schemas, terminal: &Terminal) -> Result<&'s Kind, Exit> {
    let found = schemas.iter().find(|kind| kind.name == name || kind.folder == name);
    found.ok_or_else(|| {
        let known: Vec<&str> = schemas.iter().map(|kind| kind.name.as_str()).collect();
        let values = vec![("kind", name.into()), ("known", known.join(", ").into())];
        terminal.refuse(&messages::NO_KIND_OF_RECORD, &values);
        Exit::Unusable
    })
}
