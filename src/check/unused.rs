//! Records that nothing uses: no record names them, no report is made of their kind, and they name no record that would find them.

use std::collections::HashSet;

use crate::diag::{Diagnostic, codes};
use crate::record::{Node, Record, markdown};
use crate::report::Report;
use crate::schema::{CLAIM, SOURCE};
use crate::store::{Store, Typed, walk};

/// Notes every record that nothing uses.
pub fn check(store: &Store, reports: &[Report]) -> Vec<Diagnostic> {
    let named = named(store);
    let told: HashSet<&str> = reports.iter().flat_map(kinds_of).collect();
    let unused = store.records.iter().filter(|record| {
        !named.contains(record.id.as_str()) && !told.contains(record.kind.as_str()) && !serves_by_itself(record, store)
    });
    unused
        .map(|record| {
            let values = vec![("id", record.id.as_str().into()), ("kind", record.kind.as_str().into())];
            Diagnostic::new(codes::RECORD_UNUSED, record.place_of("id"), values)
        })
        .collect()
}

/// Returns the kinds of record that a report is made of.
fn kinds_of(report: &Report) -> impl Iterator<Item = &str> {
    report.for_each.iter().map(String::as_str).chain(report.sets.values().map(|set| set.kind.as_str()))
}

/// Returns whether the program, or the record it names, finds a record without being reported.
fn serves_by_itself(record: &Record, store: &Store) -> bool {
    let kind = record.kind.as_str();
    let of_the_system = crate::schema::is_system(kind) && kind != SOURCE && kind != CLAIM;
    let mut found = of_the_system;
    store.each_reference(record, &mut |_, reference| found |= reference.inverse.is_some());
    found
}

fn named(store: &Store) -> HashSet<&str> {
    let mut named = HashSet::new();
    for record in store.records.iter() {
        // A claim is about records; that uses none of them.
        if record.kind == CLAIM {
            candidates(record, &mut named);
        } else {
            store.each_reference(record, &mut |node, _| named.extend(node.text()));
        }
        walk(&record.root, &store.kind(record).object, &mut |visit| {
            if let Typed::Localized { markdown: true } = visit.value {
                let texts = visit.node.entries().iter().filter_map(|entry| entry.value.text());
                let cited = texts.flat_map(|text| markdown::citations(&markdown::parse(text).0));
                named.extend(cited.filter_map(|(id, _)| Some(store.records.get(&id)?.id.as_str())));
            }
        });
    }
    named
}

/// Takes every word of the candidates of a claim: their values take their shape from elsewhere.
fn candidates<'a>(claim: &'a Record, named: &mut HashSet<&'a str>) {
    fn words<'a>(node: &'a Node, named: &mut HashSet<&'a str>) {
        named.extend(node.text());
        node.items().iter().for_each(|item| words(item, named));
        node.entries().iter().for_each(|entry| words(&entry.value, named));
    }
    claim.root.get("candidates").into_iter().for_each(|node| words(node, named));
}
