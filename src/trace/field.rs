//! The way from a record to a value, in the file as it is now: through claims to the version that is taken.

use crate::diag::Place;
use crate::record::{Language, Node, Record};
use crate::schema::{CLAIM, Object, SOURCE, Shape};
use crate::store::{Settled, Store, Typed, preferred};

/// Where a value of a record stands.
pub struct Found<'s> {
    /// The record that the value is written in: of a contested one its claim.
    pub record: &'s Record,
    /// The value.
    pub place: Place,
    /// The claim that it rests on.
    pub claim: Option<&'s Record>,
    /// The sources nearest to it.
    pub sources: Vec<String>,
}

/// Follows the way to a value; where it leads nowhere any more, as far as it goes.
pub fn follow<'s>(record: &'s Record, field: &str, store: &'s Store, language: Language) -> Found<'s> {
    let kind = store.kind(record);
    let mut way = Way {
        store,
        record,
        node: &record.root,
        claim: (record.kind == CLAIM).then_some(record),
        sources: sources(&record.root, &kind.object),
        place: None,
    };
    // A reference that nothing of is printed but its name says the name of its record.
    let field = if field == "label" && !kind.object.fields.contains_key(field) { &kind.label } else { field };
    let mut steps = field.split('.').filter(|step| !step.is_empty());
    if let Some(first) = steps.next()
        && let Some(of_kind) = kind.object.fields.get(first)
        && let Some(entry) = record.root.entry(first)
    {
        way.place = Some(record.place(entry.key_span.to(entry.value.span)));
        way.enter(&entry.value, &of_kind.shape, steps);
    }
    let place = way.place.clone().unwrap_or_else(|| record.place_of("id"));
    let place = in_own_language(&way, language).unwrap_or(place);
    let mut sources = way.sources;
    if record.kind == SOURCE {
        sources = vec![record.id.clone()];
    }
    Found { record: way.record, place, claim: way.claim, sources }
}

/// Returns the place of the text of a language.
fn in_own_language(way: &Way<'_>, language: Language) -> Option<Place> {
    let entry = way.node.entry(language.code()).filter(|entry| entry.value.text().is_some())?;
    Some(way.record.place(entry.key_span.to(entry.value.span)))
}

struct Way<'s> {
    store: &'s Store,
    record: &'s Record,
    node: &'s Node,
    claim: Option<&'s Record>,
    sources: Vec<String>,
    place: Option<Place>,
}

impl<'s> Way<'s> {
    fn enter<'f>(&mut self, node: &'s Node, shape: &'s Shape, mut steps: impl Iterator<Item = &'f str>) {
        let Some(Settled { node, shape, claim }) = self.store.settle(node, shape) else { return };
        if let Some(claim) = claim {
            (self.record, self.claim) = (claim, Some(claim));
            self.take(preferred(claim).map(listed).unwrap_or_default());
            self.place = Some(claim.place(node.span));
        }
        self.node = node;
        let typed = Typed::of(node, shape);
        if let Typed::Object(object) = &typed {
            self.take(sources(node, object));
        }
        let Some(step) = steps.next() else { return };
        let next = match typed {
            Typed::List(items, shape) => {
                let item = step.parse::<usize>().ok().and_then(|at| items.get(at.checked_sub(1)?));
                item.map(|item| (item, shape, item.span))
            }
            Typed::Object(_) | Typed::Map(..) => node
                .entry(step)
                .and_then(|entry| Some((&entry.value, typed.field_shape(step)?, entry.key_span.to(entry.value.span)))),
            _ => None,
        };
        if let Some((node, shape, span)) = next {
            self.place = Some(self.record.place(span));
            self.enter(node, shape, steps);
        }
    }

    /// Takes sources that are nearer to the value.
    fn take(&mut self, nearer: Vec<String>) {
        if !nearer.is_empty() {
            self.sources = nearer;
        }
    }
}

/// Returns the records that a record without sources speaks about, each with its sources: what is said about a thing is found where the
/// thing is.
pub fn about<'s>(record: &'s Record, store: &'s Store) -> Vec<(&'s Record, Vec<String>)> {
    let mut found: Vec<(&Record, Vec<String>)> = Vec::new();
    store.each_reference(record, &mut |node, reference| {
        let other = node.text().filter(|_| reference.inverse.is_some()).and_then(|id| store.records.get(id));
        let Some(other) = other.filter(|other| found.iter().all(|(known, _)| known.id != other.id)) else { return };
        let own = sources(&other.root, &store.kind(other).object);
        if !own.is_empty() {
            found.push((other, own));
        }
    });
    found
}

/// Returns the sources that fields of an object name.
fn sources(node: &Node, object: &Object) -> Vec<String> {
    let of_sources = |shape: &Shape| matches!(shape, Shape::Reference(reference) if reference.kinds == [SOURCE]);
    let fields = object.fields.iter().filter(|(_, field)| match &field.shape {
        Shape::List { items, .. } => of_sources(items),
        shape => of_sources(shape),
    });
    let mut all: Vec<String> = Vec::new();
    for id in fields.filter_map(|(name, _)| node.get(name)).flat_map(ids) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

fn ids(node: &Node) -> Vec<String> {
    let one = node.text().into_iter();
    one.chain(node.items().iter().filter_map(Node::text)).map(str::to_owned).collect()
}

/// Returns the sources of a candidate of a claim.
pub fn listed(candidate: &Node) -> Vec<String> {
    candidate.get("sources").map(ids).unwrap_or_default()
}
