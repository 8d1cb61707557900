//! Cutting one record: what is above the bounds, or names what is gone, is taken out of its tree; what cannot be without it follows.

use std::collections::HashSet;

use super::bounds::Bounds;
use super::passages;
use crate::record::edtf::Date;
use crate::record::{Entry, Node, Record, Scalar, Value, markdown};
use crate::schema::{CLAIM, Dating, Field, Object, Shape};
use crate::store::{Store, Typed, preferred, walk};

/// What is left of a value.
pub enum Cut {
    /// All of it.
    Kept,
    /// Less than there was.
    Changed(Node),
    /// Nothing; with the field that it cannot be without, if that is the reason.
    Gone(Option<String>),
}

/// What is cut away.
pub struct Cutter<'a> {
    /// All records.
    pub store: &'a Store,
    /// How much may be seen.
    pub bounds: &'a Bounds<'a>,
    /// The ids of the records that are gone.
    pub gone: &'a HashSet<&'a str>,
}

impl Cutter<'_> {
    /// Cuts a record.
    pub fn record(&self, record: &Record) -> Cut {
        let marked =
            record.marking().map_or_else(|| self.bounds.allows_unmarked(), |own| self.bounds.allows(Some(&own)));
        if !marked {
            return Cut::Gone(None);
        }
        let cut = self.object(&record.root, &self.store.kind(record).object);
        if record.kind == CLAIM { claim(record, cut) } else { cut }
    }

    fn object(&self, node: &Node, object: &Object) -> Cut {
        if !object.markings_of(node).iter().all(|marking| self.bounds.allows(Some(marking))) {
            return Cut::Gone(None);
        }
        // The first field that the object cannot be without says why all of it is gone.
        let mut whole = None;
        let cut = cut_entries(node, |entry| {
            // The schema of a checked record knows every field.
            let Some(field) = object.fields.get(&*entry.key) else { return Cut::Gone(None) };
            let cut = self.field(node, entry, field);
            match &cut {
                Cut::Gone(None) if begins(field) => _ = whole.get_or_insert(None),
                Cut::Gone(_) if is_needed(entry, field, object) => {
                    whole.get_or_insert(Some(entry.key.to_string()));
                }
                _ => {}
            }
            cut
        });
        whole.map_or(cut, Cut::Gone)
    }

    /// Cuts a field; one that dates its object and begins too late is gone without a reason of its own.
    fn field(&self, object: &Node, entry: &Entry, field: &Field) -> Cut {
        if !self.bounds.allows(field.marking.as_ref()) {
            return Cut::Gone(Some(entry.key.to_string()));
        }
        let cut = match self.value(&entry.value, &field.shape) {
            Cut::Gone(reason) => return Cut::Gone(Some(reason.unwrap_or_else(|| entry.key.to_string()))),
            cut => cut,
        };
        let Some((dating, date)) = field.dating.as_ref().zip(self.date(&entry.value, &field.shape)) else { return cut };
        match dating {
            Dating::Begins { unless } => {
                let planned = unless.iter().any(|(name, words)| {
                    object.get(name).and_then(Node::text).is_some_and(|word| words.iter().any(|other| other == word))
                });
                if !planned && self.bounds.is_later(date) { Cut::Gone(None) } else { cut }
            }
            Dating::Ends if self.bounds.is_later(date) => Cut::Gone(Some(entry.key.to_string())),
            Dating::Spans if self.bounds.is_later(date) => Cut::Gone(None),
            Dating::Spans if self.bounds.ends_later(date) => Cut::Changed(opened(&entry.value, date)),
            Dating::Ends | Dating::Spans => cut,
        }
    }

    /// Returns the date that a field gives, below its claim.
    fn date(&self, node: &Node, shape: &Shape) -> Option<Date> {
        let settled = self.store.settle(node, shape)?;
        match Typed::of(settled.node, settled.shape) {
            Typed::Date(date) => Some(date),
            _ => None,
        }
    }

    fn value(&self, node: &Node, shape: &Shape) -> Cut {
        match Typed::of(node, shape) {
            Typed::Reference(_, id) => kept_unless(self.gone.contains(id)),
            Typed::Claim(id, inner) => kept_unless(self.is_unsettled(id.text().unwrap_or_default(), inner)),
            Typed::List(items, inner) => self.list(node, items, inner, shape),
            Typed::Object(object) => self.object(node, object),
            Typed::Map(_, inner) => cut_entries(node, |entry| self.value(&entry.value, inner)),
            Typed::Localized { markdown: true } => self.prose(node),
            // The value of a candidate takes its shape from elsewhere; a word that is the id of a record that is gone is it.
            Typed::Any => kept_unless(words(node).iter().any(|word| self.gone.contains(word))),
            Typed::Localized { markdown: false }
            | Typed::Null
            | Typed::Text(_)
            | Typed::Address(_)
            | Typed::Integer(_)
            | Typed::Number(_)
            | Typed::Bool(_)
            | Typed::Date(_)
            | Typed::Quantity(_)
            | Typed::Marking(_)
            | Typed::Misfit => Cut::Kept,
        }
    }

    /// Returns whether a claim is gone, or the value that it settles on names something that is.
    fn is_unsettled(&self, claim: &str, inner: &Shape) -> bool {
        let value = self.store.records.get(claim).and_then(preferred).and_then(|candidate| candidate.get("value"));
        self.gone.contains(claim) || value.is_some_and(|value| matches!(self.value(value, inner), Cut::Gone(_)))
    }

    fn list(&self, node: &Node, items: &[Node], inner: &Shape, shape: &Shape) -> Cut {
        let Some(left) = cut_each(items, |item| self.value(item, inner), |_, item| item) else { return Cut::Kept };
        let least = match shape.inner() {
            Shape::List { least, .. } => *least,
            _ => 0,
        };
        if left.len() < least.max(1) {
            return Cut::Gone(None);
        }
        Cut::Changed(Node { value: Value::List(left), span: node.span })
    }

    /// Cuts long text in every language.
    fn prose(&self, node: &Node) -> Cut {
        cut_entries(node, |entry| {
            let text = entry.value.text().unwrap_or_default();
            match passages::left(text, self.gone) {
                Some(same) if same == text => Cut::Kept,
                Some(text) => Cut::Changed(scalar(&entry.value, text)),
                None => Cut::Gone(None),
            }
        })
    }
}

fn kept_unless(gone: bool) -> Cut {
    if gone { Cut::Gone(None) } else { Cut::Kept }
}

/// Cuts the parts of a value one by one; returns those that are left, or nothing where all of them stay as they are.
fn cut_each<T: Clone>(parts: &[T], cut: impl FnMut(&T) -> Cut, with: impl Fn(&T, Node) -> T) -> Option<Vec<T>> {
    let cuts: Vec<Cut> = parts.iter().map(cut).collect();
    if cuts.iter().all(|cut| matches!(cut, Cut::Kept)) {
        return None;
    }
    let left = parts.iter().zip(cuts).filter_map(|(part, cut)| match cut {
        Cut::Kept => Some(part.clone()),
        Cut::Changed(value) => Some(with(part, value)),
        Cut::Gone(_) => None,
    });
    Some(left.collect())
}

/// Cuts the entries of a value one by one; with the last of them the value itself is gone.
fn cut_entries(node: &Node, cut: impl FnMut(&Entry) -> Cut) -> Cut {
    let with = |entry: &Entry, value| Entry { key: entry.key.clone(), key_span: entry.key_span, value };
    match cut_each(node.entries(), cut, with) {
        None => Cut::Kept,
        Some(left) if left.is_empty() => Cut::Gone(None),
        Some(left) => Cut::Changed(Node { value: Value::Map(left), span: node.span }),
    }
}

/// Returns whether an object cannot be without a field: one that is required, or one by which it belongs to what it names. What is
/// said about something that may not be seen may not be seen either.
fn is_needed(entry: &Entry, field: &Field, object: &Object) -> bool {
    let belongs = matches!(field.shape.element(), Shape::Reference(reference) if reference.inverse.is_some());
    belongs || object.required.iter().any(|name| **name == *entry.key)
}

fn begins(field: &Field) -> bool {
    matches!(field.dating, Some(Dating::Begins { .. } | Dating::Spans))
}

/// Returns a period whose end is not reached: `2019/2022` in 2020 is `2019/..`.
fn opened(node: &Node, date: Date) -> Node {
    scalar(node, Date::Range(date.start(), None).to_string())
}

fn scalar(node: &Node, text: String) -> Node {
    let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain);
    Node { value: Value::Scalar(Scalar { text: text.into(), plain }), span: node.span }
}

/// The field of a claim that names what it is about.
const ABOUT: &str = "about";

/// Numbers the preferred candidate of a claim anew; a claim without it, or about nothing that is left, is gone.
fn claim(record: &Record, cut: Cut) -> Cut {
    let Cut::Changed(mut root) = cut else { return cut };
    if record.root.get(ABOUT).is_some() && root.get(ABOUT).is_none() {
        return Cut::Gone(Some(ABOUT.to_owned()));
    }
    let Some(taken) = preferred(record) else { return Cut::Changed(root) };
    let left = root.get("candidates").map(Node::items).unwrap_or_default();
    let Some(place) = left.iter().position(|candidate| candidate.span == taken.span) else {
        return Cut::Gone(Some("preferred".to_owned()));
    };
    if let Value::Map(entries) = &mut root.value
        && let Some(entry) = entries.iter_mut().find(|entry| &*entry.key == "preferred")
    {
        entry.value = scalar(&entry.value, (place + 1).to_string());
    }
    Cut::Changed(root)
}

/// Returns every word of a value of no known shape.
fn words(node: &Node) -> Vec<&str> {
    let below = node.items().iter().chain(node.entries().iter().map(|entry| &entry.value));
    node.text().into_iter().chain(below.flat_map(words)).collect()
}

/// Returns whether a record names one of the ids, in a reference, a citation or a candidate.
pub fn names(record: &Record, ids: &HashSet<&str>) -> bool {
    fn holds(node: &Node, ids: &HashSet<&str>) -> bool {
        let cites = |text: &str| {
            text.contains("[@")
                && markdown::citations(&markdown::parse(text).0).iter().any(|(id, _)| ids.contains(id.as_str()))
        };
        node.text().is_some_and(|text| ids.contains(text) || cites(text))
            || node.items().iter().any(|item| holds(item, ids))
            || node.entries().iter().any(|entry| holds(&entry.value, ids))
    }
    holds(&record.root, ids)
}

/// Calls `each` for every id that a record refers to or cites.
pub fn each_name(record: &Record, store: &Store, each: &mut dyn FnMut(&str)) {
    walk(&record.root, &store.kind(record).object, &mut |visit| match visit.value {
        Typed::Reference(_, id) => each(id),
        Typed::Claim(id, _) => each(id.text().unwrap_or_default()),
        Typed::Localized { markdown: true } => {
            let texts = visit.node.entries().iter().filter_map(|entry| entry.value.text());
            for text in texts.filter(|text| text.contains("[@")) {
                markdown::citations(&markdown::parse(text).0).iter().for_each(|(id, _)| each(id));
            }
        }
        _ => {}
    });
}
