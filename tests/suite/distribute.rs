//! What was released reaches those who are to have it: the plan, the folders, what changed since the copy that somebody has, numbered copies,
//! and what is called back.

use std::fs;

use chancery::digest;
use serde_json::Value as Json;

use crate::fixture::text_layer::{joined, pages};
use crate::fixture::{APPROVED, Fixture};

/// A document that says what it covers.
const NOTE: &str = "#let page = json(\"/page.json\")
#set document(title: page.document.title)
#set text(lang: page.document.lang)
= #page.document.title
#for it in page.delivery.documents [
  #it.reference #it.version #it.file

  #if it.since != none [since #it.since.version: #it.since.facts.map(fact => fact.new).join(\", \")]
]
#if page.delivery.recall != none [because #page.delivery.recall]
";

/// Returns the files below a folder of the workspace, by their paths from there.
fn files(fixture: &Fixture, relative: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(fixture.path(relative)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            let below = files(fixture, &format!("{relative}/{name}"));
            found.extend(below.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.push((name, fs::read(entry.path()).expect("the file can be read")));
        }
    }
    found.sort();
    found
}

fn recipient(id: &str, more: &str) -> String {
    format!(
        "id: {id}\nname: {{en: \"Reader {id} of Nowhere\"}}\nwants:\n  - report: ledger\nhighest: [paper/open]\nchannel: folder\n{more}"
    )
}

/// A workspace with recipients, from which a version went out, with everything committed.
fn workspace(recipients: &[(&str, &str)]) -> Fixture {
    let fixture = Fixture::foreign();
    for (report, title) in [("cover-note", "What you are sent"), ("recall-notice", "What is called back")] {
        let definition = format!(
            "type: {{en: \"Note\"}}\ntitle: {{en: \"{title}\"}}\ntemplate: main.typ\nfile: {report}\nfor-each: [recipient]\nsubject: [name]\nlanguages: [en]\nbuild: false\n"
        );
        fixture.write(&format!("templates/{report}/report.yaml"), &definition);
        fixture.write(&format!("templates/{report}/main.typ"), NOTE);
    }
    for (id, more) in recipients {
        fixture.write(&format!("data/recipients/{id}.yaml"), &recipient(id, more));
    }
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    release(&fixture, "wells-1");
    fixture
}

fn release(fixture: &Fixture, request: &str) {
    fixture.commit();
    let run = fixture.run(&["release", request]);
    assert_eq!(run.code, 0, "{}", run.errors);
    fixture.commit();
}

/// The second version, in which a depth is another one.
fn second(fixture: &Fixture, revision: &str) {
    let request =
        APPROVED.replace("wells-1", "wells-2").replace("version: 1", &format!("version: 2\nrevision: {revision}"));
    fixture.write("data/requests/wells-2.yaml", &request);
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    release(fixture, "wells-2");
}

fn planned(fixture: &Fixture) -> Vec<(String, String, String)> {
    let run = fixture.run(&["distribute", "--json", "--now", "2001-03-01"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let lines: Json = serde_json::from_str(&run.output).expect("JSON");
    let text = |line: &Json, field: &str| line[field].as_str().unwrap_or_default().to_owned();
    let lines = lines.as_array().expect("lines").iter();
    lines.map(|line| (text(line, "recipient"), text(line, "state"), text(line, "reason"))).collect()
}

fn states(fixture: &Fixture) -> Vec<(String, String)> {
    planned(fixture).into_iter().map(|(recipient, state, _)| (recipient, state)).collect()
}

fn hand_over(fixture: &Fixture, to: &str) -> String {
    let to = fixture.path(to);
    let run = fixture.run(&["distribute", "--to", to.to_str().expect("a path"), "--now", "2001-03-01"]);
    assert_eq!(run.code, 0, "{} {}", run.output, run.errors);
    run.output
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn the_plan_says_for_each_what_he_is_to_have_and_why_not() {
    let fixture = workspace(&[
        ("reader-a", ""),
        ("reader-b", "from: 2002-01-01\n"),
        ("reader-c", "until: 2000-12\n"),
        ("reader-d", "languages: [ru]\n"),
        ("reader-e", ""),
        ("reader-f", ""),
    ]);
    let path = |id: &str| format!("data/recipients/{id}.yaml");
    fixture.replace(&path("reader-e"), "highest: [paper/open]\n", "");
    fixture.replace(&path("reader-f"), "  - report: ledger", "  - report: ledger\n    subjects: []");
    assert_eq!(fixture.run(&["distribute"]).code, 1, "an empty list is a fault");
    fixture.replace(&path("reader-f"), "\n    subjects: []", "");
    let found: Vec<_> = planned(&fixture).into_iter().map(|(_, state, reason)| (state, reason)).collect();
    let refused = |reason: &str| ("refused".to_owned(), reason.to_owned());
    let new = ("new".to_owned(), String::new());
    let [a, f] = [new.clone(), new];
    assert_eq!(found, [a, refused("not-yet"), refused("no-more"), refused("no-language"), refused("no-highest"), f]);
    let run = fixture.run(&["distribute", "--now", "2001-03-01"]);
    assert_eq!(run.code, 0, "refusals are told and are no fault");
    assert!(run.output.contains("recipients: 6; new: 2, changed: 0, already there: 0"), "{}", run.output);
    assert!(run.output.contains("refused: 4"), "{}", run.output);
    assert!(run.output.contains("first of the recipient's languages"), "{}", run.output);
    assert!(!fixture.path("data/register/deliveries.jsonl").exists(), "a dry run touches nothing");
    // A version that is written again is a draft: the one that went out stays what is sent.
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    assert_eq!(states(&fixture)[0], ("reader-a".to_owned(), "new".to_owned()));
}

#[test]
fn nothing_above_the_highest_level_and_nothing_that_was_not_released_goes_out() {
    let fixture = workspace(&[("reader-a", "")]);
    fixture.replace("data/requests/wells-1.yaml", "status: released", "status: withdrawn");
    assert_eq!(planned(&fixture)[0].2, "withdrawn");
    fixture.replace("data/requests/wells-1.yaml", "status: withdrawn", "status: superseded");
    assert_eq!(planned(&fixture)[0].2, "superseded", "whoever writes so by hand is heard");
    let fixture = Fixture::foreign();
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    fixture.write("data/recipients/reader-a.yaml", &recipient("reader-a", ""));
    assert_eq!(planned(&fixture)[0].2, "not-released");
    fixture.write(
        "data/requests/wells-1.yaml",
        &APPROVED.replace("date: 2001-02-03\n", "date: 2001-02-03\nmarking: paper/closed\n"),
    );
    release(&fixture, "wells-1");
    assert_eq!(planned(&fixture)[0].2, "too-high");
    fixture.replace("data/recipients/reader-a.yaml", "paper/open", "paper/closed");
    assert_eq!(planned(&fixture)[0].1, "new");
}

#[test]
fn a_document_that_prints_what_was_marked_higher_since_goes_to_nobody_who_may_not_see_it() {
    let fixture = workspace(&[("reader-a", ""), ("reader-b", "")]);
    fixture.replace("data/recipients/reader-b.yaml", "paper/open", "paper/closed");
    assert_eq!(states(&fixture), pairs(&[("reader-a", "new"), ("reader-b", "new")]));
    let first = fixture.read("data/wells/first-well.yaml");
    fixture.replace("data/wells/first-well.yaml", "sources:", "marking: paper/closed\nsources:");
    let refused = ("reader-a".to_owned(), "refused".to_owned(), "prints-too-high".to_owned());
    let other = ("reader-b".to_owned(), "new".to_owned(), String::new());
    assert_eq!(planned(&fixture), [refused.clone(), other.clone()]);
    let run = fixture.run(&["distribute", "--now", "2001-03-01"]);
    assert!(run.output.contains("above what the recipient may see by now: first-well"), "{}", run.output);
    hand_over(&fixture, "handed");
    let handed = files(&fixture, "handed");
    assert!(handed.iter().all(|(name, _)| !name.starts_with("reader-a")), "nothing of it reaches the one");
    assert!(handed.iter().any(|(name, _)| name.starts_with("reader-b/") && name.contains("_ledger_")));
    // A source of it weighs as much as the record.
    fixture.write("data/wells/first-well.yaml", &first);
    fixture.replace("data/sources/gazette.yaml", "id: gazette", "marking: paper/closed\nid: gazette");
    assert_eq!(planned(&fixture)[0], refused);
}

#[test]
fn a_folder_and_an_archive_hold_the_same_with_their_sums_and_are_the_same_each_time() {
    let fixture = workspace(&[("reader-a", ""), ("reader-b", "")]);
    let output = hand_over(&fixture, "handed");
    assert_eq!(output.matches("documents: 1").count(), 2, "{output}");
    let handed = files(&fixture, "handed");
    let read = |name: &str| handed.iter().find(|(own, _)| own == name).map(|(_, bytes)| bytes.clone()).expect("a file");
    let sums = String::from_utf8(read("reader-a/SHA256SUMS")).expect("text");
    assert_eq!(sums.lines().count(), 3, "{sums}");
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        assert_eq!(digest::of(read(&format!("reader-a/{name}"))), sum, "{name}");
    }
    let archive = read("reader-a.zip");
    let bounds = chancery::archive::Bounds { parts: 9, part_bytes: 1 << 20, all_bytes: 1 << 20 };
    let mut archive = chancery::archive::Archive::open(&archive, bounds).expect("an archive");
    let names: Vec<String> = archive.names().map(str::to_owned).collect();
    assert_eq!(names.len(), 4);
    for name in names {
        assert_eq!(archive.part(&name).expect("a part"), Some(read(&format!("reader-a/{name}"))));
    }
    let list: Json = serde_json::from_slice(&read("reader-a/documents.json")).expect("JSON");
    assert_eq!(list["documents"][0]["reference"], "NOW-2001-007");
    // Everybody has it now, and nothing is due.
    assert_eq!(states(&fixture), pairs(&[("reader-a", "has"), ("reader-b", "has")]));
    assert!(hand_over(&fixture, "handed").contains("by folder nothing is due"));
    // Made anew from the same, without what was released lying about, it is the same to the byte.
    fs::remove_dir_all(fixture.path("released")).expect("it goes");
    fs::remove_file(fixture.path("data/register/deliveries.jsonl")).expect("it goes");
    hand_over(&fixture, "again");
    assert_eq!(handed, files(&fixture, "again"));
}

#[test]
fn whoever_has_an_earlier_version_is_told_what_changed_since() {
    let fixture = workspace(&[("reader-a", ""), ("reader-b", "from: 2001-04-01\n")]);
    hand_over(&fixture, "first");
    second(&fixture, "Rev.1");
    assert_eq!(states(&fixture), pairs(&[("reader-a", "changed"), ("reader-b", "refused")]));
    let run = fixture.run(&["distribute", "--now", "2001-05-01"]);
    assert!(run.output.contains("has v01: facts changed: 1"), "{}", run.output);
    assert!(run.output.contains("First Well · Depth, metres: 40 → 41"), "{}", run.output);
    let new = |run: &str| run.matches("  new ").count();
    assert_eq!(new(&run.output), 1, "whoever has none is new: {}", run.output);
    hand_over(&fixture, "second");
    let list: Json = serde_json::from_str(&fixture.read("second/reader-a/documents.json")).expect("JSON");
    let document = &list["documents"][0];
    assert_eq!((&document["version"], &document["replaces"]["version"]), (&"v02".into(), &"v01".into()));
    assert_eq!(document["since"]["facts"][0]["new"], "41");
    let note = files(&fixture, "second/reader-a").into_iter().find(|(name, _)| name.contains("cover-note"));
    let text = joined(&pages(note.expect("a note").1).concat());
    assert!(text.contains("since v01: 41"), "{text}");
}

#[test]
fn a_ledger_that_nobody_committed_keeps_no_release_back() {
    let fixture = workspace(&[("reader-a", "")]);
    hand_over(&fixture, "handed");
    fixture.write(
        "data/requests/wells-2.yaml",
        &APPROVED.replace("wells-1", "wells-2").replace("version: 1", "version: 2"),
    );
    fixture.git(&["add", "data/requests"]);
    fixture.git(&["commit", "--quiet", "--message", "the next version"]);
    let run = fixture.run(&["release", "wells-2"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert_eq!(states(&fixture), pairs(&[("reader-a", "changed")]));
}

#[test]
fn a_correction_goes_to_those_who_hold_what_it_corrects_beside_it() {
    let fixture = workspace(&[("reader-a", "")]);
    hand_over(&fixture, "first");
    second(&fixture, "Corr.1");
    // The first version stays in force and is held; the correction is sent as what changes it.
    let both = pairs(&[("reader-a", "has"), ("reader-a", "changed")]);
    assert_eq!(states(&fixture), both);
    // Also where it is wanted no more.
    fixture.replace("data/recipients/reader-a.yaml", "wants:\n  - report: ledger\n", "");
    assert_eq!(states(&fixture), both);
}

#[test]
fn copies_carry_their_numbers_and_keep_them() {
    let fixture = workspace(&[("reader-a", ""), ("reader-b", "")]);
    let template = fixture.read("templates/ledger/ledger.typ");
    let line = "\n#let data = json(\"/page.json\")\n#if data.document.copy != none [Copy #data.document.copy.number for #data.document.copy.recipient]\n";
    fixture.write("templates/ledger/ledger.typ", &(template + line));
    fixture.replace("data/marking-schemes/paper.yaml", "{id: open,", "{id: open, copies: true,");
    second(&fixture, "Rev.1");
    hand_over(&fixture, "handed");
    let copy = |folder: &str, reader: &str, number: u32| {
        let files = files(&fixture, &format!("{folder}/{reader}"));
        let file = files.into_iter().find(|(name, _)| name.ends_with(&format!("_v02-released_copy-{number:03}.pdf")));
        file.unwrap_or_else(|| panic!("copy {number} of {reader}")).1
    };
    let (first, other) = (copy("handed", "reader-a", 1), copy("handed", "reader-b", 2));
    let text = joined(&pages(other.clone()).concat());
    assert!(text.contains("Copy 2 for Reader reader-b of Nowhere"), "{text}");
    assert_ne!(first, other);
    let ledger = fixture.read("data/register/deliveries.jsonl");
    assert!(ledger.contains(&digest::of(&other)) && ledger.contains("\"copy\":2"), "{ledger}");
    // Whose it is stands in the ledger, so that it is proved like any other.
    let path = "handed/reader-b/2001-02-03_NOW-2001-007_ledger_en_v02-released_copy-002.pdf";
    let run = fixture.run(&["verify", path]);
    assert_eq!((run.code, run.output.contains("is what was released")), (0, true), "{} {}", run.output, run.errors);
    assert!(fixture.run(&["verify", "handed/reader-b"]).output.contains("made again 1"));
    let mut other_bytes = other.clone();
    other_bytes.push(b'%');
    fs::write(fixture.path(path), other_bytes).expect("it can be written");
    assert_eq!(fixture.run(&["verify", path]).code, 1);
    // A further reader gets the next number, wherever its name stands in the alphabet; the copies are made again to the byte.
    fixture.write("data/recipients/reader-0.yaml", &recipient("reader-0", ""));
    hand_over(&fixture, "later");
    copy("later", "reader-0", 3);
    fs::remove_file(fixture.path("data/register/deliveries.jsonl")).expect("it goes");
    fs::remove_file(fixture.path("data/recipients/reader-0.yaml")).expect("it goes");
    hand_over(&fixture, "again");
    assert_eq!(copy("again", "reader-b", 2), other);
}

#[test]
fn a_recall_reaches_those_who_hold_it_and_nobody_else() {
    let fixture = workspace(&[("reader-a", ""), ("reader-b", ""), ("reader-c", "from: 2002-01-01\n")]);
    hand_over(&fixture, "handed");
    let recall = |more: &[&str]| {
        let run = fixture
            .run(&[&["recall", "NOW-2001-007", "--reason", "a depth is wrong", "--now", "2001-03-02"], more].concat());
        assert_eq!(run.code, 0, "{} {}", run.output, run.errors);
        run.output
    };
    let listed = recall(&[]);
    assert!(listed.contains("reader-a") && listed.contains("reader-b") && !listed.contains("reader-c"), "{listed}");
    assert!(fixture.read("data/requests/wells-1.yaml").contains("status: released"), "listing changes nothing");
    let to = fixture.path("recalled");
    recall(&["--to", to.to_str().expect("a path")]);
    assert!(fixture.read("data/requests/wells-1.yaml").contains("status: withdrawn"));
    let files = files(&fixture, "recalled");
    assert!(
        files.iter().all(|(name, _)| !name.contains("reader-c") && !name.contains("_ledger_")),
        "no document goes out"
    );
    let (_, note) = files
        .iter()
        .find(|(name, _)| name.starts_with("reader-b/") && name.contains("_recall-notice_"))
        .expect("a note");
    let text = joined(&pages(note.clone()).concat());
    assert!(text.contains("because a depth is wrong") && text.contains("NOW-2001-007 v01"), "{text}");
    assert_eq!(planned(&fixture).iter().filter(|(.., reason)| reason == "withdrawn").count(), 3);
    assert!(recall(&["--to", to.to_str().expect("a path")]).contains("by folder nothing is due"), "each is told once");
}

#[test]
fn a_ledger_that_was_touched_is_found_and_nothing_is_sent_on_its_strength() {
    let fixture = workspace(&[("reader-a", ""), ("reader-b", "")]);
    hand_over(&fixture, "handed");
    let run = fixture.run(&["ledger", "verify"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("is as it was written: lines: 2"), "{}", run.output);
    let head = run.output.trim().rsplit(' ').next().expect("a digest").to_owned();
    let shown = fixture.run(&["ledger", "show", "--recipient", "reader-b"]);
    assert_eq!(shown.output.lines().count(), 1, "{}", shown.output);
    assert!(shown.output.contains("delivered reader-b now-2001-007-v01"), "{}", shown.output);
    let whole = fixture.read("data/register/deliveries.jsonl");
    let one = whole.lines().next().expect("a line").to_owned() + "\n";
    fixture.write("data/register/deliveries.jsonl", &one);
    assert_eq!(fixture.run(&["ledger", "verify"]).code, 0, "a shorter chain is whole");
    let run = fixture.run(&["ledger", "verify", "--head", &head]);
    assert_eq!(run.code, 1, "who noted its end knows better: {}", run.output);
    fixture.write("data/register/deliveries.jsonl", &whole.replace("reader-a", "reader-z"));
    let run = fixture.run(&["ledger", "verify"]);
    assert_eq!((run.code, run.output.contains("line 1 was edited")), (1, true), "{}", run.output);
    let run = fixture.run(&["distribute", "--to", fixture.path("more").to_str().expect("a path")]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("line 1 was edited"), "{}", run.errors);
    assert!(!fixture.path("more").exists());
}

#[test]
fn ready_messages_are_written_and_what_did_not_arrive_is_entered() {
    let fixture = workspace(&[("reader-a", "address: reader@nowhere.example\n")]);
    fixture.replace("data/recipients/reader-a.yaml", "channel: folder", "channel: mail");
    let to = fixture.path("mail");
    let arguments = [
        "distribute",
        "--eml",
        to.to_str().expect("a path"),
        "--from",
        "Board <board@nowhere.example>",
        "--now",
        "2001-03-01",
    ];
    let run = fixture.run(&arguments);
    assert_eq!(run.code, 0, "{} {}", run.output, run.errors);
    let message = fixture.read("mail/reader-a-1.eml");
    let headers = message.split_once("\r\n\r\n").expect("a head").0.to_owned();
    for line in [
        "From: Board <board@nowhere.example>",
        "Subject: OPEN =?utf-8?b?wrc=?= Wells of Nowhere (NOW-2001-007 v01)",
        "Date: Thu, 01 Mar 2001 00:00:00 +0000",
        "Auto-Submitted: auto-generated",
    ] {
        assert!(headers.contains(line), "{line} in\n{headers}");
    }
    let (_, id) = headers.split_once("Message-ID: <").expect("a name");
    let id = id.split('>').next().expect("its end");
    assert!(fixture.read("data/register/deliveries.jsonl").contains(id), "{id}");
    assert_eq!(states(&fixture), pairs(&[("reader-a", "has")]));
    let bounce = format!(
        "From: mailer@nowhere.example\nSubject: failed\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; nowhere.example\n\nFinal-Recipient: rfc822; reader@nowhere.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{id}>\n\n--b--\n"
    );
    fixture.write("bounce.eml", &bounce);
    let file = fixture.path("bounce.eml");
    let run = fixture.run(&["ledger", "import-dsn", file.to_str().expect("a path"), "--now", "2001-03-02"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("did not arrive: 1"), "{}", run.output);
    let run = fixture.run(&["distribute", "--now", "2001-03-02"]);
    assert!(run.output.contains("failed   NOW-2001-007 v01") && run.output.contains("5.1.1"), "{}", run.output);
    // It is sent again only when somebody says so, and under the name that it had.
    fs::remove_dir_all(&to).expect("it goes");
    fixture.run(&arguments);
    assert!(!to.join("reader-a-1.eml").exists());
    let run = fixture.run(&[&arguments[..], &["--resume", "resend"]].concat());
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(fixture.read("mail/reader-a-1.eml").contains(id));
}

#[test]
fn wrong_use_is_told_in_words() {
    let fixture = workspace(&[("reader-a", "")]);
    for (arguments, told) in [
        (&["distribute", "--recipient", "nobody"][..], "there is no recipient “nobody”; there are: reader-a"),
        (&["distribute", "--document", "NOW-1"][..], "is called “NOW-1”"),
        (&["distribute", "--to", "data"][..], "belongs to what documents are made from"),
        (&["recall", "NOW-1", "--reason", "x"][..], "is called “NOW-1”"),
        (&["distribute", "--send", "--smtp", "http://x", "--from", "a@b.example"][..], "is no mail server"),
        (
            &["distribute", "--send", "--smtp", "smtps://me:secret@x", "--from", "a@b.example"][..],
            "does not belong into",
        ),
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.errors);
        assert!(run.errors.contains(told), "{arguments:?}: {}", run.errors);
        assert!(!run.errors.contains("secret"), "{}", run.errors);
    }
}
