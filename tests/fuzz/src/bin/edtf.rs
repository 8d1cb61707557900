//! Any text is read as a date: what is a date is written back as it stood, and its first day is not after its last.
#![no_main]

use chancery_fuzz::record::edtf::Date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(date) = Date::parse(text) else { return };
    assert_eq!(date.to_string(), text);
    assert_eq!(Date::parse(&date.to_string()), Ok(date));
    assert_eq!(date.list_order(date), std::cmp::Ordering::Equal);
    if let (Some(first), Some(last)) = (date.first(), date.last()) {
        assert!(first <= last, "{text}");
    }
});
