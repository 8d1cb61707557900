//! Any text is read as YAML, and so is the mended one: no panic, places in the text. That mending ends and makes nothing worse is
//! asked of `fix`. A good text that somebody spoilt is mended to what it said before.
#![no_main]

use chancery_fuzz::diag::Files;
use chancery_fuzz::load::yaml::{Read, read};
use chancery_fuzz::record::Node;
use chancery_fuzz::{faults, spoil, tree};
use libfuzzer_sys::fuzz_target;

/// More faults than this are not all told, so that they cannot be counted.
const COUNTED: usize = 150;

fuzz_target!(|text: &str| {
    let first = inspected(text);
    if first.clean {
        spoil::spoilt(text, &first.documents).iter().for_each(|spoilt| intended(spoilt, text, &first.documents));
    }
    let Some(mended) = first.mended else { return };
    // A fix may uncover the next fault, so that faults are not counted here; `fix` refuses one after which less can be read.
    inspected(&mended);
});

struct Inspected {
    documents: Vec<Node>,
    /// Whether nothing is wrong with it.
    clean: bool,
    errors: usize,
    /// The text with all certain fixes, where its faults can be counted.
    mended: Option<String>,
}

fn inspected(text: &str) -> Inspected {
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    let Read { documents, faults: found, incomplete, .. } = read(text, file);
    documents.iter().for_each(|node| tree::inspect(node, text));
    faults::inspect(&found, &files);
    let mended = (found.len() < COUNTED).then(|| faults::mended(text, &found));
    Inspected { documents, clean: found.is_empty() && !incomplete, errors: faults::errors(&found), mended }
}

/// Mends a spoilt text to the end; where it can be read then, it says what was meant.
fn intended(spoilt: &str, good: &str, meant: &[Node]) {
    let mut text = spoilt.to_owned();
    for _ in 0..20 {
        let read = inspected(&text);
        match read.mended {
            Some(mended) if mended != text => text = mended,
            _ if read.errors > 0 => return,
            _ => {
                let same = tree::same(&read.documents, meant);
                assert!(same, "meant otherwise\n--- good\n{good}\n--- spoilt\n{spoilt}\n--- mended\n{text}");
                return;
            }
        }
    }
}
