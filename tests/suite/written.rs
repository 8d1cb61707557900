//! What people write for dates and numbers: every spelling with its one reading, the same for `check` and for `import`.

use std::fs;

use chancery::locale::dates::{Form, write};
use chancery::record::Language;
use chancery::record::edtf::Date;
use chancery::written::dates::{self, Reading as DateReading};
use chancery::written::numbers::{self, Reading as NumberReading};

use crate::fixture::{Fixture, Run, repository};

/// What a date can mean, in a form that a table can hold.
#[derive(Debug, Clone, Copy)]
enum Meant {
    One(&'static str),
    Several(&'static [&'static str]),
    Century(&'static [&'static str]),
    Serial(&'static str),
    Digits(&'static str, &'static str),
    /// The one date of a period, and what stands where the period is open.
    Half(&'static str, &'static str),
    NoDay,
    None,
}
use Meant::{Century, Digits, Half, NoDay, One, Serial, Several};

/// Every spelling of a date and what it can mean.
const DATES: &[(&str, Meant)] = &[
    ("3.3.2022", One("2022-03-03")),
    ("13.04.2022", One("2022-04-13")),
    ("04/13/2022", One("2022-04-13")),
    ("2022/3/4", One("2022-03-04")),
    ("2022.3.4", One("2022-03-04")),
    ("2022-3-4", One("2022-03-04")),
    ("2022–03–04", One("2022-03-04")),
    ("2022-03-03.", One("2022-03-03")),
    ("3 марта 2022", One("2022-03-03")),
    ("3 марта 2022 г.", One("2022-03-03")),
    ("3 мая 2022", One("2022-05-03")),
    ("March 3, 2022", One("2022-03-03")),
    ("3-Mar-2022", One("2022-03-03")),
    ("март 2022", One("2022-03")),
    ("Март 2022 года", One("2022-03")),
    ("Sept 2022", One("2022-09")),
    ("03.2022", One("2022-03")),
    ("2022 год", One("2022")),
    ("2022-03-03T10:15", One("2022-03-03")),
    ("2022-03-03T10:15:00Z", One("2022-03-03")),
    ("2022-03-03 00:00:00", One("2022-03-03")),
    ("13.04.2022 10:15", One("2022-04-13")),
    ("~2022", One("2022~")),
    ("≈ 2022", One("2022~")),
    ("около 2022", One("2022~")),
    ("about March 2022", One("2022-03~")),
    ("2022-03-03 - 2022-03-04", One("2022-03-03/2022-03-04")),
    ("2022-03-03 – 2022-03-04", One("2022-03-03/2022-03-04")),
    ("13.04.2022 – 14.04.2022", One("2022-04-13/2022-04-14")),
    ("13.03.2022-14.03.2022", One("2022-03-13/2022-03-14")),
    ("2010-2011", One("2010/2011")),
    ("2015 to 2018", One("2015/2018")),
    ("3-4 марта 2022", One("2022-03-03/2022-03-04")),
    ("3–4 March 2022", One("2022-03-03/2022-03-04")),
    ("March 3-4, 2022", One("2022-03-03/2022-03-04")),
    ("3-4.03.2022", One("2022-03-03/2022-03-04")),
    ("28 февраля – 1 марта 2022", One("2022-02-28/2022-03-01")),
    ("28 February 2022 - 1 March 2022", One("2022-02-28/2022-03-01")),
    ("03/04/2022", Several(&["2022-04-03", "2022-03-04"])),
    ("3.4.2022", Several(&["2022-04-03", "2022-03-04"])),
    ("3-4-2022", Several(&["2022-04-03", "2022-03-04"])),
    ("03.04.22", Century(&["2022-04-03", "2022-03-04", "2003-04-22"])),
    ("13.04.99", Century(&["1999-04-13"])),
    ("3 марта 22", Century(&["2022-03-03"])),
    ("99.99.99", Century(&[])),
    ("44623", Serial("2022-03-03")),
    ("44623.5", Serial("2022-03-03")),
    ("2022-03-0З", Digits("З", "2022-03-03")),
    ("2022-03-O3", Digits("O", "2022-03-03")),
    ("2022-03-03 -", Half("2022-03-03", "2022-03-03/..")),
    ("2022-03-03/", Half("2022-03-03", "2022-03-03/..")),
    ("/2022-03-03", Half("2022-03-03", "../2022-03-03")),
    ("2015–", Half("2015", "2015/..")),
    ("31.02.2022", NoDay),
    ("31 апреля 2022", NoDay),
    ("13/13/2022", NoDay),
    // Two years with a slash are a season or a period as often as a month.
    ("2010/11", Meant::None),
    ("2022/03", Meant::None),
    ("2022-03/03", Meant::None),
    ("99999", Meant::None),
    ("12345", Meant::None),
    ("1.2.3.2022", Meant::None),
    ("весной", Meant::None),
    ("март", Meant::None),
    ("12:30", Meant::None),
    ("30-31 февраля 2022", Meant::None),
    ("03.04.2022-05.04.2022", Meant::None),
    ("3 марта 2022: начало", Meant::None),
];

/// Every spelling of a number and what it can mean; the second time for a field that takes a sign of precision.
fn numbers() -> Vec<(&'static str, NumberReading, NumberReading)> {
    use NumberReading::{Ambiguous, Either, Negative, None, Notation, Right, Separated, Worded};
    let one = |text: &str| Separated(text.to_owned());
    let worded = |text: &str| Worded(text.to_owned());
    let plain = |text: &str| Notation(Some(text.to_owned()));
    let two = |a: &str, b: &str| Either(a.to_owned(), b.to_owned());
    let same = |written: &'static str, reading: NumberReading| (written, reading.clone(), reading);
    vec![
        same("1200", Right),
        same("103.176", Right),
        same("0.500", Right),
        ("-5", Right, Negative),
        ("−3", one("-3"), Negative),
        ("-1 200", one("-1200"), Negative),
        same("1 200", one("1200")),
        same("1\u{a0}200", one("1200")),
        same("1 200 300", one("1200300")),
        same("1'200", one("1200")),
        same("1_000_000", one("1000000")),
        same("1,5", one("1.5")),
        same("0,125", one("0.125")),
        same("1,200,300", one("1200300")),
        same("1.200.300", one("1200300")),
        same("1,200.50", one("1200.50")),
        same("1.200,50", one("1200.50")),
        same("1 200,5", one("1200.5")),
        same("1,200", two("1200", "1.200")),
        same("1.200", Ambiguous("1200".to_owned(), "1.2".to_owned())),
        same("007", plain("7")),
        same("0012.50", plain("12.50")),
        same("+5", plain("5")),
        same("1e3", Notation(Option::None)),
        same("0x1F", Notation(Option::None)),
        ("~500", None, Right),
        ("~1 200", None, one("~1200")),
        ("~007", None, plain("~7")),
        ("~46.000", None, Ambiguous("~46000".to_owned(), "~46".to_owned())),
        ("около 500", None, worded("~500")),
        ("более 1 200", None, worded(">1200")),
        ("почти 250", None, worded("<250")),
        ("about 30", None, worded("~30")),
        ("200+", None, worded(">200")),
        ("≈ 1,5", None, worded("~1.5")),
        same("", None),
        same("-", None),
        same("много", None),
        same("12 wells", None),
        same("1 20", None),
        same("12 3456", None),
        same("1234 567", None),
        same("1,,2", None),
        same("1.2,3.4", None),
        same("٣", None),
    ]
}

/// A workspace with the wells of the tables, whose records and rows hold one spelling each.
fn workspace() -> Fixture {
    let fixture = Fixture::foreign();
    let schema = fs::read_to_string(repository().join("tests/tables/well.schema.json")).expect("the schema");
    // How deep a well may be is no matter here.
    let schema = schema.replace("self.depth <= 500", "self.depth <= 50000000");
    fixture.write("data/schema/well.schema.json", &schema);
    fixture
}

/// Returns what a run says of the place of a spelling, on one line.
fn said(run: &Run, place: &str) -> String {
    let told = run.errors.split("\n\n").filter(|fault| fault.contains(place));
    told.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Writes each spelling into a field of a record and into a cell of a table; returns what `check` and `import` say of each.
fn both(field: &str, spellings: &[&str]) -> Vec<(String, String)> {
    let checked = workspace();
    let mut table = format!("id,name.en,village,sources,{field}\n");
    for (at, written) in spellings.iter().enumerate() {
        let record =
            format!("id: t{at}\nname: {{en: \"Well\"}}\nvillage: lower\n{field}: \"{written}\"\nsources: [gazette]\n");
        checked.write(&format!("data/wells/t{at}.yaml"), &record);
        table.push_str(&["t", &at.to_string(), ",Well,lower,gazette,\"", written, "\"\n"].concat());
    }
    let check = checked.run(&["check"]);
    let imported = workspace();
    imported.write("wells.csv", &table);
    let import = imported.run(&["import", "wells.csv", "--kind", "well"]);
    let of = |at: usize| {
        (said(&check, &format!("data/wells/t{at}.yaml:")), said(&import, &format!("wells.csv:{}:", at + 2)))
    };
    (0..spellings.len()).map(of).collect()
}

#[test]
fn every_spelling_of_a_date_has_one_reading() {
    let some = |dates: &[&str]| dates.iter().map(|date| (*date).to_owned()).collect::<Vec<_>>();
    for (written, meant) in DATES {
        let reading = match *meant {
            One(date) => DateReading::One(date.to_owned()),
            Several(dates) => DateReading::Several(some(dates)),
            Century(dates) => DateReading::Century(some(dates)),
            Serial(date) => DateReading::Serial(date.to_owned()),
            Digits(letters, date) => DateReading::Digits { letters: letters.to_owned(), date: date.to_owned() },
            Half(date, open) if open.starts_with("..") => DateReading::Half { start: None, end: Some(date.to_owned()) },
            Half(date, _) => DateReading::Half { start: Some(date.to_owned()), end: None },
            NoDay => DateReading::NoDay,
            Meant::None => DateReading::None,
        };
        assert_eq!(dates::read(written), reading, "{written}");
    }
}

#[test]
fn check_and_import_offer_the_same_date() {
    let spellings: Vec<&str> = DATES.iter().map(|(written, _)| *written).collect();
    for ((written, meant), (check, import)) in DATES.iter().zip(both("dug", &spellings)) {
        let named: Vec<&str> = match *meant {
            One(date) | Serial(date) | Digits(_, date) => vec![date],
            Several(dates) => dates.to_vec(),
            Century([]) => vec!["four digits"],
            Century(dates) => [&["four digits"], dates].concat(),
            Half(_, open) => vec![open, "missing"],
            NoDay => vec!["no such day"],
            Meant::None => vec!["2022-03-03, 2022-03-03/2022-03-04, 2018-04, 2015"],
        };
        for named in named {
            assert!(check.contains(named), "check, {written}: {named} in {check}");
            assert!(import.contains(named), "import, {written}: {named} in {import}");
        }
    }
}

#[test]
fn every_spelling_of_a_number_has_one_reading() {
    for (written, number, quantity) in numbers() {
        assert_eq!(numbers::number(written), number, "{written}");
        assert_eq!(numbers::quantity(written), quantity, "{written} with a sign");
    }
}

#[test]
fn check_and_import_offer_the_same_number() {
    let spelt = numbers().into_iter().filter(|(written, ..)| !matches!(*written, "" | "-"));
    // What only warns is told of a table once nothing else is wrong with it.
    let sound = |reading: &NumberReading| matches!(reading, NumberReading::Right | NumberReading::Ambiguous(..));
    let (sound, wrong): (Vec<_>, Vec<_>) = spelt.partition(|(_, _, reading)| sound(reading));
    for spelt in [sound, wrong] {
        let spellings: Vec<&str> = spelt.iter().map(|(written, ..)| *written).collect();
        for ((written, _, reading), (check, import)) in spelt.iter().zip(both("depth", &spellings)) {
            let offered = match reading {
                NumberReading::Right => {
                    assert_eq!((check.as_str(), import.as_str()), ("", ""), "{written}");
                    continue;
                }
                NumberReading::Separated(one) | NumberReading::Worded(one) | NumberReading::Notation(Some(one)) => {
                    vec![one]
                }
                NumberReading::Either(first, second) | NumberReading::Ambiguous(first, second) => vec![first, second],
                NumberReading::Negative | NumberReading::Notation(None) | NumberReading::None => vec![],
            };
            assert!(!check.is_empty() && !import.is_empty(), "{written}: {check} | {import}");
            assert!(!import.ends_with(&format!("Write {written}")), "{written} is offered for itself: {import}");
            for offered in offered {
                assert!(check.contains(offered.as_str()), "check, {written}: {offered} in {check}");
                assert!(import.contains(offered.as_str()), "import, {written}: {offered} in {import}");
            }
        }
    }
}

#[test]
fn a_date_that_a_document_prints_is_read_back() {
    for edtf in ["2022-03-03", "2022-05-13", "1991-12-26", "2018-04", "2022-09"] {
        let date = Date::parse(edtf).expect("a date");
        for language in [Language::En, Language::Ru] {
            let printed = write(date, language, Form::Long);
            assert_eq!(dates::read(&printed), DateReading::One(edtf.to_owned()), "{printed}");
        }
    }
}
