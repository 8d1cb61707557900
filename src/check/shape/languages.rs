//! Texts per language: the names of languages, what nobody wrote, and the text of each.

use super::stray;
use super::walk::{Walk, is_empty};
use crate::check::nearest::hint;
use crate::check::scalar::{self, FieldContext};
use crate::check::{languages, letters, markdown, raw};
use crate::diag::{Diagnostic, Edit, Fix, Place, codes, messages};
use crate::record::letters::Script;
use crate::record::{Entry, Language, Node, Value};
use crate::schema::Shape;
use crate::written::quote::quoted;

impl<'a> Walk<'a> {
    /// Checks a text per language; `needed` says that a release needs all of them.
    pub fn localized(&mut self, entries: &'a [Entry], markdown: bool, needed: bool) {
        self.faults.extend(self.swapped(entries));
        for (at, entry) in entries.iter().enumerate() {
            let Some(language) = Language::from_code(&entry.key) else {
                self.not_a_language(entry, at.checked_sub(1).map(|before| &entries[before]));
                continue;
            };
            if is_empty(&entry.value) {
                self.empty(entry.key_span.to(entry.value.span), &entry.key, needed);
                continue;
            }
            match &entry.value.value {
                Value::Scalar(_) => {
                    let site = FieldContext { field: &entry.key, about: None };
                    let mut found = scalar::text(&entry.value, &site, Some(language), self.text, self.file);
                    if markdown {
                        // Markdown itself reads signs as web pages write them.
                        found.retain(|fault| !fault.is(codes::SIGN_OF_WEB));
                        self.faults.extend(markdown::check(&entry.value, self.text, self.file));
                    }
                    self.faults.extend(found);
                }
                Value::Unreadable => {}
                _ => self.wrong_type(&entry.value, &entry.key, &Shape::Text { pattern: None }),
            }
        }
    }

    /// Reports an English and a Russian text of which each stands under the other.
    fn swapped(&self, entries: &[Entry]) -> Option<Diagnostic> {
        let of = |code: &str| entries.iter().find(|entry| &*entry.key == code).map(|entry| &entry.value);
        let (english, russian) = (of("en")?, of("ru")?);
        let only = |node: &Node, script: Script| {
            let scripts = || node.text().unwrap_or_default().chars().filter_map(Script::of);
            scripts().next().is_some() && scripts().all(|found| found == script)
        };
        if !only(english, Script::Cyrillic) || !only(russian, Script::Latin) {
            return None;
        }
        let words = |node: &Node| raw::of(self.text, &node.span.range());
        let mut edits =
            vec![Edit::new(english.span.range(), words(russian)), Edit::new(russian.span.range(), words(english))];
        edits.sort_by_key(|edit| edit.range.start);
        let short = edits.iter().all(|edit| !edit.text.contains('\n'));
        let place = Place { file: self.file, range: english.span.range() };
        let fault = Diagnostic::new(codes::LANGUAGES_SWAPPED, place, vec![]);
        Some(fault.with_fix(short.then(|| Fix::suggested(edits))))
    }

    fn not_a_language(&mut self, entry: &'a Entry, before: Option<&'a Entry>) {
        let known = letters::latin(&entry.key).filter(|latin| Language::from_code(latin).is_some());
        if let Some(latin) = known {
            return self.look_alike(&entry.key, entry.key_span, &latin);
        }
        if let Some(fault) =
            self.equals(entry).or_else(|| self.comma(entry, before)).or_else(|| stray::misplaced(self, entry))
        {
            return self.faults.push(fault);
        }
        let near = languages::meant(&entry.key).map(Language::code);
        let hint = match near {
            Some(name) => messages::DID_YOU_MEAN.of(vec![("name", name.into())]),
            None => hint(&entry.key, Language::ALL.map(Language::code)),
        };
        let fix = near.map(|near| Fix::suggested(vec![Edit::new(entry.key_span.range(), near)]));
        let values = vec![("value", entry.key.as_ref().into()), ("hint", hint)];
        self.fault(codes::LANGUAGE_UNKNOWN, entry.key_span, values, fix);
    }

    /// Reports `en = "Text"`.
    fn equals(&self, entry: &Entry) -> Option<Diagnostic> {
        let range = entry.key_span.range();
        let plain = entry.value.is_nothing() && raw::of(self.text, &range) == &*entry.key;
        let language = languages::before_equals(&entry.key).filter(|_| plain)?;
        let text = entry.key.split_once('=')?.1.trim();
        let sign = raw::of(self.text, &range).find('=')?;
        let from = range.start + raw::of(self.text, &range)[..sign].trim_end().len();
        let rest = raw::of(self.text, &(range.start + sign + 1..range.end));
        let skipped = range.start + sign + 1 + (rest.len() - rest.trim_start().len());
        let fix = (!text.is_empty()).then(|| Fix::automatic(vec![Edit::new(from..skipped, ": ")]));
        let values = vec![("key", language.code().into()), ("sign", "=".into())];
        let place = Place { file: self.file, range: range.start + sign..range.start + sign + 1 };
        Some(Diagnostic::new(codes::COLON_LOOK_ALIKE, place, values).with_fix(fix))
    }

    /// Reports a text that was cut in two by its own comma: `{en: Veres, Jr., ru: …}`.
    fn comma(&self, entry: &Entry, before: Option<&Entry>) -> Option<Diagnostic> {
        let before = before.filter(|_| entry.value.is_nothing())?;
        let text = before.value.text()?;
        let range = before.value.span.range();
        let gap = self.text.get(range.end..entry.key_span.range().start)?;
        let plain = raw::of(self.text, &range) == text && gap.trim() == "," && languages::meant(&entry.key).is_none();
        let whole = range.start..entry.key_span.range().end;
        let words = raw::of(self.text, &whole);
        (plain && !words.contains('\n')).then(|| {
            let fix = Fix::suggested(vec![Edit::new(whole.clone(), quoted(words))]);
            let values = vec![("field", before.key.as_ref().into()), ("value", text.into())];
            Diagnostic::new(codes::COMMA_IN_TEXT, Place { file: self.file, range: whole }, values).with_fix(fix)
        })
    }
}
