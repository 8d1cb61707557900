//! Why a document was not made: what Typst reports, at its line in the template, and what does not fit the page.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

use super::fit::Misfit;
use super::world::{DocumentWorld, shown};

/// A fault of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RenderFault {
    /// What Typst reports.
    Template(TemplateFault),
    /// A text that does not fit its place.
    Misfit(Misfit),
}

impl From<TemplateFault> for RenderFault {
    fn from(fault: TemplateFault) -> Self {
        Self::Template(fault)
    }
}

/// A fault in a template.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TemplateFault {
    /// The template, relative to the workspace.
    pub path: String,
    /// Its text, if it could be read.
    pub text: Option<String>,
    /// The bytes that the fault is about.
    pub range: Range<usize>,
    /// What is wrong.
    pub reason: Reason,
    /// What Typst advises.
    pub hints: Vec<String>,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reason {
    /// What Typst says.
    Typst(String),
    /// The document was not finished within so many seconds.
    Deadline(u64),
    /// The document needs more than so many megabytes.
    Memory(u64),
    /// The typesetter broke down.
    Broken,
}

impl TemplateFault {
    /// Returns the fault of a template as a whole.
    pub fn whole(path: String, reason: Reason) -> Self {
        Self { path, text: None, range: 0..0, reason, hints: Vec::new() }
    }
}

/// Gathers faults.
pub fn gather<'a>(world: &DocumentWorld, faults: impl Iterator<Item = &'a SourceDiagnostic>) -> Vec<RenderFault> {
    faults.map(|fault| one(world, fault).into()).collect()
}

fn one(world: &DocumentWorld, fault: &SourceDiagnostic) -> TemplateFault {
    // A fault without a place of its own is shown where the template called what failed.
    let place = fault.span.id().map(|id| (id, world.range(fault.span)));
    let called = || fault.trace.iter().find_map(|point| Some((point.span.id()?, world.range(point.span))));
    let (id, range) = place.or_else(called).unwrap_or((world.main(), None));
    let text = world.source(id).ok().map(|source| source.text().to_owned());
    TemplateFault {
        path: shown(id),
        text,
        range: range.unwrap_or(0..0),
        reason: Reason::Typst(fault.message.to_string()),
        hints: fault.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}
