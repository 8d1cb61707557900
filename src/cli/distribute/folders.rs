//! A folder and a ZIP file for each recipient.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use super::super::exit::Exit;
use super::super::options::system;
use super::super::progress::Progress;
use super::super::terminal::Terminal;
use super::{Distribution, first_edition, messages, unavailable};
use crate::archive;
use crate::atomic_write::{self, Cause, WriteError};
use crate::diag::{messages as shared, path_text};
use crate::distribute::{self, COVER_NOTE, Cover, Due, Package, Part, Way};
use crate::driver::{self, Timings, Typesetter};
use crate::ledger::{Channel, Entry, Ledger, Step};
use crate::render::{Form, Limits};
use crate::select::Job;

/// How many recipients' notes are made together; their documents are in memory meanwhile.
const TOGETHER: usize = 8;

/// What a recipient is handed, and what the ledger is to say of it.
struct Handing {
    recipient: String,
    package: Package,
    entries: Vec<Entry>,
}

/// Writes the folders, and enters them in the ledger.
pub fn write(
    distribution: &mut Distribution<'_>,
    to: &Path,
    ledger: &mut Ledger,
    terminal: &Terminal,
) -> Result<Exit, Exit> {
    if distribution.checked.workspace.is_input(to) {
        terminal.refuse(&shared::OUT_IS_INPUT, &vec![("path", path_text(to).into())]);
        return Err(Exit::Unusable);
    }
    let plan = &distribution.plan;
    let is_due =
        |at: &usize| plan.recipients[*at].way() == Way::Folder && plan.lines_of(*at).any(|line| line.state.is_due());
    let due: Vec<usize> = (0..plan.recipients.len()).filter(is_due).collect();
    if due.is_empty() {
        let recipients = plan.recipients.iter().filter(|recipient| recipient.way() == Way::Folder).count();
        terminal.inform(&messages::NOTHING_DUE, &vec![("recipients", recipients.into())]);
        return Ok(Exit::Done);
    }
    let workspace = &distribution.checked.workspace;
    let typesetter = Typesetter::in_workers(&workspace.templates(), &workspace.fonts(), Limits::default());
    let progress = Progress::new(due.len(), false);
    for some in due.chunks(TOGETHER) {
        for handing in handed(distribution, some, &typesetter, terminal)? {
            let folder = to.join(&handing.recipient);
            put(&folder, &handing.package, terminal)?;
            ledger.add(&handing.entries).map_err(|error| unentered(&error, terminal))?;
            progress.step();
            let values = vec![("path", path_text(&folder).into()), ("number", handing.entries.len().into())];
            terminal.inform(&messages::WRITTEN, &values);
        }
    }
    progress.end();
    Ok(Exit::Done)
}

/// Returns what some recipients are handed.
fn handed(
    distribution: &mut Distribution<'_>,
    some: &[usize],
    typesetter: &Typesetter,
    terminal: &Terminal,
) -> Result<Vec<Handing>, Exit> {
    let Distribution { checked, plan, covers, moment, shelf } = distribution;
    let (mut all, mut jobs) = (Vec::new(), Vec::new());
    for &at in some {
        let Some(cover) = covers.of(plan, at) else { continue };
        let due = distribute::due(plan, at, &cover, shelf, first_edition(checked));
        let due = due.map_err(|(file, why)| unavailable(&file, why, terminal))?;
        jobs.push(note(&cover, COVER_NOTE, &due, None, terminal)?);
        all.push((plan.recipients[at].id(), due));
    }
    let made = driver::make(checked, typesetter, &jobs, &Timings::default(), Form::Pdf, || {});
    let made = made.map_err(|failed| {
        terminal.diagnose(&failed.diagnostics, &failed.files);
        Exit::Faults
    })?;
    let mut handings = Vec::new();
    for (((recipient, due), job), made) in all.into_iter().zip(&jobs).zip(made) {
        let delivery = distribute::delivery(recipient, &due);
        let step = (Channel::Folder, Step::Delivered);
        let entries = due.iter().map(|due| distribute::entry(due, recipient, &delivery, moment, step)).collect();
        let listed = listed(job, checked, terminal)?;
        let note = Part { name: made.document.file_name, bytes: made.rendered.pdf };
        let parts = std::iter::once(note).chain(due.into_iter().map(|due| due.part)).collect();
        let package = Package::new(recipient, &moment.text, parts, &listed);
        handings.push(Handing { recipient: recipient.to_owned(), package, entries });
    }
    Ok(handings)
}

/// Returns the job of the note that goes with documents.
pub fn note<'a>(
    cover: &Cover<'a, '_>,
    report: &str,
    due: &[Due<'a>],
    recall: Option<String>,
    terminal: &Terminal,
) -> Result<Job<'a>, Exit> {
    let documents = due.iter().map(|due| due.delivered.clone()).collect();
    cover.job(report, documents, recall).ok_or_else(|| {
        terminal.refuse(&messages::NO_COVER, &vec![("report", report.into())]);
        Exit::Unusable
    })
}

/// Returns what a note says of its documents, for machines.
pub fn listed(job: &Job<'_>, checked: &crate::check::Checked, terminal: &Terminal) -> Result<Json, Exit> {
    let page = driver::page(job).map_err(|faults| {
        terminal.diagnose(&faults, &checked.files);
        Exit::Faults
    })?;
    Ok(page.data["delivery"]["documents"].clone())
}

/// Writes a package: the folder, and beside it the ZIP file.
fn put(folder: &Path, package: &Package, terminal: &Terminal) -> Result<(), Exit> {
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

/// Says that the ledger cannot be written; what was sent then may be sent again.
pub fn unentered(error: &std::io::Error, terminal: &Terminal) -> Exit {
    terminal.refuse(&messages::NOT_ENTERED, &vec![("reason", system(error))]);
    Exit::Unusable
}
