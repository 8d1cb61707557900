//! Whatever `check` accepts, the templates print: shipped records with odd texts in every field that takes a text.
//!
//! `ROUNDS=50 cargo test --test tests accepted` goes on for longer, with other texts in each round.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use arbtest::arbitrary::{Result, Unstructured};
use chancery::check::check;
use chancery::diag::Severity;
use chancery::format::made;
use chancery::load::{Workspace, load};
use chancery::record::{Node, Value};
use chancery::schema::Shape;
use chancery::store::{Typed, walk};

use crate::fixture::Fixture;

/// Rounds where nobody asks for more.
const ROUNDS: u64 = 2;

/// Pieces of long texts: Markdown that is printed, Markdown that is refused, and signs that mean something to Typst.
const MARKDOWN: &[&str] = &[
    "*emphasis*",
    "**strong**",
    "***both***",
    "*a **b** c*",
    "[@s01]",
    "[@s01; @s02]",
    "([@s01])",
    " [@s01].",
    "[@s01],[@s02]",
    "[words](https://example.org)",
    "[*words* [@s01]](https://example.org)",
    "<https://мвд.рф/а б>",
    "<https://мвд.рф/а>",
    "<desk@example.org>",
    "[](https://example.org)",
    "[x]()",
    "[x](../x)",
    "\n\n",
    "\n",
    "  \n",
    "\\\n",
    "\n- ",
    "\n\n- ",
    "\n  - ",
    "\n\n1. ",
    "\n\n2) ",
    "\n\n2019. ",
    "\n\n   ",
    "\n# ",
    "`code`",
    "~~",
    "2*3*4",
    "2\\*3",
    "&amp;",
    "&nbsp;",
    "&#65;",
    "[a]",
    "(b)",
];

/// Pieces of any text.
const ODD: &[&str] = &[
    "word",
    "слово",
    "Heiß",
    "Қазақстан",
    "oʻzbek",
    "№ 7",
    "5 %",
    "#let x = 1",
    "#x",
    "$a$",
    "@ref",
    "<label>",
    "_a_",
    "*a*",
    "= Head",
    "- a",
    "+ b",
    "/ c: d",
    "// e",
    "/* f */",
    "\\",
    "\\u{41}",
    "\"",
    "'",
    "’",
    "«а»",
    "“b”",
    "~",
    "--",
    "---",
    "…",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "|",
    "^",
    "`",
    "http://a.b",
    "https://",
    "www.un.org",
    "a@b.org",
    "2019. ",
    " ",
    " ",
    " ",
    "x-y",
    "A/RES/60/288",
    ";",
    ":",
    ",",
    ".",
    "!",
    "?",
    "0",
    "1",
    "−",
    "–",
];

#[test]
fn whatever_is_accepted_is_printed() {
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    for round in 1..=rounds {
        let fixture = Fixture::shipped();
        for report in ["anniversary", "event-brief"] {
            let path = format!("templates/{report}/report.yaml");
            let text = fs::read_to_string(fixture.path(&path)).expect("a definition");
            let limit = text.lines().find(|line| line.starts_with("limit:")).expect("a limit").to_owned();
            fixture.replace(&path, &limit, "limit: 900");
        }
        let bytes = noise(round);
        let changed = spoil(&fixture, &mut Unstructured::new(&bytes)).expect("enough noise");
        let left = settle(&fixture, &changed);
        assert!(left * 4 > changed.len(), "{left} of {} files are accepted", changed.len());
        assert_printed(&fixture, round);
    }
}

fn assert_printed(fixture: &Fixture, round: u64) {
    let mut events: Vec<String> = fs::read_dir(fixture.path("data/events"))
        .expect("events")
        .flatten()
        .map(|entry| entry.path().file_stem().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    events.sort();
    let from = usize::try_from(round).unwrap_or_default() * 5 % (events.len() - 5);
    let briefs = events[from..from + 5].iter().map(String::as_str);
    for arguments in [vec!["report", "anniversary"], ["report", "event-brief"].into_iter().chain(briefs).collect()] {
        let run = fixture.run(&arguments);
        assert_eq!(run.code, 0, "round {round}, {arguments:?}: {}", run.errors);
    }
}

/// Returns bytes that are the same for a round each time.
fn noise(round: u64) -> Vec<u8> {
    let mut state = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..200_000).flat_map(|_| next()).collect()
}

/// Puts odd texts into a third of the fields that take a text; returns the files with what they held.
fn spoil(fixture: &Fixture, u: &mut Unstructured<'_>) -> Result<BTreeMap<PathBuf, String>> {
    let result = check(load(Workspace { root: fixture.path("") }));
    let mut before = BTreeMap::new();
    for record in result.store.records.iter() {
        let kind = result.store.kind(record);
        let mut fields: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
        walk(&record.root, &kind.object, &mut |visit| match visit.value {
            Typed::Localized { markdown } => {
                fields.extend(visit.node.entries().iter().map(|entry| (entry.value.span.range(), markdown)));
            }
            Typed::Text(_) => {
                let free =
                    visit.field().is_some_and(|field| matches!(field.shape.element(), Shape::Text { pattern: None }));
                fields.extend(free.then(|| (visit.node.span.range(), false)));
            }
            _ => {}
        });
        let mut texts = BTreeMap::new();
        for (range, markdown) in fields {
            if u.ratio(1, 3)? {
                texts.insert((range.start, range.end), text(u, markdown)?);
            }
        }
        let path = result.files.path(record.file).to_path_buf();
        let alone = result.store.records.iter().filter(|other| other.file == record.file).count() == 1;
        if alone && !texts.is_empty() {
            let mut root = record.root.clone();
            put(&mut root, &texts);
            before.insert(path.clone(), result.files.text(record.file).to_owned());
            fixture.write(&path.to_string_lossy(), &made(&[root], Some(kind)));
        }
    }
    Ok(before)
}

fn text(u: &mut Unstructured<'_>, markdown: bool) -> Result<String> {
    let mut out = String::from("a ");
    for _ in 0..u.int_in_range(1..=8)? {
        let pieces = if markdown && u.ratio(1, 2)? { MARKDOWN } else { ODD };
        out.push_str(u.choose(pieces)?);
        if u.ratio(1, 2)? {
            out.push(' ');
        }
    }
    Ok(if u.ratio(1, 4)? { out.split_off(2) } else { out }.trim().to_owned())
}

fn put(node: &mut Node, texts: &BTreeMap<(usize, usize), String>) {
    let range = node.span.range();
    match &mut node.value {
        Value::Scalar(scalar) => {
            if let Some(text) = texts.get(&(range.start, range.end)) {
                scalar.text = text.as_str().into();
                scalar.plain = false;
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| put(item, texts)),
        Value::Map(entries) => entries.iter_mut().for_each(|entry| put(&mut entry.value, texts)),
        Value::Unreadable => {}
    }
}

/// Gives back what they held to the files that are refused; returns how many are left as they were made.
fn settle(fixture: &Fixture, before: &BTreeMap<PathBuf, String>) -> usize {
    let mut back = BTreeSet::new();
    for _ in 0..5 {
        let result = check(load(Workspace { root: fixture.path("") }));
        let errors = result.diagnostics.iter().filter(|fault| fault.severity == Severity::Error);
        let refused: BTreeSet<PathBuf> =
            errors.filter_map(|fault| Some(result.files.path(fault.place.as_ref()?.file).to_path_buf())).collect();
        if refused.is_empty() {
            break;
        }
        for path in refused {
            if let Some(text) = before.get(&path) {
                fixture.write(&path.to_string_lossy(), text);
            }
            back.insert(path);
        }
    }
    before.keys().filter(|path| !back.contains(*path)).count()
}
