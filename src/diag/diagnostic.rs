//! One fault: how much it weighs, where it is, what it says and speaks of, what would mend it.

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::codes::Code;
use super::files::{FileId, path_text};
use super::fix::Fix;
use super::message::{Locale, LocalizedText, Message, MessageArgs};
use super::severity::Severity;

/// A range of bytes in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Bytes from the start of the file.
    pub range: Range<usize>,
}

/// What a diagnostic speaks of: for those who ask, and not for its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Subject {
    /// Nothing but its place.
    #[default]
    None,
    /// A file as a whole.
    File(PathBuf),
    /// A field of this name, there or missing.
    Field(String),
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
    /// What it speaks of, where somebody asks.
    pub subject: Subject,
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
            subject: Subject::None,
            related: Vec::new(),
            fix: None,
        }
    }

    /// Creates a diagnostic about a whole file, which its sentence names as `{path}`.
    pub fn of_file(entry: &'static Code, path: &Path, values: MessageArgs) -> Self {
        let named = ("path", path_text(path).into());
        let subject = Subject::File(path.to_path_buf());
        Self { subject, ..Self::new(entry, None, std::iter::once(named).chain(values).collect()) }
    }

    /// Returns the diagnostic as one that speaks of a field, which may be missing and so has no place.
    pub fn about_field(mut self, name: impl Into<String>) -> Self {
        self.subject = Subject::Field(name.into());
        self
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
            DiagnosticText::Register(entry, values) => entry.sentence.format(values, locale),
            DiagnosticText::Rule { sentence, .. } => sentence.words(locale).to_owned(),
        }
    }

    /// Returns the one instruction that mends it.
    pub fn instruction(&self, locale: Locale) -> Option<String> {
        match &self.words {
            DiagnosticText::Register(entry, values) => Some(entry.instruction.format(values, locale)),
            DiagnosticText::Rule { instruction, .. } => {
                instruction.as_ref().map(|texts| texts.words(locale).to_owned())
            }
        }
    }
}
