//! Diagnostics: what is wrong, where, and what to do about it. The ground floor of the house: it looks into nothing of ours.
//!
//! A rule decides *that* something is wrong and hands over an entry of the register ([`codes`]) with the values of the case; the
//! register speaks. Bad data is never an error of the program: it is a [`Diagnostic`], collected, sorted and shown once.

pub mod codes;
mod diagnostic;
pub mod files;
pub mod fix;
pub mod lines;
pub(crate) mod message;
pub mod messages;
pub mod output;
mod severity;

pub use codes::Code;
pub use diagnostic::{Diagnostic, DiagnosticText, Place, Subject};
pub use files::{FileId, Files, path_text};
pub use fix::{Applicability, Edit, Fix};
pub(crate) use message::messages;
pub use message::{Arg, Locale, LocalizedText, Message, MessageArgs};
pub use severity::Severity;

/// Sorts diagnostics as people read them: by file, by place in the file, the heavier first; the same fault is reported once.
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
