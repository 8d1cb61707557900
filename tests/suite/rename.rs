//! `rename` and `remove`: what names a record follows it, or nothing is changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chancery::check::check;
use chancery::edit::{Refusal, Snapshot, change, references, remove, rename};
use chancery::load::{Workspace, load};

use crate::fixture::{Fixture, repository};

/// Returns every file of records, schemas and templates with its bytes.
fn everything(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn gather(folder: &Path, out: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                gather(&entry.path(), out);
            } else {
                out.insert(entry.path(), fs::read(entry.path()).expect("a file"));
            }
        }
    }
    let mut out = BTreeMap::new();
    ["data", "templates"].iter().for_each(|name| gather(&root.join(name), &mut out));
    out
}

/// Returns the codes of everything that is found.
fn found(root: &Path) -> Vec<String> {
    let result = check(load(Workspace { root: root.to_path_buf() }));
    let mut codes: Vec<String> = result.diagnostics.iter().map(|fault| fault.code().to_owned()).collect();
    codes.sort();
    codes
}

fn snapshot(fixture: &Fixture) -> Snapshot {
    Snapshot::of(Workspace { root: fixture.path("") })
}

#[test]
fn records_of_many_kinds_change_their_id_and_get_it_back() {
    let fixture = Fixture::shipped();
    let root = fixture.path("");
    let (before, codes) = (everything(&root), found(&root));
    for (id, least) in [
        ("tashkent-conf-2022", 20),
        ("s93", 3),
        ("uzbekistan", 20),
        ("claim-01-uzbekistan-2011", 1),
        ("un", 2),
        ("ashgabat", 2),
        ("phase-1", 2),
    ] {
        let there =
            rename::rename(id, "some-other-id", &snapshot(&fixture)).unwrap_or_else(|no| panic!("{id}: {no:?}"));
        assert!(there.places >= least, "{id}: {}", there.places);
        change::write(&root, &there.changes).expect("written");
        assert_eq!(found(&root), codes, "{id}");
        let back = rename::rename("some-other-id", id, &snapshot(&fixture)).unwrap_or_else(|no| panic!("{id}: {no:?}"));
        assert_eq!(back.places, there.places, "{id}");
        change::write(&root, &back.changes).expect("written");
        assert!(everything(&root) == before, "{id}");
    }
}

#[test]
fn everything_that_names_a_source_follows() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["rename", "gazette", "daily"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.output);
    assert!(run.output.contains("+++ data/sources/daily.yaml"), "{}", run.output);
    assert!(run.output.contains("+    The *first* well was dug by nobody [@daily]."), "{}", run.output);
    assert!(run.output.ends_with("“gazette” is now “daily”. Places changed: 6, files: 4.\n"), "{}", run.output);
    assert!(!fixture.path("data/sources/gazette.yaml").exists());
    assert_eq!(fixture.run(&["check"]).code, 0);
}

#[test]
fn subjects_of_requests_filters_and_candidates_follow() {
    let fixture = Fixture::foreign();
    fixture
        .write("data/requests/ask.yaml", "id: ask\nreport: ledger\nsubject: first-well\nversion: 1\nstatus: draft\n");
    fixture.replace(
        "templates/ledger/report.yaml",
        "kind: well\n",
        "kind: well\n    where: \"self.id != 'first-well'\"\n",
    );
    let renamed = rename::rename("first-well", "2001", &snapshot(&fixture)).expect("renamed");
    change::write(&fixture.path(""), &renamed.changes).expect("written");
    let read = |path: &str| fs::read_to_string(fixture.path(path)).expect("a file");
    assert!(read("data/requests/ask.yaml").contains("subject: \"2001\"\n"));
    assert!(read("data/wells/2001.yaml").starts_with("id: \"2001\"\n"));
    assert!(read("templates/ledger/report.yaml").contains("self.id != '2001'"));
}

#[test]
fn marking_scheme_follows_in_markings_and_settings() {
    let fixture = Fixture::foreign();
    fixture.replace("data/wells/first-well.yaml", "upper\n", "upper\nmarking: paper/closed\n");
    assert_eq!(fixture.run(&["rename", "paper", "clay"]).code, 0);
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(fs::read_to_string(fixture.path("data/settings.yaml")).expect("a file").contains("marking: clay/open"));
}

#[test]
fn record_among_several_keeps_its_file() {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/villages/more.yaml",
        "# both\n- id: far   # away\n  name: {en: \"Far\"}\n# next\n- id: near\n  name: {en: \"Near\"}\n",
    );
    let run = fixture.run(&["rename", "far", "farther"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let run = fixture.run(&["remove", "near"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let text = fs::read_to_string(fixture.path("data/villages/farther.yaml")).expect("a lone record names its file");
    assert!(!fixture.path("data/villages/more.yaml").exists());
    assert_eq!(text, "# both\n- id: farther   # away\n  name: {en: \"Far\"}\n# next\n");
}

#[test]
fn rename_refuses_what_it_cannot_do_and_changes_nothing() {
    let fixture = Fixture::foreign();
    let before = everything(&fixture.path(""));
    for (arguments, words, code) in [
        (&["rename", "uper", "x"][..], "did you mean “upper”?", 2),
        (&["rename", "upper", "Upper"], "“Upper” is not an id", 2),
        (&["rename", "upper", "lower"], "another record has the id “lower”", 2),
        (&["rename", "upper", "upper"], "the record has the id “upper” already", 2),
        (&["rename", "upper", "con"], "Windows stores no file of this name", 2),
        (&["new", "village", "--id", "lpt1"], "Windows stores no file of this name", 2),
        (&["rename", "upper", "../x"], "is not an id", 2),
        (&["rename", "--lang", "ru", "upper", "lower"], "идентификатор «lower» уже занят", 2),
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, code, "{arguments:?}");
        assert!(run.errors.contains(words), "{arguments:?}: {}", run.errors);
    }
    fixture.write("data/villages/upper-two.yaml", "not a record of villages");
    assert!(everything(&fixture.path("")).len() == before.len() + 1);
    fixture.write("data/villages/upper-two.yaml", "id: upper-two\nname: {en: \"Two\nmore: [\n");
    let run = fixture.run(&["rename", "upper", "top"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("mend them first"), "{}", run.errors);
    assert!(before.iter().all(|(path, bytes)| fs::read(path).is_ok_and(|found| found == *bytes)));
}

#[test]
fn word_of_a_template_is_not_taken_from_it() {
    let fixture = Fixture::foreign();
    fixture.replace("templates/ledger/ledger.typ", "= #ledger", "#page.words.wells\n= #ledger");
    let run = fixture.run(&["rename", "wells", "pits"]);
    assert_eq!(run.code, 1, "{}", run.output);
    assert!(run.errors.contains("templates/ledger/ledger.typ:"), "{}", run.errors);
    let run = fixture.run(&["remove", "wells"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("templates/ledger/ledger.typ:"), "{}", run.errors);
}

#[test]
fn words_that_templates_build_from_parts_are_not_taken_from_them() {
    let snapshot = Snapshot::of(Workspace { root: repository() });
    let line = |spots: &[references::Location]| spots.iter().any(|spot| spot.to_string().contains("house/event.typ:"));
    let removed = remove::remove("mode-online", &snapshot).expect_err("a word in use");
    assert!(matches!(&removed, Refusal::InUse(_, spots) if line(spots)), "{removed:?}");
    let renamed = rename::rename("mode-online", "mode-remote", &snapshot).expect_err("a word in use");
    assert!(matches!(&renamed, Refusal::Template(_, spots) if line(spots)), "{renamed:?}");
}

#[test]
fn filters_by_words_of_other_fields_are_no_mentions() {
    let fixture = Fixture::shipped();
    let run = fixture.run(&["rename", "training", "trng"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let report = fs::read_to_string(fixture.path("templates/anniversary/report.yaml")).expect("the definition");
    assert!(report.contains("record(self.format).group == 'training'"), "a word of the field group");
    assert_eq!(fixture.run(&["check"]).code, 0);
}

#[test]
fn candidates_of_claims_that_no_field_rests_on_follow_and_the_form_stays() {
    let fixture = Fixture::shipped();
    let path = "data/claims/claim-05-bratislava-subject.yaml";
    let read = || fs::read_to_string(fixture.path(path)).expect("the claim");
    let before = read();
    assert_eq!(before.matches("pillar-1").count(), 3, "the claim is about it, and two versions name it");
    fixture.write(path, &format!("# pillar-1 or not\n\n{before}"));
    let new = "pillar-one-of-the-four-with-an-id-as-long-as-nobody-would-write-it-by-hand-and-still-an-id";
    let run = fixture.run(&["rename", "pillar-1", new]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert_eq!((read().matches("pillar-1").count(), read().matches(new).count()), (1, 3), "{}", read());
    assert!(run.errors.contains("comments speak of “pillar-1”") && run.errors.contains(&format!("{path}:1")));
    assert_eq!(fixture.run(&["fmt", "--check"]).code, 0, "files that had the stable form have it afterwards");
    assert_eq!(fixture.run(&["check"]).code, 0);
}

#[test]
fn remove_refuses_while_something_points_to_the_record() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["remove", "gazette"]);
    assert_eq!(run.code, 1);
    for spot in ["data/claims/second-depth.yaml:5", "data/wells/first-well.yaml:8", "data/wells/second-well.yaml:6"] {
        assert!(run.errors.contains(spot), "{spot} in {}", run.errors);
    }
    assert!(fixture.path("data/sources/gazette.yaml").exists());
    let run = fixture.run(&["remove", "first-well", "--dry-run"]);
    assert_eq!((run.code, fixture.path("data/wells/first-well.yaml").exists()), (0, true), "{}", run.errors);
    let run = fixture.run(&["remove", "first-well"]);
    assert_eq!((run.code, fixture.path("data/wells/first-well.yaml").exists()), (0, false), "{}", run.errors);
    assert!(run.output.ends_with("“first-well” is removed.\n"), "{}", run.output);
}

#[test]
fn no_shipped_record_that_is_used_can_be_removed() {
    let snapshot = Snapshot::of(Workspace { root: repository() });
    for id in ["tashkent-conf-2022", "un", "s93", "claim-01-uzbekistan-2011", "conference"] {
        let refusal = remove::remove(id, &snapshot).expect_err(id);
        assert!(matches!(refusal, Refusal::InUse(..)), "{id}: {refusal:?}");
    }
}
