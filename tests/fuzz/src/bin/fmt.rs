//! Any text is put into its stable form: it says the same there, or is refused with a reason, and never because the form went wrong.
#![no_main]

use std::sync::{Arc, LazyLock};

use chancery_fuzz::format::{Refusal, stable};
use chancery_fuzz::holdings::Holdings;
use chancery_fuzz::workspace;
use libfuzzer_sys::fuzz_target;

static HOLDINGS: LazyLock<Arc<Holdings>> = LazyLock::new(|| workspace::as_it_is().holdings);

fuzz_target!(|text: &str| {
    let well = HOLDINGS.schemas.get("well");
    for kind in [None, well] {
        match stable(text, kind) {
            Ok(formatted) => assert_eq!(stable(&formatted, kind).ok().as_ref(), Some(&formatted), "formatted again"),
            Err(refusal) => assert!(!matches!(refusal, Refusal::Different), "it would say something else"),
        }
    }
});
