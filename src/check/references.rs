//! References name records that exist and are of the right kind, and lead in no circle where none may be; citations in texts name sources.

use std::cell::Cell;
use std::ops::Range;

use super::bound::MAX_FAULTS_PER_RECORD;
use super::nearest::nearest;
use super::scalar::{self, FieldContext};
use super::{letters, raw};
use crate::diag::{Arg, Diagnostic, Edit, Files, Fix, Message, Place, codes, messages};
use crate::load::Unreadable;
use crate::record::markdown::{self, citations};
use crate::record::{Node, Record};
use crate::schema::{Reference, SOURCE, Shape};
use crate::store::{Store, Typed, Visit, walk, walk_value};

/// Checks the references of a record; `unread` are records that exist and could not be read.
pub fn check(
    record: &Record,
    store: &Store,
    files: &Files,
    unread: &Unreadable,
    budget: &SearchBudget,
) -> Vec<Diagnostic> {
    let check = ReferenceCheck { store, unread, text: files.text(record.file), budget };
    let mut faults = Vec::new();
    store.each_reference(record, &mut |node, reference| {
        if faults.len() < MAX_FAULTS_PER_RECORD {
            faults.extend(check.one(record, node, reference));
        } else if faults.len() == MAX_FAULTS_PER_RECORD {
            let place = Place { file: record.file, range: node.span.range() };
            faults.push(Diagnostic::new(codes::FAULTS_TOO_MANY, place, vec![("limit", MAX_FAULTS_PER_RECORD.into())]));
        }
    });
    walk(&record.root, &store.kind(record).object, &mut |visit| faults.extend(check.citations(record, visit)));
    faults
}

/// Checks the references within a candidate of a claim, which take their shape from the field that rests on the claim.
pub fn of_candidate(
    claim: &Record,
    node: &Node,
    shape: &Shape,
    store: &Store,
    files: &Files,
    unread: &Unreadable,
) -> Vec<Diagnostic> {
    let check = ReferenceCheck { store, unread, text: files.text(claim.file), budget: &SearchBudget::default() };
    let mut faults = Vec::new();
    walk_value(node, shape, &mut |visit| {
        if let Typed::Reference(reference, _) = visit.value {
            faults.extend(check.one(claim, visit.node, reference));
        }
        faults.extend(check.citations(claim, visit));
    });
    faults
}

/// Checks that references of a tree lead back nowhere; each circle is reported once.
pub fn circles(store: &Store) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for kind in store.schemas.iter() {
        let tree = |shape: &Shape| matches!(shape.inner(), Shape::Reference(reference) if reference.tree);
        for (name, _) in kind.object.fields.iter().filter(|(_, field)| tree(&field.shape)) {
            faults.extend(store.records.of_kind(&kind.name).filter_map(|record| circle(record, name, store)));
        }
    }
    faults
}

fn circle(record: &Record, field: &str, store: &Store) -> Option<Diagnostic> {
    let mut way = vec![record.id.as_str()];
    loop {
        let here = store.records.get(way.last()?)?;
        let next = here.root.get(field)?.text()?;
        if next == record.id {
            break;
        }
        // A circle that this record only leads to is reported at its own records.
        if way.contains(&next) || next < record.id.as_str() && way.len() > store.records.count() {
            return None;
        }
        way.push(next);
    }
    let first = way.iter().min().is_some_and(|least| *least == record.id);
    way.push(&record.id);
    let entry = record.root.entry(field)?;
    let values = vec![("field", field.into()), ("circle", way.join(" → ").into())];
    first.then(|| Diagnostic::new(codes::REFERENCE_CIRCLE, record.place(entry.key_span.to(entry.value.span)), values))
}

struct ReferenceCheck<'a> {
    store: &'a Store,
    unread: &'a Unreadable,
    text: &'a str,
    budget: &'a SearchBudget,
}

/// How many ids are still looked at for the one that was meant: thousands of references to thousands of lost records would take minutes.
pub struct SearchBudget(Cell<usize>);

impl Default for SearchBudget {
    fn default() -> Self {
        Self(Cell::new(10_000_000))
    }
}

impl SearchBudget {
    /// Takes a search through so many ids out of it; returns whether there was as much.
    fn bears(&self, ids: usize) -> bool {
        let left = self.0.get().checked_sub(ids);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }
}

impl ReferenceCheck<'_> {
    fn one(&self, record: &Record, node: &Node, reference: &Reference) -> Option<Diagnostic> {
        let id = node.text()?;
        let Some(target) = self.store.records.get(id) else { return self.unknown(record, node, id, reference) };
        let right = reference.kinds.is_empty() || reference.kinds.contains(&target.kind);
        (!right).then(|| {
            let values = vec![("value", id.into()), ("found", target.kind.as_str().into()), ("kind", kinds(reference))];
            Diagnostic::new(codes::REFERENCE_KIND, record.place(node.span), values)
        })
    }

    fn unknown(&self, record: &Record, node: &Node, id: &str, reference: &Reference) -> Option<Diagnostic> {
        // What stands in a broken file is reported there; what nothing is said of is reported as empty.
        if self.unread.contains(id) || node.is_nothing() || id.trim().is_empty() {
            return None;
        }
        let meant = letters::latin(id).filter(|latin| self.store.records.get(latin).is_some());
        if meant.is_some() {
            let site = FieldContext { field: id, about: None };
            let shape = Shape::Reference(reference.clone());
            return scalar::check(node, &shape, &site, self.text, record.file, self.store).pop();
        }
        if let Some(fault) = self.run_together(record, node, id, reference) {
            return Some(fault);
        }
        let near = self.near(id, reference);
        let place = record.place(node.span);
        let plain = self.text.get(place.range.clone()) == Some(id);
        let fix = near.filter(|_| plain).map(|near| Fix::suggested(vec![Edit::new(place.range.clone(), near)]));
        let values = vec![("value", id.into()), ("kind", kinds(reference)), ("hint", suggestion(near, reference))];
        Some(Diagnostic::new(codes::REFERENCE_UNKNOWN, place, values).with_fix(fix))
    }

    /// Reports several ids in one, with another sign between them than a comma.
    fn run_together(&self, record: &Record, node: &Node, id: &str, reference: &Reference) -> Option<Diagnostic> {
        let sign =
            id.chars().find(|c| matches!(c, ';' | '/' | '|' | '+' | '&' | ',' | ' ' | '，' | '、' | '；' | '،'))?;
        let parts: Vec<&str> = id.split(sign).map(str::trim).filter(|part| !part.is_empty()).collect();
        let fits = |record: &Record| reference.kinds.is_empty() || reference.kinds.contains(&record.kind);
        let known = parts.iter().all(|part| self.store.records.get(part).is_some_and(fits));
        let place = record.place(node.span);
        (known && parts.len() > 1).then(|| {
            let plain = self.text.get(place.range.clone()) == Some(id);
            let fix = plain.then(|| Fix::suggested(vec![Edit::new(place.range.clone(), parts.join(", "))]));
            let sign = match sign {
                ' ' => (&messages::A_SPACE).into(),
                sign => messages::A_SIGN.of(vec![("sign", sign.to_string().into())]),
            };
            Diagnostic::new(codes::COMMA_LOOK_ALIKE, place, vec![("sign", sign)]).with_fix(fix)
        })
    }

    fn near(&self, id: &str, reference: &Reference) -> Option<&str> {
        if !self.budget.bears(self.store.records.count()) {
            return None;
        }
        let fits = |record: &&Record| reference.kinds.is_empty() || reference.kinds.contains(&record.kind);
        nearest(id, self.store.records.iter().filter(fits).map(|record| record.id.as_str()))
    }

    fn citations(&self, record: &Record, visit: &Visit<'_, '_>) -> Vec<Diagnostic> {
        match visit.value {
            Typed::Localized { markdown: true } => {
                visit.node.entries().iter().flat_map(|entry| self.cited(record, &entry.value)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn cited(&self, record: &Record, node: &Node) -> Vec<Diagnostic> {
        let reference = Reference { kinds: vec![SOURCE.to_owned()], inverse: None, tree: false };
        let text = node.text().unwrap_or_default();
        let (blocks, _) = markdown::parse(text);
        let is_source = |id: &str| self.store.records.get(id).is_some_and(|record| record.kind == SOURCE);
        let known = |id: &str| is_source(id) || self.unread.contains(id);
        let place = |part: &Range<usize>| raw::place_within(self.text, &node.span.range(), text, part);
        let fault = |(id, part): (String, Range<usize>)| {
            let hint = suggestion(self.near(&id, &reference), &reference);
            let values = vec![("value", id.into()), ("kind", kinds(&reference)), ("hint", hint)];
            Diagnostic::new(codes::REFERENCE_UNKNOWN, Place { file: record.file, range: place(&part) }, values)
        };
        let (empty, cited): (Vec<_>, Vec<_>) =
            markdown::citations(&blocks).into_iter().filter(|(id, _)| !known(id)).partition(|(id, _)| id.is_empty());
        let unknown = cited.into_iter().take(MAX_FAULTS_PER_RECORD).map(fault);
        let mut loose = citations::loose(text, is_source);
        loose.extend(
            empty.into_iter().take(MAX_FAULTS_PER_RECORD).filter_map(|(_, part)| citations::around(text, part.start)),
        );
        let miswritten = |loose: citations::Loose| {
            let (written, range) = (&text[loose.range.clone()], place(&loose.range));
            let found = raw::of(self.text, &range) == written && !loose.mended.is_empty();
            let fix = found.then(|| Fix::suggested(vec![Edit::new(range.clone(), loose.mended)]));
            let place = Place { file: record.file, range };
            Diagnostic::new(codes::CITATION_FORM, place, vec![("value", written.into())]).with_fix(fix)
        };
        unknown.chain(loose.into_iter().take(MAX_FAULTS_PER_RECORD).map(miswritten)).collect()
    }
}

fn kinds(reference: &Reference) -> Arg {
    if reference.kinds.is_empty() { (&messages::A_RECORD).into() } else { messages::either(&reference.kinds) }
}

fn suggestion(near: Option<&str>, reference: &Reference) -> Arg {
    let list: &'static Message = &messages::LIST_OF_KIND;
    match (near, reference.kinds.as_slice()) {
        (Some(near), _) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
        (None, [kind]) => list.of(vec![("kind", kind.as_str().into())]),
        _ => (&messages::LOOK_IT_UP).into(),
    }
}
