//! The README keeps its promise: every command in it does what it says, every file it names is there.

use crate::fixture::{Fixture, repository};

fn readme() -> String {
    std::fs::read_to_string(repository().join("README.md")).expect("the README")
}

/// Returns the lines of all shell blocks.
fn commands(text: &str) -> Vec<String> {
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_command_of_the_readme_works() {
    let fixture = Fixture::shipped();
    fixture.commit();
    let (mut run, mut other) = (0, Vec::new());
    for line in commands(&readme()) {
        match line.strip_prefix("cargo run -- ") {
            Some(arguments) => {
                let arguments: Vec<&str> = arguments.split(' ').collect();
                let outcome = fixture.run(&arguments);
                assert_eq!(outcome.code, 0, "{line}: {}", outcome.errors);
                run += 1;
            }
            None => other.push(line),
        }
    }
    assert!(run >= 7, "the README shows the commands");
    assert_eq!(
        other,
        [
            "cargo test",
            "tests/bench/anniversary",
            "tests/bench/check",
            "tests/bench/build --long",
            "tests/peer/run",
            "tests/editors/run",
            "tests/fuzz/run 15"
        ],
        "other commands than those tried here"
    );
    for script in other[1..].iter().filter_map(|line| line.split(' ').next()) {
        assert!(repository().join(script).is_file(), "{script}");
    }
}

#[test]
fn every_file_that_the_readme_names_is_there() {
    let text = readme();
    let quoted = text.split('`').skip(1).step_by(2).filter(|word| !word.contains(['<', ' ', '\n']));
    let linked = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let made = [
        "out/",
        "out-withdrawn/",
        ".cache/",
        "/page.json",
        "templates/page.json",
        "data/register/allowed_signers",
        "data/register/deliveries.jsonl",
        "data/requests/summary-2022.yaml",
        "anniversary/ru",
        "'event-brief/*/ru'",
    ];
    let named: Vec<&str> = quoted
        .chain(linked)
        .filter(|word| word.contains('/') && !made.contains(word) && !word.starts_with("https://"))
        .collect();
    assert!(!named.is_empty());
    for word in named {
        assert!(repository().join(word).exists(), "{word}");
    }
}

#[test]
fn a_new_record_as_the_readme_tells_it_is_found_right_or_told_what_is_wrong() {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/wells/third-well.yaml",
        "id: third-well\nname: {en: \"Third Well\"}\nvillage: lower\ndug: 2000\nsources: [gazette]\n",
    );
    let run = fixture.run(&["list", "well"]);
    assert!(run.output.contains("third-well   Third Well\n"), "{}", run.output);
    assert_eq!(fixture.run(&["check"]).code, 0);
    fixture.replace("data/wells/third-well.yaml", "dug: 2000", "dug: 20000");
    assert_eq!(fixture.run(&["check", "data/villages"]).code, 0, "only faults of the paths named");
    assert_eq!(fixture.run(&["check", "data/wells/third-well.yaml"]).code, 1);
}

#[test]
fn show_tells_what_refers_to_a_record() {
    let run = Fixture::foreign().run(&["show", "gazette"]);
    assert_eq!(
        run.output.lines().skip_while(|line| !line.starts_with("Referred")).collect::<Vec<_>>(),
        [
            "Referred to by:",
            "  claim second-depth  How deep is the second well?",
            "  well first-well  First Well",
            "  well second-well  Second Well",
        ]
    );
}
