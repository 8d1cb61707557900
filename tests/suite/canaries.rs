//! What an edition may not see is nowhere in it: secret words are planted all over a workspace and searched for in everything that is
//! made; and what is made is the same, byte for byte, whatever the secrets are and whether there are any.
//!
//! A few subjects are made here; `ALL_DOCUMENTS=1 cargo test canaries` makes the documents of all, and `SEED=<number>` plants others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use chancery::check::Checked;
use chancery::diag::{Diagnostic, Locale};
use chancery::driver::{self, BuildRequest, Timings, Typesetter, Views};
use chancery::emit::{OutputFolder, Part};
use chancery::render::Form;

use crate::fixture::planted::{self, CANARY, CANARY_ID, Plan, long, short};
use crate::fixture::remover::{Away, remove};
use crate::fixture::{Fixture, places, repository};

/// A secret that stands in no text of the shipped data: another version of a document, and a document about a secret event.
const REQUESTS: [&str; 2] = [
    "id: request-0\nreport: event-brief\nsubject: tashkent-conf-2022\nversion: 1\nstatus: draft\ndate: 2022-04-01\n",
    "id: request-1\nreport: event-brief\nsubject: tashkent-conf-2022\nversion: 2\nstatus: draft\nas-of: 2022-03-05\n\
     reference: QZXVK-2026-001\nto: {en: \"x\"}\nmarking: un/confidential\n",
];

/// Everything that was made.
#[derive(PartialEq, Eq)]
struct Made {
    /// The page data of every document, by the name of the document.
    pages: BTreeMap<String, String>,
    /// The files of the output folder, the manifest among them.
    files: BTreeMap<String, Vec<u8>>,
}

fn make(checked: &Checked, edition: &str, subjects: &[String]) -> Made {
    let typesetter = Typesetter::in_process(&checked.workspace.templates(), &checked.workspace.fonts());
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let mut pages = BTreeMap::new();
    let all = std::env::var_os("ALL_DOCUMENTS").is_some();
    for report in &checked.reports {
        let wanted =
            BuildRequest { report: report.name.clone(), edition: Some(edition.to_owned()), ..BuildRequest::default() };
        let views = Views::new(checked, &wanted).expect("there is such an edition");
        let mut jobs = driver::plan(&views, &wanted).expect("there is such a report");
        jobs.retain(|job| all || job.subject.is_none_or(|subject| subjects.contains(&subject.id)));
        for job in &jobs {
            let page = driver::page(job).unwrap_or_else(|faults| panic!("{edition}: {:?}", sentences(&faults)));
            pages.insert(job.name(), serde_json::to_string(&page.data).expect("JSON"));
        }
        let made = driver::make(checked, &typesetter, &jobs, &Timings::default(), Form::Pdf, || {});
        let made = made.unwrap_or_else(|failed| panic!("{edition}: {:#?}", sentences(&failed.diagnostics)));
        let out = OutputFolder::hold(folder.path(), Part::Whole, |_| {}).expect("the folder can be written");
        driver::write(made, &out).expect("the folder can be written");
    }
    let file = |entry: fs::DirEntry| {
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("a file"))
    };
    Made { pages, files: fs::read_dir(folder.path()).expect("a folder").flatten().map(file).collect() }
}

fn sentences(faults: &[Diagnostic]) -> Vec<String> {
    faults.iter().map(|fault| format!("{} {:?}", fault.sentence(Locale::En), fault.place)).collect()
}

/// Returns every place in which there is a canary.
fn canaries(made: &Made) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    for (name, page) in &made.pages {
        if places::holds(name.as_bytes(), CANARY_ID) {
            found.insert("names of documents");
        }
        if places::holds(page.as_bytes(), CANARY_ID) {
            found.insert("page data");
        }
    }
    for (name, bytes) in &made.files {
        if places::holds(name.as_bytes(), CANARY_ID) {
            found.insert("file names");
        }
        if name.contains(".pdf") {
            found.extend(places::holding(bytes, CANARY_ID, CANARY));
        } else if places::holds(bytes, CANARY_ID) {
            found.insert("manifest");
        }
    }
    found
}

/// Tells where two outputs differ, in few words.
fn differences(one: &Made, other: &Made) -> Vec<String> {
    let mut told = Vec::new();
    for name in one.pages.keys().chain(other.pages.keys()).collect::<BTreeSet<_>>() {
        let (a, b) = (one.pages.get(name), other.pages.get(name));
        if a != b {
            let (a, b) = (a.map_or("", String::as_str), b.map_or("", String::as_str));
            let at = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| {
                String::from_utf8_lossy(
                    &text.as_bytes()[at.saturating_sub(80).min(text.len())..(at + 120).min(text.len())],
                )
                .into_owned()
            };
            told.push(format!("{name}:\n  {}\n  {}", near(a), near(b)));
        }
    }
    for name in one.files.keys().chain(other.files.keys()).collect::<BTreeSet<_>>() {
        if one.files.get(name) != other.files.get(name) {
            told.push(format!("the file {name}"));
        }
    }
    told
}

fn seed() -> u64 {
    std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(3)
}

/// Plants secrets into the shipped workspace; returns the subjects to be made: those that may be seen, and a secret one.
fn plant(checked: &mut Checked, word: fn(usize) -> String, requests: &[&str]) -> Vec<String> {
    let plan = Plan { seed: seed(), high: "un/confidential", word, spared: &["tashkent-conf-2022"], requests };
    planted::plant(checked, &plan)
}

const SEEN: [&str; 3] = ["tashkent-conf-2022", "hlm-ashgabat-2011", "phase3-launch-ashgabat-2018"];

#[test]
fn no_secret_of_the_shipped_workspace_is_anywhere_in_the_public_edition() {
    let mut checked = planted::load(&repository(), "un/confidential", "{un: unclassified, tlp: clear}");
    let unmarked = Arc::clone(&checked.store);
    let mut subjects = plant(&mut checked, short, &REQUESTS);
    let events = |id: &String| checked.store.records.get(id).is_some_and(|record| record.kind == "event");
    subjects.retain(events);
    subjects.truncate(2);
    subjects.extend(SEEN.map(str::to_owned));

    let internal = make(&checked, "internal", &subjects);
    let compressed = |bytes: &[u8]| places::holding(bytes, "begincmap", "begincmap") == BTreeSet::from(["streams"]);
    assert!(internal.files.values().any(|bytes| bytes.starts_with(b"%PDF") && compressed(bytes)), "streams are opened");
    let internal = canaries(&internal);
    let everywhere = [
        "XMP",
        "alternatives",
        "bookmarks",
        "file names",
        "manifest",
        "names of documents",
        "page data",
        "properties",
        "raw bytes",
        "text",
    ];
    let blind: Vec<&str> = everywhere.into_iter().filter(|place| !internal.contains(place)).collect();
    assert!(blind.is_empty(), "the search finds canaries in {internal:?} and not in {blind:?}");

    let public = make(&checked, "public", &subjects);
    assert!(public.files.len() >= 5, "{:?}", public.files.keys());
    assert_eq!(canaries(&public), BTreeSet::new());

    checked.store = Arc::clone(&unmarked);
    plant(&mut checked, long, &[REQUESTS[0], &REQUESTS[1].replace("QZXVK-2026-001", "QZXVKLONGER-2026-01234")]);
    let other = make(&checked, "public", &subjects);
    assert!(other == public, "other secrets show: {:#?}", differences(&public, &other));

    checked.store = unmarked;
    plant(&mut checked, short, &REQUESTS);
    remove(&mut checked, &Away::Marked("un/confidential"));
    let without = make(&checked, "public", &subjects);
    assert!(without == public, "it shows whether there are secrets: {:#?}", differences(&public, &without));
}

/// The secrets of the other plan stand in files and are searched for in what the command makes and prints.
fn other_plan(secret: fn(usize) -> String) -> Fixture {
    let (fixture, id) = (Fixture::foreign(), |number| secret(number).to_lowercase().replace(' ', "-"));
    fixture.replace(
        "data/settings.yaml",
        "marking: paper/open",
        "marking: paper/open\neditions:\n  - id: internal\n  - id: public\n    highest: {paper: open}",
    );
    fixture.replace(
        "templates/ledger/ledger.typ",
        "== #well.name\n",
        "#heading(level: 2, well.name) #label(\"well-\" + well.id)\n",
    );
    fixture.replace(
        "templates/ledger/ledger.typ",
        "#set page",
        "#set document(title: ledger.document.title)\n#set page",
    );
    fixture.write(
        "data/sources/letter.yaml",
        &format!(
            "id: letter\npublisher: {{en: \"{}\"}}\ntitle: \"{}\"\nlanguage: [en]\nmarking: paper/closed\n",
            secret(1),
            secret(2)
        ),
    );
    let well = |id: &str, name: &str, rest: &str| {
        let text = format!("id: {id}\nname: {{en: \"{name}\"}}\nvillage: upper\ndug: 1990\ndepth: 2\n{rest}");
        fixture.write(&format!("data/wells/{id}.yaml"), &text);
    };
    well(&id(3), &secret(4), "marking: paper/closed\nsources: [letter, gazette]\n");
    well("third-well", "Third Well", "sources: [gazette, letter]\n");
    fixture.write(
        "data/requests/request-0.yaml",
        &format!(
            "id: request-0\nreport: ledger\nversion: 1\nstatus: draft\nreference: {}-2001-001\noffice: {{en: \"{}\"}}\n\
             marking: paper/closed\n",
            id(5).to_uppercase().replace('-', ""),
            secret(6)
        ),
    );
    fixture
}

#[test]
fn no_secret_of_another_plan_is_in_what_the_command_makes_and_prints() {
    let made = |fixture: &Fixture, edition: &str| {
        let report = fixture.run(&["report", "ledger", "--edition", edition, "--out", &format!("made/{edition}")]);
        let page = fixture.run(&["preview-data", "ledger", "--edition", edition, "--out", "-"]);
        assert_eq!((report.code, page.code), (0, 0), "{}{}", report.errors, page.errors);
        let told = [report.output, report.errors, page.errors].concat();
        let pages = BTreeMap::from([("ledger".to_owned(), page.output)]);
        (told, Made { pages, files: fixture.files(&format!("made/{edition}")).into_iter().collect() })
    };
    let fixture = other_plan(short);
    let (told, internal) = made(&fixture, "internal");
    assert!(places::holds(told.as_bytes(), CANARY), "warnings quote what is in the records: {told}");
    let found = canaries(&internal);
    for place in ["destinations", "bookmarks", "text", "raw bytes", "file names", "manifest", "page data"] {
        assert!(found.contains(place), "the search finds canaries in {found:?} and not in {place}");
    }
    let (told, public) = made(&fixture, "public");
    assert!(!places::holds(told.as_bytes(), CANARY_ID), "{told}");
    assert_eq!(canaries(&public), BTreeSet::new());

    let (other_told, other) = made(&other_plan(long), "public");
    assert_eq!(other_told, told);
    assert!(other == public, "other secrets show: {:#?}", differences(&public, &other));

    let without = other_plan(short);
    for path in [
        "data/sources/letter.yaml",
        "data/requests/request-0.yaml",
        &format!("data/wells/{}.yaml", short(3).to_lowercase()),
    ] {
        fs::remove_file(without.path(path)).expect("it was there");
    }
    without.replace("data/wells/third-well.yaml", "[gazette, letter]", "[gazette]");
    let (other_told, other) = made(&without, "public");
    assert_eq!(other_told, told);
    assert!(other == public, "it shows whether there are secrets: {:#?}", differences(&public, &other));
}

/// The other plan with readers of both levels, a version that went out, and one in which a secret is another.
fn handed_out() -> Fixture {
    let fixture = other_plan(short);
    fs::remove_file(fixture.path("data/requests/request-0.yaml")).expect("it was there");
    for report in ["cover-note", "recall-notice"] {
        let definition = format!(
            "type: {{en: \"Note\"}}\ntitle: {{en: \"Note\"}}\ntemplate: main.typ\nfile: {report}\nfor-each: [recipient]\nsubject: [name]\n\
             languages: [en]\nbuild: false\n"
        );
        fixture.write(&format!("templates/{report}/report.yaml"), &definition);
        let note = "#let page = json(\"/page.json\")\n#set document(title: page.document.title)\n#set text(lang: \"en\")\n= Note\n#repr(page)\n";
        fixture.write(&format!("templates/{report}/main.typ"), note);
    }
    let reader = |id: &str, level: &str, edition: &str, channel: &str| {
        let text = format!(
            "id: {id}\nname: {{en: \"Reader\"}}\nwants:\n  - report: ledger\nhighest: [paper/{level}]\nedition: {edition}\nchannel: {channel}\n\
             address: {id}@nowhere.example\n"
        );
        fixture.write(&format!("data/recipients/{id}.yaml"), &text);
    };
    reader("open-folder", "open", "public", "folder");
    reader("open-mail", "open", "public", "mail");
    reader("closed-folder", "closed", "internal", "folder");
    for (number, depth) in [(1, "~40"), (2, "~41")] {
        let request = format!(
            "id: wells-{number}\nreport: ledger\nreference: NOW-2001-007\nversion: {number}\nstatus: approved\ndate: 2001-02-03\nclearance:\n  \
             - {{step: approved, post: {{en: \"Head\"}}, date: 2001-02-02}}\n"
        );
        fixture.write(&format!("data/requests/wells-{number}.yaml"), &request);
        fixture.replace("data/wells/first-well.yaml", "~40", depth);
        let secret = format!("data/wells/{}.yaml", short(3).to_lowercase());
        fixture.replace(&secret, &format!("dug: 199{}", number - 1), &format!("dug: 199{number}"));
        fixture.commit();
        for arguments in [
            &["release", &format!("wells-{number}")][..],
            &["distribute", "--to", &format!("handed-{number}"), "--now", "2001-03-01"],
            &[
                "distribute",
                "--eml",
                &format!("mail-{number}"),
                "--from",
                "board@nowhere.example",
                "--now",
                "2001-03-01",
            ],
        ] {
            let run = fixture.run(arguments);
            assert_eq!(run.code, 0, "{arguments:?}: {}", run.errors);
        }
        fixture.commit();
    }
    fixture
}

/// Returns the places in which there is a canary, in a file that a reader is given.
fn in_file(name: &str, bytes: &[u8]) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    if places::holds(name.as_bytes(), CANARY_ID) {
        found.insert("file names");
    }
    let ending = std::path::Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending {
        "pdf" => found.extend(places::holding(bytes, CANARY_ID, CANARY)),
        "zip" => {
            let bounds = chancery::archive::Bounds { parts: 99, part_bytes: 1 << 24, all_bytes: 1 << 24 };
            let mut archive = chancery::archive::Archive::open(bytes, bounds).expect("an archive");
            let names: Vec<String> = archive.names().map(str::to_owned).collect();
            for name in names {
                let part = archive.part(&name).expect("a part").unwrap_or_default();
                found.extend(in_file(&name, &part));
            }
        }
        "eml" => {
            let message = mail_parser::MessageParser::default().parse(bytes).expect("a message");
            for part in &message.parts {
                let name = mail_parser::MimeHeaders::attachment_name(part).unwrap_or("body");
                found.extend(in_file(name, part.contents()));
            }
        }
        _ if places::holds(bytes, CANARY_ID) => _ = found.insert("text"),
        _ => {}
    }
    // Three letters can stand in a row by chance in what is packed.
    if places::holds(bytes, CANARY) {
        found.insert("raw bytes");
    }
    found
}

fn below(folder: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(below(&path));
        } else {
            all.push((path.to_string_lossy().into_owned(), fs::read(&path).expect("a file")));
        }
    }
    all
}

#[test]
fn no_secret_is_in_what_readers_of_a_lower_level_are_given() {
    let fixture = handed_out();
    let to = |name: &str| fixture.path(name);
    let run = fixture.run(&["site", "--to", "index", "--edition", "public"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let run = fixture.run(&[
        "recall",
        "NOW-2001-007",
        "--reason",
        "A depth is wrong.",
        "--to",
        "recalled",
        "--now",
        "2001-03-02",
    ]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let given = |reader: &str| {
        let folders = ["handed-1", "handed-2", "mail-1", "mail-2", "recalled"].map(to);
        let all = folders.iter().flat_map(|folder| below(folder));
        all.filter(|(path, _)| path.contains(reader)).collect::<Vec<_>>()
    };
    let found = |files: &[(String, Vec<u8>)]| -> BTreeSet<&'static str> {
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        files.iter().flat_map(|(path, bytes)| in_file(&name(path), bytes)).collect()
    };
    let closed = given("closed-folder");
    let seen = found(&closed);
    assert!(seen.contains("text") && seen.contains("bookmarks"), "the search finds canaries: {seen:?}");
    let (folders, mail) = (given("open-folder"), given("open-mail"));
    assert!(folders.len() >= 14 && mail.len() == 2, "{} {}", folders.len(), mail.len());
    for (path, bytes) in &folders {
        let seen = in_file(path.rsplit('/').next().unwrap_or_default(), bytes);
        assert_eq!(seen, BTreeSet::new(), "{path}");
    }
    assert_eq!(found(&mail), BTreeSet::new());
    // The index and the ledger are read by many.
    let index = below(&to("index"));
    assert!(index.len() > 5);
    assert_eq!(found(&index), BTreeSet::new());
    let ledger = fs::read(to("data/register/deliveries.jsonl")).expect("the ledger");
    assert!(!places::holds(&ledger, CANARY_ID), "the ledger names no records that documents print");
}
