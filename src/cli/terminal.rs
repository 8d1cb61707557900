//! The terminal: what was asked for goes to the output, everything said about it to the error output.

use std::io::{IsTerminal, Stderr, Stdout, Write, stderr, stdout};

use crate::diag::{Diagnostic, Files, terminal};

/// Where the program speaks.
pub struct Terminal {
    colour: bool,
    output: Stdout,
    errors: Stderr,
}

impl Terminal {
    /// Creates the terminal; colour only where a person looks and nobody asked for none.
    pub fn new() -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { colour: wanted && stderr().is_terminal(), output: stdout(), errors: stderr() }
    }

    /// Prints a line of what was asked for. A reader who closed the pipe has seen enough.
    pub fn say(&self, line: impl AsRef<str>) {
        let _ = writeln!(self.output.lock(), "{}", line.as_ref());
    }

    /// Prints why the program could not do its work.
    pub fn complain(&self, message: &str) {
        let _ = writeln!(self.errors.lock(), "chancery: {message}");
    }

    /// Prints diagnostics, if there are any.
    pub fn diagnose(&self, diagnostics: &[Diagnostic], files: &Files) {
        if !diagnostics.is_empty() {
            let text = terminal::render(diagnostics, files, self.colour);
            let _ = write!(self.errors.lock(), "{text}");
        }
    }
}
