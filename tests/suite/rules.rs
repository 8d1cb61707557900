//! The rules of the schemas: each is broken once and told at its place, and what is not certain is not told.

use std::collections::BTreeSet;
use std::fs;

use crate::fixture::{Fixture, Run, repository};

/// A request that breaks a rule of its own.
const REQUEST: &str = "id: ask\nreport: anniversary\nversion: 1\nstatus: draft\nas-of: 2022-03-04\ndate: 2022-03-01\n";

/// One line a change: the file below `data/`, what is replaced, by what (`⏎` ends a line), and what is told, with the
/// words that its line begins with, in this file or in another.
const BROKEN: &str = "
claims/claim-38-outcome-in-tajik | preferred: 2 | preferred: 3 | error[claim-preferred-missing] preferred: 3
claims/claim-05-bratislava-subject | preferred: 1⏎ | | error[claim-without-preferred] candidates:
claims/claim-04-russian-wording | preferred: 1 | preferred: 1⏎undecided: true | error[claim-decided-and-undecided] undecided: true
claims/claim-35-russian-short-names | The first version is diplomatic usage, which these documents follow. | News and diplomatic texts use “Кыргызстан” and “Туркменистан”. | error[claim-reason-repeats-version] because:
delegations/tashkent-2022-delegation-sco | party: sco | party: osce | error[delegation-twice] party: osce
events/side-dushanbe-2018-eu | date: 2018-05-03/2018-05-04 | date: 2018-05-02/2018-05-03 | error[event-outside-parent] date: 2018-05-02/2018-05-03
events/dfm-01-2008 | date-basis: stated⏎ | | error[date-without-basis] date: 2008-10-16
events/anniv-announced-2021 | reported: 2021-09-24 | reported: 2021-08-24 | error[event-reported-too-early] reported: 2021-08-24
events/cttech-tashkent-xx | date: XXXX-09-27 | date: 2062-09-27 | warning[event-after-as-of] date: 2062-09-27
events/tr-cft-samarkand-2019 | date: 2019-08-27 | date: 2019-09-27 | warning[source-before-event] sources:
events/ws5-cft-ashgabat-2016 | duration-days: 3 | duration-days: 4 | error[event-longer-than-its-date] duration-days: 4
events/dfm-14-tashkent-2024 | pillars-basis: none-stated | pillars-basis: stated | error[pillars-without-basis] pillars-basis: stated
events/coord-1-istanbul-2018 | who: uncct | who: unoct | error[organizer-twice] who: unoct
events/dfm-04-bishkek-2012 | person: l-bilman | person: miroslav-jenca | error[participant-twice] person: miroslav-jenca
events/bil-tm-voronkov-2022 | person: vladimir-voronkov | person: vepa-hajiyev | error[meeting-with-oneself] sides:
facts/money-phases-1-2 | about: | shelf-life: 12⏎about: | error[shelf-life-without-date] shelf-life: 12
facts/money-seminars-2016 | about: | as-of: 2016-12⏎shelf-life: 111⏎about: | warning[shelf-life-over] as-of: 2016-12
figures/fig-undp-young-people-tajikistan | state: | shelf-life: 24⏎state: | error[shelf-life-without-date] shelf-life: 24
figures/fig-returned-uzbekistan-2021 | as-of: 2021-11 | as-of: 2021-11⏎shelf-life: 24 | warning[shelf-life-over] as-of: 2021-11
figures/fig-kz-acts-stopped | as-of: 2013/2017⏎ | | error[figure-without-date] value: 38
figures/fig-kz-prevention-commissions | unit-in-label: true | unit-in-label: false | error[figure-without-unit] value: 202
figures/fig-expert-3-almaty-2011-central-asian-states | Central Asian States listed among the participants of the third expert meeting in Almaty, according to CTITF. | Central Asian States | error[figure-definition-repeats-label] definition:
figures/fig-ewn-conf-2023-10-participants | as-of: 2023-10-09/2023-10-13 | as-of: 2025 | warning[source-before-figure] sources:
figures/fig-vienna-ftf-2020-countries | order: 2 | order: 1 | error[order-twice] order: 1 in figures/fig-vienna-ftf-2020-participants
instruments/ashgabat-declaration-2017 | date: 2017-06-13 | date: 2017-07 | error[instrument-outside-event] date: 2017-07
instruments/strategy-2006 | type: | replaces: jpoa-2011⏎type: | error[instrument-replaces-later] replaces: jpoa-2011
marking-schemes/tlp | id: green | id: clear | error[level-twice] id: clear
persons/zhang-ming | from: 2022-01-01 | from: 2022-03-05 | warning[post-not-held] head: zhang-ming in delegations/tashkent-2022-delegation-sco; warning[post-not-held] person: zhang-ming in events/tashkent-conf-2022; warning[post-not-held] person: zhang-ming in statements/tashkent-2022-zhang
persons/terhi-hakala | from: 2021-07 | from: 2022-04 | warning[post-not-held] party: eu in events/bil-tm-hakala-2022
persons/vladimir-norov | until: 2021 | until: 2018 | error[post-ends-before-it-begins] title:
persons/miroslav-jenca | seen: [2015-01] | seen: [2016-01] | error[post-seen-outside-its-time] title:
phases/phase-1 | ends: 2011 | ends: 2009 | error[phase-ends-before-it-begins] ends: 2009
places/bratislava | state: | in-use: 2011/..⏎state: | error[place-name-not-in-use] places: in events/expert-1-bratislava-2010
sessions/tashkent-2022-session-1 | form: | moderator: petko-draganov⏎form: | warning[post-not-held] moderator: petko-draganov
sessions/tashkent-2022-session-2 | order: 2 | order: 2⏎date: 2022-03-05 | error[session-outside-event] date: 2022-03-05
sessions/tashkent-2022-session-4 | order: 4 | order: 3 | error[order-twice] order: 3
sources/s36 | language: | described: {en: \"An item\", ru: \"Сообщение\"}⏎language: | error[source-title] publisher:
sources/s103 | published: 2022-03-02 | published: 2022-03-02⏎seen: 2022-03-01 | error[source-seen-before-published] seen: 2022-03-01
sources/s43 | published: 2024-11-27 | published: 2062-11-27 | warning[source-after-as-of] published: 2062-11-27
statements/tashkent-2022-hajiyev | order: 10 | order: 9 | error[order-twice] order: 9 in statements/tashkent-2022-muhriddin
recipients/to-osce | channel: folder | channel: mail | error[recipient-without-address] channel: mail
recipients/to-unoct | channel: folder | channel: folder⏎from: 2022-03-04⏎until: 2021 | error[recipient-ends-before] until: 2021
requests/ask | | | error[request-dated-too-early] date: 2022-03-01
";

/// Changes that a rule could take for a fault, and must not.
const SOUND: &str = "
claims/claim-05-bratislava-subject | preferred: 1 | undecided: true |
events/side-dushanbe-2018-eu | date: 2018-05-03/2018-05-04 | date: 2018-05 |
events/tr-cft-samarkand-2019 | date: 2019-08-27⏎date-basis: last-day | date: 2019-09-27⏎date-basis: planned |
events/ws5-cft-ashgabat-2016 | date: 2016-12-14/2016-12-16 | date: 2016-12 |
events/bil-tm-muhriddin-2022 | party: tajikistan | party: turkmenistan |
events/cttech-tashkent-xx | date: XXXX-09-27⏎date-basis: stated | date: 2062-09-27⏎date-basis: planned |
figures/fig-returned-uzbekistan-2021 | as-of: 2021-11 | as-of: 2021-11⏎shelf-life: 53 |
figures/fig-eu-projects-money | unit: {en: \"million euros\", ru: \"млн евро\"} | unit-in-label: true |
persons/zhang-ming | from: 2022-01-01 | from: 2022-03-05~ |
persons/terhi-hakala | from: 2021-07 | from: 2022 |
places/bratislava | state: | in-use: 2010-12-16/..⏎state: |
sessions/tashkent-2022-session-2 | order: 2 | order: 2⏎date: 2022-03 |
sessions/tashkent-2022-session-1 | form: | moderator: eldor-aripov⏎form: |
sources/s43 | published: 2024-11-27 | published: 2026 |
";

fn rows(table: &str) -> impl Iterator<Item = [String; 4]> {
    table.trim().lines().map(|line| {
        let cells: Vec<String> = line.split('|').map(|cell| cell.trim().replace('⏎', "\n")).collect();
        cells.try_into().unwrap_or_else(|_| panic!("four cells: {line}"))
    })
}

fn change(fixture: &Fixture, table: &str) {
    fixture.write("data/requests/ask.yaml", REQUEST);
    for [file, from, to, _] in rows(table).filter(|[_, from, ..]| !from.is_empty()) {
        fixture.replace(&format!("data/{file}.yaml"), &from, &to);
    }
}

/// Returns what a table says is told: the weight with the code, the file, and the words that its line begins with.
fn expected(table: &str) -> BTreeSet<(String, String)> {
    let one = |file: &str, told: &str| {
        let (code, at) = told.trim().split_once(' ').expect("a code and a place");
        let (words, file) = at.rsplit_once(" in ").unwrap_or((at, file));
        (code.to_owned(), format!("data/{file}.yaml: {words}"))
    };
    rows(table)
        .flat_map(|[file, _, _, told]| told.split(';').map(|told| one(&file, told)).collect::<Vec<_>>())
        .collect()
}

fn told(fixture: &Fixture, run: &Run) -> BTreeSet<(String, String)> {
    let one = |fault: &str| {
        let (code, rest) = fault.trim().split_once(']')?;
        let place = rest.split("--> ").nth(1)?.lines().next()?;
        let (path, line) = place.rsplit_once(':')?.0.rsplit_once(':')?;
        Some((format!("{code}]"), format!("{path}: {}", words_of_line(fixture, path, line.parse().ok()?))))
    };
    run.errors.split("\n\n").filter_map(one).collect()
}

/// Returns the name of the field of a line, and its value where that is a word.
fn words_of_line(fixture: &Fixture, path: &str, line: usize) -> String {
    let text = fs::read_to_string(fixture.path(path)).expect("a file that was read");
    let line = text.lines().nth(line - 1).unwrap_or_default().trim_start_matches([' ', '-', '{']);
    line.split(['{', '[', '"', '|', '>', '#', ',', '}']).next().unwrap_or_default().trim_end().to_owned()
}

#[test]
fn every_broken_rule_is_told_at_its_place_and_nothing_else_is() {
    let fixture = Fixture::shipped();
    change(&fixture, BROKEN);
    let run = fixture.run(&["check"]);
    assert_eq!(run.code, 1);
    let (expected, told) = (expected(BROKEN), told(&fixture, &run));
    let missing: Vec<_> = expected.difference(&told).collect();
    let surplus: Vec<_> = told.difference(&expected).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "not told: {missing:#?}\ntoo much: {surplus:#?}\n{}", run.errors);
}

#[test]
fn what_is_not_certain_is_not_told() {
    let fixture = Fixture::shipped();
    change(&fixture, SOUND);
    fixture.replace("data/requests/ask.yaml", "date: 2022-03-01", "date: 2022-03");
    let run = fixture.run(&["check"]);
    let heavier: Vec<_> = told(&fixture, &run).into_iter().filter(|(code, _)| !code.starts_with("note[")).collect();
    assert_eq!((run.code, heavier), (0, vec![]));
}

#[test]
fn every_rule_of_the_shipped_schemas_is_broken_here() {
    let shipped = fs::read_dir(repository().join("data/schema")).expect("schemas").flatten();
    let shipped = shipped.filter_map(|entry| fs::read_to_string(entry.path()).ok());
    let built_in = chancery::schema::SYSTEM.iter().map(|(_, text)| (*text).to_owned());
    let mut rules = BTreeSet::new();
    for text in shipped.chain(built_in).filter(|text| text.starts_with('{')) {
        let schema: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let folder = schema["x-folder"].as_str().unwrap_or_default().to_owned();
        for rule in schema["x-rules"].as_array().into_iter().flatten() {
            let weight = rule["severity"].as_str().unwrap_or("error");
            rules.insert((folder.clone(), format!("{weight}[{}]", rule["code"].as_str().unwrap_or_default())));
        }
    }
    let folder = |place: &str| place.split('/').nth(1).unwrap_or_default().to_owned();
    let broken: BTreeSet<_> = expected(BROKEN).into_iter().map(|(code, place)| (folder(&place), code)).collect();
    assert_eq!(rules, broken);
}

#[test]
fn rules_of_another_plan_know_the_day_of_the_workspace() {
    let fixture = Fixture::foreign();
    fixture.replace("data/wells/second-well.yaml", "dug: 2000-01-02", "dug: 2001-02-04");
    fixture.replace("data/wells/first-well.yaml", "\"~40\"", "\"<2\"");
    let told = told(&fixture, &fixture.run(&["check"]));
    let expected = [
        ("error[well-not-dug-yet]", "data/wells/second-well.yaml: dug: 2001-02-04"),
        ("warning[well-shallow]", "data/wells/first-well.yaml: depth:"),
    ];
    assert_eq!(told, expected.map(|(code, place)| (code.to_owned(), place.to_owned())).into());
}

#[test]
fn the_words_of_a_rule_quote_a_text_in_their_own_language() {
    let fixture = Fixture::foreign();
    fixture.write(
        "data/wells/third-well.yaml",
        "id: third-well\nname: {en: \"Third Well\", ru: \"Третий колодец\"}\nvillage: lower\ndepth: \"501\"\nsources: [gazette]\n",
    );
    for (locale, words) in [("en", "Measure “Third Well” again"), ("ru", "Измерьте «Третий колодец» ещё раз")]
    {
        let run = fixture.run(&["check", "--lang", locale]);
        let said = run.errors.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_function_that_cannot_answer_says_why() {
    for (rule, reason) in [
        ("record('nobody').id == ''", "there is no record “nobody”"),
        ("inverse('nobody', 'wells').size() == 0", "there is no record “nobody”"),
        ("inverse(self.village, 'spoons').size() == 0", "nothing refers to a village as “spoons”"),
        ("inverse(self.village, 'wells').size() == 7", "well-too-deep"),
        ("before(self.id, as_of)", "-well”: it has another form"),
        ("fits('2001-02-30', as_of)", "“2001-02-30”: the calendar has no such day"),
        ("overlaps(as_of, '2001/2000')", "the end lies before the start"),
        ("within('', as_of)", "“”: it has another form"),
        ("months(2001, 2002) == 12", "rule-failed"),
        ("days(self.village, self.village) == 1", "rule-failed"),
        ("earliest(null) == ''", "rule-failed"),
    ] {
        let fixture = Fixture::foreign();
        fixture.replace("data/schema/well.schema.json", "!has(self.depth) || self.depth <= 500", rule);
        let run = fixture.run(&["check"]);
        assert_eq!(run.code, 1, "{rule}: {}", run.errors);
        // The terminal breaks sentences into lines.
        let words = run.errors.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(reason), "{rule}: {words}");
    }
}
