//! Coverage: what is missing is counted and named, and translations find their way out and back without harm to anything else.

use std::fs;

use chancery::coverage::translator::fingerprint;
use chancery::diag::codes::{self, ExampleFile};

use crate::fixture::{Fixture, Run, reference, repository};

/// A column of the list for a translator.
const COLUMNS: [&str; 8] = ["kind", "record", "pointer", "field", "from", "original", "uz", "fingerprint"];

/// Two paragraphs, as a person writes them.
const STORY: &str =
    "story:\n  en: |\n    The *first* well was dug by nobody [@gazette].\n\n    It is deep; \"very\" deep.\n";

/// Reads a table of ours.
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Writes a list with translations, as a spreadsheet program does.
fn fill(fixture: &Fixture, list: &[Vec<String>], translate: impl Fn(&[String]) -> String) {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    for (number, row) in list.iter().enumerate() {
        let mut row = row.clone();
        if number > 0 {
            row[6] = translate(&row);
        }
        writer.write_record(&row).expect("a row");
    }
    fs::write(fixture.path("filled.csv"), writer.into_inner().expect("the table")).expect("the table can be written");
}

fn listed(fixture: &Fixture, language: &str) -> Vec<Vec<String>> {
    // A list that is there is never written over.
    let _ = fs::remove_file(fixture.path("list.csv"));
    let run = fixture.run(&["coverage", "--untranslated", language, "--out", "list.csv"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    rows(&fs::read_to_string(fixture.path("list.csv")).expect("the list"))
}

fn uzbek(row: &[String]) -> String {
    match (row[1].as_str(), row[2].as_str()) {
        ("first-well", "/story") => {
            "*Birinchi* quduqni hech kim qazimagan [@gazette].\r\n\r\nU chuqur; \"juda\" chuqur."
        }
        ("first-well", _) => "Birinchi quduq",
        ("second-depth", "/because") => "Raqamlar almashgan",
        _ => "Quduq",
    }
    .to_owned()
}

#[test]
fn coverage_of_the_foreign_workspace_is_as_it_was() {
    let fixture = Fixture::foreign();
    let told = [
        ("coverage-en.txt", &["coverage", "--lang", "en"][..]),
        ("coverage-ru.txt", &["coverage", "--lang", "ru", "--all-languages"]),
        ("coverage.json", &["coverage", "--format", "json", "--language", "kk"]),
    ];
    reference::compare_all(&told.map(|(name, arguments)| {
        let run = fixture.run(arguments);
        assert_eq!((run.code, run.errors.as_str()), (0, ""));
        (name, run.output)
    }));
}

#[test]
fn coverage_counts_the_languages_of_the_settings_and_of_the_reports() {
    let fixture = Fixture::foreign();
    let languages = |arguments: &[&str]| {
        let run = fixture.run(&[&["coverage", "--format", "json"], arguments].concat());
        let json: serde_json::Value = serde_json::from_str(&run.output).expect("JSON");
        let counted = json["counts"].as_array().expect("counts").iter();
        let mut counted: Vec<String> = counted.filter_map(|row| Some(row["language"].as_str()?.to_owned())).collect();
        counted.sort();
        counted.dedup();
        (counted.join(" "), json["languages"].to_string())
    };
    assert_eq!(languages(&[]), ("en".to_owned(), "[\"en\"]".to_owned()));
    fixture.replace("templates/ledger/report.yaml", "languages: [en]", "languages: [en, tg]");
    fixture.replace("data/settings.yaml", "languages: [en]", "languages: [en, ru]");
    assert_eq!(languages(&[]).1, "[\"en\",\"ru\",\"tg\"]");
    assert_eq!(languages(&["--all-languages"]).0, "en kk ky ru tg tk uz");
    assert_eq!(fixture.run(&["coverage", "--all-languages", "--language", "kk"]).code, 2);
}

#[test]
fn coverage_is_the_same_each_time_and_fits_the_screen() {
    let fixture = Fixture::shipped();
    for arguments in [&["coverage"][..], &["coverage", "--lang", "ru"], &["coverage", "--format", "csv"]] {
        let run = fixture.run(arguments);
        assert_eq!(run.output, fixture.run(arguments).output);
        let wide = run.output.lines().find(|line| line.chars().count() > 80);
        assert!(arguments.contains(&"csv") || wide.is_none(), "{wide:?}");
    }
}

#[test]
fn coverage_csv_names_every_gap_and_holds_no_formula() {
    let fixture = Fixture::foreign();
    fixture.replace("data/wells/first-well.yaml", "First Well", "=HYPERLINK(\\\"https://example.org\\\")");
    let run = fixture.run(&["coverage", "--format", "csv", "--language", "kk", "--report", "ledger"]);
    let gaps = rows(&run.output);
    assert_eq!(gaps[0], ["what", "language", "report", "kind", "record", "field", "file", "line", "required"]);
    let name = ["translation", "kk", "ledger", "well", "first-well", "/name", "data/wells/first-well.yaml", "2", "yes"];
    assert!(gaps.iter().any(|row| row == &name), "{gaps:?}");
    let list = listed(&fixture, "kk");
    let row = list.iter().find(|row| row[1] == "first-well" && row[2] == "/name").expect("the name");
    assert_eq!(row[5], "'=HYPERLINK(\"https://example.org\")");
    let begins = |cell: &String| cell.starts_with(['=', '+', '-', '@']);
    assert!(!list.iter().chain(&gaps).flatten().any(begins));
}

#[test]
fn coverage_sees_sources_narrative_and_confirmation() {
    let fixture = Fixture::shipped();
    let gaps = rows(&fixture.run(&["coverage", "--format", "csv", "--language", "ru"]).output);
    let has = |what: &str, record: &str, field: &str| {
        gaps.iter().any(|row| row[0] == what && row[4] == record && row[5] == field)
    };
    assert!(has("source", "antonio-guterres", "/sources"));
    assert!(has("text", "bil-kz-unoct-2022", ""));
    assert!(!has("text", "tashkent-conf-2022", ""));
    assert!(has("unconfirmed", "tashkent-2022-delegation-osce", "/our-translation"));
}

#[test]
fn coverage_of_a_workspace_with_faults_is_told_all_the_same() {
    let fixture = Fixture::foreign();
    fixture.write("data/wells/third-well.yaml", "id: third-well\nname: {en: \"Third\nvillage: nowhere\n");
    fixture.replace("data/wells/second-well.yaml", "lower", "lowest");
    let run = fixture.run(&["coverage"]);
    // What cannot be read is not counted, and that is told; other faults are the business of `check`.
    assert_eq!(run.code, 1, "{}", run.errors);
    assert!(run.errors.starts_with("error[quote-not-closed]") && run.errors.contains("1 error\n"), "{}", run.errors);
    assert!(run.output.contains("well"), "{}", run.output);
    let run = fixture.run(&["coverage", "--report", "ledgers"]);
    assert_eq!(run.code, 2);
    assert!(run.errors.ends_with("chancery: there is no report “ledgers”; there are: ledger\n"), "{}", run.errors);
}

#[test]
fn translations_go_out_and_come_back() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "data/wells/first-well.yaml",
        "story:\n  en: |\n    The *first* well was dug by nobody [@gazette].\n",
        STORY,
    );
    let list = listed(&fixture, "uz");
    assert_eq!(list[0], COLUMNS);
    let before = fs::read_to_string(fixture.path("data/wells/first-well.yaml")).expect("the record");
    fill(&fixture, &list, uzbek);
    let preview = fixture.run(&["import", "filled.csv", "--translations"]);
    assert_eq!(preview.code, 0, "{}{}", preview.output, preview.errors);
    assert!(preview.output.contains("Nothing is written yet."), "{}", preview.output);
    assert_eq!(fs::read_to_string(fixture.path("data/wells/first-well.yaml")).expect("the record"), before);

    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!(run.code, 0, "{}{}", run.output, run.errors);
    let expected = before
        .replace("{en: \"First Well\"}", "{en: \"First Well\", uz: \"Birinchi quduq\"}")
        .replace(
            "\"very\" deep.\n",
            "\"very\" deep.\n  uz: |\n    *Birinchi* quduqni hech kim qazimagan [@gazette].\n\n    U chuqur; \"juda\" chuqur.\n",
        );
    assert_eq!(fs::read_to_string(fixture.path("data/wells/first-well.yaml")).expect("the record"), expected);
    let report = fs::read_to_string(fixture.path("templates/ledger/report.yaml")).expect("the definition");
    assert!(report.contains("label: {en: \"wells\", uz: \"Quduq\"}"), "{report}");
    assert_eq!(fixture.run(&["check"]).code, 0);
    assert_eq!(listed(&fixture, "uz").len(), 1, "only the headings are left");
    let again = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert!(again.output.contains(&format!("there already: {}", list.len() - 1)), "{}", again.output);
    assert!(again.output.contains("There is nothing to write"), "{}", again.output);
}

#[test]
fn a_list_that_is_there_is_not_written_over() {
    let fixture = Fixture::foreign();
    listed(&fixture, "uz");
    fixture.write("list.csv", "filled");
    fixture.write("list-2.csv", "filled too");
    let again = fixture.run(&["coverage", "--untranslated", "uz", "--out", "list.csv"]);
    assert_eq!(again.code, 2, "{}", again.output);
    assert!(again.errors.contains("“list.csv” is there already"), "{}", again.errors);
    assert!(again.errors.contains("--out list-3.csv"), "{}", again.errors);
    assert_eq!(fs::read_to_string(fixture.path("list.csv")).expect("the list"), "filled");
}

#[test]
fn rows_of_which_some_columns_were_sorted_are_refused() {
    let fixture = Fixture::foreign();
    let mut list = listed(&fixture, "uz");
    let at = |list: &[Vec<String>], id: &str| list.iter().position(|row| row[1] == id && row[2] == "/name");
    let (first, second) = (at(&list, "first-well").expect("a row"), at(&list, "second-well").expect("a row"));
    // Original and translation change places with those of another row; the rest stays.
    let other = list[second][5].clone();
    list[second][5] = std::mem::replace(&mut list[first][5], other);
    fill(&fixture, &list, |row| if row[2] == "/name" { "Quduq".to_owned() } else { String::new() });
    let before = fixture.files("data/wells");
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!((run.code, told_codes(&run)), (1, vec!["translation-misaligned"; 2]), "{}", run.errors);
    assert!(flat(&run).contains("do not belong together: “Second Well”"), "{}", run.errors);
    assert_eq!(fixture.files("data/wells"), before);
}

#[test]
fn translations_of_two_shipped_texts_change_two_lines() {
    let fixture = Fixture::shipped();
    let list = listed(&fixture, "kk");
    let wanted = [("almaty", "/name", "Алматы"), ("accepted-version", "/text", "Қабылданған нұсқа")];
    let word = |row: &[String]| wanted.iter().find(|(id, pointer, _)| row[1] == *id && row[2] == *pointer);
    fill(&fixture, &list, |row| word(row).map(|(_, _, kk)| (*kk).to_owned()).unwrap_or_default());
    let paths = ["data/places/almaty.yaml", "data/terms/accepted-version.yaml"];
    let read = || paths.map(|path| fs::read_to_string(fixture.path(path)).expect("a record"));
    let before = read();
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!(run.code, 0, "{}{}", run.output, run.errors);
    assert!(run.output.contains(&format!("empty: {}", list.len() - 3)), "{}", run.output);
    for (before, after) in before.iter().zip(read()) {
        let changed: Vec<_> = before.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
        assert_eq!((changed.len(), before.lines().count()), (1, after.lines().count()), "{after}");
        assert!(changed[0].1.contains(", kk: \""), "{after}");
    }
    assert_eq!(fixture.run(&["check"]).code, 0);
}

#[test]
fn translated_titles_are_said_to_be_ours_and_spellings_of_sources_are_not_listed() {
    let fixture = Fixture::shipped();
    let list = listed(&fixture, "kk");
    assert!(!list.iter().any(|row| row[2].starts_with("/also/") && row[2].ends_with("/text")), "spellings of sources");
    assert!(list.iter().any(|row| row[2] == "/candidates/0/text"), "what sources say, in our words");
    let long =
        "Дінге негізделген экстремизм мен терроризмге қарсы іс-қимыл жөніндегі мемлекеттік бағдарлама туралы қаулы";
    let titles = [("kz-programme-2018", "/title", long), ("cica", "/name", "АӨСШК"), ("cica", "/note", "Ескерту")];
    let title = |row: &[String]| titles.iter().find(|(id, pointer, _)| row[1] == *id && row[2] == *pointer);
    fill(&fixture, &list, |row| title(row).map(|(.., kk)| (*kk).to_owned()).unwrap_or_default());
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.output);
    assert!(run.output.contains("  our-translation: +kk"), "{}", run.output);
    let read = |path: &str| fs::read_to_string(fixture.path(path)).expect("a record");
    assert!(read("data/events/kz-programme-2018.yaml").contains("\nour-translation: [ru, kk]\n"));
    let body = read("data/organizations/cica.yaml");
    assert_eq!(body.matches("our-translation: [kk]").count(), 1, "{body}");
    // Files that had the stable form have it afterwards.
    assert_eq!(fixture.run(&["fmt", "--check"]).code, 0);
    assert_eq!(fixture.run(&["check"]).code, 0);
}

/// Returns the codes of what was told, in order.
fn told_codes(run: &Run) -> Vec<&str> {
    let told = run.errors.lines().filter_map(|line| {
        let (severity, rest) = line.split_once('[')?;
        ["error", "warning", "note"].contains(&severity).then(|| rest.split(']').next()).flatten()
    });
    told.collect()
}

/// Returns everything that was told, on one line.
fn flat(run: &Run) -> String {
    run.errors.split_whitespace().filter(|word| *word != "│" && *word != "|").collect::<Vec<_>>().join(" ")
}

#[test]
fn translations_in_doubt_are_refused_at_their_cells() {
    let fixture = Fixture::foreign();
    let list = listed(&fixture, "uz");
    fill(&fixture, &list, |row| {
        match (row[1].as_str(), row[2].as_str()) {
            ("first-well", "/name") => "Биринчи қудуқ",
            ("first-well", "/story") => "Quduqni hech kim qazimagan.",
            ("gazette", _) => "Gаzeta",
            ("paper", _) => "Birinchi\nikkinchi",
            ("upper", _) => "—",
            ("lower", _) => "Quyi qishloq",
            ("second-well", _) => "Quduq",
            _ => "",
        }
        .to_owned()
    });
    let before = fixture.files("data/villages");
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!(run.code, 1, "{}{}", run.output, run.errors);
    let mut told = told_codes(&run);
    told.sort_unstable();
    let expected =
        ["cell-placeholder", "text-line-break", "translation-alphabet", "translation-citations", "translation-mixed"];
    assert_eq!(told, expected, "{}", run.errors);
    for words in [
        "“uz”: “Биринчи” is not in the alphabet in which Uzbek is written here",
        "Write the translation in Latin letters.",
        "do not cite the same sources; the difference is gazette",
        "“Gаzeta” mixes Latin and Cyrillic letters",
    ] {
        assert!(flat(&run).contains(words), "{words}\n{}", run.errors);
    }
    assert!(run.output.contains("Translations into Uzbek: 2; left out: 5"), "{}", run.output);
    assert!(run.output.contains("Nothing is written. Mend the faults in the table"), "{}", run.output);
    assert_eq!(fixture.files("data/villages"), before, "all or nothing");
    let russian = fixture.run(&["import", "filled.csv", "--translations", "--lang", "ru"]);
    assert!(flat(&russian).contains("Напишите перевод латиницей."), "{}", russian.errors);
}

#[test]
fn translations_of_what_has_changed_are_left_out_and_the_others_written() {
    let fixture = Fixture::foreign();
    let list = listed(&fixture, "uz");
    fixture.replace("data/villages/upper.yaml", "Upper Nowhere", "Higher Nowhere");
    fs::remove_file(fixture.path("data/terms/wells.yaml")).expect("the term");
    fixture.replace("data/wells/second-well.yaml", "{en: \"Second Well\"}", "{en: \"Second Well\", uz: \"Boshqa\"}");
    fixture.replace("data/wells/first-well.yaml", "story:\n  en: |", "# story:\n#  en: |");
    fixture.replace("data/wells/first-well.yaml", "    The *first*", "#   The *first*");
    fill(&fixture, &list, |row| {
        match (row[1].as_str(), row[2].as_str()) {
            ("first-well", "/story") => "Quduqni hech kim qazimagan [@gazette].",
            ("upper" | "lower" | "wells" | "second-well", _) => "Quduq",
            _ => "",
        }
        .to_owned()
    });
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!(run.code, 0, "{}{}", run.output, run.errors);
    let mut told = told_codes(&run);
    told.sort_unstable();
    let expected = ["translation-exists", "translation-outdated", "translation-record-gone", "translation-text-gone"];
    assert_eq!(told, expected, "{}", run.errors);
    for words in ["now it is “Higher Nowhere”", "another translation already: “Boshqa”", "--untranslated uz"] {
        assert!(flat(&run).contains(words), "{words}\n{}", run.errors);
    }
    assert!(run.output.ends_with("Written: 1 file\n"), "{}", run.output);
    let lower = fs::read_to_string(fixture.path("data/villages/lower.yaml")).expect("the record");
    assert!(lower.contains("uz: \"Quduq\""), "{lower}");
    assert_eq!(fixture.run(&["check"]).code, 0);
}

#[test]
fn translations_from_a_table_that_is_none_are_refused_whole() {
    let fixture = Fixture::foreign();
    for (text, code) in [
        (&b"kind,record\nwell,first-well\n"[..], "translation-language"),
        (b"kind,record,uz,kk\nwell,first-well,a,b\n", "translation-languages"),
        (b"kind,record,pointer,from,original,uz\n", "translation-column-missing"),
        (b"kind,kind,record,pointer,from,original,uz,fingerprint\n", "translation-column-twice"),
        (b"kind,uz\nwell,a,b\n", "row-length"),
        (b"kind,uz\nwell,\"a\n", "quote-open"),
        (b"PK\x03\x04", "table-damaged"),
        (b"%PDF-1.7", "table-form-unknown"),
        (b"", "table-empty"),
    ] {
        fs::write(fixture.path("table.csv"), text).expect("the table can be written");
        let run = fixture.run(&["import", "table.csv", "--translations"]);
        assert_eq!((run.code, told_codes(&run)), (1, vec![code]), "{}", run.errors);
    }
    let run = fixture.run(&["import", "nowhere.csv", "--translations"]);
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    let run = fixture.run(&["import", "table.csv"]);
    assert_eq!(run.code, 2, "a kind or --translations: {}", run.errors);
    let run = fixture.run(&["import", "table.csv", "--translations", "--kind", "well"]);
    assert_eq!(run.code, 2, "not both: {}", run.errors);
    let run = fixture.run(&["coverage", "--untranslated", "kk", "--out", "list.xlsx"]);
    assert_eq!(run.code, 2, "{}", run.output);
}

/// A list of translations as a spreadsheet program saved it, its language, and what it was read as.
const SAVED: [(&str, &str, &str); 6] = [
    ("list-kk-openpyxl.xlsx", "kk", "sheet “list”"),
    ("list-kk-libreoffice.xlsx", "kk", "sheet “list”"),
    ("list-kk-semicolon-utf8.csv", "kk", "(UTF-8, columns parted by a semicolon)"),
    ("list-kk-tab-utf16.csv", "kk", "(UTF-16, columns parted by a Tab)"),
    ("list-ru-semicolon-1251.csv", "ru", "(Windows-1251, columns parted by a semicolon)"),
    ("list-ru-libreoffice.xlsx", "ru", "sheet “list”"),
];

#[test]
fn translations_come_back_from_what_spreadsheet_programs_save() {
    for (table, language, read_as) in SAVED {
        let fixture = Fixture::foreign();
        fs::copy(repository().join("tests/tables").join(table), fixture.path(table)).expect("the table is committed");
        let run = fixture.run(&["import", table, "--translations", "--write"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{table}: {}", run.output);
        assert!(run.output.contains(read_as), "{table}: {}", run.output);
        let first = fs::read_to_string(fixture.path("data/wells/first-well.yaml")).expect("the record");
        let (name, story) = match language {
            "kk" => ("kk: \"Бірінші құдық\"", "*Бірінші* құдықты ешкім қазған жоқ [@gazette]."),
            _ => ("ru: \"Первый колодец; он же «Глубокий»\"", "*Первый* колодец никто не копал [@gazette]."),
        };
        assert!(first.contains(name) && first.contains(story), "{table}: {first}");
        assert_eq!(fixture.run(&["check"]).code, 0, "{table}");
    }
}

#[test]
fn translations_whose_letters_were_lost_are_refused_once_and_explained() {
    let fixture = Fixture::foreign();
    let table = "list-kk-lost-1251.csv";
    fs::copy(repository().join("tests/tables").join(table), fixture.path(table)).expect("the table is committed");
    let run = fixture.run(&["import", table, "--translations", "--write"]);
    assert_eq!((run.code, told_codes(&run)), (1, vec!["letters-lost"]), "{}", run.errors);
    assert!(flat(&run).contains("Windows-1251, which has no Kazakh"), "{}", run.errors);
}

#[test]
fn translations_with_letters_lost_at_the_end_of_words_are_refused() {
    let fixture = Fixture::foreign();
    let list = listed(&fixture, "tg");
    fill(&fixture, &list, |row| if row[1] == "first-well" && row[2] == "/name" { "Чоҳи милл?" } else { "" }.to_owned());
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!((run.code, told_codes(&run)), (1, vec!["letters-lost"]), "{}", run.errors);
    assert!(flat(&run).contains("letters are lost in “милл?”"), "{}", run.errors);
}

#[test]
fn translations_that_would_make_an_error_are_not_written() {
    let fixture = Fixture::foreign();
    let schema = "data/schema/village.schema.json";
    fixture.replace(
        schema,
        "\"x-label\": \"name\",",
        "\"x-label\": \"name\",\n  \"x-rules\": [{\"code\": \"village-in-uzbek\", \"rule\": \"!has(self.name.uz)\", \"message\": {\"en\": \
         \"No.\", \"ru\": \"Нет.\"}}],",
    );
    let list = listed(&fixture, "uz");
    fill(&fixture, &list, uzbek);
    let before = fixture.files("data/villages");
    let run = fixture.run(&["import", "filled.csv", "--translations", "--write"]);
    assert_eq!(run.code, 1, "{}", run.output);
    assert!(run.errors.contains("village-in-uzbek"), "{}", run.errors);
    assert!(run.errors.contains("filled.csv:") && run.errors.contains("with this translation"), "{}", run.errors);
    assert!(run.output.contains("the workspace would have new errors"), "{}", run.output);
    assert_eq!(fixture.files("data/villages"), before);
}

/// Lays one side of an example over a workspace and imports the list that is in it.
fn import_example(side: &[ExampleFile]) -> Run {
    let fixture = Fixture::foreign();
    for file in side {
        let signed = file.text.lines().map(|line| {
            let original = line.split(',').nth(4).unwrap_or_default();
            // What somebody made of the original since is not what the list was written from.
            line.replace("sha256:…", &fingerprint(original)) + "\n"
        });
        fixture.write(file.path, &signed.collect::<String>());
    }
    fixture.run(&["import", "list.csv", "--translations"])
}

#[test]
fn the_examples_of_translations_have_their_fault_and_no_other() {
    let entries = codes::tables::entries().filter(|entry| entry.name.starts_with("translation-"));
    // No small file is one that cannot be edited for certain.
    let shown: Vec<_> = entries.filter(|entry| entry.name != codes::tables::TRANSLATION_BY_HAND.name).collect();
    assert!(shown.len() > 10, "{}", shown.len());
    for entry in shown {
        let run = import_example(entry.example.wrong);
        assert_eq!(told_codes(&run), [entry.name], "{}", run.errors);
        let run = import_example(entry.example.right);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", entry.name);
        assert!(run.output.contains(": 1; left out: 0"), "{}", run.output);
    }
}
