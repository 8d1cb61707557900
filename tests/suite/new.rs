//! `new`: a sheet that checking names the blanks of, and that is a right record once they are filled.

use std::fs;

use chancery::check::check;
use chancery::diag::codes;
use chancery::load::{Workspace, load};
use serde_json::Value as Json;

use crate::fixture::{Fixture, repository};

/// Returns the schema of a kind.
fn schema(fixture: &Fixture, kind: &str) -> Json {
    let own = fixture.path(&format!("data/schema/{kind}.schema.json"));
    let system = repository().join(format!("src/schema/system/{kind}.schema.json"));
    let text = fs::read_to_string(own).or_else(|_| fs::read_to_string(system)).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// A step from a field inwards.
enum Step {
    Field(String),
    Entry(usize),
}

/// Fills every blank of a sheet with the example of its schema.
fn filled(sheet: &str, schema: &Json) -> String {
    let mut out = String::new();
    let mut way: Vec<(usize, Step)> = Vec::new();
    let lines: Vec<&str> = sheet.lines().collect();
    for (number, line) in lines.iter().copied().enumerate() {
        let mut rest = line.trim_start();
        let mut indent = line.len() - rest.len();
        if rest.is_empty() || rest.starts_with('#') {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        if let Some(after) = rest.strip_prefix("- ") {
            way.retain(|(at, step)| *at < indent || *at == indent && matches!(step, Step::Entry(_)));
            match way.last_mut() {
                Some((at, Step::Entry(number))) if *at == indent => *number += 1,
                _ => way.push((indent, Step::Entry(0))),
            }
            (rest, indent) = (after, indent + 2);
        } else {
            way.retain(|(at, _)| *at < indent);
        }
        if let Some((name, _)) = rest.split_once(':') {
            way.push((indent, Step::Field(name.to_owned())));
        }
        // A number, true and false have a blank without quotes: nothing stands after the colon, and nothing further in below it.
        let bare = rest.ends_with([':', '-']) && lines.get(number + 1).is_none_or(|next| is_no_further(next, indent));
        let blank = line.strip_suffix("\"\"").map(str::to_owned).or_else(|| bare.then(|| format!("{line} ")));
        let words = blank.map(|before| format!("{before}{}", example(schema, &way)));
        out.push_str(words.as_deref().unwrap_or(line));
        out.push('\n');
    }
    out
}

fn example(schema: &Json, way: &[(usize, Step)]) -> Json {
    let Some((_, Step::Field(name))) = way.first() else { panic!("a blank of no field") };
    let mut found = &schema["properties"][name]["examples"][0];
    for (_, step) in &way[1..] {
        found = match step {
            Step::Field(name) => &found[name],
            Step::Entry(number) => &found[(*number).min(found.as_array().map_or(1, Vec::len) - 1)],
        };
    }
    assert!(!found.is_null(), "{}: the example of {name} lacks what the sheet asks for", schema["title"]);
    found.clone()
}

/// Returns whether a line is no part of a field that stands at an indent.
fn is_no_further(line: &str, indent: usize) -> bool {
    let rest = line.trim_start();
    rest.is_empty() || line.len() - rest.len() <= indent
}

/// Takes the sign off every field that is a comment.
fn with_all(sheet: &str) -> String {
    let mut optional = false;
    let mut out = String::new();
    for line in sheet.lines() {
        optional |= line.contains("may be left out") || line.contains("необязательны");
        let rest = line.trim_start();
        let indent = line.len() - rest.len();
        // A word of explanation has one space before it, an example above a blank three at the margin.
        let is_field = |after: &&str| !after.starts_with(' ') || after.starts_with("  ") && (indent > 0 || optional);
        match rest.strip_prefix('#').filter(is_field) {
            Some(field) => out.extend([&line[..indent], field, "\n"]),
            None => out.extend([line, "\n"]),
        }
    }
    out
}

/// Returns what is wrong with sheets, one line a fault, except references to records that are not there.
fn wrong(fixture: &Fixture, rules: bool) -> Vec<String> {
    let result = check(load(Workspace { root: fixture.path("") }));
    let here = |fault: &&chancery::diag::Diagnostic| {
        let place = fault.place.as_ref();
        place.is_some_and(|place| result.files.path(place.file).to_string_lossy().contains("/sheet-"))
    };
    let told = result.diagnostics.iter().filter(here).filter(|fault| {
        let rule = codes::find(fault.code()).is_none();
        fault.severity == chancery::diag::Severity::Error
            && !fault.is(codes::REFERENCE_UNKNOWN)
            && !fault.is(codes::REFERENCE_KIND)
            && !fault.is(codes::MARKING_UNKNOWN)
            && !fault.is(codes::REQUEST_REPORT)
            && !fault.is(codes::REQUEST_ALONE)
            && !fault.is(codes::RECIPIENT_UNKNOWN)
            // Examples of fields that may be left out need not stand in every language.
            && (rules || !rule && !fault.is(codes::TRANSLATION_MISSING))
    });
    told.map(|fault| {
        let path = fault.place.as_ref().map(|place| result.files.path(place.file).display().to_string());
        format!("{path:?} {}: {}", fault.code(), fault.sentence(chancery::diag::Locale::En))
    })
    .collect()
}

fn kinds(fixture: &Fixture) -> Vec<String> {
    let result = check(load(Workspace { root: fixture.path("") }));
    result.store.schemas.iter().map(|kind| kind.name.clone()).collect()
}

#[test]
fn every_sheet_is_a_right_record_once_it_is_filled() {
    for fixture in [Fixture::foreign(), Fixture::shipped()] {
        let kinds = kinds(&fixture);
        let mut sheets = Vec::new();
        for (at, kind) in kinds.iter().enumerate() {
            let id = format!("sheet-{kind}");
            let lang = if at % 2 == 0 { "en" } else { "ru" };
            let run = fixture.run(&["new", kind, "--id", &id, "--lang", lang]);
            assert_eq!(run.code, 0, "{kind}: {}", run.errors);
            let path = run.output.split(".yaml").next().and_then(|before| before.rsplit(' ').next());
            let path = format!("{}.yaml", path.expect("a path"));
            let text = fs::read_to_string(fixture.path(&path)).expect("the sheet is written");
            assert!(text.starts_with("# yaml-language-server: $schema=../schema/published/"), "{kind}");
            sheets.push((kind, path, text));
        }
        for (kind, path, text) in &sheets {
            fixture.write(path, &filled(text, &schema(&fixture, kind)));
        }
        let found = wrong(&fixture, true);
        assert!(found.is_empty(), "{found:#?}");
        for (kind, path, text) in &sheets {
            // Dots stand for what somebody is to write.
            let all = with_all(&filled(text, &schema(&fixture, kind))).replace("\"…\"", "\"Words\"");
            fixture.write(path, &all);
        }
        let found = wrong(&fixture, false);
        assert!(found.is_empty(), "{found:#?}");
    }
}

#[test]
fn blanks_are_named_one_by_one() {
    let fixture = Fixture::foreign();
    assert_eq!(fixture.run(&["new", "well", "--id", "third-well"]).code, 0);
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.errors.matches("error[value-empty]").count(), 3, "{}", run.errors);
    assert!(run.errors.ends_with("3 errors\n"), "{}", run.errors);
}

#[test]
fn sheets_list_the_words_of_choices_and_leave_numbers_without_quotes() {
    let fixture = Fixture::shipped();
    for (kind, line) in
        [("organization", "# One of: "), ("event", "# One of: "), ("pillar", "\norder:\n"), ("request", "\nversion:\n")]
    {
        let run = fixture.run(&["new", kind]);
        assert!(run.output.contains(line), "{kind}: {line} in\n{}", run.output);
    }
    let run = fixture.run(&["new", "organization", "--lang", "ru"]);
    assert!(run.output.contains("# Одно из: "), "{}", run.output);
    assert_eq!(fixture.run(&["new", "request", "--id", "third-request"]).code, 0);
    let run = fixture.run(&["check"]);
    assert!(run.errors.contains("“version” is empty"), "{}", run.errors);
}

#[test]
fn sheet_without_id_is_printed_in_the_language_asked_for() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["new", "wells", "--lang", "ru"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(run.output.contains("# Деревня. Чей он.\n# Пример: upper\nvillage: \"\"\n"), "{}", run.output);
    assert!(run.output.contains("# Выкопан. Когда он выкопан.\n#dug: 1999-05\n"), "{}", run.output);
    assert!(run.output.contains("\nid: \"\"\n"), "{}", run.output);
}

#[test]
fn new_takes_no_id_in_use_and_overwrites_nothing() {
    let fixture = Fixture::foreign();
    fixture.write("data/wells/third-well.yaml", "id: other\n");
    for (arguments, words) in [
        (&["new", "well", "--id", "gazette"][..], "already"),
        (&["new", "well", "--id", "Third Well"], "is not an id"),
        (&["new", "well", "--id", "third-well"], "there is already a file"),
        (&["new", "spoon"], "there are: claim"),
    ] {
        let run = fixture.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.errors.contains(words), "{arguments:?}: {}", run.errors);
    }
    assert_eq!(fs::read_to_string(fixture.path("data/wells/third-well.yaml")).expect("a file"), "id: other\n");
}
