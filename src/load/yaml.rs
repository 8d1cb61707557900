//! YAML text → trees with places. The only place that names the YAML crate.
//!
//! The parser's events are built into our own [`Node`]s, because we need the bytes of every key and value, equal keys reported and
//! not merged away, and no aliases that could make a small file a huge tree. The parser reads the text as it was meant
//! (the room `recover`); a line of which nothing can be made is passed over, and the rest is read again.

mod builder;
mod comments;
mod explain;
mod stop;

use builder::build;
pub use comments::comments;
use stop::Stop;

use super::recover::{self, MAX_FAULTS};
use crate::diag::{Diagnostic, FileId, Severity, codes};
use crate::record::Node;

/// How often a text is read again without a line that could not be read.
const MAX_ROUNDS: usize = 24;

/// How often a text of more than [`LONG_BYTES`] is.
const MAX_ROUNDS_OF_LONG: usize = 3;

/// A longer text takes its time.
const LONG_BYTES: usize = 1 << 20;

/// What a text holds.
#[derive(Debug, Default, Clone)]
pub struct Read {
    /// The documents that could be read.
    pub documents: Vec<Node>,
    /// What was wrong.
    pub faults: Vec<Diagnostic>,
    /// Whether lines were passed over, so that fields may be missing for that reason.
    pub incomplete: bool,
}

/// Reads all documents of a text.
pub fn read(text: &str, file: FileId) -> Read {
    if let Some(fault) = recover::line_too_long(text, file) {
        return Read { documents: Vec::new(), faults: vec![fault], incomplete: true };
    }
    let mut recovered = recover::recover(text, file);
    let mut faults = std::mem::take(&mut recovered.faults);
    if faults.iter().any(|fault| fault.is(codes::FAULTS_TOO_MANY)) {
        return Read { documents: Vec::new(), faults, incomplete: true };
    }
    let mut last: Option<Stop> = None;
    let mut rounds = if text.len() > LONG_BYTES { MAX_ROUNDS_OF_LONG } else { MAX_ROUNDS };
    loop {
        let (meant, offsets) = recovered.text();
        let built = build(&meant, text, &offsets, file);
        let Some(stop) = built.stop else {
            // A field whose name is no word may be one that is missing.
            let incomplete = recovered.incomplete || built.faults.iter().any(|fault| fault.is(codes::KEY_NOT_A_WORD));
            faults.extend(built.faults);
            let at_limit = faults.len() > MAX_FAULTS;
            return Read { documents: built.documents, faults, incomplete: incomplete || at_limit };
        };
        // A warning says nothing of why the line cannot be read.
        let mut errors = faults.iter().filter(|fault| fault.severity == Severity::Error);
        let hidden = errors.any(|fault| fault.place.as_ref().is_some_and(|place| stop.shares_line(text, place)));
        // Line after line that breaks off in the same way has the cause of the first one.
        let again = last.is_some_and(|last| stop.repeats(text, &last));
        if !hidden && !again {
            faults.push(stop.diagnostic(text, file));
        }
        if rounds == 0 || stop.too_deep || !stop.pass_over(&mut recovered) {
            faults.extend(built.faults);
            return Read { documents: built.documents, faults, incomplete: true };
        }
        rounds -= 1;
        last = Some(stop);
    }
}

#[cfg(test)]
mod tests;
