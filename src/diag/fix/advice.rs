//! What to do: the instruction, and the corrected lines that follow it where a fix is known.

use crate::diag::{Diagnostic, Files, Locale};

/// An instruction with the lines to copy, if there are any.
#[derive(Debug, Default)]
pub struct Advice {
    /// The instruction; it ends in a colon only where lines follow.
    pub instruction: String,
    /// The corrected lines.
    pub lines: Vec<String>,
    /// The same lines as they stand in the file.
    pub written: Vec<String>,
}

impl Advice {
    /// Returns what to do about a diagnostic, if it says so.
    pub fn of(diagnostic: &Diagnostic, files: &Files, locale: Locale) -> Option<Self> {
        let instruction = diagnostic.instruction(locale)?;
        let (lines, written) = lines(diagnostic, files).unwrap_or_default();
        let instruction = if lines.is_empty() { alone(&instruction) } else { instruction };
        Some(Self { instruction, lines, written })
    }

    /// Returns instruction and lines as one text.
    pub fn text(&self) -> String {
        let lines = self.lines.iter().map(String::as_str);
        std::iter::once(self.instruction.as_str()).chain(lines).collect::<Vec<_>>().join("\n")
    }
}

fn lines(diagnostic: &Diagnostic, files: &Files) -> Option<(Vec<String>, Vec<String>)> {
    let (place, fix) = diagnostic.place.as_ref().zip(diagnostic.fix.as_ref())?;
    let text = files.text(place.file);
    let (first, lines) = fix.corrected(text)?;
    let last = files.position(place.file, fix.edits.last()?.range.end).line;
    let written = text.get(files.span_of_lines(place.file, first, last)).unwrap_or_default();
    let written = written.split('\n').map(|line| line.trim_end_matches('\r').to_owned());
    Some((lines.into_iter().map(std::borrow::Cow::into_owned).collect(), written.collect()))
}

/// Returns an instruction that nothing follows: a colon at its end would promise a line.
fn alone(instruction: &str) -> String {
    let Some(words) = instruction.trim_end().strip_suffix(':') else { return instruction.to_owned() };
    format!("{words}.")
}

#[cfg(test)]
mod tests {
    use super::alone;

    #[test]
    fn an_instruction_that_nothing_follows_promises_nothing() {
        assert_eq!(alone("Type it anew in one alphabet:"), "Type it anew in one alphabet.");
        assert_eq!(alone("Write: id: x"), "Write: id: x");
    }
}
