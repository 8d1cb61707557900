//! Why a record is not renamed, removed or begun.

use super::mentions::Spot;
use super::survey::Told;
use super::words;
use crate::diag::{Phrase, Values};

/// What stands in the way.
#[derive(Debug)]
pub enum Refusal {
    /// There is no such record; perhaps another one is meant.
    Unknown(String, Option<String>),
    /// Two records have the id.
    Twice(String),
    /// The new id has not the form of an id.
    NotAnId(String),
    /// No file can be called like the new id on Windows.
    Device(String),
    /// The record has the new id already.
    Same(String),
    /// Another record has the new id.
    Taken(String),
    /// Files cannot be read, and what stands in them is not known.
    Unread(Told),
    /// The id is written so that it cannot be replaced.
    Unclear(String, Vec<Spot>),
    /// A filter holds the word, which also means something else.
    Filter(String, Vec<Spot>),
    /// Templates name the record.
    Template(String, Vec<Spot>),
    /// Others refer to the record.
    InUse(String, Vec<Spot>),
    /// The record cannot be cut out of its file by lines.
    ByHand(String, Spot),
    /// The workspace would have new errors.
    Worse(Told),
}

impl Refusal {
    /// Returns the sentence that says so, with its values.
    pub fn words(&self) -> (&'static Phrase, Values) {
        let id = |id: &String| vec![("id", id.as_str().into())];
        match self {
            Self::Unknown(unknown, None) => (&words::NO_RECORD, id(unknown)),
            Self::Unknown(unknown, Some(near)) => {
                (&words::NO_RECORD_NEAR, vec![("id", unknown.as_str().into()), ("near", near.as_str().into())])
            }
            Self::Twice(twice) => (&words::ID_TWICE, id(twice)),
            Self::NotAnId(wrong) => (&words::NOT_AN_ID, id(wrong)),
            Self::Device(device) => (&words::ID_DEVICE, id(device)),
            Self::Same(same) => (&words::ID_SAME, id(same)),
            Self::Taken(taken) => (&words::ID_TAKEN, id(taken)),
            Self::Unread(_) => (&words::MEND_FIRST, vec![]),
            Self::Unclear(one, _) => (&words::UNCLEAR, id(one)),
            Self::Filter(one, _) => (&words::IN_FILTER, id(one)),
            Self::Template(one, _) => (&words::IN_TEMPLATE, id(one)),
            Self::InUse(one, _) => (&words::IN_USE, id(one)),
            Self::ByHand(one, _) => (&words::BY_HAND, id(one)),
            Self::Worse(_) => (&words::WOULD_BREAK, vec![]),
        }
    }

    /// Returns the lines that it speaks of.
    pub fn spots(&self) -> &[Spot] {
        match self {
            Self::Unclear(_, spots) | Self::Filter(_, spots) | Self::Template(_, spots) | Self::InUse(_, spots) => {
                spots
            }
            Self::ByHand(_, spot) => std::slice::from_ref(spot),
            _ => &[],
        }
    }

    /// Returns the faults that it speaks of.
    pub fn told(&self) -> Option<&Told> {
        match self {
            Self::Unread(told) | Self::Worse(told) => Some(told),
            _ => None,
        }
    }
}
