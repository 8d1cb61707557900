//! `build`: only what changed is made, one that fails keeps no other back, and every document has its state.

use serde_json::Value as Json;

use crate::fixture::cards::few_cards as cards;
use crate::fixture::{Fixture, Run};

fn build(fixture: &Fixture, more: &[&str]) -> Run {
    fixture.run(&[&["build"], more].concat())
}

/// Returns the last line without the time.
fn summary(run: &Run) -> &str {
    let line = run.output.lines().last().unwrap_or_default();
    line.rsplit_once("; ").map_or(line, |(counts, _)| counts)
}

fn states(fixture: &Fixture) -> Vec<(String, String)> {
    let files = fixture.files("out");
    let (_, manifest) = files.iter().find(|(name, _)| name == "manifest.json").expect("a manifest");
    let manifest: Json = serde_json::from_slice(manifest).expect("JSON");
    let text = |json: &Json| json.as_str().expect("text").to_owned();
    manifest["documents"].as_array().expect("documents").iter().map(|d| (text(&d["file"]), text(&d["state"]))).collect()
}

#[test]
fn a_second_build_makes_nothing_and_leaves_the_same_bytes() {
    let fixture = cards();
    let run = build(&fixture, &[]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(summary(&run), "Documents: 3; made: 3, unchanged: 0, failed: 0, withdrawn: 0");
    let before = fixture.files("out");
    assert_eq!(before.len(), 4);
    std::fs::remove_file(fixture.path("out/.stamp")).expect("there is a stamp");
    assert_eq!(summary(&build(&fixture, &[])), "Documents: 3; made: 0, unchanged: 3, failed: 0, withdrawn: 0");
    assert_eq!(build(&fixture, &["--check"]).code, 0);
    assert!(fixture.files("out") == before);
}

#[test]
fn what_changed_is_named_and_made_and_nothing_else_is() {
    let fixture = cards();
    build(&fixture, &[]);
    let well = fixture.read("data/wells/first-well.yaml");
    fixture.write("data/wells/first-well.yaml", &well.replace("First Well", "Oldest Well"));
    let run = build(&fixture, &["--check", "--only", "card"]);
    assert_eq!(run.code, 1);
    assert!(run.output.starts_with("to be made: …/out/2001-02-03_card_first-well_en.pdf\n"), "{}", run.output);
    let run = build(&fixture, &["--explain", "card/first-well/en"]);
    assert!(run.output.contains("\n  first-well, name: First Well → Oldest Well\n"), "{}", run.output);
    let run = build(&fixture, &["--only", "card"]);
    assert_eq!(summary(&run), "Documents: 2; made: 1, unchanged: 1, failed: 0, withdrawn: 0");
    fixture.write("templates/card/name.typ", "#let name(it) = [It is #it.name]\n");
    let run = build(&fixture, &["--explain", "card/first-well/en"]);
    assert!(run.output.ends_with("\n  the template templates/card/name.typ has changed\n"), "{}", run.output);
    let run = build(&fixture, &["--only", "card"]);
    assert_eq!(summary(&run), "Documents: 2; made: 2, unchanged: 0, failed: 0, withdrawn: 0");
    // What was made before comes back from the cache.
    fixture.write("templates/card/name.typ", "#let name(it) = it.name\n");
    let run = build(&fixture, &["--only", "card/*"]);
    assert_eq!(run.output.matches("made before, put back").count(), 2, "{}", run.output);
}

#[test]
fn a_template_that_was_missing_and_is_there_now_is_seen() {
    let fixture = cards();
    let name = fixture.read("templates/card/name.typ");
    std::fs::remove_file(fixture.path("templates/card/name.typ")).expect("the template can go");
    let run = build(&fixture, &["--only", "card"]);
    assert_eq!(run.code, 1);
    assert_eq!(summary(&run), "Documents: 2; made: 0, unchanged: 0, failed: 2, withdrawn: 0");
    assert_eq!(run.errors.matches("error[").count(), 1, "one fault is shown once: {}", run.errors);
    assert!(states(&fixture).iter().all(|(_, state)| state == "failed"), "{:?}", states(&fixture));
    fixture.write("templates/card/name.typ", &name);
    assert_eq!(
        summary(&build(&fixture, &["--only", "card"])),
        "Documents: 2; made: 2, unchanged: 0, failed: 0, withdrawn: 0"
    );
}

#[test]
fn one_that_fails_keeps_no_other_back_and_its_earlier_file_is_stale() {
    let fixture = cards();
    build(&fixture, &[]);
    let loops = "for i in range(10000) { for j in range(100000) { let n = i + j } }";
    let endless = format!("#if json(\"/page.json\").subject.id == \"first-well\" {{ {loops} }}\n");
    fixture.write("templates/card/card.typ", &(endless.clone() + &fixture.read("templates/card/card.typ")));
    let run = build(&fixture, &["--deadline", "2"]);
    assert_eq!(run.code, 1);
    assert_eq!(summary(&run), "Documents: 3; made: 1, unchanged: 1, failed: 1, withdrawn: 0");
    assert!(run.errors.contains("within 2 seconds"), "{}", run.errors);
    let stale: Vec<String> =
        states(&fixture).into_iter().filter(|(_, state)| state == "stale").map(|(file, _)| file).collect();
    assert_eq!(stale, ["2001-02-03_card_first-well_en.pdf"]);
    let hungry = endless.replace(loops, "let all = (); for i in range(10000) { all.push(range(1000000)) }");
    fixture.write("templates/card/card.typ", &(hungry + &fixture.read("templates/card/card.typ")));
    let run = build(&fixture, &["--memory", "700"]);
    assert_eq!(summary(&run), "Documents: 3; made: 1, unchanged: 1, failed: 1, withdrawn: 0", "{}", run.errors);
    assert!(run.errors.contains("700 MB"), "{}", run.errors);
}

#[test]
fn a_file_whose_document_is_gone_is_moved_out_when_asked_and_not_before() {
    let fixture = cards();
    build(&fixture, &[]);
    fixture
        .write("data/settings.yaml", &format!("{}build: [{{report: ledger}}]\n", fixture.read("data/settings.yaml")));
    let run = build(&fixture, &[]);
    assert_eq!(summary(&run), "Documents: 1; made: 0, unchanged: 1, failed: 0, withdrawn: 2");
    assert_eq!(states(&fixture).iter().filter(|(_, state)| state == "withdrawn").count(), 2);
    assert_eq!(fixture.files("out").len(), 4);
    let run = build(&fixture, &["--prune"]);
    assert_eq!(run.output.matches("moved out: …/out-withdrawn/2001-02-03_card_").count(), 2, "{}", run.output);
    assert_eq!(fixture.files("out").len(), 2);
    assert_eq!(fixture.files("out-withdrawn").len(), 2);
    assert_eq!(states(&fixture).len(), 1);
}

#[test]
fn another_hand_in_a_file_is_undone() {
    let fixture = cards();
    build(&fixture, &[]);
    let before = fixture.files("out");
    fixture.write("out/2001-02-03_ledger_en.pdf", "x");
    let run = build(&fixture, &["--explain", "2001-02-03_ledger_en.pdf"]);
    assert!(run.output.contains("changed by another hand"), "{}", run.output);
    build(&fixture, &[]);
    assert!(fixture.files("out") == before);
}

#[test]
fn the_same_bytes_come_from_one_worker_and_from_many_and_from_the_cache() {
    let fixture = cards();
    build(&fixture, &["--jobs", "1"]);
    let first = fixture.files("out");
    for jobs in ["2", "8"] {
        std::fs::remove_dir_all(fixture.path("out")).expect("the folder can be removed");
        build(&fixture, &["--jobs", jobs, "--cache", &fixture.path("cache").display().to_string()]);
        assert!(fixture.files("out") == first, "{jobs} jobs");
    }
}

#[test]
fn every_document_falls_to_one_shard() {
    let fixture = cards();
    let of = |shard: &str| build(&fixture, &["--plan", "--shard", shard]).output;
    let documents = |json: String| -> Vec<String> {
        let plan: Json = serde_json::from_str(&json).expect("JSON");
        plan.as_array().expect("a list").iter().map(|d| d["document"].as_str().expect("text").to_owned()).collect()
    };
    let mut all = Vec::new();
    for shard in ["1/3", "2/3", "3/3"] {
        all.extend(documents(of(shard)));
    }
    all.sort();
    assert_eq!(all, ["card/first-well/en", "card/second-well/en", "ledger/en"]);
    assert_eq!(build(&fixture, &["--shard", "4/3"]).code, 2);
}

#[test]
fn folders_of_the_workspace_take_no_documents() {
    let fixture = cards();
    for command in [&["build", "--out"][..], &["report", "ledger", "--out"]] {
        for folder in ["data", "templates/card", "fonts/new"] {
            let run = fixture.run(&[command, &[&fixture.path(folder).display().to_string()]].concat());
            assert_eq!(run.code, 2, "{folder}");
            assert!(run.errors.contains("belongs to what documents are made from"), "{}", run.errors);
        }
    }
}

#[test]
fn a_build_in_which_nothing_changed_ends_before_anything_is_read() {
    let fixture = cards();
    build(&fixture, &[]);
    let run = build(&fixture, &[]);
    assert_eq!((run.code, summary(&run)), (0, "Documents: 3; nothing changed"));
    // Whatever goes in or came out ends that.
    let edits: [(&str, &str); 5] = [
        ("data/wells/first-well.yaml", "# A note.\n"),
        ("templates/card/card.typ", "// A note.\n"),
        ("data/schema/well.schema.json", "\n"),
        ("out/2001-02-03_ledger_en.pdf", "%"),
        ("out/manifest.json", "\n"),
    ];
    for (path, more) in edits {
        let before = std::fs::read(fixture.path(path)).expect("a file");
        std::fs::write(fixture.path(path), [before, more.into()].concat()).expect("the file can be written");
        assert!(!build(&fixture, &[]).output.contains("nothing changed"), "{path}");
        assert!(build(&fixture, &[]).output.contains("nothing changed"), "{path}");
    }
    std::fs::copy(fixture.path("data/wells/first-well.yaml"), fixture.path("templates/x.txt")).expect("a copy");
    assert!(!build(&fixture, &[]).output.contains("nothing changed"));
}

#[test]
fn parts_of_several_machines_are_joined_and_a_missing_one_is_seen() {
    let (whole, parts) = (cards(), cards());
    build(&whole, &[]);
    let plan = |shard: &str| -> usize {
        let plan: Json = serde_json::from_str(&build(&parts, &["--plan", "--shard", shard]).output).expect("JSON");
        plan.as_array().expect("a list").len()
    };
    // A part that has documents is lost; one of the others is made twice.
    let shards = ["1/3", "2/3", "3/3"];
    let lost = shards.into_iter().find(|shard| plan(shard) > 0).expect("each document is in one");
    let made: Vec<&str> = shards.into_iter().filter(|shard| *shard != lost).collect();
    for shard in made.iter().chain(&made[..1]) {
        assert_eq!(build(&parts, &["--shard", shard]).code, 0);
    }
    let run = parts.run(&["manifest", "merge"]);
    assert_eq!((run.code, run.output.matches("in no part: …").count()), (1, plan(lost)), "{}", run.output);
    assert_eq!(build(&parts, &["--shard", lost]).code, 0);
    let run = parts.run(&["manifest", "merge"]);
    assert_eq!((run.code, run.output.as_str()), (0, "Documents: 3; in no part: 0, failed: 0, withdrawn: 0\n"));
    let documents = |fixture: &Fixture| -> Vec<(String, Vec<u8>)> {
        fixture.files("out").into_iter().filter(|(name, _)| !name.contains("-of-")).collect()
    };
    assert!(documents(&whole) == documents(&parts));
    std::fs::remove_file(parts.path("out/2001-02-03_card_first-well_en.pdf")).expect("it was there");
    let run = parts.run(&["manifest", "merge"]);
    assert_eq!(run.code, 1);
    assert!(run.output.starts_with("in no part: …/out/2001-02-03_card_first-well_en.pdf\n"), "{}", run.output);
}

#[test]
fn a_file_is_verified_or_told_what_differs() {
    let fixture = cards();
    build(&fixture, &[]);
    let file = fixture.path("out/2001-02-03_card_first-well_en.pdf").display().to_string();
    let run = fixture.run(&["verify", &file]);
    assert_eq!(
        (run.code, run.output.as_str()),
        (0, "…/out/2001-02-03_card_first-well_en.pdf: identical to the byte\n")
    );
    let well = fixture.read("data/wells/first-well.yaml");
    fixture.write("data/wells/first-well.yaml", &well.replace("First Well", "Oldest Well"));
    let run = fixture.run(&["verify", &file]);
    assert_eq!(run.code, 1);
    assert!(run.output.ends_with("\n  first-well, name: First Well → Oldest Well\n"), "{}", run.output);
    fixture.write("data/wells/first-well.yaml", &well);
    fixture.write("out/2001-02-03_card_first-well_en.pdf", "x");
    assert!(fixture.run(&["verify", &file]).output.contains("changed by another hand"));
    fixture.write("out/other.pdf", "x");
    assert_eq!(fixture.run(&["verify", &fixture.path("out/other.pdf").display().to_string()]).code, 2);
    // One of another day is known by its name.
    let run = fixture.run(&["report", "card", "first-well", "--as-of", "2002-01-01"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let other = fixture.path("out/2002-01-01_card_first-well_en.pdf").display().to_string();
    assert_eq!(fixture.run(&["verify", &other]).code, 0);
}

#[test]
fn pages_are_drawn_for_previews_and_no_manifest_names_them() {
    let fixture = Fixture::foreign();
    for (form, begins) in [("png", &b"\x89PNG"[..]), ("svg", b"<svg")] {
        let run = fixture.run(&["report", "ledger", "--format", form]);
        assert_eq!((run.code, run.output), (0, format!("…/out/2001-02-03_ledger_en_1.{form}\n")), "{}", run.errors);
        let picture = std::fs::read(fixture.path(&format!("out/2001-02-03_ledger_en_1.{form}"))).expect("a picture");
        assert!(picture.starts_with(begins));
    }
    assert!(!fixture.path("out/manifest.json").exists());
}

#[test]
fn a_record_that_an_edition_may_not_see_is_not_built_in_it() {
    let fixture = cards();
    let settings = fixture.read("data/settings.yaml");
    let editions = "editions: [{id: all}, {id: public, highest: {paper: open}}]\n";
    let rule = |subject: &str| format!("{settings}{editions}build: [{{report: card, subjects: [{subject}]}}]\n");
    fixture.write("data/settings.yaml", &rule("first-well"));
    fixture.replace("data/wells/first-well.yaml", "village: upper", "village: upper\nmarking: paper/closed");
    let run = build(&fixture, &[]);
    assert_eq!((run.code, summary(&run)), (0, "Documents: 1; made: 1, unchanged: 0, failed: 0, withdrawn: 0"));
    assert_eq!(fixture.files("out/public").len(), 1, "the manifest alone");

    fixture.write("data/settings.yaml", &rule("frst-well"));
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.errors.contains("error[build-unknown]: “frst-well” is to be built and is not there."),
        "{}",
        run.errors
    );
    assert!(run.errors.contains("Did you mean “first-well”?"), "{}", run.errors);
}
