//! A value in the light of its schema: the one place where a shape and what was written meet, for every shape there is.
//!
//! Before checking, a value may be of another form than its shape; after it, none is.

use super::claim::claimed;
use crate::record::edtf::Date;
use crate::record::marking::Marking;
use crate::record::node::Meaning;
use crate::record::quantity::Quantity;
use crate::record::{Entry, Node, Value};
use crate::schema::{Object, Reference, Shape};

/// What a value is.
#[derive(Debug, Clone)]
pub enum Typed<'a> {
    /// Nothing was written, or nothing that can be read.
    Null,
    /// A text, a word of a choice.
    Text(&'a str),
    /// An address of the web or of mail, as written.
    Address(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A date.
    Date(Date),
    /// A number as a source gives it.
    Quantity(Quantity),
    /// A level of a marking scheme.
    Marking(Marking),
    /// The id of a record.
    Reference(&'a Reference, &'a str),
    /// A text per language.
    Localized {
        /// Whether it is long text in Markdown.
        markdown: bool,
    },
    /// A list and the shape of its entries.
    List(&'a [Node], &'a Shape),
    /// Fields.
    Object(&'a Object),
    /// Fields of any names and their shape.
    Map(&'a [Entry], &'a Shape),
    /// The id of the claim that holds the value, and the shape that the claim's candidates have.
    Claim(&'a Node, &'a Shape),
    /// Anything; it takes its shape from the field that uses it.
    Any,
    /// Something of another form than the shape.
    Misfit,
}

impl<'a> Typed<'a> {
    /// Returns what a value is.
    pub fn of(node: &'a Node, shape: &'a Shape) -> Self {
        match (shape, &node.value) {
            (Shape::MaybeClaim(inner), _) => match claimed(node) {
                Some(_) => Self::Claim(&node.entries()[0].value, inner),
                None => Self::of(node, inner),
            },
            (_, Value::Unreadable) => Self::Null,
            (_, Value::Scalar(scalar)) => match scalar.meaning() {
                Meaning::Null => Self::Null,
                meaning => Self::of_scalar(&scalar.text, meaning, shape),
            },
            (Shape::Any, Value::List(_) | Value::Map(_)) => Self::Any,
            (Shape::List { items, .. }, Value::List(nodes)) => Self::List(nodes, items),
            (Shape::Localized { markdown }, Value::Map(_)) => Self::Localized { markdown: *markdown },
            (Shape::Object(object), Value::Map(_)) => Self::Object(object),
            (Shape::Map(inner), Value::Map(entries)) => Self::Map(entries, inner),
            (_, Value::List(_) | Value::Map(_)) => Self::Misfit,
        }
    }

    /// Returns the shape of a field of a name that the value can have.
    pub fn field_shape(self, name: &str) -> Option<&'a Shape> {
        match self {
            Self::Object(object) => object.fields.get(name).map(|field| &field.shape),
            Self::Map(_, inner) => Some(inner),
            _ => None,
        }
    }

    fn of_scalar(text: &'a str, meaning: Meaning<'a>, shape: &'a Shape) -> Self {
        match shape {
            Shape::Text { .. } | Shape::Choice(_) => Self::Text(text),
            Shape::Address => Self::Address(text),
            Shape::Marking => Self::Marking(text.into()),
            Shape::Reference(reference) => Self::Reference(reference, text),
            Shape::Date => Date::parse(text).map_or(Self::Misfit, Self::Date),
            Shape::Quantity => Quantity::parse(text).map_or(Self::Misfit, Self::Quantity),
            Shape::Integer { .. } => match meaning {
                Meaning::Integer(number) => Self::Integer(number),
                Meaning::Null | Meaning::Truth(_) | Meaning::Number(_) | Meaning::Text(_) => Self::Misfit,
            },
            Shape::Number => match meaning {
                Meaning::Integer(number) => Self::Integer(number),
                Meaning::Number(number) => Self::Number(number),
                Meaning::Null | Meaning::Truth(_) | Meaning::Text(_) => Self::Misfit,
            },
            Shape::Bool => match meaning {
                Meaning::Truth(truth) => Self::Bool(truth),
                Meaning::Null | Meaning::Integer(_) | Meaning::Number(_) | Meaning::Text(_) => Self::Misfit,
            },
            Shape::Any => Self::Any,
            Shape::MaybeClaim(inner) => Self::of_scalar(text, meaning, inner),
            Shape::Localized { .. } | Shape::List { .. } | Shape::Object(_) | Shape::Map(_) => Self::Misfit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Scalar, Span};

    fn plain(text: &str) -> Node {
        Node { value: Value::Scalar(Scalar { text: text.into(), plain: true }), span: Span::default() }
    }

    #[test]
    fn a_scalar_is_what_its_shape_says_or_a_misfit() {
        let node = plain("2022");
        assert!(matches!(Typed::of(&node, &Shape::Text { pattern: None }), Typed::Text("2022")));
        assert!(matches!(Typed::of(&node, &Shape::Integer { least: None, most: None }), Typed::Integer(2022)));
        assert!(matches!(Typed::of(&node, &Shape::Number), Typed::Integer(2022)));
        assert!(matches!(Typed::of(&node, &Shape::Date), Typed::Date(date) if date.to_string() == "2022"));
        assert!(matches!(Typed::of(&node, &Shape::Bool), Typed::Misfit));
        assert!(matches!(Typed::of(&node, &Shape::Localized { markdown: false }), Typed::Misfit));
        assert!(matches!(Typed::of(&plain(""), &Shape::Date), Typed::Null), "nothing written is no misfit");
    }

    #[test]
    fn a_value_that_may_rest_on_a_claim_is_one_or_the_value() {
        let shape = Shape::MaybeClaim(Box::new(Shape::Quantity));
        let entry = Entry { key: "claim".into(), key_span: Span::default(), value: plain("claim-01") };
        let claim = Node { value: Value::Map(vec![entry]), span: Span::default() };
        assert!(
            matches!(Typed::of(&claim, &shape), Typed::Claim(id, Shape::Quantity) if id.text() == Some("claim-01"))
        );
        assert!(matches!(Typed::of(&plain("54"), &shape), Typed::Quantity(quantity) if quantity.amount > 53.0));
    }
}
