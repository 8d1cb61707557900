//! The faces of diagnostics: the same faults for a person, for an editor, for a forge.

pub mod human;

use super::{Diagnostic, Files, Tongue};

/// A form in which diagnostics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// For a person at a terminal, in rustc's manner.
    #[default]
    Human,
}

/// How diagnostics are told: in which form, in which language, with colour or without.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// The form.
    pub face: Face,
    /// The language.
    pub tongue: Tongue,
    /// Whether colour helps.
    pub colour: bool,
}

/// Returns the diagnostics in a manner, ready to be written.
pub fn show(diagnostics: &[Diagnostic], files: &Files, manner: Manner) -> String {
    match manner.face {
        Face::Human => human::render(diagnostics, files, manner.tongue, manner.colour),
    }
}
