//! The official life of a document: its version and in which state that is, as the request for it says.

use serde_json::Value as Json;

use crate::record::edtf::Date;
use crate::record::{Node, Record};

/// The state of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Somebody writes it.
    Draft,
    /// Others look at it.
    ForClearance,
    /// It may go out.
    Approved,
    /// It went out.
    Released,
    /// A later version took its place.
    Superseded,
    /// It was called back.
    Withdrawn,
}

/// A version of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// Its running number, from 1.
    pub number: u32,
    /// Its state.
    pub status: Status,
}

/// A version that went out.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// What it is called: `v01`.
    pub version: String,
    /// Its date.
    pub date: Option<Date>,
    /// What it printed.
    pub data: Json,
}

impl Status {
    const ALL: [Self; 6] =
        [Self::Draft, Self::ForClearance, Self::Approved, Self::Released, Self::Superseded, Self::Withdrawn];

    /// Reads a state as requests name it.
    pub fn read(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == text)
    }

    /// Returns the name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::ForClearance => "for-clearance",
            Self::Approved => "approved",
            Self::Released => "released",
            Self::Superseded => "superseded",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Returns whether the version went out, and nothing of it changes any more.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Released | Self::Superseded | Self::Withdrawn)
    }

    /// Returns whether the version may go out, or went out.
    pub fn is_final(self) -> bool {
        self == Self::Approved || self.is_closed()
    }
}

impl Version {
    /// Reads the version that a request is for, as it is written there.
    pub fn written(request: &Record) -> Option<Self> {
        let text = |field: &str| request.root.get(field).and_then(Node::text);
        Some(Self { number: text("version")?.parse().ok()?, status: Status::read(text("status")?)? })
    }

    /// Returns the version that is made of what the records say now. A version that went out is made again only by what releases or verifies
    /// it; else the records are on the way to the next one.
    pub fn made(self, releases: bool) -> Self {
        match self.status {
            _ if releases => Self { status: Status::Released, ..self },
            status if status.is_closed() => Self { number: self.number + 1, status: Status::Draft },
            _ => self,
        }
    }

    /// Returns how it is called: `v01`.
    pub fn name(self) -> String {
        version_name(self.number)
    }
}

/// Returns how a version is called by its number: `v01`.
pub fn version_name(number: u32) -> String {
    format!("v{number:02}")
}

/// Returns a reference in the manner of the United Nations: CTB-2022-014/Rev.1.
pub fn reference_name(reference: Option<&str>, revision: Option<&str>) -> String {
    [reference, revision].into_iter().flatten().collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_out_is_followed_by_a_draft_of_the_next() {
        let version = |number, status| Version { number, status };
        for status in Status::ALL {
            assert_eq!(Status::read(status.name()), Some(status));
            assert_eq!(version(2, status).made(true), version(2, Status::Released));
        }
        for closed in [Status::Released, Status::Superseded, Status::Withdrawn] {
            assert_eq!(version(2, closed).made(false), version(3, Status::Draft));
        }
        for open in [Status::Draft, Status::ForClearance, Status::Approved] {
            assert_eq!(version(2, open).made(false), version(2, open));
        }
        assert_eq!(version(3, Status::Draft).name(), "v03");
    }
}
