//! `fix`: what has one right answer is repaired, every other byte stays, and a second run finds nothing to do.

use std::fs;
use std::path::{Path, PathBuf};

use chancery::check::check;
use chancery::diag::codes;
use chancery::edit::{change, fix};
use chancery::load::{Workspace, load};

use crate::fixture::Fixture;

const WELL: &str = "data/wells/third-well.yaml";

/// Returns a record of a well with other lines.
fn well(lines: &str) -> String {
    format!("id: third-well\nname: {{en: \"Third Well\"}}\nvillage: lower\n{lines}sources: [gazette]\n")
}

fn read(fixture: &Fixture, path: &str) -> String {
    fs::read_to_string(fixture.path(path)).expect("the file can be read")
}

#[test]
fn everything_with_one_right_answer_is_repaired() {
    let uzbek = |word: &str| well("").replace("Well\"}", &format!("Well\", uz: \"{word}\"}}"));
    for (what, wrong, right) in [
        ("tab", well("story:\n\ten: \"Dug.\"\n"), well("story:\n  en: \"Dug.\"\n")),
        ("no-break space", well("dug:\u{a0}1999\n"), well("dug: 1999\n")),
        ("curly quotes", well("story:\n  en: “Dug: by me”\n"), well("story:\n  en: \"“Dug: by me”\"\n")),
        ("look-alike letter", well("").replace("village", "villagе"), well("")),
        ("Uzbek apostrophe", uzbek("bo'lim"), uzbek("boʻlim")),
        ("missing space", well("dug:1999\n"), well("dug: 1999\n")),
        ("misread text", well("story:\n  en: NO\n"), well("story:\n  en: \"NO\"\n")),
        ("date order", well("dug: 13.3.1999\n"), well("dug: 1999-03-13\n")),
    ] {
        let fixture = Fixture::foreign();
        fixture.write(WELL, &wrong);
        let run = fixture.run(&["fix"]);
        assert_eq!(read(&fixture, WELL), right, "{what}");
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{what}");
        assert!(run.output.contains("--- data/wells/third-well.yaml\n+++ data/wells/third-well.yaml\n@@ "), "{what}");
        assert!(run.output.ends_with("Repairs made: 1, files changed: 1.\n"), "{what}: {}", run.output);
    }
}

#[test]
fn slips_in_the_form_of_a_record_are_repaired_as_they_were_meant() {
    let name = "name: {en: \"Third Well\"}";
    let two = "story:\n  en: \"Dug.\"\n  ru: \"Вырыт.\"\n";
    let block = "story:\n  en: |\n    Dug by nobody.\n\n    It gives water.\n";
    let titled = |title: &str| well("").replace("\"Third Well\"", title);
    for (what, wrong, right) in [
        ("no colon", well("").replace(name, "name {en: \"Third Well\"}"), well("")),
        ("no braces", well("").replace(name, "name: en: \"Third Well\""), well("")),
        ("one line", well(&two.replace("\n  ru", ", ru")), well(two)),
        ("below braces", well("").replace("\"}", "\"}\n  ru: \"Колодец\""), titled("\"Third Well\", ru: \"Колодец\"")),
        ("semicolon", titled("\"Third Well\"; ru: \"Колодец\""), titled("\"Third Well\", ru: \"Колодец\"")),
        ("two commas", titled("\"Third Well\",, ru: \"Колодец\""), titled("\"Third Well\", ru: \"Колодец\"")),
        ("beside the sign", well(&block.replace("|\n    ", "| ")), well(block)),
        ("a tab in a text", well(&block.replace("    It", "\tIt")), well(block)),
        ("two quoted words", titled("\"Third\" and \"Well\""), titled("'\"Third\" and \"Well\"'")),
    ] {
        let fixture = Fixture::foreign();
        fixture.write(WELL, &wrong);
        let run = fixture.run(&["fix"]);
        assert_eq!(read(&fixture, WELL), right, "{what}");
        assert!(run.output.ends_with("Repairs made: 1, files changed: 1.\n"), "{what}: {}", run.output);
    }
    for wrong in [
        well("story:\n  en: \"Dug\" by\" me\n"),
        well("dug: \"1999\" - \"2000\"\n"),
        well(&block.replace("    It", "  It")),
        well("").replace("village: lower", "village: @lower"),
        well("story:\n  en: [Dug]\n"),
    ] {
        let fixture = Fixture::foreign();
        fixture.write(WELL, &wrong);
        let run = fixture.run(&["fix"]);
        assert_eq!(read(&fixture, WELL), wrong, "{}", run.output);
        assert_eq!(run.errors.matches("error[").count(), 1, "{}", run.errors);
    }
}

#[test]
fn what_has_two_answers_is_told_and_left() {
    let fixture = Fixture::foreign();
    let wrong = well("dug: 3.4.1999\n");
    fixture.write(WELL, &wrong);
    let run = fixture.run(&["fix", "--lang", "ru"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("[date-order]"), "{}", run.errors);
    assert_eq!(run.output, "Исправлять без вашего участия нечего.\n");
    assert_eq!(read(&fixture, WELL), wrong);
}

#[test]
fn comments_line_breaks_and_the_mark_of_the_first_byte_stay() {
    let fixture = Fixture::foreign();
    let wrong = "\u{feff}# A well that nobody dug.\r\nid: third-well   # its name\r\n\r\nname: {en: \"Third Well\"}\r\nsources: [gazette]\r\n\
                 villagе: lower\r\n# Day first, as in a letter.\r\ndug:13.3.1999   # seen\r\nstory:\r\n\ten: \"It is   dry.\"\r\n";
    let right =
        wrong.replace("villagе", "village").replace("dug:13.3.1999", "dug: 1999-03-13").replace("\ten:", "  en:");
    fixture.write(WELL, wrong);
    let run = fixture.run(&["fix"]);
    assert_eq!(read(&fixture, WELL), right, "{}", run.errors);
    assert_eq!(run.code, 0, "{}", run.errors);
}

#[test]
fn dry_run_shows_and_writes_nothing() {
    let fixture = Fixture::foreign();
    let wrong = well("dug: 13.3.1999\n");
    fixture.write(WELL, &wrong);
    let run = fixture.run(&["fix", "--dry-run"]);
    assert_eq!(run.code, 0);
    assert!(run.output.contains("-dug: 13.3.1999\n+dug: 1999-03-13\n"), "{}", run.output);
    assert!(run.output.ends_with("Repairs to be made: 1, files to be changed: 1. Nothing was written.\n"));
    assert_eq!(read(&fixture, WELL), wrong);
}

#[test]
fn only_the_files_that_were_named_are_repaired() {
    let fixture = Fixture::foreign();
    fixture.write(WELL, &well("dug: 13.3.1999\n"));
    let other = well("dug: 14.3.1999\n").replace("third", "fourth");
    fixture.write("data/wells/fourth-well.yaml", &other);
    let run = fixture.run(&["fix", WELL]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(read(&fixture, "data/wells/fourth-well.yaml"), other);
    assert_eq!(read(&fixture, WELL), well("dug: 1999-03-13\n"));
}

#[cfg(unix)]
#[test]
fn links_and_files_that_may_only_be_read_are_left_with_a_reason() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::foreign();
    let wrong = well("dug: 13.3.1999\n");
    fixture.write("elsewhere.yaml", &wrong);
    std::os::unix::fs::symlink(fixture.path("elsewhere.yaml"), fixture.path(WELL)).expect("a link");
    let run = fixture.run(&["fix"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("error[file-link]"), "{}", run.errors);
    fs::remove_file(fixture.path(WELL)).expect("the link goes");
    fixture.write(WELL, &wrong);
    fs::set_permissions(fixture.path(WELL), fs::Permissions::from_mode(0o444)).expect("permissions");
    let run = fixture.run(&["fix"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("it may only be read"), "{}", run.errors);
    assert_eq!((read(&fixture, "elsewhere.yaml"), read(&fixture, WELL)), (wrong.clone(), wrong));
}

#[test]
fn more_slips_than_are_told_at_once_are_all_repaired() {
    let fixture = Fixture::foreign();
    let lines = |indent: &str| (0..450).map(|n| format!("{indent}- \"{n}\"\n")).collect::<String>();
    let wells = |text: String| format!("{}# {text}", well("").replace("sources: [gazette]\n", &text));
    fixture.write(WELL, &wells(format!("sources:\n{}", lines("\t"))));
    fixture.run(&["fix"]);
    let after = read(&fixture, WELL);
    assert!(!after.lines().any(|line| line.starts_with('\t')), "{}", &after[..200]);
}

#[test]
fn examples_are_repaired_to_what_they_say_and_a_second_run_changes_nothing() {
    let mut exact = 0;
    for entry in codes::all() {
        let fixture = Fixture::foreign();
        let wrong = entry.example.wrong;
        if wrong.iter().any(|file| file.special.is_some()) {
            continue;
        }
        wrong.iter().for_each(|file| fixture.write(file.path, file.text));
        let workspace = Workspace { root: fixture.path("") };
        let found = check(load(workspace.clone()));
        let own = found.diagnostics.iter().filter(|fault| fault.is(entry));
        let repaired = own.clone().count() > 0
            && own.clone().all(|d| d.fix.as_ref().is_some_and(chancery::diag::Fix::is_automatic));
        let fixed = fix::fix(&workspace, &|_| true);
        assert!(fixed.harmed.is_empty(), "{}: {:?}", entry.name, fixed.harmed);
        change::write(&workspace.root, &fixed.changes).expect("the changes can be written");
        if repaired {
            exact += 1;
            for right in entry.example.right {
                assert_eq!((right.special, &*read(&fixture, right.path)), (None, right.text), "{}", entry.name);
            }
        }
        let again = fix::fix(&workspace, &|_| true);
        assert_eq!((again.fixes, again.changes.len()), (0, 0), "{}", entry.name);
        let touched: Vec<PathBuf> = fixed.changes.into_iter().map(|change| change.path).collect();
        assert!(touched.iter().all(|path| wrong.iter().any(|own| path == Path::new(own.path))), "{}", entry.name);
    }
    assert!(exact > 15, "{exact}");
}
