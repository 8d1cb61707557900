//! Slips of the hand, each with its code, its place, and the text as it was meant.

use super::mend;
use crate::diag::{Files, Tongue, repair};

/// Returns the codes with the words at their places, and the text as it is read.
fn read(text: &str) -> (Vec<String>, String) {
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    let mended = mend(text, file);
    let told = mended.faults.iter().map(|fault| {
        let range = fault.place.clone().expect("a place").range;
        format!("{} {}", fault.code(), text[range].escape_debug())
    });
    (told.collect(), repair::apply(text, &mended.edits).expect("edits in order"))
}

fn slip(text: &str, told: &str, meant: &str) {
    let (codes, read) = read(text);
    assert_eq!((codes.join("; ").as_str(), read.as_str()), (told, meant), "{text}");
}

#[test]
fn right_records_are_left_alone() {
    for text in [
        "id: a\nname: {en: \"A: b\", ru: 'it''s'}\nlist: [a, b]\n",
        "a:\n  - b: 1\n    c: 2\n  - d\nb: |\n  x: y\n\t tab\n\n  - z\nc: >-\n  folded: text\nd: e\n",
        "a:\n- b\n- c\nd: x\n",
        "a: \"one\n  two\"\nb: plain\n  goes on\nc: https://example.org/x\nd: 12:30\n",
        "a: {b: [1, 2],\n    c: \"x\"}\nd: [\n  e,\n  f\n]\n",
        "---\na: 1\n...\n---\nb: 2\n",
        "# comment\na: b # comment\n\n  # comment\nc: d\n",
        "{\"$schema\": \"http://x\", \"a\": {\"b\": [1, 2]}}\n",
        "- a: 1\n  b: 2\n- c: 3\n",
        "- \"a\u{a0}\\\" : b\"\n- 'a\u{a0}'' : b'\n",
        "a: -5\nb: - \n",
        "address: http://a.b/c#d\nx: a#b\n",
        "- {value: 12, text: {en: \"Twelve.\"}, sources: [gazette]}\n",
    ] {
        let (codes, read) = read(text);
        let expected: Vec<String> = if text.contains("b: - ") { vec!["sign-at-start -".to_owned()] } else { vec![] };
        assert_eq!(codes, expected, "{text}");
        assert!(!expected.is_empty() || read == text, "{text}");
    }
}

#[test]
fn slips_of_the_hand_are_told_and_read_as_meant() {
    slip("a: B: c\n", "colon-in-text B: c", "a: \"B: c\"\n");
    slip("a:\n\tb: c\n", "tab-indent \\t", "a:\n  b: c\n");
    slip("a:\u{a0}b\nc: d\n", "space-invisible \\u{a0}", "a: b\nc: d\n");
    slip("a: “B: c”\n", "quotes-curly “B: c”", "a: \"“B: c”\"\n");
    slip("a: {en: «B, c», ru: x}\n", "quotes-curly «B, c»", "a: {en: \"«B, c»\", ru: x}\n");
    slip("id: x\na:b\n", "colon-without-space :", "id: x\na: b\n");
    slip("a: {en:\"x\"}\n", "colon-without-space en:", "a: {en: \"x\"}\n");
    slip("id: x\na\u{ff1a} b\n", "colon-look-alike \u{ff1a}", "id: x\na: b\n");
    slip("id: x\na b\n", "colon-missing a b", "id: x\na: b\n");
    slip("a:\n  -b\n  - c\n", "dash-without-space -", "a:\n  - b\n  - c\n");
    slip("a:\n  – b\n  — c\n", "dash-look-alike –; dash-look-alike —", "a:\n  - b\n  - c\n");
    slip("a: \"b\nc: d\n", "quote-not-closed \\\"", "a: \"b\"\nc: d\n");
    slip("a: {en: \"b}\nc: d\n", "quote-not-closed \\\"", "a: {en: \"b\"}\nc: d\n");
    slip("a: \"b\" c\n", "text-after-quote \\\"b\\\" c", "a: '\"b\" c'\n");
    slip("a: \"the \"b\" c\"\n", "text-after-quote \\\"the \\\"b\\\" c\\\"", "a: 'the \"b\" c'\n");
    slip("a: 'b's c'\n", "text-after-quote \\'b\\'s c\\'", "a: \"b's c\"\n");
    slip("a: {b: \"c \"d\" e\", f: g}\n", "text-after-quote \\\"c \\\"d\\\" e\\\"", "a: {b: 'c \"d\" e', f: g}\n");
    slip("a: \"C:\\data\"\n", "escape-unknown \\\\d", "a: \"C:\\\\data\"\n");
    slip("a: %10\n", "sign-at-start %10", "a: \"%10\"\n");
    slip("a: *Joint* plan\n", "sign-at-start *Joint* plan", "a: \"*Joint* plan\"\n");
    slip("a: [Draft] plan\n", "sign-at-start [Draft] plan", "a: \"[Draft] plan\"\n");
    slip("a: [b, c\nd: e\n", "bracket-not-closed [", "a: [b, c]\nd: e\n");
    slip("a: {b: #c\nd: e\n", "bracket-not-closed {", "a: {b:} #c\nd: e\n");
    slip("a: [b, # c\n  # d\ne: f\n", "bracket-not-closed [", "a: [b], # c\n  # d\ne: f\n");
    slip("a: [b], # c\nd: e\n", "comma-stray ,", "a: [b] # c\nd: e\n");
    slip("a: {b: [c, d}\n", "bracket-not-closed [", "a: {b: [c, d]}\n");
    slip("a: {b: \"c\" d: \"e\"}\n", "comma-missing  ", "a: {b: \"c\", d: \"e\"}\n");
    slip("a: \"b\",\nc: d\n", "comma-stray ,", "a: \"b\"\nc: d\n");
    slip("a:\n    b: c\n  d: e\n", "indent-wrong   ", "a:\n    b: c\n    d: e\n");
    slip("a: b\n  c: d\n  e: f\n", "indent-wrong   ", "a: b\nc: d\ne: f\n");
    slip("<<<<<<< x\na: b\n=======\na: c\n>>>>>>> y\nd: e\n", "merge-conflict <<<<<<< x", "\na: b\n\nd: e\n");
    slip("a: b\u{8}c\n", "character-control \\u{8}", "a: bc\n");
    slip("a\u{200b}: b\n", "character-invisible a\\u{200b}", "a: b\n");
}

#[test]
fn every_fault_has_words_in_every_language() {
    let text = "a: B: c\nd: \"e\nf: @g\n";
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    for fault in mend(text, file).faults {
        for tongue in Tongue::ALL {
            assert!(!fault.sentence(tongue).contains(['{', '}']), "{}", fault.sentence(tongue));
        }
    }
}
