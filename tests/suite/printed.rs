//! What a record that is printed says is on the page: every value of the page data is given a word of its own, and each word is found in
//! the text of the PDF, whole, and once where nothing says otherwise.

use chancery::check::Checked;
use chancery::driver::{self, BuildRequest, Views};
use chancery::load::Workspace;
use chancery::page::Page;
use chancery::record::Language;
use chancery::render::{RenderFault, RenderJob, Renderer};
use chancery::report::Report;
use serde_json::{Value as Json, json};

use crate::fixture::repository;
use crate::fixture::text_layer::{joined, pages};

/// Values that are no words: a template says them by terms or by signs.
const CODES: &[&str] = &[
    // The id of a source in capitals.
    "sources.key",
    "date-basis",
    "delivery",
    "figures[].status",
    "subject.group",
    "language[]",
    "mode",
    "our-translation[]",
    "phase.basis",
    "phase.position",
    "pillars-basis",
    "role",
    "slot",
    "status[].status",
    "sources[]",
    "text-in[]",
];

/// Values that a page may leave out, and why.
const UNPRINTED: &[(&str, &str)] = &[
    ("sets.claims[].question", "the set enters its claims into the register, from which they are printed"),
    ("sets.conference-meetings[].title", "the sides of a meeting say it"),
    ("sets.conference[].title", "the set says whether the section stands, whose words are a text"),
    ("sets.meetings[].title", "the sides of a meeting say it"),
    ("sets.organizations[].name", "the set is counted over; the rows of the count carry the names"),
    ("sets.phases[].name", "the set is counted"),
    ("sets.states[].name", "the set is counted over; the rows of the count carry the names"),
    (
        "sets.reporting[].publisher",
        "the set says which sources name those who took part; their words stand in the register",
    ),
    ("sources.note", "a remark for editors"),
    ("sources.supports", "a remark for editors"),
    ("subject.short", "the title of the document, which is no field of the page's records"),
    ("sets.attended[].title", "the set is counted"),
    (
        "sets.delegations[].event.date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    ("sets.delegations-organizations[].head.family", "printed in capitals"),
    ("sets.delegations-states[].head.family", "printed in capitals"),
    ("sets.delegations-un[].head.family", "printed in capitals"),
    (
        "sets.elsewhere[].date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    (
        "sets.events[].date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    ("sets.held-in-states[].date", "the set is counted"),
    (
        "sets.held[].date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    (
        "sets.meetings[].date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    ("sets.organizations[].head.family", "printed in capitals"),
    ("sets.organized[].title", "the set is counted"),
    (
        "sets.own-events[].date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    (
        "sets.sessions[].event.date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    (
        "sets.statements[].event.date-note",
        "a register says in a word what a date rests on; the note stands in the brief of the event, and in a register that has no date",
    ),
    ("sets.states[].head.family", "printed in capitals"),
    ("sets.un[].head.family", "printed in capitals"),
    ("subject.sides[].person.posts[].from", "the words of the period in the post stand for its dates"),
    ("subject.sides[].person.posts[].seen[]", "the words of the period in the post stand for its dates"),
];

/// Values that stand in more places than one.
const REPEATED: &[&str] = &[
    "sets.pillars[].number",
    "sources.published",
    "sources.publisher",
    "subject.date",
    "subject.figures[].label",
    "subject.instruments[].title",
    "subject.places[].name",
    "subject.places[].state.name",
    "subject.statements[].person.family",
    "subject.statements[].person.given",
    "subject.statements[].post",
    "subject.venue",
    "sets.national-texts[].title",
    "sets.statements[].person.family",
    "sets.statements[].person.given",
    "sets.statements[].post",
    "subject.sides[].party.name",
    "subject.sides[].person.family",
    "subject.sides[].person.given",
    "subject.sides[].person.posts[].title",
];

/// Reports that print the same records in several chapters and parts.
const REPEATING: &[&str] = &["anniversary-report", "fact-sheet"];

/// Reports of one page, which choose on the page what it has room for.
const CHOOSING: &[&str] = &["fact-sheet"];

/// Fields that no shipped record fills: reports print them for the records to come.
const UNFILLED: &[(&str, &str)] = &[
    ("anniversary", "sets.speakers.person.family-first"),
    ("anniversary-report", "sets.conference-meetings.sides.person.family-first"),
    ("anniversary-report", "sets.conference.figures.status"),
    ("anniversary-report", "sets.conference.figures.unit"),
    ("anniversary-report", "sets.conference.mode"),
    ("anniversary-report", "sets.conference.our-translation"),
    ("anniversary-report", "sets.conference.venue"),
    ("anniversary-report", "sets.delegations-others.head-post"),
    ("anniversary-report", "sets.delegations-others.head.family"),
    ("anniversary-report", "sets.delegations-others.head.family-first"),
    ("anniversary-report", "sets.delegations-others.head.given"),
    ("anniversary-report", "sets.delegations-others.note"),
    ("anniversary-report", "sets.delegations-others.our-translation"),
    ("anniversary-report", "sets.delegations-others.party.name"),
    ("anniversary-report", "sets.delegations-others.sources"),
    ("anniversary-report", "sets.delegations-states.head.family-first"),
    ("anniversary-report", "sets.delegations-un.head.family-first"),
    ("anniversary-report", "sets.meetings.sides.person.family-first"),
    ("anniversary-report", "sets.meetings.venue"),
    ("anniversary-report", "sets.milestones.mode"),
    ("anniversary-report", "sets.origins.mode"),
    ("anniversary-report", "sets.origins.venue"),
    ("anniversary-report", "sets.statements.person.family-first"),
    ("anniversary-report", "sets.states.status.instrument.our-translation"),
    ("anniversary-report", "sets.speakers.person.family-first"),
    ("anniversary-report", "sets.texts-report-lessons.body"),
    ("anniversary-report", "sets.texts-report-message.body"),
    ("fact-sheet", "sets.state-texts.date-note"),
    ("country-profile", "sets.delegations.head.family-first"),
    ("country-profile", "sets.held.mode"),
    ("country-profile", "sets.meetings.sides.person.family-first"),
    ("country-profile", "sets.meetings.venue"),
    ("country-profile", "sets.statements.person.family-first"),
    ("country-profile", "subject.gaps.sources"),
    ("country-profile", "subject.status.instrument.our-translation"),
    ("country-profile", "sets.statements-in-lines.person.family-first"),
    ("country-profile", "sets.statements-noted.person.family-first"),
    ("country-profile", "sets.texts-profile-considerations.body"),
    ("meeting-brief", "sets.gaps.sources"),
    ("meeting-brief", "sets.together.mode"),
    ("meeting-brief", "subject.facts.sources"),
    ("meeting-brief", "subject.facts.text"),
    ("meeting-brief", "subject.figures.status"),
    ("meeting-brief", "subject.figures.unit"),
    ("meeting-brief", "subject.note"),
    ("meeting-brief", "subject.parent.our-translation"),
    ("meeting-brief", "subject.reported"),
    ("meeting-brief", "subject.sides.person.family-first"),
    ("meeting-brief", "subject.sides.person.posts.until"),
    ("meeting-brief", "subject.statements.lines"),
    ("meeting-brief", "subject.statements.main-line"),
    ("meeting-brief", "subject.statements.our-translation"),
    ("meeting-brief", "subject.statements.person.family"),
    ("meeting-brief", "subject.statements.person.family-first"),
    ("meeting-brief", "subject.statements.person.given"),
    ("meeting-brief", "subject.statements.post"),
    ("meeting-brief", "subject.statements.sources"),
    ("meeting-brief", "subject.venue"),
    ("meeting-brief", "sets.texts-meeting-if-raised.body"),
    ("meeting-brief", "sets.texts-meeting-points.body"),
    ("meeting-brief", "sets.texts-meeting-purpose.body"),
    ("meeting-brief", "sets.texts-meeting-record.body"),
    ("meeting-brief", "sets.texts-next-steps.body"),
    ("participants", "sets.gaps.sources"),
    ("participants", "sets.others.head-post"),
    ("participants", "sets.others.head.family"),
    ("participants", "sets.others.head.family-first"),
    ("participants", "sets.others.head.given"),
    ("participants", "sets.others.note"),
    ("participants", "sets.others.our-translation"),
    ("participants", "sets.others.party.name"),
    ("participants", "sets.others.sources"),
    ("participants", "sets.states.head.family-first"),
    ("participants", "sets.un.head.family-first"),
    ("participants", "subject.figures.status"),
    ("participants", "subject.figures.unit"),
    ("participants", "subject.mode"),
    ("participants", "subject.our-translation"),
    ("participants", "subject.place-note"),
    ("participants", "subject.venue"),
    ("pillar-brief", "sets.sessions.points"),
    ("pillar-brief", "subject.gaps.sources"),
    ("pillar-brief", "sets.texts-pillar-considerations.body"),
    ("pillar-brief", "sets.texts-pillar-next-steps.body"),
    ("pillar-brief", "sets.texts-pillar-points.body"),
    ("event-brief", "sets.speakers.person.family-first"),
    ("event-brief", "sets.statements-in-lines.person.family-first"),
    ("event-brief", "sets.statements-noted.person.family-first"),
];

/// Values that stand in boxes of one size: a long one is refused, as another test shows.
const SHORT: &[&str] = &[
    "sets.abbreviations[].abbreviation",
    "sets.milestones[].date",
    "sets.milestones[].short",
    "sets.pillars[].number",
];

/// Gives every value of the records in page data a word of its own, and remembers where each stands.
struct Marker {
    words: Vec<(String, String)>,
    /// What stands between the word and another one at the end, to make a text long.
    between: String,
}

impl Marker {
    fn all(&mut self, page: &mut Json) {
        self.value(&mut page["subject"], "subject");
        self.value(&mut page["sets"], "sets");
        for register in ["sources", "claims"] {
            let records = page[register].as_object_mut().expect("a register").values_mut();
            records.for_each(|record| self.value(record, register));
        }
    }

    fn word(&mut self, path: &str) -> Json {
        let number = self.words.len();
        let (first, last) = (format!("q{number}x"), format!("z{number}y"));
        // A few long values of a field tell as much as many.
        let before = self.words.iter().filter(|(of, _)| of == path).count();
        self.words.push((path.to_owned(), first.clone()));
        if self.between.is_empty() || SHORT.contains(&path) || before > 4 {
            return first.into();
        }
        self.words.push((path.to_owned(), last.clone()));
        format!("{first} {} {last}", self.between).into()
    }

    fn value(&mut self, value: &mut Json, path: &str) {
        if CODES.iter().any(|code| path.ends_with(code)) {
            return;
        }
        match value {
            Json::String(_) => *value = self.word(path),
            Json::Array(items) => items.iter_mut().for_each(|item| self.value(item, &format!("{path}[]"))),
            Json::Object(fields) if fields.contains_key("edtf") => {
                fields["long"] = self.word(path);
                fields["short"] = fields["long"].clone();
            }
            Json::Object(fields)
                if fields.contains_key("text")
                    && ["lang", "number", "to"].iter().any(|key| fields.contains_key(*key)) =>
            {
                fields["text"] = self.word(path);
            }
            Json::Object(fields) if fields.contains_key("blocks") => self.markdown(&mut fields["blocks"], path),
            Json::Object(fields) => {
                let said =
                    fields.iter_mut().filter(|(name, _)| *name != "id" && *name != "lang" && !name.ends_with("-claim"));
                said.for_each(|(name, field)| self.value(field, &format!("{path}.{name}")));
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }

    fn markdown(&mut self, value: &mut Json, path: &str) {
        match value {
            Json::Array(items) => items.iter_mut().for_each(|item| self.markdown(item, path)),
            Json::Object(fields) if fields.get("type").is_some_and(|kind| kind == "text") => {
                // Pieces of a text are parted by spaces or by notes.
                fields["text"] = format!(" {} ", self.word(path).as_str().unwrap_or_default()).into();
            }
            Json::Object(fields) => fields.values_mut().for_each(|field| self.markdown(field, path)),
            _ => {}
        }
    }
}

/// Returns the page of a shipped document in its first language.
fn page(checked: &Checked, report: &str, subject: Option<&str>) -> Page {
    let subjects = subject.map(str::to_owned).into_iter().collect();
    let wanted = BuildRequest { report: report.to_owned(), subjects, ..BuildRequest::default() };
    let views = driver::Views::new(checked, &wanted).expect("there is an edition");
    let plan = driver::plan(&views, &wanted).expect("there is such a document");
    driver::page(&plan[0]).expect("a page")
}

/// Returns briefs in which every field that the report prints says something, one with what stands instead of what another lacks.
fn briefs(checked: &Checked) -> [Page; 2] {
    let mut page = page(checked, "event-brief", Some("tashkent-conf-2022"));
    let person = json!({"id": "p", "given": "Given", "family": "Family", "family-first": false});
    let date = page.data["subject"]["date"].clone();
    let subject = &mut page.data["subject"];
    for (name, value) in [
        ("our-translation", json!(["en"])),
        ("reported", date),
        ("mode", json!("online")),
        ("venue", json!("Venue")),
        ("place-note", json!("Note")),
        ("organizers-note", json!("Note")),
        ("duration-days", json!(3)),
        ("parent", json!({"id": "e", "short": "Parent"})),
        ("sides", json!([{"party": {"id": "o", "name": "Party"}, "person": person}])),
    ] {
        subject[name] = value;
    }
    subject["phase"]["basis"] = json!("by-content");
    subject["figures"][0]["unit"] = json!("Unit");
    subject["figures"][0]["status"] = json!("planned");
    subject["sessions"][0]["points"] = json!(["Point", "Point"]);
    subject["sessions"][0]["moderator"] = person;
    let sets = &mut page.data["sets"];
    sets["figures-noted"][0]["note"] = json!("Note");
    sets["instruments-noted"][0]["status"] = json!("Status");
    sets["meetings"][0]["sides"][0]["person"]["family-first"] = json!(false);
    let mut other = page.clone();
    let claim = json!({
        "id": "c", "number": 1, "question": "Question", "preferred": 1, "because": "Because",
        "candidates": [{"text": "Candidate", "sources": []}],
    });
    other.data["claims"]["c"] = claim;
    for meeting in other.data["sets"]["meetings"].as_array_mut().expect("meetings") {
        meeting["sides"] = Json::Null;
    }
    let subject = &mut other.data["subject"];
    subject["participants"]["text"] = Json::Null;
    subject["date"] = Json::Null;
    other.data["sets"]["instruments"] = json!([]);
    [page, other]
}

/// Returns whether a value says something under a path of a report.
fn says(value: &Json, path: &str) -> bool {
    match (value, path.split_once('.').unwrap_or((path, ""))) {
        (Json::Array(items), _) => items.iter().any(|item| says(item, path)),
        (value, ("", _)) => !value.is_null(),
        (value, (step, rest)) => says(&value[step], rest),
    }
}

/// Renders a page and returns its text, joined over the ends of its lines.
fn text(checked: &Checked, page: &Page) -> Result<String, Vec<RenderFault>> {
    let renderer = Renderer::open(&checked.workspace.templates(), &repository().join("fonts"));
    let rendered = renderer.render(&RenderJob::new(page, &format!("{}/main.typ", page.document.report)))?;
    Ok(joined(&pages(rendered.pdf).join("\n")))
}

fn shipped() -> Checked {
    let result = chancery::check::check(chancery::load::load(Workspace { root: repository() }));
    result.checked().expect("the shipped records are sound")
}

/// Adds what is wrong with the words of a page in its text.
fn odd(report: &str, words: &[(String, String)], text: &str, found: &mut Vec<String>) {
    let repeats = REPEATING.contains(&report);
    for (path, word) in words {
        // At the beginning of a sentence a word has a capital.
        let capital = word.replacen(['q', 'z'], if word.starts_with('q') { "Q" } else { "Z" }, 1);
        match text.matches(word.as_str()).count() + text.matches(capital.as_str()).count() {
            0 if !CHOOSING.contains(&report) && !UNPRINTED.iter().any(|(of, _)| of == path) => {
                found.push(format!("{path} is not printed"));
            }
            0 | 1 => {}
            _ if repeats || REPEATED.contains(&path.as_str()) => {}
            many => found.push(format!("{path} is printed {many} times")),
        }
    }
    found.sort();
    found.dedup();
}

/// Returns pages of a report that say, together, something under every path that it asks for: those of all its subjects, or the ones
/// that were completed by hand.
fn complete(checked: &Checked, report: &str) -> Vec<Page> {
    if report == "event-brief" {
        return briefs(checked).into();
    }
    let wanted = BuildRequest { report: report.to_owned(), languages: vec![Language::En], ..BuildRequest::default() };
    let views = Views::new(checked, &wanted).expect("a day");
    let jobs = driver::plan(&views, &wanted).expect("a report");
    jobs.iter().map(|job| driver::page(job).expect("no filter fails")).collect()
}

#[test]
fn every_field_that_a_report_asks_for_is_printed_once() {
    let checked = shipped();
    let mut faults = Vec::new();
    // The specimen prints a sample of its own, the register what a test of releases enters, and a pack documents that are tried by themselves.
    let tried = |report: &&Report| report.build && report.name != "register" && report.binds.is_none();
    for report in checked.reports.iter().filter(tried) {
        let pages = complete(&checked, &report.name);
        let mut asked: Vec<(String, &String)> =
            report.subject.iter().map(|path| ("subject".to_owned(), path)).collect();
        asked.extend(
            report.sets.iter().flat_map(|(name, set)| set.show.iter().map(move |path| (format!("sets.{name}"), path))),
        );
        let silent =
            asked.iter().filter(|(of, path)| !pages.iter().any(|page| says(&page.data, &format!("{of}.{path}"))));
        let said = silent.map(|(of, path)| format!("{of}.{path}"));
        let strange = said.filter(|path| !UNFILLED.contains(&(report.name.as_str(), path.as_str())));
        faults.extend(strange.map(|path| format!("{}: nothing is said under {path}", report.name)));
        for mut page in pages {
            let mut marker = Marker { words: Vec::new(), between: String::new() };
            marker.all(&mut page.data);
            let text = text(&checked, &page).unwrap_or_else(|told| panic!("{}: {told:#?}", report.name));
            let mut found = Vec::new();
            odd(&report.name, &marker.words, &text, &mut found);
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", report.name)));
        }
    }
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Sets that are only counted.
const COUNTED: &[(&str, &str)] = &[("country-profile", "held-in-states")];

#[test]
fn no_date_of_an_event_stands_without_what_it_rests_on() {
    let checked = shipped();
    let mut bare = Vec::new();
    for report in &checked.reports {
        let subjects = report.for_each.iter().map(|kind| (kind.as_str(), "subject", &report.subject));
        let sets = report.sets.iter().filter(|(name, _)| !COUNTED.contains(&(report.name.as_str(), name.as_str())));
        let sets = sets.map(|(name, set)| (set.kind.as_str(), name.as_str(), &set.show));
        for (kind, name, paths) in subjects.chain(sets) {
            let of_event = |path: &&String| (kind == "event" && *path == "date") || path.ends_with("event.date");
            let rests = |path: &String| paths.contains(&format!("{path}-basis"));
            bare.extend(
                paths
                    .iter()
                    .filter(of_event)
                    .filter(|path| !rests(path))
                    .map(|path| format!("{}: {name}.{path}", report.name)),
            );
        }
    }
    assert!(bare.is_empty(), "asked for without what it rests on: {bare:#?}");
    // One part writes the dates of events; what others write are dates of texts, posts and documents.
    let others = [
        "house/event.typ",
        "house/annex.typ",
        "house/biography.typ",
        "house/page.typ",
        "house/notes.typ",
        "house/released.typ",
    ];
    for entry in
        glob::glob(&repository().join("templates/**/*.typ").display().to_string()).expect("a pattern").flatten()
    {
        let (path, text) = (entry.display().to_string(), std::fs::read_to_string(&entry).expect("a template"));
        let apart = others.iter().any(|other| path.ends_with(other));
        let dates = ["event.date.short", "event.date.long", "it.date.short", "it.date.long"];
        let written: Vec<&str> = dates.into_iter().filter(|date| text.contains(date)).collect();
        assert!(
            apart || written.is_empty() || (path.ends_with("house/conference.typ") && written == ["it.date.short"]),
            "{path}: {written:?}"
        );
    }
}

#[test]
fn texts_of_any_length_are_printed_or_refused() {
    let checked = shipped();
    for mut page in [briefs(&checked).into_iter().next().expect("a brief"), page(&checked, "anniversary", None)] {
        let between = "a text goes on, ".repeat(150);
        let mut marker = Marker { words: Vec::new(), between };
        marker.all(&mut page.data);
        let mut faults = Vec::new();
        match text(&checked, &page) {
            Ok(text) => odd("event-brief", &marker.words, &text, &mut faults),
            Err(told) => faults.extend(told.iter().map(|fault| format!("{fault:?}"))),
        }
        assert!(faults.is_empty(), "{}\n{}", page.document.report, faults.join("\n"));
    }
}
