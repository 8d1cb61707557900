//! Texts that a schema marks with `x-translate` exist in every language of the workspace.

use super::languages::meant;
use crate::diag::{Diagnostic, Edit, Files, Fix, codes, messages};
use crate::record::{Language, Node, Record};
use crate::store::{Store, Typed, Visit, walk};

/// Checks all records.
pub fn check(store: &Store, languages: &[Language], files: &Files) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for record in store.records.iter() {
        let check = TranslationCheck { record, languages, text: files.text(record.file) };
        walk(&record.root, &store.kind(record).object, &mut |visit| {
            let translated = visit.field().is_some_and(|field| field.translate);
            if let (Typed::Localized { .. }, true) = (&visit.value, translated) {
                faults.extend(check.missing(visit));
            }
        });
    }
    faults
}

/// Goes through one record.
struct TranslationCheck<'a> {
    record: &'a Record,
    languages: &'a [Language],
    /// The text of its file.
    text: &'a str,
}

impl TranslationCheck<'_> {
    fn missing(&self, visit: &Visit<'_, '_>) -> Vec<Diagnostic> {
        // A text under a mistyped language is there.
        let there: Vec<Language> = visit.node.entries().iter().filter_map(|entry| meant(&entry.key)).collect();
        let absent = self.languages.iter().filter(|language| !there.contains(language));
        absent.filter_map(|language| self.fault(visit, *language)).collect()
    }

    fn fault(&self, visit: &Visit<'_, '_>, language: Language) -> Option<Diagnostic> {
        let entry = visit.entry()?;
        let place = if visit.is_field() { entry.key_span } else { visit.node.span };
        let fix = on_one_line(visit.node, language, self.text);
        let hint = if fix.is_some() { &messages::WRITE_LANGUAGE } else { &messages::ADD_LANGUAGE };
        let values = vec![
            ("field", entry.key.as_ref().into()),
            ("language", messages::language(language.code()).into()),
            ("code", language.code().into()),
            ("hint", hint.of(vec![("code", language.code().into())])),
        ];
        Some(
            Diagnostic::new(codes::TRANSLATION_MISSING, self.record.place(place), values)
                .about_field(language.code())
                .with_fix(fix),
        )
    }
}

/// Returns the fix that adds a language to texts in braces on one line.
fn on_one_line(node: &Node, language: Language, text: &str) -> Option<Fix> {
    let words = text.get(node.span.range()).filter(|words| words.starts_with('{') && !words.contains('\n'))?;
    let inner = words.strip_suffix('}')?.trim_end().trim_end_matches(',').trim_end();
    let at = node.span.range().start + inner.len();
    Some(Fix::suggested(vec![Edit::new(at..at, format!(", {language}: \"…\""))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    fn repaired(text: &str) -> Option<Fix> {
        let file = Files::default().add("a.yaml".into(), text.into());
        let root = load::tree(text, file).expect("a tree");
        on_one_line(root.get("a").expect("a field"), Language::Ru, text)
    }

    #[test]
    fn a_language_is_added_to_the_line_in_braces() {
        for (text, line) in [
            ("a: {en: \"Veres\"}\n", "a: {en: \"Veres\", ru: \"…\"}"),
            ("a: { en: \"Veres\", }\n", "a: { en: \"Veres\", ru: \"…\", }"),
        ] {
            let fix = repaired(text).expect("a repair");
            assert_eq!(fix.corrected(text).expect("it fits").1, [line]);
        }
        assert_eq!(repaired("a:\n  en: \"Veres\"\n"), None);
    }
}
