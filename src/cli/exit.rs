//! How a command ends.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The data or a template has faults; nothing was written.
    Faults,
    /// Wrong use, or the program could not do its work.
    Unusable,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Faults => Self::from(1),
            Exit::Unusable => Self::from(2),
        }
    }
}
