//! `compare`: what a change of the records changes in the documents, fact by fact and page by page.

use crate::fixture::cards::few_cards as cards;
use crate::fixture::{Fixture, Run};

/// Builds cards, keeps the folder under another name, and returns the workspace.
fn built() -> Fixture {
    let fixture = cards();
    let run = fixture.run(&["build", "--quiet"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    std::fs::rename(fixture.path("out"), fixture.path("before")).expect("the folder can be renamed");
    fixture
}

fn compare(fixture: &Fixture, more: &[&str]) -> Run {
    fixture.run(&[&["compare", "--report", "compared"], more].concat())
}

fn pictures(fixture: &Fixture) -> Vec<String> {
    fixture.files("compared/pages").into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_fact_that_changed_is_named_once_with_its_documents_and_pages() {
    let fixture = built();
    fixture.replace("data/wells/first-well.yaml", "First Well", "First <b>& Well");
    assert_eq!(fixture.run(&["build", "--quiet"]).code, 0);
    let run = compare(&fixture, &["before", "out"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert_eq!(run.output.lines().next(), Some("Documents: 3; added: 0, changed: 2, gone: 0, the same: 1."));
    let summary = fixture.read("compared/summary.md");
    assert!(summary.contains(r#"| first-well | name | First Well | First \<b\>\& Well | 2 |"#), "{summary}");
    assert!(summary.contains("| card/first-well/en | changed | 1 |"), "{summary}");
    let page = fixture.read("compared/index.html");
    let before = "<td class=\"before\">First Well</td>";
    assert!(page.contains(before) && page.contains("First &lt;b&gt;&amp; Well"), "{page}");
    let names = pictures(&fixture);
    assert_eq!(names.len(), 6, "{names:?}");
    for name in names {
        assert!(page.contains(&format!("src=\"pages/{name}\"")), "{name}");
        let bytes = std::fs::read(fixture.path(&format!("compared/pages/{name}"))).expect("a picture");
        let picture = chancery::picture::Picture::from_png(&bytes).expect("a picture");
        let has_colour = picture.colours.chunks(3).any(|dot| dot[0] != dot[1] || dot[1] != dot[2]);
        assert_eq!(has_colour, name.contains("difference"), "{name}");
    }
}

#[test]
fn documents_come_and_go_and_a_second_comparison_leaves_nothing_of_the_first() {
    let fixture = built();
    fixture.replace("data/wells/first-well.yaml", "First Well", "Best Well");
    assert_eq!(fixture.run(&["build", "--quiet"]).code, 0);
    compare(&fixture, &["before", "out"]);
    let first = (fixture.read("compared/index.html"), fixture.files("compared/pages"));
    compare(&fixture, &["before", "out"]);
    assert!(first == (fixture.read("compared/index.html"), fixture.files("compared/pages")), "the same bytes");
    fixture.replace("data/wells/first-well.yaml", "Best Well", "First Well");
    fixture.write(
        "data/settings.yaml",
        &(fixture.read("data/settings.yaml") + "build: [{report: card, subjects: [first-well]}]\n"),
    );
    let run = compare(&fixture, &["before"]);
    assert!(run.output.contains("added: 0, changed: 0, gone: 2, the same: 1."), "{}", run.output);
    assert_eq!(pictures(&fixture), [""; 0]);
    std::fs::rename(fixture.path("before"), fixture.path("later")).expect("the folder can be renamed");
    assert_eq!(fixture.run(&["build", "--quiet"]).code, 0);
    let run = compare(&fixture, &["out", "later", "--no-pictures", "--lang", "ru"]);
    assert!(run.output.contains("новых: 2, изменено: 0, больше нет: 0, без изменений: 1."), "{}", run.output);
    assert!(fixture.read("compared/summary.md").contains("| новый |"));
}

#[test]
fn what_is_not_known_is_said_and_another_template_is_named() {
    let fixture = built();
    fixture.replace("data/wells/first-well.yaml", "First Well", "Best Well");
    assert_eq!(fixture.run(&["build", "--quiet"]).code, 0);
    std::fs::remove_dir_all(fixture.path("before/.cache")).expect("the cache can go");
    compare(&fixture, &["before", "out"]);
    let summary = fixture.read("compared/summary.md");
    assert!(
        summary.contains("No printed value differs") || summary.contains("are not kept beside the file"),
        "{summary}"
    );
    assert!(summary.contains("only the pages are compared | 1 |"), "{summary}");
    fixture.replace("templates/card/name.typ", "it.name", "strong(it.name)");
    fixture.replace("data/wells/first-well.yaml", "Best Well", "First Well");
    let run = compare(&fixture, &["before"]);
    assert!(run.output.contains("changed: 2"), "{}", run.output);
    let page = fixture.read("compared/index.html");
    assert_eq!(page.matches("<li>a template has changed</li>").count(), 2, "{page}");
    assert!(page.contains("No printed value differs"), "{page}");
}

#[test]
fn two_revisions_are_compared_and_the_repository_stays_as_it_was() {
    let fixture = cards();
    fixture.commit();
    fixture.replace("data/wells/first-well.yaml", "First Well", "Second Name");
    fixture.commit();
    fixture.replace("data/wells/first-well.yaml", "Second Name", "Third Name");
    let before = fixture.git(&["worktree", "list", "--porcelain"]);
    let run = compare(&fixture, &["HEAD~1", "HEAD"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(fixture.read("compared/summary.md").contains("| first-well | name | First Well | Second Name | 2 |"));
    let run = compare(&fixture, &["--base", "HEAD"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    assert!(fixture.read("compared/summary.md").contains("| first-well | name | Second Name | Third Name | 2 |"));
    assert_eq!(fixture.git(&["worktree", "list", "--porcelain"]), before);
    assert!(!fixture.path("out").exists(), "the output folder is left alone");

    let run = compare(&fixture, &["--base", "no-such-branch"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.contains("“no-such-branch” is neither a folder of documents"), "{}", run.errors);
    assert_eq!(compare(&fixture, &["--base", "--help"]).code, 2, "an option is no revision");
}

#[test]
fn a_report_is_never_written_over_records_or_documents() {
    let fixture = built();
    for folder in ["data", "templates/card", "before"] {
        let run = fixture.run(&["compare", "before", "before", "--report", folder]);
        assert_eq!(run.code, 2, "{folder}");
        assert!(run.errors.contains("name another folder with --report"), "{}", run.errors);
        assert!(!fixture.path(&format!("{folder}/index.html")).exists());
    }
}

#[test]
fn a_document_that_cannot_be_made_any_more_is_named() {
    let fixture = built();
    fixture.replace(
        "templates/card/card.typ",
        "#name(",
        "#if json(\"/page.json\").subject.id == \"first-well\" { panic() }\n#name(",
    );
    let run = compare(&fixture, &["before"]);
    assert_eq!(run.code, 1);
    let summary = fixture.read("compared/summary.md");
    assert!(summary.contains("| card/first-well/en | gone; it cannot be made |"), "{summary}");
}
