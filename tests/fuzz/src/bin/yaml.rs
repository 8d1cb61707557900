//! Any text is read as YAML: no panic, places in the text, and mending never makes it worse. That mending ends is asked of `fix`.
#![no_main]

use chancery_fuzz::diag::Files;
use chancery_fuzz::load::yaml::{Read, read};
use chancery_fuzz::{faults, tree};
use libfuzzer_sys::fuzz_target;

/// More faults than this are not all told, so that they cannot be counted.
const COUNTED: usize = 150;

fuzz_target!(|text: &str| {
    let (first, errors) = inspected(text);
    let Some(mended) = first else { return };
    let (_, left) = inspected(&mended);
    assert!(left <= errors, "{errors} errors before, {left} after\n--- before\n{text}\n--- after\n{mended}");
});

/// Returns the text with all certain repairs, where its faults can be counted, and how many errors it has.
fn inspected(text: &str) -> (Option<String>, usize) {
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    let Read { documents, faults: found, .. } = read(text, file);
    documents.iter().for_each(|node| tree::inspect(node, text));
    faults::inspect(&found, &files);
    ((found.len() < COUNTED).then(|| faults::mended(text, &found)), faults::errors(&found))
}
