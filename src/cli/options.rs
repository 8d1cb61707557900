//! In which language and in which form a command speaks.

use std::io::{Error, ErrorKind};

use crate::atomic_write::Cause;
use crate::diag::output::Format;
use crate::diag::{Arg, Locale, messages};
use crate::driver::Shard;
use crate::record::Language;
use crate::render::Form;

/// The language of messages.
#[derive(Debug, Clone, clap::Args)]
pub struct LanguageOptions {
    /// The language of messages: en or ru.
    #[arg(long, value_name = "CODE", value_parser = locale)]
    pub lang: Option<Locale>,
}

/// Reads the code of a language of messages.
pub fn locale(code: &str) -> Result<Locale, String> {
    Locale::from_code(code).ok_or_else(|| "messages are in en or ru".to_owned())
}

/// Reads the code of a language of documents.
pub fn language(code: &str) -> Result<Language, String> {
    let known = || Language::ALL.map(Language::code).join(", ");
    Language::from_code(code).ok_or_else(|| format!("the languages are {}", known()))
}

/// Reads what is set for a report.
pub fn argument(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').filter(|(name, value)| !name.is_empty() && !value.is_empty());
    parts.map(|(name, value)| (name.to_owned(), value.to_owned())).ok_or_else(|| "write name=value".to_owned())
}

/// Reads a pattern of documents.
pub fn pattern(text: &str) -> Result<glob::Pattern, String> {
    glob::Pattern::new(text).map_err(|error| format!("write a pattern as 'event-brief/*/ru' ({})", error.msg))
}

/// Reads a part of the work.
pub fn shard(text: &str) -> Result<Shard, String> {
    Shard::parse(text).ok_or_else(|| "write the first of four parts as 1/4".to_owned())
}

/// Reads a size in bytes, with K, M, G or T for the powers of 1024.
pub fn size(text: &str) -> Result<u64, String> {
    let (number, shift) = match text.char_indices().last() {
        Some((at, unit)) => match "KMGT".find(unit.to_ascii_uppercase()) {
            Some(power) => (&text[..at], 10 * (power + 1)),
            None => (text, 0),
        },
        None => (text, 0),
    };
    let bytes = number.parse::<u64>().ok().and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| "write a size as 500M or 2G".to_owned())
}

/// The form of faults.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub enum MessageFormat {
    /// For a person at a terminal.
    #[default]
    Human,
    /// A line for each fault.
    Short,
    /// A JSON object on a line for each fault.
    Json,
    /// A log in SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// A report of GitLab Code Quality.
    Gitlab,
}

impl From<MessageFormat> for Format {
    fn from(format: MessageFormat) -> Self {
        match format {
            MessageFormat::Human => Self::Human,
            MessageFormat::Short => Self::Short,
            MessageFormat::Json => Self::Json,
            MessageFormat::Sarif => Self::Sarif,
            MessageFormat::Github => Self::Github,
            MessageFormat::Gitlab => Self::Gitlab,
        }
    }
}

/// The form of documents.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub enum PageFormat {
    /// The document itself.
    #[default]
    Pdf,
    /// A picture of dots for each page.
    Png,
    /// A picture of lines for each page.
    Svg,
}

impl From<PageFormat> for Form {
    fn from(format: PageFormat) -> Self {
        match format {
            PageFormat::Pdf => Self::Pdf,
            PageFormat::Png => Self::Png,
            PageFormat::Svg => Self::Svg,
        }
    }
}

/// Returns why a file cannot be written.
pub fn unwritten(cause: &Cause) -> Arg {
    match cause {
        Cause::System(error) => system(error),
        Cause::Link => (&messages::IS_LINK).into(),
    }
}

/// Returns why the system refuses a file: in our words where they are known, else in its own.
pub fn system(error: &Error) -> Arg {
    match error.kind() {
        ErrorKind::NotFound => (&messages::NOT_FOUND).into(),
        ErrorKind::PermissionDenied => (&messages::NO_RIGHT).into(),
        ErrorKind::IsADirectory => (&messages::IS_FOLDER).into(),
        ErrorKind::NotADirectory => (&messages::NOT_A_FOLDER).into(),
        ErrorKind::StorageFull => (&messages::DISK_FULL).into(),
        ErrorKind::ReadOnlyFilesystem => (&messages::READ_ONLY).into(),
        _ => messages::SYSTEM_SAYS.of(vec![("words", error.to_string().into())]),
    }
}
