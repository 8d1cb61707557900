//! Why a record is not renamed, removed or begun.

use super::messages;
use super::references::Location;
use super::snapshot::Diagnosed;
use crate::diag::{Message, MessageArgs};

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
    Unreadable(Diagnosed),
    /// The id is written so that it cannot be replaced.
    Unclear(String, Vec<Location>),
    /// A filter holds the word, which also means something else.
    Filter(String, Vec<Location>),
    /// Templates name the record.
    Template(String, Vec<Location>),
    /// Others refer to the record.
    InUse(String, Vec<Location>),
    /// The record cannot be cut out of its file by lines.
    ByHand(String, Location),
    /// The workspace would have new errors.
    Worse(Diagnosed),
}

impl Refusal {
    /// Returns the sentence that says so, with its values.
    pub fn words(&self) -> (&'static Message, MessageArgs) {
        let id = |id: &String| vec![("id", id.as_str().into())];
        match self {
            Self::Unknown(unknown, None) => (&messages::NO_RECORD, id(unknown)),
            Self::Unknown(unknown, Some(near)) => {
                (&messages::NO_RECORD_NEAR, vec![("id", unknown.as_str().into()), ("near", near.as_str().into())])
            }
            Self::Twice(twice) => (&messages::ID_TWICE, id(twice)),
            Self::NotAnId(wrong) => (&messages::NOT_AN_ID, id(wrong)),
            Self::Device(device) => (&messages::ID_DEVICE, id(device)),
            Self::Same(same) => (&messages::ID_SAME, id(same)),
            Self::Taken(taken) => (&messages::ID_TAKEN, id(taken)),
            Self::Unreadable(_) => (&messages::MEND_FIRST, vec![]),
            Self::Unclear(one, _) => (&messages::UNCLEAR, id(one)),
            Self::Filter(one, _) => (&messages::IN_FILTER, id(one)),
            Self::Template(one, _) => (&messages::IN_TEMPLATE, id(one)),
            Self::InUse(one, _) => (&messages::IN_USE, id(one)),
            Self::ByHand(one, _) => (&messages::BY_HAND, id(one)),
            Self::Worse(_) => (&messages::WOULD_BREAK, vec![]),
        }
    }

    /// Returns the lines that it speaks of.
    pub fn locations(&self) -> &[Location] {
        match self {
            Self::Unclear(_, spots) | Self::Filter(_, spots) | Self::Template(_, spots) | Self::InUse(_, spots) => {
                spots
            }
            Self::ByHand(_, spot) => std::slice::from_ref(spot),
            _ => &[],
        }
    }

    /// Returns the faults that it speaks of.
    pub fn diagnosed(&self) -> Option<&Diagnosed> {
        match self {
            Self::Unreadable(diagnosed) | Self::Worse(diagnosed) => Some(diagnosed),
            _ => None,
        }
    }
}
