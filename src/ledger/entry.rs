//! A line of the ledger.

use serde::{Deserialize, Serialize};

/// How a document goes to a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A folder that somebody hands over.
    Folder,
    /// A message that somebody sends from a file.
    File,
    /// A message to a mail server.
    Mail,
}

/// What was done, or became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// It was handed over, as a folder or a file.
    Delivered,
    /// It is about to be sent. Where no result follows, nobody knows whether it was.
    Attempt,
    /// The server took it.
    Accepted,
    /// The server may take it later.
    Deferred,
    /// The server does not take it.
    Refused,
    /// The connection ended before the server answered.
    Uncertain,
    /// A later server gave it back.
    Bounced,
    /// A person says that it was sent.
    SettledAsSent,
    /// A person says that it was not sent.
    SettledAsUnsent,
}

/// What is sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The document.
    #[default]
    Document,
    /// The notice that it is called back.
    Recall,
}

impl Purpose {
    /// Returns whether the document itself is sent.
    pub fn is_document(&self) -> bool {
        *self == Self::Document
    }
}

/// A step of the way of one document to one recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// When, as it was told or by the clock: `2022-03-04T09:30:00Z`.
    pub at: String,
    /// What was done.
    pub step: Step,
    /// What is sent; without it, the document.
    #[serde(default, skip_serializing_if = "Purpose::is_document")]
    pub purpose: Purpose,
    /// What carries the document: the Message-ID, or the same for a folder. All steps of one delivery have it.
    pub delivery: String,
    /// The id of the recipient.
    pub recipient: String,
    /// The id of the release.
    pub document: String,
    /// Its version: `v01`.
    pub version: String,
    /// The edition.
    pub edition: String,
    /// The code of the language.
    pub language: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The number of the copy, where copies are numbered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<u32>,
    /// How it goes.
    pub channel: Channel,
    /// What the server, a later server or a person said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}

impl Entry {
    /// Returns the same for another step.
    pub fn then(&self, step: Step, at: &str, result: Option<String>) -> Self {
        Self { step, at: at.to_owned(), result, ..self.clone() }
    }
}
