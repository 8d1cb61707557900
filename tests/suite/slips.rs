//! One slip of the hand gives one message: slips are made in shipped records, one in each, and the messages about each record are counted.

use crate::fixture::Fixture;

/// What a slip makes of a line, where it can be made in it.
type Slip = fn(&str) -> Option<String>;

const SLIPS: [(&str, Slip); 11] = [
    ("a tab before it", |line| Some(format!("\t{}", line.trim_start()))),
    ("a no-break space in it", |line| line.contains(": ").then(|| line.replacen(": ", ":\u{a0}", 1))),
    ("no space after the colon", |line| line.contains(": ").then(|| line.replacen(": ", ":", 1))),
    ("no colon", |line| line.contains(": ").then(|| line.replacen(':', "", 1))),
    ("a wide colon", |line| line.contains(':').then(|| line.replacen(':', "：", 1))),
    ("an equals sign", |line| line.contains(": ").then(|| line.replacen(": ", " = ", 1))),
    ("no closing quote", |line| line.strip_suffix('"').map(str::to_owned)),
    ("no closing bracket", |line| line.strip_suffix([']', '}']).map(str::to_owned)),
    ("no space after the hyphen", |line| is_entry(line).then(|| line.replacen("- ", "-", 1))),
    ("a dash for the hyphen", |line| is_entry(line).then(|| line.replacen("- ", "– ", 1))),
    ("a note above it", |line| Some(format!("see above\n{line}"))),
];

/// Of so many records one is spoiled by each slip.
const OF: usize = 5;

/// A record with a slip in it.
struct Spoiled<'r> {
    path: &'r str,
    /// The record as it was.
    right: &'r str,
    /// The record with the slip.
    wrong: String,
    /// The line with the slip.
    line: String,
}

#[test]
fn one_slip_gives_one_message() {
    let fixture = Fixture::shipped();
    let records = records(&fixture);
    let mut many = Vec::new();
    for (turn, (slip, make)) in SLIPS.iter().enumerate() {
        let chosen = records.iter().enumerate().filter(|(at, _)| at % OF == turn % OF);
        let spoiled: Vec<Spoiled<'_>> = chosen.filter_map(|(at, (path, text))| spoil(path, text, at, *make)).collect();
        assert!(spoiled.len() > 20, "{slip} was made in {} records", spoiled.len());
        spoiled.iter().for_each(|record| fixture.write(record.path, &record.wrong));
        let run = fixture.run(&["check", "--message-format", "short"]);
        for record in &spoiled {
            let about = format!("{}:", record.path);
            let of_record = |line: &&str| line.starts_with(&about) && !line.contains(": note[");
            let told: Vec<&str> = run.output.lines().filter(of_record).collect();
            if told.len() != 1 {
                many.push(format!("{slip}: {}: {}\n{}\n", record.path, record.line, told.join("\n")));
            }
        }
        spoiled.iter().for_each(|record| fixture.write(record.path, record.right));
    }
    assert!(many.is_empty(), "{} times\n{}", many.len(), many.join("\n"));
}

/// Returns the shipped records of some kinds: path and text.
fn records(fixture: &Fixture) -> Vec<(String, String)> {
    let of_folder = |folder: &&str| {
        let folder = format!("data/{folder}");
        let text = |(name, bytes)| (format!("{folder}/{name}"), String::from_utf8(bytes).expect("UTF-8"));
        fixture.files(&folder).into_iter().map(text).collect::<Vec<_>>()
    };
    ["claims", "events", "figures", "persons", "sources", "states"].iter().flat_map(of_folder).collect()
}

/// Makes a slip in one of the lines of a record that hold a field, but for the first.
fn spoil<'r>(path: &'r str, right: &'r str, turn: usize, make: Slip) -> Option<Spoiled<'r>> {
    let mut lines: Vec<&str> = right.lines().collect();
    let fields = (1..lines.len()).filter(|at| is_field(lines[*at]));
    let can: Vec<(usize, String)> = fields.filter_map(|at| Some((at, make(lines[at])?))).collect();
    let (at, line) = can.get(turn * 7 % can.len().max(1))?;
    lines[*at] = line;
    Some(Spoiled { path, right, wrong: lines.join("\n") + "\n", line: line.clone() })
}

fn is_entry(line: &str) -> bool {
    line.trim_start().starts_with("- ")
}

fn is_field(line: &str) -> bool {
    let body = line.trim_start_matches([' ', '-']);
    let name = body.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'-').count();
    name > 0 && body[name..].starts_with(':')
}
