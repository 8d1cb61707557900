//! Any bytes are a record to be fixed: what is repaired has no more errors than before, and nothing is left to repair.
#![no_main]

use chancery_fuzz::{expect_caught_panics, faults, format, workspace};
use libfuzzer_sys::fuzz_target;

const WELL: &str = "data/wells/third-well.yaml";

fuzz_target!(
    init: expect_caught_panics(),
    |text: &str| {
        let Some((fixed, after)) = workspace::fixed(WELL, text) else { return };
        assert_ne!(fixed, text, "a change that changes nothing");
        let before = workspace::with(WELL, text.as_bytes());
        let (errors, left) = (faults::errors(&before.diagnostics), faults::errors(&after.diagnostics));
        // More faults than anybody reads are not all told, so that they cannot be counted.
        assert!(left <= errors || errors >= 100, "{errors} errors before, {left} after\n--- before\n{text}\n--- after\n{fixed}");
        assert!(workspace::fixed(WELL, &fixed).is_none(), "fixed again\n{fixed}");
        // What is right afterwards has a stable form.
        assert!(!matches!(format::stable(&fixed, None), Err(format::Refusal::Different)), "{fixed}");
    }
);
