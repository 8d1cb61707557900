//! The bounds of a view: how high a marking may be, or how late a date.

use chrono::NaiveDate;

use crate::record::Record;
use crate::record::edtf::Date;
use crate::record::marking::{Ceiling, Marking, Schemes};
use crate::report::Edition;
use crate::schema::{Dating, Field};
use crate::store::{Store, Typed};

/// How much may be seen.
pub struct Bounds<'a> {
    schemes: &'a Schemes,
    /// `None` where everything may be seen.
    highest: Option<Ceiling>,
    /// The marking of a record that carries none.
    unmarked: &'a Marking,
    /// The last day of which anything is known.
    last: Option<NaiveDate>,
}

impl<'a> Bounds<'a> {
    /// Reads the bounds of an edition.
    pub fn of_edition(edition: &'a Edition, unmarked: &'a Marking, schemes: &'a Schemes) -> Self {
        let highest = edition.highest.as_ref().map(|levels| Ceiling::new(levels, schemes));
        Self { schemes, highest, unmarked, last: None }
    }

    /// Reads the bounds of a day.
    pub fn of_day(day: Date, unmarked: &'a Marking, schemes: &'a Schemes) -> Self {
        Self { schemes, highest: None, unmarked, last: day.last() }
    }

    /// Returns whether these are the bounds of a day.
    pub fn are_of_a_day(&self) -> bool {
        self.last.is_some()
    }

    /// Returns whether something with a marking may be seen. A marking that no scheme has is above everything.
    pub fn allows(&self, marking: Option<&Marking>) -> bool {
        let (Some(highest), Some(marking)) = (&self.highest, marking) else { return true };
        highest.allows(marking, self.schemes)
    }

    /// Returns whether a record without a marking of its own may be seen.
    pub fn allows_unmarked(&self) -> bool {
        self.allows(Some(self.unmarked))
    }

    /// Returns whether a date begins after the day, for certain. Nothing is guessed: a date whose year is unknown or whose start is
    /// open is not held against what it dates, and a year alone begins on its first day.
    pub fn is_later(&self, date: Date) -> bool {
        matches!((date.first(), self.last), (Some(first), Some(last)) if first > last)
    }

    /// Returns whether a date ends after the day, for certain.
    pub fn ends_later(&self, date: Date) -> bool {
        date.end().is_some_and(|end| self.is_later(Date::On(end)))
    }
}

/// Returns whether a record has a date that says from when on it counts.
pub fn is_dated(record: &Record, store: &Store) -> bool {
    let begins = |field: &Field| matches!(&field.dating, Some(Dating::Begins { .. } | Dating::Spans));
    let fields = store.kind(record).object.fields.iter().filter(|(_, field)| begins(field));
    let mut dates = fields.filter_map(|(name, field)| store.settle(record.root.get(name)?, &field.shape));
    dates.any(|settled| matches!(Typed::of(settled.node, settled.shape), Typed::Date(_)))
}
