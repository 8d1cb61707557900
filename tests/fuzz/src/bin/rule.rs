//! Any text is read as a rule, and asked of a record: an answer or a reason, soon.
#![no_main]

use std::sync::{Arc, LazyLock};

use chancery_fuzz::store::Store;
use chancery_fuzz::rule::{Evaluator, Expression};
use chancery_fuzz::{expect_caught_panics, workspace};
use libfuzzer_sys::fuzz_target;

static STORE: LazyLock<Arc<Store>> = LazyLock::new(|| workspace::as_it_is().store);

fuzz_target!(
    init: expect_caught_panics(),
    |text: &str| {
        let Ok(expression) = Expression::compile(text) else { return };
        let mut evaluator = Evaluator::new(&STORE);
        evaluator.bind("as_of", &"2020-01-01");
        for record in STORE.records.of_kind("well") {
            let _ = evaluator.evaluate(&expression, record);
        }
    }
);
