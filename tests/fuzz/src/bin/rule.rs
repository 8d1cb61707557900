//! Any text is read as a rule, and asked of a record: an answer or a reason, soon.
#![no_main]

use std::sync::{Arc, LazyLock};

use chancery_fuzz::holdings::Holdings;
use chancery_fuzz::rule::{Court, Expression};
use chancery_fuzz::{expect_caught_panics, workspace};
use libfuzzer_sys::fuzz_target;

static HOLDINGS: LazyLock<Arc<Holdings>> = LazyLock::new(|| workspace::as_it_is().holdings);

fuzz_target!(
    init: expect_caught_panics(),
    |text: &str| {
        let Ok(expression) = Expression::compile(text) else { return };
        let mut court = Court::new(&HOLDINGS);
        court.bind("as_of", "2020-01-01");
        for record in HOLDINGS.records.of_kind("well") {
            let _ = court.ask(&expression, record);
        }
    }
);
