//! The stages of making, each asked by itself: what is chosen and counted, what a page says, which documents are planned.

use chancery::check::{Checked, check};
use chancery::diag::output::{RenderOptions, show};
use chancery::driver::{self, BuildRequest, PlanError, Timings, Typesetter, Views};
use chancery::load::{Workspace, load};
use chancery::record::Language;
use chancery::render::Form;
use chancery::rule::Evaluator;
use chancery::select::{self, Job};
use serde_json::json;

use crate::fixture::{Fixture, repository};

fn checked(fixture: &Fixture) -> Checked {
    let result = check(load(Workspace { root: fixture.path("") }));
    result.checked().unwrap_or_else(|| panic!("{}", show(&result.diagnostics, &result.files, RenderOptions::default())))
}

fn wanted(report: &str) -> BuildRequest {
    BuildRequest { report: report.to_owned(), ..BuildRequest::default() }
}

/// Plans the ledger of wells and asks about its one document.
fn of_ledger<T>(fixture: &Fixture, ask: impl Fn(&Job<'_>) -> T) -> T {
    let checked = checked(fixture);
    let views = Views::new(&checked, &wanted("ledger")).expect("there is an edition");
    let jobs = driver::plan(&views, &wanted("ledger")).expect("there is such a report");
    assert_eq!(jobs.len(), 1);
    ask(&jobs[0])
}

fn ids(job: &Job<'_>, set: &str) -> Vec<String> {
    let selection = select::select(job).expect("the filters hold");
    selection.sets[set].iter().map(|record| record.id.clone()).collect()
}

#[test]
fn a_set_stands_in_the_order_it_names_and_in_that_of_its_kind_without_one() {
    let fixture = Fixture::foreign_records();
    assert_eq!(of_ledger(&fixture, |job| ids(job, "wells")), ["second-well", "first-well"], "the last dug first");
    fixture.replace("templates/ledger/report.yaml", "    order: [-dug]\n", "");
    assert_eq!(of_ledger(&fixture, |job| ids(job, "wells")), ["first-well", "second-well"]);
}

#[test]
fn a_list_stands_in_the_order_of_the_text_that_it_prints() {
    let fixture = Fixture::foreign_records();
    fixture.replace(
        "data/villages/upper.yaml",
        "{en: \"Upper Nowhere\"}",
        "{uz: \"Zulfiya\", kk: \"Алма\", ru: \"Аул\"}",
    );
    fixture.replace(
        "data/villages/lower.yaml",
        "{en: \"Lower Nowhere\"}",
        "{kk: \"Яблоня\", uz: \"Anor\", ru: \"Берёза\"}",
    );
    fixture.replace("data/schema/village.schema.json", "\"x-translate\": true,", "");
    let printed = of_ledger(&fixture, |job| {
        let page = driver::page(job).expect("a page").data;
        let villages = page["sets"]["villages"].as_array().expect("a list").clone();
        villages.iter().map(|village| village["name"]["text"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(printed, ["Аул", "Берёза"], "English is missing: Russian stands in, and is sorted by");
}

#[test]
fn a_filter_asks_only_whom_it_can_hold_for_and_says_the_same() {
    let checked = check(load(Workspace { root: repository() })).checked().expect("the shipped records are sound");
    let views = Views::new(&checked, &wanted("event-brief")).expect("there is an edition");
    let jobs = driver::plan(&views, &wanted("event-brief")).expect("there is such a report");
    let (mut asked, mut worth, mut heard) = (0, 0, 0);
    for job in jobs.iter().filter(|job| job.language == Language::En).step_by(7) {
        let (store, subject) = (job.view.store(), job.subject.expect("an event"));
        let mut evaluator = Evaluator::over(job.view.values());
        evaluator.bind("as_of", &job.view.day());
        evaluator.bind_record("subject", subject);
        for set in job.report.sets.values() {
            let filter = set.filter.as_ref().expect("every set of a brief has a filter");
            let expression = filter.expression().expect("it can be read");
            let all: Vec<_> = store.records.of_kind(&set.kind).collect();
            let held = all.iter().filter(|record| evaluator.evaluate(expression, record) == Ok(true));
            let held: Vec<&str> = held.map(|record| record.id.as_str()).collect();
            let chosen = select::choose(set, store, &evaluator, &mut |_, reason| panic!("{reason}"));
            assert_eq!(chosen.iter().map(|record| record.id.as_str()).collect::<Vec<_>>(), held, "{}", subject.id);
            worth += evaluator.worth_asking(filter, &set.kind).expect("an index knows").len();
            heard += all.len();
            asked += 1;
        }
    }
    // All records of a small kind can belong to one event.
    assert!(worth < heard / 10, "{worth} of {heard} are asked");
    assert!(asked > 10, "{asked} sets were compared");
}

#[test]
fn a_record_without_the_field_is_asked_where_the_filter_does_not_ask_for_it_first() {
    let fixture = Fixture::foreign_records();
    fixture.replace("data/wells/first-well.yaml", "dug: 1999-05\n", "");
    fixture.replace("templates/ledger/report.yaml", "    order: [-dug]\n", "    where: \"self.dug == '2000-01-02'\"\n");
    let faults = of_ledger(&fixture, |job| select::select(job).expect_err("the first well has no date"));
    assert_eq!(faults.iter().map(chancery::diag::Diagnostic::code).collect::<Vec<_>>(), ["filter-failed"]);
    fixture.replace("templates/ledger/report.yaml", "self.dug == ", "has(self.dug) && self.dug == ");
    assert_eq!(of_ledger(&fixture, |job| ids(job, "wells")), ["second-well"]);
}

#[test]
fn a_count_that_is_divided_says_which_records_fall_outside() {
    let fixture = Fixture::foreign_records();
    fixture.replace(
        "templates/ledger/report.yaml",
        "    kind: village\n",
        "    kind: village\n    where: \"self.id == 'upper'\"\n",
    );
    of_ledger(&fixture, |job| {
        let count = select::select(job).expect("the filters hold").counts["by-village"].clone().expect("it is told");
        assert_eq!((count.total, count.outside), (2, vec![0]), "the last dug stands first in the set");
        assert_eq!(count.rows.as_ref().map(|rows| rows.keys.clone()), Some(vec!["upper".to_owned()]));
        assert_eq!(count.cells, [(1, vec![])]);
        let page = driver::page(job).expect("a page").data;
        assert_eq!(page["counts"]["by-village"]["outside"], json!({"number": 1, "text": "1", "at": [0]}));
    });
}

#[test]
fn cells_below_the_least_are_left_out_and_the_others_stand_by_their_number_with_their_keys() {
    let fixture = Fixture::foreign_records();
    let another = fixture.read("data/wells/first-well.yaml").replace("id: first-well", "id: third-well");
    fixture.write("data/wells/third-well.yaml", &another.replace("1999-05", "2000"));
    fixture.write("data/wells/fourth-well.yaml", &another.replace("third", "fourth").replace("1999-05", "2000-03"));
    let by = "by: [{field: village, over: villages}";
    fixture.replace("templates/ledger/report.yaml", by, &format!("{by}, {{field: dug.year, least: 1}}"));
    let row = |fixture: &Fixture| {
        of_ledger(fixture, |job| driver::page(job).expect("a page").data["counts"]["by-village"]["rows"][1].clone())
    };
    let cell = |year: &str, at: &[usize]| json!({"number": at.len(), "text": at.len().to_string(), "at": at, "key": year, "label": year});
    assert_eq!(row(&fixture)["cells"], json!([cell("2000", &[0, 1]), cell("1999", &[3])]));
    fixture.replace("templates/ledger/report.yaml", "least: 1", "least: 2");
    let of_few = row(&fixture);
    assert_eq!(
        (&of_few["cells"], &of_few["number"]),
        (&json!([cell("2000", &[0, 1])]), &3.into()),
        "the row counts all"
    );
    of_ledger(&fixture, |job| {
        assert!(driver::page(job).expect("a page").data["counts"]["by-village"].get("columns").is_none());
    });
    fixture.replace("templates/ledger/report.yaml", ", least: 2", "");
    assert_eq!(row(&fixture)["cells"].as_array().map(Vec::len), Some(2), "one for each year");
}

#[test]
fn a_count_without_rows_is_null_below_its_least() {
    let fixture = Fixture::foreign_records();
    fixture.replace(
        "templates/ledger/report.yaml",
        "counts:\n",
        "counts:\n  all: {of: wells, least: 2, label: {en: \"wells\"}, definition: {en: \"wells of the plan\"}}\n",
    );
    let number =
        |fixture: &Fixture| of_ledger(fixture, |job| driver::page(job).expect("a page").data["counts"]["all"].clone());
    assert_eq!(number(&fixture)["number"], 2);
    fixture.replace("templates/ledger/report.yaml", "least: 2", "least: 3");
    assert_eq!(number(&fixture), json!(null));
}

#[test]
fn a_set_keeps_its_first_records_in_its_order() {
    let fixture = Fixture::foreign_records();
    fixture.replace("templates/ledger/report.yaml", "    order: [-dug]\n", "    order: [-dug]\n    first: 1\n");
    assert_eq!(of_ledger(&fixture, |job| ids(job, "wells")), ["second-well"]);
    let counted =
        of_ledger(&fixture, |job| select::select(job).expect("the filters hold").counts["by-village"].clone());
    assert_eq!(counted.map(|count| count.total), Some(1));
    // What has no date stands last, whichever way round.
    fixture.replace("data/wells/second-well.yaml", "dug: 2000-01-02\n", "");
    assert_eq!(of_ledger(&fixture, |job| ids(job, "wells")), ["first-well"]);
}

#[test]
fn a_list_is_shown_in_part_and_what_is_left_out_is_no_source() {
    let fixture = Fixture::foreign_records();
    let other = fixture.read("data/sources/gazette.yaml").replace("id: gazette", "id: almanac");
    fixture.write("data/sources/almanac.yaml", &other);
    fixture.replace("data/wells/second-well.yaml", "sources: [gazette]", "sources: [gazette, almanac]");
    let shown = |fixture: &Fixture| {
        of_ledger(fixture, |job| {
            let page = driver::page(job).expect("a page").data;
            let sources: Vec<String> = page["sources"].as_object().expect("sources").keys().cloned().collect();
            (page["sets"]["wells"][0]["sources"].clone(), sources)
        })
    };
    let both = vec!["almanac".to_owned(), "gazette".to_owned()];
    assert_eq!(shown(&fixture), (json!(["gazette", "almanac"]), both));
    let show = "    show: [name, village.name, dug, depth, story, sources]\n";
    fixture.replace("templates/ledger/report.yaml", show, &format!("{show}    few: {{sources: 1}}\n"));
    assert_eq!(shown(&fixture), (json!(["gazette"]), vec!["gazette".to_owned()]));
    // Those that refer to a record are a list too.
    fixture.replace("data/wells/second-well.yaml", "village: lower", "village: upper");
    fixture.replace("templates/ledger/report.yaml", "wells.name]\n", "wells.name]\n    few: {wells: 1}\n");
    of_ledger(&fixture, |job| {
        let page = driver::page(job).expect("a page").data;
        assert_eq!(page["sets"]["villages"][1]["wells"], json!([{"id": "first-well", "name": "First Well"}]));
    });
}

#[test]
fn a_set_by_id_counts_as_people_do() {
    let fixture = Fixture::foreign_records();
    for id in ["w9", "w15", "w105"] {
        let well = fixture.read("data/wells/first-well.yaml").replace("id: first-well", &format!("id: {id}"));
        fixture.write(&format!("data/wells/{id}.yaml"), &well);
    }
    fixture.replace("templates/ledger/report.yaml", "order: [-dug]", "order: [id]");
    let ids = of_ledger(&fixture, |job| ids(job, "wells"));
    assert_eq!(ids, ["first-well", "second-well", "w9", "w15", "w105"]);
}

#[test]
fn of_a_set_with_too_many_records_another_stands_in_place() {
    let fixture = Fixture::foreign();
    let all = "  all-wells: {kind: well, most: {number: 2, else: wells}, show: [name]}\n";
    fixture.replace("templates/ledger/report.yaml", "sets:\n", &format!("sets:\n{all}"));
    let names = |fixture: &Fixture| -> Vec<String> {
        of_ledger(fixture, |job| {
            let selection = select::select(job).expect("the filters hold");
            assert_eq!(selection.counts.contains_key("by-village"), selection.sets.contains_key("wells"));
            selection.sets.keys().map(|name| (*name).to_owned()).collect()
        })
    };
    assert_eq!(names(&fixture), ["all-wells", "villages"]);
    fixture.replace("templates/ledger/report.yaml", "number: 2", "number: 1");
    assert_eq!(names(&fixture), ["wells", "villages"]);
    fixture.replace("templates/ledger/report.yaml", "else: wells", "else: wels");
    assert!(fixture.run(&["check"]).errors.contains("error[report-set]"));
}

#[test]
fn a_claim_that_a_set_shows_stands_among_the_claims() {
    let fixture = Fixture::foreign_records();
    let claim = fixture.read("data/claims/second-depth.yaml").replace("id: second-depth", "id: first-depth");
    fixture.write("data/claims/first-depth.yaml", &claim.replace("[second-well]", "[first-well]"));
    let claims = |fixture: &Fixture| -> Vec<String> {
        of_ledger(fixture, |job| {
            let claims = driver::page(job).expect("a page").data["claims"].clone();
            claims.as_object().expect("claims").keys().cloned().collect()
        })
    };
    assert_eq!(claims(&fixture), ["second-depth"], "that on which a value rests");
    fixture.replace("templates/ledger/report.yaml", "sets:\n", "sets:\n  claims: {kind: claim, show: [question]}\n");
    assert_eq!(claims(&fixture), ["first-depth", "second-depth"]);
}

#[test]
fn a_list_of_those_that_refer_to_a_record_stands_as_a_set_does_below_claims_too() {
    let fixture = Fixture::foreign_records();
    let date = "\"allOf\": [{\"$ref\": \"definitions.schema.json#/definitions/date\"}]";
    let claimed = "\"anyOf\": [{\"$ref\": \"definitions.schema.json#/definitions/date\"}, {\"$ref\": \"definitions.schema.json#/definitions/claimed\"}]";
    fixture.replace("data/schema/well.schema.json", date, claimed);
    fixture.replace("data/schema/well.schema.json", "!has(self.dug) || !before(as_of, self.dug)", "true");
    let when = fixture.read("data/claims/second-depth.yaml").replace("id: second-depth", "id: when");
    fixture.write(
        "data/claims/when.yaml",
        &when.replace("value: 12", "value: 1990").replace("value: 21", "value: 2000-05"),
    );
    fixture.replace("data/wells/second-well.yaml", "dug: 2000-01-02", "dug: {claim: when}");
    fixture.replace("data/wells/second-well.yaml", "village: lower", "village: upper");
    fixture.replace("templates/ledger/report.yaml", "    order: [-dug]\n", "");
    of_ledger(&fixture, |job| {
        let page = driver::page(job).expect("a page").data;
        let ids = |list: &serde_json::Value| -> Vec<String> {
            let records = list.as_array().expect("a list").iter();
            records.map(|record| record["id"].as_str().expect("an id").to_owned()).collect()
        };
        assert_eq!(ids(&page["sets"]["villages"][1]["wells"]), ["first-well", "second-well"]);
        assert_eq!(ids(&page["sets"]["wells"]), ["first-well", "second-well"]);
    });
}

#[test]
fn a_page_holds_null_for_what_is_not_there_and_the_claim_beside_what_rests_on_one() {
    let fixture = Fixture::foreign_records();
    fixture.replace("data/wells/first-well.yaml", "dug: 1999-05\n", "");
    of_ledger(&fixture, |job| {
        let page = driver::page(job).expect("a page").data;
        let wells = page["sets"]["wells"].as_array().expect("a list");
        let well = |id: &str| wells.iter().find(|well| well["id"] == id).expect("the well").clone();
        assert!(well("first-well")["dug"].is_null());
        assert_eq!(well("second-well")["depth-claim"], "second-depth");
        assert_eq!(well("second-well")["depth"]["number"], 21.0);
        assert_eq!(page["claims"]["second-depth"]["candidates"].as_array().map(Vec::len), Some(2));
        assert_eq!(page["sources"]["gazette"]["key"], "GAZETTE");
    });
}

#[test]
fn a_request_gives_its_document_a_day_unless_one_is_asked_for() {
    let fixture = Fixture::foreign_records();
    fixture
        .write("data/requests/ask-1.yaml", "id: ask-1\nreport: ledger\nversion: 1\nstatus: draft\nas-of: 2001-02-01\n");
    let checked = checked(&fixture);
    let day = |request: &BuildRequest| {
        let views = Views::new(&checked, request).expect("there is an edition");
        driver::plan(&views, request).expect("there is such a report")[0].view.day().to_string()
    };
    assert_eq!(day(&wanted("ledger")), "2001-02-01");
    assert_eq!(day(&BuildRequest { as_of: Some("2001-01-05".into()), ..wanted("ledger") }), "2001-01-05");
}

#[test]
fn what_cannot_be_planned_is_said() {
    let checked = checked(&Fixture::foreign_records());
    let fault = |request: BuildRequest| match Views::new(&checked, &request) {
        Ok(views) => driver::plan(&views, &request).expect_err("it cannot be planned"),
        Err(error) => error,
    };
    assert_eq!(fault(wanted("ledgers")), PlanError::NoReport("ledgers".into(), vec!["ledger".into()]));
    let subjects = vec!["first-well".to_owned()];
    assert_eq!(fault(BuildRequest { subjects, ..wanted("ledger") }), PlanError::NoSubjects("ledger".into()));
    let languages = vec![Language::Kk];
    let known = vec![Language::En];
    assert_eq!(fault(BuildRequest { languages, ..wanted("ledger") }), PlanError::NoLanguage(Language::Kk, known));
    let as_of = Some("2001".to_owned());
    assert_eq!(fault(BuildRequest { as_of, ..wanted("ledger") }), PlanError::NoDate("2001".into()), "a day is a day");
}

#[test]
fn a_fault_of_a_template_that_hits_many_documents_is_told_once() {
    let fixture = Fixture::foreign_records();
    fixture.write(
        "templates/sheet/report.yaml",
        "type: {en: \"Sheet of a well\"}\ntemplate: sheet.typ\nfile: sheet\nfor-each: [well]\nsubject: [name]\nlanguages: [en]\n",
    );
    fixture.write("templates/sheet/sheet.typ", "#let page = json(\"/page.json\")\n= #page.no-such-field\n");
    let checked = checked(&fixture);
    let views = Views::new(&checked, &wanted("sheet")).expect("there is an edition");
    let jobs = driver::plan(&views, &wanted("sheet")).expect("there is such a report");
    let typesetter = Typesetter::in_process(&fixture.path("templates"), &repository().join("fonts"));
    let failed = driver::make(&checked, &typesetter, &jobs, &Timings::default(), Form::Pdf, || {})
        .expect_err("the field is not there");
    let sentences: Vec<String> =
        failed.diagnostics.iter().map(|fault| fault.sentence(chancery::diag::Locale::En)).collect();
    assert_eq!(sentences.len(), 1, "{sentences:?}");
    assert!(sentences[0].contains("first-well (en)” and 1 more, up to “sheet second-well (en)"), "{sentences:?}");
}
