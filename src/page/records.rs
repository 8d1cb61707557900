//! The records that a document prints, its subject and those of its sets, each with what is chosen for it.

use serde_json::{Map, Value as Json};

use super::lists;
use super::project::{Projector, Tree};
use super::registers::Registers;
use crate::report::Whence;
use crate::schema::CLAIM;
use crate::select::{Chosen, Job, Selection};
use crate::store::Path;

/// Returns the subject, and the records of each set by its name.
pub fn all<'v>(
    job: &Job<'v>,
    selection: &Selection<'v>,
    projector: &mut Projector<'v, Registers>,
) -> (Option<Json>, Map<String, Json>) {
    let of_subject = subject_tree(job, selection);
    let subject = job.subject.map(|subject| {
        let mut json = projector.record(subject, &of_subject);
        choose(&mut json, &selection.lists.subject, projector, job, &of_subject);
        json
    });
    let mut sets = Map::new();
    for (name, records) in &selection.sets {
        let set = &job.report.sets[*name];
        let tree = Tree::new(&set.show).with_few(&set.few);
        if set.kind == CLAIM {
            records.iter().for_each(|claim| projector.claim(claim));
        }
        let chosen = selection.lists.sets.get(name).map(Vec::as_slice).unwrap_or_default();
        let mut list = Vec::with_capacity(records.len());
        for (at, record) in records.iter().enumerate() {
            list.push(match chosen.get(at) {
                None => projector.record(record, &tree),
                Some(chosen) => {
                    let mut json = projector.record(record, &tree.clone().with_chosen(chosen));
                    choose(&mut json, chosen, projector, job, &of_subject);
                    json
                }
            });
        }
        sets.insert((*name).to_owned(), Json::Array(list));
    }
    (subject, sets)
}

/// Returns the fields of the subject that are printed: of several kinds of subjects, one can lack what another has.
fn subject_tree<'s>(job: &Job<'_>, selection: &'s Selection<'_>) -> Tree<'s> {
    let (report, store) = (job.report, job.view.store());
    let Some(kind) = job.subject.map(|subject| store.kind(subject)) else { return Tree::default() };
    let is_there = |path: &&String| Path::new(path).check(kind, store).is_ok();
    let own: Vec<String> = report.subject.iter().filter(is_there).cloned().collect();
    Tree::new(&own).with_few(&report.subject_few).with_chosen(&selection.lists.subject)
}

/// Says in a record what is chosen for it of what stands elsewhere, in lists of the subject and in sets.
fn choose(
    json: &mut Json,
    chosen: &[Chosen<'_>],
    projector: &Projector<'_, Registers>,
    job: &Job<'_>,
    subject: &Tree<'_>,
) {
    for one in chosen {
        let places = match (one.list.from, job.subject) {
            (Whence::Sets, _) => lists::places_in_set(one),
            (Whence::Subject, Some(record)) => projector.places(one, record, subject),
            (Whence::Subject, None) | (Whence::Own, _) => continue,
        };
        json[one.name] = places;
    }
}
