//! The faces of diagnostics: the same faults for a person, for an editor, for a forge.

mod cut;
mod github;
mod gitlab;
pub mod human;
mod json;
mod sarif;
mod short;
mod spot;

pub use spot::path_of;

use super::{Diagnostic, Files, Locale};

/// A form in which diagnostics are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For a person at a terminal, in rustc's options.
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

/// How diagnostics are reported: in which form, in which language, with colour or without.
#[derive(Debug, Clone, Copy, Default)]
pub struct RenderOptions {
    /// The form.
    pub format: Format,
    /// The language.
    pub locale: Locale,
    /// Whether colour helps.
    pub colour: bool,
}

/// Returns the diagnostics in a options, ready to be written.
pub fn show(diagnostics: &[Diagnostic], files: &Files, options: RenderOptions) -> String {
    match options.format {
        Format::Human => human::render(diagnostics, files, options.locale, options.colour),
        Format::Short => short::render(diagnostics, files, options.locale),
        Format::Json => json::render(diagnostics, files, options.locale),
        Format::Sarif => sarif::render(diagnostics, files, options.locale),
        Format::Github => github::render(diagnostics, files, options.locale),
        Format::Gitlab => gitlab::render(diagnostics, files, options.locale),
    }
}
