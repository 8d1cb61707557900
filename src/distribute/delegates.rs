//! Those who meet: each is given a copy of the pack with a number and a name, in a language that it reads, and with no more in it than it may see.

use super::cover::editions;
use super::recipient::{Recipient, recipients};
use crate::check::Checked;
use crate::driver::{BuildRequest, PlanError, Views, plan};
use crate::record::Record;
use crate::record::marking::Ceiling;
use crate::report::{Binds, Edition, Report};
use crate::select::{Job, Numbered};
use crate::store::Path;

/// Somebody who is given a copy.
#[derive(Debug)]
pub struct Delegate<'c> {
    /// The recipient.
    pub recipient: Recipient<'c>,
    /// The number of the copy, from 1.
    pub number: u32,
    /// What the copy may show; none where nobody said how much the recipient may see.
    pub edition: Option<Edition>,
}

/// Returns who is given a copy of what a report binds for a record, in the order of the record.
pub fn delegates<'c>(checked: &'c Checked, binds: &Binds, record: &Record) -> Vec<Delegate<'c>> {
    let Some(path) = binds.recipients.as_ref().map(|path| Path::new(path).0) else { return Vec::new() };
    let named = checked.store.follow(record, &path);
    let all = recipients(&checked.store);
    let chosen: Vec<Recipient<'c>> = named
        .iter()
        .filter_map(|found| all.iter().find(|recipient| Some(recipient.id()) == found.node.text()))
        .cloned()
        .collect();
    let editions = editions(checked, &chosen);
    let numbered = chosen.into_iter().zip(editions).zip(1..);
    numbered.map(|((recipient, edition), number)| Delegate { recipient, number, edition }).collect()
}

impl Delegate<'_> {
    /// Plans the copy; none where the delegate does not see what it is about. It is in the first of the delegate's languages, then of the
    /// report's, in which everything that it binds is made.
    ///
    /// # Errors
    /// Returns why it cannot be planned.
    pub fn job<'v>(&self, views: &'v Views<'_>, report: &Report, subject: &str) -> Result<Option<Job<'v>>, PlanError> {
        if !views.sees(subject) {
            return Ok(None);
        }
        let mut first = None;
        for language in self.recipient.languages_of(report, views.settings()) {
            let wanted = BuildRequest {
                report: report.name.clone(),
                subjects: vec![subject.to_owned()],
                languages: vec![language],
                ..BuildRequest::default()
            };
            let Some(job) = plan(views, &wanted)?.into_iter().next() else { continue };
            if job.bound.iter().all(|bound| bound.job.is_ok()) {
                return Ok(Some(self.named(job)));
            }
            first.get_or_insert(job);
        }
        // What cannot be bound is told when it is made.
        Ok(first.map(|job| self.named(job)))
    }

    fn named<'v>(&self, job: Job<'v>) -> Job<'v> {
        let recipient = self.recipient.name(job.language).to_owned();
        Job { copy: Some(Numbered { number: self.number, recipient }), ..job }
    }

    /// Returns the levels that the recipient may see.
    pub fn ceiling(&self, checked: &Checked) -> Ceiling {
        Ceiling::new(self.recipient.highest().unwrap_or_default(), &checked.store.schemes)
    }
}
