//! The state of a walk through a value and its schema: where it is, and what it found.

use crate::check::bound::MAX_FAULTS_PER_RECORD;
use crate::diag::{Code, Diagnostic, FileId, Files, Fix, MessageArgs, Place, codes};
use crate::record::letters::is_invisible;
use crate::record::node::Meaning;
use crate::record::{Node, Span, Value};
use crate::schema::{Object, Shape};
use crate::store::Store;

/// A walk through a value and its schema.
pub struct Walk<'a> {
    /// The records.
    pub store: &'a Store,
    /// The text of the file.
    pub text: &'a str,
    /// The file.
    pub file: FileId,
    /// What was found.
    pub faults: Vec<Diagnostic>,
    /// The lists of fields from the record down to here.
    pub frames: Vec<Frame<'a>>,
    /// Whether lines of the file could not be read.
    pub incomplete: bool,
}

/// A list of fields on the way down.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The value.
    pub node: &'a Node,
    /// Its fields.
    pub fields: Fields<'a>,
    /// Its name.
    pub name: &'a str,
}

/// The fields that may stand in a list of fields.
#[derive(Clone, Copy)]
pub enum Fields<'a> {
    /// Those of an object.
    Of(&'a Object),
    /// Languages.
    Languages,
}

impl<'a> Walk<'a> {
    /// Begins a walk.
    pub fn new(store: &'a Store, files: &'a Files, file: FileId) -> Self {
        Self { store, text: files.text(file), file, faults: Vec::new(), frames: Vec::new(), incomplete: false }
    }

    /// Returns the faults up to those that anybody reads.
    pub fn bounded(mut self) -> Vec<Diagnostic> {
        if self.faults.len() > MAX_FAULTS_PER_RECORD {
            let place = self.faults[MAX_FAULTS_PER_RECORD].place.clone();
            self.faults.truncate(MAX_FAULTS_PER_RECORD);
            self.faults.push(Diagnostic::new(
                codes::FAULTS_TOO_MANY,
                place,
                vec![("limit", MAX_FAULTS_PER_RECORD.into())],
            ));
        }
        self.faults
    }

    /// Reports a fault.
    pub fn fault(&mut self, code: &'static Code, span: Span, values: MessageArgs, fix: Option<Fix>) {
        let place = Place { file: self.file, range: span.range() };
        self.faults.push(Diagnostic::new(code, place, values).with_fix(fix));
    }
}

/// Returns whether nothing is written in a value.
pub fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(scalar) => {
            let text = scalar.text.trim_matches(is_blank);
            // Dots stand for what somebody is to write.
            matches!(scalar.meaning(), Meaning::Null) || matches!(text, "" | "…" | "...")
        }
        // No field of a record means anything by being there without a word.
        Value::Map(entries) => entries.is_empty(),
        Value::List(_) | Value::Unreadable => false,
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Returns whether values of a shape have parts.
pub fn is_compound(shape: &Shape) -> bool {
    matches!(shape, Shape::Object(_) | Shape::Map(_) | Shape::Localized { .. } | Shape::List { .. })
}
