//! The shape of a value: what a schema says, in the form in which the checker, the filters and the page read it.

use indexmap::IndexMap;
use regex::Regex;

use crate::diag::LocalizedText;
use crate::record::Node;
use crate::record::marking::Marking;

/// What a value must be.
#[derive(Debug)]
pub enum Shape {
    /// Text.
    Text {
        /// The form it must have.
        pattern: Option<Regex>,
    },
    /// An address of the web or of mail, to which a link can lead.
    Address,
    /// One of these words.
    Choice(Vec<String>),
    /// A whole number within bounds.
    Integer {
        /// The smallest.
        least: Option<i64>,
        /// The largest.
        most: Option<i64>,
    },
    /// A number.
    Number,
    /// True or false.
    Bool,
    /// A date in EDTF.
    Date,
    /// A number as a source gives it.
    Quantity,
    /// A level of a marking scheme.
    Marking,
    /// The id of a record.
    Reference(Reference),
    /// A text per language.
    Localized {
        /// Whether it is long text in Markdown.
        markdown: bool,
    },
    /// A list.
    List {
        /// What each entry must be.
        items: Box<Shape>,
        /// The fewest entries.
        least: usize,
        /// The most entries.
        most: Option<usize>,
        /// Whether no entry may stand twice.
        unique: bool,
    },
    /// Fields.
    Object(Object),
    /// Fields of any names, all of one shape.
    Map(Box<Shape>),
    /// A value, or a claim that holds it.
    MaybeClaim(Box<Shape>),
    /// Anything; the value takes its shape from the field that uses it.
    Any,
}

/// Which records a reference may name.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The kinds; empty means every kind.
    pub kinds: Vec<String>,
    /// The name under which the record referred to finds those that refer to it.
    pub inverse: Option<String>,
    /// Whether following it must never lead back.
    pub tree: bool,
}

/// A list of fields.
#[derive(Debug, Default)]
pub struct Object {
    /// The fields in the order of the schema.
    pub fields: IndexMap<String, Field>,
    /// Those that must be there.
    pub required: Vec<String>,
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// What its value must be.
    pub shape: Shape,
    /// What it is called, as in the heading of a column.
    pub title: LocalizedText,
    /// What it is, for a person.
    pub description: LocalizedText,
    /// Values that could stand there.
    pub examples: Vec<serde_json::Value>,
    /// Whether a release needs it in every language.
    pub translate: bool,
    /// Whether `true` says that its record is not finished.
    pub unfinished: bool,
    /// The field with the day after which the number counts months; then the object is to be looked at again before it goes out.
    pub months_after: Option<String>,
    /// The least marking of a document that prints it.
    pub marking: Option<Marking>,
    /// What its date says of the object that it is a field of.
    pub dating: Option<Dating>,
}

/// What a date says of the object that it is a field of: what a view of an earlier day shows of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dating {
    /// The object is known from then on, unless a field of it has one of these words, such as that the date is planned.
    Begins {
        /// Fields and their words.
        unless: Vec<(String, Vec<String>)>,
    },
    /// The object ends then; before that day its end is not known.
    Ends,
    /// The object begins and ends with this period.
    Spans,
}

impl Object {
    /// Returns the markings that fields of this shape carry: their field `marking`, where the schema says that it is one or several.
    pub fn markings_of(&self, fields: &Node) -> Vec<Marking> {
        let is_marking =
            self.fields.get("marking").is_some_and(|field| matches!(field.shape.element(), Shape::Marking));
        let written = fields.get("marking").filter(|_| is_marking);
        let all = written.into_iter().flat_map(|node| std::iter::once(node).chain(node.items()));
        all.filter_map(Node::text).map(Marking::from).collect()
    }

    /// Calls `each` for the shape of every field, and for every shape within it.
    pub fn each_shape<'a>(&'a self, each: &mut dyn FnMut(&'a Shape)) {
        self.fields.values().for_each(|field| field.shape.each(each));
    }

    /// Calls `each` for every field, and for every field of objects within it.
    pub fn each_field<'a>(&'a self, each: &mut dyn FnMut(&'a Field)) {
        for field in self.fields.values() {
            each(field);
            field.shape.each(&mut |shape| {
                if let Shape::Object(object) = shape {
                    object.fields.values().for_each(&mut *each);
                }
            });
        }
    }
}

impl Shape {
    /// Calls `each` for this shape and for every shape within it.
    fn each<'a>(&'a self, each: &mut dyn FnMut(&'a Shape)) {
        each(self);
        match self {
            Self::List { items: inner, .. } | Self::Map(inner) | Self::MaybeClaim(inner) => inner.each(each),
            Self::Object(object) => object.each_shape(each),
            Self::Text { .. }
            | Self::Address
            | Self::Choice(_)
            | Self::Integer { .. }
            | Self::Number
            | Self::Bool
            | Self::Date
            | Self::Quantity
            | Self::Marking
            | Self::Reference(_)
            | Self::Localized { .. }
            | Self::Any => {}
        }
    }

    /// Returns whether it is a list of references to records of one kind.
    pub fn is_list_of(&self, kind: &str) -> bool {
        matches!(self, Self::List { items, .. } if matches!(&**items, Self::Reference(to) if to.kinds == [kind]))
    }

    /// Returns the shape below a claim.
    pub fn inner(&self) -> &Shape {
        match self {
            Self::MaybeClaim(inner) => inner,
            other => other,
        }
    }

    /// Returns the shape of the entries of a list, or the shape itself.
    pub fn element(&self) -> &Shape {
        match self.inner() {
            Self::List { items, .. } => items.element(),
            other => other,
        }
    }
}
