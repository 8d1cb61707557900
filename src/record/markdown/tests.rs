//! What is printed and what is refused.

use super::*;

fn named(text: &str) -> Vec<(Construct, &str, Option<String>)> {
    parse(text).1.into_iter().map(|refused| (refused.construct, &text[refused.range], refused.instead)).collect()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(words(text))
}

fn list(numbers: Option<Numbers>, items: &[&str]) -> Block {
    Block::List { numbers, items: items.iter().map(|item| vec![paragraph(item)]).collect() }
}

#[test]
fn parse_reads_paragraphs_lists_and_citations() {
    let (blocks, refused) = parse("One *two* [@s01; @s02].\n\n- a\n- b [x](https://example.org)\n");
    assert!(refused.is_empty());
    let Block::Paragraph(first) = &blocks[0] else { panic!("{blocks:?}") };
    assert_eq!(first[3], Inline::Cite(vec![("s01".into(), 12..15), ("s02".into(), 18..21)]));
    let Block::List { numbers: None, items } = &blocks[1] else { panic!("{blocks:?}") };
    assert_eq!(items[0], [paragraph("a")]);
    assert_eq!(citations(&blocks).len(), 2);
}

#[test]
fn parse_names_what_it_does_not_have_and_goes_on() {
    use Construct::{Code, Heading, Html, Quotation};
    assert_eq!(
        named("# Head\n\n`code` text <b>x</b>\n\n> quote\n"),
        [
            (Heading, "# Head\n", Some("**Head**".into())),
            (Code, "`code`", Some("code".into())),
            (Html, "<b>", Some("**".into())),
            (Html, "</b>", Some("**".into())),
            (Quotation, "> quote\n", Some("quote".into())),
        ]
    );
    assert_eq!(parse("# Head\n\n`code` text\n").0, [paragraph(" text")]);
}

#[test]
fn parse_refuses_every_construct_that_is_not_printed() {
    use Construct::{AddressApart, Box, Code, Depth, EmptyEntry, Footnote, Heading, Html, LinkForm, Picture, Plus};
    use Construct::{Quotation, Rule, StruckOut, Table, Title, Wordless};
    for (text, construct) in [
        ("Head\n===", Heading),
        ("Head\n---", Heading),
        ("    indented", Code),
        ("```\ncode\n```", Code),
        ("a `b`", Code),
        ("> a", Quotation),
        ("<div>\na\n</div>", Html),
        ("a <name> b", Html),
        ("<!-- a -->", Html),
        ("a\n\n***", Rule),
        ("![a](https://example.org/a.png)", Picture),
        ("a | b\n---|---\n1 | 2", Table),
        ("a [^1]", Footnote),
        ("a [^1]\n\n[^1]: b", Footnote),
        ("a ~~b~~", StruckOut),
        ("- [ ] a", Box),
        ("- [x] a", Box),
        ("+ 998 71 120", Plus),
        ("- a\n-\n- b", EmptyEntry),
        ("- ", EmptyEntry),
        ("- - - - - - - - - a", Depth),
        ("[](https://example.org)", Wordless),
        ("[ ](https://example.org)", Wordless),
        ("[a](https://example.org \"b\")", Title),
        ("[a][1]\n\n[1]: https://example.org", AddressApart),
        ("[Bishkek]: yes", AddressApart),
        ("[a](https://example.org/a b)", LinkForm),
        ("[a] (https://example.org)", LinkForm),
        ("[a][@s01]", LinkForm),
        ("[a [@s01]](https://example.org)", LinkForm),
    ] {
        let found: Vec<Construct> = named(text).into_iter().map(|(construct, ..)| construct).collect();
        assert!(!found.is_empty() && found.contains(&construct), "{text}: {found:?}");
    }
}

#[test]
fn parse_prints_signs_that_stand_by_themselves() {
    for text in [
        "a [b] c",
        "5 * 6 * 7",
        "5*6",
        "snake_case_word",
        "~500 and ~300",
        "A/RES/60/288",
        "a (b) [c] (d)",
        "1.5 and 2019. A year",
        "# no: #1",
        "$5 and $6",
        "x < 5 > y",
        "\"quotes\" -- dashes ... dots",
        "a\\",
    ] {
        let text = text.trim_start_matches("# ");
        assert_eq!(parse(text), (vec![paragraph(text)], vec![]), "{text}");
    }
    assert_eq!(parse("2\\*3\\*4 2019\\. \\[a\\](b) &amp;"), (vec![paragraph("2*3*4 2019. [a](b) &")], vec![]));
}

#[test]
fn parse_keeps_the_ends_of_lines_that_are_to_be_kept() {
    let lines = || vec![Inline::Text("a".into()), Inline::Break, Inline::Text("b".into())];
    assert_eq!(parse("a  \nb"), (vec![Block::Paragraph(lines())], vec![]));
    assert_eq!(parse("a\\\nb"), (vec![Block::Paragraph(lines())], vec![]));
    assert_eq!(parse("a\nb  \n"), (vec![paragraph("a b")], vec![]));
}

#[test]
fn parse_refuses_stars_that_would_vanish_from_words_and_sums() {
    use Construct::Stars;
    assert_eq!(named("is 2*3*4 so"), [(Stars, "*3*", Some("\\*3\\*".into()))]);
    assert_eq!(named("2**3**4"), [(Stars, "**3**", Some("\\*\\*3\\*\\*".into()))]);
    assert_eq!(named("a*b*c"), [(Stars, "*b*", Some("\\*b\\*".into()))]);
    assert_eq!(named("1*note*"), [(Stars, "*note*", Some("\\*note\\*".into()))]);
    let (blocks, refused) = parse("**UNRCCA**ның");
    assert_eq!(refused, [], "a stem may be set apart from its ending");
    let stem = Inline::Strong(words("UNRCCA"));
    assert_eq!(blocks, [Block::Paragraph(vec![stem, Inline::Text("ның".into())])]);
}

#[test]
fn parse_keeps_the_numbers_of_lists_or_refuses_them() {
    use Construct::Number;
    let numbers = |first, sign| Some(Numbers { first, sign });
    assert_eq!(parse("1. a\n2. b").0, [list(numbers(1, '.'), &["a", "b"])]);
    assert_eq!(parse("1. a\n1. b"), (vec![list(numbers(1, '.'), &["a", "b"])], vec![]));
    assert_eq!(parse("3) a\n4) b"), (vec![list(numbers(3, ')'), &["a", "b"])], vec![]));
    assert_eq!(named("2019. The year of the review"), [(Number, "2019.", Some("2019\\.".into()))]);
    assert_eq!(named("1. a\n3. b"), [(Number, "3.", Some("3\\.".into()))]);
    assert_eq!(named("007. a"), [(Number, "007.", Some("007\\.".into()))]);
    assert_eq!(named("- a\n\n  5. b"), []);
}

#[test]
fn parse_takes_whole_addresses_of_the_web_and_of_mail_for_links() {
    let link = |to: &str, body: &str| vec![Block::Paragraph(vec![Inline::Link(to.into(), words(body))])];
    for (text, to, body) in [
        ("[x](https://example.org/a)", "https://example.org/a", "x"),
        ("<https://example.org/а>", "https://example.org/%D0%B0", "https://example.org/а"),
        ("<desk@example.org>", "mailto:desk@example.org", "desk@example.org"),
        ("[x](mailto:desk@example.org)", "mailto:desk@example.org", "x"),
    ] {
        assert_eq!(parse(text), (link(to, body), vec![]), "{text}");
    }
    for (text, address, meant) in [
        ("[x](javascript:alert(1))", "javascript:alert(1)", None),
        ("[x](file:///etc/passwd)", "file:///etc/passwd", None),
        ("[x](../x)", "../x", None),
        ("[x](#frag)", "#frag", None),
        ("<ftp://example.org>", "ftp://example.org", None),
        ("[x](www.un.org)", "www.un.org", Some("https://www.un.org")),
        ("[x](<https://un.org/a b>)", "https://un.org/a b", Some("https://un.org/a%20b")),
        ("[x]()", "[x]()", None),
    ] {
        let construct = Construct::Address(address.into());
        assert_eq!(named(text), [(construct, address, meant.map(str::to_owned))], "{text}");
    }
}

#[test]
fn parse_of_a_text_of_one_sign_ends_soon() {
    for sign in ["- ", "*", "> ", "[", "1. ", "![", "**a ", "`", "<", "a*b*", "\\", "[^1]", "+ ", "~~"] {
        let text = sign.repeat(20_000);
        let _ = (parse(&text), events::plain(&text));
    }
}
