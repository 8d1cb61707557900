//! Whatever ends a build or stands in its way — a signal, a full disk, another build, a folder that goes — every file is whole, no process
//! stays, and the next build mends the rest.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::thread;

use crate::fixture::Fixture;
use crate::fixture::cards::{CARDS, Cards, Files, signal, until};

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_whole_files_and_the_next_one_mends_the_rest() {
    let cards = Cards::new();
    let mut before = Files::new();
    for (round, number) in [0, 1, 3, 9, 17, CARDS].into_iter().enumerate() {
        for name in ["KILL", "INT"] {
            cards.say(&format!("Round {round} by {name}:"));
            let after = cards.fresh();
            let mut running = cards.start(&[]);
            if before.is_empty() {
                running.until_written(number);
            } else {
                until("documents are written", || {
                    let changed =
                        cards.files("out").into_iter().filter(|(file, bytes)| before.get(file) != Some(bytes));
                    running.has_ended() || changed.count() >= number
                });
            }
            running.signal(name, name == "INT");
            running.ended();
            cards.is_mended(&before, &after, &format!("{name} after {number}"));
            before = after;
        }
    }
}

#[test]
fn workers_go_with_the_build_whatever_they_are_doing() {
    for name in ["KILL", "INT", "TERM", "HUP"] {
        let cards = Cards::new();
        cards.say_without_end("It is");
        let mut running = cards.start(&["--jobs", "2"]);
        running.until_written(CARDS - 1);
        assert!(!cards.workers().is_empty(), "{name}: one is at work without end");
        assert!(running.signal(name, false));
        assert_eq!(running.ended().status.code(), None, "{name}: it was ended by the signal");
        cards.say("It is");
        cards.is_mended(&Files::new(), &cards.fresh(), name);
    }
}

#[test]
fn a_worker_that_is_killed_fails_its_document_and_no_other() {
    let cards = Cards::new();
    cards.say_without_end("It is");
    let mut running = cards.start(&["--jobs", "2"]);
    running.until_written(CARDS - 1);
    for worker in cards.workers() {
        signal("KILL", &worker);
    }
    let output = running.ended();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), errors.matches("error[").count()), (Some(1), 1), "{errors}");
    assert!(errors.contains("templates/card/card.typ"), "{errors}");
    cards.say("It is");
    let after = cards.fresh();
    // Other documents were made with the other template, to the same bytes; the manifest names one that failed.
    let mut failed = Files::new();
    failed.extend(cards.files("out").remove_entry("manifest.json"));
    assert!(String::from_utf8_lossy(&failed["manifest.json"]).contains("\"failed\""));
    cards.is_mended(&failed, &after, "a worker was killed");
}

#[test]
fn a_document_that_is_given_up_leaves_no_worker() {
    let cards = Cards::new();
    cards.say_without_end("It is");
    let run = cards.build(&["--deadline", "1"]);
    assert_eq!((run.code, cards.written()), (1, CARDS - 1), "{}", run.errors);
    until("no worker", || cards.workers().is_empty());
}

#[test]
fn of_two_builds_at_once_the_second_waits() {
    let cards = Cards::new();
    let mut first = cards.start(&[]);
    first.until_written(1);
    let id = first.id().to_string();
    // Where it is not done yet, it holds the folder until it goes on.
    let is_held = first.signal("STOP", false) && cards.fixture.read("out/.lock").trim() == id;
    let mut second = cards.start(&[]);
    let mut said = String::new();
    if is_held {
        BufReader::new(second.errors()).read_line(&mut said).expect("a line");
        assert!(said.contains("is being written to by another run") && said.contains(&id), "{said}");
        assert!(!second.has_ended());
    }
    first.signal("CONT", false);
    for (name, running) in [("first", first), ("second", second)] {
        let output = running.ended();
        assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
    assert!(cards.files("out") == cards.fresh());
}

#[test]
fn what_is_edited_while_a_build_waits_is_in_it() {
    for more in [&[][..], &["--only", "card"]] {
        let cards = Cards::new();
        fs::create_dir(cards.fixture.path("out")).expect("the folder can be made");
        let lock = fs::File::create(cards.fixture.path("out/.lock")).expect("the file can be made");
        lock.lock().expect("nobody else holds it");
        let mut running = cards.start(more);
        let mut errors = BufReader::new(running.errors());
        let mut said = String::new();
        errors.read_line(&mut said).expect("a line");
        assert!(said.contains("is being written to by another run"), "{said}");
        cards.fixture.replace("data/wells/well-03.yaml", "Well 3", "Pool 3");
        drop(lock);
        assert_eq!(running.ended().status.code(), Some(0));
        assert!(cards.files("out") == cards.fresh(), "{more:?}");
    }
}

#[test]
fn a_manifest_names_what_three_reports_at_once_have_written() {
    let fixture = Fixture::foreign();
    for name in ["one", "two", "three"] {
        let report = format!(
            "type: {{en: \"Card\"}}\ntemplate: card.typ\nfile: {name}\nfor-each: [well]\nsubject: [name]\nlanguages: [en]\n"
        );
        fixture.write(&format!("templates/{name}/report.yaml"), &report);
        fixture.write(
            &format!("templates/{name}/card.typ"),
            "#set document(title: \"x\")\n#json(\"/page.json\").subject.name\n",
        );
    }
    let codes: Vec<i32> = thread::scope(|scope| {
        let runs = ["one", "two", "three"].map(|name| scope.spawn(|| fixture.run(&["report", name])));
        runs.into_iter().map(|run| run.join().expect("it ends").code).collect()
    });
    assert_eq!(codes, [0, 0, 0]);
    let files: Files = fixture.files("out").into_iter().collect();
    assert_eq!(files.len(), 7);
    let manifest = String::from_utf8_lossy(&files["manifest.json"]);
    assert!(
        files.keys().filter(|name| !name.ends_with("manifest.json")).all(|name| manifest.contains(name.as_str())),
        "{manifest}"
    );
}

/// Builds, changes every card, and builds again where there is no place left: nothing but whole files, and a message that names one.
fn is_full(script: &str) {
    let cards = Cards::new();
    assert_eq!(cards.build(&[]).code, 0);
    let before = cards.files("out");
    cards.say("It was");
    let output = cards.build_in_shell(script);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains("out/"), "{errors}");
    cards.is_mended(&before, &cards.fresh(), script);
}

#[test]
fn a_disk_that_is_full_leaves_what_was_there() {
    is_full("trap '' XFSZ; ulimit -f 2; exec \"$0\" build");
}

#[test]
fn a_disk_that_becomes_full_leaves_what_was_there() {
    let cards = Cards::new();
    let script = "mkdir out && mount -t tmpfs -o size=200k none out || exit 99; \"$0\" build; code=$?; \
                  ls -A out/*; cp -r out copy; exit $code";
    let shell = format!(
        "unshare --mount --map-root-user true || exit 99; exec unshare --mount --map-root-user sh -c '{script}' \"$0\""
    );
    let output = cards.build_in_shell(&shell);
    if output.status.code() == Some(99) {
        // Here nobody but the administrator gives a folder a disk of its own.
        return;
    }
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    let after = cards.fresh();
    for (name, bytes) in cards.files("copy") {
        assert!(after.get(&name) == Some(&bytes), "{name}");
    }
    cards.has_no_leftovers("copy");
}

/// Runs a build for which what may not be written cannot be written, though the tests may be those of the administrator.
const WITHOUT_RIGHTS: &str = "if [ -w \"$1\" ]; then exec setpriv --bounding-set=-dac_override \"$0\" build";

#[test]
fn a_folder_that_cannot_be_written_to_is_named_and_stays_as_it_is() {
    let cards = Cards::new();
    assert_eq!(cards.build(&[]).code, 0);
    let before = cards.files("out");
    cards.say("It was");
    let out = cards.fixture.path("out");
    fs::set_permissions(&out, fs::Permissions::from_mode(0o555)).expect("its rights can be set");
    let script = format!("set -- out; {WITHOUT_RIGHTS}; else exec \"$0\" build; fi");
    let output = cards.build_in_shell(&script);
    fs::set_permissions(&out, fs::Permissions::from_mode(0o755)).expect("its rights can be set");
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains("/out"), "{errors}");
    assert!(cards.files("out") == before);
    cards.is_mended(&before, &cards.fresh(), "a folder without rights");
}

#[test]
fn a_cache_that_cannot_be_written_to_costs_time_and_nothing_else() {
    let cards = Cards::new();
    let after = cards.fresh();
    cards.fixture.write("cache", "a file");
    let cache = cards.fixture.path("cache").display().to_string();
    for round in ["first", "second"] {
        let run = cards.build(&["--cache", &cache]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{round}");
        assert!(cards.files("out") == after, "{round}");
    }
    assert_eq!(cards.fixture.read("cache"), "a file");
    let cache = cards.fixture.path("out/.cache");
    let _ = fs::remove_dir_all(&cache);
    fs::create_dir(&cache).expect("the folder can be made");
    fs::set_permissions(&cache, fs::Permissions::from_mode(0o555)).expect("its rights can be set");
    cards.say("It was");
    let script = format!("set -- out/.cache; {WITHOUT_RIGHTS}; else exec \"$0\" build; fi");
    let output = cards.build_in_shell(&script);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(cards.files("out") == cards.fresh());
    assert_eq!(fs::read_dir(&cache).expect("a folder").count(), 0);
}

#[test]
fn a_folder_that_goes_in_the_middle_is_told_and_made_again_by_the_next_build() {
    for number in [1, 5, 20] {
        let cards = Cards::new();
        let after = cards.fresh();
        let mut running = cards.start(&[]);
        running.until_written(number);
        let is_late = running.has_ended();
        fs::rename(cards.fixture.path("out"), cards.fixture.path("gone")).expect("the folder can be moved");
        let output = running.ended();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        // What is told as done is there.
        let is_done = output.status.code() == Some(0);
        assert!(is_done == cards.files("gone").contains_key("manifest.json") || is_late, "{number}: {errors}");
        assert!(is_done || (output.status.code() == Some(2) && errors.contains("out")), "{number}: {errors}");
        assert!(!cards.fixture.path("out").exists(), "{number}: nothing is written to another folder of this name");
        cards.is_mended(&Files::new(), &after, &format!("gone after {number}"));
    }
}
