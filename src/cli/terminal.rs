//! The terminal: what was asked for goes to the output, everything said about it to the error output.

use std::io::{IsTerminal, Stderr, Stdout, Write, stderr, stdout};

use super::{Exit, speech::system};
use crate::diag::face::{self, Face, Manner};
use crate::diag::{Diagnostic, Files, Phrase, Tongue, Value, Values, phrases};
use crate::disk::WriteError;

/// Where the program speaks.
pub struct Terminal {
    manner: Manner,
    output: Stdout,
    errors: Stderr,
}

impl Terminal {
    /// Creates the terminal; colour only where a person looks and nobody asked for none.
    pub fn new(tongue: Tongue, face: Face) -> Self {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let colour = wanted && stderr().is_terminal();
        Self { manner: Manner { face, tongue, colour }, output: stdout(), errors: stderr() }
    }

    /// Returns the language that is spoken here.
    pub fn tongue(&self) -> Tongue {
        self.manner.tongue
    }

    /// Returns whether a person is spoken to, and not a program.
    pub fn is_for_people(&self) -> bool {
        self.manner.face == Face::Human
    }

    /// Prints a line of what was asked for. A reader who closed the pipe has seen enough.
    pub fn say(&self, line: impl AsRef<str>) {
        let _ = writeln!(self.output.lock(), "{}", line.as_ref());
    }

    /// Prints a phrase with its values.
    pub fn tell(&self, phrase: &Phrase, values: &Values) {
        self.say(phrase.say(values, self.manner.tongue));
    }

    /// Prints why the program could not do its work.
    pub fn complain(&self, message: &str) {
        let _ = writeln!(self.errors.lock(), "chancery: {message}");
    }

    /// Prints why the program could not do its work, in a phrase.
    pub fn refuse(&self, phrase: &Phrase, values: &Values) {
        self.complain(&phrase.say(values, self.manner.tongue));
    }

    /// Prints why the program could not do its work, in words that are put together already.
    pub fn refuse_as(&self, words: &Value) {
        self.complain(&words.say(self.manner.tongue));
    }

    /// Prints that a file cannot be written, and returns how the command ends.
    pub fn unwritten(&self, error: &WriteError) -> Exit {
        let path = error.path.to_string_lossy().replace('\\', "/");
        self.refuse(&phrases::NOT_WRITTEN, &vec![("path", path.into()), ("reason", system(&error.error))]);
        Exit::Broken
    }

    /// Prints diagnostics, if there are any: for people on the error output.
    pub fn diagnose(&self, diagnostics: &[Diagnostic], files: &Files) {
        if !diagnostics.is_empty() {
            let text = face::show(diagnostics, files, Manner { face: Face::Human, ..self.manner });
            let _ = write!(self.errors.lock(), "{text}");
        }
    }

    /// Prints diagnostics as what was asked for, in the form that was asked for; a form for programs says also that there are none.
    pub fn report(&self, diagnostics: &[Diagnostic], files: &Files) {
        if self.is_for_people() {
            return self.diagnose(diagnostics, files);
        }
        let text = face::show(diagnostics, files, self.manner);
        let _ = write!(self.output.lock(), "{text}");
    }
}
