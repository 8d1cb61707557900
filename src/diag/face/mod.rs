//! The faces of diagnostics: the same faults for a person, for an editor, for a forge.

mod advice;
mod cut;
mod github;
mod gitlab;
pub mod human;
mod json;
mod sarif;
mod short;
mod spot;

pub use spot::path_of;

use super::{Diagnostic, Files, Tongue};

/// A form in which diagnostics are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// For a person at a terminal, in rustc's manner.
    #[default]
    Human,
    /// A line for each, for editors that read lines and for `grep`.
    Short,
    /// A JSON object on a line for each, for programs.
    Json,
    /// SARIF 2.1.0, for forges and editors that show such logs.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A report of GitLab Code Quality.
    Gitlab,
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
        Face::Short => short::render(diagnostics, files, manner.tongue),
        Face::Json => json::render(diagnostics, files, manner.tongue),
        Face::Sarif => sarif::render(diagnostics, files, manner.tongue),
        Face::Github => github::render(diagnostics, files, manner.tongue),
        Face::Gitlab => gitlab::render(diagnostics, files, manner.tongue),
    }
}
