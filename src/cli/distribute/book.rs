//! The ledger, opened and spoken of.

use std::io;
use std::path::Path;

use super::super::exit::Exit;
use super::super::options::system;
use super::super::terminal::Terminal;
use super::messages;
use crate::diag::{Arg, MessageArgs, path_text};
use crate::ledger::{Broken, Holdings, Ledger, NoLedger};

/// Opens the ledger for adding.
pub fn open(path: &Path, terminal: &Terminal) -> Result<Ledger, Exit> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // Where it cannot be made, opening says so.
        let _ = std::fs::create_dir_all(folder);
    }
    let ledger = Ledger::open(path).map_err(|why| no_ledger(path, &why, terminal))?;
    if ledger.was_torn() {
        terminal.refuse(&messages::LEDGER_WAS_TORN, &vec![("path", path_text(path).into())]);
    }
    Ok(ledger)
}

/// Looks into the ledger.
pub fn look(path: &Path, terminal: &Terminal) -> Result<Holdings, Exit> {
    let (entries, _) = Ledger::look(path).map_err(|why| no_ledger(path, &why, terminal))?;
    Ok(Holdings::of(&entries))
}

/// Says why there is no ledger.
pub fn no_ledger(path: &Path, why: &NoLedger, terminal: &Terminal) -> Exit {
    let mut values: MessageArgs = vec![("path", path_text(path).into())];
    match why {
        NoLedger::Held => terminal.refuse(&messages::LEDGER_HELD, &values),
        NoLedger::System(error) => {
            values.push(("reason", system(error)));
            terminal.refuse(&messages::LEDGER_NOT_READ, &values);
        }
        NoLedger::Broken(broken) => {
            values.push(("reason", words_of(*broken)));
            terminal.refuse(&messages::LEDGER_BROKEN, &values);
        }
    }
    Exit::Faults
}

/// Returns where a ledger is broken, in words.
pub fn words_of(broken: Broken) -> Arg {
    let (message, line) = match broken {
        Broken::Unreadable(line) => (&messages::LINE_UNREADABLE, line),
        Broken::Edited(line) => (&messages::LINE_EDITED, line),
        Broken::Moved(line) => (&messages::LINE_MOVED, line),
        Broken::Torn(line) => (&messages::LINE_TORN, line),
    };
    message.of(vec![("line", line.into())])
}

/// Says that the ledger cannot be written; what was sent then may be sent again.
pub fn unentered(error: &io::Error, terminal: &Terminal) -> Exit {
    terminal.refuse(&messages::NOT_ENTERED, &vec![("reason", system(error))]);
    Exit::Unusable
}
