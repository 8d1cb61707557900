//! One word, number or text is what its schema says, and means to every program what it means to the person who wrote it.

mod context;
mod dates;
mod misread;
mod numbers;

pub use context::FieldContext;
use context::ScalarCheck;

use super::nearest::hint;
use super::{letters, raw};
use crate::diag::{Diagnostic, Edit, FileId, Fix, codes, messages};
use crate::record::letters::{self as letter, is_invisible};
use crate::record::node::Meaning;
use crate::record::{Language, Node, link};
use crate::schema::Shape;
use crate::store::Store;
use crate::written::inline::inline;

/// Checks a scalar.
pub fn check(
    node: &Node,
    shape: &Shape,
    site: &FieldContext<'_>,
    source: &str,
    file: FileId,
    store: &Store,
) -> Vec<Diagnostic> {
    let scalar = ScalarCheck { source, file, site, node };
    let (Some(written), Some(meaning)) = (node.text(), node.meaning()) else { return Vec::new() };
    let one: Option<Diagnostic> = match shape {
        Shape::Text { pattern } => {
            return scalar.form(written, pattern.as_ref().is_none_or(|pattern| pattern.is_match(written)), None);
        }
        Shape::Address => return scalar.form(written, link::target(written).is_some(), link::meant(written)),
        Shape::Choice(words) => scalar.choice(written, words),
        Shape::Reference(_) => scalar.name(written, |_| true),
        Shape::Integer { least, most } => match meaning {
            Meaning::Integer(n) => scalar.bounds(n, *least, *most),
            _ => Some(numbers::fault(&scalar, written, shape)),
        },
        Shape::Number => match meaning {
            Meaning::Integer(_) | Meaning::Number(_) => numbers::ambiguous(&scalar, written),
            _ => Some(numbers::fault(&scalar, written, shape)),
        },
        Shape::Quantity => numbers::quantity(&scalar, written),
        Shape::Bool if !matches!(meaning, Meaning::Truth(_)) => Some(misread::truth(&scalar, written)),
        Shape::Date => dates::check(&scalar, written),
        Shape::Marking if store.schemes.level(&written.into()).is_none() => {
            let known: Vec<String> = store.schemes.all().collect();
            let hint = hint(written, known.iter().map(String::as_str));
            Some(scalar.fault(codes::MARKING_UNKNOWN, vec![("value", written.into()), ("hint", hint)]))
        }
        _ => None,
    };
    one.into_iter().collect()
}

/// Checks a text in a language, if it is in one.
pub fn text(
    node: &Node,
    site: &FieldContext<'_>,
    language: Option<Language>,
    source: &str,
    file: FileId,
) -> Vec<Diagnostic> {
    ScalarCheck { source, file, site, node }.text(language)
}

/// Signs as web pages write them, in text that was copied from there; a quote stays one within the quotes of a text.
const WEB: [(&str, &str); 16] = [
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "”"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&apos;", "’"),
    ("&#39;", "’"),
    ("&rsquo;", "’"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&hellip;", "…"),
];

impl ScalarCheck<'_> {
    /// Checks free text: nothing of it is lost, no program reads it as something else, every letter is what it seems.
    fn text(&self, language: Option<Language>) -> Vec<Diagnostic> {
        let written = self.node.text().unwrap_or_default();
        let mut faults: Vec<Diagnostic> = misread::text(self, written).into_iter().collect();
        faults.extend(self.sign_of_web(written));
        faults.extend(misread::lost(self, written));
        faults.extend(misread::escapes(self, written));
        if written.is_ascii() && language != Some(Language::Uz) {
            faults.extend(self.edges(written));
            return faults;
        }
        faults.extend(self.invisible(written));
        faults.extend(self.edges(written));
        faults.extend(letters::mixed(written).into_iter().map(|mixed| self.mixed(&mixed)));
        if language == Some(Language::Uz) {
            faults.extend(letters::apostrophes(written).into_iter().map(|found| self.apostrophe(&found)));
        }
        faults
    }

    /// Checks a text that has a form of its own, `fits` or not; `meant` is what it was most likely meant to be.
    fn form(&self, written: &str, fits: bool, meant: Option<String>) -> Vec<Diagnostic> {
        let mut faults = self.text(None);
        if !fits && faults.iter().all(|fault| !fault.is(codes::TEXT_MISREAD)) {
            let fix = meant.and_then(|meant| self.replaced_by(&meant, false));
            let fault = self.mismatch(written);
            faults.push(if fix.is_some() { fault.with_fix(fix) } else { fault });
        }
        faults
    }

    /// Checks a word that names something: an id, a word of a choice.
    fn name(&self, written: &str, known: impl Fn(&str) -> bool) -> Option<Diagnostic> {
        if let Some(latin) = letters::latin(written).filter(|latin| known(latin)) {
            let (entry, values) = letters::foreign_letters(written);
            return Some(self.fault(entry, values).with_fix(self.replaced_by(&latin, true)));
        }
        misread::word(self, written)
    }

    fn choice(&self, written: &str, words: &[String]) -> Option<Diagnostic> {
        if words.iter().any(|word| word == written) {
            return misread::word(self, written);
        }
        if let Some(fault) = self.name(written, |latin| words.iter().any(|word| word == latin)) {
            return Some(fault);
        }
        let words = || words.iter().map(String::as_str);
        let values =
            vec![("value", written.into()), ("field", self.site.field.into()), ("hint", hint(written, words()))];
        let near = super::nearest::nearest(written, words());
        let fix = near.and_then(|near| self.replaced_by(near, false));
        Some(self.fault(codes::VALUE_NOT_ALLOWED, values).with_fix(fix))
    }

    fn mismatch(&self, written: &str) -> Diagnostic {
        if let Some(fault) = self.name(written, |_| true) {
            return fault;
        }
        let about = self.site.about;
        let description = about.map(|field| field.description.clone()).unwrap_or_default();
        let example = about.and_then(|field| field.examples.iter().find_map(inline));
        let example =
            example.map_or_else(|| "".into(), |value| messages::FOR_EXAMPLE.of(vec![("value", value.into())]));
        let values = vec![
            ("value", written.into()),
            ("field", self.site.field.into()),
            ("example", example),
            ("description", description.into()),
        ];
        self.fault(codes::PATTERN_MISMATCH, values)
    }

    fn bounds(&self, n: i64, least: Option<i64>, most: Option<i64>) -> Option<Diagnostic> {
        let bound = match (least, most) {
            (Some(least), _) if n < least => messages::OR_MORE.of(vec![("n", least.to_string().into())]),
            (_, Some(most)) if n > most => messages::OR_LESS.of(vec![("n", most.to_string().into())]),
            _ => return None,
        };
        let values = vec![("field", self.site.field.into()), ("value", n.to_string().into()), ("bound", bound)];
        Some(self.fault(codes::NUMBER_OUT_OF_RANGE, values))
    }

    fn invisible(&self, written: &str) -> Vec<Diagnostic> {
        let words = written.split_whitespace().filter(|word| word.chars().any(is_invisible));
        words
            .map(|word| {
                let place = raw::place_of(self.source, &self.range(), word, 0);
                let seen: String = word.chars().filter(|c| !is_invisible(*c)).collect();
                let what = word.chars().find(|c| is_invisible(*c)).map(letter::name).unwrap_or_default();
                let fix = (place != self.range()).then(|| Fix::automatic(vec![Edit::new(place.clone(), &*seen)]));
                let values = vec![("what", what.into()), ("word", seen.into())];
                self.fault_at(codes::CHARACTER_INVISIBLE, place, values).with_fix(fix)
            })
            .collect()
    }

    /// Reports the first sign that is written as on the pages of the web.
    fn sign_of_web(&self, written: &str) -> Option<Diagnostic> {
        let named = |at: usize| WEB.iter().find(|(name, _)| written[at..].starts_with(name));
        let (name, sign) = written.match_indices('&').find_map(|(at, _)| named(at))?;
        let place = raw::place_of(self.source, &self.range(), name, 0);
        let fix = (place != self.range()).then(|| Fix::automatic(vec![Edit::new(place.clone(), *sign)]));
        Some(self.fault_at(codes::SIGN_OF_WEB, place, vec![("sign", (*name).into())]).with_fix(fix))
    }

    fn edges(&self, written: &str) -> Option<Diagnostic> {
        let edge = written.starts_with(' ') || written.ends_with(' ');
        let words = raw::of(self.source, &self.range());
        let quote = words.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let trimmed = words.strip_prefix(quote)?.strip_suffix(quote)?.trim_matches(' ');
        let fix = Fix::automatic(vec![Edit::new(self.range(), format!("{quote}{trimmed}{quote}"))]);
        let fault = || self.fault(codes::TEXT_EDGE, vec![("field", self.site.field.into())]);
        edge.then(|| fault().with_fix(fix))
    }

    fn mixed(&self, mixed: &letters::Mixed<'_>) -> Diagnostic {
        let place = raw::place_of(self.source, &self.range(), mixed.word, 0);
        let found = place != self.range();
        let fix = found.then(|| Fix::suggested(vec![Edit::new(place.clone(), mixed.mended.clone())]));
        let values = vec![("word", mixed.word.into()), ("letters", mixed.letters.clone().into())];
        self.fault_at(codes::WORD_MIXED, place, values).with_fix(fix)
    }

    fn apostrophe(&self, found: &letters::Apostrophe<'_>) -> Diagnostic {
        // Between single quotes an apostrophe is written twice.
        let doubled = found.word.replace('\'', "''");
        let single = raw::of(self.source, &self.range()).starts_with('\'');
        let word = if single { doubled.as_str() } else { found.word };
        let place = raw::place_of(self.source, &self.range(), word, 0);
        let fix = (place != self.range()).then(|| Fix::automatic(vec![Edit::new(place.clone(), found.mended.clone())]));
        let values = vec![("word", found.mended.clone().into()), ("right", found.right.to_string().into())];
        self.fault_at(codes::APOSTROPHE_UZBEK, place, values).with_fix(fix)
    }
}
