//! Texts that a schema marks with `x-translate` exist in every language of the workspace.

use super::languages::meant;
use crate::diag::{Diagnostic, Edit, Files, Fix, codes, messages};
use crate::record::{Entry, Language, Node, Record, Value};
use crate::schema::{Object, Shape};
use crate::store::Store;

/// Checks all records.
pub fn check(store: &Store, languages: &[Language], files: &Files) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for record in store.records.iter() {
        let translator = TranslationCheck { record, languages, text: files.text(record.file) };
        translator.object(&record.root, &store.kind(record).object, &mut faults);
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
    fn object(&self, node: &Node, object: &Object, faults: &mut Vec<Diagnostic>) {
        for entry in node.entries() {
            let Some(field) = object.fields.get(&*entry.key) else { continue };
            if field.translate {
                faults.extend(self.missing(entry, &field.shape));
            }
            self.nested(&entry.value, &field.shape, faults);
        }
    }

    fn nested(&self, node: &Node, shape: &Shape, faults: &mut Vec<Diagnostic>) {
        match (shape, &node.value) {
            (Shape::Object(inner), Value::Map(_)) => self.object(node, inner, faults),
            (Shape::List { items, .. }, Value::List(nodes)) => {
                nodes.iter().for_each(|node| self.nested(node, items, faults));
            }
            _ => {}
        }
    }

    fn missing(&self, entry: &Entry, shape: &Shape) -> Vec<Diagnostic> {
        if !matches!(shape, Shape::Localized { .. }) || !matches!(entry.value.value, Value::Map(_)) {
            return Vec::new();
        }
        // A text under a mistyped language is there.
        let there: Vec<Language> = entry.value.entries().iter().filter_map(|entry| meant(&entry.key)).collect();
        let absent = self.languages.iter().filter(|language| !there.contains(language));
        absent.map(|language| self.fault(entry, *language)).collect()
    }

    fn fault(&self, entry: &Entry, language: Language) -> Diagnostic {
        let fix = on_one_line(&entry.value, language, self.text);
        let hint = if fix.is_some() { &messages::WRITE_LANGUAGE } else { &messages::ADD_LANGUAGE };
        let values = vec![
            ("field", entry.key.as_ref().into()),
            ("language", messages::language(language.code()).into()),
            ("code", language.code().into()),
            ("hint", hint.of(vec![("code", language.code().into())])),
        ];
        Diagnostic::new(codes::TRANSLATION_MISSING, self.record.place(entry.key_span), values).with_fix(fix)
    }
}

/// Returns the fix that adds a language to texts in braces on one line.
fn on_one_line(node: &Node, language: Language, text: &str) -> Option<Fix> {
    let words = text.get(node.span.range()).filter(|words| words.starts_with('{') && !words.contains('\n'))?;
    let inner = words.strip_suffix('}')?.trim_end().trim_end_matches(',').trim_end();
    let at = node.span.range().start + inner.len();
    Some(Fix::likely(vec![Edit::new(at..at, format!(", {language}: \"…\""))]))
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
