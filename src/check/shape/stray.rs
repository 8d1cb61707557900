//! Fields that stand under the wrong parent: a wrong indent moves a field silently, and the fault is reported as what it is.

use super::walk::{Fields, Walk};
use crate::diag::{Arg, Diagnostic, Place, codes, messages};
use crate::record::{Entry, Language, Node, Value};
use crate::schema::Shape;

/// Returns the fault of a field that is known further out, or further in before it; `None` where it is known nowhere near.
pub fn misplaced(walk: &Walk<'_>, entry: &Entry) -> Option<Diagnostic> {
    let (inner, outer) = walk.frames.split_last()?;
    let outwards =
        outer.iter().rev().find(|frame| belongs(frame.fields, &entry.key) && frame.node.entry(&entry.key).is_none());
    if let Some(frame) = outwards {
        let first = frame.node.entries().first()?;
        let is_record = std::ptr::eq(frame.node, outer.first()?.node);
        return Some(fault(walk, entry, named(frame.name, is_record), column(walk, first)));
    }
    // Fields stand in the order of the file: the one before is found among a hundred thousand at once.
    let fields = inner.node.entries();
    let here = entry.key_span.range().start;
    let before = fields[..fields.partition_point(|other| other.key_span.range().start < here)].last()?;
    let Fields::Of(object) = inner.fields else { return None };
    let shape = object.fields.get(&*before.key)?.shape.inner();
    let (fields, node) = inside(shape, &before.value)?;
    if !belongs(fields, &entry.key) || node.entry(&entry.key).is_some() {
        return None;
    }
    let indent = node.entries().first().filter(|_| on_lines_of_its_own(walk, before)).map_or(2, |e| column(walk, e));
    Some(fault(walk, entry, named(&before.key, false), indent))
}

/// Returns the list of fields that a value ends with.
fn inside<'a>(shape: &'a Shape, node: &'a Node) -> Option<(Fields<'a>, &'a Node)> {
    match (shape, &node.value) {
        (Shape::Object(object), Value::Map(_)) => Some((Fields::Of(object), node)),
        (Shape::Localized { .. }, Value::Map(_)) => Some((Fields::Languages, node)),
        (Shape::List { items, .. }, Value::List(nodes)) => inside(items.inner(), nodes.last()?),
        _ => None,
    }
}

fn belongs(fields: Fields<'_>, key: &str) -> bool {
    match fields {
        Fields::Of(object) => object.fields.contains_key(key),
        Fields::Languages => Language::from_code(key).is_some(),
    }
}

fn on_lines_of_its_own(walk: &Walk<'_>, entry: &Entry) -> bool {
    walk.text.get(entry.key_span.range().end..entry.value.span.range().start).is_some_and(|gap| gap.contains('\n'))
}

fn named(name: &str, is_record: bool) -> Arg {
    if is_record { (&messages::THE_RECORD).into() } else { messages::THE_FIELD.of(vec![("name", name.into())]) }
}

/// Returns how many characters stand before a key on its line.
fn column(walk: &Walk<'_>, entry: &Entry) -> usize {
    let before = walk.text.get(..entry.key_span.range().start).unwrap_or_default();
    before.chars().rev().take_while(|c| *c != '\n').count()
}

fn fault(walk: &Walk<'_>, entry: &Entry, there: Arg, indent: usize) -> Diagnostic {
    let here = match walk.frames.as_slice() {
        [_, .., inner] => named(inner.name, false),
        _ => named("", true),
    };
    let values = vec![
        ("field", entry.key.as_ref().into()),
        ("here", here),
        ("there", there),
        ("indent", messages::spaces(indent)),
    ];
    let place = Place { file: walk.file, range: entry.key_span.range() };
    Diagnostic::new(codes::FIELD_ELSEWHERE, place, values).about_field(&*entry.key)
}
