//! The same faults in every form and both languages, and what each form promises those who read it.

use serde_json::Value;

use crate::fixture::{Fixture, reference};

/// A record with slips of many sorts: Cyrillic and wide text, a tab, signs without width, very long lines, related places.
fn slips() -> String {
    let long = "A long story of the well. ".repeat(58);
    format!(
        "id: third-well\n\
         name: {{en: \"井戸 🪣 Third Well\", ru: \"Трeтий колодец\"}}\n\
         village: uper\n\
         dug: 3.3.2022\n\
         dug: 2000\n\
         marking:\u{a0}paper/open\n\
         depth:\t\"~40\" # \"~41\"\n\
         story: {{en: \"{long}井戸 in [@gazete].\", ru: \"Длинная история\u{200b} колодца\"}}\n\
         source: [gazette]\n"
    )
}

/// Returns a workspace with slips, a file that is not UTF-8, and a long line without quotes.
fn workspace() -> Fixture {
    let fixture = Fixture::foreign();
    fixture.write("data/wells/third-well.yaml", &slips());
    let long = "Very deep. ".repeat(136).trim_end().to_owned();
    let text = format!(
        "id: fourth-well\nname: {{en: \"Fourth, 100 %\"}}\nvillage: lower\nstory:\n  en: Well: {long}\nsources: [gazette]\n"
    );
    fixture.write("data/wells/fourth-well.yaml", &text);
    std::fs::write(
        fixture.path("data/wells/fifth-well.yaml"),
        b"id: fifth-well\nname: {ru: \"\xcf\xff\xf2\xfb\xe9\"}\n",
    )
    .expect("the file can be written");
    fixture
}

fn told(fixture: &Fixture, form: &str, locale: &str) -> String {
    let run = fixture.run(&["check", "--message-format", form, "--lang", locale]);
    assert_eq!(run.code, 1, "{}", run.errors);
    if form == "human" { run.errors } else { run.output }
}

#[test]
fn every_form_is_known_in_both_languages() {
    let fixture = workspace();
    let mut texts = Vec::new();
    for (form, ending) in [
        ("human", "txt"),
        ("short", "txt"),
        ("json", "jsonl"),
        ("sarif", "json"),
        ("github", "txt"),
        ("gitlab", "json"),
    ] {
        for locale in ["en", "ru"] {
            let text = told(&fixture, form, locale);
            // The version of the program is no part of the form.
            let text = text.replace(&format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION")), "\"version\": \"…\"");
            texts.push((format!("faces-{form}-{locale}.{ending}"), text));
        }
    }
    let texts: Vec<(&str, String)> = texts.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    reference::compare_all(&texts);
}

#[test]
fn the_form_for_people_fits_eighty_columns() {
    let fixture = workspace();
    for locale in ["en", "ru"] {
        for line in told(&fixture, "human", locale).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
}

#[test]
fn carets_stand_under_the_words_whatever_their_width() {
    let text = told(&workspace(), "human", "en");
    let lines: Vec<&str> = text.lines().collect();
    let pairs = lines.windows(2).filter(|pair| pair[1].contains('^'));
    let marked: Vec<String> = pairs.map(|pair| marked(pair[0], pair[1])).collect();
    for words in ["Трeтий", "uper", "gazete"] {
        assert!(marked.iter().any(|marked| marked == words), "“{words}” is marked among {marked:?} in\n{text}");
    }
}

/// Returns the part of a line that the carets below it mark, by columns.
fn marked(line: &str, carets: &str) -> String {
    let columns = |text: &str| unicode_width::UnicodeWidthStr::width(text);
    let start = columns(&carets[..carets.find('^').unwrap_or_default()]);
    let length = carets.matches('^').count();
    let mut out = String::new();
    let mut column = 0;
    for c in line.chars() {
        if column >= start && column < start + length {
            out.push(c);
        }
        column += unicode_width::UnicodeWidthChar::width(c).unwrap_or_default();
    }
    out
}

#[test]
fn very_many_faults_are_cut_and_counted() {
    let fixture = Fixture::foreign();
    let fields: String = (0..150).map(|n| format!("spoon-{n}: 1\n")).collect();
    fixture.write("data/wells/third-well.yaml", &format!("id: third-well\n{fields}"));
    let run = fixture.run(&["check"]);
    assert_eq!(run.errors.matches("error[").count(), 100);
    // The 150 fields, and the three that are missing.
    assert!(run.errors.contains("… and 53 more."), "{}", run.errors);
    assert!(run.errors.ends_with("153 errors\n"), "{}", run.errors);
}

#[test]
fn json_speaks_of_places_in_characters_and_of_repairs_in_bytes() {
    let fixture = workspace();
    let lines: Vec<Value> = told(&fixture, "json", "en")
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is an object"))
        .collect();
    let text = slips();
    let of = |code: &str| lines.iter().find(|line| line["code"] == code).unwrap_or_else(|| panic!("{code} is told"));
    let unknown = of("reference-unknown");
    assert_eq!((&unknown["line"], &unknown["column"], &unknown["end_column"]), (&3.into(), &10.into(), &14.into()));
    let edit = &of("space-invisible")["repair"]["edits"][0];
    let bytes = edit["start"].as_u64().unwrap_or_default() as usize..edit["end"].as_u64().unwrap_or_default() as usize;
    assert_eq!(&text[bytes], "\u{a0}");
    assert_eq!(of("space-invisible")["corrected"][0], "marking: paper/open");
    assert_eq!(of("file-not-utf8")["file"], "data/wells/fifth-well.yaml");
    assert!(of("file-not-utf8")["line"].is_null());
    assert_eq!(of("key-twice")["related"][0]["line"], 4);
}

#[test]
fn the_fingerprints_of_gitlab_do_not_move_with_the_lines() {
    let prints = |fixture: &Fixture, locale: &str| -> Vec<String> {
        let issues: Value = serde_json::from_str(&told(fixture, "gitlab", locale)).expect("JSON");
        let issues = issues.as_array().expect("an array");
        issues.iter().map(|issue| issue["fingerprint"].as_str().expect("a fingerprint").to_owned()).collect()
    };
    let fixture = Fixture::foreign();
    fixture
        .write("data/wells/third-well.yaml", "id: third-well\nname: {en: \"T\"}\nvillage: uper\nsources: [gazete]\n");
    let before = prints(&fixture, "en");
    fixture.replace("data/wells/third-well.yaml", "name:", "# A comment.\n\nname:");
    assert_eq!(before, prints(&fixture, "en"));
    assert_eq!(before, prints(&fixture, "ru"));
    let mut once = before.clone();
    once.dedup();
    assert_eq!(once, before);
}

#[test]
fn forms_for_programs_say_that_there_is_nothing() {
    let fixture = Fixture::foreign();
    for (form, expected) in [("short", ""), ("json", ""), ("github", ""), ("gitlab", "[]\n")] {
        let run = fixture.run(&["check", "--message-format", form]);
        assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (0, expected, ""), "{form}");
    }
    let sarif: Value =
        serde_json::from_str(&fixture.run(&["check", "--message-format", "sarif"]).output).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"], Value::Array(Vec::new()));
}

#[test]
fn notes_are_counted_for_people_and_shown_when_asked_for() {
    let fixture = Fixture::foreign();
    let source = |id: &str| {
        format!("id: {id}\npublisher: {{en: \"The Press of Nowhere\"}}\ntitle: \"On {id}\"\nlanguage: [en]\n")
    };
    fixture.write("data/sources/almanac.yaml", &source("almanac"));
    let run = |arguments: &[&str]| fixture.run(&[&["check"], arguments].concat());
    let one = run(&[]);
    assert_eq!((one.code, one.errors.as_str()), (0, "1 note; `chancery check --notes` shows it\n"), "{}", one.errors);
    fixture.write("data/sources/bulletin.yaml", &source("bulletin"));
    assert_eq!(run(&["--lang", "ru"]).errors, "2 замечания; их показывает `chancery check --notes`\n");
    assert_eq!(fixture.run(&["fix"]).errors, "2 notes; `chancery check --notes` shows them\n");
    let shown = run(&["--notes"]).errors;
    assert_eq!(shown.matches("note[record-unused]").count(), 2, "{shown}");
    assert!(shown.ends_with("\n2 notes\n"), "{shown}");
    for (form, level) in [
        ("short", ": note["),
        ("json", "\"severity\":\"note\""),
        ("sarif", "\"level\": \"note\""),
        ("github", "::notice"),
        ("gitlab", "\"info\""),
    ] {
        assert!(run(&["--message-format", form]).output.contains(level), "{form}");
    }
}
