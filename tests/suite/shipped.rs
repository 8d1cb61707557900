//! The shipped workspace: it is right, it holds what its sources gave, and its documents are within their limits.

use crate::fixture::{Fixture, repository};

#[test]
fn shipped_records_have_no_fault() {
    let run = Fixture::shipped().run(&["check"]);
    let heavier: Vec<&str> =
        run.errors.lines().filter(|l| l.starts_with("error") || l.starts_with("warning")).collect();
    assert_eq!((run.code, heavier), (0, vec![]), "notes alone are allowed");
}

#[test]
fn shipped_records_are_complete() {
    let fixture = Fixture::shipped();
    for (kind, count) in [("event", 111), ("source", 213), ("session", 4), ("phase", 4), ("pillar", 4), ("format", 18)]
    {
        let run = fixture.run(&["list", kind]);
        let last = run.output.lines().last().unwrap_or_default().to_owned();
        assert_eq!(last, format!("Records ({kind}s): {count}"));
    }
}

#[test]
fn every_contested_point_of_the_list_is_there() {
    let claims = std::fs::read_dir(repository().join("data/claims")).expect("claims");
    let numbers: std::collections::BTreeSet<u32> = claims
        .flatten()
        .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
        .filter_map(|text| text.lines().find_map(|line| line.strip_prefix("number: ")?.parse().ok()))
        .collect();
    assert!(numbers.into_iter().eq(1..=38));
}

#[test]
fn shipped_records_stand_in_the_stable_form() {
    let run = Fixture::shipped().run(&["fmt", "--check"]);
    assert_eq!(run.code, 0, "run `cargo run -- fmt`: {}", run.output);
}
