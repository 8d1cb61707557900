//! What the page holds: texts of any length are printed to their end, and what a place cannot hold is told and never cut.

use std::fmt::Write as _;

use crate::fixture::Fixture;
use crate::fixture::text_layer::{joined, pages};

const NOTE: &str = "data/delegations/tashkent-2022-delegation-cica.yaml";
const BEGINNING: &str = "K. Sarybay, Executive";
const BRIEF: &[&str] = &["report", "event-brief", "tashkent-conf-2022", "--lang", "en"];

#[test]
fn words_wider_than_their_column_are_told_at_their_record_and_nothing_is_made() {
    for length in [400, 28] {
        // The long one runs over the edge of the paper, the other over the cell beside its own.
        let fixture = Fixture::shipped();
        fixture.replace(NOTE, BEGINNING, &format!("{} {BEGINNING}", "n".repeat(length)));
        fixture.replace(
            "templates/event-brief/main.typ",
            "columns: (44mm, 46mm, 1fr, 22mm)",
            "columns: (44mm, 1fr, 20mm, 62mm)",
        );
        let run = fixture.run(BRIEF);
        assert_eq!((run.code, run.errors.matches("error[").count()), (1, 1), "{}", run.errors);
        assert!(run.errors.contains("error[text-does-not-fit]"), "{}", run.errors);
        assert!(run.errors.contains("nnnnnnnnnnnnnnnnnn"), "{}", run.errors);
        assert!(run.errors.contains(NOTE), "{}", run.errors);
        assert!(fixture.files("out").is_empty());
    }
}

#[test]
fn texts_longer_than_a_page_are_printed_to_their_end() {
    let sentences = (0..500).fold(String::new(), |mut text, number| {
        let _ = write!(text, "Sentence w{number}w stands here. ");
        text
    });
    for (path, beginning) in [
        (NOTE, BEGINNING),
        ("data/claims/claim-21-tashkent-organizers.yaml", "The first version is"),
        ("data/sources/seed.yaml", "Undated in the text"),
    ] {
        let fixture = Fixture::shipped();
        fixture.replace(path, beginning, &format!("{sentences}{beginning}"));
        let run = fixture.run(BRIEF);
        assert_eq!(run.code, 0, "{path}: {}", run.errors);
        let (_, pdf) = fixture.files("out").into_iter().find(|(name, _)| name.ends_with("_en.pdf")).expect("a brief");
        let text = joined(&pages(pdf).join("\n"));
        let odd: Vec<usize> = (0..500).filter(|n| text.matches(&format!("w{n}w")).count() != 1).collect();
        assert!(odd.is_empty(), "{path}: not printed once: {odd:?}");
    }
}
