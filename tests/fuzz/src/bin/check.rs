//! Any bytes are a record of a workspace: everything is told, in every language, at its place.
#![no_main]

use chancery_fuzz::{expect_caught_panics, faults, workspace};
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: expect_caught_panics(),
    |bytes: &[u8]| {
        let result = workspace::with("data/wells/third-well.yaml", bytes);
        faults::inspect(&result.diagnostics, &result.files);
    }
);
