//! A few pages as pictures, small and capped in size: what a reader sees at arm's length.

use std::collections::BTreeSet;

use chancery::picture::{self, Picture};

use crate::fixture::Fixture;
use crate::fixture::reference::{self, compare};

/// The most bytes of a picture.
const CAP: usize = 220_000;

/// Returns a page, counted from 1.
fn page(pdf: Vec<u8>, number: usize) -> Vec<u8> {
    picture::pages(pdf, 1.0).expect("a PDF")[number - 1].to_png()
}

/// Processors draw the edge of a letter a shade apart; a letter elsewhere is another picture.
fn same_to_the_eye(a: &[u8], b: &[u8]) -> bool {
    let (a, b) = (Picture::from_png(a).expect("a picture"), Picture::from_png(b).expect("a picture"));
    let apart = || a.colours.iter().zip(&b.colours).filter(|(a, b)| a.abs_diff(**b) > 24).count();
    (a.width, a.height) == (b.width, b.height) && apart() < 40
}

#[test]
fn pages_look_as_they_did() {
    let fixture = Fixture::shipped();
    assert_eq!(fixture.run(&["report", "anniversary"]).code, 0);
    assert_eq!(fixture.run(&["report", "event-brief", "tashkent-conf-2022", "osce-cyber-online-xx"]).code, 0);
    assert_eq!(fixture.run(&["report", "fact-sheet", "jpoa-2011"]).code, 0);
    assert_eq!(fixture.run(&["report", "country-profile", "tajikistan"]).code, 0);
    assert_eq!(fixture.run(&["report", "specimen"]).code, 0);
    let files = fixture.files("out");
    let mut faults = Vec::new();
    for (reference, ending, number) in [
        ("anniversary-en-1.png", "anniversary-summary_en.pdf", 1),
        ("anniversary-ru-1.png", "anniversary-summary_ru.pdf", 1),
        ("country-profile-ru-1.png", "country-profile_tajikistan_ru.pdf", 1),
        ("event-brief-tashkent-ru-1.png", "event-brief_tashkent-conf-2022_ru.pdf", 1),
        ("event-brief-thin-en-1.png", "osce-cyber-online-xx_en.pdf", 1),
        ("fact-sheet-en-1.png", "fact-sheet_jpoa-2011_en.pdf", 1),
        ("specimen-en-1.png", "specimen_en.pdf", 1),
        ("specimen-en-5.png", "specimen_en.pdf", 5),
        ("specimen-ru-8.png", "specimen_ru.pdf", 8),
    ] {
        let (_, pdf) = files.iter().find(|(name, _)| name.ends_with(ending)).expect(ending);
        let picture = page(pdf.clone(), number);
        assert!(picture.len() < CAP, "{reference} has {} bytes", picture.len());
        let compared = std::panic::catch_unwind(|| compare(reference, &picture, same_to_the_eye));
        faults.extend(compared.err().map(|_| reference));
    }
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn every_reference_is_used() {
    let files = std::fs::read_dir(reference::folder()).expect("the references").flatten();
    let there: BTreeSet<String> = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let used: BTreeSet<String> = reference::ALL.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(there, used);
}
