//! From what is printed back to what says it: every figure of the summary has a complete chain, and people are told it in words.

use chancery::check::check;
use chancery::driver::{self, BuildRequest, Views};
use chancery::load::{Workspace, load};
use chancery::trace::{self, Chain, Match, Tracer};
use serde_json::Value as Json;

use crate::fixture::{APPROVED, Fixture, repository};

/// Returns the chain of every value with a figure that the documents of a report print, with what is printed.
fn figures(report: &str) -> Vec<(String, Chain)> {
    let checked = check(load(Workspace { root: repository() })).checked().expect("the shipped records are sound");
    let wanted = BuildRequest { report: report.to_owned(), ..BuildRequest::default() };
    let views = Views::new(&checked, &wanted).expect("there is an edition");
    let mut all = Vec::new();
    for job in driver::plan(&views, &wanted).expect("there is such a report") {
        let data = driver::page(&job).expect("a page").data;
        let tracer = Tracer {
            store: job.view.store(),
            files: &checked.files,
            language: job.language,
            report: &job.report.name,
            subject: job.subject,
            request: job.request,
            data: &data,
        };
        for printed in trace::printed(&data) {
            let Some(form) = printed.forms.iter().find(|form| form.contains(|letter: char| letter.is_ascii_digit()))
            else {
                continue;
            };
            let words = trace::seen(form);
            let found = Match { form: form.clone(), words, printed: printed.clone() };
            all.push((format!("{} {form}", job.language), tracer.chain(&found)));
        }
    }
    all
}

#[test]
fn every_figure_of_the_summary_has_a_complete_chain() {
    let all = figures("anniversary");
    assert!(all.len() > 1000, "the summary prints figures: {}", all.len());
    let mut broken = Vec::new();
    for (printed, chain) in &all {
        let written = chain.now.as_ref().is_some_and(|spot| spot.line > 0 && repository().join(&spot.file).is_file());
        let told = match chain.what {
            "field" => chain.record.is_some() && !chain.field.is_empty() && !chain.sources.is_empty(),
            "count" => chain.count.as_ref().is_some_and(|count| count.definition.is_some() && count.set.is_some()),
            "word" => chain.record.is_some(),
            _ => true,
        };
        if !written || !told {
            broken.push(format!("{printed}: {chain:?}"));
        }
    }
    assert!(broken.is_empty(), "{} of {}:\n{}", broken.len(), all.len(), broken[..broken.len().min(5)].join("\n"));
    let sources = all.iter().flat_map(|(_, chain)| &chain.sources);
    assert!(sources.clone().all(|source| source.title.is_some()), "a source has a title or says what it is");
    // Each figure is said by the very lines that are named, or by the field that they give.
    let exact = all.iter().filter(|(_, chain)| chain.now.as_ref().is_some_and(|spot| spot.line == spot.last_line));
    assert!(exact.count() * 10 > all.len() * 9);
}

#[test]
fn every_number_of_a_count_names_as_many_records_as_it_counts() {
    let mut seen = 0;
    for (printed, chain) in figures("anniversary") {
        let Some(count) = chain.count.filter(|count| ["total", "row", "cell"].contains(&count.part.as_str())) else {
            continue;
        };
        if count.distinct.is_none() && count.sum.is_none() {
            let number = chain.text.split(' ').next().and_then(|number| number.parse::<usize>().ok());
            assert_eq!(number, Some(count.records.len()), "{printed}: {count:?}");
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

fn json(fixture: &Fixture, arguments: &[&str]) -> Json {
    let run = fixture.run(&[&["trace", "--json"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.errors);
    serde_json::from_str(&run.output).expect("JSON")
}

#[test]
fn a_value_is_told_with_its_line_its_commit_and_its_sources() {
    let fixture = Fixture::foreign();
    let run = fixture.run_with(&["trace", "ledger/en", "40"], &[("GIT_CEILING_DIRECTORIES", "/")]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("not in a repository"), "{}", run.output);
    fixture.commit();
    let commit = fixture.git(&["rev-parse", "HEAD"]).trim().to_owned();
    let found = json(&fixture, &["ledger/en", "40"]);
    let place = &found[0]["places"][0];
    assert_eq!(found[0]["places"].as_array().map(Vec::len), Some(1), "{found:#}");
    assert_eq!((&place["record"], &place["field"]), (&"first-well".into(), &"depth".into()));
    assert_eq!(place["now"]["file"], "data/wells/first-well.yaml");
    let text = fixture.read("data/wells/first-well.yaml");
    let line = text.lines().position(|line| line.starts_with("depth:")).expect("a line") + 1;
    assert_eq!(place["now"]["line"], line);
    assert_eq!(place["changed"]["commit"], commit.as_str());
    assert!(place["sources"].as_array().is_some_and(|sources| sources.iter().all(|s| s["title"].is_string())));
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    assert_eq!(json(&fixture, &["ledger/en", "41"])[0]["places"][0]["changed"], "not-committed");
    let russian = fixture.run(&["trace", "ledger/en", "41", "--lang", "ru"]);
    assert!(russian.output.contains("запись first-well"), "{}", russian.output);
}

#[test]
fn what_is_printed_nowhere_is_said_so() {
    let fixture = Fixture::foreign();
    let run = fixture.run(&["trace", "ledger/en", "987654"]);
    assert_eq!(run.code, 1, "{}", run.output);
    assert!(run.errors.contains("is in none of the values"), "{}", run.errors);
    assert_eq!(fixture.run(&["trace", "ledger/en", " "]).code, 2);
    assert_eq!(fixture.run(&["trace", "no-such-report", "1"]).code, 2);
}

#[test]
fn a_contested_value_is_told_with_its_versions_and_a_count_with_its_records() {
    let fixture = Fixture::shipped();
    let found = json(&fixture, &["anniversary/en", "30 November 2011"]);
    let places = found[0]["places"].as_array().expect("places");
    let adoption = places.iter().find(|place| place["record"] == "hlm-ashgabat-2011" && place["field"] == "date");
    let adoption = adoption.unwrap_or_else(|| panic!("{found:#}"));
    assert_eq!(adoption["claim"], "claim-02-month-of-adoption");
    assert_eq!(adoption["now"]["file"], "data/claims/claim-02-month-of-adoption.yaml");
    let taken: Vec<bool> =
        adoption["candidates"].as_array().into_iter().flatten().filter_map(|one| one["taken"].as_bool()).collect();
    assert_eq!(taken, [true, false]);
    let found = json(&fixture, &["anniversary/en", "15 workshops and trainings"]);
    let count = &found[0]["places"][0]["count"];
    assert_eq!((&count["name"], &count["part"]), (&"trainings".into(), &"total".into()), "{found:#}");
    assert_eq!(count["count-where"], "record(self.format).group == 'training'");
    assert_eq!(count["records"].as_array().map(Vec::len), Some(15));
}

#[test]
fn a_page_of_what_went_out_shows_what_stood_on_it() {
    let fixture = Fixture::foreign();
    fixture.write("data/requests/wells-1.yaml", APPROVED);
    fixture.commit();
    let run = fixture.run(&["release", "wells-1"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let file =
        run.output.lines().next().and_then(|line| line.rsplit('/').next()).expect("the path is printed").to_owned();
    fixture.replace("data/wells/first-well.yaml", "~40", "~41");
    let places = |text: &str| json(&fixture, &[&file, text, "--page", "1"])[0]["places"].as_array().map(Vec::len);
    assert_eq!(places("40"), Some(1), "what the records say now is another matter");
    let run = fixture.run(&["trace", &file, "41", "--page", "1"]);
    assert_eq!(run.code, 1, "{}", run.output);
}

#[test]
fn a_page_shows_what_stands_on_it() {
    let fixture = Fixture::foreign();
    let found = json(&fixture, &["ledger/en", "--page", "1"]);
    let places = found[0]["places"].as_array().expect("places");
    assert!(places.iter().any(|place| place["record"] == "first-well" && place["field"] == "depth"), "{found:#}");
    assert_eq!(json(&fixture, &["ledger/en", "40", "--page", "1"])[0]["places"].as_array().map(Vec::len), Some(1));
    let run = fixture.run(&["trace", "ledger/en", "--page", "99"]);
    assert!(run.code == 2 && run.errors.contains("has no page 99"), "{}", run.errors);
    assert_eq!(fixture.run(&["trace", "ledger/en"]).code, 2, "something to look for");
}
