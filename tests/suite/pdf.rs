//! The facts of the finished PDF, read back from its bytes: pages, language, title, bookmarks, tags, links, fonts.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::dict::Dict;
use hayro::hayro_syntax::object::{Name, Object, Stream, String as PdfString};

use crate::fixture::Fixture;

struct Facts {
    pages: usize,
    language: String,
    title: String,
    bookmarks: Vec<String>,
    tags: std::collections::BTreeMap<String, usize>,
    links: usize,
    fonts_without_file: Vec<String>,
    fonts: Vec<String>,
    alternatives: usize,
}

fn dictionaries(pdf: &Pdf) -> Vec<Dict<'_>> {
    pdf.objects()
        .into_iter()
        .filter_map(|object| match object {
            Object::Dict(dict) => Some(dict),
            Object::Stream(stream) => Some(stream.dict().clone()),
            _ => None,
        })
        .collect()
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key.as_bytes()).map(|name| name.as_str().to_owned())
}

/// Reads a text of the file: UTF-16 with its mark, or the plain letters.
fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    let bytes = dict.get::<PdfString<'_>>(key.as_bytes())?.as_bytes().to_vec();
    Some(match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => {
            let units: Vec<u16> = units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).expect("UTF-16")
        }
        None => String::from_utf8(bytes).expect("plain letters"),
    })
}

fn facts(bytes: Vec<u8>) -> Facts {
    let pdf = Pdf::new(bytes).expect("a PDF");
    let all = dictionaries(&pdf);
    let catalog = all.iter().find(|d| name(d, "Type").as_deref() == Some("Catalog")).expect("a catalogue");
    let mut tags = std::collections::BTreeMap::new();
    for tag in all.iter().filter(|d| d.contains_key(b"P".as_slice())).filter_map(|d| name(d, "S")) {
        *tags.entry(tag).or_insert(0) += 1;
    }
    let descriptors = || all.iter().filter(|d| name(d, "Type").as_deref() == Some("FontDescriptor"));
    let has_file =
        |d: &&Dict<'_>| ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| d.contains_key(key.as_bytes()));
    Facts {
        pages: pdf.pages().len(),
        language: text(catalog, "Lang").unwrap_or_default(),
        title: all
            .iter()
            .find_map(|d| d.contains_key(b"Creator".as_slice()).then(|| text(d, "Title")).flatten())
            .unwrap_or_default(),
        bookmarks: all
            .iter()
            .filter(|d| d.contains_key(b"Dest".as_slice()) || d.contains_key(b"Parent".as_slice()))
            .filter(|d| !d.contains_key(b"S".as_slice()))
            .filter_map(|d| text(d, "Title"))
            .collect(),
        tags,
        links: all.iter().filter(|d| name(d, "Subtype").as_deref() == Some("Link")).count(),
        fonts_without_file: descriptors().filter(|d| !has_file(d)).filter_map(|d| name(d, "FontName")).collect(),
        fonts: descriptors().filter_map(|d| name(d, "FontName")).collect(),
        alternatives: all.iter().filter(|d| text(d, "Alt").is_some_and(|alt| !alt.is_empty())).count(),
    }
}

#[test]
fn anniversary_says_of_itself_what_readers_and_archives_need() {
    let fixture = Fixture::shipped();
    let run = fixture.run(&["report", "anniversary"]);
    assert_eq!((run.code, run.errors.as_str()), (0, ""));
    for (language, title, bookmark) in [
        ("en", "Ten years of the Joint Plan of Action for Central Asia", "The way forward"),
        ("ru", "Десять лет Совместного плана действий для Центральной Азии", "Дальнейшая работа"),
    ] {
        let (_, bytes) = fixture
            .files("out")
            .into_iter()
            .find(|(name, _)| name.ends_with(&format!("_{language}.pdf")))
            .expect("a document in each language");
        let facts = facts(bytes);
        assert!(facts.pages > 4, "four pages and annexes");
        assert_eq!(facts.language, language);
        assert_eq!(facts.title, title);
        assert!(facts.bookmarks.iter().any(|b| b == bookmark), "{:?}", facts.bookmarks);
        assert!(facts.bookmarks.iter().any(|b| b == title), "{:?}", facts.bookmarks);
        for tag in ["H1", "H2", "Table", "TH", "TD", "Figure", "Note", "Link", "L", "P"] {
            assert!(facts.tags.get(tag).is_some_and(|n| *n > 0), "no {tag} in {:?}", facts.tags);
        }
        assert!(facts.alternatives >= 3, "chart, timeline and bars are described: {}", facts.alternatives);
        assert!(facts.links > 100, "notes lead to their sources: {}", facts.links);
        assert!(facts.fonts_without_file.is_empty(), "{:?}", facts.fonts_without_file);
        assert!(facts.fonts.iter().all(|font| font.contains("+Source")), "{:?}", facts.fonts);
    }
}

/// Returns the files that a PDF carries, by name.
fn attached(bytes: Vec<u8>) -> std::collections::BTreeMap<String, Vec<u8>> {
    let pdf = Pdf::new(bytes).expect("a PDF");
    let all = dictionaries(&pdf);
    let specifications = all.iter().filter(|dict| name(dict, "Type").as_deref() == Some("Filespec"));
    let file = |dict: &Dict<'_>| {
        let stream = dict.get::<Dict<'_>>(b"EF".as_slice())?.get::<Stream<'_>>(b"F".as_slice())?;
        Some((text(dict, "F").or_else(|| text(dict, "UF"))?, stream.decoded().ok()?.to_vec()))
    };
    specifications.filter_map(file).collect()
}

fn part_of_archival_standard(bytes: &[u8]) -> Option<char> {
    let text = String::from_utf8_lossy(bytes);
    let at = text.find("<pdfaid:part>")? + "<pdfaid:part>".len();
    text[at..].chars().next()
}

#[test]
fn documents_of_an_edition_that_says_so_carry_what_they_print_and_no_others() {
    let fixture = Fixture::foreign();
    fixture.replace(
        "data/settings.yaml",
        "marking: paper/open",
        "marking: paper/open\neditions:\n  - id: internal\n    attach: true\n  - id: public\n    highest: {paper: open}\n    attach: true",
    );
    fixture.replace("data/wells/second-well.yaml", "sources:", "marking: paper/closed\nsources:");
    let bytes = |edition: &str, folder: &str| {
        let run = fixture.run(&["report", "ledger", "--edition", edition, "--out", folder]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""));
        let found = walked(&fixture.path(folder));
        std::fs::read(found.iter().find(|path| path.extension().is_some_and(|e| e == "pdf")).expect("a document"))
            .expect("it can be read")
    };
    let public = bytes("public", "public");
    assert_eq!(public, bytes("public", "again"), "the same each time");
    assert_eq!(part_of_archival_standard(&public), Some('3'));
    let files = attached(public.clone());
    assert_eq!(files.keys().collect::<Vec<_>>(), ["page-data.json", "page-data.schema.json"]);
    let data: serde_json::Value = serde_json::from_slice(&files["page-data.json"]).expect("JSON");
    let run = fixture.run(&["preview-data", "ledger", "--edition", "public", "--out", "-"]);
    assert_eq!(data, serde_json::from_str::<serde_json::Value>(&run.output).expect("JSON"), "what the edition may see");
    assert!(!String::from_utf8_lossy(&files["page-data.json"]).contains("second-well"));
    let schema = serde_json::from_slice(&files["page-data.schema.json"]).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    assert!(schema.is_valid(&data));
    let internal = bytes("internal", "internal");
    assert_eq!(part_of_archival_standard(&internal), Some('2'));
    assert!(attached(internal.clone()).is_empty(), "where everything may be seen, nothing is attached");
    let pages = |bytes: Vec<u8>| Pdf::new(bytes).expect("a PDF").pages().len();
    assert_eq!(pages(public), pages(internal), "an attachment makes no page");
    for language in ["en", "ru"] {
        let run = Fixture::shipped().run(&["preview-data", "anniversary", "--lang", language, "--out", "-"]);
        let data: serde_json::Value = serde_json::from_str(&run.output).expect("JSON");
        let faults: Vec<String> = schema.iter_errors(&data).map(|error| error.to_string()).collect();
        assert!(faults.is_empty(), "{:?}", faults.first());
    }
}

/// Returns the files of a folder and those below it.
fn walked(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    entries.flat_map(|entry| if entry.path().is_dir() { walked(&entry.path()) } else { vec![entry.path()] }).collect()
}
