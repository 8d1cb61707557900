//! Tables as LibreOffice, openpyxl and people write them: read whole or refused whole, shown first, never written over anything.

use std::fs;
use std::path::Path;

use chancery::diag::codes::ExampleFile;
use chancery::import;

use crate::fixture::{Fixture, Run, repository};

/// A workspace whose wells have everything that a table can fill.
fn workspace() -> Fixture {
    let fixture = Fixture::foreign();
    let schema = fs::read_to_string(tables().join("well.schema.json")).expect("the schema of the tables");
    fixture.write("data/schema/well.schema.json", &schema);
    fixture.write("data/villages/upper.yaml", "id: upper\nname: {en: \"Upper Nowhere\", ru: \"Верхнее Нигде\"}\n");
    fixture.write(
        "data/sources/almanac.yaml",
        "id: almanac\npublisher: {en: \"The Almanac of Nowhere\"}\ntitle: \"Wells by year\"\nlanguage: [en]\n\
         published: 2001-01-01\naddress: \"https://example.org/almanac\"\n",
    );
    fixture
}

fn tables() -> std::path::PathBuf {
    repository().join("tests/tables")
}

/// Imports a committed table into a workspace.
fn import(fixture: &Fixture, table: &str, arguments: &[&str]) -> Run {
    fs::copy(tables().join(table), fixture.path(table)).expect("the table is committed");
    fixture.run(&[&["import", table, "--kind", "well"], arguments].concat())
}

/// Imports a text as CSV.
fn import_text(fixture: &Fixture, text: &str, arguments: &[&str]) -> Run {
    fixture.write("wells.csv", text);
    fixture.run(&[&["import", "wells.csv", "--kind", "well"], arguments].concat())
}

/// Returns the codes of what was told, in order.
fn codes(run: &Run) -> Vec<&str> {
    let told = run.errors.lines().filter_map(|line| {
        let (severity, rest) = line.split_once('[')?;
        ["error", "warning", "note"].contains(&severity).then(|| rest.split(']').next()).flatten()
    });
    told.collect()
}

/// Returns everything that was told, on one line.
fn flat(run: &Run) -> String {
    run.errors.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns what was told at a place, with its help, on one line.
fn told<'r>(run: &'r Run, place: &str) -> Option<String> {
    let fault: Option<&'r str> = run.errors.split("\n\n").find(|fault| fault.contains(place));
    fault.map(|fault| fault.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn wells(fixture: &Fixture) -> Vec<(String, String)> {
    let text = |bytes| String::from_utf8(bytes).expect("records are UTF-8");
    fixture.files("data/wells").into_iter().map(|(name, bytes)| (name, text(bytes))).collect()
}

const THIRD: &str = "id: third-well
name: {en: \"The Third Well\", ru: \"Третий колодец\"}
village: lower
dug: 2022-03-03
depth: 40
dry: true
sources: [gazette]
";
const FOURTH: &str = "id: fourth-well
name: {en: \"The \\\"Deep\\\" Well; again\", ru: \"«Глубокий» колодец: ещё раз\"}
village: upper
dug: 1999-12-31
depth: 12.5
dry: false
sources: [gazette]
";
const FIFTH: &str = "id: fifth-well
name: {en: \"Fifth Well\", ru: \"Пятый колодец\"}
village: upper
dug: 1987-05
depth: \"~500\"
sources: [gazette, almanac]
";

#[test]
fn tables_of_every_form_give_the_same_records() {
    for (table, read_as) in [
        ("wells-openpyxl.xlsx", "sheet “Wells”"),
        ("wells-openpyxl-1904.xlsx", "sheet “Wells”"),
        ("wells-libreoffice.xlsx", "sheet “Wells”"),
        ("wells-comma-utf8.csv", "(UTF-8, columns parted by a comma)"),
        ("wells-comma-utf8-mark.csv", "(UTF-8, columns parted by a comma)"),
        ("wells-comma-utf16be.csv", "(UTF-16, columns parted by a comma)"),
        ("wells-tab-utf16.csv", "(UTF-16, columns parted by a Tab)"),
        ("wells-semicolon-1251.csv", "(Windows-1251, columns parted by a semicolon)"),
    ] {
        let fixture = workspace();
        let before = wells(&fixture);
        let preview = import(&fixture, table, &[]);
        assert_eq!((preview.code, preview.errors.as_str()), (0, ""), "{table}");
        for line in
            [read_as, "3 rows", "Empty rows passed over: 1", "“Верхнее Нигде” → upper", "village: lower", "--write"]
        {
            assert!(preview.output.contains(line), "{table}: {line} in\n{}", preview.output);
        }
        assert_eq!(wells(&fixture), before, "a preview writes nothing");
        let run = import(&fixture, table, &["--write"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{table}");
        assert!(run.output.ends_with("Written: 3 files\n"), "{}", run.output);
        let after = wells(&fixture);
        for (name, text) in [("third-well", THIRD), ("fourth-well", FOURTH), ("fifth-well", FIFTH)] {
            assert!(after.contains(&(format!("{name}.yaml"), text.to_owned())), "{table}: {name} in\n{after:?}");
        }
        assert_eq!(after.len(), before.len() + 3);
        assert_eq!(fixture.run(&["check"]).code, 0);
    }
}

#[test]
fn nothing_is_overwritten() {
    let fixture = workspace();
    assert_eq!(import(&fixture, "wells-openpyxl.xlsx", &["--write"]).code, 0);
    let before = wells(&fixture);
    let again = import(&fixture, "wells-openpyxl.xlsx", &["--write"]);
    assert_eq!((again.code, codes(&again)), (1, vec!["id-taken"; 3]));
    assert_eq!(wells(&fixture), before);
    let fixture = workspace();
    fs::create_dir(fixture.path("data/wells/fourth-well.yaml")).expect("a folder of that name");
    let run = import(&fixture, "wells-openpyxl.xlsx", &["--write"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["workspace-faulty", "file-taken"]));
    assert!(!fixture.path("data/wells/third-well.yaml").exists(), "all records or none");
}

#[test]
fn lost_and_garbled_letters_are_refused_once_and_explained() {
    let fixture = workspace();
    let run = import(&fixture, "letters-lost-1251.csv", &["--write"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["letters-lost"]));
    for words in
        ["“?аза?стан”", "“T?rkmenistany?”", "in other cells (3)", "has no Kazakh, Tajik, Turkmen or Uzbek letters"]
    {
        assert!(flat(&run).contains(words), "{words} in {}", run.errors);
    }
    let run = import(&fixture, "letters-lost-openpyxl.xlsx", &[]);
    assert_eq!((run.code, codes(&run)), (1, vec!["letters-lost"]));
    assert!(flat(&run).contains("C2 (“name.kk”)"), "{}", run.errors);
    let run = import(&fixture, "letters-garbled.csv", &[]);
    assert_eq!((run.code, codes(&run)), (1, vec!["letters-garbled"]));
    for table in ["letters-openpyxl.xlsx", "letters-utf8.csv"] {
        let run = import(&fixture, table, &[]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{table}");
        for word in ["Қазақстан құдығы", "Чоҳи Тоҷикистон", "Türkmenistanyň guýusy"] {
            assert!(run.output.contains(word), "{}", run.output);
        }
    }
}

#[test]
fn letters_lost_at_the_end_of_words_are_refused() {
    let fixture = workspace();
    for (name, lost) in [("Чоҳи милл?", true), ("Жен? адам", true), ("Чоҳи миллӣ", false), ("Чоҳ чист", false)]
    {
        let text = format!("id,name.en,name.kk,village,sources\nthird-well,Third Well,{name},lower,gazette\n");
        let run = import_text(&fixture, &text, &[]);
        let expected = if lost { vec!["letters-lost"] } else { vec![] };
        assert_eq!(codes(&run), expected, "{name}: {}", run.errors);
    }
    let questions = "id,name.en,name.kk,village,sources\nthird-well,Who dug it? nobody,Кім қазды?,lower,gazette\n";
    assert_eq!(codes(&import_text(&fixture, questions, &[])), Vec::<&str>::new());
}

#[test]
fn files_of_other_forms_are_named() {
    let fixture = workspace();
    for (table, code, words) in [
        ("wells-libreoffice.xls", "table-form-unknown", "before 2007 (.xls)"),
        ("wells-libreoffice.ods", "table-form-unknown", "an OpenDocument file"),
        ("wells-locked.xlsx", "table-password", "locked with a password"),
        ("wells-cut.xlsx", "table-damaged", "cut short or broken"),
        ("wells-comma-koi8.csv", "encoding-unknown", "CSV UTF-8"),
        ("empty-openpyxl.xlsx", "table-empty", "no headings"),
    ] {
        let run = import(&fixture, table, &[]);
        assert_eq!((run.code, codes(&run)), (1, vec![code]), "{table}");
        assert!(flat(&run).contains(words), "{table}: {}", run.errors);
    }
    for (text, code) in [("%PDF-1.7\n", "table-form-unknown"), ("", "table-empty"), ("id;name.en\n", "rows-none")] {
        let run = import_text(&fixture, text, &[]);
        assert!(codes(&run).contains(&code), "{text}: {}", run.errors);
    }
    assert_eq!(fixture.run(&["import", "nothing.xlsx", "--kind", "well"]).code, 2);
    assert_eq!(fixture.run(&["import", "wells.csv", "--kind", "spoon"]).code, 2);
    assert_eq!(codes(&import_text(&fixture, "id\na\n", &["--sheet", "Wells"])), ["sheet-of-text"]);
}

#[test]
fn cells_in_doubt_are_refused_with_what_to_write() {
    const CELLS: [(&str, &str, &str); 24] = [
        ("E2 ", "date-cell", "type 2022-03-03"),
        ("E3 ", "date-cell", "type 2022-03-03"),
        ("E4 ", "date-cell", "type 2022-03"),
        ("E5 ", "date-cell", "shows no year"),
        ("E6 ", "date-cell", "a time, not a date"),
        ("E7 ", "date-cell", "before March 1900"),
        ("E8 ", "date-written", "most likely 2022-03-03"),
        ("E9 ", "date-written", "Write 2022-03-03"),
        ("E10 ", "date-written", "2022-04-03 or 2022-03-04"),
        ("E11 ", "date-written", "Write 2022-03-03"),
        ("E12 ", "date-written", "year in four digits"),
        ("E13 ", "date-written", "Write 2022-04-13"),
        ("F14 ", "cell-failed", "#REF!"),
        ("F15 ", "cell-pending", "save it again"),
        ("F16 ", "number-cell", "percentage"),
        ("F17 ", "number-written", "Write 1200"),
        ("F18 ", "number-written", "Write 1.5"),
        ("G19 ", "number-cell", "not a whole number"),
        ("H20 ", "truth-written", "Write true or false"),
        ("I21 ", "choice-unknown", "“sweet”"),
        ("E22 ", "cell-placeholder", "Leave the cell empty"),
        ("B23 ", "number-cell", "leading zeros"),
        ("C24 ", "cell-type", "a date: 2022-03-03"),
        ("E25 ", "cell-type", "true or false: true"),
    ];
    let fixture = workspace();
    for (table, worked_out) in [("odd-openpyxl.xlsx", false), ("odd-libreoffice.xlsx", true)] {
        let run = import(&fixture, table, &["--write"]);
        assert_eq!(run.code, 1);
        // LibreOffice works formulas out when it saves.
        let wrong: Vec<_> = CELLS.iter().filter(|(_, code, _)| !worked_out || *code != "cell-pending").collect();
        assert_eq!(codes(&run), wrong.iter().map(|(_, code, _)| *code).collect::<Vec<_>>(), "{table}");
        for (cell, code, help) in wrong {
            let fault = told(&run, &format!("[{code}]: {cell}")).unwrap_or_else(|| panic!("{table}: {cell}"));
            assert!(fault.contains(help), "{table}: {fault}");
        }
    }
    assert_eq!(wells(&fixture).len(), 2, "nothing is written");
}

#[test]
fn merged_cells_hidden_rows_and_several_sheets_are_told() {
    let fixture = workspace();
    for table in ["merged-openpyxl.xlsx", "merged-libreoffice.xlsx"] {
        let run = import(&fixture, table, &[]);
        assert_eq!((run.code, codes(&run)), (1, vec!["cells-merged"]), "{table}");
        assert!(flat(&run).contains("C2:C3"), "{}", run.errors);
    }
    for table in ["hidden-openpyxl.xlsx", "hidden-libreoffice.xlsx"] {
        let run = import(&fixture, table, &[]);
        assert_eq!((run.code, codes(&run)), (0, vec!["sheets-left", "columns-hidden", "rows-hidden"]), "{table}");
        assert!(run.output.contains("(hidden in the sheet)") && !run.output.contains("hidden-well"), "{}", run.output);
    }
    let run = import(&fixture, "sheets-openpyxl.xlsx", &[]);
    assert_eq!((run.code, codes(&run)), (1, vec!["sheet-unsaid"]));
    let run = import(&fixture, "sheets-openpyxl.xlsx", &["--sheet", "Колодц"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["sheet-unknown"]));
    assert!(flat(&run).contains("Did you mean “Колодцы”?"), "{}", run.errors);
    let run = import(&fixture, "sheets-openpyxl.xlsx", &["--sheet", "Колодцы"]);
    assert_eq!((run.code, codes(&run)), (0, vec!["sheets-left"]));
}

#[test]
fn numbered_columns_titles_and_paths_fill_nested_fields() {
    for table in ["nested-openpyxl.xlsx", "nested-libreoffice.xlsx"] {
        let fixture = workspace();
        assert_eq!(codes(&import(&fixture, table, &[])), ["column-unknown"]);
        let run = import(&fixture, table, &["--skip", "remarks", "--write"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{table}");
        let after = wells(&fixture);
        let third = &after.iter().find(|(name, _)| name == "third-well.yaml").expect("the third well").1;
        let expected = "near: [first-well, second-well]\ndiggers:\n  - who: lower\n    share: 60\n  - who: upper\nsite:\n  slope: \
                        {en: \"The hill\"}\n  height: 812.5\nstory:\n  en: |-\n    The *third* well.\n\n    Nobody dug it \
                        [@gazette].\nsources: [gazette]\n";
        assert!(third.ends_with(expected), "{third}");
        let fourth = &after.iter().find(|(name, _)| name == "fourth-well.yaml").expect("the fourth well").1;
        assert!(fourth.contains("near: [third-well]\ndiggers:\n  - who: upper\n"), "the list closes up: {fourth}");
    }
}

#[test]
fn dates_that_a_spreadsheet_may_have_turned_round_are_pointed_out() {
    let run = import(&workspace(), "turned-openpyxl.xlsx", &[]);
    assert_eq!((run.code, codes(&run)), (1, vec!["dates-turned", "date-written"]));
    assert!(told(&run, "dates-turned").is_some_and(|fault| fault.contains("D2")), "{}", run.errors);
}

#[test]
fn headings_are_found_by_key_path_and_title_or_the_nearest_is_named() {
    let fixture = workspace();
    let heading = |heading: &str| {
        let text = format!("id;name.en;village;sources;\"{heading}\"\nthird-well;Third Well;lower;gazette;\n");
        import_text(&fixture, &text, &[])
    };
    for (written, field) in [
        ("dug", "dug"),
        (" DUG ", "dug"),
        ("Дата\u{a0}постройки", "dug"),
        ("Название (ru)", "name.ru"),
        ("Название, русский", "name.ru"),
        ("name: қазақша", "name.kk"),
        ("Depth, m", "depth"),
        ("depth.claim", "depth.claim"),
        ("Высота", "site.height"),
        ("site / slope / en", "site.slope.en"),
        ("Строители.3.Доля", "diggers.3.share"),
        ("near.2", "near.2"),
    ] {
        let run = heading(written);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{written}");
        let column = run.output.lines().find(|line| line.starts_with("E ")).unwrap_or_default();
        assert!(column.ends_with(&format!(" {field}")), "{column}");
    }
    for (written, code, help) in [
        ("dugg", "column-unknown", "Did you mean “Dug”?"),
        ("Cело", "column-unknown", "Did you mean “Село”?"),
        ("diggers", "column-unknown", "diggers.1.who"),
        ("story", "column-language", "story (en)"),
        ("Village", "column-twice", "“village” (C)"),
        ("near.1.x", "column-unknown", "--skip"),
        (
            "story [xx]",
            "column-language-unknown",
            "one of en, ru, kk, ky, tg, tk, uz in brackets, for example story (en)",
        ),
        ("Название (немецкий)", "column-language-unknown", "Название (en)"),
        ("name of it", "column-unknown", "--skip"),
    ] {
        let run = heading(written);
        assert_eq!((run.code, codes(&run)), (1, vec![code]), "{written}: {}", run.errors);
        assert!(flat(&run).contains(help), "{written}: {}", run.errors);
    }
    assert_eq!(codes(&import_text(&fixture, "id;near;near.1\na;;\n", &[]))[..1], ["column-missing"]);
    assert!(codes(&import_text(&fixture, "id;near;near.1\na;;\n", &[])).contains(&"column-twice"));
}

#[test]
fn ids_are_given_or_made_where_that_is_asked_for() {
    let fixture = workspace();
    let text = "Name (en);Village;Sources\nA Well of Oʻzbek Züri;lower;gazette\n";
    assert_eq!(codes(&import_text(&fixture, text, &[])), ["id-source"]);
    let run = import_text(&fixture, text, &["--id-from", "name.en"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(
        run.output.contains("# data/wells/a-well-of-ozbek-zuri.yaml\nid: a-well-of-ozbek-zuri\n"),
        "{}",
        run.output
    );
    let russian = "Name (en);Name (ru);Village;Sources\nA;Колодец;lower;gazette\n";
    assert_eq!(codes(&import_text(&fixture, russian, &["--id-from", "name.ru"])), ["id-unmakeable"]);
    assert_eq!(codes(&import_text(&fixture, russian, &["--id-from", "nmae.en"])), ["id-source-unknown"]);
    let given = "id;Name (en);Village;Sources\nsome-well;A;lower;gazette\n";
    assert_eq!(codes(&import_text(&fixture, given, &["--id-from", "name.en"])), ["id-source-twice"]);
    let twice = "Name (en);Village;Sources\nA;lower;gazette\na;lower;gazette\n";
    assert_eq!(codes(&import_text(&fixture, twice, &["--id-from", "name.en"])), ["id-cell-twice"]);
}

#[test]
fn a_number_of_which_digits_are_lost_is_refused_in_every_field_that_takes_text_or_an_id() {
    use chancery::import::{Cell, Content, Heading, Look, Row, Table};
    let fixture = workspace();
    let result = chancery::check::check(chancery::load::load(chancery::load::Workspace { root: fixture.path(".") }));
    let kind = result.store.schemas.get("well").expect("the kind of the tables");
    let options =
        import::ImportOptions { kind, store: &result.store, skip: &[], id_from: None, exists: &|_: &Path| false };
    let named = ["id", "name.en", "village", "sources", "near", "water", "marking", "story.ru"];
    let headings = named.iter().enumerate();
    let headings =
        headings.map(|(column, text)| Heading { column, text: (*text).to_owned(), range: 0..0, hidden: false });
    let number = || Content::Number { value: 12_345_678_901_234_567_890.0, look: Look::Plain };
    let cells = (0..named.len()).map(|column| Cell { column, content: number(), range: column..column });
    let row = Row { number: 2, range: 0..0, cells: cells.collect() };
    let table = Table { headings: headings.collect(), rows: vec![row], ..Table::default() };
    let plan = import::plan(&table, &options);
    let told: Vec<&str> = plan.faults.iter().map(|fault| fault.code.name).collect();
    assert_eq!((told, plan.drafts.len()), (vec!["number-cell"; named.len()], 0));
}

#[test]
fn a_number_in_scientific_form_is_never_made_an_id() {
    let fixture = workspace();
    let given = |id: &str| format!("id;name.en;village;sources\n{id};Third Well;lower;gazette\n");
    for id in ["1e5", "1,23E+11", "1.23457E+19"] {
        let run = import_text(&fixture, &given(id), &[]);
        assert_eq!((run.code, codes(&run)), (1, vec!["number-cell"]), "{id}: {}", run.errors);
    }
    for (title, code) in [("1.23457E+19", "number-cell"), ("1e5", "id-unmakeable")] {
        let text = format!("name.en;village;sources\n{title};lower;gazette\n");
        let run = import_text(&fixture, &text, &["--id-from", "name.en"]);
        assert!(run.code == 1 && codes(&run).contains(&code), "{title}: {}", run.errors);
        assert!(!run.output.contains("1e5") && !run.output.contains("1-23457e-19"), "{}", run.output);
    }
}

#[test]
fn a_list_is_parted_by_commas_where_every_piece_is_an_id() {
    let fixture = workspace();
    let import = |near: &str| {
        let text = format!("id;name.en;village;sources;near\nthird-well;Third;lower;gazette;\"{near}\"\n");
        import_text(&fixture, &text, &[])
    };
    for near in ["first-well, second-well", "first-well,second-well,", "first-well; second-well"] {
        let run = import(near);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{near}");
        assert!(run.output.contains("near: [first-well, second-well]"), "{near}: {}", run.output);
    }
    let run = import("first-well, secnd-well");
    assert_eq!(codes(&run), ["name-unknown"]);
    assert!(flat(&run).contains("Did you mean “Second Well”"), "{}", run.errors);
    assert_eq!(codes(&import("First Well, second-well")), ["name-unknown"], "a name can have a comma in it");
}

#[test]
fn a_first_line_that_names_the_separator_is_no_heading() {
    let fixture = workspace();
    for first in ["sep=;\n", "\u{feff}\"sep=;\"\r\n", "SEP=;\n", "sep=;;;;\n"] {
        let run = import_text(&fixture, &format!("{first}id;name.en;village;sources\nt;T, x;lower;gazette\n"), &[]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{first}");
    }
}

#[test]
fn a_question_without_its_space_is_no_lost_letter_in_utf8() {
    let fixture = workspace();
    let text =
        "id,name.en,village,sources,story.en,story.ru\nt,Why?Because,lower,gazette,Who?Nobody knows.,Кто?Никто.\n";
    let run = import_text(&fixture, text, &[]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
}

#[test]
fn the_checks_speak_of_the_cells_that_values_came_from() {
    let fixture = workspace();
    let text = "id,name.en,village,depth,story.en,marking,sources,diggers.1.share\n\
                third-well,Third Well,lower,600,One [@gazete],paper/open,gazette,\n\
                fourth-well,Fourth Well,lower,6,# Head,paper/secret,gazette;gazette,5\n";
    let run = import_text(&fixture, text, &["--write"]);
    assert_eq!(run.code, 1);
    for (code, place) in [
        ("markdown-unsupported", "wells.csv:3:33"),
        ("reference-unknown", "wells.csv:2:33"),
        ("marking-unknown", "wells.csv:3:40"),
        ("entry-twice", "wells.csv:3:53"),
        ("field-missing", "wells.csv:3:69"),
    ] {
        assert!(told(&run, code).is_some_and(|fault| fault.contains(place)), "{code} at {place} in\n{}", run.errors);
    }
    // Rules are asked once the records are what their schema says.
    let sound: String = text.lines().take(2).map(|line| line.replace(" [@gazete]", "") + "\n").collect();
    let run = import_text(&fixture, &sound, &["--write"]);
    assert!(told(&run, "well-too-deep").is_some_and(|fault| fault.contains("wells.csv:2:29")), "{}", run.errors);
    assert_eq!(wells(&fixture).len(), 2, "nothing is written");
}

#[test]
fn faults_of_new_records_speak_of_cells_and_columns() {
    let fixture = workspace();
    // The second letter is Cyrillic, and looks like a Latin one.
    let mixed = "id,name.en,village,sources\nthird-well,T\u{430}s,lower,gazette\n";
    let run = import_text(&fixture, mixed, &[]);
    assert_eq!(codes(&run), ["word-mixed"]);
    let fault = told(&run, "word-mixed").expect("it is told");
    assert!(
        fault.contains("Line 2, “name.en”: The word") && fault.ends_with("Type it anew in one alphabet."),
        "{fault}"
    );
    let below = "id,story.en,name.en,village,sources\nthird-well,\"One.\n\nTwo.\",T\u{430}s,lower,gazette\n";
    let fault = told(&import_text(&fixture, below, &[]), "word-mixed").expect("it is told");
    assert!(fault.contains("Line 4, “name.en”") && fault.contains("wells.csv:4:"), "{fault}");
    let empty = "id,name.en,village,sources\nthird-well,Third Well,,gazette\n";
    let run = import_text(&fixture, empty, &[]);
    let fault = told(&run, "field-missing").expect("it is told");
    assert!(fault.contains("Line 2, “village”: The field “village” is missing"), "{fault}");
    assert!(fault.ends_with("Fill in this cell."), "{fault}");
    let languages = "id,name.ru,village,sources\nthird-well,Колодец,lower,gazette\n";
    let fault = told(&import_text(&fixture, languages, &[]), "translation-missing").expect("it is told");
    assert!(fault.ends_with("Add a column with the heading name.en"), "{fault}");
    let both = "id,name.ru,name.en,village,sources\nthird-well,Колодец,,lower,gazette\n";
    let fault = told(&import_text(&fixture, both, &["--lang", "ru"]), "translation-missing").expect("it is told");
    assert!(fault.contains("Строка 2, «name.en»:") && fault.ends_with("Заполните эту ячейку."), "{fault}");
}

#[test]
fn a_title_above_the_headings_and_faults_of_the_workspace_are_told_as_such() {
    let fixture = workspace();
    for title in ["Wells of Nowhere,,,", "Wells of Nowhere", "Wells; Nowhere", "Wells of Nowhere\n"] {
        let text = format!("{title}\nid,name.en,village,sources\nthird-well,Third Well,lower,gazette\n");
        let run = import_text(&fixture, &text, &[]);
        assert_eq!((run.code, codes(&run)), (1, vec!["headings-below"]), "{}", run.errors);
        let row = if title.ends_with('\n') { 3 } else { 2 };
        assert!(flat(&run).contains(&format!("The headings seem to stand in row {row}")), "{}", run.errors);
    }
    let device = "id,name.en,village,sources\naux,Third Well,lower,gazette\n";
    assert_eq!(codes(&import_text(&fixture, device, &[])), ["id-device"]);
    let short = "id,name.en,village,sources,dug\nthird-well,Third Well,lower,gazette\n";
    assert_eq!(import_text(&fixture, short, &[]).code, 0, "the last empty cells may be left out");
    fixture.replace("data/wells/first-well.yaml", "village: upper", "village: uper");
    let run = import_text(&fixture, short, &[]);
    assert!(run.output.contains("Mend the faults in the workspace"), "{}", run.output);
}

#[test]
fn everything_is_said_in_russian_where_that_is_asked_for() {
    let fixture = workspace();
    let run = import(&fixture, "wells-semicolon-1251.csv", &["--lang", "ru"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    for words in [
        "wells-semicolon-1251.csv (Windows-1251, разделитель столбцов: точка с запятой): 3 строки для записей вида «well»",
        "Столбец  Заголовок          Поле",
        "Пропущено пустых строк: 1",
        "«Upper Nowhere» → upper",
        "Первые записи (3 из 3):",
        "Чтобы записать 3 файла, повторите команду с --write.",
    ] {
        assert!(run.output.contains(words), "{words} in\n{}", run.output);
    }
    let run = import(&fixture, "odd-openpyxl.xlsx", &["--lang", "ru"]);
    for words in [
        "ошибка[date-written]: E10 («dug»): «03/04/2022» — не дата",
        "Это может быть 2022-04-03 или 2022-03-04",
        "ошибка[number-written]: F17 («depth»): «1 200» — не число",
        "Напишите 1200",
    ] {
        assert!(flat(&run).contains(words), "{words} in\n{}", run.errors);
    }
}

#[test]
fn a_workspace_with_faults_takes_no_records() {
    let fixture = workspace();
    fixture.replace("data/wells/first-well.yaml", "village: upper", "village: uper");
    let run = import(&fixture, "wells-openpyxl.xlsx", &["--write"]);
    assert_eq!((run.code, codes(&run)), (1, vec!["workspace-faulty"]));
    assert_eq!(wells(&fixture).len(), 2);
}

#[test]
fn the_examples_of_the_register_have_their_fault_and_no_other() {
    let fixture = workspace();
    let text = |side: &'static [ExampleFile]| match side {
        [ExampleFile { path: "wells.csv", special: None, text }] => Some(*text),
        _ => None,
    };
    let mut tried = 0;
    for entry in chancery::diag::codes::tables::entries() {
        if let Some(wrong) = text(entry.example.wrong) {
            assert_eq!(codes(&import_text(&fixture, wrong, &[])), [entry.name]);
            tried += 1;
        }
        if let Some(right) = text(entry.example.right) {
            let run = import_text(&fixture, right, &[]);
            assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", entry.name);
        }
    }
    assert!(tried > 25, "{tried}");
}

#[test]
fn small_files_that_unpack_to_huge_ones_are_refused() {
    let parts = |sheet: &dyn Fn(&mut dyn std::io::Write)| -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
        let relations =
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>";
        let book = "<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>";
        for (name, text) in [("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", relations), ("xl/s.xml", "")] {
            let file = archive.new_file(name).compression_method(rawzip::CompressionMethod::DEFLATE).start();
            let (mut entry, config) = file.expect("a part");
            let encoder = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::fast());
            let mut writer = config.wrap(encoder);
            std::io::Write::write_all(&mut writer, text.as_bytes()).expect("written");
            if text.is_empty() {
                sheet(&mut writer);
            }
            let (encoder, descriptor) = writer.finish().expect("packed");
            encoder.finish().expect("packed");
            entry.finish(descriptor).expect("packed");
        }
        archive.finish().expect("packed");
        bytes
    };
    let refused = |bytes: Vec<u8>| {
        let faults = import::read(&bytes, None).err().map(|refused| refused.faults).unwrap_or_default();
        faults.iter().map(|fault| fault.code.name).collect::<Vec<_>>()
    };
    let blanks = |writer: &mut dyn std::io::Write| {
        let megabyte = vec![b' '; 1 << 20];
        (0..100).for_each(|_| writer.write_all(&megabyte).expect("written"));
    };
    let bomb = parts(&blanks);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert_eq!(refused(bomb), ["table-unpacks-too-large"]);
    let far = |cell: &'static str| {
        move |writer: &mut dyn std::io::Write| {
            let text = format!("<worksheet><sheetData><row><c r=\"{cell}\"><v>1</v></c></row></sheetData></worksheet>");
            writer.write_all(text.as_bytes()).expect("written");
        }
    };
    assert_eq!(refused(parts(&far("XFD1"))), ["table-too-wide"]);
    assert_eq!(refused(parts(&far("A9999999"))), ["table-too-wide"]);
    assert_eq!(refused(parts(&far("A1048576"))), Vec::<&str>::new(), "an empty table as long as a sheet can be");
    let rows = |writer: &mut dyn std::io::Write| {
        writer.write_all(b"<worksheet><sheetData>").expect("written");
        (0..30_000).for_each(|_| writer.write_all(b"<row><c><v>1</v></c></row>").expect("written"));
        writer.write_all(b"</sheetData></worksheet>").expect("written");
    };
    assert_eq!(refused(parts(&rows)), ["table-too-long"]);
}

#[test]
fn no_broken_file_breaks_the_program() {
    let fixture = workspace();
    let root = fixture.path(".");
    let result = chancery::check::check(chancery::load::load(chancery::load::Workspace { root }));
    let kind = result.store.schemas.get("well").expect("the kind of the tables");
    let options =
        import::ImportOptions { kind, store: &result.store, skip: &[], id_from: None, exists: &|_: &Path| false };
    let mut seed = 20_220_303_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    };
    for table in fs::read_dir(tables()).expect("the tables").flatten() {
        let whole = fs::read(table.path()).expect("a table");
        for round in 0..60 {
            let mut bytes = whole.clone();
            for _ in 0..=round % 7 {
                let at = next(bytes.len());
                match next(4) {
                    0 => bytes.truncate(at),
                    1 => bytes.insert(at, b"\"\n;,?\xD0\x00<"[next(8)]),
                    _ => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte = next(256) as u8),
                }
            }
            if let Ok(table) = import::read(&bytes, None) {
                let plan = import::plan(&table, &options);
                for fault in &plan.faults {
                    let range = fault.range.clone().unwrap_or_default();
                    assert!(table.view.get(range).is_some(), "{}: {:?}", fault.code.name, fault.range);
                }
                import::preview(&plan, &table, "t", "well", None, chancery::diag::Locale::Ru);
            }
        }
    }
}
