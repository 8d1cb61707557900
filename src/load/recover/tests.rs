//! Slips of the hand, each with its code, its place, and the text as it was meant.

use super::recover;
use crate::diag::{Diagnostic, Files, Fix, Locale, fix};

/// Returns the codes with the words at their places, and the text as it is read.
fn read(text: &str) -> (Vec<String>, String) {
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    let recovered = recover(text, file);
    let words = |fault: &Diagnostic| text[fault.place.clone().expect("a place").range].escape_debug().to_string();
    let reported = recovered.faults.iter().map(|fault| format!("{} {}", fault.code(), words(fault)));
    (reported.collect(), fix::apply(text, &recovered.edits).expect("edits in order"))
}

/// Returns which of the faults have a fix that is certain.
fn certain(text: &str) -> Vec<bool> {
    let file = Files::default().add("t.yaml".into(), text.into());
    recover(text, file).faults.iter().map(|fault| fault.fix.as_ref().is_some_and(Fix::is_automatic)).collect()
}

fn slip(text: &str, reported: &str, meant: &str) {
    let (codes, read) = read(text);
    assert_eq!((codes.join("; ").as_str(), read.as_str()), (reported, meant), "{text}");
}

#[test]
fn right_records_are_left_alone() {
    for text in [
        "id: a\nname: {en: \"A: b\", ru: 'it''s'}\nlist: [a, b]\n",
        "a:\n  - b: 1\n    c: 2\n  - d\nb: |\n  x: y\n  \t tab\n\n  - z\nc: >-\n  folded: text\nd: e\n",
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
fn slips_of_the_hand_are_reported_and_read_as_meant() {
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
fn quotes_within_a_text_keep_their_partners() {
    slip("a: \"B\" and \"C\"\n", "text-after-quote \\\"B\\\" and \\\"C\\\"", "a: '\"B\" and \"C\"'\n");
    slip("a: \"B \"c\"\"\n", "text-after-quote \\\"B \\\"c\\\"\\\"", "a: 'B \"c\"'\n");
    slip("a: {b: \"C\" and \"D\"}\n", "text-after-quote \\\"C\\\" and \\\"D\\\"", "a: {b: '\"C\" and \"D\"'}\n");
    slip(
        "a: \"2022-03-03\" - \"2022-03-04\"\n",
        "dates-in-quotes \\\"2022-03-03\\\" - \\\"2022-03-04\\\"",
        "a: 2022-03-03/2022-03-04\n",
    );
    assert_eq!(certain("a: \"B\" and \"C\"\nb: \"the \"c\" d\"\n"), [true, true]);
    assert_eq!(certain("a: \"B\" C\" D\nb: \"2022\" - \"2023\"\n"), [false, false]);
}

#[test]
fn fields_without_their_signs_are_read_as_fields() {
    let meant = "a: b\nc: {d: \"E\"}\n";
    for (written, code) in [
        ("c {", "colon-missing c {d: \\\"E\\\"}"),
        ("c; {", "colon-look-alike ;"),
        ("c = {", "colon-look-alike  ="),
        ("c - {", "colon-look-alike  -"),
        ("c： {", "colon-look-alike ："),
    ] {
        let text = meant.replace("c: {", written);
        slip(&text, code, meant);
        assert_eq!(certain(&text), [true], "{text}");
    }
    slip("a: b: \"C\", d: \"E\"\n", "braces-missing b: \\\"C\\\", d: \\\"E\\\"", "a: {b: \"C\", d: \"E\"}\n");
    slip("a: (b: \"C\")\n", "braces-missing (b: \\\"C\\\")", "a: {b: \"C\"}\n");
    slip("a: b: \"C\"}\n", "braces-missing b: \\\"C\\\"}", "a: {b: \"C\"}\n");
    slip("a: b: c-1\n", "braces-missing b: c-1", "a: {b: c-1}\n");
    slip("a:\n  b: \"C\", d: \"E\"\n", "fields-on-one-line \\\"C\\\", d: \\\"E\\\"", "a:\n  b: \"C\"\n  d: \"E\"\n");
    assert_eq!(certain("a: b: c-1\nd: e: f\ng: H: i\n"), [false, false, true]);
    assert_eq!(certain("a: @b\nc: @b d\n"), [false, true]);
}

#[test]
fn commas_between_brackets_are_mended_one_by_one() {
    slip("a: {b: \"C\"; d: e}\n", "comma-meant ;", "a: {b: \"C\", d: e}\n");
    slip("a: {b: c; d: e}\n", "comma-meant ;", "a: {b: c, d: e}\n");
    slip("a: [b\u{a0}, c]\n", "space-invisible \\u{a0}", "a: [b, c]\n");
    slip("a: [b,, c]\n", "comma-twice ,", "a: [b, c]\n");
    slip("a: [b, , c]\n", "comma-twice ,", "a: [b, c]\n");
    slip("a: [, b]\n", "comma-twice ,", "a: [b]\n");
    slip("a: {b: , c: d,}\n", "", "a: {b: , c: d,}\n");
    slip("a: {b:\u{a0}}\n", "space-invisible \\u{a0}", "a: {b: }\n");
    slip("a: b, c]\n", "bracket-not-opened ]", "a: [b, c]\n");
    slip("a: {b: \"C\" and D, e: \"f\"}\n", "text-after-quote \\\"C\\\" and D", "a: {b: '\"C\" and D', e: \"f\"}\n");
}

#[test]
fn a_block_of_text_keeps_its_lines() {
    slip("a: | B c\n  d: e\nf: g\n", "text-beside-sign | B c", "a: |\n  B c\n  d: e\nf: g\n");
    slip("a:\n  b: >- C\nd: e\n", "text-beside-sign >- C", "a:\n  b: >-\n    C\nd: e\n");
    slip("a: > 5\n", "sign-at-start > 5", "a: \"> 5\"\n");
    slip("a:\n  b: |\n    C\n\tD e\n  f: g\n", "tab-indent \\t", "a:\n  b: |\n    C\n    D e\n  f: g\n");
    let meant = "a:\n  b: |\n    C d.\n\n    The e: f, g.\n  h: i\n";
    for indent in ["  ", ""] {
        let text = meant.replace("    The", &format!("{indent}The"));
        let (reported, read) = read(&text);
        assert!(reported.len() == 1 && reported[0].starts_with("text-outdented"), "{reported:?}");
        assert_eq!(read, meant);
    }
    slip("a: |\n  b\nc d\n", "colon-missing c d", "a: |\n  b\nc: d\n");
}

#[test]
fn a_tab_stands_for_the_indent_of_its_neighbours() {
    slip("a:\n  - b: c\n\td: e\n    f: g\n", "tab-indent \\t", "a:\n  - b: c\n    d: e\n    f: g\n");
    slip(
        "a:\n\tb:\n\t\tc: d\n\te: f\n",
        "tab-indent \\t; tab-indent \\t\\t; tab-indent \\t",
        "a:\n  b:\n    c: d\n  e: f\n",
    );
    slip("a:\n\tb: c\n    d: e\n", "tab-indent \\t", "a:\n    b: c\n    d: e\n");
}

#[test]
fn an_indent_that_slipped_is_reported_once_and_at_its_line() {
    let meant = "a:\n  - b: c\n    d: e\n    f: g\n";
    for (wrong, right) in [("  d", "    d"), ("   d", "    d"), ("d", "    d")] {
        let text = meant.replace("    d", wrong);
        let (reported, read) = read(&text);
        assert!(reported.len() == 1 && reported[0].starts_with("indent-wrong"), "{text}{reported:?}");
        assert_eq!(read, text.replacen(&format!("\n{wrong}"), &format!("\n{right}"), 1));
    }
    slip(" a: b\nc: d\ne: f\n", "indent-wrong  ", "a: b\nc: d\ne: f\n");
    slip("a:\n{b: c}\nd: e\n", "indent-wrong {", "a:\n  {b: c}\nd: e\n");
    slip(
        "a: {b: \"c\"}\n  d: \"e\"\n  f: \"g\"\nh: i\n",
        "field-below-braces d: \\\"e\\\"",
        "a: {b: \"c\", d: \"e\", f: \"g\"}\nh: i\n",
    );
    slip("-\u{a0}a: b\n  c: d\n", "space-invisible \\u{a0}", "- a: b\n  c: d\n");
}

#[test]
fn quotes_and_signs_that_lack_a_partner_are_reported() {
    slip("a: {b: \"C”, d: \"e\"}\n", "quote-not-closed \\\"", "a: {b: \"C\", d: \"e\"}\n");
    slip("a: \"C”\nd: e\n", "quote-not-closed \\\"", "a: \"C\"\nd: e\n");
    slip("a: \"“C”\nd: e\n", "quote-not-closed \\\"", "a: \"“C”\"\nd: e\n");
    slip("a: \"\nb: c\n", "quote-not-closed \\\"", &format!("a: \"{}\"\nb: c\n", super::PLACEHOLDER));
    slip("a: &Joint plan\n", "sign-at-start &Joint plan", "a: \"&Joint plan\"\n");
    slip("a: #Joint plan\nb: c\n", "sign-at-start #Joint plan", "a: \"#Joint plan\"\nb: c\n");
    slip("a: \"C:\\data\\wells\"\n", "escape-unknown \\\\d", "a: \"C:\\\\data\\\\wells\"\n");
    slip("a: {b:\"c\", d:\"e\"}\n", "colon-without-space b:", "a: {b: \"c\", d: \"e\"}\n");
    assert_eq!(certain("a: \"C:\\data\\new\"\n"), [false]);
    for (text, code, corrected) in [
        ("a: Joint plan\"\n", "quote-alone \\\"", "a: \"Joint plan\""),
        ("a: “Joint plan\"\n", "quote-alone \\\"", "a: “Joint plan”"),
        ("a: {b: Joint plan\"}\n", "quote-alone \\\"", "a: {b: \"Joint plan\"}"),
        ("a: Plan # 3\n", "comment-or-text # 3", "a: \"Plan # 3\""),
        ("a:\n  b\n\n  c\n", "paragraphs-joined b", "a: |"),
        ("a: b\n\n  c\n", "paragraphs-joined b", "a: |"),
    ] {
        slip(text, code, text);
        let file = Files::default().add("t.yaml".into(), text.into());
        let fix = recover(text, file).faults.pop().and_then(|fault| fault.fix).expect("a repair");
        assert!(!fix.is_automatic() && fix.corrected(text).expect("lines").1[0] == corrected, "{text}");
    }
    for right in [
        "a: 5\" pipe\n",
        "a: b # c 3\n",
        "a: b # 3\n",
        "a: 2001 # 3 c\n",
        "a: #b\n\n  # c\n  d: e\n",
        "a:\n  - see [1] for b\n  - see {b} c\n",
        "a:\n  see [1] c\n",
        "a: #\n  b: c\n",
        "a: b\n  c\n\nd: e\n",
        "a: \"b\n\n  c\"\n",
    ] {
        slip(right, "", right);
    }
}

#[test]
fn lines_that_are_no_fields_are_read_as_notes() {
    slip("a: b\nAsk Anna for it\n", "note-stray Ask Anna for it", "a: b\n# Ask Anna for it\n");
    slip("```yaml\na: b\n```\n", "fence-stray ```yaml", "\na: b\n\n");
    slip("a: b\n/* c */\n", "comment-sign /* c */", "a: b\n# c\n");
    slip("a: b\n<!-- c -->\n", "comment-sign <!-- c -->", "a: b\n# c\n");
}

#[test]
fn spoiled_texts_are_reported_at_whole_letters_and_come_to_an_end() {
    let texts = [
        "id: a\nname: {en: \"B c\", ru: \"Д\"}\nlist:\n  - of: d\n    seen: [e, f]\n    text: |\n      G h.\n\n      I j.\nk: l\n",
        "a:\n- b: 'c'\n  d: >-\n    E f\n    g\n- h: [i,\n    j]\nk: {l: m,\n  n: \"o\"}\n",
    ];
    let signs = [
        "\n", "\t", "  ", " ", "\"", "'", "”", "«", "{", "}", "[", "]", "(", ",", ";", ":", ": ", "：", "-", "- ", "|",
        ">", "#", "# 3", "&x ", "@", "\u{a0}", "Ж", "x ", "\\", "```", "/*", "\r\n",
    ];
    let mut state = 1u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    for round in 0..4000 {
        let mut text = texts[round % 2].to_owned();
        for _ in 0..=round % 3 {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = places[next(places.len())];
            let end = places[next(places.len())].clamp(at, at + 6);
            let end = (at..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(at);
            text.replace_range(at..end, signs[next(signs.len())]);
        }
        let mut rounds = 0;
        for _ in 0..60 {
            let file = Files::default().add("t.yaml".into(), (*text).into());
            let recovered = recover(&text, file);
            assert!(fix::apply(&text, &recovered.edits).is_some(), "{text:?}");
            let reported = recovered.faults.iter().filter_map(|fault| fault.place.clone());
            reported.for_each(|place| assert!(text.get(place.range.clone()).is_some(), "{place:?} {text:?}"));
            let fixes = recovered.faults.iter().filter_map(|fault| fault.fix.as_ref());
            fixes.clone().for_each(|fix| assert!(fix::apply(&text, &fix.edits).is_some(), "{text:?}"));
            let Some(fix) = fixes.clone().find(|fix| fix.is_automatic()) else {
                rounds = 0;
                break;
            };
            text = fix::apply(&text, &fix.edits).expect("the edits fit");
            rounds += 1;
        }
        assert_eq!(rounds, 0, "{text:?}");
    }
}

#[test]
fn every_fault_has_words_in_every_language() {
    let text = "a: B: c\nd: \"e\nf: @g\n";
    let mut files = Files::default();
    let file = files.add("t.yaml".into(), text.into());
    for fault in recover(text, file).faults {
        for locale in Locale::ALL {
            assert!(!fault.sentence(locale).contains(['{', '}']), "{}", fault.sentence(locale));
        }
    }
}

#[test]
fn what_stands_below_says_what_a_line_was_meant_to_be() {
    let meant = "a:\n  en: \"B\"\n  ru: \"C\"\nd: e\n";
    for (written, reported) in [("en:\"B\"", "colon-without-space :"), ("en \"B\"", "colon-missing en \\\"B\\\"")] {
        slip(&meant.replace("en: \"B\"", written), reported, meant);
    }
    slip(&meant.replace("en:", "en："), "colon-look-alike ：", meant);
    slip(
        &meant.replace("en: \"B\"", "en: >-\n    B").replace("en:", "en"),
        "colon-missing en >-",
        &meant.replace("en: \"B\"", "en: >-\n    B"),
    );
    slip("x: y\na\n  en: B\nd: e\n", "colon-missing a", "x: y\na:\n  en: B\nd: e\n");
    slip("x: y\na :b\n", "colon-without-space :", "x: y\na: b\n");
    slip("a:\n  b: c\nsee above\n  d: e\n", "note-stray see above", "a:\n  b: c\n# see above\n  d: e\n");
    slip("a:\nsee above\n  d: e\n", "note-stray see above", "a:\n# see above\n  d: e\n");
    slip("a:\n  see above\n  d: e\n", "note-stray see above", "a:\n  # see above\n  d: e\n");
    slip(
        "a: >-\n    One\nsee above\n    two.\nb: c\n",
        "text-outdented see above",
        "a: >-\n    One\n    see above\n    two.\nb: c\n",
    );
    slip("a: |\n  One\n two.\nb: c\n", "text-outdented two.", "a: |\n  One\n  two.\nb: c\n");
    slip("a:\nb\nc: d\n", "indent-wrong b", "a:\n  b\nc: d\n");
}

#[test]
fn entries_are_known_by_those_beside_them() {
    let meant = "a:\n  - b: c\n    d: e\n  - b: f\n    d: g\nh: i\n";
    slip(&meant.replace("- b: f", "-b: f"), "dash-without-space -", meant);
    slip(&meant.replace("- b: f", "– b: f"), "dash-look-alike –", meant);
    slip(&meant.replace("- b: c", "  b: c"), "dash-missing b", meant);
    slip(&meant.replace("- b: c", "b: c"), "dash-missing b", meant);
}

#[test]
fn a_tab_gives_way_to_the_indent_of_the_neighbours() {
    for meant in ["a: b\nc: d\ne: f\n", "a: {b: c}\nc: d\ne: f\n"] {
        slip(&meant.replace("\nc: d", "\n\tc: d"), "tab-indent \\t", meant);
    }
    slip("\ta: b\nc: d\n", "tab-indent \\t", "a: b\nc: d\n");
    slip("a:\n\ten: >-\n    B\n  ru: C\n", "tab-indent \\t", "a:\n  en: >-\n    B\n  ru: C\n");
    slip(
        "a:\n  - b:\n      c: d\n\te: f\n    g: h\n",
        "tab-indent \\t",
        "a:\n  - b:\n      c: d\n    e: f\n    g: h\n",
    );
}

#[test]
fn lines_that_were_joined_are_parted() {
    let reported = |words: &str| format!("fields-on-one-line {}", words.replace('"', "\\\""));
    slip("a: b c: d\ne: f\n", &reported("b c: d"), "a: b\nc: d\ne: f\n");
    slip("a: {b: \"C\"} d: {e: \"F\"}\n", &reported("{b: \"C\"} d: {e: \"F\"}"), "a: {b: \"C\"}\nd: {e: \"F\"}\n");
    slip("a: [b] c:\n  d: e\n", &reported("[b] c:"), "a: [b]\nc:\n  d: e\n");
    slip("a: \"B\" c: \"D\"\n", &reported("\"B\" c: \"D\""), "a: \"B\"\nc: \"D\"\n");
    slip("a: b: \"C\"\n  d: \"E\"\n", &reported("b: \"C\""), "a:\n  b: \"C\"\n  d: \"E\"\n");
    slip("a: b: >-\n    C\n  d: \"E\"\nf: g\n", &reported("b: >-"), "a:\n  b: >-\n    C\n  d: \"E\"\nf: g\n");
}

#[test]
fn what_one_slip_breaks_is_reported_once() {
    slip(
        "a: {en: \"B\nc\", ru: \"D\"}\ne: f\n",
        "text-outdented c\\\", ru: \\\"D\\\"}",
        "a: {en: \"B\n  c\", ru: \"D\"}\ne: f\n",
    );
    slip("a: {b: \"C\n", "quote-not-closed \\\"", "a: {b: \"C\"}\n");
    slip("a: {b: c d: [e]}\n", "comma-missing  ", "a: {b: c, d: [e]}\n");
    slip("a:\u{200b} b\nid: x\n", "character-invisible \\u{200b}", "a:  b\nid: x\n");
    slip("a:\n  - b: c\n - d: e\n    f: g\n", "indent-wrong  ", "a:\n  - b: c\n  - d: e\n    f: g\n");
    slip("a:\n  en: \"B: c\"\n  ru:\"D: e\"\n", "colon-without-space :", "a:\n  en: \"B: c\"\n  ru: \"D: e\"\n");
    slip("a: {b: \"C\", d \"E\"}\n", "colon-missing d \\\"E\\\"", "a: {b: \"C\", d: \"E\"}\n");
    slip("x: y\na :{b: \"C\"}\n", "colon-without-space :", "x: y\na: {b: \"C\"}\n");
    slip("x:\n  y: z\na\n- b\n", "colon-missing a", "x:\n  y: z\na:\n- b\n");
    slip("a:\n  b:\n    c: d\n  e\n    f: g\n", "colon-missing e", "a:\n  b:\n    c: d\n  e:\n    f: g\n");
    slip("a: {b: \"C\"\", d: e}\n", "text-after-quote \\\"C\\\"\\\"", "a: {b: \"C\", d: e}\n");
    slip("a: b\n  - c: d\n    e: f\n  - g\nh: i\n", "name-missing - c: d", "a: b\nh: i\n");
    slip("a: {b: c}\n- d\n- e\nf: g\n", "name-missing - d", "a: {b: c}\nf: g\n");
    slip("a:\n  - b c\n    d: e\n", "colon-missing b c", "a:\n  - b: c\n    d: e\n");
    slip("a: {b: \"C\"}\n  b: \"D\"\ne: f\n", "indent-wrong   ", "a: {b: \"C\"}\nb: \"D\"\ne: f\n");
    slip(
        "a:\n  b:\n  - c: d\n    e: f\n\tg:\n  - h: i\n",
        "tab-indent \\t",
        "a:\n  b:\n  - c: d\n    e: f\n  g:\n  - h: i\n",
    );
}

#[test]
fn what_goes_on_too_far_left_is_brought_back() {
    slip("a: \"B c\nd e.\"\nf: g\n", "text-outdented d e.\\\"", "a: \"B c\n  d e.\"\nf: g\n");
    slip("a: {b: \"C\",\nd: \"E\"}\nf: g\n", "indent-wrong d", "a: {b: \"C\",\n  d: \"E\"}\nf: g\n");
    slip("a: \"B c\nd: e\n", "quote-not-closed \\\"", "a: \"B c\"\nd: e\n");
    slip("a: [b, c\nd: [e]\n", "bracket-not-closed [", "a: [b, c]\nd: [e]\n");
}

#[test]
fn line_breaks_of_windows_change_nothing() {
    for text in ["a: b\n  c\n  d\n", "a: b\n\n  c\n  d\n", "a:\n  b: c\n    d: e\n    f: g\n", " a: b\nc: d\ne: f\n"] {
        let (codes, read_as) = read(text);
        assert_eq!(read(&text.replace('\n', "\r\n")), (codes, read_as.replace('\n', "\r\n")), "{text}");
    }
}

#[test]
fn a_line_of_thousands_of_fields_comes_to_an_end() {
    for (first, next) in [("a: ", "x a: "), ("a: ", "[x] a: "), ("a: ", "\"x\" a: ")] {
        let (codes, _) = read(&format!("{first}{}x\n", next.repeat(12_000)));
        assert!(codes.len() > 100, "{next}: {}", codes.len());
    }
}
