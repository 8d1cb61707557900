//! Lists that are chosen out of others, for each record that is printed: by a filter that sees the record as `self` and the entry as `it`,
//! the first of them, by groups. A document prints what is chosen where it prints the entries, and only says which they are.

use indexmap::IndexMap;

use super::tally::keys_of;
use crate::record::{Node, Record};
use crate::report::{List, Report, Whence};
use crate::rule::{EvalError, Evaluator, Expression, Filter, Scope};
use crate::store::{Found, Path, Store};

/// The lists that are chosen for a document.
#[derive(Debug, Default)]
pub struct Lists<'v> {
    /// Those of the subject.
    pub subject: Vec<Chosen<'v>>,
    /// Those of each record of a set, in its order, by the name of the set.
    pub sets: IndexMap<&'v str, Vec<Vec<Chosen<'v>>>>,
}

/// A list that is chosen for a record.
#[derive(Debug)]
pub struct Chosen<'v> {
    /// The name under which it stands.
    pub name: &'v str,
    /// What is chosen, by what, out of what.
    pub list: &'v List,
    /// The entries for which the filter holds, in their order, each with the values by which it is grouped.
    pub entries: Vec<(Member<'v>, Vec<String>)>,
}

/// An entry that can be chosen.
#[derive(Debug, Clone, Copy)]
pub enum Member<'v> {
    /// An entry of a list in the records.
    Entry(&'v Node),
    /// A record of a set, by its place there.
    Place(usize),
}

/// Hears of a record on which a filter fails, and says whether it holds.
type Fail<'f, 'v> = dyn FnMut(&'v Record, EvalError) -> bool + 'f;

/// Chooses all lists of a document about a subject.
pub fn choose<'v>(
    report: &'v Report,
    store: &'v Store,
    subject: Option<&'v Record>,
    sets: &IndexMap<&'v str, Vec<&'v Record>>,
    evaluator: &Evaluator<'_>,
    fail: &mut Fail<'_, 'v>,
) -> Lists<'v> {
    let chooser = Chooser { store, subject, sets, evaluator };
    let of_subject = subject.map(|subject| chooser.all(&report.subject_lists, subject, fail)).unwrap_or_default();
    let mut chosen = IndexMap::new();
    for (name, records) in sets {
        let lists = &report.sets[*name].lists;
        if !lists.is_empty() {
            chosen.insert(*name, records.iter().map(|record| chooser.all(lists, record, fail)).collect());
        }
    }
    Lists { subject: of_subject, sets: chosen }
}

struct Chooser<'c, 'v> {
    store: &'v Store,
    subject: Option<&'v Record>,
    sets: &'c IndexMap<&'v str, Vec<&'v Record>>,
    evaluator: &'c Evaluator<'c>,
}

impl<'v> Chooser<'_, 'v> {
    /// Chooses the lists of a record.
    fn all(&self, lists: &'v IndexMap<String, List>, record: &'v Record, fail: &mut Fail<'_, 'v>) -> Vec<Chosen<'v>> {
        let one = |(name, list): (&'v String, &'v List)| {
            let entries = match list.from {
                Whence::Own => self.entries(list, record, record, fail),
                Whence::Subject => {
                    self.subject.map(|subject| self.entries(list, subject, record, fail)).unwrap_or_default()
                }
                Whence::Sets => self.records(list, record, fail),
            };
            Chosen { name, list, entries }
        };
        lists.iter().map(one).collect()
    }

    /// Returns the filter of a list, and the record before the evaluator; without a filter all entries are chosen.
    fn asked<'l>(&self, list: &'l List, record: &Record) -> Option<(&'l Expression, Scope<'_>)> {
        let expression = list.filter.as_ref().and_then(Filter::expression)?;
        Some((expression, self.evaluator.scope(record)))
    }

    /// Chooses entries of the lists that a path leads to from an owner.
    fn entries(
        &self,
        list: &List,
        owner: &'v Record,
        record: &'v Record,
        fail: &mut Fail<'_, 'v>,
    ) -> Vec<(Member<'v>, Vec<String>)> {
        let found = self.store.follow(owner, &Path::new(&list.of).0);
        let mut asked = self.asked(list, record);
        let mut holds = |at: usize| {
            let Some((expression, scope)) = &mut asked else { return true };
            scope.bind_entry(found[at], found[..at].iter());
            scope.evaluate(expression).unwrap_or_else(|reason| fail(record, reason))
        };
        let chosen: Vec<&Found<'v>> = (0..found.len()).filter(|at| holds(*at)).map(|at| &found[at]).collect();
        let keys = |entry: &Found<'v>| by(list, |path| self.store.follow_from(entry, path));
        chosen.into_iter().map(|entry| (Member::Entry(entry.node), keys(entry))).collect()
    }

    /// Chooses records of a set; of one that does not stand in the document, none.
    fn records(&self, list: &List, record: &'v Record, fail: &mut Fail<'_, 'v>) -> Vec<(Member<'v>, Vec<String>)> {
        let all = self.sets.get(list.of.as_str()).map(Vec::as_slice).unwrap_or_default();
        let mut asked = self.asked(list, record);
        let mut holds = |other: &Record| {
            let Some((expression, scope)) = &mut asked else { return true };
            scope.bind_other(other);
            scope.evaluate(expression).unwrap_or_else(|reason| fail(record, reason))
        };
        let room = list.first.unwrap_or(usize::MAX);
        let chosen: Vec<usize> = (0..all.len()).filter(|at| holds(all[*at])).take(room).collect();
        let keys = |at: usize| by(list, |path| self.store.follow(all[at], path));
        chosen.into_iter().map(|at| (Member::Place(at), keys(at))).collect()
    }
}

/// Returns the values by which an entry is grouped, one for each field.
fn by<'v>(list: &List, follow: impl Fn(&[String]) -> Vec<Found<'v>>) -> Vec<String> {
    let key = |field: &String| {
        let path = Path::new(field).0;
        keys_of(&follow(&path), &path).join("\n")
    };
    list.by.iter().map(key).collect()
}
