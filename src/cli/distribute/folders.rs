//! A folder and a ZIP file for each recipient.

use std::fs;
use std::path::Path;

use super::super::exit::Exit;
use super::super::progress::Progress;
use super::super::terminal::Terminal;
use super::book::unentered;
use super::distribution::Distribution;
use super::messages;
use super::notes::{Noted, Saying, each_noted};
use crate::archive;
use crate::atomic_write::{self, Cause, WriteError};
use crate::diag::path_text;
use crate::distribute::{self, Line, Moment, Package, Part, Way};
use crate::driver::Typesetter;
use crate::ledger::{Channel, Entry, Ledger, Step};

/// Writes the folders, and enters them in the ledger.
pub fn write(
    distribution: &Distribution<'_>,
    to: &Path,
    saying: Saying<'_>,
    ledger: &mut Ledger,
    typesetter: &Typesetter,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    let is_due = |line: &Line<'_>| line.state.is_due();
    let due = distribution.due_by(Way::Folder, is_due);
    if due.is_empty() {
        terminal.inform(&messages::NOTHING_BY_FOLDER, &Vec::new());
        return Ok(Exit::Done);
    }
    let progress = Progress::new(due.len(), false);
    each_noted((distribution, &due), saying, is_due, typesetter, terminal, |noted| {
        let (package, entries) = handed(noted, &distribution.moment);
        let folder = to.join(&entries[0].recipient);
        put(&folder, &package, terminal)?;
        ledger.add(&entries).map_err(|error| unentered(&error, terminal))?;
        progress.step();
        let values = vec![("path", path_text(&folder).into()), ("number", entries.len().into())];
        terminal.inform(&messages::WRITTEN, &values);
        Ok(())
    })?;
    progress.end();
    Ok(Exit::Done)
}

/// Returns the package of a recipient, and what the ledger is to say of it. A notice of recall has no documents with it.
pub fn handed(noted: Noted<'_>, moment: &Moment) -> (Package, Vec<Entry>) {
    let purpose = noted.purpose();
    let Noted { recipient, due, page, note, .. } = noted;
    let delivery = distribute::delivery(&recipient, purpose, &due);
    let step = (Channel::Folder, Step::Delivered, purpose);
    let entries = due.iter().map(|due| distribute::entry(due, &recipient, &delivery, moment, step)).collect();
    let files = due.into_iter().map(|due| due.part).filter(|part| !part.bytes.is_empty());
    let parts: Vec<Part> = std::iter::once(note).chain(files).collect();
    let package = Package::new(&recipient, &moment.text, parts, &page["delivery"]["documents"]);
    (package, entries)
}

/// Writes a package: the folder, and beside it the ZIP file.
pub fn put(folder: &Path, package: &Package, terminal: &Terminal) -> Result<(), Exit> {
    let failed = |path: &Path| {
        let path = path.to_path_buf();
        |error| WriteError { path, cause: Cause::System(error) }
    };
    let unwritten = |error: WriteError| terminal.unwritten(&error);
    fs::create_dir_all(folder).map_err(failed(folder)).map_err(unwritten)?;
    let is_other = |name: &String| !package.files().any(|(own, _)| own == name);
    let there = fs::read_dir(folder).map_err(failed(folder)).map_err(unwritten)?;
    let mut others: Vec<String> =
        there.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).filter(is_other).collect();
    others.sort();
    if let Some(other) = others.into_iter().next() {
        terminal.refuse(&messages::OTHER_PACKAGE, &vec![("path", path_text(folder).into()), ("file", other.into())]);
        return Err(Exit::Unusable);
    }
    for (name, bytes) in package.files() {
        atomic_write::put(&folder.join(name), bytes).map_err(unwritten)?;
    }
    let zip = folder.with_extension("zip");
    let mut bytes = Vec::new();
    archive::write(&mut bytes, package.files()).map_err(failed(&zip)).map_err(unwritten)?;
    atomic_write::put(&zip, &bytes).map_err(unwritten)
}
