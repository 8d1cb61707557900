//! A cell → the value of a field, or the reason why it cannot be reported for certain.

use super::fault::Fault;
use super::shown::shorten;
use crate::diag::Arg;
use crate::diag::codes::tables as words;
use std::cell::RefCell;
use std::collections::HashSet;

use super::cell::{Place, text, unreadable, word};
use super::columns::Leaf;
use super::literal::{chosen, date, number, quantity, truth, whole};
use super::messages;
use super::name_index::{Found, NameIndex};
use super::table::{Cell, Content};
use crate::record::{Node, Value, id};
use crate::schema::{Reference, Shape};
use crate::store::claim_reference;

/// Reads cells.
pub struct Reader<'a> {
    /// The records by name.
    pub names: NameIndex<'a>,
    /// The ids of the table's own records, and their kind.
    pub own: (HashSet<String>, &'a str),
    /// The records that were found by name: the words and the id.
    pub found: RefCell<Vec<(String, String)>>,
}

impl Reader<'_> {
    /// Returns the value that a cell gives a field.
    ///
    /// # Errors
    /// Returns every reason why it gives none.
    pub fn value(&self, place: &Place<'_>, leaf: &Leaf<'_>) -> Result<Node, Vec<Fault>> {
        unreadable(place).map_or(Ok(()), |fault| Err(vec![fault]))?;
        let one = |result: Result<Node, Fault>| result.map_err(|fault| vec![fault]);
        match leaf {
            Leaf::Text { markdown, .. } => one(text(place, *markdown).map(Node::of_text)),
            Leaf::Claim => {
                one(word(place, &messages::IS_REFERENCE).and_then(|t| self.reference(place, &t, claim_reference())))
            }
            Leaf::Value(Shape::List { items, .. }) => self.list(place, items),
            Leaf::Value(shape) => one(self.scalar(place, shape)),
        }
    }

    fn list(&self, place: &Place<'_>, items: &Shape) -> Result<Node, Vec<Fault>> {
        let Content::Text(text) = &place.cell.content else {
            return self
                .scalar(place, items)
                .map(|value| Node::made(Value::List(vec![value])))
                .map_err(|fault| vec![fault]);
        };
        let parts = self.entries(text, items);
        if parts.iter().any(|part| part.is_empty()) {
            return Err(vec![place.fault(words::ENTRY_EMPTY, vec![("value", shorten(text).into())])]);
        }
        let (mut values, mut faults) = (Vec::new(), Vec::new());
        for part in parts {
            let content = Content::Text(part.to_owned());
            let cell = Cell { column: place.cell.column, content, range: place.cell.range.clone() };
            match self.scalar(&Place { cell: &cell, name: place.name.clone() }, items) {
                Ok(value) => values.push(value),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Node::made(Value::List(values))) } else { Err(faults) }
    }

    /// Parts a list at its semicolons and lines; at its commas where every piece is an id, which has none in it.
    fn entries<'t>(&self, text: &'t str, items: &Shape) -> Vec<&'t str> {
        let text = text.trim().trim_end_matches(';');
        let by_commas: Vec<&str> = text.trim_end_matches(',').split(',').map(str::trim).collect();
        let are_ids = by_commas.len() > 1 && by_commas.iter().all(|piece| id::is_id(piece));
        let may_be_parted = are_ids
            && match items.inner() {
                Shape::Reference(reference) => self.names.find(text, reference) == Found::None,
                Shape::Choice(words) => !words.iter().any(|word| word == text),
                _ => false,
            };
        if may_be_parted { by_commas } else { text.split([';', '\n']).map(str::trim).collect() }
    }

    fn scalar(&self, place: &Place<'_>, shape: &Shape) -> Result<Node, Fault> {
        match shape.inner() {
            Shape::Text { pattern: Some(_) } | Shape::Address | Shape::Marking => {
                word(place, &messages::IS_TEXT).map(Node::of_text)
            }
            Shape::Text { pattern: None } => text(place, false).map(Node::of_text),
            Shape::Choice(choice) => chosen(place, choice),
            Shape::Integer { .. } => whole(place),
            Shape::Number => number(place),
            Shape::Quantity => quantity(place),
            Shape::Bool => truth(place),
            Shape::Date => date(place),
            Shape::Reference(reference) => {
                let text = word(place, &messages::IS_REFERENCE)?;
                self.reference(place, &text, reference)
            }
            _ => match &place.cell.content {
                Content::Number { .. } => number(place),
                Content::Truth(_) => truth(place),
                Content::Day(_) | Content::Odd(_) => date(place),
                _ => text(place, true).map(Node::of_text),
            },
        }
    }

    fn reference(&self, place: &Place<'_>, text: &str, reference: &Reference) -> Result<Node, Fault> {
        let own = self.own.0.contains(text)
            && (reference.kinds.is_empty() || reference.kinds.iter().any(|k| k == self.own.1));
        if own || self.names.is_id(text, reference) {
            return Ok(Node::of_text(text.to_owned()));
        }
        match self.names.find(text, reference) {
            Found::One(id) => {
                self.found.borrow_mut().push((text.to_owned(), id.clone()));
                Ok(Node::of_text(id))
            }
            Found::Several(ids) => {
                let values = vec![
                    ("value", Arg::from(shorten(text))),
                    ("example", ids[0].clone().into()),
                    ("ids", ids.join(", ").into()),
                ];
                Err(place.fault(words::NAME_SHARED, values))
            }
            Found::None => {
                let kind = match reference.kinds.as_slice() {
                    [] => (&messages::A_RECORD).into(),
                    kinds => Arg::from(kinds.join(" / ")),
                };
                let hint = self.hint(text, reference);
                Err(place
                    .fault(words::NAME_UNKNOWN, vec![("value", shorten(text).into()), ("kind", kind), ("hint", hint)]))
            }
        }
    }

    fn hint(&self, text: &str, reference: &Reference) -> Arg {
        let known =
            |part: &str| self.names.is_id(part, reference) || matches!(self.names.find(part, reference), Found::One(_));
        let parts: Vec<&str> = text.split(',').map(str::trim).collect();
        if parts.len() > 1 && parts.iter().all(|part| known(part)) {
            return messages::PART_BY_SEMICOLON.of(vec![("value", parts.join("; ").into())]);
        }
        match self.names.nearest(text, reference) {
            Some(near) => messages::DID_YOU_MEAN.of(vec![("name", near.into())]),
            None => {
                let kind = reference.kinds.first().map_or("", String::as_str);
                messages::LIST_OF_KIND.of(vec![("kind", kind.into())])
            }
        }
    }
}
