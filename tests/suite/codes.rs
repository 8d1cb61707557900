//! The register of codes against the program: the wrong example of a code provokes that code and no other, the right one provokes none.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use chancery::check::Checked;
use chancery::diag::codes::{self, Code, Example, ExampleFile, Special};
use chancery::diag::output::{Format, RenderOptions, show};
use chancery::diag::{Diagnostic, Files, Locale, messages};
use chancery::driver::{self, BuildRequest, Typesetter};
use chancery::load::Workspace;
use chancery::release::{self, Origin, Refused};
use chancery::render::Form;

use crate::fixture::{Fixture, reference, repository};

/// What a workspace is told.
type Told = (Vec<Diagnostic>, Files);

/// What is told of the wrong and of the right example of each code.
static TOLD: LazyLock<Vec<(&Code, Told, Told)>> =
    LazyLock::new(|| codes::all().map(|entry| (entry, told(entry.example.wrong), told(entry.example.right))).collect());

/// Returns what a workspace with one side of an example laid over it is told.
fn told(side: &[ExampleFile]) -> Told {
    let fixture = Fixture::foreign_records();
    Example::write(side, &fixture.path("")).expect("the example can be written");
    if side.iter().any(|file| file.text.contains('❗')) {
        // A sign without a font is one where there is a font.
        std::fs::create_dir(fixture.path("fonts")).expect("the folder can be made");
        let font = "fonts/source-sans-3/SourceSans3-Regular.otf";
        std::fs::copy(repository().join(font), fixture.path("fonts/font.otf")).expect("the font can be copied");
    }
    let workspace = Workspace { root: fixture.path("") };
    let result = chancery::check::check(chancery::load::load(workspace));
    // What touches a template may show only when the document is made.
    if result.diagnostics.is_empty() && side.iter().any(|file| file.text.contains("editions:")) {
        let files = result.files.clone();
        return (driver::withheld(&result.checked().expect("nothing is wrong")), files);
    }
    let asked = side.iter().any(|file| file.path.starts_with("data/requests") && file.text.contains("clearance"));
    if result.diagnostics.is_empty() && asked {
        let files = result.files.clone();
        return (stands_against(&result.checked().expect("nothing is wrong")), files);
    }
    if !result.diagnostics.is_empty() || !side.iter().any(|file| file.path.starts_with("templates")) {
        return (result.diagnostics, result.files);
    }
    let files = result.files.clone();
    let checked = result.checked().expect("nothing is wrong");
    let typesetter = Typesetter::in_process(&checked.workspace.templates(), &repository().join("fonts"));
    let wanted = BuildRequest { report: "ledger".to_owned(), ..BuildRequest::default() };
    let views = driver::Views::new(&checked, &wanted).expect("there is an edition");
    let plan = driver::plan(&views, &wanted).expect("there is such a report");
    match driver::make(&checked, &typesetter, &plan, &driver::Timings::default(), Form::Pdf, || {}) {
        Ok(made) => (made.into_iter().filter_map(|made| made.warning).collect(), files),
        Err(failed) => (failed.diagnostics, failed.files),
    }
}

/// Returns what stands against a release of what the only request asks for.
fn stands_against(checked: &Checked) -> Vec<Diagnostic> {
    let typesetter = Typesetter::in_process(&checked.workspace.templates(), &repository().join("fonts"));
    let request = checked.store.records.of_kind("request").next().expect("a request");
    match release::prepare(checked, request, &typesetter, Origin { commit: "", uncommitted: &[] }) {
        Ok(_) => Vec::new(),
        Err(Refused::Faults(failed)) => failed.diagnostics,
        Err(Refused::Plan(error)) => panic!("{error:?}"),
    }
}

#[test]
fn each_wrong_example_has_its_fault_and_no_other_and_each_right_one_has_none() {
    let many = codes::FAULTS_TOO_MANY.name;
    let mut odd = String::new();
    for (entry, wrong, right) in TOLD.iter() {
        for ((diagnostics, files), expected) in [(wrong, &[entry.name][..]), (right, &[])] {
            let found = diagnostics.iter().map(Diagnostic::code);
            // A file with too many faults has them.
            let found: Vec<&str> = found.filter(|code| !(entry.name == many && *code == "sign-at-start")).collect();
            if found != expected {
                let shown = show(diagnostics, files, RenderOptions::default());
                let _ = writeln!(odd, "── {} {expected:?}\n{shown}", entry.name);
            }
        }
    }
    assert!(odd.is_empty(), "\n{odd}");
}

fn words(locale: Locale) -> String {
    let one = |(entry, (diagnostics, files), _): &(&Code, Told, Told)| {
        let own: Vec<Diagnostic> = diagnostics.iter().filter(|diagnostic| diagnostic.is(entry)).cloned().collect();
        show(&own, files, RenderOptions { format: Format::Human, locale, colour: false })
    };
    TOLD.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_words_for_each_example_are_known_in_both_languages() {
    reference::compare_all(&[("codes-en.txt", words(Locale::En)), ("codes-ru.txt", words(Locale::Ru))]);
}

/// Returns the manual page of codes.
fn manual(locale: Locale) -> String {
    let words = |en: &'static str, ru: &'static str| if locale == Locale::En { en } else { ru };
    let mut page = String::from(words(
        "# Messages\n\nEvery fault that `chancery check`, `chancery report` and `chancery import` tell, by its code; those of tables that are\nimported stand at the end. This page is written from the \
         register of codes\nby a test; `chancery explain CODE` shows the same.\n",
        "# Сообщения\n\nВсе ошибки, о которых сообщают `chancery check`, `chancery report` и `chancery import`, по кодам; ошибки импортируемых\nтаблиц — в конце. Страница создаётся из реестра \
         кодов\nпри проверке программы; то же показывает `chancery explain КОД --lang ru`.\n",
    ));
    for stage in codes::STAGES.iter().chain(codes::tables::STAGES) {
        let _ = write!(page, "\n## {}\n", stage.title.words(locale));
        for entry in stage.entries {
            let severity = messages::severity(entry.severity).words(locale);
            let sentence = entry.readable(&entry.sentence, locale);
            let instruction = entry.readable(&entry.instruction, locale);
            let instruction = instruction.trim_end();
            let _ = write!(page, "\n### {} ({severity})\n\n{sentence}\n{instruction}\n", entry.name);
            for (title, side) in [(&messages::WRONG, entry.example.wrong), (&messages::RIGHT, entry.example.right)] {
                let _ = write!(page, "\n{}\n", title.words(locale));
                for file in side {
                    let _ = write!(page, "\n{}\n", file.heading("`"));
                    let lines: String = file.text.lines().map(|line| Example::visible(line) + "\n").collect();
                    if !lines.is_empty() {
                        let _ = write!(page, "\n```text\n{lines}```\n");
                    }
                }
            }
        }
    }
    page
}

#[test]
fn the_manual_page_of_codes_is_that_of_the_register() {
    reference::compare_all(&[("MESSAGES.md", manual(Locale::En)), ("MESSAGES.ru.md", manual(Locale::Ru))]);
}

/// Returns the files of a folder and of the folders in it, by their paths below it.
fn files_below(folder: &Path, prefix: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder of examples").flatten();
    let named = entries.map(|entry| (format!("{prefix}{}", entry.file_name().display()), entry.path()));
    named
        .flat_map(|(name, path)| if path.is_dir() { files_below(&path, &format!("{name}/")) } else { vec![name] })
        .collect()
}

#[test]
fn no_example_lies_about_that_no_code_names() {
    let names = |(entry, side, files): (&Code, &str, &'static [ExampleFile])| {
        let name = |file: &ExampleFile| match (file.special, files) {
            (None, [_]) if file.path == ExampleFile::PATH => format!("{}/{side}.yaml", entry.name),
            (Some(Special::Sketch), _) => format!("{}/{side}/{}.txt", entry.name, file.path),
            _ => format!("{}/{side}/{}", entry.name, file.path),
        };
        files.iter().map(name).collect::<Vec<_>>()
    };
    let entries = codes::all().chain(codes::tables::entries());
    let sides =
        entries.flat_map(|entry| [(entry, "wrong", entry.example.wrong), (entry, "right", entry.example.right)]);
    let named: BTreeSet<String> = sides.flat_map(names).collect();
    let there: BTreeSet<String> = files_below(&repository().join("tests/codes"), "").into_iter().collect();
    assert_eq!(there.symmetric_difference(&named).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn explain_says_what_a_code_means_without_a_workspace() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| Fixture::run_at(folder.path(), arguments);
    let english = run(&["explain", "tab-indent"]);
    assert_eq!(english.code, 0, "{}", english.errors);
    assert!(english.output.starts_with("tab-indent (error)\n\nThe line is indented with a tab."), "{}", english.output);
    assert!(english.output.contains("      ‹tab›en: \"Third Well\"\n"), "{}", english.output);
    let russian = run(&["explain", "tab-indent", "--lang", "ru"]);
    assert!(russian.output.contains("Правильно:"), "{}", russian.output);
    let all = run(&["explain"]);
    assert_eq!(all.output.lines().count(), codes::all().chain(codes::tables::entries()).count());
    let table = run(&["explain", "translation-outdated", "--lang", "ru"]);
    assert!(table.output.contains("  list.csv\n"), "{}", table.output);
    let slip = run(&["explain", "tab-ident"]);
    assert_eq!((slip.code, slip.output.as_str()), (2, ""));
    assert!(slip.errors.contains("did you mean “tab-indent”?"), "{}", slip.errors);
}

#[test]
fn explain_knows_the_codes_of_the_rules_of_a_workspace() {
    let run = Fixture::foreign().run(&["explain", "well-too-deep", "--lang", "ru"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(run.output.contains("Ни один колодец плана не глубже 500 метров."), "{}", run.output);
}

#[test]
fn explain_writes_the_wrong_examples() {
    let fixture = Fixture::foreign_records();
    let folder = fixture.path("examples");
    let run = Fixture::run_at(&fixture.path(""), &["explain", "--examples", &folder.display().to_string()]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let text = std::fs::read_to_string(folder.join("key-twice").join(ExampleFile::PATH)).expect("the example is there");
    assert_eq!(text, codes::KEY_TWICE.example.wrong[0].text);
}

#[test]
fn every_command_speaks_russian_where_that_is_asked_for() {
    let fixture = Fixture::foreign();
    let cyrillic = |line: &str| line.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я'));
    for (arguments, closes) in [
        (&["check", "--lang", "ru"][..], true),
        (&["fix", "--lang", "ru"], true),
        (&["fmt", "--lang", "ru"], true),
        (&["list", "well", "--lang", "ru"], true),
        (&["list", "spoon", "--lang", "ru"], false),
        (&["show", "nothing", "--lang", "ru"], false),
        (&["schema", "--check", "--lang", "ru"], false),
        (&["rename", "first-well", "zeroth-well", "--lang", "ru"], true),
        (&["remove", "upper", "--lang", "ru"], false),
        (&["remove", "zeroth-well", "--lang", "ru"], true),
        (&["new", "well", "--id", "fifth-well", "--lang", "ru"], true),
        (&["new", "spoon", "--lang", "ru"], false),
        (&["import", "nowhere.csv", "--kind", "well", "--lang", "ru"], false),
        (&["coverage", "--report", "nothing", "--lang", "ru"], false),
        (&["coverage", "--untranslated", "kk", "--out", "list.csv", "--lang", "ru"], true),
        (&["coverage", "--untranslated", "kk", "--out", "data/x/list.txt", "--lang", "ru"], false),
        (&["import", "list.csv", "--translations", "--lang", "ru"], true),
        (&["explain", "nothing", "--lang", "ru"], false),
        (&["new-report", "wells-again", "--lang", "ru"], true),
        (&["new-report", "wells-again", "--message-lang", "ru"], false),
        (&["init", "--lang", "ru"], false),
        (&["init", "data/sources/gazette.yaml", "--lang", "ru"], false),
        (&["list", "--message-lang", "ru", "spoon"], false),
        (&["report", "nothing", "--message-lang", "ru"], false),
        (&["preview-data", "nothing", "--message-lang", "ru"], false),
        (&["preview-data", "ledger", "--out", "no/where/page.json", "--message-lang", "ru"], false),
    ] {
        let run = fixture.run(arguments);
        let told: Vec<&str> = run.errors.lines().filter(|line| line.starts_with("chancery: ")).collect();
        // A line that stands further in is a path.
        let mut words = told.iter().filter(|line| !line.starts_with("chancery:  "));
        assert!(words.all(|line| cyrillic(line)), "{arguments:?}: {told:?}");
        assert!(!run.errors.contains("os error"), "{arguments:?}: {}", run.errors);
        let last = run.output.lines().last().unwrap_or_default();
        assert!(!closes || cyrillic(last), "{arguments:?}: {last}");
        assert!(closes || !told.is_empty() || cyrillic(&run.errors), "{arguments:?}: {}", run.output);
    }
}
