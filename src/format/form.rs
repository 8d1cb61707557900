//! What a value is by its schema, as far as its form in the file depends on it.

use super::commented::{Body, Item};
use crate::record::Language;
use crate::schema::{Object, Reference, Shape};

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Free text: in double quotes.
    Free,
    /// Free text of several paragraphs: its lines are never joined.
    Markdown,
    /// A word: plain, unless it would be misread.
    Word,
    /// A text that the schema gives a pattern: plain where it is a name in small letters, so that of two codes not one is quoted and
    /// the other, such as `"NO"` beside `"KZ"`, is not.
    Code,
    /// A date: plain.
    Date,
    /// A number or truth value; a wrong one stays as it was written.
    Number,
    /// No schema speaks of it: quoted where it was quoted.
    Loose,
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Form<'s> {
    /// A list of records.
    Records(&'s Object),
    /// Named fields.
    Fields(&'s Object),
    /// A text per language.
    Texts(Style),
    /// Fields of any names and one shape.
    Table(&'s Shape),
    /// Entries of one shape.
    List(&'s Shape),
    /// `{claim: id}`.
    Claimed,
    /// A word, number or text.
    Scalar(Style),
    /// Anything.
    Loose,
}

static ANY: Shape = Shape::Any;
static REFERENCE: Shape = Shape::Reference(Reference { kinds: Vec::new(), inverse: None, tree: false });
static TEXT: Shape = Shape::Text { pattern: None };
static MARKDOWN: Shape = Shape::Localized { markdown: true };

impl<'s> Form<'s> {
    /// Returns what a whole document is: a record, or several as a list.
    pub fn of_document(object: Option<&'s Object>, body: &Body<'_>) -> Self {
        match (object, body) {
            (Some(object), Body::Map(..)) => Self::Fields(object),
            (Some(object), Body::List(..)) => Self::Records(object),
            _ => Self::of(&ANY, body),
        }
    }

    /// Returns what a value of a shape is; one that is not what its schema says is taken for what it looks like.
    fn of(shape: &'s Shape, body: &Body<'_>) -> Self {
        match (shape, body) {
            (Shape::MaybeClaim(_), Body::Map(fields, _)) if is_claimed(fields) => Self::Claimed,
            (Shape::MaybeClaim(inner), _) => Self::of(inner, body),
            (Shape::Object(object), Body::Map(..)) => Self::Fields(object),
            (Shape::Map(inner), Body::Map(..)) => Self::Table(inner),
            (Shape::Localized { markdown: true }, _) => Self::text(body, Style::Markdown),
            (Shape::Localized { markdown: false }, _) => Self::text(body, Style::Free),
            (Shape::List { items, .. }, Body::List(..)) => Self::List(items),
            (Shape::List { items, .. }, _) => Self::of(items, body),
            (_, Body::Map(fields, _)) if are_languages(fields) => Self::Texts(Style::Loose),
            (_, Body::Map(..) | Body::List(..)) => Self::Loose,
            (_, Body::Nothing | Body::Scalar(_)) => Self::Scalar(style(shape)),
        }
    }

    fn text(body: &Body<'_>, style: Style) -> Self {
        match body {
            Body::Map(..) => Self::Texts(style),
            Body::Nothing | Body::Scalar(_) => Self::Scalar(style),
            Body::List(..) => Self::Loose,
        }
    }

    /// Returns what a field or entry of this value is.
    pub fn within(self, item: &Item<'_>) -> Self {
        let shape = match (self, item.key) {
            (Self::Records(object), None) if matches!(item.body, Body::Map(..)) => return Self::Fields(object),
            (Self::Fields(object), Some(key)) => object.fields.get(key).map_or(&ANY, |field| &field.shape),
            (Self::Texts(Style::Markdown), _) => &MARKDOWN,
            (Self::Texts(Style::Free), _) => &TEXT,
            (Self::Claimed, _) => &REFERENCE,
            (Self::Table(inner) | Self::List(inner), _) => inner,
            _ => &ANY,
        };
        Self::of(shape, &item.body)
    }

    /// Returns how a scalar of this form is written.
    pub fn style(self) -> Style {
        match self {
            Self::Scalar(style) => style,
            _ => Style::Loose,
        }
    }

    /// Returns the place of a field among the others; fields that the schema does not know come last.
    pub fn rank(self, key: &str) -> usize {
        let known = match self {
            Self::Fields(_) if key == "id" => Some(0),
            Self::Fields(object) => object.fields.get_index_of(key).map(|at| at + 1),
            Self::Texts(_) => Language::ALL.iter().position(|language| language.code() == key),
            _ => None,
        };
        known.unwrap_or(usize::MAX)
    }
}

fn style(shape: &Shape) -> Style {
    match shape {
        Shape::Text { pattern: None } => Style::Free,
        Shape::Text { .. } | Shape::Address => Style::Code,
        Shape::Choice(_) | Shape::Quantity | Shape::Marking | Shape::Reference(_) => Style::Word,
        Shape::Integer { .. } | Shape::Number | Shape::Bool => Style::Number,
        Shape::Date => Style::Date,
        _ => Style::Loose,
    }
}

fn is_claimed(fields: &[Item<'_>]) -> bool {
    matches!(fields, [field] if field.key == Some("claim"))
}

fn are_languages(fields: &[Item<'_>]) -> bool {
    !fields.is_empty() && fields.iter().all(|field| field.key.is_some_and(|key| Language::from_code(key).is_some()))
}
