//! Any text is put into its stable form: it says the same there, or is refused with a reason, and never because the form went wrong.
#![no_main]

use std::sync::{Arc, LazyLock};

use chancery_fuzz::diag::Files;
use chancery_fuzz::format::{Refusal, stable};
use chancery_fuzz::store::Store;
use chancery_fuzz::load::yaml::{comments, read};
use chancery_fuzz::record::Node;
use chancery_fuzz::{tree, workspace};
use libfuzzer_sys::fuzz_target;

static HOLDINGS: LazyLock<Arc<Store>> = LazyLock::new(|| workspace::as_it_is().store);

fuzz_target!(|text: &str| {
    let well = HOLDINGS.schemas.get("well");
    for kind in [None, well] {
        match stable(text, kind) {
            Ok(formatted) => {
                assert_eq!(stable(&formatted, kind).ok().as_ref(), Some(&formatted), "formatted again");
                assert!(tree::same(&documents(text), &documents(&formatted)), "in its form\n{formatted}");
                assert_eq!(noted(&formatted), noted(text), "in its form\n{formatted}");
            }
            Err(refusal) => assert!(!matches!(refusal, Refusal::Different), "it would say something else"),
        }
    }
});

fn documents(text: &str) -> Vec<Node> {
    read(text, Files::default().add("t.yaml".into(), text.into())).documents
}

/// Returns the words of all comments, sorted.
fn noted(text: &str) -> Vec<&str> {
    let mut comments: Vec<&str> = comments(text).expect("it was read").into_iter().map(str::trim_end).collect();
    comments.sort_unstable();
    comments
}
