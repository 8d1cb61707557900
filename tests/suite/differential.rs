//! `build` makes only what changed, and never leaves what is stale: after any edit the folder is, byte for byte, what a build from nothing
//! gives, and exactly the documents were made that had to be.
//!
//! A few rounds of edits are made here; `SEED=7 ROUNDS=500 cargo test --test tests differential -- --nocapture` makes others, and counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value as Json;

use crate::fixture::Run;
use crate::fixture::editable::{Editable, PARTS, Part};

const SEED: u64 = 1;
const ROUNDS: u64 = 40;

/// The folders of the editions.
const EDITIONS: [&str; 2] = ["", "public/"];

/// The cache keeps so many documents that differ in their templates alone.
const KEPT: usize = 4;

/// The files of a folder: what is called so, below the folders of the editions.
type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn every_build_gives_what_a_build_from_nothing_gives_and_makes_no_more() {
    let number = |name: &str, usual| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let mut rounds = Rounds::new(number("SEED", SEED));
    rounds.build("the first build");
    for round in 1..=number("ROUNDS", ROUNDS) {
        let edit = rounds.edit();
        rounds.build(&format!("round {round}: {edit}"));
    }
    println!("{:?}", rounds.figures);
    assert!(rounds.figures.made > 0 && rounds.figures.put_back > 0 && rounds.figures.unchanged > 0);
}

/// What happened in all rounds.
#[derive(Debug, Default)]
struct Figures {
    builds: usize,
    refused: usize,
    with_failures: usize,
    with_withdrawals: usize,
    made: usize,
    put_back: usize,
    unchanged: usize,
    failed: usize,
    /// Documents of which the cache need not have kept what was made.
    either: usize,
}

/// What became of the documents of a build, by its lines.
#[derive(Default)]
struct Outcomes {
    made: BTreeSet<String>,
    put_back: BTreeSet<String>,
    unchanged: BTreeSet<String>,
    failed: BTreeSet<String>,
}

/// When something was made, and when it was last made or used.
#[derive(Clone, Copy)]
struct Times {
    made: usize,
    used: usize,
}

struct Rounds {
    editable: Editable,
    random: u64,
    /// What was made, by all that the cache knows it by but the templates.
    history: BTreeMap<String, BTreeMap<String, Times>>,
    /// How the parts were written that have been edited since the last build without faults.
    edited: Vec<(&'static Part, usize)>,
    figures: Figures,
}

impl Rounds {
    fn new(seed: u64) -> Self {
        let random = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let (editable, history, figures) = (Editable::new(), BTreeMap::new(), Figures::default());
        Self { editable, random, history, edited: Vec::new(), figures }
    }

    /// Returns a number below another.
    fn below(&mut self, end: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random >> 33).expect("31 bits") % end
    }

    /// Edits parts, most often one, or takes edits back after which there were faults; returns what was done.
    fn edit(&mut self) -> String {
        let mut told = Vec::new();
        if !self.edited.is_empty() && self.below(4) > 0 {
            for (part, way) in std::mem::take(&mut self.edited).into_iter().rev() {
                self.editable.set(part, way);
                told.push(format!("{} back to {way}", part.name));
            }
        }
        let number = if told.is_empty() { 1 + self.below(5) / 3 } else { self.below(2) };
        for _ in 0..number {
            let part = &PARTS[self.below(PARTS.len())];
            self.edited.push((part, self.editable.way(part)));
            let by = 1 + self.below(Editable::ways(part) - 1);
            self.editable.edit(part, by);
            told.push(format!("{} to {}", part.name, self.editable.way(part)));
        }
        if self.below(5) == 0 {
            told.extend(self.harm());
        }
        told.join(", ")
    }

    /// Changes or removes a document in the output folder.
    fn harm(&mut self) -> Option<String> {
        let documents: Vec<String> =
            self.files("out").into_keys().filter(|name| !name.ends_with("manifest.json")).collect();
        let name = documents.get(self.below(documents.len().max(1)))?.clone();
        let path = self.editable.fixture.path(&format!("out/{name}"));
        if self.below(2) == 0 {
            fs::remove_file(path).expect("the document can be removed");
        } else {
            fs::write(path, "x").expect("the document can be written");
        }
        Some(format!("{name} harmed"))
    }

    fn files(&self, folder: &str) -> Files {
        let mut files = Files::new();
        for edition in EDITIONS {
            for entry in fs::read_dir(self.editable.fixture.path(folder).join(edition)).into_iter().flatten().flatten()
            {
                let name = entry.file_name().to_string_lossy().into_owned();
                assert!(!name.starts_with(".chancery-"), "{name} was left");
                if entry.path().is_file() && !name.starts_with('.') {
                    files.insert(format!("{edition}{name}"), fs::read(entry.path()).expect("a file"));
                }
            }
        }
        files
    }

    fn build(&mut self, round: &str) {
        let before = self.files("out");
        let promised = (self.below(4) == 0).then(|| self.run(&["--check"]));
        let jobs = ["1", "2", "3"][self.below(3)];
        let run = self.run(&["--jobs", jobs]);
        let after = self.files("out");
        let fresh = self.editable.fixture.path("fresh");
        let _ = fs::remove_dir_all(&fresh);
        let expected = self.run(&["--out", &fresh.display().to_string()]);
        let fresh = self.files("fresh");
        self.figures.builds += 1;
        assert_eq!((run.code, &run.errors), (expected.code, &expected.errors), "{round}");
        if expected.code == 0 {
            self.edited.clear();
        }
        if fresh.is_empty() {
            self.figures.refused += 1;
            assert!(run.code == 1 && after == before, "{round}: something was written though there are faults");
            return;
        }
        let is_exact = same(&after, &fresh, round);
        let outcomes = self.outcomes(&run, &fresh, round);
        self.had_to_be(&outcomes, &before, &fresh, round);
        if let Some(promised) = promised {
            let named: BTreeSet<String> = lines(&promised, "to be made: …/out/").collect();
            let all = [&outcomes.made, &outcomes.put_back, &outcomes.failed].into_iter().flatten();
            assert_eq!(named, all.cloned().collect(), "{round}: what --check named");
        }
        self.figures.with_failures += usize::from(run.code == 1);
        self.figures.with_withdrawals += usize::from(!is_exact && run.code == 0);
        if run.code == 0 && self.below(3) == 0 {
            assert_eq!(self.run(&["--check"]).code, 0, "{round}: right after a build");
            self.run(&["--prune"]);
            assert!(same(&self.files("out"), &fresh, round), "{round}: without what was withdrawn");
        }
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.editable.fixture.run(&[&["build"], arguments].concat())
    }

    /// Returns what became of each document. Where nothing had changed, none is named.
    fn outcomes(&mut self, run: &Run, fresh: &Files, round: &str) -> Outcomes {
        let of = |words: &str| lines(run, &format!("{words}: …/out/")).collect();
        let mut outcomes = Outcomes {
            made: of("made"),
            put_back: of("made before, put back"),
            unchanged: of("unchanged"),
            failed: of("failed"),
        };
        let all: BTreeSet<String> = documents(fresh).into_keys().collect();
        if run.output.contains("nothing changed") {
            outcomes.unchanged.clone_from(&all);
        }
        let Outcomes { made, put_back, unchanged, failed } = &outcomes;
        let named: Vec<&String> = [made, put_back, unchanged, failed].into_iter().flatten().collect();
        assert_eq!(named.len(), all.len(), "{round}: {}", run.output);
        assert_eq!(named.into_iter().cloned().collect::<BTreeSet<_>>(), all, "{round}");
        self.figures.made += made.len();
        self.figures.put_back += put_back.len();
        self.figures.unchanged += unchanged.len();
        self.figures.failed += failed.len();
        outcomes
    }

    /// What was never made in this state is made; what was is not, as far as the cache must have kept it; what was as it should be stays.
    fn had_to_be(&mut self, outcomes: &Outcomes, before: &Files, fresh: &Files, round: &str) {
        let now = self.figures.builds;
        for (name, document) in documents(fresh) {
            let state = document["state"].as_str().expect("a state");
            assert_eq!(outcomes.failed.contains(&name), state == "failed", "{round}: {name}");
            if state == "failed" {
                continue;
            }
            let from = &document["made-from"];
            let key = format!("{} {} {}", document["edition"], from["page-data"], from["fonts"]);
            let state = format!("{} {}", from["templates"], document["sha256"]);
            let kept = self.history.entry(key).or_default();
            let earlier = kept.get(&state).copied();
            let is_made = outcomes.made.contains(&name);
            match earlier {
                None => assert!(is_made, "{round}: {name} was never made like this"),
                Some(times) if kept.values().filter(|other| other.used > times.made).count() < KEPT => {
                    assert!(!is_made, "{round}: {name} was made like this before");
                }
                Some(_) => self.figures.either += 1,
            }
            let was_right = before.get(&name) == fresh.get(&name);
            assert!(is_made || was_right == outcomes.unchanged.contains(&name), "{round}: {name}");
            let made = earlier.filter(|_| !is_made).map_or(now, |times| times.made);
            kept.insert(state, Times { made, used: now });
        }
    }
}

/// Returns what the lines of a build with these words at their beginning name.
fn lines(run: &Run, words: &str) -> impl Iterator<Item = String> {
    run.output.lines().filter_map(move |line| line.strip_prefix(words)).map(str::to_owned)
}

/// Returns what the manifests of all editions say of each document.
fn documents(files: &Files) -> BTreeMap<String, Json> {
    let mut documents = BTreeMap::new();
    for edition in EDITIONS {
        let manifest = files.get(&format!("{edition}manifest.json")).expect("a manifest");
        let manifest: Json = serde_json::from_slice(manifest).expect("JSON");
        for document in manifest["documents"].as_array().expect("documents") {
            let file = document["file"].as_str().expect("a file");
            documents.insert(format!("{edition}{file}"), document.clone());
        }
    }
    documents
}

/// Compares the files of a build with those of one from nothing. Returns whether they are the same to the byte, which they need not be only
/// where documents cannot be made, whose earlier files stay, or are no longer asked for.
fn same(files: &Files, fresh: &Files, round: &str) -> bool {
    let (all, expected) = (documents(files), documents(fresh));
    for (name, document) in &expected {
        let found = all.get(name).unwrap_or_else(|| panic!("{round}: {name} is not in the manifest"));
        if document["state"] == "current" {
            assert_eq!(found, document, "{round}: {name}");
            assert!(files.get(name) == fresh.get(name), "{round}: the bytes of {name}");
            assert!(files.contains_key(name), "{round}: {name} is there");
        } else {
            let state = if files.contains_key(name) { "stale" } else { "failed" };
            assert_eq!((&found["state"], &found["faults"]), (&state.into(), &document["faults"]), "{round}: {name}");
        }
    }
    let more: Vec<&Json> = all.iter().filter(|(name, _)| !expected.contains_key(*name)).map(|(_, more)| more).collect();
    assert!(more.iter().all(|document| document["state"] == "withdrawn"), "{round}: {more:?}");
    let is_exact = more.is_empty() && expected.values().all(|document| document["state"] == "current");
    assert!(!is_exact || files == fresh, "{round}: {:?}", files.keys().collect::<Vec<_>>());
    is_exact
}
