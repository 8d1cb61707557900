//! Lines that are no fields: notes, comments of other languages, and the marks around a record that was copied from a chat.

use std::ops::Range;

use super::ledger::Ledger;
use crate::diag::{Edit, Fix, codes};

/// The signs with which comments begin elsewhere.
const COMMENT_SIGNS: [&str; 5] = ["//", "/*", "--", ";", "<!--"];

/// Reports a line that is neither a field nor a comment, and reads it as a comment.
pub fn stray(ledger: &mut Ledger, range: Range<usize>) {
    let edits = vec![Edit::new(range.start..range.start, "# ")];
    ledger.diagnose(codes::NOTE_STRAY, range, vec![], Fix::suggested(edits));
}

/// Reports a line of which nothing can be read.
pub fn unreadable(ledger: &mut Ledger, range: Range<usize>) {
    let edits = vec![Edit::new(range.clone(), "")];
    ledger.diagnose_without_fix(codes::COLON_MISSING, range, vec![], edits);
    ledger.incomplete = true;
}

/// Reports a comment as other languages begin it, or a line that Markdown puts around a record; returns whether it did.
pub fn foreign(ledger: &mut Ledger, line: &str, range: Range<usize>) -> bool {
    if let Some(sign) = COMMENT_SIGNS.into_iter().find(|sign| line.starts_with(sign)) {
        comment(ledger, line, range, sign);
        return true;
    }
    if line.starts_with("```") {
        fence(ledger, range);
        return true;
    }
    false
}

/// Reports a comment as other languages begin it, and end it.
fn comment(ledger: &mut Ledger, line: &str, range: Range<usize>, sign: &'static str) {
    let mut edits = vec![Edit::new(range.start..range.start + sign.len(), "#")];
    let close = match sign {
        "/*" => "*/",
        "<!--" => "-->",
        _ => "\n",
    };
    let kept = line.strip_suffix(close).map(|kept| kept.trim_end().len()).filter(|kept| *kept >= sign.len());
    edits.extend(kept.map(|kept| Edit::new(range.start + kept..range.end, "")));
    ledger.diagnose(codes::COMMENT_SIGN, range, vec![("sign", sign.into())], Fix::suggested(edits));
}

/// Reports the first of the lines that Markdown puts around a record, and reads none of them.
fn fence(ledger: &mut Ledger, range: Range<usize>) {
    let edit = Edit::new(range.clone(), "");
    if ledger.has(codes::FENCE_STRAY) {
        ledger.edits.push(edit);
    } else {
        ledger.diagnose_without_fix(codes::FENCE_STRAY, range, vec![], vec![edit]);
    }
}
