//! Texts as they are read: places, faults, and what is left out.

use super::*;
use crate::diag::Files;

fn parse(text: &str) -> (Vec<Node>, Vec<String>) {
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    let Read { documents: nodes, faults, .. } = read(text, file);
    (nodes, faults.iter().map(|f| f.code().to_owned()).collect())
}

#[test]
fn an_anchor_after_a_wide_space_is_refused_at_its_place() {
    let mut files = Files::default();
    let text = "a: &b c\nd:\u{a0}&e f\n\"g\": \u{2003}&h {}\n";
    let file = files.add("t.yaml".into(), text.into());
    let refused = read(text, file).faults.into_iter().filter(|fault| fault.is(codes::YAML_ALIAS));
    let words: Vec<&str> = refused.filter_map(|fault| text.get(fault.place?.range)).collect();
    assert!(words.contains(&"&b") && words.iter().all(|word| word.starts_with('&')), "{words:?}");
}

#[test]
fn read_knows_the_bytes_of_keys_and_values() {
    let text = "id: имя\nlist: [a, \"b c\"]\nblock:\n  - x: |\n      long\n";
    let (nodes, faults) = parse(text);
    assert!(faults.is_empty(), "{faults:?}");
    let at = |pointer: &str| &text[nodes[0].at(pointer).unwrap().span.range()];
    assert_eq!(at("/id"), "имя");
    assert_eq!(at("/list"), "[a, \"b c\"]");
    assert_eq!(at("/list/1"), "\"b c\"");
    assert!(at("/block/0/x").ends_with("long"), "{:?}", at("/block/0/x"));
    let entry = nodes[0].entry("list").unwrap();
    assert_eq!(&text[entry.key_span.range()], "list");
}

#[test]
fn read_reports_equal_keys_and_keeps_the_first() {
    let (nodes, faults) = parse("a: 1\na: 2\n");
    assert_eq!(faults, ["key-twice"]);
    assert_eq!(nodes[0].get("a").unwrap().text(), Some("1"));
}

#[test]
fn read_refuses_aliases_without_following_them() {
    let (nodes, faults) = parse("a: &x [1]\nb: *x\n");
    assert_eq!(faults, ["yaml-alias", "yaml-alias"]);
    assert!(nodes[0].get("b").unwrap().is_unread());
}

#[test]
fn read_survives_deep_nesting() {
    let (_, faults) = parse(&"[".repeat(100_000));
    assert_eq!(faults, ["yaml-too-deep"]);
    let (_, faults) = parse(&"- ".repeat(50_000));
    assert_eq!(faults, ["yaml-too-deep"]);
    let (_, faults) = parse(&format!("a: {}", "[\n ".repeat(100_000)));
    assert_eq!(faults, ["yaml-too-deep"]);
}

#[test]
fn read_takes_comments_between_brackets_wherever_they_begin() {
    let (nodes, faults) = parse("a:\n  b: [x,\n# a comment\n    y]\nc: 1\n");
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(nodes[0].get("a").unwrap().get("b").unwrap().items().len(), 2);
}

#[test]
fn read_finds_the_record_below_stray_lines() {
    let (nodes, faults) = parse("Уважаемые коллеги!\nПрошу внести.\n\nid: x\nb: 1\n");
    assert_eq!(faults, ["colon-missing", "colon-missing"]);
    assert!(nodes[0].get("id").is_some() && nodes[0].get("b").is_some());
}

#[test]
fn read_reports_an_entry_without_its_hyphen_once() {
    let (nodes, faults) = parse("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\nd: 5\n");
    assert_eq!(faults, ["dash-missing"]);
    assert!(nodes[0].get("d").is_some());
    assert_eq!(parse("a: 1\nb: 2\na: 3\n").1, ["key-twice"]);
}

#[test]
fn read_reports_the_quote_before_the_next_field_at_its_beginning() {
    let text = "a: {en: \"One, ru: \"Два\"}\n";
    let file = Files::default().add("t.yaml".into(), text.into());
    let read = read(text, file);
    assert_eq!(read.faults.len(), 1);
    assert_eq!(read.faults[0].place.as_ref().unwrap().range, 8..9);
    assert_eq!(read.documents[0].get("a").unwrap().get("ru").unwrap().text(), Some("Два"));
}

#[test]
fn read_reports_whole_letters() {
    let text = "a: {\"\"ш}\n";
    let file = Files::default().add("t.yaml".into(), text.into());
    let faults = read(text, file).faults;
    assert!(!faults.is_empty());
    assert!(faults.iter().all(|fault| text.get(fault.place.clone().unwrap().range).is_some()), "{faults:?}");
}

#[test]
fn read_refuses_lines_that_nobody_wrote() {
    assert!(parse(&format!("a: \"{}\"\nb: 1\n", "x ".repeat(49_000))).1.is_empty());
    let (nodes, faults) = parse(&format!("a: 1\nb: \"{}\"\n", "x ".repeat(51_000)));
    assert!(nodes.is_empty() && faults == ["line-too-long"], "{faults:?}");
}

#[test]
fn read_gives_every_document() {
    assert_eq!(parse("a: 1\n---\na: 2\n").0.len(), 2);
}
