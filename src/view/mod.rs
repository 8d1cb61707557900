//! View: the records of a checked workspace cut down to what one edition may see and what was known on one day.
//!
//! Only this room makes a [`View`], and what comes after it sees nothing else: what a reader may not see cannot be chosen, counted,
//! printed or named. A view is made once for an edition and a day and shared by all documents of a run.
//!
//! What is above the edition is gone: records, fields (`x-marking`), entries of lists and candidates of claims with a `marking` of
//! their own, and with a record every reference to it. What begins after the day is gone too (`x-date` in the schema); what ends after
//! it has not ended. Where a required field falls away, what holds it falls away, up to the whole record; a list with fewer entries
//! than its schema asks for is gone; a claim whose preferred candidate is gone is gone, and the values that rest on it. What is said
//! about something (a reference with `x-inverse`, the `about` of a claim) goes with it. A paragraph all of whose sources are gone is
//! gone. An undated source counts from the date of what cites it: it is gone when all that cites it is later than the day.
//!
//! The edition comes first and the day after it, so that a view depends on nothing that its edition may not see.

mod bounds;
mod cut;
mod passages;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use bounds::Bounds;
use cut::{Cut, Cutter};

use crate::check::Checked;
use crate::load::Workspace;
use crate::record::edtf::Date;
use crate::record::{Record, Records};
use crate::report::{Edition, Report, Settings};
use crate::rule::Values;
use crate::schema::SOURCE;
use crate::store::Store;

/// What an edition shows on a day.
#[derive(Debug)]
pub struct View<'c> {
    checked: &'c Checked,
    store: Arc<Store>,
    edition: &'c Edition,
    day: Date,
    fallen: Vec<Fallen>,
    values: Arc<Values>,
}

/// A record that is not itself above the edition, and that fell away with something it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallen {
    /// The id of the record.
    pub record: String,
    /// The field that it cannot be without.
    pub field: String,
}

impl<'c> View<'c> {
    /// Makes the view of an edition on a day.
    pub fn new(checked: &'c Checked, edition: &'c Edition, day: Date) -> Self {
        let (unmarked, schemes) = (&checked.settings.marking, &checked.store.schemes);
        let (seen, fallen) = of_edition(checked, edition);
        // What was known is asked of what may be seen alone: what may not be seen dates and cites nothing.
        let (store, _) = cut_down(&seen, &Bounds::of_day(day, unmarked, schemes));
        let values = Arc::new(Values::new(&store));
        Self { checked, store, edition, day, fallen, values }
    }

    /// Returns the records that may be seen.
    pub fn store(&self) -> &Arc<Store> {
        &self.store
    }

    /// Returns the values of the records, as filters see them.
    pub fn values(&self) -> &Arc<Values> {
        &self.values
    }

    /// Returns the definitions of reports.
    pub fn reports(&self) -> &'c [Report] {
        &self.checked.reports
    }

    /// Returns the workspace that the records were read from.
    pub fn workspace(&self) -> &'c Workspace {
        &self.checked.workspace
    }

    /// Returns the settings.
    pub fn settings(&self) -> &'c Settings {
        &self.checked.settings
    }

    /// Returns the edition.
    pub fn edition(&self) -> &'c Edition {
        self.edition
    }

    /// Returns the day.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Returns the records that fell away with something they need. Their names are not for the readers of the edition.
    pub fn fallen(&self) -> &[Fallen] {
        &self.fallen
    }
}

/// Returns the records that an edition may see, whatever the day.
pub fn seen(checked: &Checked, edition: &Edition) -> Arc<Store> {
    of_edition(checked, edition).0
}

fn of_edition(checked: &Checked, edition: &Edition) -> (Arc<Store>, Vec<Fallen>) {
    cut_down(&checked.store, &Bounds::of_edition(edition, &checked.settings.marking, &checked.store.schemes))
}

/// Cuts records until nothing more falls away: a record that is gone takes with it what cannot be without it.
fn cut_down(store: &Arc<Store>, bounds: &Bounds<'_>) -> (Arc<Store>, Vec<Fallen>) {
    let mut gone: HashSet<&str> = HashSet::new();
    let mut fallen: Vec<Fallen> = Vec::new();
    let mut changed: BTreeMap<&str, Record> = BTreeMap::new();
    let mut worklist: Vec<&Record> = store.records.iter().collect();
    while !worklist.is_empty() {
        let cutter = Cutter { store, bounds, gone: &gone };
        let mut newly: Vec<&Record> = Vec::new();
        for record in worklist {
            match cutter.record(record) {
                Cut::Kept => _ = changed.remove(record.id.as_str()),
                Cut::Changed(root) => _ = changed.insert(&record.id, Record { root, ..record.clone() }),
                Cut::Gone(field) => {
                    fallen.extend(field.map(|field| Fallen { record: record.id.clone(), field }));
                    newly.push(record);
                }
            }
        }
        gone.extend(newly.iter().map(|record| record.id.as_str()));
        if newly.is_empty() {
            newly = uncited(store, &gone, bounds);
            gone.extend(newly.iter().map(|record| record.id.as_str()));
        }
        let named: HashSet<&str> = newly.iter().map(|record| record.id.as_str()).collect();
        worklist = if named.is_empty() {
            Vec::new()
        } else {
            store
                .records
                .iter()
                .filter(|record| !gone.contains(record.id.as_str()) && cut::names(record, &named))
                .collect()
        };
    }
    fallen.sort_by(|a, b| a.record.cmp(&b.record));
    if gone.is_empty() && changed.is_empty() {
        return (Arc::clone(store), fallen);
    }
    let seen = store.records.iter().filter(|record| !gone.contains(record.id.as_str()));
    let records = seen.map(|record| changed.remove(record.id.as_str()).unwrap_or_else(|| record.clone())).collect();
    (Arc::new(store.with(Records::new(records))), fallen)
}

/// Returns the undated sources that only what is later than the day cited.
fn uncited<'a>(store: &'a Store, gone: &HashSet<&str>, bounds: &Bounds<'_>) -> Vec<&'a Record> {
    if gone.is_empty() || !bounds.are_of_a_day() {
        return Vec::new();
    }
    let (mut cited, mut left) = (HashSet::new(), HashSet::new());
    for record in store.records.iter() {
        let seen = !gone.contains(record.id.as_str());
        cut::each_name(record, store, &mut |id| {
            cited.insert(id.to_owned());
            if seen {
                left.insert(id.to_owned());
            }
        });
    }
    let undated = |record: &&Record| {
        let id = record.id.as_str();
        !gone.contains(id) && cited.contains(id) && !left.contains(id) && !bounds::is_dated(record, store)
    };
    store.records.of_kind(SOURCE).filter(undated).collect()
}
