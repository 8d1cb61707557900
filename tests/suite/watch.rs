//! `check --watch` and `watch`: faults and documents follow the saving of a file. What a browser sees of it stands in `tests/browser`.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::fixture::Fixture;
use crate::fixture::cards::few_cards;

/// Longer than any machine needs.
const PATIENCE: Duration = Duration::from_mins(1);

/// A program that runs until the test is over.
struct Running {
    program: Child,
    lines: Receiver<String>,
}

impl Running {
    fn start(fixture: &Fixture, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
        command.args(arguments).current_dir(fixture.path(""));
        let mut program = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let (sender, lines) = channel();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(program.stdout.take().expect("an output")), Box::new(program.stderr.take().expect("errors"))];
        for stream in streams {
            let sender = sender.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        Self { program, lines }
    }

    /// Reads up to a line that holds these words.
    fn until(&self, words: &str) {
        let mut seen = Vec::new();
        while !seen.last().is_some_and(|line: &String| line.contains(words)) {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => seen.push(line),
                Err(error) => panic!("no “{words}” in {seen:#?}: {error}"),
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn faults_follow_the_saving_of_a_file() {
    let fixture = Fixture::foreign();
    let running = Running::start(&fixture, &["check", "--watch"]);
    running.until("Check 1: no faults.");
    fixture.write("data/wells/.first-well.yaml.swp", "an editor at work");
    fixture.replace("data/wells/first-well.yaml", "village: upper", "village: uper");
    running.until("Check 2: 1 error.");
    fixture.replace("data/wells/first-well.yaml", "village: uper", "village: upper");
    running.until("Check 3: no faults.");
    std::fs::rename(fixture.path("data/wells"), fixture.path("aside")).expect("the folder goes");
    running.until("Check 4:");
    std::fs::rename(fixture.path("aside"), fixture.path("data/wells")).expect("the folder comes back");
    running.until("Check 5: no faults.");
    fixture.replace("data/wells/first-well.yaml", "village: upper", "village: uper");
    running.until("Check 6: 1 error.");
}

/// What a worker made that goes on with new records is what another program makes of them.
fn assert_built_anew(fixture: &Fixture) {
    let again = fixture.run(&["report", "card", "first-well", "--out", "again"]);
    assert_eq!(again.code, 0, "{}", again.errors);
    let pdf = |folder: &str| {
        std::fs::read(fixture.path(&format!("{folder}/2001-02-03_card_first-well_en.pdf"))).expect("a PDF")
    };
    assert!(pdf("out") == pdf("again"), "the document that is watched differs from one that is made anew");
    std::fs::remove_dir_all(fixture.path("again")).expect("the folder goes");
}

#[test]
fn documents_follow_the_saving_of_a_file() {
    let fixture = few_cards();
    let running = Running::start(&fixture, &["watch", "card", "first-well"]);
    running.until("Build 1: made 1, unchanged 0, failed 0");
    running.until("http://127.0.0.1:");
    fixture.replace("data/wells/first-well.yaml", "First Well", "Best Well");
    running.until("Build 2: made 1, unchanged 0, failed 0");
    assert_built_anew(&fixture);
    fixture.replace("data/wells/second-well.yaml", "Second Well", "Other Well");
    running.until("Build 3: made 0, unchanged 1, failed 0");
    fixture.replace("templates/card/name.typ", "it.name", "it.nam");
    running.until("Build 4: made 0, unchanged 0, failed 1");
    fixture.replace("templates/card/name.typ", "it.nam", "strong(it.name)");
    running.until("Build 5: made 1, unchanged 0, failed 0");
    assert_built_anew(&fixture);
    // What a template reads is of any kind.
    fixture.write("templates/card/motto.txt", "Deep and clear");
    running.until("Build 6:");
    fixture.replace("templates/card/name.typ", "strong(it.name)", "strong(it.name + read(\"motto.txt\"))");
    running.until("Build 7: made 1, unchanged 0, failed 0");
    fixture.write("templates/card/motto.txt", "Clear and deep");
    running.until("Build 8: made 1, unchanged 0, failed 0");
    assert_built_anew(&fixture);
    fixture.replace("data/wells/first-well.yaml", "Best Well", "Good Well");
    running.until("Build 9: made 1, unchanged 0, failed 0");
    assert_built_anew(&fixture);
    std::fs::remove_file(fixture.path("data/wells/first-well.yaml")).expect("the record goes");
    running.until("there is no document “card/first-well”");
    fixture.write(
        "data/wells/first-well.yaml",
        "id: first-well\nname: {en: \"Back\"}\nvillage: upper\nsources: [gazette]\n",
    );
    running.until("Build 11: made 1, unchanged 0, failed 0");
    let listed: Vec<String> = fixture.files("out").into_iter().map(|(name, _)| name).collect();
    assert_eq!(listed, ["2001-02-03_card_first-well_en.pdf", "manifest.json"]);
}

#[test]
fn a_document_that_is_not_there_cannot_be_watched() {
    let run = few_cards().run(&["watch", "card", "third-well"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("there is no document “card/third-well”"), "{}", run.errors);
}
