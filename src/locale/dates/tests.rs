//! Every form of date in every language, held to the table that was written out by hand.

use std::collections::BTreeSet;

use super::{Form, write};
use crate::record::Language;
use crate::record::edtf::Date;

const TABLE: &str = include_str!("../../../tests/references/dates.txt");

/// Returns the rows of a language: what the record says, the long and the short form.
fn rows(language: Language) -> Vec<[&'static str; 3]> {
    let blocks = TABLE.split("\n\n").map(|block| block.trim_end().split_once('\n').unwrap_or((block, "")));
    let (_, block) = blocks.into_iter().find(|(code, _)| *code == language.code()).expect("a block for each language");
    let row = |line: &'static str| line.split(" | ").collect::<Vec<_>>().try_into().expect(line);
    block.lines().map(row).collect()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

#[test]
fn write_gives_every_form_in_every_language() {
    for language in Language::ALL {
        for [text, long, short] in rows(language) {
            let written =
                [Form::Long, Form::Short].map(|form| write(date(text), language, form).replace('\u{a0}', " "));
            assert_eq!(written, [long, short], "{text} in {language}");
        }
    }
}

#[test]
fn table_holds_every_form_of_date_in_every_language() {
    let forms: Vec<&str> = rows(Language::En).iter().map(|[text, ..]| *text).collect();
    for language in Language::ALL {
        let own: Vec<&str> = rows(language).iter().map(|[text, ..]| *text).collect();
        assert_eq!(own, forms, "{language}");
    }
    let shape = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "0");
    let shapes: BTreeSet<String> = forms.iter().map(|text| shape(text)).collect();
    let parts = ["0000", "0000-00", "0000-00-00", "XXXX-00", "XXXX-00-00"];
    for part in parts {
        for form in ["", "~", "?", "%"].map(|sign| format!("{part}{sign}")) {
            assert!(shapes.contains(&form), "no date like {form}");
        }
        for form in [format!("{part}/.."), format!("../{part}"), format!("{part}/{part}")] {
            assert!(shapes.contains(&form), "no date like {form}");
        }
    }
}

#[test]
fn write_reports_certain_about_and_uncertain_apart() {
    for language in Language::ALL {
        for form in [Form::Long, Form::Short] {
            for date_of in ["2015", "2015-03", "2015-03-05", "XXXX-03", "2015/..", "../2015-03"] {
                let (sign, at) = ("~?%", date_of.find("/..").unwrap_or(date_of.len()));
                let signs = sign.chars().map(|sign| format!("{}{sign}{}", &date_of[..at], &date_of[at..]));
                let texts: BTreeSet<String> =
                    signs.chain([date_of.to_owned()]).map(|text| write(date(&text), language, form)).collect();
                assert_eq!(texts.len(), 4, "{date_of} in {language}: {texts:?}");
            }
        }
    }
}

#[test]
fn write_holds_a_date_together_and_begins_no_line_with_a_dash() {
    let written = |text, language| write(date(text), language, Form::Long);
    assert_eq!(written("2022-03-03", Language::En), "3\u{a0}March\u{a0}2022");
    assert_eq!(written("2022-03-03", Language::Ru), "3\u{a0}марта\u{a0}2022\u{a0}года");
    assert_eq!(written("2015-03-30/2015-04-02", Language::En), "30\u{a0}March\u{a0}– 2\u{a0}April\u{a0}2015");
    for language in Language::ALL {
        for [text, ..] in rows(language) {
            let long = written(text, language);
            assert!(!long.contains(" –"), "{long}");
        }
    }
}
