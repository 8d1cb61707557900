//! Diagnostics: what is wrong, where, and what to do about it. The ground floor of the house: it looks into nothing of ours.
//!
//! A rule decides *that* something is wrong and hands over an entry of the register ([`codes`]) with the values of the case; the
//! register speaks. Bad data is never an error of the program: it is a [`Diagnostic`], collected, sorted and shown once.

pub mod codes;
pub mod files;
pub mod fix;
pub mod lines;
mod message;
pub mod messages;
pub mod output;

use std::ops::Range;

pub use codes::Code;
pub use files::{FileId, Files, path_text};
pub use fix::{Edit, Fix};
pub(crate) use message::messages;
pub use message::{Arg, Locale, LocalizedText, Message, MessageArgs};

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

impl Severity {
    /// Every severity, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// Returns the English word, as machines read it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
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
pub enum DiagnosticText {
    /// An entry of the register with the values of this case.
    Register(&'static Code, MessageArgs),
    /// A rule of a workspace: its code, its sentence and its instruction, if it gives one.
    Rule {
        /// The code that the rule gives its fault.
        code: String,
        /// What is wrong.
        sentence: LocalizedText,
        /// What to do.
        instruction: Option<LocalizedText>,
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
    pub words: DiagnosticText,
    /// Other places that belong to it, each with a short label.
    pub related: Vec<(Place, &'static Message)>,
    /// What would mend it, in the file of its place.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// Creates a diagnostic from an entry of the register.
    pub fn new(entry: &'static Code, place: impl Into<Option<Place>>, values: MessageArgs) -> Self {
        Self {
            severity: entry.severity,
            place: place.into(),
            words: DiagnosticText::Register(entry, values),
            related: Vec::new(),
            fix: None,
        }
    }

    /// Returns the diagnostic with a further place and its label.
    pub fn with_related(mut self, place: Place, label: &'static Message) -> Self {
        self.related.push((place, label));
        self
    }

    /// Returns the diagnostic with what would mend it.
    pub fn with_fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into();
        self
    }

    /// Returns the stable name of the fault, in kebab-case.
    pub fn code(&self) -> &str {
        match &self.words {
            DiagnosticText::Register(entry, _) => entry.name,
            DiagnosticText::Rule { code, .. } => code,
        }
    }

    /// Returns whether it is a fault of this entry.
    pub fn is(&self, entry: &Code) -> bool {
        self.code() == entry.name
    }

    /// Returns the sentence that says what is wrong.
    pub fn sentence(&self, locale: Locale) -> String {
        match &self.words {
            DiagnosticText::Register(entry, values) => entry.sentence.say(values, locale),
            DiagnosticText::Rule { sentence, .. } => sentence.words(locale).to_owned(),
        }
    }

    /// Returns the one instruction that mends it.
    pub fn instruction(&self, locale: Locale) -> Option<String> {
        match &self.words {
            DiagnosticText::Register(entry, values) => Some(entry.instruction.say(values, locale)),
            DiagnosticText::Rule { instruction, .. } => {
                instruction.as_ref().map(|texts| texts.words(locale).to_owned())
            }
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
            .then_with(|| a.sentence(Locale::En).cmp(&b.sentence(Locale::En)))
    });
    diagnostics.dedup();
}

/// Returns whether any of the diagnostics forbids to go on.
pub fn any_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|d| d.severity == Severity::Error)
}
