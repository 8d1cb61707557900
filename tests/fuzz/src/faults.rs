//! What holds for every fault: its places stand in the text, its words are said in every language, its fix can be made.

use std::ops::Range;

use crate::diag::output::{Format, RenderOptions, show};
use crate::diag::fix::{Edit, apply};
use crate::diag::{Diagnostic, Files, Severity, Locale};

/// Looks at faults, and has them told in every language.
pub fn inspect(faults: &[Diagnostic], files: &Files) {
    for fault in faults {
        for place in fault.place.iter().chain(fault.related.iter().map(|(place, _)| place)) {
            let text = files.text(place.file);
            assert!(text.get(place.range.clone()).is_some(), "{} at {:?}", fault.code(), place.range);
        }
        if let (Some(place), Some(fix)) = (&fault.place, &fault.fix) {
            let text = files.text(place.file);
            let empty = fix.edits.is_empty();
            assert!(apply(text, &fix.edits).is_some(), "{} mends by {:?}", fault.code(), fix.edits);
            assert!(empty || fix.corrected(text).is_some(), "{} mends by {:?}", fault.code(), fix.edits);
        }
    }
    for locale in Locale::ALL {
        show(faults, files, RenderOptions { format: Format::Human, locale, colour: false });
    }
}

/// Returns how many faults are errors.
pub fn errors(faults: &[Diagnostic]) -> usize {
    faults.iter().filter(|fault| fault.severity == Severity::Error).count()
}

/// Returns the text with every certain fix made; of two that lie over each other the first.
pub fn mended(text: &str, faults: &[Diagnostic]) -> String {
    let certain = faults.iter().filter_map(|fault| fault.fix.as_ref()).filter(|fix| fix.is_automatic());
    let mut made: Vec<&[Edit]> = certain.map(|fix| &fix.edits[..]).filter(|edits| !edits.is_empty()).collect();
    made.sort_by_key(|edits| reach(edits).start);
    let mut end = 0;
    let mut edits: Vec<Edit> = Vec::new();
    for one in made {
        let reach = reach(one);
        if edits.is_empty() || reach.start > end {
            edits.extend_from_slice(one);
            end = reach.end;
        }
    }
    apply(text, &edits).expect("repairs side by side can be made")
}

fn reach(edits: &[Edit]) -> Range<usize> {
    edits[0].range.start..edits[edits.len() - 1].range.end
}
