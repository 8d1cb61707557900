//! Fonts: letters that none has, and files that are damaged, are told by `check` before anything is made.

use crate::fixture::Fixture;

const WELL: &str = "data/wells/first-well.yaml";

#[test]
fn letters_that_no_font_has_are_told_at_their_place_in_records_and_reports() {
    let fixture = Fixture::foreign();
    fixture.replace(WELL, "first* well was", "first* well 文 was");
    fixture.replace("templates/ledger/report.yaml", "Wells of Nowhere", "Wells of Nowhere ➔");
    let run = fixture.run(&["check", "--message-format", "short"]);
    assert_eq!((run.code, run.output.matches("letter-without-font").count()), (1, 2), "{}", run.errors);
    assert!(run.output.contains(&format!("{WELL}:8:22")), "{}", run.errors);
    for word in ["“文”", "U+6587", "“➔”", "“→”"] {
        assert!(run.output.contains(word), "{word}: {}", run.output);
    }
}

#[test]
fn letters_put_together_of_parts_and_signs_without_a_shape_are_fine() {
    let fixture = Fixture::foreign();
    // A letter with two marks that no face has whole, a narrow space, an arrow, a letter of Uzbek.
    fixture.replace(WELL, "first* well was", "first* well e\u{301}\u{323}\u{202f}№\u{a0}5 → Oʻ was");
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let run = fixture.run(&["report", "ledger"]);
    assert_eq!(run.code, 0, "{}", run.errors);
}

#[test]
fn a_damaged_font_is_one_error_that_names_it() {
    let fixture = Fixture::foreign();
    let font = "fonts/source-serif-4/SourceSerif4-Bold.otf";
    let whole = std::fs::read(fixture.path(font)).expect("the font");
    std::fs::write(fixture.path(font), &whole[..whole.len() / 2]).expect("the font can be written");
    for command in [&["check"][..], &["report", "ledger"]] {
        let run = fixture.run(command);
        assert_eq!((run.code, run.errors.matches("error[").count()), (1, 1), "{}", run.errors);
        assert!(run.errors.contains("file-unreadable") && run.errors.contains(font), "{}", run.errors);
    }
}
