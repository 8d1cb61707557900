//! The order of a set: by the fields it names, else by the field of its kind; names by the collator of the language, dates as lists of
//! dates are ordered.

use std::cmp::Ordering;

use crate::locale::Collator;
use crate::record::edtf::Date;
use crate::record::text::in_language;
use crate::record::{Language, Record};
use crate::report::Set;
use crate::store::{Found, Store, Typed};

/// What a record is ordered by.
enum Key {
    Date(Date),
    Number(f64),
    Name(String),
    Word(String),
    Absent,
}

/// Sorts the records of a set.
pub fn sort(records: &mut Vec<&Record>, set: &Set, store: &Store, language: Language, collator: &Collator) {
    let kind_order = store.schemas.get(&set.kind).and_then(|kind| kind.order.clone());
    let fields: Vec<String> = if set.order.is_empty() { kind_order.into_iter().collect() } else { set.order.clone() };
    let mut keyed: Vec<(Vec<Key>, &Record)> = records
        .iter()
        .map(|record| (fields.iter().map(|field| key(record, field, store, language)).collect(), *record))
        .collect();
    keyed.sort_by(|(a, left), (b, right)| {
        let compared = a.iter().zip(b).zip(&fields).map(|((a, b), field)| {
            let order = compare(a, b, collator);
            if field.starts_with('-') { order.reverse() } else { order }
        });
        compared.fold(Ordering::Equal, Ordering::then).then_with(|| left.id.cmp(&right.id))
    });
    *records = keyed.into_iter().map(|(_, record)| record).collect();
}

fn key(record: &Record, field: &str, store: &Store, language: Language) -> Key {
    let path: Vec<String> = field.trim_start_matches('-').split('.').map(str::to_owned).collect();
    if path == ["id"] {
        return Key::Word(record.id.clone());
    }
    let Some(Found { node, shape, .. }) = store.follow(record, &path).into_iter().next() else { return Key::Absent };
    let word = |text: &str| text.parse().map_or_else(|_| Key::Word(text.to_owned()), Key::Number);
    match Typed::of(node, shape) {
        Typed::Date(date) => Key::Date(date),
        // Names stand in the order of what is printed.
        Typed::Localized { .. } => {
            in_language(node, language).map_or(Key::Absent, |(_, text)| Key::Name(text.to_owned()))
        }
        Typed::Integer(number) => Key::Number(number as f64),
        Typed::Number(number) => Key::Number(number),
        Typed::Quantity(quantity) => Key::Number(quantity.amount),
        Typed::Text(text) | Typed::Address(text) | Typed::Reference(_, text) => word(text),
        Typed::Marking(marking) => Key::Word(marking.to_string()),
        Typed::Bool(_) | Typed::Any | Typed::Misfit => node.text().map_or(Key::Absent, word),
        Typed::Null | Typed::List(..) | Typed::Object(_) | Typed::Map(..) | Typed::Claim(..) => Key::Absent,
    }
}

fn compare(a: &Key, b: &Key, collator: &Collator) -> Ordering {
    match (a, b) {
        (Key::Date(a), Key::Date(b)) => a.list_order(*b),
        (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
        (Key::Name(a), Key::Name(b)) => collator.order(a, b),
        (Key::Word(a), Key::Word(b)) => a.cmp(b),
        (Key::Absent, Key::Absent) => Ordering::Equal,
        // What has no key stands at the end.
        (Key::Absent, _) => Ordering::Greater,
        (_, Key::Absent) => Ordering::Less,
        _ => Ordering::Equal,
    }
}
