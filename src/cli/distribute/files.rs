//! Ready messages in files, for whoever sends them with a program of his own.

use std::path::Path;

use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::book::unentered;
use super::distribution::Distribution;
use super::folders::{handed, put};
use super::letters::{Post, post};
use super::messages;
use super::notes::{Saying, each_noted};
use crate::atomic_write::{self, Cause, WriteError};
use crate::diag::path_text;
use crate::distribute::{Line, Way};
use crate::driver::Typesetter;
use crate::ledger::{Channel, Entry, Ledger, Step};

/// Writes the messages, and enters them in the ledger as handed over.
pub fn write(
    distribution: &Distribution<'_>,
    (to, from): (&Path, &str),
    saying: Saying<'_>,
    is_due: impl Fn(&Line<'_>) -> bool + Copy + Sync,
    ledger: &mut Ledger,
    typesetter: &Typesetter,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let due = distribution.due_by(Way::Mail, is_due);
    if due.is_empty() {
        terminal.inform(&messages::NOTHING_BY_MAIL, &Vec::new());
        return Ok(Exit::Done);
    }
    let failed = |error| WriteError { path: to.to_path_buf(), cause: Cause::System(error) };
    std::fs::create_dir_all(to).map_err(failed).map_err(|error| terminal.unwritten(&error))?;
    each_noted((distribution, &due), saying, is_due, typesetter, terminal, |noted| {
        let recipient = noted.recipient.clone();
        let Post { postings, apart } = post(noted, distribution, from, Channel::File, terminal)?;
        if let Some(apart) = apart {
            // The message that speaks of it enters it.
            let (package, _) = handed(apart, &distribution.moment);
            put(&to.join(&recipient), &package, terminal)?;
        }
        for (at, posting) in postings.iter().enumerate() {
            let path = to.join(format!("{recipient}-{}.eml", at + 1));
            atomic_write::put(&path, &posting.composed.bytes).map_err(|error| terminal.unwritten(&error))?;
            let delivered = |entry: &Entry| entry.then(Step::Delivered, &distribution.moment.text, None);
            let entries: Vec<Entry> = posting.entries.iter().map(delivered).collect();
            ledger.add(&entries).map_err(|error| unentered(&error, terminal))?;
            let values = vec![("path", path_text(&path).into()), ("number", posting.entries.len().into())];
            terminal.inform(&messages::WRITTEN, &values);
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}
