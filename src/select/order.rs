//! The order of a set: by the fields it names, else by the field of its kind; names by the collator of the language.

use std::cmp::Ordering;

use crate::locale::Collator;
use crate::record::text::in_language;
use crate::record::{Language, Node, Record};
use crate::report::Set;
use crate::store::{Key, Path, Store, id_order};

/// Sorts the records of a set.
pub fn sort(records: &mut Vec<&Record>, set: &Set, store: &Store, language: Language, collator: &Collator) {
    let kind_order = store.schemas.get(&set.kind).and_then(|kind| kind.order.clone());
    let fields: Vec<String> = if set.order.is_empty() { kind_order.into_iter().collect() } else { set.order.clone() };
    let paths: Vec<(bool, Path)> =
        fields.iter().map(|field| (field.starts_with('-'), Path::new(field.trim_start_matches('-')))).collect();
    let names = |a: &Node, b: &Node| collator.order(printed(a, language), printed(b, language));
    let mut keyed: Vec<(Vec<Key<'_>>, &Record)> = records
        .iter()
        .map(|record| (paths.iter().map(|(_, path)| store.order_key(record, &path.0)).collect(), *record))
        .collect();
    keyed.sort_by(|(a, left), (b, right)| {
        let compared = a.iter().zip(b).zip(&paths).map(|((a, b), (turned, _))| {
            let order = a.compare(b, &names);
            // What has no key stands at the end whichever way round.
            let absent = matches!(a, Key::Absent) || matches!(b, Key::Absent);
            if *turned && !absent { order.reverse() } else { order }
        });
        compared.fold(Ordering::Equal, Ordering::then).then_with(|| id_order(&left.id, &right.id))
    });
    *records = keyed.into_iter().map(|(_, record)| record).collect();
}

/// Returns the text by which a name is ordered: the one that is printed.
fn printed(node: &Node, language: Language) -> &str {
    in_language(node, language).map_or("", |(_, text)| text)
}
