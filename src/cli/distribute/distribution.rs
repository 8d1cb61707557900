//! What a distribution is made of.

use std::sync::Mutex;

use super::super::exit::Exit;
use super::super::release::no_repository;
use super::super::terminal::Terminal;
use super::choice::Choice;
use super::messages;
use crate::check::Checked;
use crate::distribute::{Covers, Line, Moment, Plan, Shelf, Unavailable, Way};
use crate::release::Unmade;
use crate::report::Edition;

/// Everything that a distribution is made of.
pub struct Distribution<'a> {
    /// The workspace.
    pub checked: &'a Checked,
    /// Who is to have what.
    pub plan: Plan<'a>,
    /// What recipients see.
    pub covers: Covers<'a>,
    /// When it takes place.
    pub moment: Moment,
    /// Where the files come from; one asks at a time.
    pub shelf: Mutex<Shelf>,
}

impl Distribution<'_> {
    /// Returns the recipients that are due something in a way.
    pub fn due_by(&self, way: Way, is_due: impl Fn(&Line<'_>) -> bool) -> Vec<usize> {
        let is = |at: &usize| self.plan.recipients[*at].way() == way && self.plan.lines_of(*at).any(&is_due);
        (0..self.plan.recipients.len()).filter(is).collect()
    }
}

/// Puts a distribution together.
pub fn prepare<'a>(
    choice: &Choice,
    checked: &'a Checked,
    plan: Plan<'a>,
    (editions, places, moment): (&'a [Edition], Vec<Option<usize>>, &Moment),
) -> Distribution<'a> {
    let covers = Covers::new(checked, editions, places, moment);
    let released = choice.released.clone().unwrap_or_else(|| checked.workspace.root.join("released"));
    let shelf = Mutex::new(Shelf::new(&checked.workspace.root, released));
    Distribution { checked, plan, covers, moment: moment.clone(), shelf }
}

/// Returns the name of the first edition, whose documents lie in the folder itself.
pub fn first_edition(checked: &Checked) -> &str {
    checked.settings.editions.first().map(|edition| edition.id.as_str()).unwrap_or_default()
}

/// Says why a file is not to be had.
pub fn unavailable(file: &str, why: Unavailable, terminal: &Terminal) -> Exit {
    let values = vec![("file", file.into())];
    match why {
        Unavailable::Unmade(Unmade::NoCommit(error)) => return no_repository(&error, terminal),
        Unavailable::Unmade(Unmade::Faulty) => terminal.refuse(&messages::FAULTY_COMMIT, &values),
        Unavailable::Unmade(Unmade::Plan(error)) => terminal.refuse_as(&error.words()),
        Unavailable::Unmade(Unmade::Failed(failed)) => terminal.diagnose(&failed.diagnostics, &failed.files),
        Unavailable::Other => terminal.refuse(&messages::OTHER_FILE, &values),
    }
    Exit::Faults
}
