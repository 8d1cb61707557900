//! The ledger: what was found wrong so far, and the edits with which the text is read.

use std::ops::Range;

use super::limits::{MAX_EDITS_PER_FIX, MAX_FAULTS};
use crate::diag::{Code, Diagnostic, Edit, FileId, Fix, Message, MessageArgs, Place, codes};

/// The faults and edits of one file.
pub struct Ledger {
    file: FileId,
    /// What was wrong.
    pub faults: Vec<Diagnostic>,
    /// What is changed for reading, in the order of finding.
    pub edits: Vec<Edit>,
    /// Whether lines were passed over.
    pub incomplete: bool,
}

impl Ledger {
    /// Creates an empty ledger.
    pub fn new(file: FileId) -> Self {
        Self { file, faults: Vec::new(), edits: Vec::new(), incomplete: false }
    }

    /// Returns whether there are more faults than anybody reads; no further ones are reported, not even on the same line.
    pub fn at_limit(&self) -> bool {
        self.faults.len() >= MAX_FAULTS
    }

    /// Returns whether a fault of this code was reported.
    pub fn has(&self, code: &'static Code) -> bool {
        self.faults.iter().any(|fault| fault.is(code))
    }

    /// Reports that there are too many faults.
    pub fn too_many(&mut self, range: Range<usize>) {
        let fault = Diagnostic::new(codes::FAULTS_TOO_MANY, self.place(range), vec![("limit", MAX_FAULTS.into())]);
        self.faults.push(fault);
    }

    /// Reports a fault with its fix, whose edits are also those it is read with.
    pub fn diagnose(&mut self, code: &'static Code, range: Range<usize>, values: MessageArgs, fix: Fix) {
        if self.at_limit() {
            return;
        }
        self.edits.extend(fix.edits.iter().cloned());
        self.faults.push(Diagnostic::new(code, self.place(range), values).with_fix(fix));
    }

    /// Reports a fault that the one before on the same line shares: one line is mended once.
    pub fn diagnose_joined(
        &mut self,
        text: &str,
        code: &'static Code,
        range: Range<usize>,
        values: MessageArgs,
        edit: Edit,
    ) {
        let at = edit.range.start;
        let near = |edit: &Edit| text.get(edit.range.end..at).is_some_and(|between| !between.contains('\n'));
        let few = |fix: &&mut Fix| fix.edits.len() < MAX_EDITS_PER_FIX && fix.edits.last().is_some_and(near);
        match self.last_fix(code).filter(few) {
            Some(fix) => {
                fix.edits.push(edit.clone());
                self.edits.push(edit);
            }
            None => self.diagnose(code, range, values, Fix::automatic(vec![edit])),
        }
    }

    /// Adds an edit to the fix of the fault reported last, if it has this code and ends where the edit begins; returns whether it did.
    pub fn complete(&mut self, code: &'static Code, edit: &Edit) -> bool {
        let touches = |fix: &&mut Fix| fix.edits.last().is_some_and(|last| last.range.end == edit.range.start);
        let Some(fix) = self.last_fix(code).filter(touches) else { return false };
        fix.edits.push(edit.clone());
        self.edits.push(edit.clone());
        true
    }

    /// Reports what can be read as it stands, and is probably not meant.
    pub fn note(&mut self, code: &'static Code, range: Range<usize>, values: MessageArgs, fix: Option<Fix>) {
        if !self.at_limit() {
            self.faults.push(Diagnostic::new(code, self.place(range), values).with_fix(fix));
        }
    }

    /// Reports a fault that a person has to think about; the edits are only for reading on.
    pub fn diagnose_without_fix(
        &mut self,
        code: &'static Code,
        range: Range<usize>,
        values: MessageArgs,
        edits: Vec<Edit>,
    ) {
        if self.at_limit() {
            return;
        }
        self.edits.extend(edits);
        self.faults.push(Diagnostic::new(code, self.place(range), values));
    }

    /// Adds a place to the fault reported last.
    pub fn relate(&mut self, range: Range<usize>, label: &'static Message) {
        let place = self.place(range);
        if let Some(fault) = self.faults.pop() {
            self.faults.push(fault.with_related(place, label));
        }
    }

    /// Returns the fix of the fault reported last, if it has this code.
    fn last_fix(&mut self, code: &'static Code) -> Option<&mut Fix> {
        self.faults.last_mut().filter(|last| last.is(code)).and_then(|last| last.fix.as_mut())
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place { file: self.file, range }
    }
}
