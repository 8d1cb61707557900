//! Any text is read as Markdown, and the sources it cites are found.
#![no_main]

use chancery_fuzz::record::markdown;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (blocks, _) = markdown::parse(text);
    for (id, _) in markdown::citations(&blocks) {
        assert!(text.contains(&id), "{id}");
    }
});
