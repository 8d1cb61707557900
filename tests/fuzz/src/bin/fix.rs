//! Any bytes are a record to be fixed: what is repaired is read no worse than before, and nothing is left to fix.
#![no_main]

use chancery_fuzz::diag::Files;
use chancery_fuzz::load::yaml;
use chancery_fuzz::{expect_caught_panics, faults, format, workspace};
use libfuzzer_sys::fuzz_target;

const WELL: &str = "data/wells/third-well.yaml";

fuzz_target!(
    init: expect_caught_panics(),
    |text: &str| {
        let Some((fixed, after)) = workspace::fixed(WELL, text) else { return };
        assert_ne!(fixed, text, "a change that changes nothing");
        // Only the faults of reading are counted: what could not be read before may be found wrong once it can be.
        let (errors, left) = (errors(text), errors(&fixed));
        assert!(left <= errors, "{errors} errors before, {left} after\n--- before\n{text}\n--- after\n{fixed}");
        faults::inspect(&after.diagnostics, &after.files);
        assert!(workspace::fixed(WELL, &fixed).is_none(), "fixed again\n{fixed}");
        // What is right afterwards has a stable form.
        assert!(!matches!(format::stable(&fixed, None), Err(format::Refusal::Different)), "{fixed}");
    }
);

fn errors(text: &str) -> usize {
    faults::errors(&yaml::read(text, Files::default().add("t.yaml".into(), text.into())).faults)
}
