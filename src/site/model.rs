//! What the templates print: everything in words of one language, with nothing left to decide.

use serde::Serialize;
use serde_json::Value as Json;

use super::listing::{ReleasedFile, Version};
use super::printed::Printed;
use super::{Material, facets, messages, names};
use crate::diag::{Locale, Message, messages as shared};
use crate::driver::Standing;
use crate::locale::{dates, numbers};
use crate::page::{label, wording};
use crate::plural::{self, Plural};
use crate::record::marking::Marking;
use crate::record::{Language, Node, Record, text};
use crate::store::Store;

/// Bytes of the units in which sizes are told.
const KILOBYTE: f64 = 1000.0;
const MEGABYTE: f64 = 1_000_000.0;

/// Words, with their language where it is not that of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The words.
    pub text: String,
    /// The code of their language.
    pub lang: Option<&'static str>,
}

/// A version on a page.
#[derive(Debug, Serialize)]
pub struct VersionModel {
    /// Its running number.
    pub number: u32,
    /// What it is called: `v01`.
    pub name: String,
    /// Its reference with its revision.
    pub reference: String,
    /// Its title.
    pub title: Words,
    /// The page of its document.
    pub page: String,
    /// How it stands, for programs.
    pub standing: &'static str,
    /// Whether it holds.
    pub is_current: bool,
    /// Its heading.
    pub heading: String,
    /// The heading of its files.
    pub files_heading: String,
    /// How it stands, in words.
    pub stands: &'static str,
    /// The type of document.
    pub type_name: Words,
    /// Its date.
    pub date: String,
    /// The day up to which information was taken in.
    pub as_of: String,
    /// Its markings in words.
    pub markings: Vec<Words>,
    /// Its files.
    pub files: Vec<FileModel>,
    /// The versions that it has to do with.
    pub relations: Vec<Relation>,
    /// What it is about.
    pub about: Vec<About>,
}

/// A file on a page.
#[derive(Debug, Clone, Serialize)]
pub struct FileModel {
    /// The code of its language.
    pub code: &'static str,
    /// The name of its language, as it begins a line.
    pub language: String,
    /// Its title, in its language.
    pub title: Words,
    /// What it is called in the index.
    pub name: String,
    /// How many pages it has, in words.
    pub pages: String,
    /// How large it is, in words.
    pub size: String,
    /// Its check value.
    pub sha256: String,
    /// The picture of its first page.
    pub picture: String,
    /// Its width and height in dots.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// Another version that a version has to do with.
#[derive(Debug, Serialize)]
pub struct Relation {
    /// What it is to this one.
    pub label: &'static str,
    /// Its page.
    pub page: String,
    /// What it is called: `v02`.
    pub version: String,
    /// Its reference.
    pub reference: String,
}

/// The records of a kind that a version is about.
#[derive(Debug, Serialize)]
pub struct About {
    /// The kind.
    pub kind: String,
    /// What the kind is called.
    pub title: String,
    /// The records.
    pub records: Vec<Choice>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// For programs.
    pub value: String,
    /// In words.
    pub label: Words,
}

/// What all models of a page need.
pub struct Modeller<'a, 'v> {
    /// All versions that are listed.
    pub versions: &'a [Version<'v>],
    /// The kinds by which documents are filtered.
    pub facets: &'a [String],
    /// The language of the page.
    pub locale: Locale,
}

impl Words {
    fn of(node: Option<&Node>, locale: Locale) -> Self {
        let found = node.and_then(|node| text::in_language(node, language(locale)));
        let (written, text) = found.unwrap_or((language(locale), ""));
        Self::in_language(text, written, locale)
    }

    fn in_language(text: &str, written: Language, locale: Locale) -> Self {
        Self { text: text.to_owned(), lang: Some(written.code()).filter(|code| *code != locale.code()) }
    }

    /// Returns what a record is called.
    fn label(record: &Record, store: &Store, locale: Locale) -> Self {
        match label(record, store, language(locale)) {
            Json::Object(both) => {
                let written = both["lang"].as_str().and_then(Language::from_code).unwrap_or(language(locale));
                Self::in_language(both["text"].as_str().unwrap_or_default(), written, locale)
            }
            other => Self { text: other.as_str().unwrap_or(&record.id).to_owned(), lang: None },
        }
    }
}

/// Returns the language of records in which messages of a language are.
pub fn language(locale: Locale) -> Language {
    Language::from_code(locale.code()).unwrap_or(Language::En)
}

impl Modeller<'_, '_> {
    fn word(&self, message: &Message) -> &'static str {
        message.words(self.locale)
    }

    /// Returns a version with its files, each with what was found in it.
    pub fn version(&self, version: &Version<'_>, materials: &[Material]) -> VersionModel {
        let files: Vec<FileModel> =
            version.files.iter().zip(materials).map(|(file, material)| self.file(file, material)).collect();
        let own = version.files.iter().position(|file| file.language == language(self.locale)).unwrap_or_default();
        let date = |field| {
            let date = version.release.record.date(field);
            date.map(|date| dates::write(date, language(self.locale), dates::Form::Long)).unwrap_or_default()
        };
        let name = version.release.version();
        let named = || vec![("version", version.release.number.to_string().into())];
        VersionModel {
            number: version.release.number,
            name: name.clone(),
            reference: version.release.reference(),
            title: files[own].title.clone(),
            page: names::page(version.text("reference")),
            standing: version.standing.name(),
            is_current: version.standing == Standing::Current,
            heading: messages::VERSION.format(&named(), self.locale),
            files_heading: messages::FILES.format(&named(), self.locale),
            stands: self.word(stands(version.standing)),
            type_name: Words::of(version.release.record.root.get("type"), self.locale),
            date: date("date"),
            as_of: date("as-of"),
            markings: self.markings(version),
            files,
            relations: self.relations(version),
            about: self.facets.iter().filter_map(|kind| self.about(version, kind, materials)).collect(),
        }
    }

    fn file(&self, file: &ReleasedFile<'_>, material: &Material) -> FileModel {
        let pages: usize = file.text("pages").parse().unwrap_or_default();
        let form = match plural::after(pages, self.locale.code()) {
            Plural::One => &messages::PAGES_ONE,
            Plural::Few => &messages::PAGES_FEW,
            Plural::Many | Plural::Other => &messages::PAGES_MANY,
        };
        FileModel {
            code: file.language.code(),
            language: self.language(file.language),
            title: Words::in_language(file.text("title"), file.language, self.locale),
            name: names::file(file.text("file")),
            pages: form.format(&vec![("number", pages.into())], self.locale),
            size: self.size(material.bytes),
            sha256: file.text("sha256").to_owned(),
            picture: names::picture(file.text("file")),
            width: material.width,
            height: material.height,
        }
    }

    fn language(&self, language: Language) -> String {
        let mut letters = self.word(shared::language(language.code())).chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    fn size(&self, bytes: usize) -> String {
        let bytes = bytes as f64;
        let (number, unit) = if bytes < MEGABYTE {
            ((bytes / KILOBYTE).ceil(), &messages::KILOBYTES)
        } else {
            ((bytes / MEGABYTE * 10.0).round() / 10.0, &messages::MEGABYTES)
        };
        unit.format(&vec![("number", numbers::write(number, language(self.locale)).into())], self.locale)
    }

    /// Returns the markings of a version in words, each once.
    fn markings(&self, version: &Version<'_>) -> Vec<Words> {
        let mut all: Vec<Words> = Vec::new();
        for written in version.files.iter().flat_map(ReleasedFile::markings) {
            let marking = Marking::from(written);
            let level = version.store.schemes.level(&marking);
            let text = level.and_then(|level| wording(&marking, level.rank, version.store));
            let words = Words::of(text, self.locale);
            let words = if words.text.is_empty() { Words { text: written.to_owned(), lang: None } } else { words };
            if !all.contains(&words) {
                all.push(words);
            }
        }
        all
    }

    /// Returns the listed versions that a version takes the place of, corrects or adds to, and those that do so to it.
    fn relations(&self, version: &Version<'_>) -> Vec<Relation> {
        let own = version.release.record.id.as_str();
        let mut found = Vec::new();
        for (field, forth, back) in [
            ("supersedes", &messages::REPLACES, &messages::REPLACED_BY),
            ("amends", &messages::AMENDS, &messages::AMENDED_BY),
        ] {
            for other in self.versions {
                let label = if version.release.text(field) == Some(other.release.record.id.as_str()) {
                    forth
                } else if other.release.text(field) == Some(own) {
                    back
                } else {
                    continue;
                };
                found.push(Relation {
                    label: self.word(label),
                    page: names::page(other.text("reference")),
                    version: other.release.version(),
                    reference: other.release.reference(),
                });
            }
        }
        found
    }

    fn about(&self, version: &Version<'_>, kind: &str, materials: &[Material]) -> Option<About> {
        let printed: Vec<&Printed> = materials.iter().map(|material| &material.printed).collect();
        let records = facets::about(version, kind, &printed);
        let choice = |record: &&Record| Choice {
            value: record.id.clone(),
            label: Words::label(record, version.store, self.locale),
        };
        let records: Vec<Choice> = records.iter().map(choice).collect();
        let title = version.store.schemas.get(kind)?.title.words(self.locale).to_owned();
        (!records.is_empty()).then(|| About { kind: kind.to_owned(), title, records })
    }
}

/// Returns a standing in words.
pub fn stands(standing: Standing) -> &'static Message {
    match standing {
        Standing::Current => &messages::CURRENT,
        Standing::Superseded => &messages::SUPERSEDED,
        Standing::Withdrawn => &messages::WITHDRAWN,
    }
}
