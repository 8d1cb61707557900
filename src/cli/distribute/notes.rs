//! What recipients are due, with the notes that go with it.

use std::sync::{PoisonError, mpsc};

use serde_json::Value as Json;

use super::super::exit::Exit;
use super::super::terminal::Terminal;
use super::distribution::{Distribution, first_edition, unavailable};
use super::messages;
use crate::diag::Diagnostic;
use crate::distribute::{self, Due, Line, Part};
use crate::driver::{self, Timings, Typesetter};
use crate::ledger::Purpose;
use crate::record::Language;
use crate::render::Form;

/// How many recipients' notes are made together; their documents are in memory meanwhile.
pub const TOGETHER: usize = 4;

/// What a recipient is due, with the note that says so.
pub struct Noted<'a> {
    /// The place of the recipient in the plan.
    pub at: usize,
    /// Its id.
    pub recipient: String,
    /// The documents.
    pub due: Vec<Due<'a>>,
    /// The page data of the note.
    pub page: Json,
    /// The note.
    pub note: Part,
    /// The language of the note.
    pub language: Language,
}

impl Noted<'_> {
    /// Returns what is sent: the documents, or the notice that they are called back.
    pub fn purpose(&self) -> Purpose {
        if self.page["delivery"]["recall"].is_string() { Purpose::Recall } else { Purpose::Document }
    }
}

/// What a note says.
#[derive(Debug, Clone, Copy)]
pub struct Saying<'s> {
    /// The report that it is made of.
    pub report: &'s str,
    /// Why its documents are called back; none where they are given.
    pub recall: Option<&'s str>,
}

/// Returns what some recipients are due, with the files; `is_due` says which lines are meant.
pub fn noted<'a>(
    distribution: &Distribution<'a>,
    some: &[usize],
    saying: Saying<'_>,
    is_due: impl Fn(&Line<'_>) -> bool,
    typesetter: &Typesetter,
    terminal: &Terminal,
) -> Result<Vec<Noted<'a>>, Exit> {
    let Distribution { checked, plan, covers, shelf, .. } = distribution;
    let checked = *checked;
    let (mut all, mut jobs) = (Vec::new(), Vec::new());
    for &at in some {
        let Some(cover) = covers.of(plan, at) else { continue };
        let due = match saying.recall {
            Some(_) => distribute::recalled(plan, at, &is_due),
            None => {
                let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
                distribute::due(plan, at, &cover, &mut shelf, first_edition(checked), &is_due)
                    .map_err(|failed| unavailable(&failed.0, failed.1, terminal))?
            }
        };
        let documents = due.iter().map(|due| due.delivered.clone()).collect();
        let job = cover.job(saying.report, documents, saying.recall.map(str::to_owned)).ok_or_else(|| {
            terminal.refuse(&messages::NO_COVER, &vec![("report", saying.report.into())]);
            Exit::Unusable
        })?;
        jobs.push(job);
        all.push((at, due));
    }
    let diagnosed = |faults: &[Diagnostic]| {
        terminal.diagnose(faults, &checked.files);
        Exit::Faults
    };
    let made = driver::make(checked, typesetter, &jobs, &Timings::default(), Form::Pdf, || {});
    let made = made.map_err(|failed| diagnosed(&failed.diagnostics))?;
    let mut found = Vec::new();
    for (((at, due), job), made) in all.into_iter().zip(&jobs).zip(made) {
        let page = driver::page(job).map_err(|faults| diagnosed(&faults))?.data;
        let note = Part { name: made.document.file_name, bytes: made.rendered.pdf };
        let recipient = plan.recipients[at].id().to_owned();
        found.push(Noted { at, recipient, due, page, note, language: job.language });
    }
    Ok(found)
}

/// Takes what recipients are due one after the other, in their order. While somebody takes what some are due, the notes of the next are made.
pub fn each_noted<'a>(
    (distribution, recipients): (&Distribution<'a>, &[usize]),
    saying: Saying<'_>,
    is_due: impl Fn(&Line<'_>) -> bool + Sync,
    typesetter: &Typesetter,
    terminal: &Terminal,
    mut take: impl FnMut(Noted<'a>) -> Result<(), Exit>,
) -> Result<(), Exit> {
    let (sender, receiver) = mpsc::sync_channel(0);
    std::thread::scope(|scope| {
        let is_due = &is_due;
        scope.spawn(move || {
            for some in recipients.chunks(TOGETHER) {
                let made = noted(distribution, some, saying, is_due, typesetter, terminal);
                let failed = made.is_err();
                // Nobody takes any more where one could not be written.
                if sender.send(made).is_err() || failed {
                    return;
                }
            }
        });
        // It goes with this block, so that whoever makes notes does not wait for somebody who has stopped.
        let receiver = receiver;
        for made in &receiver {
            made?.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    })
}
