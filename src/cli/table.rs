//! The table that a command is given: read whole, or refused with every reason.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::exit::Exit;
use super::options::system;
use super::terminal::Terminal;
use crate::diag::{self, Files, path_text};
use crate::import::{self, Fault, Table, messages};

/// Reads the table; says why where it cannot be read whole.
pub fn table(path: &Path, sheet: Option<&str>, terminal: &Terminal) -> Result<Table, Exit> {
    let bytes = bytes(path).map_err(|error| {
        terminal.refuse(&messages::NOT_READ, &vec![("path", path_text(path).into()), ("reason", system(&error))]);
        Exit::Unusable
    })?;
    import::read(&bytes, sheet).map_err(|refused| refuse(path, &refused.view, &refused.faults, terminal))
}

/// Reports the faults for which a table is refused.
pub fn refuse(path: &Path, view: &str, faults: &[Fault], terminal: &Terminal) -> Exit {
    let mut files = Files::default();
    let file = files.add(path.to_path_buf(), view.into());
    let mut diagnosed = faults.iter().map(|fault| fault.diagnostic(file)).collect();
    diag::sort(&mut diagnosed, &files);
    terminal.diagnose(&diagnosed, &files);
    Exit::Faults
}

/// Reads a file, but no more of it than a table may have; one byte more says that there is more.
fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(import::MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
