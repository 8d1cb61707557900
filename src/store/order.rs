//! The order of records: what a record is ordered by under a path, and how two such keys compare. Lists of a set, lists of those that refer
//! to a record and registers all ask here.

use std::cmp::Ordering;

use super::path::{Found, Path};
use super::records::Store;
use super::typed::Typed;
use crate::record::edtf::Date;
use crate::record::{Node, Record};

/// What a record is ordered by: a value below its claim.
#[derive(Debug, Clone)]
pub enum Key<'a> {
    /// A date.
    Date(Date),
    /// A number, or a text that is one.
    Number(f64),
    /// A text per language; who compares says in which.
    Name(&'a Node),
    /// A word, an id.
    Word(String),
    /// Nothing to order by.
    Absent,
}

impl Key<'_> {
    /// Compares two keys: dates as lists of dates are ordered, words as people count, names as `names` says. What has no key stands at the
    /// end. Of keys of two kinds, which a field has only where its records are wrong, one kind stands before the other.
    pub fn compare(&self, other: &Self, names: &dyn Fn(&Node, &Node) -> Ordering) -> Ordering {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => a.list_order(*b),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Name(a), Self::Name(b)) => names(a, b),
            (Self::Word(a), Self::Word(b)) => id_order(a, b),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Date(_) => 1,
            Self::Name(_) => 2,
            Self::Word(_) => 3,
            Self::Absent => 4,
        }
    }
}

impl Store {
    /// Returns what a record is ordered by under a path.
    pub fn order_key<'a>(&'a self, record: &'a Record, path: &[String]) -> Key<'a> {
        if path == ["id"] {
            return Key::Word(record.id.clone());
        }
        let Some(Found { node, shape, .. }) = self.follow(record, path).into_iter().next() else { return Key::Absent };
        let word = |text: &str| text.parse().map_or_else(|_| Key::Word(text.to_owned()), Key::Number);
        match Typed::of(node, shape) {
            Typed::Date(date) => Key::Date(date),
            Typed::Localized { .. } => Key::Name(node),
            Typed::Integer(number) => Key::Number(number as f64),
            Typed::Number(number) => Key::Number(number),
            Typed::Quantity(quantity) => Key::Number(quantity.amount),
            Typed::Text(text) | Typed::Address(text) | Typed::Reference(_, text) => word(text),
            Typed::Marking(marking) => Key::Word(marking.to_string()),
            Typed::Bool(_) | Typed::Any | Typed::Misfit => node.text().map_or(Key::Absent, word),
            Typed::Null | Typed::List(..) | Typed::Object(_) | Typed::Map(..) | Typed::Claim(..) => Key::Absent,
        }
    }

    /// Puts records into the order in which they stand where nothing else is said: by kind, then by the field that their schema names,
    /// then by id. Names of things have no order here, where no language is spoken.
    pub fn in_natural_order<'a>(&'a self, records: Vec<&'a Record>) -> Vec<&'a Record> {
        let mut keyed: Vec<(Key<'a>, &Record)> =
            records.into_iter().map(|record| (self.natural_key(record), record)).collect();
        keyed.sort_by(natural);
        keyed.into_iter().map(|(_, record)| record).collect()
    }

    /// Compares two records as [`Self::in_natural_order`] does.
    pub fn natural_order(&self, a: &Record, b: &Record) -> Ordering {
        natural(&(self.natural_key(a), a), &(self.natural_key(b), b))
    }

    fn natural_key<'a>(&'a self, record: &'a Record) -> Key<'a> {
        let field = self.kind(record).order.as_deref();
        field.map_or(Key::Absent, |field| self.order_key(record, &Path::new(field).0))
    }
}

fn natural((key_a, a): &(Key<'_>, &Record), (key_b, b): &(Key<'_>, &Record)) -> Ordering {
    let by_field = || key_a.compare(key_b, &|_, _| Ordering::Equal);
    a.kind.cmp(&b.kind).then_with(by_field).then_with(|| id_order(&a.id, &b.id))
}

/// Orders ids as people count: s9 before s10.
pub fn id_order(a: &str, b: &str) -> Ordering {
    let key = |id: &str| {
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let number = id[letters.len()..].parse::<u64>().unwrap_or_default();
        (letters, number)
    };
    key(a).cmp(&key(b)).then_with(|| a.cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key_order(a: &Key<'_>, b: &Key<'_>) -> Ordering {
        a.compare(b, &|_, _| Ordering::Equal)
    }

    #[test]
    fn the_order_of_keys_is_one_whatever_they_are() {
        let date = |text: &str| Key::Date(Date::parse(text).expect("a date"));
        let word = |text: &str| Key::Word(text.to_owned());
        let keys =
            [Key::Absent, word("s2"), date("2001"), Key::Number(2.0), word("s10"), date("2001-05"), Key::Number(1.0)];
        for a in &keys {
            assert_eq!(key_order(a, a), Ordering::Equal);
            for b in &keys {
                assert_eq!(key_order(a, b), key_order(b, a).reverse(), "{a:?} {b:?}");
                for c in &keys {
                    let falls = key_order(a, b) != Ordering::Greater && key_order(b, c) != Ordering::Greater;
                    assert!(!falls || key_order(a, c) != Ordering::Greater, "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn words_are_ordered_as_people_count_and_dates_as_lists_are() {
        let word = |text: &str| Key::Word(text.to_owned());
        assert_eq!(key_order(&word("s15"), &word("s105")), Ordering::Less);
        assert_eq!(key_order(&word("s15"), &word("r105")), Ordering::Greater);
        let date = |text: &str| Key::Date(Date::parse(text).expect("a date"));
        assert_eq!(
            key_order(&date("2014-05-01"), &date("2014")),
            Ordering::Less,
            "a year alone stands last in its year"
        );
    }

    #[test]
    fn what_has_no_key_stands_at_the_end_and_no_three_keys_go_round() {
        let all =
            [Key::Number(9.0), Key::Number(10.0), Key::Word("a9".to_owned()), Key::Word("a10".to_owned()), Key::Absent];
        for (at, a) in all.iter().enumerate() {
            for (other, b) in all.iter().enumerate() {
                assert_eq!(key_order(a, b), at.cmp(&other), "{a:?} {b:?}");
            }
        }
    }
}
