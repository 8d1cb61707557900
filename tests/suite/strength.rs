//! Files that nobody means well: bounded time, bounded memory, a clear message, and never a panic.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::fixture::Fixture;

/// The place of the hostile record.
const WELL: &str = "data/wells/x.yaml";

/// The beginning of a right record.
const RIGHT: &str = "id: x\nname: {en: \"X\"}\nvillage: upper\nsources: [gazette]\n";

/// The longest run: generous, because tests run beside each other.
const TIME: Duration = Duration::from_secs(30);

/// What a run may reserve, in kilobytes, and how many seconds of the processor it may take.
const LIMITS: &str = "ulimit -v 1048576; ulimit -t 10; exec \"$0\" check";

/// Checks the workspace within the limits; returns the messages.
fn checked(fixture: &Fixture, name: &str) -> String {
    let begin = Instant::now();
    let mut command = Command::new("sh");
    command.args(["-c", LIMITS, env!("CARGO_BIN_EXE_chancery")]).current_dir(fixture.path(""));
    let output = command.output().expect("the program starts");
    let errors = String::from_utf8(output.stderr).expect("the program speaks UTF-8");
    let shown: String = errors.chars().take(400).collect();
    assert_eq!(output.status.code(), Some(1), "{name}: {shown}");
    assert!(!errors.contains("panicked"), "{name}: {shown}");
    assert!(begin.elapsed() < TIME, "{name}: {:?}", begin.elapsed());
    assert!(errors.len() < 1 << 20, "{name}: {} bytes of messages", errors.len());
    errors
}

/// Checks a workspace with one hostile record.
fn thrown(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let fixture = Fixture::foreign();
    fs::write(fixture.path(WELL), bytes).expect("the file can be written");
    checked(&fixture, name)
}

fn told(name: &str, bytes: impl AsRef<[u8]>, code: &str) {
    let errors = thrown(name, bytes);
    let shown: String = errors.chars().take(400).collect();
    assert!(errors.contains(&format!("[{code}]")), "{name}: {shown}");
}

/// Repeats signs up to the size of the largest file.
fn full(signs: &str) -> String {
    signs.repeat(((16 << 20) - 100) / signs.len())
}

#[test]
fn alias_bombs_are_refused_without_following_them() {
    let line = |n: usize| format!("b{n}: &b{n} [*b{m}, *b{m}, *b{m}]\n", m = n.saturating_sub(1));
    told("billion laughs", (0..40).map(line).collect::<String>(), "yaml-alias");
}

#[test]
fn depth_of_a_hundred_thousand_is_refused() {
    told("dashes", "- ".repeat(100_000), "line-too-long");
    told("brackets", format!("a: {}", "[\n ".repeat(100_000)), "yaml-too-deep");
    told("braces", format!("a: {}", "{a:\n ".repeat(100_000)), "yaml-too-deep");
    let stairs = |sign: &str| (0..5000).map(|n| format!("{}{sign}\n", " ".repeat(n))).collect::<String>();
    told("stairs of fields", stairs("a:"), "yaml-too-deep");
    thrown("stairs of entries", stairs("- a"));
}

#[test]
fn files_that_are_no_text_are_told_as_what_they_are() {
    told("not UTF-8", b"id: \xcf\xf0\xe8\n", "file-not-utf8");
    told("UTF-16", b"\xff\xfei\x00d\x00:\x00", "file-not-utf8");
    told("binary", b"\x7fELF\x02\x01\x01\x00\x00\xff\xfe", "file-not-utf8");
    told("zeros", format!("{RIGHT}note: a\0b\n"), "character-control");
}

#[test]
fn a_file_of_200_megabytes_is_not_read() {
    let fixture = Fixture::foreign();
    let file = fs::File::create(fixture.path(WELL)).expect("the file can be made");
    file.set_len(200 << 20).expect("the file can be long");
    assert!(checked(&fixture, "200 MB").contains("[file-too-large]"));
}

#[test]
fn a_folder_of_too_many_files_is_told() {
    let fixture = Fixture::foreign();
    let folder = fixture.path("data/wells/many");
    fs::create_dir(&folder).expect("the folder can be made");
    let first = folder.join("0.txt");
    fs::write(&first, "").expect("the file can be written");
    for n in 1..=100_001 {
        // A link costs no inode of its own; a file has only so many.
        let name = folder.join(format!("{n}.txt"));
        fs::hard_link(&first, &name).or_else(|_| fs::write(&name, "")).expect("the file can be made");
    }
    assert!(checked(&fixture, "many files").contains("[files-too-many]"));
}

#[test]
fn what_is_no_file_is_told_and_not_waited_for() {
    let fixture = Fixture::foreign();
    let place = |name: &str| fixture.path(&format!("data/wells/{name}.yaml"));
    symlink("circle.yaml", place("circle")).expect("a link");
    symlink("nowhere", place("dangling")).expect("a link");
    symlink(".", fixture.path("data/wells/round")).expect("a link");
    symlink("..", place("folder-link")).expect("a link");
    fs::create_dir(place("folder")).expect("a folder");
    let pipe = Command::new("mkfifo").arg(place("pipe")).status().expect("a pipe");
    assert!(pipe.success());
    let socket = UnixListener::bind(place("socket")).expect("a socket");
    let errors = checked(&fixture, "no files");
    drop(socket);
    for name in ["circle", "dangling", "folder-link", "pipe", "socket"] {
        let told = errors.contains(&format!("data/wells/{name}.yaml"));
        assert!(told, "{name}: {errors}");
    }
}

#[test]
fn schemas_that_are_wrong_are_told() {
    let head = "{\"title\": \"Pond\", \"type\": \"object\", \"x-folder\": \"ponds\", \"properties\": ";
    for (name, schema, code) in [
        ("empty", String::new(), ""),
        ("a list", "[1, 2]".to_owned(), ""),
        ("cut off", "{\"title\": ".to_owned(), ""),
        ("wrong type", format!("{head}7}}"), "schema-keyword"),
        (
            "a circle",
            format!(
                "{head}{{\"id\": {{\"$ref\": \"pond.schema.json#/definitions/a\"}}}}, \"definitions\": {{\"a\": {{\"$ref\": \"pond.schema.json#/definitions/a\"}}}}}}"
            ),
            "schema-keyword",
        ),
        (
            "a wide circle",
            format!(
                "{head}{{\"id\": {{\"$ref\": \"pond.schema.json#/definitions/a\"}}}}, \"definitions\": {{\"a\": {{\"type\": \"object\", \"properties\": {{{}}}}}}}}}",
                (0..9)
                    .map(|n| format!("\"p{n}\": {{\"$ref\": \"pond.schema.json#/definitions/a\"}}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            "schema-keyword",
        ),
        (
            "a huge pattern",
            format!("{head}{{\"id\": {{\"type\": \"string\", \"pattern\": \"((a{{1000}}){{1000}}){{1000}}\"}}}}}}"),
            "schema-keyword",
        ),
    ] {
        let fixture = Fixture::foreign();
        fixture.write("data/schema/pond.schema.json", &schema);
        fixture.write("data/ponds/x.yaml", "id: x\n");
        let errors = checked(&fixture, name);
        let shown: String = errors.chars().take(400).collect();
        assert!(code.is_empty() || errors.contains(&format!("[{code}]")), "{name}: {shown}");
    }
}

#[test]
fn rules_that_are_wrong_or_endless_are_told() {
    let list = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    let endless = (0..9).fold("true".to_owned(), |inner, n| format!("{list}.all(a{n}, {inner})"));
    let parens = format!("{}true{}", "(".repeat(3000), ")".repeat(3000));
    for (name, rule, code) in [
        ("wrong", "self.(".to_owned(), "rule-invalid"),
        ("endless", endless, "rule-endless"),
        ("parentheses", parens, "rule-"),
        ("negations", format!("{}true", "!".repeat(20_001)), ""),
    ] {
        let fixture = Fixture::foreign();
        fixture.replace("data/schema/well.schema.json", "!has(self.depth) || self.depth <= 500", &rule);
        fixture.write(WELL, "id: y\n");
        let errors = checked(&fixture, name);
        let shown: String = errors.chars().take(400).collect();
        assert!(code.is_empty() || errors.contains(&format!("[{code}")), "{name}: {shown}");
    }
}

#[test]
fn sixteen_megabytes_of_one_sign_are_told_soon() {
    for signs in ["\n", ":\n", "a: b\n", "a: b: c\n", "a: [b]\n", "-a\n", "? \n", "\t\n", "<<: a\n", "# x\n"] {
        thrown(&format!("{signs:?}"), full(signs));
    }
}

#[test]
fn sixteen_megabytes_in_one_line_are_not_read() {
    for signs in [":", "\"", "[", "x ", "- ", "a: "] {
        told(&format!("{signs:?}"), full(signs), "line-too-long");
    }
}

#[test]
fn lines_of_the_longest_are_told_soon() {
    for signs in ["\\q", "[b, c d: ", "b: c: ", "\"b\", ", "\"b\" ", "“b” ", "b, ", "'", "\"", ":", "# ", "а:b "] {
        let words = signs.repeat(90_000 / signs.len());
        for (open, close) in [("\"", "\""), ("[", "]"), ("{", "}"), ("", "")] {
            let lines: String = (0..100).map(|n| format!("a{n}: {open}{words}{close}\n")).collect();
            thrown(&format!("{open}{signs:?}"), lines);
        }
    }
}

#[test]
fn sixteen_megabytes_of_garbage_are_told_soon() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut garbage = String::with_capacity(16 << 20);
    while garbage.len() < (16 << 20) - 100 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let sign = char::from(b' ' + (state % 95) as u8);
        garbage.push(if state.is_multiple_of(61) { '\n' } else { sign });
    }
    thrown("garbage", garbage);
}

#[test]
fn records_of_a_hundred_thousand_fields_and_a_million_entries_are_checked() {
    let fields: String = (0..100_000).map(|n| format!("f{n}: {n}\n")).collect();
    thrown("fields", format!("{RIGHT}{fields}"));
    let entries: String = (0..1_000_000).map(|n| format!("- e{n}\n")).collect();
    thrown("entries", format!("{RIGHT}tags:\n{entries}"));
    told("equal fields", format!("{RIGHT}{}", "f: 1\n".repeat(1_000_000)), "key-twice");
}

#[test]
fn many_records_with_one_fault_each_are_told_soon() {
    told("one id", format!("{RIGHT}---\n").repeat(50_000), "id-twice");
    let lost = |n: usize| format!("id: w{n}\nname: {{en: \"W\"}}\nvillage: uper-{n}\nsources: [gazette]\n---\n");
    told("unknown references", (0..20_000).map(lost).collect::<String>(), "reference-unknown");
}

#[test]
fn words_as_long_as_a_line_are_not_compared() {
    // Letters in no order, so that no two words begin alike.
    let word = |seed: u32| -> String {
        let next = |n: &u32| Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        let letters = std::iter::successors(Some(seed), next).skip(1).take(90_000);
        letters.map(|n| char::from(b'a' + (n >> 28) as u8)).collect()
    };
    let lost =
        |n: u32| format!("id: w{n}\nname: {{en: \"W\"}}\nvillage: {}\nsources: [{}]\n", word(n + 9), word(n + 99));
    let known = |n: u32| format!("id: {}\nname: {{en: \"W\"}}\nvillage: upper\nsources: [gazette]\n", word(n + 999));
    let fixture = Fixture::foreign();
    for n in 0..8 {
        fixture.write(&format!("data/wells/w{n}.yaml"), &lost(n));
        fixture.write(&format!("data/wells/k{n}.yaml"), &known(n));
    }
    let errors = checked(&fixture, "long words");
    assert!(errors.contains("[reference-unknown]"), "{}", errors.chars().take(4000).collect::<String>());
}
