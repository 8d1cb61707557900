//! The stable form: what a file says never changes, no comment is lost, and a second time changes nothing.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use arbtest::arbtest;
use chancery::diag::codes;
use chancery::diag::{Files, any_error};
use chancery::format::{self, Refusal, stable};
use chancery::load::yaml::{self, comments};
use chancery::record::{Node, Value, node::Meaning};
use chancery::schema::{self, DEFINITIONS, Kind, RawSchema, SYSTEM};

use crate::fixture::{Fixture, generated, repository};

/// A kind with a field of every shape.
const EVERYTHING: &str = r#"{
  type: object, additionalProperties: false, properties: {
    id: {type: string, pattern: "^[a-z-]+$"},
    title: {$ref: "definitions.schema.json#/definitions/text"},
    name: {type: string, minLength: 1},
    story: {$ref: "definitions.schema.json#/definitions/prose"},
    date: {anyOf: [{$ref: "definitions.schema.json#/definitions/date"}, {$ref: "definitions.schema.json#/definitions/claimed"}]},
    depth: {$ref: "definitions.schema.json#/definitions/quantity"},
    choice: {enum: [NO, open, "1.10"]},
    code: {type: string, pattern: "^[A-Z]+$"},
    place: {type: string, x-ref: "*"},
    number: {type: integer}, share: {type: number}, open: {type: boolean},
    tags: {type: array, items: {type: string, x-ref: "*"}},
    lines: {type: array, items: {$ref: "definitions.schema.json#/definitions/text"}},
    parts: {type: array, items: {type: object, additionalProperties: false, properties: {
      name: {$ref: "definitions.schema.json#/definitions/text"}, id: {type: string, pattern: "^[a-z]$"}, tags: {type: array, items: {type: string}}}}},
    sides: {type: array, items: {type: array, items: {$ref: "definitions.schema.json#/definitions/date"}}},
    table: {type: object, additionalProperties: {type: object, additionalProperties: false, properties: {title: {type: string}, number: {type: integer}}}},
    value: {},
    marking: {$ref: "definitions.schema.json#/definitions/marking"}
  }
}"#;

fn everything() -> Kind {
    let raw = |name: &str, text: &str| RawSchema { name: name.to_owned(), file: None, root: documents(text).remove(0) };
    let named = [("everything.schema.json", EVERYTHING), DEFINITIONS];
    let all: Vec<RawSchema> = named.iter().chain(SYSTEM).map(|(name, text)| raw(name, text)).collect();
    let (kind, faults) = schema::read(&all[0], &all);
    assert!(faults.is_empty(), "{faults:?}");
    kind
}

fn documents(text: &str) -> Vec<Node> {
    let mut files = Files::default();
    let file = files.add(PathBuf::from("t.yaml"), text.into());
    let read = yaml::read(text, file);
    assert!(!any_error(&read.faults), "{text}\n{:?}", read.faults);
    read.documents
}

/// Formats a text and asks everything of it that must hold for every text.
fn proved(text: &str, kind: Option<&Kind>) -> Option<String> {
    let formatted = match stable(text, kind) {
        Ok(formatted) => formatted,
        Err(Refusal::Broken) => return None,
        Err(other) => panic!("{other:?} for\n{text}\n{text:?}"),
    };
    let (before, after) = (documents(text), documents(&formatted));
    let json = |documents: &[Node]| documents.iter().map(Node::to_json).collect::<Vec<_>>();
    assert_eq!(json(&before), json(&after), "{text}\n---\n{formatted}");
    assert_eq!(sorted(text), sorted(&formatted), "{text}\n---\n{formatted}");
    assert_eq!(stable(&formatted, kind).as_deref().ok(), Some(formatted.as_str()), "{text}");
    for line in formatted.lines() {
        assert!(!line.ends_with([' ', '\t', '\r']) && !line.starts_with('\u{feff}'), "{line:?} in\n{formatted}");
    }
    assert!(formatted.is_empty() || formatted.ends_with('\n') && !formatted.ends_with("\n\n"), "{formatted:?}");
    Some(formatted)
}

fn sorted(text: &str) -> Vec<String> {
    let mut comments: Vec<String> =
        comments(text).expect("a readable text").into_iter().map(|c| c.trim_end().to_owned()).collect();
    comments.sort();
    comments
}

/// Compares a tree with what a reader of the older rules sees: every text must be the same text to it.
fn assert_same_to_others(node: &Node, other: &serde_yaml::Value, text: &str) {
    match (&node.value, other) {
        (Value::List(nodes), serde_yaml::Value::Sequence(others)) => {
            assert_eq!(nodes.len(), others.len(), "{text}");
            nodes.iter().zip(others).for_each(|(node, other)| assert_same_to_others(node, other, text));
        }
        (Value::Map(entries), serde_yaml::Value::Mapping(others)) => {
            assert_eq!(entries.len(), others.len(), "{text}");
            // A wrong value of a number or truth value stays as it was written, for the checker to tell.
            for entry in entries.iter().filter(|entry| !["number", "share", "open"].contains(&&*entry.key)) {
                let other = others.get(&*entry.key).unwrap_or_else(|| panic!("{} in\n{text}", entry.key));
                assert_same_to_others(&entry.value, other, text);
            }
        }
        (Value::Scalar(scalar), other) => match scalar.meaning() {
            Meaning::Text(own) => assert_eq!(other.as_str(), Some(own), "{text}"),
            _ => assert!(!other.is_string() && !other.is_mapping() && !other.is_sequence(), "{other:?} in\n{text}"),
        },
        (_, other) => panic!("{other:?} in\n{text}"),
    }
}

#[test]
fn documents_without_fields_are_parted_from_those_below() {
    for text in [
        "true\n---\n---\n{ a: 1\n\n    # alone\n    }\n",
        "# a\n--- # b\nx--- # c\n...\n---\n[ # d\n    ]\n---\ncode: x\n",
    ] {
        assert!(proved(text, None).is_some(), "{text}");
    }
}

#[test]
fn slips_are_seen_whatever_the_line_breaks() {
    for text in ["n: {a: x,\rb: y}\ni: #xyz\n", "n: {a: x}\ri: #xyz\r", "n: {a: x}\r\ni: #xyz\r\n"] {
        assert_eq!(proved(text, None), None, "{text:?}");
    }
}

#[test]
fn generated_files_say_the_same_in_the_stable_form() {
    let kind = everything();
    let (tried, read) = (Cell::new(0), Cell::new(0));
    arbtest(|u| {
        let text = generated::file(u)?;
        tried.set(tried.get() + 1);
        for kind in [Some(&kind), None] {
            let Some(formatted) = proved(&text, kind) else { continue };
            read.set(read.get() + 1);
            assert_read_by_others(&formatted);
            assert_made_alike(&formatted, kind);
        }
        Ok(())
    })
    .size_max(1 << 12)
    .budget_ms(2_000);
    assert!(read.get() * 2 > tried.get(), "too few can be read: {} of {}", read.get() / 2, tried.get());
}

/// Asks a reader of the older rules; it ends a line, and with it a comment, at signs that are letters to us.
fn assert_read_by_others(text: &str) {
    if sorted(text).iter().any(|comment| comment.contains(['\u{85}', '\u{2028}'])) {
        return;
    }
    for (node, other) in documents(text).iter().zip(serde_yaml::Deserializer::from_str(text)) {
        let other = serde::Deserialize::deserialize(other).unwrap_or_else(|error| panic!("{error} in\n{text}"));
        assert_same_to_others(node, &other, text);
    }
}

/// A tree that no text was read for, as `new` and `import` make it, takes the form of a file that says the same without comments.
fn assert_made_alike(text: &str, kind: Option<&Kind>) {
    let made = documents(text);
    let written = format::made(&made, kind);
    let json = |documents: &[Node]| documents.iter().map(Node::to_json).collect::<Vec<_>>();
    assert_eq!(json(&documents(&written)), json(&made), "{text}\n---\n{written}");
    assert_eq!(stable(&written, kind).as_deref().ok(), Some(written.as_str()), "{written}");
}

#[test]
fn real_records_say_the_same_in_the_stable_form() {
    let kind = everything();
    let mut read = 0;
    for folder in ["data", "tests/foreign", "templates"] {
        for path in yaml_files(&repository().join(folder)) {
            let text = fs::read_to_string(&path).expect("a file of records");
            assert!(proved(&text, None).is_some() && proved(&text, Some(&kind)).is_some(), "{}", path.display());
            read += 1;
        }
    }
    assert!(read > 500, "{read} files");
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let here = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    here.chain(folders.iter().flat_map(|folder| yaml_files(folder))).collect()
}

#[test]
fn examples_of_the_register_say_the_same_in_the_stable_form() {
    let kind = everything();
    let sides = codes::all().flat_map(|entry| [entry.example.wrong, entry.example.right]);
    let texts = sides.flatten().map(|file| file.text);
    let read = texts.filter(|text| proved(text, Some(&kind)).is_some()).count();
    assert!(read > 50, "{read} examples");
}

#[track_caller]
fn assert_form(text: &str, expected: &str) {
    let formatted = proved(text, Some(&everything())).expect("a readable text");
    assert_eq!(formatted, expected, "\n{formatted}");
}

#[test]
fn fields_stand_in_the_order_of_the_schema_and_comments_move_with_them() {
    assert_form(
        "\
# About this file.

# yaml-language-server: $schema=everything.schema.json
mine: here   #  not in the schema
date: 2022-03-03 # as announced

# allow title-missing: the source has none
#and more
title: {ru: 'Да', en: Yes}


# The depth is contested.
depth: ~500
parts:
- name: {en: \"One\"}
  # the letter
  id: a
  # after the last field
# after the last entry? no: above what follows
id: \"x\"
# the end
",
        "\
# yaml-language-server: $schema=everything.schema.json
# About this file.

# after the last entry? no: above what follows
id: x

# allow title-missing: the source has none
#and more
title: {en: \"Yes\", ru: \"Да\"}
date: 2022-03-03 # as announced

# The depth is contested.
depth: \"~500\"
parts:
  # the letter
  - id: a
    name: {en: \"One\"}
    # after the last field
mine: here #  not in the schema
# the end
",
    );
}

#[test]
fn comments_within_brackets_stay_with_their_entry() {
    assert_form(
        "tags: [ # why these\n  b, # the second\n  # the first\n  a\n  # no more\n] # done\ntable: {a: {number: 1 # one\n}}\n",
        "\
# why these
tags: # done
  - b # the second
  # the first
  - a
  # no more
table:
  a:
    number: 1 # one
",
    );
}

#[test]
fn words_that_some_reader_misreads_are_quoted_and_no_others() {
    assert_form(
        "choice: NO\ncode: KZ\nplace: \"tashkent\"\ntags: [off, 1e3, 2022-03-03, \"007\", un/unclassified, s01]\nnumber: 10\nshare: 1.10\nopen: true\nvalue: 12:30\nunknown: some words\ndate: \"2022\"\n",
        "\
date: \"2022\"
choice: \"NO\"
code: \"KZ\"
place: tashkent
number: 10
share: 1.10
open: true
tags: [\"off\", \"1e3\", \"2022-03-03\", \"007\", un/unclassified, s01]
value: \"12:30\"
unknown: \"some words\"
",
    );
}

#[test]
fn long_text_is_wrapped_and_lines_are_kept() {
    let long = "Representatives of all villages took part, and nobody from the upper one could say how deep the first well is.";
    assert_form(
        &format!("title: {{en: \"{long}\", ru: \"{long} {long}\"}} # both\nstory:\n  en: \"{long}\\n\\n{long}\\n\"\n  ru: >-\n    {long}\n    {long}\n"),
        "\
title: # both
  en: \"Representatives of all villages took part, and nobody from the upper one could say how deep the first well is.\"
  ru: >-
    Representatives of all villages took part, and nobody from the upper one could say how deep the
    first well is. Representatives of all villages took part, and nobody from the upper one could
    say how deep the first well is.
story:
  en: |
    Representatives of all villages took part, and nobody from the upper one could say how deep the first well is.

    Representatives of all villages took part, and nobody from the upper one could say how deep the first well is.
  ru: |-
    Representatives of all villages took part, and nobody from the upper one could say how deep the first well is. Representatives of all villages took part, and nobody from the upper one could say how deep the first well is.
",
    );
}

#[test]
fn text_that_may_be_cut_off_still_looks_so() {
    assert_form("place:   'x'\ntitle: Session   #3 opening\n", "title: Session #3 opening\nplace: x\n");
    // A comment with a colon would make a field of the line.
    assert_form("title: #note: \n  Session opening\n", "title: \"Session opening\" #note:\n");
}

#[test]
fn suppression_stays_with_its_line() {
    let long = "Representatives of all villages took part, and nobody from the upper one could say how deep the first well is.";
    assert_form(
        &format!("parts:\n# silence a: reason\n- name: {{en: \"{long}\"}}\n  id: a\n# silence b: reason\ntitle:\n  en: \"{long}\"\n  ru: {long} # silence c: reason\n"),
        &format!("title:\n  en: \"{long}\"\n  ru: \"{long}\" # silence c: reason\nparts:\n  - id: a\n    # silence a: reason\n    name: {{en: \"{long}\"}}\n").replacen("title:", "# silence b: reason\ntitle:", 1),
    );
}

#[test]
fn several_records_of_a_file_stay_several() {
    assert_form(
        "\u{feff}--- # the first\r\nid: a\r\n# below the first\r\n---\r\nid: b\r\n...\r\n",
        "# the first\nid: a\n# below the first\n---\nid: b\n",
    );
    assert_form(
        "# two\n\n- {id: a, title: {en: A}}\n\n- title: {en: B}\n  id: b\n\n# no more",
        "# two\n\n- id: a\n  title: {en: \"A\"}\n\n- id: b\n  title: {en: \"B\"}\n\n# no more\n",
    );
}

#[test]
fn text_with_faults_of_yaml_is_refused() {
    for text in [
        "%YAML 1.2\n---\nid: a\n",
        "id: !mine a\n",
        "id: !!str 5\n",
        "id: &x a\ntitle: *x\n",
        "id: a\nid: b\n",
        "id: a: b\n",
        "id: [a\n",
        "title: “a: b”\n",
    ] {
        assert!(matches!(stable(text, None), Err(Refusal::Broken)), "{text}");
    }
}

const CARELESS: &str = "\
# The deepest of all.
village: 'upper'
name:
    en: Third Well # in print
id:   third-well

dug: 1999-05
sources: [ gazette ]
";

const STABLE: &str = "\
id: third-well
name:
  en: \"Third Well\" # in print
# The deepest of all.
village: upper

dug: 1999-05
sources: [gazette]
";

#[test]
fn fmt_gives_files_their_form_once_and_check_only_tells() {
    let fixture = Fixture::foreign();
    assert_eq!(fixture.run(&["fmt"]).code, 0);
    let page = fixture.run(&["preview-data", "ledger", "--out", "-"]).output;
    fixture.write("data/wells/third-well.yaml", CARELESS);
    let told = fixture.run(&["fmt", "--check"]);
    assert_eq!((told.code, told.errors.as_str()), (1, ""));
    assert_eq!(
        told.output,
        "data/wells/third-well.yaml\nfiles checked: 11, in another form: 1; `chancery fmt` writes them. The first difference:\n\
data/wells/third-well.yaml\n@@ -1,8 +1,8 @@\n+id: third-well\n+name:\n+  en: \"Third Well\" # in print\n # The deepest of all.\n\
-village: 'upper'\n-name:\n-    en: Third Well # in print\n-id:   third-well\n+village: upper\n \n dug: 1999-05\n\
-sources: [ gazette ]\n+sources: [gazette]\n"
    );
    let file = || fs::read_to_string(fixture.path("data/wells/third-well.yaml")).expect("the file");
    assert_eq!(file(), CARELESS, "nothing is written");
    let run = fixture.run(&["fmt", "data/wells"]);
    assert_eq!(
        (run.code, run.output.as_str()),
        (0, "data/wells/third-well.yaml\nfiles in the stable form: 3, changed: 1\n")
    );
    assert_eq!(file(), STABLE);
    assert_eq!(fixture.run(&["fmt", "--check", "--lang", "ru"]).output, "Проверено файлов: 11; все в единой форме\n");
    assert_eq!(fixture.run(&["check"]).code, 0);
    fs::remove_file(fixture.path("data/wells/third-well.yaml")).expect("the file");
    assert_eq!(fixture.run(&["preview-data", "ledger", "--out", "-"]).output, page);
}

#[test]
fn fmt_leaves_a_file_alone_that_it_cannot_read_and_goes_on_with_the_rest() {
    let fixture = Fixture::foreign();
    fixture.write("data/wells/broken.yaml", "id: broken\nname: Well: the fourth\n");
    fixture.write("data/wells/third-well.yaml", CARELESS);
    let run = fixture.run(&["fmt", "data/wells"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("data/wells/broken.yaml:2:"), "{}", run.errors);
    let text = |path: &str| fs::read_to_string(fixture.path(path)).expect("the file");
    assert_eq!(text("data/wells/broken.yaml"), "id: broken\nname: Well: the fourth\n");
    assert_eq!(text("data/wells/third-well.yaml"), STABLE);
    assert_eq!(fixture.run(&["fmt", "data/spoons"]).code, 2);
}
