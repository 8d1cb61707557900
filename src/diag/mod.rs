//! Diagnostics: what is wrong, where, and what to do about it. The ground floor of the house: it looks into nothing of ours.
//!
//! A rule decides *that* something is wrong and hands over an entry of the register ([`codes`]) with the values of the case; the
//! register speaks. Bad data is never an error of the program: it is a [`Diagnostic`], collected, sorted and shown once.

pub mod codes;
pub mod files;
pub mod terminal;

use std::ops::Range;

pub use codes::Entry;
pub use files::{FileId, Files};

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is made from this workspace until it is mended.
    Error,
    /// Documents are made; somebody should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// A range of bytes in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Bytes from the start of the file.
    pub range: Range<usize>,
}

/// What a diagnostic says: an entry of the register, or the words of a rule that a schema brought along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Words {
    /// An entry of the register with the values of this case.
    Register(&'static Entry, Vec<(&'static str, String)>),
    /// A rule of a workspace: its code, its sentence and its instruction, if it gives one.
    Rule {
        /// The code that the rule gives its fault.
        code: String,
        /// What is wrong.
        sentence: String,
        /// What to do.
        instruction: Option<String>,
    },
}

/// One fault, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// Where it is, when it is in a file.
    pub place: Option<Place>,
    /// What it says.
    pub words: Words,
    /// Other places that belong to it, each with a short label.
    pub related: Vec<(Place, String)>,
}

/// The values that an entry's sentence and instruction speak of, in the order of writing.
pub type Values = Vec<(&'static str, String)>;

impl Diagnostic {
    /// Creates an error from an entry of the register.
    pub fn error(entry: &'static Entry, place: impl Into<Option<Place>>, values: Values) -> Self {
        Self {
            severity: Severity::Error,
            place: place.into(),
            words: Words::Register(entry, values),
            related: Vec::new(),
        }
    }

    /// Returns the diagnostic with a further place and its label.
    pub fn with_related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push((place, label.into()));
        self
    }

    /// Returns the stable name of the fault, in kebab-case.
    pub fn code(&self) -> &str {
        match &self.words {
            Words::Register(entry, _) => entry.name,
            Words::Rule { code, .. } => code,
        }
    }

    /// Returns the sentence that says what is wrong.
    pub fn sentence(&self) -> String {
        match &self.words {
            Words::Register(entry, values) => codes::fill(entry.en.sentence, values),
            Words::Rule { sentence, .. } => sentence.clone(),
        }
    }

    /// Returns the one instruction that mends it.
    pub fn instruction(&self) -> Option<String> {
        match &self.words {
            Words::Register(entry, values) => Some(codes::fill(entry.en.instruction, values)),
            Words::Rule { instruction, .. } => instruction.clone(),
        }
    }
}

/// Sorts diagnostics as people read them: by file, by place in the file, the heavier first; the same fault is told once.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, files: &Files) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| d.place.as_ref().map(|p| (files.path(p.file), p.range.start, p.range.end));
        key(a)
            .cmp(&key(b))
            .then(a.severity.cmp(&b.severity))
            .then_with(|| a.code().cmp(b.code()))
            .then_with(|| a.sentence().cmp(&b.sentence()))
    });
    diagnostics.dedup();
}

/// Returns whether any of the diagnostics forbids to go on.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}
