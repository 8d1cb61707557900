//! The terminal: what was asked for goes to the output, everything said about it to the error output.

use std::io::{IsTerminal, Stderr, Stdin, Stdout, Write, stderr, stdin, stdout};
use std::path::Path;

use super::exit::Exit;
use super::options::{system, unwritten};
use crate::atomic_write::WriteError;
use crate::diag::output::{self, Format, RenderOptions};
use crate::diag::{Arg, Diagnostic, Files, Locale, Message, MessageArgs, Severity, messages, path_text};

/// Returns the input and the output as they are, for a program on the other side.
pub fn pipes() -> (Stdin, Stdout) {
    (stdin(), stdout())
}

/// Where the program speaks.
pub struct Terminal {
    options: RenderOptions,
    output: Stdout,
    errors: Stderr,
}

impl Terminal {
    /// Creates the terminal; colour only where a person looks and nobody asked for none.
    pub fn new(locale: Locale, format: Format) -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = wanted && stderr().is_terminal();
        Self { options: RenderOptions { format, locale, colour }, output: stdout(), errors: stderr() }
    }

    /// Returns the language that is spoken here.
    pub fn locale(&self) -> Locale {
        self.options.locale
    }

    /// Returns whether a person is spoken to, and not a program.
    pub fn is_for_people(&self) -> bool {
        self.options.format == Format::Human
    }

    /// Prints a line of what was asked for. A reader who closed the pipe has seen enough.
    pub fn say(&self, line: impl AsRef<str>) {
        let _ = writeln!(self.output.lock(), "{}", line.as_ref());
    }

    /// Prints a message with its values.
    pub fn inform(&self, message: &Message, values: &MessageArgs) {
        self.say(message.format(values, self.options.locale));
    }

    /// Prints why the program could not do its work.
    pub fn complain(&self, message: &str) {
        let _ = writeln!(self.errors.lock(), "chancery: {message}");
    }

    /// Prints why the program could not do its work, in a message.
    pub fn refuse(&self, message: &Message, values: &MessageArgs) {
        self.complain(&message.format(values, self.options.locale));
    }

    /// Prints why the program could not do its work, in words that are put together already.
    pub fn refuse_as(&self, words: &Arg) {
        self.complain(&words.format(self.options.locale));
    }

    /// Prints that a file cannot be written, and returns how the command ends.
    pub fn unwritten(&self, error: &WriteError) -> Exit {
        let path = path_text(&error.path);
        self.refuse(&messages::NOT_WRITTEN, &vec![("path", path.into()), ("reason", unwritten(&error.cause))]);
        Exit::Unusable
    }

    /// Prints that a file cannot be read, and returns how the command ends.
    pub fn unread(&self, path: &Path, error: &std::io::Error) -> Exit {
        self.refuse(&messages::NOT_READ, &vec![("path", path_text(path).into()), ("reason", system(error))]);
        Exit::Unusable
    }

    /// Prints diagnostics, if there are any: for people on the error output.
    pub fn diagnose(&self, diagnostics: &[Diagnostic], files: &Files) {
        if !diagnostics.is_empty() {
            let text = output::show(diagnostics, files, RenderOptions { format: Format::Human, ..self.options });
            let _ = write!(self.errors.lock(), "{text}");
        }
    }

    /// Prints diagnostics for people, and of the notes among them only how many there are.
    ///
    /// A note asks for nothing. People lose sight of the errors among many of them; programs sort by the weight that each form knows, and
    /// are given all of them ([`Self::report`]).
    pub fn diagnose_but_notes(&self, diagnostics: &[Diagnostic], files: &Files) {
        let weighty: Vec<Diagnostic> = diagnostics.iter().filter(|d| d.severity != Severity::Note).cloned().collect();
        self.diagnose(&weighty, files);
        let notes = diagnostics.len() - weighty.len();
        if notes > 0 {
            let _ = writeln!(self.errors.lock(), "{}", messages::notes_counted(notes, self.options.locale));
        }
    }

    /// Prints diagnostics as what was asked for, in the form that was asked for; a form for programs says also that there are none.
    pub fn report(&self, diagnostics: &[Diagnostic], files: &Files) {
        if self.is_for_people() {
            return self.diagnose(diagnostics, files);
        }
        let text = output::show(diagnostics, files, self.options);
        let _ = write!(self.output.lock(), "{text}");
    }
}
