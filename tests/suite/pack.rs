//! Documents that are bound into one: each as it would be by itself, in the order of the record that names them, and no more of them than a
//! reader may see.

use std::fs;

use crate::fixture::places::holding;
use crate::fixture::text_layer::{joined, pages};
use crate::fixture::{APPROVED, Fixture, repository};

/// What is bound: says its title, where it stands, and whose copy it is.
const SHEET: &str = "#let data = json(\"/page.json\")
#set page(paper: \"a5\")
#set text(font: \"Source Serif 4\", lang: data.document.lang)
= #data.document.title
#if \"pack\" in data [part #data.pack.number of #data.pack.of]
#if data.document.request != none [version #data.document.request.version, #data.document.request.status]
#if data.document.copy != none [copy #data.document.copy.number of #data.document.copy.recipient]
";

/// What binds: its own page, then the others.
const FOLDER: &str = "#let data = json(\"/page.json\")
#[
  #set page(paper: \"a5\")
  #set text(font: \"Source Serif 4\", lang: data.document.lang)
  = #data.document.title
  #for it in data.bound [#it.data.document.title. ]
]
#for number in range(data.bound.len()) { include \"@bound/document-\" + str(number + 1) + \":0.0.0\" }
";

const AGENDA: &str = "id: spring
title: {en: \"Spring meeting\"}
papers:
  - {report: sheet, subject: second-well}
  - {report: ledger}
  - {report: sheet, subject: first-well}
";

fn workspace() -> Fixture {
    let fixture = Fixture::foreign();
    let schema = repository().join("tests/codes/document-unbound/right/data/schema/agenda.schema.json");
    fixture.write("data/schema/agenda.schema.json", &fs::read_to_string(schema).expect("the schema can be read"));
    fixture.write("data/agendas/spring.yaml", AGENDA);
    fixture.write(
        "templates/sheet/report.yaml",
        "type: {en: \"Sheet\"}\ntemplate: main.typ\nfile: sheet\nfor-each: [well]\nsubject: [name]\nlanguages: [en]\n",
    );
    fixture.write("templates/sheet/main.typ", SHEET);
    fixture.write(
        "templates/folder/report.yaml",
        "type: {en: \"Papers of a meeting\"}\ntemplate: main.typ\nfile: papers\nfor-each: [agenda]\nsubject: [title]\nbinds: {documents: papers, recipients: readers}\nlanguages: [en]\n",
    );
    fixture.write("templates/folder/main.typ", FOLDER);
    fixture
}

/// Returns the text of each page of a file of the workspace, its lines joined.
fn texts(fixture: &Fixture, path: &str) -> Vec<String> {
    let bytes = fs::read(fixture.path(path)).expect("the file can be read");
    pages(bytes).iter().map(|page| joined(page)).collect()
}

const PACK: &str = "out/2001-02-03_papers_spring_en.pdf";

#[test]
fn documents_stand_in_the_order_of_the_agenda_each_with_its_own_data() {
    let fixture = workspace();
    let run = fixture.run(&["pack", "spring"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("pages: 4; sheets printed on both sides: 2;"), "{}", run.output);
    let pages = texts(&fixture, PACK);
    assert_eq!(pages.len(), 4, "{pages:?}");
    assert!(pages[0].contains("Spring meeting") && pages[0].contains("Second Well. Wells of Nowhere. First Well."));
    assert!(pages[1].contains("Second Well") && pages[1].contains("part 1 of 3"), "{pages:?}");
    // A template that knows nothing of packs is bound as it is.
    assert!(pages[2].contains("Wells of Nowhere") && pages[2].contains("May 1999"), "{pages:?}");
    assert!(pages[3].contains("First Well") && pages[3].contains("part 3 of 3"), "{pages:?}");
}

#[test]
fn a_pack_is_a_document_like_others_for_build_and_verify() {
    let fixture = workspace();
    let built = fixture.run(&["build"]);
    assert_eq!(built.code, 0, "{}", built.errors);
    let first = fs::read(fixture.path(PACK)).expect("the pack is built");
    assert_eq!(fixture.run(&["verify", PACK]).code, 0);
    let again = fixture.run(&["build"]);
    assert!(again.output.contains("Documents: 4; nothing changed"), "{}", again.output);
    // What a document says that is bound, the pack says.
    fixture.replace("data/wells/first-well.yaml", "First Well", "Oldest Well");
    let check = fixture.run(&["build", "--check"]);
    assert_eq!(check.code, 1);
    assert!(check.output.contains("papers_spring"), "{}", check.output);
    assert_eq!(fixture.run(&["build"]).code, 0);
    assert_ne!(first, fs::read(fixture.path(PACK)).expect("the pack is built"));
    // So does a template that only what is bound reads.
    fixture.replace("templates/sheet/main.typ", "part #data", "paper #data");
    assert_eq!(fixture.run(&["build"]).code, 0);
    assert!(texts(&fixture, PACK)[1].contains("paper 1 of 3"));
}

#[test]
fn what_a_reader_may_not_see_is_no_part_of_the_pack() {
    let fixture = workspace();
    fixture.replace(
        "data/settings.yaml",
        "marking: paper/open",
        "marking: paper/open\neditions:\n  - id: whole\n  - {id: open, highest: {paper: open}}",
    );
    fixture.replace("data/wells/second-well.yaml", "village: lower", "village: lower\nmarking: paper/closed");
    let run = fixture.run(&["pack", "spring", "--edition", "open"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.errors.contains("left out for open, who may not see them: sheet second-well"), "{}", run.errors);
    let path = "out/open/2001-02-03_papers_spring_en_open.pdf";
    let pages = texts(&fixture, path);
    assert_eq!(pages.len(), 3, "{pages:?}");
    let bytes = fs::read(fixture.path(path)).expect("the file can be read");
    for word in ["second", "closed"] {
        let places = holding(&bytes, word, &format!("{word}s"));
        assert!(places.is_empty(), "{word} is in a pack that may not show it: {places:?}");
    }
    // Whoever may see all is told by the mark of the whole.
    let run = fixture.run(&["preview-data", "folder", "spring", "--out", "-"]);
    let data: serde_json::Value = serde_json::from_str(&run.output).expect("page data");
    assert_eq!(data["document"]["markings"][0]["level"], "closed");
    assert_eq!(data["bound"][2]["data"]["document"]["markings"][0]["level"], "open", "a document keeps its own");
}

#[test]
fn each_delegate_has_a_copy_of_its_own() {
    let fixture = workspace();
    fixture.replace("data/wells/second-well.yaml", "village: lower", "village: lower\nmarking: paper/closed");
    for (id, more) in [("chair", "highest: [paper/closed]"), ("guest", "highest: [paper/open]"), ("stranger", "")] {
        fixture
            .write(&format!("data/recipients/{id}.yaml"), &format!("id: {id}\nname: {{en: \"The {id}\"}}\n{more}\n"));
    }
    fixture.write("data/agendas/spring.yaml", &format!("{AGENDA}readers: [chair, guest, stranger]\n"));
    let run = fixture.run(&["pack", "spring"]);
    assert_eq!(run.code, 1, "somebody has no copy");
    assert!(run.errors.contains("no copy for stranger: nobody said in `highest`"), "{}", run.errors);
    assert!(run.errors.contains("left out for guest"), "{}", run.errors);
    let file = |number: u32| format!("2001-02-03_papers_spring_en_copy-{number:03}.pdf");
    let chair = texts(&fixture, &format!("out/packs/spring/chair/{}", file(1)));
    assert_eq!(chair.len(), 4);
    assert!(chair[1].contains("copy 1 of The chair") && chair[3].contains("copy 1 of The chair"), "{chair:?}");
    let guest = texts(&fixture, &format!("out/packs/spring/guest/{}", file(2)));
    assert_eq!(guest.len(), 3);
    assert!(guest.iter().all(|page| !page.contains("Second Well")), "{guest:?}");
    assert!(!fixture.path("out/packs/spring/stranger").exists());
    // The same copies are made again, to the byte.
    let before = fs::read(fixture.path(&format!("out/packs/spring/guest/{}", file(2)))).expect("a copy");
    fixture.run(&["pack", "spring"]);
    assert_eq!(before, fs::read(fixture.path(&format!("out/packs/spring/guest/{}", file(2)))).expect("a copy"));
}

#[test]
fn a_document_that_cannot_be_bound_is_told_where_it_is_named() {
    let fixture = workspace();
    fixture.replace(
        "templates/sheet/report.yaml",
        "subject: [name]",
        "subject: [name]\nonly: \"self.id != 'first-well'\"",
    );
    let run = fixture.run(&["pack", "spring"]);
    assert_eq!(run.code, 1);
    assert!(run.errors.contains("error[document-unbound]") && run.errors.contains("spring.yaml:6:5"), "{}", run.errors);
    assert!(!fixture.path(PACK).exists());
    // The others are built.
    let built = fixture.run(&["build"]);
    assert_eq!(built.code, 1);
    assert!(fixture.path("out/2001-02-03_ledger_en.pdf").exists(), "{}", built.errors);
    let none = fixture.run(&["pack", "first-well"]);
    assert_eq!(none.code, 2);
    assert!(none.errors.contains("there is no agenda “first-well”"), "{}", none.errors);
}

#[test]
fn what_went_out_is_bound_as_it_went_out_as_long_as_the_records_say_the_same() {
    let fixture = workspace();
    let request = |id: &str, report: &str, subject: &str, reference: &str| {
        let about = format!("report: {report}\nsubject: {subject}");
        APPROVED.replace("wells-1", id).replace("report: ledger", &about).replace("NOW-2001-007", reference)
    };
    fixture.write("data/requests/first-1.yaml", &request("first-1", "sheet", "first-well", "NOW-2001-008"));
    let page = |fixture: &Fixture| {
        let run = fixture.run(&["pack", "spring"]);
        assert_eq!(run.code, 0, "{}", run.errors);
        texts(fixture, PACK).pop().expect("a page")
    };
    assert!(page(&fixture).contains("version v01, approved"));
    fixture.commit();
    assert_eq!(fixture.run(&["release", "first-1"]).code, 0);
    assert!(page(&fixture).contains("version v01, released"), "{}", page(&fixture));
    fixture.write("data/requests/papers-1.yaml", &request("papers-1", "folder", "spring", "NOW-2001-009"));
    fixture.replace("data/wells/first-well.yaml", "First Well", "Oldest Well");
    fixture.commit();
    let released = fixture.run(&["release", "papers-1"]);
    assert_eq!(released.code, 1, "a draft is bound into it");
    let said = released.errors.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("the document “sheet first-well (en)” in it is a draft, v02"), "{said}");
    fixture.replace("data/wells/first-well.yaml", "Oldest Well", "First Well");
    fixture.commit();
    let released = fixture.run(&["release", "papers-1"]);
    assert_eq!(released.code, 0, "{}", released.errors);
    let file = released.output.lines().next().expect("the path is printed").replace("…/", "");
    let verified = fixture.run(&["verify", &file]);
    assert_eq!(verified.code, 0, "{}{}", verified.output, verified.errors);
}

#[test]
fn the_contents_of_a_shipped_pack_lead_to_its_pages() {
    let fixture = Fixture::with_agenda();
    for (language, word, cross) in [("en", "Document", "pack, p."), ("ru", "Документ", "подборка, с.")]
    {
        let run = fixture.run(&["pack", "review", "--lang", language, "--out", language]);
        assert_eq!(run.code, 0, "{}", run.errors);
        let path = run.output.lines().next().expect("the path is printed").replace("…/", "");
        let bytes = fs::read(fixture.path(&path)).expect("the pack is written");
        let pages = pages(bytes);
        let begins: Vec<usize> = (1..=4)
            .map(|number| {
                let head = format!("{word} {number} / 4");
                let found = pages.iter().position(|page| joined(page).replace('\u{a0}', " ").contains(&head));
                found.unwrap_or_else(|| panic!("no page says {head}")) + 1
            })
            .collect();
        assert!(begins.is_sorted_by(|one, next| one < next), "{begins:?}");
        let listed: Vec<&str> =
            pages[1].lines().filter_map(|line| line.rsplit_once('.').map(|(_, page)| page)).collect();
        for page in &begins {
            assert!(listed.contains(&page.to_string().as_str()), "the contents name no page {page}: {}", pages[1]);
        }
        for (at, page) in pages.iter().enumerate() {
            let foot = format!("{} / {}", at + 1, pages.len());
            assert!(page.contains(&foot), "page {} does not say {foot}", at + 1);
        }
        // The participants name the conference, of which the brief tells more.
        let participants = joined(&pages[begins[3] - 1]).replace('\u{a0}', " ");
        assert!(participants.contains(&format!("{cross} {}", begins[2])), "{participants}");
    }
}
