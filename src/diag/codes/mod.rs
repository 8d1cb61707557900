//! The register of codes: every fault once, with its sentence, its instruction and an example, in every language of the messages.
//!
//! `{name}` stands for a value of the case. A language left out does not compile. One file for each stage that finds the faults.

mod claims;
mod code;
mod documents;
mod example;
mod files;
mod layout;
mod readable;
mod records;
mod references;
mod reports;
mod schemas;
mod suppressions;
pub mod tables;
mod values;
mod writing;

use super::message::Message;

pub use claims::*;
pub use code::{Code, Stage};
pub use documents::*;
pub use example::{Example, ExampleFile, Special};
pub use files::*;
pub use layout::*;
pub use records::*;
pub use references::*;
pub use reports::*;
pub use schemas::*;
pub use suppressions::*;
pub use values::*;
pub use writing::*;

macro_rules! stages {
    ($($stage:ident: $en:literal, $ru:literal;)*) => {
        /// Every stage, in the order in which faults are looked for.
        pub static STAGES: &[Stage] = &[$(Stage { title: Message { en: $en, ru: $ru }, entries: $stage::ENTRIES }),*];
    };
}

stages! {
    files: "Files", "Файлы";
    writing: "Writing", "Написание текста";
    layout: "Lines and brackets", "Строки и скобки";
    schemas: "Schemas and their rules", "Схемы и их правила";
    records: "Records", "Записи";
    values: "Fields and values", "Поля и значения";
    references: "References", "Ссылки";
    claims: "Claims and translations", "Спорные положения и переводы";
    suppressions: "Suppressions", "Отключения";
    reports: "Definitions of reports", "Определения отчётов";
    documents: "Documents", "Документы";
}

/// Returns every entry of what `check` finds, in the order of the stages; those of [`tables`] are apart.
pub fn all() -> impl Iterator<Item = &'static Code> {
    STAGES.iter().flat_map(|stage| stage.entries).copied()
}

/// Returns the entry of a code, be it of records or of tables.
pub fn find(name: &str) -> Option<&'static Code> {
    all().chain(tables::entries()).find(|entry| entry.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_kebab_case() {
        let mut names: Vec<&str> = all().chain(tables::entries()).map(|entry| entry.name).collect();
        assert!(names.iter().all(|n| n.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')));
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(before, names.len());
    }

    #[test]
    fn both_languages_speak_of_the_same_values() {
        for entry in all().chain(tables::entries()) {
            for message in [&entry.sentence, &entry.instruction] {
                assert_eq!(names(message.en), names(message.ru), "{}", entry.name);
            }
        }
    }

    /// Returns the names that stand for values; braces of a corrected line are no names.
    fn names(sentence: &str) -> std::collections::BTreeSet<&str> {
        let parts = sentence.split('{').skip(1).filter_map(|part| part.split('}').next());
        parts.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')).collect()
    }
}
